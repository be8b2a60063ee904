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

/** The bases facts can prove; a rule on another basis gives nothing (AVG art. 5(2)). */
export const PROVABLE_BASES = [
  'CONSENT',
  'PUBLIC_TASK',
  'VITAL_INTEREST',
] as const satisfies readonly LegalBasis[]

/** What one rule says about one category, and the facts it looked at to say so. */
export type Ground = {
  readonly rule: Rule
  readonly category: DataCategory
  /** `PERMITTED` when the rule gives the category, else why it does not. */
  readonly reason: AccessReason
  /** The condition that does not hold, when that is the reason. */
  readonly unmet: Condition | null
  readonly used: readonly UsedFact[]
}

type Finding = { readonly reason: AccessReason; readonly used: readonly UsedFact[] }

/**
 * Applies a rule to the facts, for one of its categories. The basis comes before the conditions: whether there is a
 * track on the other side is data in itself, so "no concurrence" is an answer only for who has a basis to know.
 */
export function weigh(rule: Rule, category: DataCategory, request: AccessRequest, facts: Facts): Ground {
  const isException = rule.conditions.includes('GRANTED_REQUEST')
  const exceptions = isException ? grantedRequests('PUBLIC_TASK', category, request, facts) : []
  if (isException && exceptions.length === 0) {
    // An exception that nobody was granted does not say why something is withheld: the ordinary rules do.
    return { rule, category, reason: 'NO_LEGAL_BASIS', unmet: 'GRANTED_REQUEST', used: [] }
  }
  const basis = findBasis(rule, category, request, facts)
  // That it was granted counts also when something else stops it: without it another reason would be given.
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
  // The best standing counts: one withdrawn consent does not undo another that is in force.
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

/** The information requests of this caller, or of a team-mate, that were granted for this and still stand. */
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

/** Whether an information request was granted to this caller, or to a team-mate, for this purpose and still stands. */
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

/** A consent in this direction for this purpose: given to everybody who may ask, or for one of the requests that were granted. */
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

/** The states in which an objection stands: it waits for its decision (AVG art. 18(1)(d)), or was upheld (art. 21). */
export const STANDING_STATES = ['RECEIVED', 'UPHELD'] as const satisfies readonly ObjectionFact['state'][]

export const isStanding = ({ state }: Pick<ObjectionFact, 'state'>): boolean =>
  STANDING_STATES.some((standing) => standing === state)

const isAgainst = (objection: ObjectionFact, request: AccessRequest): boolean =>
  isStanding(objection) && wasAgainst(objection, request)

/** Whether it is, or was, an objection against this. */
const wasAgainst = (objection: ObjectionFact, { owner, purpose }: AccessRequest): boolean =>
  (objection.owner === null || objection.owner === owner) &&
  (objection.purposes.length === 0 || (purpose !== null && objection.purposes.includes(purpose)))

/** The agencies whose data are neither asked for nor the asker's own. */
export const thirdsOf = (owner: Owner, organisation: Organisation): readonly Owner[] =>
  OWNERS.filter((each) => each !== owner && each !== organisation)

/** The request as if it were about each third agency. */
const ofThirds = (request: AccessRequest): readonly AccessRequest[] =>
  thirdsOf(request.owner, request.caller.organisation).map((owner) => ({ ...request, owner }))

/**
 * The facts that can matter to a request, whatever rules a policy has: what was said to others, about other data, for other purposes, or has
 * ended as an exception never does. A decision on these is the same as one on all facts of the address, so that what is on
 * record of a decision does not grow with what others do at the address.
 */
export function relevantFacts(request: AccessRequest, facts: Facts): Facts {
  const requests = (facts.requests ?? []).filter((granted) => isGrantedTo(granted, request))
  return {
    tracks: facts.tracks,
    consents: facts.consents.filter((consent) => isForRequest(consent, request, requests)),
    // Also those that ended: what was shared after an objection is told from what was shared before it by the revision that was known.
    objections: facts.objections.filter((objection) =>
      [request, ...ofThirds(request)].some((each) => wasAgainst(objection, each)),
    ),
    wish: facts.wish,
    requests,
    emergencies: (facts.emergencies ?? []).filter((emergency) => isEmergencyOf(emergency, request)),
  }
}

/** An exception always ends: without an end it does not open at all. */
const isOpen = (exception: RequestFact | EmergencyFact, instant: string): boolean =>
  typeof exception.validUntil === 'string' &&
  positionIn(exception.validFrom, exception.validUntil, instant) === 'WITHIN'

/** AVG art. 6(1)(d): only who broke the glass, for what they named, while it lasts. */
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
 * AVG art. 21: an upheld objection ends sharing on the public task, and art. 18(1)(d): until it is decided it restricts it.
 * Consent is the resident's own choice and stays.
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
      // That a third agency has a track is learned here alone: an objection against sharing its data keeps that as well. What the
      // resident consented to stays open, whether that track is there or not.
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
