import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables, TrackRow } from '../store/tables.ts'
import {
  keyOf,
  type NoticeRow,
  type RegisterEvent,
  type RemovedTrack,
  type Transition,
  transitionsOf,
} from './event.ts'

export type RegisterStore = ReturnType<typeof createRegisterStore>

/**
 * A consequence of a change of the register: figures, signals, cases. It runs in the transaction of the change, so that neither exists
 * without the other; when it throws, the events stay in the agency's outbox, which resends them.
 */
export type Consequence = (
  transaction: Transaction<Tables>,
  transitions: readonly Transition[],
) => Promise<void>

/** The thin register of the tracks at each address. Only events of the agencies change it. */
export function createRegisterStore(db: Kysely<Tables>, consequences: readonly Consequence[] = []) {
  return {
    /** Applies events, each at most once and in order, with their consequences. */
    record: (events: readonly RegisterEvent[]): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        // One batch at a time, of both agencies together: consequences depend on the current state.
        await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(transaction)
        const fresh = await storeNotices(transaction, events)
        const known = await tracksAround(transaction, fresh)
        const transitions = transitionsOf(known, fresh, await removedAmong(transaction, fresh))
        if (transitions.length === 0) return
        await storeTracks(transaction, transitions)
        for (const follow of consequences) await follow(transaction, transitions)
      }),
  }
}

/** Stores the notices and filters out those that are already stored. */
async function storeNotices(
  transaction: Transaction<Tables>,
  events: readonly RegisterEvent[],
): Promise<readonly RegisterEvent[]> {
  const notices = events.flatMap((event) => ('notice' in event ? [event.notice] : []))
  if (notices.length === 0) return events
  const { rows } = await sql<Pick<NoticeRow, 'owner' | 'id'>>`
    insert into register_notice select * from json_populate_recordset(null::register_notice, ${JSON.stringify(notices)}::json)
    on conflict do nothing returning owner, id`.execute(transaction)
  const key = ({ owner, id }: Pick<NoticeRow, 'owner' | 'id'>) => `${owner} ${id}`
  const stored = new Set(rows.map(key))
  // Of a repeated notice in a batch, the first counts.
  return events.filter((event) => 'track' in event || stored.delete(key(event.notice)))
}

/** The tracks of these events that were removed before. */
async function removedAmong(
  transaction: Transaction<Tables>,
  events: readonly RegisterEvent[],
): Promise<readonly RemovedTrack[]> {
  const tracks = events.flatMap((event) => ('track' in event ? [event.track] : []))
  if (tracks.length === 0) return []
  const { rows } = await sql<RemovedTrack>`
    select stored.* from json_populate_recordset(null::register_track, ${JSON.stringify(tracks)}::json) incoming
    join register_removed stored using (owner, reference)`.execute(transaction)
  return rows
}

/** All tracks at the addresses of the events, including the addresses that tracks leave. */
async function tracksAround(
  transaction: Transaction<Tables>,
  events: readonly RegisterEvent[],
): Promise<readonly TrackRow[]> {
  const tracks = events.flatMap((event) => ('track' in event ? [event.track] : []))
  const addresses = events.map((event) =>
    'track' in event ? event.track.address_id : event.notice.address_id,
  )
  const { rows } = await sql<TrackRow>`
    select * from register_track where address_id in (
      select unnest(${addresses}::text[])
      union
      select stored.address_id
      from json_populate_recordset(null::register_track, ${JSON.stringify(tracks)}::json) incoming
      join register_track stored using (owner, reference))`.execute(transaction)
  return rows
}

/** Stores the final state of each track, including removals. */
async function storeTracks(
  transaction: Transaction<Tables>,
  transitions: readonly Transition[],
): Promise<void> {
  const newest = new Map(
    transitions.flatMap(({ event }) => ('track' in event ? [[keyOf(event.track), event] as const] : [])),
  )
  const kept = [...newest.values()].filter(({ removed }) => !removed).map(({ track }) => track)
  const gone = [...newest.values()].filter(({ removed }) => removed).map(({ track }) => track)
  if (kept.length > 0)
    await sql`
      insert into register_track as stored
      select owner, reference, address_id, phase, status, open, since, revision, as_of, started_on, coalesce(physical, true)
      from json_populate_recordset(null::register_track, ${JSON.stringify(kept)}::json)
      on conflict (owner, reference) do update set (address_id, phase, status, open, since, revision, as_of, started_on, physical)
        = (excluded.address_id, excluded.phase, excluded.status, excluded.open, excluded.since, excluded.revision, excluded.as_of,
          coalesce(excluded.started_on, stored.started_on), excluded.physical)`.execute(transaction)
  if (gone.length > 0)
    await sql`
      with gone as (
        select owner, reference, revision from json_populate_recordset(null::register_track, ${JSON.stringify(gone)}::json)
      ), removed as (
        delete from register_track track using gone where track.owner = gone.owner and track.reference = gone.reference
      )
      insert into register_removed select * from gone
      on conflict (owner, reference) do update set revision = excluded.revision`.execute(transaction)
}
