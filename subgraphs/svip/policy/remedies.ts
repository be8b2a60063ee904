import { type DataCategory, type Organisation, OWNERS, type Role } from '../../../kernel/vocabulary.ts'
import type { AccessRequest, Facts, UsedFact } from './decision.ts'
import { type Ground, isGrantedTo, weigh } from './grounds.ts'
import type { Rule } from './policy.ts'
import type { Refusal } from './reasons.ts'

/**
 * Finds remedies for a withheld category by trial: the rules are applied to the facts as they would be after the remedy, and only a remedy
 * that then opens the category is recommended. So an explanation recommends nothing that would be refused.
 */

export const REMEDIES = ['CONCURRENCE', 'CONSENT', 'INTEGRAL_WISH', 'GRANTED_REQUEST', 'EMERGENCY'] as const
export type Remedy = (typeof REMEDIES)[number]

/** A remedy, and whether it also needs files on both sides whose presence the caller may not know. */
export type Help = { readonly remedy: Remedy; readonly ifConcurrence: boolean }

/** The role that submits information requests, per organisation. */
export const REQUESTER_ROLE: Readonly<Record<Organisation, Role>> = {
  IMG: 'case_handler',
  NCG: 'case_handler',
  GEMEENTE: 'municipal_officer',
  SVIP: 'intervention_team',
}

const bothSides: Facts['tracks'] = OWNERS.map((owner) => ({ owner, reference: '', open: true, revision: 0 }))

/** The ids of supposed facts, which are not facts of the address. */
const SUPPOSED: ReadonlySet<string> = new Set(['', ...OWNERS.map((owner) => `${owner}:`)])

/** A statement about a category, and the facts of the address that it depends on. */
type Resting<Said> = { readonly said: Said; readonly used: readonly UsedFact[] }

/** The remedies for a category that is withheld for this reason, in the order of `REMEDIES`. */
export function remediesFor(
  category: DataCategory,
  reason: Refusal,
  grounds: readonly Ground[],
  request: AccessRequest,
  facts: Facts,
): Resting<readonly Help[]> {
  const about = grounds.filter((ground) => ground.category === category)
  // The help may mention concurrence only when the reason in the answer already does.
  const isTold = grounds.some((ground) => ground.reason === 'NO_CONCURRENCE')
  const used: UsedFact[] = []
  const opens = (remedy: Remedy, tracks: Facts['tracks']): boolean => {
    const after = afterwards(remedy, category, request, { ...facts, tracks })
    const tried = about
      .filter(({ rule }) => isAffected(rule, remedy))
      .map(({ rule }) => weigh(rule, category, request, after))
    used.push(...tried.flatMap((ground) => ground.used).filter(({ id }) => !SUPPOSED.has(id)))
    return tried.some((ground) => ground.reason === 'PERMITTED')
  }
  const said = REMEDIES.filter((remedy) => isPossible(remedy, reason, about, request)).flatMap((remedy) => {
    if (opens(remedy, isTold ? facts.tracks : [])) return [{ remedy, ifConcurrence: false }]
    if (isTold || !opens(remedy, bothSides)) return []
    const isKnown = grounds.some((g) => g.reason === 'PERMITTED' && g.rule.conditions.includes('CONCURRENCE'))
    return [{ remedy, ifConcurrence: !isKnown }]
  })
  return { said, used }
}

/** Whether a remedy is available: a refusal by the resident is final for everyone but the resident. */
function isPossible(
  remedy: Remedy,
  reason: Refusal,
  about: readonly Ground[],
  { caller, owner }: AccessRequest,
): boolean {
  const unmet = (condition: Ground['unmet']) => about.some((ground) => ground.unmet === condition)
  switch (remedy) {
    case 'CONCURRENCE':
      return reason === 'NO_CONCURRENCE'
    case 'CONSENT':
      return reason === 'CONSENT_MISSING' || reason === 'CONSENT_EXPIRED'
    case 'INTEGRAL_WISH':
      return unmet('INTEGRAL_WISH')
    case 'GRANTED_REQUEST':
      return (
        reason === 'CONSENT_MISSING' &&
        unmet('GRANTED_REQUEST') &&
        caller.organisation !== owner &&
        caller.roles.includes(REQUESTER_ROLE[caller.organisation])
      )
    case 'EMERGENCY':
      return about.some(({ rule }) => rule.basis === 'VITAL_INTEREST')
  }
}

/** Whether a remedy can change the outcome of a rule. */
function isAffected({ basis, conditions }: Rule, remedy: Remedy): boolean {
  switch (remedy) {
    case 'CONSENT':
      return basis === 'CONSENT'
    case 'EMERGENCY':
      return basis === 'VITAL_INTEREST'
    default:
      return conditions.includes(remedy)
  }
}

/** The facts as they would be after the remedy, for one category. */
function afterwards(remedy: Remedy, category: DataCategory, request: AccessRequest, facts: Facts): Facts {
  const { caller, owner, purpose } = request
  if (purpose === null) return facts
  const opened = { id: '', revision: 0, owner, recipient: caller.organisation, categories: [category] }
  const period = { validFrom: '0001-01-01', validUntil: '9999-12-31' }
  switch (remedy) {
    case 'CONCURRENCE':
      return { ...facts, tracks: bothSides }
    case 'CONSENT':
      return {
        ...facts,
        consents: [...facts.consents, { ...opened, ...period, state: 'GIVEN', purposes: [purpose] }],
      }
    case 'INTEGRAL_WISH':
      return { ...facts, wish: { id: '', revision: 0, integralApproach: true } }
    case 'GRANTED_REQUEST': {
      const { subject, team } = caller
      const granted = {
        ...opened,
        ...period,
        state: 'RELEASED',
        basis: 'PUBLIC_TASK',
        subject,
        team,
        purpose,
      } as const
      return { ...facts, requests: [...(facts.requests ?? []), granted] }
    }
    case 'EMERGENCY':
      return {
        ...facts,
        emergencies: [...(facts.emergencies ?? []), { ...opened, ...period, subject: caller.subject }],
      }
  }
}

/** The caller's own granted request leaves out a category, without or despite consent of the resident. */
export type LeftOut = 'LEFT_OUT' | 'LEFT_OUT_DESPITE_CONSENT'

/** Whether a granted, not revoked request of the caller leaves out the category; `null` when there is no such request. */
export function leftOut(
  category: DataCategory,
  request: AccessRequest,
  facts: Facts,
): Resting<LeftOut | null> {
  const granted = (facts.requests ?? []).filter((each) => isGrantedTo(each, request))
  const requests = granted.map(({ id, revision }): UsedFact => ({ kind: 'REQUEST', id, revision }))
  if (granted.length === 0 || granted.some(({ categories }) => categories.includes(category)))
    return { said: null, used: requests }
  const consents = facts.consents.filter(
    (consent) =>
      consent.state === 'GIVEN' &&
      consent.categories.includes(category) &&
      granted.some(({ id }) => id === consent.requestId),
  )
  return {
    said: consents.length > 0 ? 'LEFT_OUT_DESPITE_CONSENT' : 'LEFT_OUT',
    used: [...requests, ...consents.map(({ id, revision }): UsedFact => ({ kind: 'CONSENT', id, revision }))],
  }
}
