import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { addDays } from '../../../../kernel/calendar.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Transition } from '../../register/event.ts'
import type { Tables } from '../../store/tables.ts'
import {
  countPlaces,
  countSituations,
  followObjection,
  lockFigures,
  type Situated,
  WHOLE_AREA,
} from './count.ts'
import type { Known } from './days.ts'
import type { Counted } from './figures.ts'
import { fromKey, situationOf, toKey } from './situation.ts'
import type { PotentialStateRow } from './tables.ts'

/** An address in a list, with the place it has there. */
export type Hit = { readonly address_id: string; readonly area: string; readonly expected: number | null }

/** After which hit a page begins. */
export type Place = { readonly expected: number; readonly area: string; readonly addressId: string }

/** An area with fewer addresses says too little to expect anything by, and too much about them. */
const SMALLEST_AREA = 10
/** So many addresses change municipality in one transaction. */
const AT_ONCE = 5000

/**
 * The figures of the cooperation potential, and the addresses behind them. They follow the register, imports and objections; nothing
 * else writes them.
 */
export function createPotentialStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  const today = () => dutchDay(now())
  /** The last day up to which this process knows that reorganisations are in the figures. */
  let settledOn = ''

  return {
    /** A consequence of the register's events (`register-store.ts`), in whose transaction and lock it works. */
    follow: async (transaction: Transaction<Tables>, transitions: readonly Transition[]): Promise<void> => {
      const situated = Map.groupBy(transitions, ({ addressId }) => addressId)
      const changed = [...situated].flatMap(([addressId, all]): Situated[] => {
        const before = keyOf(all[0]?.before ?? [])
        const situation = keyOf(all.at(-1)?.after ?? [])
        return before === situation ? [] : [{ addressId, situation }]
      })
      await countSituations(transaction, changed, today())
    },

    /** Counts addresses where they lie now, in the transaction that imported them. */
    followImport: async (transaction: Transaction<Tables>, addressIds: readonly string[]): Promise<void> => {
      if (addressIds.length === 0) return
      await lockFigures(transaction)
      const { settled_on } = await state(transaction)
      // A process whose clock runs ahead may have settled this day already.
      const [, day = settled_on] = [settled_on, today()].toSorted()
      await countPlaces(transaction, addressIds, day)
    },

    /** Leaves an address out of figures and lists while an objection stands there, in the transaction that changes the objection. */
    followObjection: (transaction: Transaction<Tables>, addressId: string): Promise<void> =>
      followObjection(transaction, addressId),

    /**
     * Takes over the municipal reorganisations of the days that have come, each on its own day. Costs nothing when this process
     * did it before on the same day.
     */
    async settle(): Promise<void> {
      const day = today()
      while (settledOn < day) settledOn = await settleNext(db, day)
    },

    /** Since when there are figures. */
    async known(): Promise<Known> {
      const { since } = await state(db)
      return { since, today: today() }
    },

    /** How many addresses were in each situation at the end of each of these days, in one municipality or everywhere. */
    async counts(
      municipality: string | null,
      days: readonly string[],
    ): Promise<ReadonlyMap<string, Counted[]>> {
      const { rows } = await sql<{ day: string; situation: string; count: number }>`
        select asked.day, c.situation, level.count
        from potential_count c cross join unnest(${days}::text[]) asked(day)
        cross join lateral (select d.count from potential_day d where d.scope = c.scope and d.situation = c.situation
          and d.day <= asked.day::date order by d.day desc limit 1) level
        where c.scope = ${municipality ?? WHOLE_AREA} and level.count > 0`.execute(db)
      const counted = Map.groupBy(rows, ({ day }) => day)
      return new Map(
        days.map((day) => [
          day,
          (counted.get(day) ?? []).map(({ situation, count }) => ({ situation: fromKey(situation), count })),
        ]),
      )
    },

    /** How many addresses are in each situation now, of those that can be listed; by `toKey`. */
    async listable(municipality: string | null): Promise<ReadonlyMap<string, number>> {
      const { rows } = await sql<{ situation: string; count: number }>`
        select situation, sum(count)::int as count from potential_count
        where count > 0 and ${municipality === null ? sql`scope not in (${WHOLE_AREA}, '')` : sql`scope = ${municipality}`}
        group by situation order by situation`.execute(db)
      return new Map(rows.map(({ situation, count }) => [situation, count]))
    },

    /**
     * A page of the addresses in these situations: where most damage is expected first. One hit more than asked when more follow.
     * Addresses where a resident objected are never in it.
     */
    async page(
      situations: readonly string[],
      municipality: string | null,
      { first, after }: { readonly first: number; readonly after: Place | null },
    ): Promise<readonly Hit[]> {
      const [fromArea, fromAddress] = after ? beyond(after) : [sql`true`, sql`true`]
      // The addresses without a postcode are in no area, so nothing can be expected there: they come with the areas of which that holds.
      // Area by area, and in each situation by situation: as far as the page needs, however many addresses there are.
      const { rows } = await sql<Hit>`
        select hit.address_id, a.area, a.expected
        from (select area, expected, coalesce(expected, 0) as rank from (select area, ${EXPECTED} as expected from potential_area
            union all select '', null) known
          where ${fromArea} order by rank desc, area offset 0) a
        cross join lateral (
          select of_one.address_id from unnest(${situations}::text[]) asked(situation)
          cross join lateral (select p.address_id from potential_address p
            where p.area = a.area and p.situation = asked.situation and ${inMunicipality(municipality)} and ${withoutObjection}
              and ${fromAddress}
            order by p.address_id limit ${first + 1}) of_one
          order by of_one.address_id limit ${first + 1}) hit
        order by a.rank desc, a.area, hit.address_id limit ${first + 1}`.execute(db)
      return rows
    },
  }
}

