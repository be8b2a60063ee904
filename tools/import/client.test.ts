import { describe, expect, test } from '@jest/globals'
import fastify from 'fastify'
import { z } from 'zod'
import { forbidden } from '../../kernel/errors.ts'
import { refusalOf } from '../../kernel/identity/audience.ts'
import { createImporter, MAX_ROWS, serveImport, text } from '../../kernel/import.ts'
import { allLoaded, claimLines, startReceiver } from '../../test/support/world/world.ts'
import type { CsvLine } from '../csv/csv.ts'
import { CsvError } from '../csv/csv-file.ts'
import { type ImportCounts, importRecords } from './client.ts'

const refusal = (message: string) => ({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] })
const at = (baseUrl: string) => ({ baseUrl, token: 'operator-token', retryAfterMs: [1, 1, 1] })

describe('sending', () => {
  test('goes in batches of a thousand, with the token, and adds up the answers', async () => {
    await using receiver = await startReceiver(({ rows }) => ({
      body: { results: rows.map((_, index) => (index % 2 ? 'loaded' : 'unchanged')) },
    }))
    const seen: ImportCounts[] = []
    const outcome = await importRecords('img', claimLines(2500), {
      ...at(receiver.baseUrl),
      onProgress: (counts) => seen.push(counts),
    })
    expect(outcome).toEqual({
      rows: 2500,
      loaded: 1250,
      unchanged: 1250,
      rejected: 0,
      line: 2501,
      rejectedRows: [],
      stopped: null,
    })
    expect(receiver.received.map(({ path, rows }) => [path, rows.length])).toEqual([
      ['/import/img', 1000],
      ['/import/img', 1000],
      ['/import/img', 500],
    ])
    expect(receiver.received[0]?.headers.authorization).toBe('Bearer operator-token')
    expect(receiver.received[0]?.rows[0]).toEqual({ reference: 'IMG-0', circumstances: 'één' })
    expect(seen.map(({ rows }) => rows)).toEqual([1000, 2000, 2500])
  })

  test('asks for a token with every batch when it is given where to get one', async () => {
    await using receiver = await startReceiver(allLoaded)
    let asked = 0
    await importRecords('img', claimLines(1500), {
      ...at(receiver.baseUrl),
      token: async () => `token-${++asked}`,
    })
    expect(receiver.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  test('keeps two batches under way, and rejected rows in the order of the file', async () => {
    let running = 0
    let most = 0
    await using receiver = await startReceiver(({ rows }, index) => {
      most = Math.max(most, ++running)
      setTimeout(() => running--, 30)
      // Every later batch is answered sooner.
      return { afterMs: 60 - index * 10, body: { results: rows.map(() => ({ rejected: `batch ${index}` })) } }
    })
    const outcome = await importRecords('img', claimLines(4000), at(receiver.baseUrl))
    expect(most).toBe(2)
    expect(outcome.rejected).toBe(4000)
    expect(outcome.rejectedRows.map(({ line }) => line)).toEqual(
      Array.from({ length: 4000 }, (_, index) => index + 2),
    )
    expect(outcome.rejectedRows[0]).toEqual({
      line: 2,
      reason: 'batch 0',
      record: { reference: 'IMG-0', circumstances: 'één' },
    })
  })

  test('never lets a later row about the same claim overtake an earlier one', async () => {
    const stored = new Map<string, string>()
    await using receiver = await startReceiver(({ rows }, index) => {
      // What arrives first is stored last.
      setTimeout(
        () => {
          for (const { reference = '', phase = '' } of rows) stored.set(reference, phase)
        },
        index === 0 ? 80 : 0,
      )
      return { afterMs: index === 0 ? 100 : 0, body: { results: rows.map(() => 'loaded') } }
    })
    const rows: CsvLine[] = [
      ...claimLines(1000),
      { line: 1002, record: { reference: 'IMG-7', phase: 'DECISION' } },
    ]
    await importRecords('img', rows, at(receiver.baseUrl))
    expect(stored.get('IMG-7')).toBe('DECISION')
  })

  test('keeps a batch small enough for the receiver when its rows are large', async () => {
    await using receiver = await startReceiver(allLoaded)
    const large = [...claimLines(1000)].map(({ line, record }) => ({
      line,
      record: { ...record, report_summary: 'é'.repeat(3000) },
    }))
    const outcome = await importRecords('img', large, at(receiver.baseUrl))
    expect(outcome.loaded).toBe(1000)
    expect(
      receiver.received.map(({ headers }) => Number(headers['content-length']) < 4_000_000),
    ).not.toContain(false)
    expect(receiver.received.length).toBeGreaterThan(1)
  })
})

describe('a failure that passes', () => {
  test.each([
    { failure: 'is busy (503)', answer: { status: 503, body: refusal('even wachten') } },
    { failure: 'fails (500)', answer: { status: 500, body: 'oops' } },
    { failure: 'breaks the connection', answer: 'hang up' as const },
  ])('is tried again until it has passed: the process $failure', async ({ answer }) => {
    await using receiver = await startReceiver((request, index) => (index < 2 ? answer : allLoaded(request)))
    const outcome = await importRecords('img', claimLines(10), at(receiver.baseUrl))
    expect(outcome).toMatchObject({ loaded: 10, stopped: null })
    expect(receiver.received).toHaveLength(3)
  })

  test('that does not pass stops the import and names the process', async () => {
    await using receiver = await startReceiver(() => ({ status: 503, body: '' }))
    const outcome = await importRecords('img', claimLines(10), at(receiver.baseUrl))
    expect(receiver.received).toHaveLength(4)
    expect(outcome).toMatchObject({ rows: 0, stopped: { reason: 'UNREACHABLE' } })
    expect(outcome.stopped?.message).toContain(receiver.baseUrl)
  })

  test('a process that does not run at all is said to be out of reach', async () => {
    const gone = await startReceiver(allLoaded)
    await gone[Symbol.asyncDispose]()
    const outcome = await importRecords('img', claimLines(10), at(gone.baseUrl))
    expect(outcome.stopped).toMatchObject({
      reason: 'UNREACHABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('a refusal', () => {
  test('stops the import with the message of the process; what was loaded counts', async () => {
    await using receiver = await startReceiver((request) =>
      request.rows[0]?.reference === 'IMG-2000'
        ? { status: 400, body: refusal('Onbekende kolommen: x.') }
        : allLoaded(request),
    )
    const outcome = await importRecords('img', claimLines(10_000), at(receiver.baseUrl))
    expect(outcome.stopped).toEqual({ reason: 'REFUSED', message: 'Onbekende kolommen: x.' })
    expect(outcome.line).toBe(2001)
    expect(receiver.received.length).toBeLessThanOrEqual(4)
    expect(outcome.loaded).toBe((receiver.received.length - 1) * 1000)
  })

  test.each([
    { answer: 'another page', body: '<html>' },
    { answer: 'too few results', body: { results: ['loaded'] } },
    { answer: 'unknown results', body: { results: ['loaded', 'lost'] } },
  ])('an answer that is not understood is not taken for success: $answer', async ({ body }) => {
    await using receiver = await startReceiver(() => ({ body }))
    const outcome = await importRecords('img', claimLines(2), at(receiver.baseUrl))
    expect(outcome).toMatchObject({ rows: 0, loaded: 0, stopped: { reason: 'REFUSED' } })
  })
})

describe('a source that breaks', () => {
  test('stops the import after the good rows before it are loaded', async () => {
    await using receiver = await startReceiver(allLoaded)
    async function* broken() {
      yield* claimLines(1500)
      throw new CsvError('Regel 1502 heeft 3 kolommen.')
    }
    const outcome = await importRecords('img', broken(), at(receiver.baseUrl))
    expect(outcome).toMatchObject({
      loaded: 1500,
      line: 1501,
      stopped: { reason: 'FILE', message: 'Regel 1502 heeft 3 kolommen.' },
    })
  })

  test('by a fault of our own is not hidden', async () => {
    await using receiver = await startReceiver(allLoaded)
    async function* broken() {
      yield* claimLines(1)
      throw new TypeError('a fault')
    }
    await expect(importRecords('img', broken(), at(receiver.baseUrl))).rejects.toThrow('a fault')
  })
})

describe('an interruption', () => {
  test('finishes what is under way, sends nothing more and counts what was loaded', async () => {
    const interrupted = new AbortController()
    await using receiver = await startReceiver((request, index) => {
      if (index === 1) interrupted.abort()
      return { ...allLoaded(request), afterMs: 20 }
    })
    const outcome = await importRecords('img', claimLines(20_000), {
      ...at(receiver.baseUrl),
      signal: interrupted.signal,
    })
    expect(outcome.stopped?.reason).toBe('INTERRUPTED')
    expect(outcome.loaded).toBe(receiver.received.length * 1000)
    expect(receiver.received.length).toBeLessThanOrEqual(3)
  })

  test('does not wait for a process that may come back', async () => {
    await using receiver = await startReceiver(() => ({ status: 503, body: '' }))
    const outcome = await importRecords('img', claimLines(10), {
      ...at(receiver.baseUrl),
      retryAfterMs: [60_000],
      signal: AbortSignal.timeout(50),
    })
    expect(outcome.stopped?.reason).toBe('INTERRUPTED')
  })
})

describe('with the receiving side of the processes themselves', () => {
  test('batches fit, and what it rejects comes back with line and reason', async () => {
    const app = fastify()
    app.decorateRequest('caller', null)
    app.addHook('onRequest', async (request) => {
      const operator = request.headers.authorization === 'Bearer operator-token'
      request.caller = operator
        ? {
            organisation: 'SVIP',
            roles: ['service'],
            subject: 'o',
            municipality: null,
            team: null,
            client: 'samenloop-operator',
            expiresAt: 0,
          }
        : null
      // As the processes do (kernel/records/access-log.ts).
      if (!request.caller || refusalOf(request.routeOptions.config.audience, request.caller) !== null)
        throw forbidden()
    })
    app.setErrorHandler((error, _request, reply) => {
      reply.code(403).send({ errors: [{ message: String(error) }] })
    })
    let most = 0
    const importer = createImporter(z.object({ reference: text, circumstances: text }), async (rows) => {
      most = Math.max(most, rows.length)
      return rows.map(() => 'loaded')
    })
    const nothing = async () => {}
    serveImport({ app, recordImport: nothing }, 'img', importer)
    const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' })
    try {
      const lines = [...claimLines(1200)].map((each) =>
        each.line === 1100 ? { ...each, record: { ...each.record, reference: '' } } : each,
      )
      const outcome = await importRecords('img', lines, at(baseUrl))
      expect(most).toBe(MAX_ROWS)
      expect(outcome).toMatchObject({ loaded: 1199, rejected: 1, stopped: null })
      expect(outcome.rejectedRows).toMatchObject([
        { line: 1100, reason: expect.stringContaining('reference') },
      ])
      const stranger = await importRecords('img', claimLines(1), { ...at(baseUrl), token: 'stolen' })
      expect(stranger.stopped?.reason).toBe('REFUSED')
    } finally {
      await app.close()
    }
  })
})
