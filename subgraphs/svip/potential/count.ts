import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { fromKey } from './situation.ts'
import type { PotentialAddressRow } from './tables.ts'

/** Keeps the counts equal to the addresses: each change is added to them as the difference it makes. */

/** Everywhere: the whole area, addresses that are not (yet) known to the SVIP included. */
export const WHOLE_AREA = 'ALL'

/** What is counted at an address: its situation, or `null` when nothing plays there any more. */
export type Situated = { readonly addressId: string; readonly situation: string | null }

/**
 * One at a time may change figures: what events, imports and reorganisations make of them depends on what they find. The lock of
 * the register, until the end of the transaction.
 */
export const lockFigures = async (transaction: Kysely<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(transaction)
}

/** Counts addresses under their new situation, in the municipality of that day, and no longer under what they were. */
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

/** Counts addresses under the municipality and area they have by now; their situations stay. */
export const countPlaces = (
  transaction: Kysely<Tables>,
  addressIds: readonly string[],
  day: string,
): Promise<void> => recount(transaction, addressIds, day, ({ counted }) => counted?.situation ?? null)

type Found = {
  readonly address_id: string
  readonly municipality: string
  readonly area: string
  readonly counted: PotentialAddressRow | null
}

async function recount(
  transaction: Kysely<Tables>,
  addressIds: readonly string[],
  day: string,
  situationOf: (found: Found) => string | null,
): Promise<void> {
  const found = await findPlaces(transaction, addressIds, day)
  const changes = found.flatMap((each) => {
    const { address_id, municipality, area, counted } = each
    const situation = situationOf(each)
    const after = situation === null ? null : { address_id, situation, municipality, area }
    return isSame(counted, after) ? [] : [{ address_id, before: counted, after }]
  })
  if (changes.length === 0) return
  const rows = changes.flatMap(({ after }) => (after ? [after] : []))
  const gone = changes.flatMap(({ address_id, after }) => (after ? [] : [address_id]))
  await sql`
    insert into potential_address select * from json_populate_recordset(null::potential_address, ${JSON.stringify(rows)}::json)
    on conflict (address_id) do update set (situation, municipality, area) = (excluded.situation, excluded.municipality, excluded.area)`.execute(
    transaction,
  )
  if (gone.length > 0)
    await sql`delete from potential_address where address_id = any(${gone})`.execute(transaction)
  await addCounts(transaction, changes, day)
  await addAreas(transaction, changes)
}

type Change = { readonly before: PotentialAddressRow | null; readonly after: PotentialAddressRow | null }

async function findPlaces(
  transaction: Kysely<Tables>,
  addressIds: readonly string[],
  day: string,
): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select asked.address_id, coalesce(left(a.postcode, 4), '') as area,
      coalesce((select m.code from address_municipality m where m.address_id = asked.address_id and m.valid_from <= ${day}::date
        order by m.valid_from desc limit 1), '') as municipality,
      case when p.address_id is not null then row_to_json(p) end as counted
    from unnest(${addressIds}::text[]) asked(address_id)
    left join address a on a.id = asked.address_id
    left join potential_address p on p.address_id = asked.address_id`.execute(transaction)
  return rows
}

const isSame = (a: PotentialAddressRow | null, b: PotentialAddressRow | null): boolean =>
  a?.situation === b?.situation && a?.municipality === b?.municipality && a?.area === b?.area

async function addCounts(
  transaction: Kysely<Tables>,
  changes: readonly Change[],
  day: string,
): Promise<void> {
  const tally = createTally()
  for (const { before, after } of changes) {
    for (const [row, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (row) for (const scope of [WHOLE_AREA, row.municipality]) tally.add(`${scope} ${row.situation}`, by)
    }
  }
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
  // A reorganisation that is taken over late, or another process whose clock runs behind: it counts in the days since too.
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
    /** What does not cancel out. */
    entries: () => [...sums].filter(([, sum]) => sum !== 0),
  }
}
