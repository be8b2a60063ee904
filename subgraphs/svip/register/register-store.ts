import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables, TrackRow } from '../store/tables.ts'
import { type RegisterEvent, type Transition, transitionsOf } from './event.ts'

export type RegisterStore = ReturnType<typeof createRegisterStore>

/**
 * What follows from a change of the register: figures, signals, cases. It happens in the transaction of the change, so that
 * neither is there without the other; what it throws leaves the events with the agency, which sends them again.
 */
export type Consequence = (
  transaction: Transaction<Tables>,
  transitions: readonly Transition[],
) => Promise<void>

/** The thin register of what plays where. It is told by the agencies; nothing else writes it. */
export function createRegisterStore(db: Kysely<Tables>, consequences: readonly Consequence[] = []) {
  return {
    /** Takes over events, each at most once and in their order, with all that follows from them. */
    record: (events: readonly RegisterEvent[]): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        // One batch at a time, of both agencies: what follows from an event depends on the state it finds.
        await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(transaction)
        const fresh = await storeNotices(transaction, events)
        const transitions = transitionsOf(await tracksAround(transaction, fresh), fresh)
        if (transitions.length === 0) return
        await storeTracks(transaction, transitions)
        for (const follow of consequences) await follow(transaction, transitions)
      }),
  }
}

/** Stores the notices and leaves out those that were there already. */
async function storeNotices(
  transaction: Transaction<Tables>,
  events: readonly RegisterEvent[],
): Promise<readonly RegisterEvent[]> {
  const notices = events.flatMap((event) => ('notice' in event ? [event.notice] : []))
  if (notices.length === 0) return events
  const { rows } = await sql<{ id: string }>`
    insert into register_notice select * from json_populate_recordset(null::register_notice, ${JSON.stringify(notices)}::json)
    on conflict do nothing returning id`.execute(transaction)
  const stored = new Set(rows.map(({ id }) => id))
  // One that stands twice in a batch counts where it stands first.
  return events.filter((event) => 'track' in event || stored.delete(event.id))
}

/** Every track at the addresses that the events are about, those they leave included. */
async function tracksAround(
  transaction: Transaction<Tables>,
  events: readonly RegisterEvent[],
): Promise<readonly TrackRow[]> {
  const tracks = events.flatMap((event) => ('track' in event ? [event.track] : []))
  const addresses = events.map((event) =>
    'track' in event ? event.track.address_id : event.notice.address_id,
  )
  const { rows } = await sql<TrackRow>`
    select * from register_track where address_id = any(${addresses}) or address_id in (
      select stored.address_id
      from json_populate_recordset(null::register_track, ${JSON.stringify(tracks)}::json) told
      join register_track stored using (owner, reference))`.execute(transaction)
  return rows
}

async function storeTracks(
  transaction: Transaction<Tables>,
  transitions: readonly Transition[],
): Promise<void> {
  const newest = new Map(
    transitions.flatMap(({ event }) =>
      'track' in event ? [[`${event.track.owner} ${event.track.reference}`, event.track] as const] : [],
    ),
  )
  if (newest.size === 0) return
  await sql`
    insert into register_track
    select owner, reference, address_id, phase, status, open, since, revision, as_of
    from json_populate_recordset(null::register_track, ${JSON.stringify([...newest.values()])}::json)
    on conflict (owner, reference) do update set (address_id, phase, status, open, since, revision, as_of)
      = (excluded.address_id, excluded.phase, excluded.status, excluded.open, excluded.since, excluded.revision, excluded.as_of)`.execute(
    transaction,
  )
}
