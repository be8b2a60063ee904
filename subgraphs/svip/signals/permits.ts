import { type RawBuilder, sql } from 'kysely'
import type { Caller, DataCategory, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { Condition, PolicyVersion, Rule } from '../policy/policy.ts'
import { isRecipient } from '../policy/scope.ts'

/**
 * What the policy gives, as a condition on the address of `signal s`: so that a list, its count and its cursors know only of signals
 * that the engine would let the reader know of. It never gives more than `decide` does (permits.test.ts holds them together);
 * what only an information request of one person opens it leaves to the engine.
 */

export type Asked = {
  readonly caller: Pick<Caller, 'organisation' | 'roles'>
  readonly policy: PolicyVersion | null
  /** ISO 8601 in UTC. */
  readonly instant: string
}

export function permits(
  { caller, policy, instant }: Asked,
  owner: Owner,
  purpose: Purpose,
  category: DataCategory,
): RawBuilder<boolean> {
  const { organisation, roles } = caller
  const rules = (policy?.rules ?? []).filter(
    (rule) =>
      rule.purposes.includes(purpose) &&
      rule.categories.includes(category) &&
      isRecipient(rule, organisation, roles, owner),
  )
  const roads = rules.map((rule) => {
    const basis = holds(rule.basis, { organisation, owner, purpose, category, instant })
    return sql`(${sql.join([basis, ...rule.conditions.map(isMet)], sql` and `)})`
  })
  return roads.length === 0 ? sql`false` : sql`(${sql.join(roads, sql` or `)})`
}

type Question = {
  readonly organisation: string
  readonly owner: Owner
  readonly purpose: Purpose
  readonly category: DataCategory
  readonly instant: string
}

/** As `findBasis` in policy/grounds.ts; a basis that is not here gives nothing. */
function holds(basis: Rule['basis'], { organisation, owner, purpose, category, instant }: Question) {
  switch (basis) {
    case 'PUBLIC_TASK':
      // AVG art. 21 and 18(1)(d): upheld, or not decided yet.
      return sql`not exists (select from objection o where o.address_id = s.address_id and o.state in ('UPHELD', 'RECEIVED')
        and (o.owner is null or o.owner = ${owner}) and (o.purposes = '{}' or ${purpose} = any(o.purposes)))`
    case 'CONSENT':
      return sql`exists (select from consent c where c.address_id = s.address_id and c.state = 'GIVEN' and c.owner = ${owner}
        and c.recipient = ${organisation} and ${purpose} = any(c.purposes) and ${category} = any(c.categories) and c.request_id is null
        and c.valid_from <= ${instant}::timestamptz and coalesce(c.valid_until > ${instant}::timestamptz, true))`
    default:
      return sql`false`
  }
}

/** As `findCondition` in policy/grounds.ts; a condition that is not here is not met. */
function isMet(condition: Condition) {
  switch (condition) {
    case 'CONCURRENCE':
      return sql`exists (select from register_track t where t.address_id = s.address_id and t.owner = 'IMG')
        and exists (select from register_track t where t.address_id = s.address_id and t.owner = 'NCG')`
    case 'INTEGRAL_WISH':
      return sql`exists (select from wish w where w.address_id = s.address_id and w.integral_approach)`
    default:
      return sql`false`
  }
}
