import { type RawBuilder, sql } from 'kysely'
import {
  type Caller,
  type DataCategory,
  OWNERS,
  type Owner,
  type Purpose,
} from '../../../kernel/vocabulary.ts'
import { dayOf } from './calendar.ts'
import { isInForce } from './decide.ts'
import { STANDING_STATES, thirdsOf } from './grounds.ts'
import type { Condition, PolicyVersion, Rule } from './policy.ts'
import { isRecipient, territoryOf } from './scope.ts'

/**
 * Compiles the rules of the policy to SQL conditions, for lists, counts, cursors and figures that cannot call `decide` for every row. No
 * other SQL repeats a rule. A test compares every condition with `decide` on random facts (to-sql.test.ts).
 *
 * The table aliases inside a condition begin with `its_`, so that they never clash with those of the statement around it, which qualifies
 * the column of the address.
 */

type Sql = RawBuilder<unknown>

/** The caller, the version of the policy, and the moment (ISO 8601 in UTC). */
export type Asked = {
  readonly caller: Pick<Caller, 'organisation' | 'roles' | 'municipality'>
  readonly policy: PolicyVersion | null
  readonly instant: string
}

export type Wanted = {
  /** The column with the id of the address, as `s.address_id`. */
  readonly addressId: string
  /** The condition is true when the rules give the category for each of these owners; without owners it is false. */
  readonly owners: readonly Owner[]
  readonly purpose: Purpose
  readonly category: DataCategory
}

/**
 * Compiles whether the rules give the caller a category of each owner's data of an address. It never gives more than `decide` does:
 * information requests and emergency access of one person are ignored, because a list is the same for everyone with the role.
 */
export function gives(asked: Asked, wanted: Wanted): RawBuilder<boolean> {
  const { caller, policy, instant } = asked
  const { addressId, owners, purpose, category } = wanted
  if (policy === null || !isInForce(policy, instant) || owners.length === 0) return sql`false`
  const ofEach = owners.map((owner) => {
    const rules = policy.rules.filter(
      (rule) =>
        rule.purposes.includes(purpose) &&
        rule.categories.includes(category) &&
        isRecipient(rule, caller.organisation, caller.roles, owner),
    )
    return anyOf(rules.map((rule) => compile(rule, { ...asked, addressId, owner, purpose, category })))
  })
  return allOf([...scopeOf(asked, addressId), ...ofEach])
}

/**
 * Whether an objection stands at an address against sharing the data of this owner for this purpose; without these arguments, whether any
 * objection stands there.
 */
export function objectionStands(
  addressId: string,
  against?: { readonly owner: Owner; readonly purpose: Purpose },
): RawBuilder<boolean> {
  const about = against
    ? [objectsTo('its_objection', sql`${against.owner}`, sql`array[${against.purpose}]`)]
    : []
  const conditions = [
    sql<boolean>`its_objection.address_id = ${sql.ref(addressId)}`,
    isStanding('its_objection'),
    ...about,
  ]
  return sql`exists (select from objection its_objection where ${allOf(conditions)})`
}

/** Whether the objection in this row stands. The states are literals, so that the partial index on standing objections is used. */
export const isStanding = (row: string): RawBuilder<boolean> =>
  sql`${sql.ref(`${row}.state`)} in (${sql.join(STANDING_STATES.map((state) => sql.lit(state)))})`

/** Whether the objection in this row is, or was, against sharing the data of an owner for one of these purposes (`text[]`). */
export function objectsTo(row: string, owner: Sql, purposes: Sql): RawBuilder<boolean> {
  const [against, only] = [sql.ref(`${row}.owner`), sql.ref(`${row}.purposes`)]
  return sql`((${against} is null or ${against} = ${owner}) and (${only} = '{}' or ${only} && ${purposes}))`
}

/** Whether a consent with this state and these bounds is in force at an instant. */
export const consentHolds = (
  { state, from, until }: { readonly state: Sql; readonly from: Sql; readonly until: Sql },
  instant: Sql,
): RawBuilder<boolean> =>
  sql`(${state} = 'GIVEN' and ${from} <= ${instant} and coalesce(${until} > ${instant}, true))`

/** The municipality of an address on a day. */
export const municipalityOn = (addressId: string, day: string): RawBuilder<string | null> => sql`
  (select code from address_municipality its_municipality
   where address_id = ${sql.ref(addressId)} and valid_from <= ${day}::date order by valid_from desc limit 1)`

/** As `isInScope`: a municipality acts for its own territory only. */
function scopeOf({ caller, instant }: Asked, addressId: string): readonly RawBuilder<boolean>[] {
  if (caller.organisation !== 'GEMEENTE') return []
  const [own, day] = [territoryOf(caller), dayOf(instant)]
  return [own === null || day === null ? sql`false` : sql`${municipalityOn(addressId, day)} = ${own}`]
}

type Question = Asked & Omit<Wanted, 'owners'> & { readonly owner: Owner }

/** As `weigh`, for one rule. */
const compile = (rule: Rule, question: Question): RawBuilder<boolean> =>
  allOf([
    basisHolds(rule.basis, question),
    ...rule.conditions.map((condition) => conditionHolds(condition, rule, question)),
  ])

const OF_A_ROW = { state: sql`state`, from: sql`valid_from`, until: sql`valid_until` }

/** As `findBasis`; any other basis gives nothing. */
function basisHolds(basis: Rule['basis'], question: Question): RawBuilder<boolean> {
  const { caller, addressId, owner, purpose, category, instant } = question
  switch (basis) {
    case 'PUBLIC_TASK':
      return sql`not ${objectionStands(addressId, { owner, purpose })}`
    case 'CONSENT':
      return sql`exists (select from consent its_consent where address_id = ${sql.ref(addressId)} and owner = ${owner}
        and recipient = ${caller.organisation} and ${purpose} = any(purposes) and ${category} = any(categories)
        and request_id is null and ${consentHolds(OF_A_ROW, sql`${instant}::timestamptz`)})`
    default:
      return sql`false`
  }
}

/** As `findCondition`; any other condition is not met. */
function conditionHolds(
  condition: Condition,
  { basis }: Rule,
  { caller, addressId, owner, purpose }: Question,
): RawBuilder<boolean> {
  switch (condition) {
    case 'CONCURRENCE': {
      const both = allOf(OWNERS.map((each) => hasTrack(addressId, each)))
      const thirds = thirdsOf(owner, caller.organisation)
      if (thirds.length === 0) return both
      const objected = anyOf(thirds.map((third) => objectionStands(addressId, { owner: third, purpose })))
      return basis === 'CONSENT' ? anyOf([objected, both]) : allOf([sql`not ${objected}`, both])
    }
    case 'INTEGRAL_WISH':
      return sql`exists (select from wish its_wish
        where address_id = ${sql.ref(addressId)} and ended_at is null and integral_approach)`
    default:
      return sql`false`
  }
}

const hasTrack = (addressId: string, owner: Owner): RawBuilder<boolean> =>
  sql`exists (select from register_track its_track
    where address_id = ${sql.ref(addressId)} and owner = ${owner} and physical)`

const allOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql`(${sql.join(conditions, sql` and `)})`

const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
