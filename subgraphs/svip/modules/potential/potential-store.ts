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

/** An address in a list, with its sort keys. */
export type Hit = { readonly address_id: string; readonly area: string; readonly expected: number | null }

/** The sort keys of the hit after which a page begins. */
export type Place = { readonly expected: number; readonly area: string; readonly addressId: string }

/** A smaller area is no basis for an expectation, and would reveal too much about its addresses. */
const SMALLEST_AREA = 10
/** The maximum of addresses that change municipality in one transaction. */
const AT_ONCE = 5000

/**
 * The store of the figures of the cooperation potential, and of the addresses behind them. Events of the register, imports and objections
 * change them; nothing else does.
 */
export function createPotentialStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  const today = () => dutchDay(now())
  /** The last day of which this process knows that all reorganisations are in the figures. */
  let settledOn = ''

  return {
    /** A consequence of the register's events (`register-store.ts`), in the transaction and lock of the register. */
    follow: async (transaction: Transaction<Tables>, transitions: readonly Transition[]): Promise<void> => {
      const situated = Map.groupBy(transitions, ({ addressId }) => addressId)
      const changed = [...situated].flatMap(([addressId, all]): Situated[] => {
        const before = keyOf(all[0]?.before ?? [])
        const situation = keyOf(all.at(-1)?.after ?? [])
        return before === situation ? [] : [{ addressId, situation }]
      })
      await countSituations(transaction, changed, today())
    },

    /** Counts imported addresses in their current municipality, in the transaction of the import. */
    followImport: async (transaction: Transaction<Tables>, addressIds: readonly string[]): Promise<void> => {
      if (addressIds.length === 0) return
      await lockFigures(transaction)
      const { settled_on } = await state(transaction)
      // Another process whose clock is ahead may already have settled a later day.
      const [, day = settled_on] = [settled_on, today()].toSorted()
      await countPlaces(transaction, addressIds, day)
    },

    /** Removes an address from figures and lists while an objection stands, in the transaction that changes the objection. */
    followObjection: (transaction: Transaction<Tables>, addressId: string): Promise<void> =>
      followObjection(transaction, addressId),

    /** Applies the municipal reorganisations that are due, each on its own day. Does nothing when this process already did so today. */
    async settle(): Promise<void> {
      const day = today()
      while (settledOn < day) settledOn = await settleNext(db, day)
    },

    /** The first day with figures, and today. */
    async known(): Promise<Known> {
      const { since } = await state(db)
      return { since, today: today() }
    },

    /** The number of addresses in each situation at the end of each of these days, in one municipality or in the whole area. */
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

    /** The number of listable addresses in each situation now, by `toKey`. */
    async listable(municipality: string | null): Promise<ReadonlyMap<string, number>> {
      const { rows } = await sql<{ situation: string; count: number }>`
        select situation, sum(count)::int as count from potential_count
        where count > 0 and ${municipality === null ? sql`scope not in (${WHOLE_AREA}, '')` : sql`scope = ${municipality}`}
        group by situation order by situation`.execute(db)
      return new Map(rows.map(({ situation, count }) => [situation, count]))
    },

    /**
     * Reads a page of the addresses in these situations, the highest expected damage first, with one more hit when another page follows.
     * Addresses with an objection of a resident are left out.
     */
    async page(
      situations: readonly string[],
      municipality: string | null,
      { first, after }: { readonly first: number; readonly after: Place | null },
    ): Promise<readonly Hit[]> {
      const [fromArea, fromAddress] = after ? beyond(after) : [sql`true`, sql`true`]
      // Addresses without a postcode are in no area, so they sort with the areas without an expectation. The query goes area by area, and
      // within an area situation by situation, and stops when the page is full, however many addresses there are.
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
 * The damage to expect at an address without a report: the share of NCG's addresses in its postcode area (four digits) with reported
 * damage, in steps of ten percent; `null` for a small area.
 */
const EXPECTED = sql<
  number | null
>`case when addresses >= ${SMALLEST_AREA} then round(reported * 10.0 / addresses)::int * 10 end`

/** The conditions for what follows a place: on the area, and on the addresses within the area of that place. */
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

/** Applies one batch of the first reorganisation that is due. @returns the day up to which all reorganisations are applied. */
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
    // More addresses of the same day may follow in the next batch.
    const { rows: reached } = await sql<{ settled_on: string }>`
      update potential_state set settled_on = greatest(settled_on, ${day === undefined ? today : addDays(day, -1)}::date)
      returning settled_on::text`.execute(transaction)
    return reached[0]?.settled_on ?? today
  })
}
