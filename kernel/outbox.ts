import { randomUUID } from 'node:crypto'
import { type Generated, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Logger } from 'pino'
import { request } from 'undici'

/**
 * How an agency tells the SVIP what started, moved and ended. The event is written in the same transaction as the change, so
 * that neither exists without the other, and a relay delivers it afterwards: in order, at least once.
 */

type OutboxColumns = {
  seq: Generated<number>
  id: string
  type: string
  address_id: string
  data: string
  occurred_at: string
}
type OutboxRow = Selectable<OutboxColumns>

export type OutboxTables = {
  outbox: OutboxColumns
  /** Events that the SVIP refused; they keep their number. */
  outbox_refused: OutboxRow
}

export async function createOutboxTable<T>(db: Kysely<T>): Promise<void> {
  await sql`create table outbox (seq bigserial primary key, id uuid not null, type text not null, address_id text not null,
    data text not null, occurred_at timestamptz not null)`.execute(db)
  await sql`create table outbox_refused (like outbox)`.execute(db)
}

/** The state of a track after a change; no contents of the file. */
export type TrackState = {
  readonly reference: string
  readonly phase: string
  readonly status: string | null
  readonly open: boolean
  readonly since: string
  readonly revision: number
}

export type TrackEvent = {
  /** `nl.img.damage-claim.registered`, … */
  readonly type: string
  readonly addressId: string
  readonly occurredAt: string
  readonly data: TrackState
}

/** Puts events in the outbox, within the transaction that makes the change. */
export async function publish<T extends OutboxTables>(
  transaction: Transaction<T>,
  events: readonly TrackEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ type, addressId, occurredAt, data }) => ({
    id: randomUUID(),
    type,
    address_id: addressId,
    data: JSON.stringify(data),
    occurred_at: occurredAt,
  }))
  await sql`insert into outbox (id, type, address_id, data, occurred_at)
    select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, type text, address_id text, data text, occurred_at timestamptz)`.execute(transaction)
}

export type Relay = {
  /** Delivers what waits now; resolves when nothing waits any more or delivery failed (then it is tried again later). */
  flush(): Promise<void>
  close(): Promise<void>
}

type RelayOptions<T extends OutboxTables> = {
  readonly db: Kysely<T>
  /** Where the events come from, as the CloudEvents attribute `source`. */
  readonly source: string
  /** Address of the SVIP's `/events`. */
  readonly url: string
  readonly token: () => Promise<string>
  readonly logger: Logger
  readonly onLag: (waiting: number) => void
}

const BATCH = 1000
const RETRY_MS = 1000
const MAX_RETRY_MS = 30_000

/** Starts the relay. An SVIP that is away costs nothing but time: events wait, and are tried again ever less often. */
export function startRelay<T extends OutboxTables>(options: RelayOptions<T>): Relay {
  const db = options.db as unknown as Kysely<OutboxTables>
  let running: Promise<void> | null = null
  /** Set by who wants a delivery, cleared when a delivery begins to look. */
  let again = false
  let timer: NodeJS.Timeout | null = null
  let retry = RETRY_MS
  let closed = false

  async function deliver(): Promise<void> {
    let size = BATCH
    while (!closed) {
      again = false
      const rows = await db.selectFrom('outbox').selectAll().orderBy('seq').limit(size).execute()
      options.onLag(rows.length)
      if (rows.length === 0) {
        if (again) continue
        return
      }
      const events = rows.map((row) => ({
        specversion: '1.0',
        id: row.id,
        source: options.source,
        type: row.type,
        time: row.occurred_at,
        datacontenttype: 'application/json',
        data: { addressId: row.address_id, ...JSON.parse(row.data) },
      }))
      const response = await request(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/cloudevents-batch+json',
          authorization: `Bearer ${await options.token()}`,
        },
        body: JSON.stringify(events),
        headersTimeout: 15_000,
        bodyTimeout: 15_000,
      })
      await response.body.dump()
      if (response.statusCode === 400 || response.statusCode === 413) {
        // Something in it is not taken, now or ever. Smaller batches find it, so that it does not hold up the rest.
        if (rows.length === 1) await setAside(rows)
        size = Math.ceil(rows.length / 2)
        continue
      }
      if (response.statusCode !== 204) throw new Error(`the SVIP answered ${response.statusCode}`)
      // By what was delivered, not by a range: an event may get a number in between and be committed only now.
      await db
        .deleteFrom('outbox')
        .where(
          'seq',
          'in',
          rows.map(({ seq }) => seq),
        )
        .execute()
      retry = RETRY_MS
      size = Math.min(size * 2, BATCH)
    }
  }

  /** Keeps an event that the SVIP refused apart, for people to look at, and lets the others go on. */
  async function setAside(rows: readonly OutboxRow[]): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('outbox_refused').values(rows).execute()
      const seqs = rows.map(({ seq }) => seq)
      await transaction.deleteFrom('outbox').where('seq', 'in', seqs).execute()
    })
    for (const { id, type } of rows)
      options.logger.error({ id, type }, 'the SVIP refuses this event; it is set aside in outbox_refused')
  }

  function flush(): Promise<void> {
    again = true
    running ??= deliver()
      .catch((error: unknown) => {
        if (closed) return
        options.logger.warn({ err: error }, 'events wait: the SVIP did not take them')
        timer ??= setTimeout(() => {
          timer = null
          void flush()
        }, retry)
        retry = Math.min(retry * 2, MAX_RETRY_MS)
      })
      .finally(() => {
        running = null
        if (again && !timer && !closed) void flush()
      })
    return running
  }

  void flush()
  return {
    flush,
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
