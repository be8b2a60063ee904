import { type Kysely, sql } from 'kysely'
import { objectionStands } from '../../policy/to-sql.ts'
import type { Tables } from '../../store/tables.ts'
import { fromKey } from './situation.ts'
import type { PotentialAddressRow, PotentialMoveRow } from './tables.ts'

/**
 * Keeps the counts equal to the addresses: each change adds its difference to the counts. Each difference is also stored with its address,
 * so that an objection can remove the address from the counts of every day, and its end can put it back.
 */

/** The scope of the whole area, which includes addresses that the SVIP has not imported (yet). */
export const WHOLE_AREA = 'ALL'

/** The new situation of an address; `null` when it has no tracks any more. */
export type Situated = { readonly addressId: string; readonly situation: string | null }

/**
 * Takes the lock of the register until the end of the transaction, so that only one transaction at a time changes figures: the changes by
 * events, imports and reorganisations depend on the current rows.
 */
export const lockFigures = async (transaction: Kysely<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(transaction)
}

/** Counts addresses in their new situation instead of the previous one, in their municipality on that day. */
export async function countSituations(
  transaction: Kysely<Tables>,
  situated: readonly Situated[],
  day: string,
): Promise<void> {
  if (situated.length === 0) return
  const situations = new Map(situated.map(({ addressId, situation }) => [addressId, situation]))
  await recount(
    transaction,
    [...situations.keys()],
    day,
    ({ address_id }) => situations.get(address_id) ?? null,
  )
}

/** Counts addresses in their current municipality and area; their situations stay. */
export const countPlaces = (
  transaction: Kysely<Tables>,
  addressIds: readonly string[],
  day: string,
): Promise<void> => recount(transaction, addressIds, day, ({ counted }) => counted?.situation ?? null)

/**
 * Removes an address from the counts of every day while an objection stands, or puts it back. Changes of a removed address are stored only
 * with the address, so that no figure depends on them.
 */
export async function followObjection(transaction: Kysely<Tables>, addressId: string): Promise<void> {
  await lockFigures(transaction)
  const { rows } = await sql<{ stands: boolean; left_out: boolean; counted: PotentialAddressRow | null }>`
    select ${objectionStands('asked.id')} as stands,
      exists (select from potential_left_out l where l.address_id = asked.id) as left_out,
      (select row_to_json(p) from potential_address p where p.address_id = asked.id) as counted
    from (values (${addressId})) asked(id)`.execute(transaction)
  const { stands = false, left_out = false, counted = null } = rows[0] ?? {}
  if (stands === left_out) return
  await (stands
    ? sql`insert into potential_left_out values (${addressId})`
    : sql`delete from potential_left_out where address_id = ${addressId}`
  ).execute(transaction)
  const { rows: moves } = await sql<Move>`
    select address_id, day::text, municipality, situation, by from potential_move where address_id = ${addressId} order by day`.execute(
    transaction,
  )
  const sign = stands ? -1 : 1
  await addCounts(
    transaction,
    moves.map((move) => ({ ...move, by: sign * move.by })),
  )
  await addAreas(transaction, [stands ? { before: counted, after: null } : { before: null, after: counted }])
}

type Found = {
  readonly address_id: string
  readonly municipality: string
  readonly area: string
  readonly counted: PotentialAddressRow | null
  readonly left_out: boolean
}

async function recount(
  transaction: Kysely<Tables>,
  addressIds: readonly string[],
  day: string,
  situationOf: (found: Found) => string | null,
): Promise<void> {
  const found = await findPlaces(transaction, addressIds, day)
  const changes = found.flatMap((each) => {
    const { address_id, municipality, area, counted, left_out } = each
    const situation = situationOf(each)
    const after = situation === null ? null : { address_id, situation, municipality, area }
    return isSame(counted, after) ? [] : [{ address_id, before: counted, after, left_out }]
  })
  if (changes.length === 0) return
  const rows = changes.flatMap(({ after }) => (after ? [after] : []))
  const gone = changes.flatMap(({ address_id, after }) => (after ? [] : [address_id]))
  await sql`
    insert into potential_address select * from json_populate_recordset(null::potential_address, ${JSON.stringify(rows)}::json)
    on conflict (address_id) do update set (situation, municipality, area) = (excluded.situation, excluded.municipality, excluded.area)`.execute(
    transaction,
  )
  await keepMoves(transaction, changes, day)
  if (gone.length > 0)
    await sql`
      with gone as (delete from potential_address where address_id = any(${gone}))
      delete from potential_move where address_id = any(${gone})`.execute(transaction)
  const shown = changes.filter(({ left_out }) => !left_out)
  await addCounts(transaction, movesOf(shown, day))
  await addAreas(transaction, shown)
}

type Change = { readonly before: PotentialAddressRow | null; readonly after: PotentialAddressRow | null }
type Move = PotentialMoveRow

