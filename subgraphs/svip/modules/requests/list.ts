import { type RawBuilder, sql } from 'kysely'
import { isStorable } from '../../../../kernel/graphql/input.ts'
import type { Order } from '../../../../kernel/graphql/keyset.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import type { InformationRequestFilter } from '../../schema.generated.ts'
import type { InformationRequestRow } from './tables.ts'

/** The filters and orders of the lists of requests. */

export const REQUEST_SORTS = ['DUE', 'NEWEST', 'OLDEST'] as const
export type RequestSort = (typeof REQUEST_SORTS)[number]

export function conditionsOf(
  caller: Caller,
  filter: InformationRequestFilter,
  today: string,
): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  const equal = (column: string, value: string | null | undefined) => {
    if (value === null || value === undefined) return
    // PostgreSQL fails on a NUL, where the search should just find nothing.
    conditions.push(isStorable(value) ? sql`${sql.ref(`r.${column}`)} = ${value}` : sql`false`)
  }
  equal('place', filter.place)
  equal('owner', filter.owner)
  equal('outcome', filter.outcome)
  equal('address_id', filter.addressId)
  equal('number', filter.number?.trim().toUpperCase())
  if (filter.states) conditions.push(sql`r.state = any(${filter.states})`)
  if (filter.kinds) conditions.push(sql`r.kind = any(${filter.kinds})`)
  if (filter.open === true) conditions.push(sql`r.place is not null`)
  if (filter.open === false) conditions.push(sql`r.place is null`)
  if (filter.overdue === true) conditions.push(sql`r.due_sort < ${today}::date`)
  if (filter.overdue === false) conditions.push(sql`r.due_sort >= ${today}::date`)
  if (typeof filter.assignee === 'string' || typeof filter.unassigned === 'boolean')
    conditions.push(deskOf(caller))
  equal('assignee', filter.assignee)
  if (filter.unassigned === true) conditions.push(sql`r.assignee is null`)
  if (filter.unassigned === false) conditions.push(sql`r.assignee is not null`)
  if (filter.mine !== null && filter.mine !== undefined) {
    const mine = sql`(r.requester_organisation = ${caller.organisation} and r.requester_subject = ${caller.subject})`
    conditions.push(filter.mine ? mine : sql`not ${mine}`)
  }
  const search = filter.search?.trim()
  if (search)
    conditions.push(
      isStorable(search) ? sql`r.search @@ websearch_to_tsquery('simple', ${inWords(search)})` : sql`false`,
    )
  return sql`${sql.join(conditions, sql` and `)}`
}

/** Writes a search as the index does: a postcode as one word (`9919 AA`), and no hyphen in a word; a leading one means "without". */
const inWords = (search: string): string =>
  search.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ').replace(/\b(\d{4})\s+([a-z]{2})\b/gi, '$1$2')

/** An assignee can only be filtered on by the desk that has the request, because others do not see the assignee either. */
const deskOf = ({ organisation, roles }: Caller): RawBuilder<boolean> =>
  roles.includes('svip_officer') ? sql`r.place = ${organisation}` : sql`false`

/** By due date, with requests without one last; or by age. */
export const ORDERS: Readonly<Record<RequestSort, Order>> = {
  DUE: { by: 'r.due_sort', id: 'r.id', of: 'DAY' },
  NEWEST: { by: 'r.submitted_at', id: 'r.id', of: 'MOMENT', newestFirst: true },
  OLDEST: { by: 'r.submitted_at', id: 'r.id', of: 'MOMENT' },
}

const NEVER = '9999-12-31'

/** The sort keys of a request for the cursor. */
export const placeOf = (
  { due_on, submitted_at, id }: InformationRequestRow,
  sort: RequestSort,
): [string, string] => [sort === 'DUE' ? (due_on ?? NEVER) : submitted_at, id]
