import { type Kysely, type RawBuilder, sql } from 'kysely'
import { Gauge, type Registry } from 'prom-client'
import { URGENT_TYPES } from './refused.ts'
import type { Relay } from './relay.ts'
import type { OutboxTables } from './tables.ts'

/** Adds the backlog of the outbox to the metrics of an agency, measured when the metrics are read. */
export function measureOutbox(
  registry: Registry,
  db: Kysely<OutboxTables>,
  relay: Pick<Relay, 'isBarred'>,
): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read())
      },
    })
  gauge('outbox_waiting', 'Events that the SVIP has not taken yet', () =>
    readNumber(db, sql`select count(*)::float8 as number from outbox`),
  )
  gauge('outbox_oldest_seconds', 'Age of the event that waits longest for the SVIP; 0 when none waits', () =>
    readNumber(
      db,
      sql`select extract(epoch from now() - recorded_at)::float8 as number from outbox order by seq limit 1`,
    ),
  )
  gauge('outbox_refused', 'Events that the SVIP refused, for people to look at: npm run outbox', () =>
    readNumber(db, sql`select count(*)::float8 as number from outbox_refused`),
  )
  gauge('outbox_refused_urgent', 'Refused events that somebody’s safety depends on', () =>
    readNumber(
      db,
      sql`select count(*)::float8 as number from outbox_refused where type like ${URGENT_TYPES}`,
    ),
  )
  gauge('outbox_barred', 'Whether the SVIP does not let this agency in, so that no event gets through', () =>
    relay.isBarred() ? 1 : 0,
  )
}

/** NaN when the database fails, so that the other metrics stay readable. */
async function readNumber(db: Kysely<OutboxTables>, question: RawBuilder<unknown>): Promise<number> {
  try {
    const { rows } = await sql<{ number: number }>`${question}`.execute(db)
    return rows[0]?.number ?? 0
  } catch {
    return Number.NaN
  }
}
