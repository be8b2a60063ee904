import type { Caller, Organisation, Owner, Role } from '../../../../kernel/vocabulary.ts'
import { REQUESTER_ROLE } from '../../policy/remedies.ts'
import type { InformationRequestRow, RequestState } from './tables.ts'

/** The life cycle of an information request as data: which step is possible in which state, and for whom. Pure. */

export const REQUEST_ACTIONS = [
  'SUBMIT',
  'SUPPLEMENT',
  'WITHDRAW',
  'RETURN',
  'ASSESS',
  'ASK_CONSENT',
  'RECORD_CONSENT_REPLY',
  'FORWARD',
  'ANSWER',
  'RECORD_FOLLOW_UP',
  'CLOSE',
  'ASSIGN',
  'EXTEND_DEADLINE',
  'REVOKE',
] as const
export type RequestAction = (typeof REQUEST_ACTIONS)[number]
export type LaterAction = Exclude<RequestAction, 'SUBMIT'>

/** The relation of a person to a request. */
export const RELATIONS = [
  'REQUESTER',
  'ASSESSING_DESK',
  'OWNER_DESK',
  'DESK_WHERE_IT_LIES',
  'PRIORITY_TEAM',
  'PRIVACY_OFFICER',
] as const
export type Relation = (typeof RELATIONS)[number]

type Transition = {
  readonly from: readonly RequestState[]
  /** The possible new states; empty for a step that does not change the state. */
  readonly to: readonly RequestState[]
  readonly by: readonly Relation[]
}

const GIVEN: readonly RequestState[] = ['ANSWERED', 'FOLLOWED_UP', 'CLOSED']

/** Every step except the first: `submitterRole` says who may `SUBMIT`. */
export const TRANSITIONS: Readonly<Record<LaterAction, Transition>> = {
  SUPPLEMENT: { from: ['RETURNED'], to: ['SUBMITTED'], by: ['REQUESTER'] },
  WITHDRAW: {
    from: ['SUBMITTED', 'RETURNED', 'ASSESSED', 'AWAITING_CONSENT', 'FORWARDED'],
    to: ['WITHDRAWN'],
    by: ['REQUESTER'],
  },
  RETURN: { from: ['SUBMITTED', 'FORWARDED'], to: ['RETURNED'], by: ['DESK_WHERE_IT_LIES'] },
  // Also without a reply of the resident: the desk then continues without consent, or refuses.
  ASSESS: {
    from: ['SUBMITTED', 'ASSESSED', 'AWAITING_CONSENT'],
    to: ['ASSESSED', 'ANSWERED'],
    by: ['ASSESSING_DESK'],
  },
  ASK_CONSENT: { from: ['ASSESSED'], to: ['AWAITING_CONSENT'], by: ['ASSESSING_DESK'] },
  RECORD_CONSENT_REPLY: { from: ['AWAITING_CONSENT'], to: ['ASSESSED'], by: ['ASSESSING_DESK'] },
  FORWARD: { from: ['ASSESSED'], to: ['FORWARDED'], by: ['ASSESSING_DESK'] },
  ANSWER: { from: ['FORWARDED'], to: ['ANSWERED'], by: ['OWNER_DESK'] },
  RECORD_FOLLOW_UP: {
    from: ['ANSWERED'],
    to: ['FOLLOWED_UP'],
    by: ['REQUESTER', 'ASSESSING_DESK', 'OWNER_DESK', 'PRIORITY_TEAM'],
  },
  CLOSE: { from: ['ANSWERED', 'FOLLOWED_UP'], to: ['CLOSED'], by: ['REQUESTER', 'ASSESSING_DESK'] },
  ASSIGN: {
    from: ['SUBMITTED', 'ASSESSED', 'AWAITING_CONSENT', 'FORWARDED'],
    to: [],
    by: ['DESK_WHERE_IT_LIES'],
  },
  EXTEND_DEADLINE: {
    from: ['SUBMITTED', 'ASSESSED', 'AWAITING_CONSENT', 'FORWARDED'],
    to: [],
    by: ['DESK_WHERE_IT_LIES'],
  },
  REVOKE: { from: GIVEN, to: [], by: ['OWNER_DESK', 'PRIVACY_OFFICER'] },
}

type Person = Pick<Caller, 'subject' | 'organisation' | 'roles' | 'municipality'>
type Subject = Pick<
  InformationRequestRow,
  | 'kind'
  | 'state'
  | 'outcome'
  | 'owner'
  | 'assessing_desk'
  | 'place'
  | 'requester_organisation'
  | 'requester_municipality'
  | 'requester_subject'
  | 'assessors'
  | 'answerer'
  | 'forwarded_at'
  | 'granted_until'
  | 'revoked_at'
>

/** The role in which somebody may submit a request; `null` when they may not. Nobody may request data of their own organisation. */
export function submitterRole(
  { organisation, roles }: Pick<Person, 'organisation' | 'roles'>,
  owner: Owner,
): Role | null {
  const needed = REQUESTER_ROLE[organisation]
  return organisation !== owner && roles.includes(needed) ? needed : null
}

