import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { type Database, openDatabase } from '../../../kernel/database/database.ts'
import { createLogTables, type LogTables } from '../../../kernel/records/log/tables.ts'
import { freshDatabase } from '../../../test/support/postgres.ts'
import { measureOutbox } from './metrics.ts'
import { factId, publish, type TrackEvent } from './outbox.ts'
import { discardRefused, listRefused, refusedAmong, retryRefused } from './refused.ts'
import { type Relay, startRelay } from './relay.ts'
import { addRefusalReasons, createOutboxTable, type OutboxTables } from './tables.ts'

type Tables = LogTables & OutboxTables

const migrations = {
  '1': {
    async up(db: Kysely<unknown>) {
      await createLogTables(db, [])
      await createOutboxTable(db)
      await addRefusalReasons(db)
    },
  },
}

const event = (number: number): TrackEvent => ({
  type: 'nl.img.damage-claim.registered',
  addressId: '0024209900000006',
  occurredAt: '2026-11-22T10:00:00.000Z',
  data: {
    reference: `R-${number}`,
    phase: 'REPORTED',
    status: 'PREPARATION',
    open: true,
    since: '2026-11-22',
    startedOn: '2026-11-22',
    revision: 1,
  },
})

describe('the outbox', () => {
  let database: Database<Tables>
  let server: Server
  let relay: Relay
  /** The accepted references in order, per batch. */
  let taken: string[][]
  let logged: Readonly<Record<string, unknown>>[]
  /** The number of deliveries to the SVIP. */
  let deliveries: number
  /** The SVIP's answer to a batch. */
  let answer: (references: readonly string[]) => number | Promise<number>

  beforeAll(async () => {
    database = await openDatabase<Tables>({
      ...(await freshDatabase(process.env.TEST_POSTGRES_URL ?? '')),
      directory: '',
      migrations,
    })
  })
  afterAll(() => database?.close())
  beforeEach(async () => {
    taken = []
    deliveries = 0
    logged = []
    answer = () => 204
    const take = async (request: IncomingMessage, response: ServerResponse) => {
      let text = ''
      for await (const piece of request) text += piece
      const references = (JSON.parse(text) as { data: { reference: string } }[]).map(
        ({ data }) => data.reference,
      )
      deliveries += 1
      const status = await answer(references)
      if (status === 204) taken.push(references)
      const refusal = JSON.stringify({ errors: [{ message: 'Dit is geen gebeurtenis (bij 0.data.phase).' }] })
      response.writeHead(status).end(status === 400 ? refusal : undefined)
    }
    server = createServer((request, response) => void take(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    relay = startRelay({
      db: database.db,
      source: 'urn:samenloop:img',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
      token: async () => 'token',
      logger: pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
    })
  })
  afterEach(async () => {
    await relay.close()
    server.closeAllConnections()
    server.close()
    await sql`delete from outbox`.execute(database.db)
    await sql`delete from outbox_refused`.execute(database.db)
  })

  const put = (...numbers: readonly number[]) =>
    database.db.transaction().execute((transaction) => publish(transaction, numbers.map(event)))
  const metrics = async () => {
    const registry = new Registry()
    measureOutbox(registry, database.db, relay)
    const read = (await registry.getMetricsAsJSON()).map(({ name, values }) => [name, values[0]?.value])
    return Object.fromEntries(read) as Record<string, number>
  }
  const waiting = async () => (await database.db.selectFrom('outbox').select('seq').execute()).length

  test('delivers in order and deletes what was accepted', async () => {
    await put(1, 2)
    await put(3)
    await relay.flush()
    expect(taken.flat()).toEqual(['R-1', 'R-2', 'R-3'])
    expect(await waiting()).toBe(0)
  })

  test('an event of a transaction that fails is never sent', async () => {
    const failing = database.db.transaction().execute(async (transaction) => {
      await publish(transaction, [event(1)])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await relay.flush()
    expect(taken).toEqual([])
  })

  test('an event with a lower number that is committed during a delivery is not lost', async () => {
    let commit = () => {}
    const early = database.db.transaction().execute(async (transaction) => {
      await publish(transaction, [event(1)])
      await new Promise<void>((resolve) => {
        commit = resolve
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await put(2)
    answer = async () => {
      answer = () => 204
      commit()
      await early
      return 204
    }
    await relay.flush()
    await relay.flush()
    expect(taken.flat()).toEqual(['R-2', 'R-1'])
    expect(await waiting()).toBe(0)
  })

  test('retries while the SVIP is down, and delivers when it is back', async () => {
    let away = true
    answer = () => (away ? 503 : 204)
    await put(1)
    await relay.flush()
    expect(await waiting()).toBe(1)
    away = false
    await relay.flush()
    expect(taken.flat()).toEqual(['R-1'])
  })

  test('sets aside the one event that is refused, and delivers the others in order', async () => {
    answer = (references) => (references.includes('R-3') ? 400 : 204)
    await put(1, 2, 3, 4, 5)
    await relay.flush()
    expect(taken.flat()).toEqual(['R-1', 'R-2', 'R-4', 'R-5'])
    expect(await waiting()).toBe(0)
    const refused = await database.db.selectFrom('outbox_refused').select(['data', 'reason']).execute()
    expect(refused.map(({ data }) => JSON.parse(data).reference)).toEqual(['R-3'])
    expect(refused[0]?.reason).toBe('400: Dit is geen gebeurtenis (bij 0.data.phase).')
  })

  test('raises an alarm at once when urgent news is refused, without what it is about', async () => {
    answer = (references) => (references.includes('R-1') || references.includes('R-3') ? 400 : 204)
    const urgent = { ...event(1), id: randomUUID(), type: 'nl.img.acute-safety.reported' }
    await database.db
      .transaction()
      .execute((transaction) => publish(transaction, [urgent, event(2), { ...event(3), id: randomUUID() }]))
    await relay.flush()
    expect(taken.flat()).toEqual(['R-2'])
    expect(await metrics()).toMatchObject({ outbox_refused: 2, outbox_refused_urgent: 1 })
    expect(relay.hasRefused(urgent.id)).toBe(true)
    const errors = logged.filter(({ level }) => level === 50)
    expect(errors.map(({ msg }) => msg)).toEqual([
      expect.stringContaining('urgent news'),
      expect.stringContaining('refuses this event'),
    ])
    for (const secret of [event(1).addressId, 'R-1', 'R-3'])
      expect(JSON.stringify(errors)).not.toContain(secret)
    // Once it is accepted after all, it no longer counts as refused.
    answer = () => 204
    await retryRefused(database.db, [urgent.id])
    await relay.flush()
    expect(relay.hasRefused(urgent.id)).toBe(false)
    expect(await metrics()).toMatchObject({ outbox_refused_urgent: 0 })
  })

  test('sets aside an invalid CloudEvent without sending it', async () => {
    await put(1, 2)
    await sql`update outbox set type = '' where data like '%R-1%'`.execute(database.db)
    await relay.flush()
    expect(taken.flat()).toEqual(['R-2'])
    expect(await listRefused(database.db)).toMatchObject([{ reason: 'geen CloudEvent' }])
  })

  test.each([401, 403])('tries once at an SVIP that answers %i, and logs it', async (status) => {
    answer = () => status
    await put(1)
    await relay.flush()
    await put(2)
    await Promise.all([relay.flush(), relay.flush()])
    expect(deliveries).toBe(1)
    expect(relay.isBarred()).toBe(true)
    expect(await waiting()).toBe(2)
    expect(await metrics()).toMatchObject({ outbox_waiting: 2, outbox_barred: 1, outbox_refused: 0 })
  })

  test('a refused event is retried with its original number, or discarded', async () => {
    let refusing = true
    answer = (references) => (refusing && references.some((each) => each !== 'R-2') ? 400 : 204)
    await put(1, 2, 3)
    await relay.flush()
    expect(taken.flat()).toEqual(['R-2'])
    const [first, last] = await listRefused(database.db)
    expect(await metrics()).toMatchObject({ outbox_waiting: 0, outbox_refused: 2, outbox_oldest_seconds: 0 })
    refusing = false
    expect(await retryRefused(database.db, [first?.id ?? '', randomUUID()])).toBe(1)
    await put(4)
    await relay.flush()
    expect(taken.flat()).toEqual(['R-2', 'R-1', 'R-4'])
    expect(await refusedAmong(database.db, 'all')).toEqual([{ id: last?.id, address_id: event(3).addressId }])
    expect(await refusedAmong(database.db, [])).toEqual([])
    expect(await discardRefused(database.db, [last?.id ?? ''])).toBe(1)
    expect(await listRefused(database.db)).toEqual([])
  })

  test('measures how long the oldest event waits', async () => {
    answer = () => 503
    await put(1)
    await sql`update outbox set recorded_at = now() - interval '90 seconds'`.execute(database.db)
    await put(2)
    expect((await metrics()).outbox_oldest_seconds).toBeGreaterThanOrEqual(90)
  })
})

describe('the id of a fact', () => {
  test('is a UUID, the same for the same fact and another for another', () => {
    const id = factId('nl.img.ownership.changed', 'a', '2026-01-01')
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(factId('nl.img.ownership.changed', 'a', '2026-01-01')).toBe(id)
    expect(factId('nl.img.ownership.changed', 'a2026', '-01-01')).not.toBe(id)
  })
})
