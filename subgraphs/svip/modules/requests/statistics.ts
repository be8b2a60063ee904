import { type Kysely, sql } from 'kysely'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import type { InformationRequestOutcome } from '../../schema.generated.ts'
import type { Tables } from '../../store/tables.ts'
import type { RequestKind } from './tables.ts'

/** Figures about requests: about all of them, or about those with one kind, outcome or assessing desk. */
export type RequestNumbers = {
  readonly submitted: number
  readonly open: number
  readonly overdue: number
  readonly answered: number
  /** Days from submission to answer; `null` when no request was answered. */
  readonly mean_days: number | null
  readonly median_days: number | null
}

export type NumbersRow = RequestNumbers & {
  readonly kind: RequestKind | null
  readonly outcome: InformationRequestOutcome | null
  readonly assessing_desk: Owner | null
  /** Which of kind, outcome and desk the row aggregates over: bits 4, 2 and 1. */
  readonly level: number
}

export type Statistics = { readonly numbers: readonly NumbersRow[] }

/** Counts the requests submitted in a period (days in the Netherlands, both included), in one statement. */
export async function requestNumbers(
  db: Kysely<Tables>,
  from: string,
  until: string,
  today: string,
): Promise<readonly NumbersRow[]> {
  const { rows } = await sql<NumbersRow>`
    select kind, outcome, assessing_desk, grouping(kind, outcome, assessing_desk)::int as level,
      count(*) as submitted,
      count(*) filter (where place is not null) as open,
      count(*) filter (where due_on < ${today}::date) as overdue,
      count(answered_at) as answered,
      avg(extract(epoch from answered_at - submitted_at) / 86400)::float8 as mean_days,
      percentile_cont(0.5) within group (order by extract(epoch from answered_at - submitted_at) / 86400)::float8 as median_days
    from information_request
    where submitted_at >= ${from}::date::timestamp at time zone 'Europe/Amsterdam'
      and submitted_at < (${until}::date + 1)::timestamp at time zone 'Europe/Amsterdam'
    group by grouping sets ((), (kind), (outcome), (assessing_desk), (kind, outcome, assessing_desk))
    order by level desc, kind, outcome, assessing_desk`.execute(db)
  return rows
}
