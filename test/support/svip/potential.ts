import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Owner } from '../../../kernel/vocabulary.ts'
import { createAddressStore } from '../../../subgraphs/svip/modules/addresses/address-store.ts'
import { createPotentialStore } from '../../../subgraphs/svip/modules/potential/potential-store.ts'
import type { RegisterEvent } from '../../../subgraphs/svip/register/event.ts'
import { createRegisterStore } from '../../../subgraphs/svip/register/register-store.ts'
import {
  migrations,
  type ObjectionRow,
  type Tables,
  type TrackRow,
} from '../../../subgraphs/svip/store/tables.ts'
import type { OpenDatabase } from '../owner/databases.ts'

const DAY = '2027-01-04'
const TABLES = [
  'register_track',
  'potential_address',
  'potential_count',
  'potential_day',
  'potential_area',
  'potential_move',
  'potential_left_out',
]

/** The figures on one database, with the register and the import that feed them and a separate clock. */
export async function openPotential(open: OpenDatabase) {
  let statements = 0
  const database = await open<Tables>(migrations, () => {
    statements += 1
  })
  const { db } = database
  // The figures begin on the day of the migration, by the clock of the machine.
  let day = DAY
  await sql`update potential_state set since = ${day}, settled_on = ${day}`.execute(db)
  const now = () => new Date(`${day}T12:00:00Z`)
  let potential = createPotentialStore(db, now)
  const register = createRegisterStore(db, [(...told) => potential.follow(...told)])
  const addresses = createAddressStore(db, (...told) => potential.followImport(...told))
  const revisions = new Map<string, number>()
  return {
    db,
    get potential() {
      return potential
    },
    statements: () => statements,
    /** Moves to another day, with a restarted process. */
    goTo(next: string) {
      day = next
      potential = createPotentialStore(db, now)
    },
    event(addressId: string, owner: Owner, state: Partial<TrackRow> = {}): RegisterEvent {
      const reference = state.reference ?? `${owner}-${addressId}`
      const revision = (revisions.get(reference) ?? 0) + 1
      revisions.set(reference, revision)
      return { id: randomUUID(), track: { ...track(owner, addressId, reference), ...state, revision } }
    },
    tell: (...events: readonly RegisterEvent[]) => register.record(events),
    /** Records an objection at an address, or the decision on it. Earlier objections of other tests are at other addresses. */
    object: (addressId: string, state: ObjectionRow['state']) =>
      db.transaction().execute(async (transaction) => {
        const changed =
          await sql`update objection set state = ${state} where address_id = ${addressId} returning id`.execute(
            transaction,
          )
        if (changed.rows.length === 0)
          await sql`insert into objection (id, revision, address_id, evidence, recorded_by, recorded_at, purposes, state, channel, received_at, decide_by)
            values (gen_random_uuid(), 1, ${addressId}, 'x', 'IMG', now(), '{}', ${state}, 'FORM', now(), '2027-02-01')`.execute(
            transaction,
          )
        await potential.followObjection(transaction, addressId)
      }),
    /** Adds addresses to a municipality since a day, or since ever. */
    locate: (ids: readonly string[], municipality: string, since = '1900-01-01', postcode = '9919AA') =>
      addresses.importAll(
        ids.map((id) => ({
          id,
          street: 'Proefstraat',
          house_number: 1,
          house_letter: null,
          house_number_addition: null,
          postcode,
          city: 'Loppersum',
          municipality,
          since,
        })),
      ),
    /** Removes the data of a test, except its objections (which the process may not delete) and their addresses. */
    async clear() {
      for (const table of TABLES) await sql`delete from ${sql.table(table)}`.execute(db)
      await sql`delete from address_municipality`.execute(db)
      await sql`delete from address where id not in (select address_id from objection)`.execute(db)
      await sql`update potential_state set since = ${DAY}, settled_on = ${DAY}`.execute(db)
      this.goTo(DAY)
    },
    close: () => database.close(),
  }
}
export type PotentialUnderTest = Awaited<ReturnType<typeof openPotential>>

const track = (owner: Owner, addressId: string, reference: string): TrackRow => ({
  owner,
  reference,
  address_id: addressId,
  phase: 'INSPECTION',
  status: owner === 'NCG' ? 'S2_1' : 'INSPECTION',
  open: true,
  since: '2026-01-01',
  revision: 1,
  as_of: '2026-01-01T00:00:00Z',
})

export const completed = { open: false, phase: 'COMPLETION', status: null } as const

export const addressId = (number: number): string => `001020${String(number).padStart(10, '0')}`

/** The situation and area of each address, computed in SQL from the register and the addresses only, ignoring objections. */
export async function straightSituations(db: Kysely<Tables>, day: string): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`
    with first as (select distinct on (address_id, owner) * from register_track where physical
        order by address_id, owner, open desc, since desc nulls last, reference),
      both_sides as (select coalesce(n.address_id, i.address_id) as address_id, case
          when n.address_id is null then 'DAMAGE_ONLY///'
          when i.address_id is null then 'NO_REPORT/' || n.phase || '/' || coalesce(n.status, '') || '/'
          when n.open and i.open then 'BOTH_RUNNING/' || n.phase || '/' || coalesce(n.status, '') || '/' || coalesce(i.status, '')
          else 'HANDLED/' || n.phase || '/' || coalesce(n.status, '') || '/' end as situation
        from (select * from first where owner = 'NCG') n
        full join (select * from first where owner = 'IMG') i on i.address_id = n.address_id),
      placed as (select b.address_id, situation, coalesce((select code from address_municipality m where m.address_id = b.address_id
        and valid_from <= ${day}::date order by valid_from desc limit 1), '') as scope from both_sides b)
    select * from placed`.execute(db)
  return rows
}

/** Counts them, without the addresses with a standing objection. */
export async function countStanding(
  db: Kysely<Tables>,
  placed: readonly Placed[],
): Promise<Record<string, number>> {
  const { rows } = await sql<{ address_id: string }>`
    select address_id from objection where state in ('RECEIVED', 'UPHELD')`.execute(db)
  const objecting = new Set(rows.map(({ address_id }) => address_id))
  const shown = placed.filter(({ address_id }) => !objecting.has(address_id))
  const counted = Map.groupBy(
    shown.flatMap(({ scope, situation }) => [`${scope} ${situation}`, `ALL ${situation}`]),
    (key) => key,
  )
  return Object.fromEntries([...counted].map(([key, same]) => [key, same.length] as const).toSorted())
}

export const straightCount = async (db: Kysely<Tables>, day: string): Promise<Record<string, number>> =>
  countStanding(db, await straightSituations(db, day))

type Placed = { readonly address_id: string; readonly scope: string; readonly situation: string }

/** The figures: now, or at the end of a day. */
export async function countsHeld(db: Kysely<Tables>, day?: string): Promise<Record<string, number>> {
  const { rows } = day
    ? await sql<Row>`select distinct on (scope, situation) scope, situation, count from potential_day
        where day <= ${day}::date order by scope, situation, day desc`.execute(db)
    : await sql<Row>`select scope, situation, count from potential_count`.execute(db)
  return toRecord(rows.filter(({ count }) => count !== 0))
}

type Row = { readonly scope: string; readonly situation: string; readonly count: number }
const toRecord = (rows: readonly Row[]): Record<string, number> =>
  Object.fromEntries(
    rows.map(({ scope, situation, count }) => [`${scope} ${situation}`, count] as const).toSorted(),
  )
