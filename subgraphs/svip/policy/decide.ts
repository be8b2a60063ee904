import { DATA_CATEGORIES, LEGAL_BASES, PURPOSES } from '../../../kernel/vocabulary.ts'
import { positionIn } from './calendar.ts'
import type { AccessRequest, Decision, Facts, UsedFact } from './decision.ts'
import { explain, explainFailure } from './explain.ts'
import { type Ground, weigh } from './grounds.ts'
import type { PolicyVersion } from './policy.ts'
import { firstRefusal, type Refusal, withhold } from './reasons.ts'
import { leftOut, remediesFor } from './remedies.ts'
import { isAbout, isInScope } from './scope.ts'

/**
 * Decides which of one owner's data a caller receives, and why not more. It is a pure function that never throws: without a rule for the
 * request, with an upheld objection, or after any error it refuses. Under a policy that is not in force at the instant of the request it
 * refuses everything.
 */
export function decide(request: AccessRequest, facts: Facts, policy: PolicyVersion | null): Decision {
  try {
    const inForce = policy !== null && isInForce(policy, request.instant) ? policy : null
    const stopped = stop(request, inForce)
    if (inForce === null || stopped !== null) return conclude(request, facts, inForce, [], stopped)
    const grounds = inForce.rules
      .filter((rule) => isAbout(rule, request))
      .flatMap((rule) => rule.categories.map((category) => weigh(rule, category, request, facts)))
    return conclude(request, facts, inForce, grounds, null)
  } catch {
    return fail(request, policy)
  }
}

/** Whether a version of the policy is in force at an instant. */
export const isInForce = (policy: PolicyVersion, instant: string): boolean =>
  positionIn(policy.from, policy.until, instant) === 'WITHIN'

/** The refusal that needs no facts about the address, in the order of `REFUSAL_ORDER`; null to continue. */
function stop(request: AccessRequest, policy: PolicyVersion | null): Refusal | null {
  if (request.purpose === null) return 'PURPOSE_REQUIRED'
  if (policy === null) return 'NO_POLICY_IN_FORCE'
  if (!isInScope(request)) return 'OUT_OF_SCOPE'
  return policy.rules.some((rule) => isAbout(rule, request)) ? null : 'PURPOSE_NOT_ALLOWED'
}

/** Combines the rules: a category is given when one rule gives it, and otherwise withheld for the first reason in order. */
function conclude(
  request: AccessRequest,
  facts: Facts,
  policy: PolicyVersion | null,
  grounds: readonly Ground[],
  stopped: Refusal | null,
): Decision {
  const given = grounds.filter((ground) => ground.reason === 'PERMITTED')
  const categories = DATA_CATEGORIES.filter((category) =>
    given.some((ground) => ground.category === category),
  )
  const withheld = DATA_CATEGORIES.filter(
    (category) => !categories.includes(category) && grounds.some((ground) => ground.category === category),
  ).map((category) => withhold(category, grounds))
  const complete = categories.length > 0 && withheld.length === 0
  const reason = complete
    ? 'PERMITTED'
    : (stopped ?? firstRefusal(withheld.map((each) => each.reason)) ?? 'NO_LEGAL_BASIS')
  const purpose = PURPOSES.find((known) => known === request.purpose) ?? null
  const why = withheld.map((each) => {
    const left = each.reason === 'CONSENT_MISSING' ? leftOut(each.category, request, facts) : null
    const helps = remediesFor(each.category, each.reason, grounds, request, facts)
    return {
      ...each,
      leftOut: left?.said ?? null,
      helps: helps.said,
      used: [...(left?.used ?? []), ...helps.used],
    }
  })
  return {
    outcome: complete ? 'PERMITTED' : categories.length > 0 ? 'PARTIAL' : 'DENIED',
    reason,
    purpose,
    legalBases: LEGAL_BASES.filter((basis) => given.some((ground) => ground.rule.basis === basis)),
    categories,
    withheld: withheld.map((each) => each.category),
    rules: [...new Set(given.map((ground) => ground.rule.id))],
    policyVersion: policy?.id ?? null,
    facts: distinct([...grounds, ...why].flatMap(({ used }) => used)),
    explanation: explain({
      owner: request.owner,
      purpose,
      reason,
      given,
      withheld: why,
      policy,
    }),
  }
}

/** The refusal when the rules could not be applied; it reads only what the record needs. */
const fail = (request: AccessRequest, policy: PolicyVersion | null): Decision => ({
  outcome: 'DENIED',
  reason: 'NO_LEGAL_BASIS',
  purpose: attempt(() => PURPOSES.find((known) => known === request.purpose)),
  legalBases: [],
  categories: [],
  withheld: [],
  rules: [],
  policyVersion: attempt(() => policy?.id),
  facts: [],
  explanation: explainFailure(),
})

function attempt<T>(read: () => T | undefined): T | null {
  try {
    return read() ?? null
  } catch {
    return null
  }
}

/** Each fact once and in a fixed order, so that the record does not depend on the order of the rows. */
function distinct(facts: readonly UsedFact[]): readonly UsedFact[] {
  const byKey = new Map(facts.map((fact) => [`${fact.kind} ${fact.id} ${fact.revision}`, fact]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, fact]) => fact)
}
