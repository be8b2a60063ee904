import { type Kysely, sql } from 'kysely'
import type { OutboxRow, OutboxTables, RefusedRow } from './tables.ts'

/** Events that the SVIP refused (dead letters), until an operator handles them. */

/** What an operator sees of a refused event: enough to find the cause, but not the address. */
export type RefusedEvent = Pick<RefusedRow, 'id' | 'type' | 'occurred_at' | 'refused_at' | 'reason'>

/**
 * The event types that somebody's safety depends on: a refusal raises an alarm at once, because the news reaches nobody. It is an SQL
 * pattern.
 */
export const URGENT_TYPES = '%.acute-safety.%'

export const isUrgent = (type: string): boolean => type.includes(URGENT_TYPES.replaceAll('%', ''))

/** The maximum per request. */
export const MAX_REFUSED = 1000

/** Moves an event to the dead letters, so that later events are delivered. */
export async function setAside(db: Kysely<OutboxTables>, row: OutboxRow, reason: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { seq, id, type, address_id, data, occurred_at } = row
    const refused_at = new Date().toISOString()
    await transaction
      .insertInto('outbox_refused')
      .values({ seq, id, type, address_id, data, occurred_at, refused_at, reason })
      .execute()
    await transaction.deleteFrom('outbox').where('seq', '=', seq).execute()
  })
}

/** The refused events, oldest first; at most `MAX_REFUSED`. */
export const listRefused = (db: Kysely<OutboxTables>): Promise<readonly RefusedEvent[]> =>
  db
    .selectFrom('outbox_refused')
    .select(['id', 'type', 'occurred_at', 'refused_at', 'reason'])
    .orderBy('seq')
    .limit(MAX_REFUSED)
    .execute()

/** The events among these ids that are still refused, with their addresses, to put on record. */
export async function refusedAmong(
  db: Kysely<OutboxTables>,
  ids: readonly string[] | 'all',
): Promise<readonly Pick<RefusedRow, 'id' | 'address_id'>[]> {
  if (ids !== 'all' && ids.length === 0) return []
  let query = db.selectFrom('outbox_refused').select(['id', 'address_id']).orderBy('seq').limit(MAX_REFUSED)
  if (ids !== 'all') query = query.where('id', 'in', ids)
  return await query.execute()
}

/**
 * Puts events back in the outbox, with their original number. Later events may have been delivered already, which is harmless: the register
 * only accepts a newer state, and a notice has its own moment.
 * @returns the number of retried events.
 */
export async function retryRefused(db: Kysely<OutboxTables>, ids: readonly string[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with gone as (delete from outbox_refused where id = any(${ids}::uuid[]) returning *)
    insert into outbox (seq, id, type, address_id, data, occurred_at)
    select seq, id, type, address_id, data, occurred_at from gone`.execute(db)
  return Number(numAffectedRows)
}

/** Deletes events. @returns the number of deleted events. */
export async function discardRefused(db: Kysely<OutboxTables>, ids: readonly string[]): Promise<number> {
  const { numAffectedRows = 0n } =
    await sql`delete from outbox_refused where id = any(${ids}::uuid[])`.execute(db)
  return Number(numAffectedRows)
}
