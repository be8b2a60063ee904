import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { AGENCY_RECORDS } from '../../../subgraphs/agency/config.ts'
import { createOutboxTable } from '../../../subgraphs/agency/outbox/tables.ts'
import { DIALECTS, type LogDatabase, logMigrations } from '../../../test/support/log/chains.ts'
import { AppError } from '../../errors.ts'
import { continueTrace } from '../../trace.ts'
import { commonActivity } from '../activities.ts'
import { exportChain } from '../log/export.ts'
import { type Content, type Log, openLog } from '../log/log.ts'
import { createProcessingLine, pseudonym } from '../log/processing.ts'
import { verifyLogs } from '../log/verify.ts'
import { type Retention, type RetentionEvent, runRetention } from './run.ts'

const DAY_MS = 86_400_000
const KEY = Buffer.from('a key for the pseudonyms of tests')
const [HELD, FREE] = ['0010200000000001', '0010200000000002']
const PLACED = '2026-11-01T23:30:00.000Z'
const YEARS = { old: 2000, older: 3000, young: 400 }

for (const dialect of DIALECTS) {
  describe(`retention on ${dialect.name}`, () => {
    let opened: LogDatabase
    let processing: Log
    let access: Log
    let held: readonly string[] | Error
    const signingKey = generateKeyPairSync('ed25519').privateKey
    const sealFile = join(mkdtempSync(join(tmpdir(), 'samenloop-seals-')), 'seals.jsonl')
    const openAt = (chain: string, daysAgo: number) =>
      openLog({
        db: opened.database.db,
        chain,
        signingKey,
        sealFile,
        now: () => new Date(Date.now() - daysAgo * DAY_MS),
      })
    const line = createProcessingLine({ party: 'img', pseudonymKey: KEY })
    const processed = (addressId: string | null, trace = randomUUID().replaceAll('-', '')): Content =>
      line({ traceId: trace, spanId: '1', parentSpanId: null }, new Date(), {
        name: 'Iets',
        activity: commonActivity('img', 'eigen-taak'),
        addressId,
        recipient: null,
      })
    const retention = (changes: Partial<Retention> = {}): Retention => ({
      db: opened.database.db,
      party: 'img',
      records: AGENCY_RECORDS,
      pseudonymKey: KEY,
      processing,
      line,
      holds: async () => {
        if (held instanceof Error) throw held
        return held.map((addressId) => ({ addressId, organisation: 'NCG', placedAt: PLACED }))
      },
      ...changes,
    })
    const run = (options: { dryRun?: boolean } = {}, changes?: Partial<Retention>) =>
      runRetention(retention(changes), continueTrace(undefined), { dryRun: options.dryRun ?? false })
    const outcome = async (events: AsyncIterable<RetentionEvent>) =>
      Object.fromEntries(
        (await Array.fromAsync(events)).flatMap((event) =>
          event.type === 'kind' ? [[event.kind, { erased: event.erased, held: event.held }]] : [],
        ),
      )
    const contents = async (chain: string) => {
      const rows = await opened.database.db
        .selectFrom('log_content')
        .selectAll()
        .where('chain', '=', chain)
        .orderBy('seq')
        .execute()
      return rows.map(({ seq, content }) => ({ seq, content: JSON.parse(content) as Content }))
    }
    const problems = async () => {
      const { db } = opened.database
      const lines = [
        ...(await Array.fromAsync(exportChain(db, processing))),
        ...(await Array.fromAsync(exportChain(db, access))),
      ]
      return (await verifyLogs(lines)).problems
    }

    beforeAll(async () => {
      opened = await dialect.open(logMigrations(['img/processing', 'img/access'], createOutboxTable))
    })
    afterAll(async () => {
      await opened?.close()
    })

    beforeEach(async () => {
      held = []
      await opened.tamper(['log_entry', 'log_content', 'log_seal'].map((table) => `truncate ${table}`))
      await opened.tamper([`update log_head set seq = 0, hash = repeat('0', 64)`, 'truncate outbox_refused'])
      processing = openAt('img/processing', 0)
      access = openAt('img/access', 0)
      const heldTrace = 'f'.repeat(32)
      await openAt('img/processing', YEARS.older).append([
        processed(FREE),
        processed(HELD, heldTrace),
        processed(FREE, heldTrace),
      ])
      await openAt('img/processing', YEARS.old).append([processed(null), processed(HELD)])
      await openAt('img/processing', YEARS.young).append([processed(FREE)])
      await openAt('img/access', YEARS.old).append([{ trace_id: heldTrace }, { trace_id: 'other' }])
      for (const [address, days] of [
        [FREE, 400],
        [HELD, 400],
        [FREE, 10],
      ] as const) {
        const at = new Date(Date.now() - days * DAY_MS).toISOString()
        await sql`insert into outbox_refused values (nextval('outbox_seq_seq'), ${randomUUID()}, 't', ${address}, '{}', ${at})`.execute(
          opened.database.db,
        )
      }
    })

    test('erases what is older than the term of its kind, and nothing else', async () => {
      expect(await outcome(run())).toEqual({
        ACCESS_LOG: { erased: 2, held: 0 },
        PROCESSING_LOG: { erased: 5, held: 0 },
        REFUSED_EVENTS: { erased: 2, held: 0 },
      })
      expect((await contents('img/access')).length).toBe(0)
      // The young line, and the records of erasing.
      const left = await contents('img/processing')
      expect(left.map(({ content }) => content.name)).toEqual([
        'Iets',
        ...Array(3).fill('Bewaartermijn voorbij: inhoud gewist'),
      ])
      expect(await problems()).toEqual([])
    })

    test('a second run finds nothing, and leaves no record', async () => {
      await outcome(run())
      const before = (await contents('img/processing')).length
      expect(await outcome(run())).toEqual({
        ACCESS_LOG: { erased: 0, held: 0 },
        PROCESSING_LOG: { erased: 0, held: 0 },
        REFUSED_EVENTS: { erased: 0, held: 0 },
      })
      expect((await contents('img/processing')).length).toBe(before)
    })

    test('contents about an address under a legal hold stay, with the access entries of the same requests', async () => {
      held = [HELD]
      expect(await outcome(run())).toEqual({
        ACCESS_LOG: { erased: 1, held: 1 },
        PROCESSING_LOG: { erased: 3, held: 2 },
        REFUSED_EVENTS: { erased: 1, held: 1 },
      })
      expect((await contents('img/access')).map(({ seq }) => seq)).toEqual([1])
      const subjects = (await contents('img/processing')).flatMap(({ content }) => content.subject ?? [])
      expect(subjects.filter((subject) => subject === pseudonym(KEY, HELD))).toHaveLength(2)
      expect(await problems()).toEqual([])

      held = []
      expect(await outcome(run())).toMatchObject({ PROCESSING_LOG: { erased: 2, held: 0 } })
      expect(await problems()).toEqual([])
    })

    test('the report shows whose legal holds those are, and since which day; not where', async () => {
      held = [HELD, '0010200000000009']
      const events = await Array.fromAsync(run())
      // There are no records about the other address.
      const holds = [{ organisation: 'NCG', since: '2026-11-02', addresses: 1 }]
      expect(events.filter(({ type }) => type === 'holds')).toEqual([{ type: 'holds', holds }])
      for (const name of [HELD, pseudonym(KEY, HELD)]) expect(JSON.stringify(events)).not.toContain(name)
    })

    test('a dry run counts the same, erases nothing and puts nothing on record', async () => {
      held = [HELD]
      const before = await contents('img/processing')
      expect(await outcome(run({ dryRun: true }))).toEqual({
        ACCESS_LOG: { erased: 1, held: 1 },
        PROCESSING_LOG: { erased: 3, held: 2 },
        REFUSED_EVENTS: { erased: 1, held: 1 },
      })
      expect(await contents('img/processing')).toEqual(before)
    })

    test('the record of erasing does not identify an address', async () => {
      await outcome(run())
      const records = (await contents('img/processing')).filter(({ content }) => content.id)
      const text = JSON.stringify(records)
      for (const address of [HELD, FREE]) {
        expect(text).not.toContain(address)
        expect(text).not.toContain(pseudonym(KEY, address))
      }
    })

    test('without an answer about legal holds nothing is erased', async () => {
      held = new AppError('SUBGRAPH_UNAVAILABLE', 'weg')
      const before = await contents('img/processing')
      await expect(outcome(run())).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' })
      expect(await contents('img/processing')).toEqual(before)
      expect((await contents('img/access')).length).toBe(2)
    })

    test('after a stop between record and erasing, the next run erases and the logs verify', async () => {
      const broken = retention().db.withPlugin({
        transformQuery: ({ node }) => {
          if (JSON.stringify(node).includes('log_erase')) throw new Error('killed')
          return node
        },
        transformResult: async ({ result }) => result,
      })
      await expect(outcome(run({}, { db: broken }))).rejects.toThrow('killed')
      expect((await contents('img/access')).length).toBe(2)
      expect(await problems()).toEqual([])
      expect(await outcome(run())).toMatchObject({ ACCESS_LOG: { erased: 2 }, PROCESSING_LOG: { erased: 5 } })
      expect(await problems()).toEqual([])
    })

    test('after a stop by its reader, the remaining batches wait for the next run', async () => {
      const done: RetentionEvent[] = []
      for await (const event of run()) {
        done.push(event)
        if (event.type === 'kind') break
      }
      expect(done.at(-1)).toMatchObject({ kind: 'ACCESS_LOG', erased: 2 })
      expect(await problems()).toEqual([])
      expect(await outcome(run())).toMatchObject({ ACCESS_LOG: { erased: 0 }, PROCESSING_LOG: { erased: 5 } })
    })

    test('a log that cannot be written means nothing is erased', async () => {
      const unwritable = { append: () => Promise.reject(new AppError('RECORD_UNAVAILABLE', 'weg')) }
      await expect(outcome(run({}, { processing: unwritable }))).rejects.toMatchObject({
        code: 'RECORD_UNAVAILABLE',
      })
      expect((await contents('img/access')).length).toBe(2)
    })

    test('reports the oldest remaining record', async () => {
      const events = await Array.fromAsync(run())
      const oldest = (kind: string) =>
        events.flatMap((event) => (event.type === 'kind' && event.kind === kind ? event.oldest : []))[0]
      expect(oldest('ACCESS_LOG')).toBeNull()
      const age = Date.now() - Date.parse(oldest('PROCESSING_LOG') ?? '')
      expect(Math.round(age / DAY_MS)).toBe(YEARS.young)
    })
  })
}
