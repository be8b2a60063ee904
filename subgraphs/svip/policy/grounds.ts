import {
  type AccessReason,
  type DataCategory,
  type LegalBasis,
  type Organisation,
  OWNERS,
  type Owner,
} from '../../../kernel/vocabulary.ts'
import { positionIn } from './calendar.ts'
import type {
  AccessRequest,
  ConsentFact,
  EmergencyFact,
  Facts,
  ObjectionFact,
  RequestFact,
  UsedFact,
} from './decision.ts'
import type { Condition, Rule } from './policy.ts'

/** The bases that facts can prove; a rule on another basis gives nothing (AVG art. 5(2)). */
export const PROVABLE_BASES = [
  'CONSENT',
  'PUBLIC_TASK',
  'VITAL_INTEREST',
] as const satisfies readonly LegalBasis[]

/** The outcome of one rule for one category, and the facts that it used. */
export type Ground = {
  readonly rule: Rule
  readonly category: DataCategory
  /** `PERMITTED` when the rule gives the category, else the reason. */
  readonly reason: AccessReason
  /** The condition that is not met, when that is the reason. */
  readonly unmet: Condition | null
  readonly used: readonly UsedFact[]
}

type Finding = { readonly reason: AccessReason; readonly used: readonly UsedFact[] }

/**
 * Applies a rule to the facts, for one of its categories. The basis is checked before the conditions: the presence of a track on the other
 * side is itself data, so only a caller with a basis may get "no concurrence" as the reason.
 */
export function weigh(rule: Rule, category: DataCategory, request: AccessRequest, facts: Facts): Ground {
  const isException = rule.conditions.includes('GRANTED_REQUEST')
  const exceptions = isException ? grantedRequests('PUBLIC_TASK', category, request, facts) : []
  if (isException && exceptions.length === 0) {
    // An exception that was not granted is no reason for withholding: the ordinary rules give the reason.
    return { rule, category, reason: 'NO_LEGAL_BASIS', unmet: 'GRANTED_REQUEST', used: [] }
  }
  const basis = findBasis(rule, category, request, facts)
  // The granted request is a used fact also when the rule refuses for another reason: it determines that reason.
  const used = [...exceptions.map(toUsed), ...basis.used]
  if (basis.reason !== 'PERMITTED') return { rule, category, reason: basis.reason, unmet: null, used }
  for (const condition of rule.conditions) {
    const finding = findCondition(condition, rule, category, request, facts)
    used.push(...finding.used)
    if (finding.reason !== 'PERMITTED')
      return { rule, category, reason: finding.reason, unmet: condition, used }
  }
  return { rule, category, reason: 'PERMITTED', unmet: null, used }
}

function findBasis(rule: Rule, category: DataCategory, request: AccessRequest, facts: Facts): Finding {
  switch (rule.basis) {
    case 'CONSENT':
      return findConsent(category, request, facts)
    case 'PUBLIC_TASK':
      return findObjection(request, facts)
    case 'VITAL_INTEREST':
      return findEmergency(category, request, facts)
    default:
      return { reason: 'NO_LEGAL_BASIS', used: [] }
  }
}

/** AVG art. 6(1)(a) and 7: only what was consented to, in this direction, to this recipient, for this purpose, now. */
function findConsent(category: DataCategory, request: AccessRequest, facts: Facts): Finding {
  const granted = grantedRequests('CONSENT', category, request, facts)
  const relevant = facts.consents.filter(
    (consent) => isForRequest(consent, request, granted) && consent.categories.includes(category),
  )
  const standings = relevant.map((consent) => standingOf(consent, request.instant))
  // The best consent counts: a withdrawn one does not affect another that is in force.
  const reason =
    (['PERMITTED', 'CONSENT_WITHDRAWN', 'CONSENT_REFUSED', 'CONSENT_EXPIRED'] as const).find((each) =>
      standings.includes(each),
    ) ?? 'CONSENT_MISSING'
  const through = granted.filter(({ id }) => relevant.some((consent) => consent.requestId === id))
  return {
    reason,
    used: [
      ...relevant.map(({ id, revision }) => ({ kind: 'CONSENT', id, revision }) as const),
      ...through.map(toUsed),
    ],
  }
}