/** The changes to the counts from a day onwards: one less for the previous row of an address, one more for the new one. */
const movesOf = (changes: readonly Change[], day: string): readonly Move[] =>
  changes.flatMap(({ before, after }) =>
    (
      [
        [before, -1],
        [after, 1],
      ] as const
    ).flatMap(([row, by]) => {
      if (!row) return []
      const { address_id, municipality, situation } = row
      return [{ address_id, day, municipality, situation, by }]
    }),
  )

/** Stores the moves of each address; changes on the same day are added up. */
async function keepMoves(
  transaction: Kysely<Tables>,
  changes: readonly Change[],
  day: string,
): Promise<void> {
  // A change of only the postcode does not change any count.
  const moves = movesOf(
    changes.filter(
      ({ before, after }) =>
        before?.situation !== after?.situation || before?.municipality !== after?.municipality,
    ),
    day,
  )
  await sql`
    insert into potential_move as kept
    select * from json_populate_recordset(null::potential_move, ${JSON.stringify(moves)}::json)
    on conflict (address_id, day, municipality, situation) do update set by = kept.by + excluded.by`.execute(
    transaction,
  )
}

async function findPlaces(
  transaction: Kysely<Tables>,
  addressIds: readonly string[],
  day: string,
): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select asked.address_id, coalesce(left(a.postcode, 4), '') as area,
      coalesce((select m.code from address_municipality m where m.address_id = asked.address_id and m.valid_from <= ${day}::date
        order by m.valid_from desc limit 1), '') as municipality,
      case when p.address_id is not null then row_to_json(p) end as counted,
      exists (select from potential_left_out l where l.address_id = asked.address_id) as left_out
    from unnest(${addressIds}::text[]) asked(address_id)
    left join address a on a.id = asked.address_id
    left join potential_address p on p.address_id = asked.address_id`.execute(transaction)
  return rows
}

const isSame = (a: PotentialAddressRow | null, b: PotentialAddressRow | null): boolean =>
  a?.situation === b?.situation && a?.municipality === b?.municipality && a?.area === b?.area

async function addCounts(transaction: Kysely<Tables>, moves: readonly Move[]): Promise<void> {
  for (const [day, some] of Map.groupBy(moves, (move) => move.day)) await addOnDay(transaction, some, day)
}

async function addOnDay(transaction: Kysely<Tables>, moves: readonly Move[], day: string): Promise<void> {
  const tally = createTally()
  for (const { municipality, situation, by } of moves)
    for (const scope of [WHOLE_AREA, municipality]) tally.add(`${scope} ${situation}`, by)
  const deltas = tally.entries().map(([key, delta]) => {
    const [scope, situation] = key.split(' ')
    return { scope, situation, delta }
  })
  if (deltas.length === 0) return
  const changed = sql`json_to_recordset(${JSON.stringify(deltas)}::json) as d(scope text, situation text, delta integer)`
  await sql`
    insert into potential_count as stored select scope, situation, delta from ${changed}
    on conflict (scope, situation) do update set count = stored.count + excluded.count`.execute(transaction)
  await sql`
    insert into potential_day (scope, situation, day, count)
    select d.scope, d.situation, ${day}::date, d.delta + coalesce((select earlier.count from potential_day earlier
      where earlier.scope = d.scope and earlier.situation = d.situation and earlier.day <= ${day}::date order by earlier.day desc limit 1), 0)
    from ${changed}
    on conflict (scope, situation, day) do update set count = excluded.count`.execute(transaction)
  // A late reorganisation or an objection also changes the counts of the days since.
  await sql`
    update potential_day later set count = later.count + d.delta from ${changed}
    where later.scope = d.scope and later.situation = d.situation and later.day > ${day}::date`.execute(
    transaction,
  )
}

async function addAreas(transaction: Kysely<Tables>, changes: readonly Change[]): Promise<void> {
  const addresses = createTally()
  const reported = createTally()
  for (const { before, after } of changes) {
    for (const [row, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (!row || row.area === '') continue
      const { name } = fromKey(row.situation)
      if (name === 'DAMAGE_ONLY') continue
      addresses.add(row.area, by)
      reported.add(row.area, name === 'NO_REPORT' ? 0 : by)
    }
  }
  const deltas = [...new Set([...addresses.keys(), ...reported.keys()])].map((area) => ({
    area,
    addresses: addresses.of(area),
    reported: reported.of(area),
  }))
  if (deltas.length === 0) return
  await sql`
    insert into potential_area as stored
    select * from json_populate_recordset(null::potential_area, ${JSON.stringify(deltas)}::json)
    on conflict (area) do update set (addresses, reported) = (stored.addresses + excluded.addresses, stored.reported + excluded.reported)`.execute(
    transaction,
  )
}

function createTally() {
  const sums = new Map<string, number>()
  return {
    add: (key: string, by: number) => void sums.set(key, (sums.get(key) ?? 0) + by),
    of: (key: string): number => sums.get(key) ?? 0,
    keys: () => sums.keys(),
    /** The sums that are not zero. */
    entries: () => [...sums].filter(([, sum]) => sum !== 0),
  }
}
