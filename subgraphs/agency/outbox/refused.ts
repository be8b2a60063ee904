import { type Kysely, sql } from 'kysely'
import type { OutboxRow, OutboxTables, RefusedRow } from './tables.ts'

/** Events that the SVIP refused (dead letters), until people have looked at them. */

/** What people see of one: enough to find the cause, and not which address it is about. */
export type RefusedEvent = Pick<RefusedRow, 'id' | 'type' | 'occurred_at' | 'refused_at' | 'reason'>

/**
 * Types of news that somebody's safety depends on: one that is refused reaches nobody, so it raises an alarm at once. As a pattern of
 * SQL, the only form in which it is needed twice.
 */
export const URGENT_TYPES = '%.acute-safety.%'

export const isUrgent = (type: string): boolean => type.includes(URGENT_TYPES.replaceAll('%', ''))

/** At most this many at a time. */
export const MAX_REFUSED = 1000

/** Keeps an event apart and lets those behind it go on. */
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

/** The events that were refused, the oldest first; at most `MAX_REFUSED`. */
export const listRefused = (db: Kysely<OutboxTables>): Promise<readonly RefusedEvent[]> =>
  db
    .selectFrom('outbox_refused')
    .select(['id', 'type', 'occurred_at', 'refused_at', 'reason'])
    .orderBy('seq')
    .limit(MAX_REFUSED)
    .execute()

/** The events of these that are refused still, with the address each is about, to put on record. */
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
 * Puts events back in the outbox, at the place they had. What went past them is no harm: the register takes a state over only when
 * it is newer, and a notice carries its own moment.
 * @returns how many there were.
 */
export async function retryRefused(db: Kysely<OutboxTables>, ids: readonly string[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with gone as (delete from outbox_refused where id = any(${ids}::uuid[]) returning *)
    insert into outbox (seq, id, type, address_id, data, occurred_at)
    select seq, id, type, address_id, data, occurred_at from gone`.execute(db)
  return Number(numAffectedRows)
}

/** Throws events away. @returns how many there were. */
export async function discardRefused(db: Kysely<OutboxTables>, ids: readonly string[]): Promise<number> {
  const { numAffectedRows = 0n } =
    await sql`delete from outbox_refused where id = any(${ids}::uuid[])`.execute(db)
  return Number(numAffectedRows)
}