const isGeneral = ({ requestId }: ConsentFact): boolean => requestId === undefined || requestId === null

const toUsed = ({ id, revision }: RequestFact): UsedFact => ({ kind: 'REQUEST', id, revision })

/** The granted and not revoked information requests of this caller, or of a team-mate, for this owner and purpose. */
function grantedRequests(
  basis: RequestFact['basis'],
  category: DataCategory,
  request: AccessRequest,
  facts: Facts,
): readonly RequestFact[] {
  return (facts.requests ?? []).filter(
    (granted) =>
      granted.basis === basis && granted.categories.includes(category) && isGrantedTo(granted, request),
  )
}

/** Whether this caller, or a team-mate, has a granted and not revoked information request for this purpose. */
export const isGrantedTo = (
  granted: RequestFact,
  { caller, owner, purpose, instant }: AccessRequest,
): boolean =>
  granted.state === 'RELEASED' &&
  granted.owner === owner &&
  granted.recipient === caller.organisation &&
  (granted.subject === caller.subject ||
    (typeof granted.team === 'string' && granted.team === caller.team)) &&
  granted.purpose === purpose &&
  isOpen(granted, instant)

/** Whether a consent is for this owner, recipient and purpose: a general one, or one for a granted request. */
const isForRequest = (
  consent: ConsentFact,
  { caller, owner, purpose }: AccessRequest,
  granted: readonly RequestFact[],
): boolean =>
  consent.owner === owner &&
  consent.recipient === caller.organisation &&
  purpose !== null &&
  consent.purposes.includes(purpose) &&
  (isGeneral(consent) || granted.some(({ id }) => id === consent.requestId))

const isEmergencyOf = (emergency: EmergencyFact, { caller, owner, instant }: AccessRequest): boolean =>
  emergency.owner === owner &&
  emergency.recipient === caller.organisation &&
  emergency.subject === caller.subject &&
  isOpen(emergency, instant)

/** The states of a standing objection: undecided (AVG art. 18(1)(d)), or upheld (art. 21). */
export const STANDING_STATES = ['RECEIVED', 'UPHELD'] as const satisfies readonly ObjectionFact['state'][]

export const isStanding = ({ state }: Pick<ObjectionFact, 'state'>): boolean =>
  STANDING_STATES.some((standing) => standing === state)

const isAgainst = (objection: ObjectionFact, request: AccessRequest): boolean =>
  isStanding(objection) && wasAgainst(objection, request)

/** Whether the objection is, or was, against this owner and purpose. */
const wasAgainst = (objection: ObjectionFact, { owner, purpose }: AccessRequest): boolean =>
  (objection.owner === null || objection.owner === owner) &&
  (objection.purposes.length === 0 || (purpose !== null && objection.purposes.includes(purpose)))

/** The agencies that are neither the owner of the requested data nor the caller's own. */
export const thirdsOf = (owner: Owner, organisation: Organisation): readonly Owner[] =>
  OWNERS.filter((each) => each !== owner && each !== organisation)

/** The request, once for each third agency. */
const ofThirds = (request: AccessRequest): readonly AccessRequest[] =>
  thirdsOf(request.owner, request.caller.organisation).map((owner) => ({ ...request, owner }))

/**
 * The facts that can matter to a request, under any policy. Facts about other recipients, other data or other purposes are left out, and so
 * are exceptions that have ended. A decision on these facts equals one on all facts of the address, so that the record of a decision does
 * not grow with the activity of others at the address.
 */
export function relevantFacts(request: AccessRequest, facts: Facts): Facts {
  const requests = (facts.requests ?? []).filter((granted) => isGrantedTo(granted, request))
  return {
    tracks: facts.tracks,
    consents: facts.consents.filter((consent) => isForRequest(consent, request, requests)),
    // Ended objections are included: their revision shows whether data were shared before or after an objection.
    objections: facts.objections.filter((objection) =>
      [request, ...ofThirds(request)].some((each) => wasAgainst(objection, each)),
    ),
    wish: facts.wish,
    requests,
    emergencies: (facts.emergencies ?? []).filter((emergency) => isEmergencyOf(emergency, request)),
  }
}