/** The desk of the owner does not assess: a requester without a desk of their own gets that of the other agency. */
export function assessingDesk(requester: Organisation, owner: Owner): Owner {
  if (requester === 'IMG' || requester === 'NCG') return requester
  return owner === 'IMG' ? 'NCG' : 'IMG'
}

/** All relations of a person to a request. */
export function relationsOf(person: Person, request: Subject): ReadonlySet<Relation> {
  const { organisation, roles } = person
  const relations = new Set<Relation>()
  if (isRequester(person, request)) relations.add('REQUESTER')
  if (roles.includes('svip_officer')) {
    if (organisation === request.assessing_desk) relations.add('ASSESSING_DESK')
    if (organisation === request.owner && request.forwarded_at !== null) relations.add('OWNER_DESK')
    if (organisation === request.place) relations.add('DESK_WHERE_IT_LIES')
  }
  if (
    roles.includes('priority_team') &&
    organisation === request.owner &&
    isAnswered(request) &&
    request.kind === 'ACCELERATION'
  )
    relations.add('PRIORITY_TEAM')
  if (roles.includes('privacy_officer') && (organisation === request.owner || organisation === 'SVIP'))
    relations.add('PRIVACY_OFFICER')
  return relations
}

/** The requester, as long as they work for the same organisation: an officer who moves to another municipality loses the request. */
export const isRequester = ({ subject, organisation, municipality }: Person, request: Subject): boolean =>
  subject === request.requester_subject &&
  organisation === request.requester_organisation &&
  municipality === request.requester_municipality

const isAnswered = ({ outcome }: Subject): boolean => outcome === 'GRANTED' || outcome === 'PARTLY_GRANTED'

/** Why somebody may not take a step. */
export type Obstacle =
  /** The person has no relation to the request that allows the step. */
  | 'NOT_YOURS'
  /** Requester, assessor and answerer must be different people. */
  | 'FOUR_EYES'
  /** The state of the request does not allow the step. */
  | 'NOT_NOW'
  /** This kind of request must have a follow-up before it can be closed. */
  | 'FOLLOW_UP_FIRST'

export function obstacle(action: LaterAction, person: Person, request: Subject): Obstacle | null {
  const { from, by } = TRANSITIONS[action]
  const relations = relationsOf(person, request)
  // For acceleration, the priority team or the owner's desk records the follow-up; for other kinds, the requester or a desk does.
  if (!by.some((relation) => relations.has(relation)) || !mayFollowUp(action, relations, request))
    return 'NOT_YOURS'
  if (!from.includes(request.state)) return 'NOT_NOW'
  if (!isApart(action, person, request)) return 'FOUR_EYES'
  if (action === 'REVOKE' && (request.granted_until === null || request.revoked_at !== null)) return 'NOT_NOW'
  if (action === 'RECORD_FOLLOW_UP' && !stands(request)) return 'NOT_NOW'
  if (action === 'CLOSE' && request.state === 'ANSWERED' && needsFollowUp(request)) return 'FOLLOW_UP_FIRST'
  return null
}

/** The steps that a person can take now. */
export const possible = (person: Person, request: Subject): readonly LaterAction[] =>
  (Object.keys(TRANSITIONS) as LaterAction[]).filter((action) => obstacle(action, person, request) === null)

/** Whether the grant is in force: a revoked one needs no follow-up and links no handlers. */
const stands = (request: Subject): boolean => isAnswered(request) && request.revoked_at === null

const needsFollowUp = (request: Subject): boolean =>
  stands(request) && (request.kind === 'LINK_HANDLERS' || request.kind === 'ACCELERATION')

function mayFollowUp(action: RequestAction, relations: ReadonlySet<Relation>, { kind }: Subject): boolean {
  if (action !== 'RECORD_FOLLOW_UP') return true
  if (kind === 'ACCELERATION') return relations.has('PRIORITY_TEAM') || relations.has('OWNER_DESK')
  return relations.has('REQUESTER') || relations.has('ASSESSING_DESK') || relations.has('OWNER_DESK')
}

const OF_ASSESSOR: ReadonlySet<RequestAction> = new Set([
  'ASSESS',
  'ASK_CONSENT',
  'RECORD_CONSENT_REPLY',
  'FORWARD',
])

/** Whether the separation of duties allows the step: it compares people, whatever their roles. */
function isApart(action: RequestAction, { subject }: Person, request: Subject): boolean {
  const { requester_subject, assessors, answerer } = request
  if (OF_ASSESSOR.has(action)) return subject !== requester_subject && subject !== answerer
  if (action === 'ANSWER') return subject !== requester_subject && !assessors.includes(subject)
  if (action === 'RETURN' || action === 'EXTEND_DEADLINE') return subject !== requester_subject
  return true
}
