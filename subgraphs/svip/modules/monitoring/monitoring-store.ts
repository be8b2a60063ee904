import { type Kysely, type RawBuilder, sql } from 'kysely'
import { firstOfNextMonth } from '../../../../kernel/calendar.ts'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { objectionStands } from '../../policy/to-sql.ts'
import type { Tables } from '../../store/tables.ts'
import type { SignalKind, SignalState } from '../signals/tables.ts'

export type MonitoringStore = ReturnType<typeof createMonitoringStore>

type Month = { readonly month: string }
export type RequestFigures = Month & {
  readonly submitted: number
  readonly answered: number
  readonly granted: number
  readonly partly_granted: number
  readonly refused: number
  /** The median of the days from submission to answer; `null` when no request was answered. */
  readonly median_days: number | null
}
export type SignalFigures = Month & {
  readonly kind: SignalKind
  readonly state: SignalState
  readonly signals: number
  readonly days: number
  readonly late: number
}
export type AgreementFigures = Month & {
  readonly kind: 'JOINT_INSPECTION' | 'INTEGRAL_PLAN'
  readonly state: string
  readonly count: number
}
export type AcuteFigures = Month & {
  readonly reported: number
  readonly made_safe: number
  readonly made_safe_late: number
}
export type LeadTimeFigures = Month & {
  readonly owner: Owner
  readonly ended: number
  /** The number of ended tracks with a known start. */
  readonly measured: number
  readonly mean_days: number | null
  readonly median_days: number | null
}
export type WaitingFigures = {
  readonly what: 'information_request' | 'signal' | 'joint_inspection' | 'integral_plan'
  readonly overdue: boolean | null
  readonly count: number
}
/** Addresses with a joint inspection that was held or an integral plan that was agreed, until the end of a month. */
export type UseFigures = Month & { readonly addresses: number }

/** Whether no objection stands at the address: addresses with an objection are in no figure (ADR 0031). */
const shown = (addressId: string) => sql`not ${objectionStands(addressId)}`

/** The first day of the month of a moment, in the Netherlands. */
const monthOf = (moment: RawBuilder<unknown>) =>
  sql`date_trunc('month', ${moment} at time zone 'Europe/Amsterdam')::date`

