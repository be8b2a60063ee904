import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../../../../kernel/calendar.ts'
import { isStorable } from '../../../../kernel/graphql/input.ts'
import type { Order } from '../../../../kernel/graphql/keyset.ts'
import type { SignalFilter } from '../../schema.generated.ts'
import { knowsKind, municipalityOn, type Reader, viewpointOf } from './reader.ts'
import { DONE_DAYS, type SignalRow, type SignalState } from './tables.ts'
import { isOpen } from './transitions.ts'

/** The filters of the lists of signals, which are in order of due date. */

/** A day after every due date and before every sort key of a closed signal. */
const DONE = '9000-01-01'

export function conditionsOf(reader: Reader, filter: SignalFilter): RawBuilder<boolean> {
  const { caller, today } = reader
  const { organisation, subject } = caller
  const conditions: RawBuilder<unknown>[] = []
  const equal = (value: string | null | undefined, expression: RawBuilder<unknown>) => {
    if (value === null || value === undefined) return
    // PostgreSQL fails on a NUL, where the search should just find nothing.
    conditions.push(isStorable(value) ? sql`${expression} = ${value}` : sql`false`)
  }
  const { direction = null } = filter
  if (viewpointOf(caller) !== 'SUPERVISOR')
    conditions.push(
      direction === 'SENT' ? sql`s.about = ${organisation}` : sql`s.recipient = ${organisation}`,
    )
  // Who handles a signal is internal to the recipient, so these filters do not match signals that the caller sent.
  const byHandler =
    typeof filter.mine === 'boolean' ||
    typeof filter.assignee === 'string' ||
    typeof filter.team === 'string' ||
    typeof filter.unassigned === 'boolean'
  if (byHandler) conditions.push(sql`s.recipient = ${organisation}`)
  equal(filter.assignee, sql`s.assignee`)
  equal(filter.team, sql`s.team`)
  if (filter.mine === true) equal(subject, sql`s.assignee`)
  if (filter.mine === false) conditions.push(sql`s.assignee is distinct from ${subject}`)
  if (filter.unassigned === true) conditions.push(sql`s.assignee is null and s.team is null`)
  if (filter.unassigned === false) conditions.push(sql`(s.assignee is not null or s.team is not null)`)
  if (filter.states) conditions.push(inStates(filter.states))
  if (filter.open === true) conditions.push(sql`s.due_sort < ${DONE}::date`)
  if (filter.open === false) conditions.push(sql`s.due_sort > ${DONE}::date`)
  if (filter.overdue === true) conditions.push(sql`s.due_sort < ${today}::date`)
  if (filter.overdue === false) conditions.push(sql`s.due_sort >= ${today}::date`)
  if (filter.kinds) conditions.push(sql`s.kind = any(${filter.kinds}) and ${knowsKind(reader)}`)
  if (filter.purposes) conditions.push(sql`s.purpose = any(${filter.purposes})`)
  equal(filter.municipality, municipalityOn(today))
  equal(filter.addressId, sql`s.address_id`)
  return sql`${sql.join(conditions.length === 0 ? [sql`true`] : conditions, sql` and `)}`
}

/** A single state uses its index; several states use the range of the sort key that they are in. */
function inStates(states: readonly SignalState[]): RawBuilder<boolean> {
  const [only] = states
  if (only !== undefined && states.length === 1) return sql`s.state = ${only}`
  const part = states.every((state) => isOpen({ state }))
    ? sql`s.due_sort < ${DONE}::date`
    : states.some((state) => isOpen({ state }))
      ? sql`true`
      : sql`s.due_sort > ${DONE}::date`
  return sql`s.state = any(${states}) and ${part}`
}

/** By due date, closed signals last. */
export const ORDER: Order = { by: 's.due_sort', id: 's.id', of: 'DAY' }

/** The sort keys of a signal for the cursor. */
export const placeOf = (row: SignalRow): [string, string] => [
  addDays(row.due_on, isOpen(row) ? 0 : DONE_DAYS),
  row.id,
]