const keyOf = (tracks: Parameters<typeof situationOf>[0]): string | null => {
  const situation = situationOf(tracks)
  return situation && toKey(situation)
}

/**
 * The damage to expect at an address without a report: the share of the addresses of NCG in its postcode area (four digits) with
 * damage reported, in tens of percents. `null` for too small an area.
 */
const EXPECTED = sql<
  number | null
>`case when addresses >= ${SMALLEST_AREA} then round(reported * 10.0 / addresses)::int * 10 end`

/** What comes after a place: which areas, and of the area of that place which addresses. */
const beyond = ({ expected, area, addressId }: Place) =>
  [
    sql`(coalesce(expected, 0) < ${expected}::int or (coalesce(expected, 0) = ${expected}::int and area >= ${area}))`,
    sql`(a.area <> ${area} or p.address_id > ${addressId})`,
  ] as const

const inMunicipality = (municipality: string | null): RawBuilder<unknown> =>
  municipality === null ? sql`p.municipality <> ''` : sql`p.municipality = ${municipality}`

const withoutObjection = sql`not exists (select from potential_left_out l where l.address_id = p.address_id)`

async function state(db: Kysely<Tables>): Promise<PotentialStateRow> {
  const { rows } = await sql<PotentialStateRow>`
    select since::text, settled_on::text from potential_state`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the state of the figures is gone')
  return row
}

/** Takes over one piece of the first reorganisation that has come. @returns the day up to which all of them are in. */
async function settleNext(db: Kysely<Tables>, today: string): Promise<string> {
  return await db.transaction().execute(async (transaction) => {
    await lockFigures(transaction)
    const { settled_on } = await state(transaction)
    const { rows } = await sql<{ address_id: string; day: string }>`
      select m.address_id, m.valid_from::text as day
      from address_municipality m join potential_address p on p.address_id = m.address_id
      where m.valid_from > ${settled_on}::date and m.valid_from <= ${today}::date and p.municipality <> m.code
        and not exists (select 1 from address_municipality later where later.address_id = m.address_id
          and later.valid_from > m.valid_from and later.valid_from <= ${today}::date)
      order by m.valid_from, m.address_id limit ${AT_ONCE}`.execute(transaction)
    const day = rows[0]?.day
    const due = rows.filter((row) => row.day === day).map(({ address_id }) => address_id)
    if (day !== undefined) await countPlaces(transaction, due, day)
    // Of the day itself more may follow in the next piece.
    const { rows: reached } = await sql<{ settled_on: string }>`
      update potential_state set settled_on = greatest(settled_on, ${day === undefined ? today : addDays(day, -1)}::date)
      returning settled_on::text`.execute(transaction)
    return reached[0]?.settled_on ?? today
  })
}