/** Counts per month, each in one statement for all months. They name no address and no person. */
export function createMonitoringStore(db: Kysely<Tables>) {
  const within = (moment: RawBuilder<unknown>, months: readonly string[]) => {
    const [first = ''] = months
    return sql`${moment} >= ${first}::date::timestamp at time zone 'Europe/Amsterdam'
      and ${moment} < ${firstOfNextMonth(months.at(-1) ?? first)}::date::timestamp at time zone 'Europe/Amsterdam'`
  }
  return {
    async requests(months: readonly string[]): Promise<readonly RequestFigures[]> {
      const { rows } = await sql<RequestFigures>`
        with submitted as (
          select ${monthOf(sql`submitted_at`)} as month, count(*) as submitted from information_request
          where ${within(sql`submitted_at`, months)} and ${shown('information_request.address_id')} group by 1
        ), answered as (
          select ${monthOf(sql`answered_at`)} as month, count(*) as answered,
            count(*) filter (where outcome = 'GRANTED') as granted,
            count(*) filter (where outcome = 'PARTLY_GRANTED') as partly_granted,
            count(*) filter (where outcome = 'REFUSED') as refused,
            percentile_cont(0.5) within group (order by extract(epoch from answered_at - submitted_at) / 86400)::float8 as median_days
          from information_request where ${within(sql`answered_at`, months)} and ${shown('information_request.address_id')} group by 1
        )
        select month, coalesce(submitted, 0)::int as submitted, coalesce(answered, 0)::int as answered,
          coalesce(granted, 0)::int as granted, coalesce(partly_granted, 0)::int as partly_granted,
          coalesce(refused, 0)::int as refused, median_days
        from submitted full join answered using (month)`.execute(db)
      return rows
    },

    async signals(months: readonly string[]): Promise<readonly SignalFigures[]> {
      const { rows } = await sql<SignalFigures>`
        with counted as (
          select month, kind, state, signals, days, late from signal_statistic where month = any(${months}::date[])
          union all
          select taken.month, taken.kind, taken.state, -1, -greatest(0, taken.day - taken.created), -(taken.due_on < taken.day)::int
          from (select ${monthOf(sql`st.at`)} as month, s.kind, st.to_state as state, s.due_on,
              (st.at at time zone 'Europe/Amsterdam')::date as day, (s.created_at at time zone 'UTC')::date as created
            from signal s join signal_step st on st.signal_id = s.id
            where (st.from_state is null or st.from_state <> st.to_state) and not ${shown('s.address_id')}
              and ${within(sql`st.at`, months)}) taken
        )
        select month, kind, state, sum(signals)::int as signals, sum(days)::int as days, sum(late)::int as late
        from counted group by month, kind, state having sum(signals) > 0 order by month, kind, state`.execute(
        db,
      )
      return rows
    },

    async agreements(months: readonly string[]): Promise<readonly AgreementFigures[]> {
      const { rows } = await sql<AgreementFigures>`
        select ${monthOf(sql`at`)} as month, kind, state, count(*)::int as count from cooperation_step
        where kind in ('JOINT_INSPECTION', 'INTEGRAL_PLAN') and ${within(sql`at`, months)}
          and ${shown('cooperation_step.address_id')} group by 1, 2, 3`.execute(db)
      return rows
    },

    async acute(months: readonly string[]): Promise<readonly AcuteFigures[]> {
      const { rows } = await sql<AcuteFigures>`
        select ${monthOf(sql`reported_at`)} as month, count(*)::int as reported, count(made_safe_at)::int as made_safe,
          count(*) filter (where made_safe_at > safe_by)::int as made_safe_late
        from acute_case where ${within(sql`reported_at`, months)} and ${shown('acute_case.address_id')} group by 1`.execute(
        db,
      )
      return rows
    },

    async leadTimes(months: readonly string[]): Promise<readonly LeadTimeFigures[]> {
      const { rows } = await sql<LeadTimeFigures>`
        select date_trunc('month', since)::date as month, owner, count(*)::int as ended, count(started_on)::int as measured,
          avg(since - started_on)::float8 as mean_days,
          percentile_cont(0.5) within group (order by since - started_on)::float8 as median_days
        from register_track
        where not open and physical and ${shown('register_track.address_id')} and since >= ${months[0]}::date and since < ${firstOfNextMonth(months.at(-1) ?? '')}::date
        group by 1, 2 order by 1, 2`.execute(db)
      return rows
    },

    /** What is open now, by kind, with the overdue ones counted apart. */
    async waiting(today: string): Promise<readonly WaitingFigures[]> {
      const { rows } = await sql<WaitingFigures>`
        select 'information_request' as what, due_on < ${today}::date as overdue, count(*)::int as count
          from information_request where place is not null group by 2
        union all
        select 'signal', due_on < ${today}::date, count(*)::int from signal where ended_at is null group by 2
        union all
        select 'joint_inspection', false, count(*)::int from joint_inspection where ended_at is null
        union all
        select 'integral_plan', false, count(*)::int from integral_plan where ended_at is null`.execute(db)
      return rows
    },

    /** The number of addresses with a joint inspection held or an integral plan agreed, by the end of each month. */
    async used(months: readonly string[]): Promise<readonly UseFigures[]> {
      const { rows } = await sql<UseFigures>`
        with used as (
          select address_id, min(at) as at from cooperation_step
          where (kind = 'JOINT_INSPECTION' and state = 'HELD') or (kind = 'INTEGRAL_PLAN' and state in ('AGREED', 'CARRIED_OUT'))
          group by address_id having ${shown('cooperation_step.address_id')}
        )
        select month::text, count(address_id)::int as addresses
        from unnest(${months}::date[]) as month
        left join used on used.at < (month + interval '1 month')::timestamp at time zone 'Europe/Amsterdam'
        group by month`.execute(db)
      return rows
    },
  }
}
