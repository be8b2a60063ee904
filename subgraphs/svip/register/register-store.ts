import { type Kysely, sql } from 'kysely'
import type { Tables, TrackRow } from '../store/tables.ts'

export type RegisterStore = ReturnType<typeof createRegisterStore>

/** The thin register of what plays where. It is told by the agencies; nothing else writes it. */
export function createRegisterStore(db: Kysely<Tables>) {
  return {
    /** Takes over the state of tracks. An older or equal revision changes nothing, so events may come twice or late. */
    async record(tracks: readonly TrackRow[]): Promise<void> {
      const newest = new Map<string, TrackRow>()
      for (const track of tracks) {
        const key = `${track.owner} ${track.reference}`
        const present = newest.get(key)
        if (!present || present.revision < track.revision) newest.set(key, track)
      }
      await sql`
        insert into register_track as stored
        select owner, reference, address_id, phase, status, open, since, revision, as_of
        from json_populate_recordset(null::register_track, ${JSON.stringify([...newest.values()])}::json)
        on conflict (owner, reference) do update set (address_id, phase, status, open, since, revision, as_of)
          = (excluded.address_id, excluded.phase, excluded.status, excluded.open, excluded.since, excluded.revision, excluded.as_of)
        where stored.revision < excluded.revision`.execute(db)
    },
  }
}
