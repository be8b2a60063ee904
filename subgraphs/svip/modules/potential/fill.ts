import { type Kysely, sql } from 'kysely'
import type { Tables, TrackRow } from '../../store/tables.ts'
import { countSituations, type Situated } from './count.ts'
import { situationOf, toKey } from './situation.ts'

const AT_ONCE = 5000

/** The situation of every address in the register, in batches, computed by the same rule as for events. */
export async function* situationsInRegister(db: Kysely<Tables>): AsyncGenerator<readonly Situated[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ address_id: string; tracks: readonly TrackRow[] }>`
      select address_id, json_agg(t) as tracks from register_track t
      where address_id in (select distinct address_id from register_track where address_id > ${after} order by address_id limit ${AT_ONCE})
      group by address_id order by address_id`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    after = last.address_id
    yield rows.map(({ address_id: addressId, tracks }) => {
      const situation = situationOf(tracks)
      return { addressId, situation: situation && toKey(situation) }
    })
  }
}

/** Counts what is already in the register, as of the first day of the figures. */
export async function fill(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ since: string }>`select since::text from potential_state`.execute(db)
  const since = rows[0]?.since ?? ''
  for await (const situated of situationsInRegister(db)) await countSituations(db, situated, since)
}