/** An exception always has an end: without one it opens nothing. */
const isOpen = (exception: RequestFact | EmergencyFact, instant: string): boolean =>
  typeof exception.validUntil === 'string' &&
  positionIn(exception.validFrom, exception.validUntil, instant) === 'WITHIN'

/** AVG art. 6(1)(d): only for the safety officer of the emergency access, its categories and its duration. */
function findEmergency(category: DataCategory, request: AccessRequest, facts: Facts): Finding {
  const open = (facts.emergencies ?? []).filter(
    (emergency) => emergency.categories.includes(category) && isEmergencyOf(emergency, request),
  )
  return {
    reason: open.length === 0 ? 'NO_LEGAL_BASIS' : 'PERMITTED',
    used: open.map(({ id, revision }) => ({ kind: 'EMERGENCY', id, revision })),
  }
}

function standingOf(consent: ConsentFact, instant: string): AccessReason {
  if (consent.state === 'WITHDRAWN') return 'CONSENT_WITHDRAWN'
  if (consent.state === 'REFUSED') return 'CONSENT_REFUSED'
  if (consent.state !== 'GIVEN') return 'CONSENT_MISSING'
  const position = positionIn(consent.validFrom, consent.validUntil, instant)
  if (position === 'WITHIN') return 'PERMITTED'
  return position === 'AFTER' ? 'CONSENT_EXPIRED' : 'CONSENT_MISSING'
}

/**
 * An upheld objection ends sharing on the public task (AVG art. 21), an undecided one restricts it (art. 18(1)(d)). Consent is the
 * resident's own choice and is not affected.
 */
function findObjection(request: AccessRequest, facts: Facts): Finding {
  const standing = facts.objections.filter((objection) => isAgainst(objection, request))
  const upheld = standing.some(({ state }) => state === 'UPHELD')
  return {
    reason: standing.length === 0 ? 'PERMITTED' : upheld ? 'OBJECTION_UPHELD' : 'OBJECTION_PENDING',
    used: standing.map(({ id, revision }) => ({ kind: 'OBJECTION', id, revision })),
  }
}

function findCondition(
  condition: Condition,
  { basis }: Rule,
  category: DataCategory,
  request: AccessRequest,
  facts: Facts,
): Finding {
  switch (condition) {
    case 'CONCURRENCE': {
      // Only this condition reveals that a third agency has a track, so an objection against sharing its data also withholds that. Sharing
      // on consent stays open, with or without that track.
      const objected = ofThirds(request)
        .map((third) => findObjection(third, facts))
        .find(({ reason }) => reason !== 'PERMITTED')
      if (objected) return basis === 'CONSENT' ? { reason: 'PERMITTED', used: objected.used } : objected
      const tracks = facts.tracks.filter(({ physical }) => physical !== false)
      const both = OWNERS.every((owner) => tracks.some((track) => track.owner === owner))
      return {
        reason: both ? 'PERMITTED' : 'NO_CONCURRENCE',
        used: tracks.map(({ owner, reference, revision }) => ({
          kind: 'TRACK',
          id: `${owner}:${reference}`,
          revision,
        })),
      }
    }
    case 'INTEGRAL_WISH': {
      const { wish } = facts
      return {
        reason: wish?.integralApproach === true ? 'PERMITTED' : 'NO_LEGAL_BASIS',
        used: wish ? [{ kind: 'WISH', id: wish.id, revision: wish.revision }] : [],
      }
    }
    case 'GRANTED_REQUEST': {
      const granted = grantedRequests('PUBLIC_TASK', category, request, facts)
      return { reason: granted.length > 0 ? 'PERMITTED' : 'NO_LEGAL_BASIS', used: granted.map(toUsed) }
    }
    default:
      return { reason: 'NO_LEGAL_BASIS', used: [] }
  }
}
