import { DATA_CATEGORIES, type DataCategory } from '../../../../kernel/vocabulary.ts'
import { decide } from '../../policy/decide.ts'
import type { AccessRequest, Facts, RequestFact } from '../../policy/decision.ts'
import { CATEGORY_LABELS, REFUSAL_TEXTS } from '../../policy/labels.ts'
import type { PolicyVersion } from '../../policy/policy.ts'
import type { Refusal } from '../../policy/reasons.ts'
import type { InformationRequestProposalOutcome, ProposalRoad } from '../../schema.generated.ts'

export type ProposedCategory = {
  readonly category: DataCategory
  readonly road: ProposalRoad
  /** In plain Dutch, for the desks. */
  readonly explanation: string
}

/** What the current policy allows for a request. It reveals which files the owner has, so only the desks may see it. */
export type Proposal = {
  readonly outcome: InformationRequestProposalOutcome
  readonly policyVersion: string | null
  readonly categories: readonly ProposedCategory[]
}

/** The parts of a request that the policy needs. */
export type Considered = {
  readonly id: string
  readonly categories: readonly DataCategory[]
  /** Categories for which the resident refused consent: the desk may not ask again, and may not use the public task instead. */
  readonly refusedByResident: readonly DataCategory[]
  /** Categories for which the resident withdrew consent: only a new consent opens them. */
  readonly withdrawnByResident: readonly DataCategory[]
}

/**
 * Asks the policy engine what it would share with the requester now, if the request were granted, and if the resident consented. Only the
 * engine decides what is possible.
 */
export function propose(
  considered: Considered,
  request: AccessRequest,
  facts: Facts,
  policy: PolicyVersion | null,
): Proposal {
  const decideWith = (changes: Partial<Facts>) => decide(request, { ...facts, ...changes }, policy)
  // Access by another request ends with that request, so it is left out here: otherwise a renewal would open nothing.
  const now = decideWith({ requests: [] })
  const onConsent = decideWith({ requests: [granted(considered, request, 'CONSENT')] })
  const onTask = decideWith({ requests: [granted(considered, request, 'PUBLIC_TASK')] })
  const withConsent = decideWith({ requests: [], consents: [...facts.consents, consented(request)] })

  const roadOf = (category: DataCategory): ProposalRoad => {
    if (now.categories.includes(category)) return 'ALREADY_OPEN'
    if (onConsent.categories.includes(category)) return 'CONSENT_GIVEN'
    if (considered.refusedByResident.includes(category)) return 'NOT_POSSIBLE'
    if (onTask.categories.includes(category) && !considered.withdrawnByResident.includes(category))
      return 'OPEN_BY_REQUEST'
    return withConsent.categories.includes(category) ? 'CONSENT_NEEDED' : 'NOT_POSSIBLE'
  }
  const why = now.reason === 'PERMITTED' ? 'NO_LEGAL_BASIS' : now.reason
  const categories = DATA_CATEGORIES.filter((category) => considered.categories.includes(category)).map(
    (category) => {
      const road = roadOf(category)
      const refused = considered.refusedByResident.includes(category)
      return { category, road, explanation: explain(category, road, refused ? 'CONSENT_REFUSED' : why) }
    },
  )
  return {
    outcome: conclude(categories.map(({ road }) => road)),
    policyVersion: now.policyVersion,
    categories,
  }
}

function conclude(roads: readonly ProposalRoad[]): InformationRequestProposalOutcome {
  const has = (road: ProposalRoad) => roads.includes(road)
  if (roads.every((road) => road === 'NOT_POSSIBLE')) return 'REFUSE'
  if (roads.every((road) => road === 'ALREADY_OPEN')) return 'NOT_NEEDED'
  if (has('CONSENT_NEEDED')) return 'ASK_CONSENT'
  return has('NOT_POSSIBLE') ? 'GRANT_PARTLY' : 'GRANT'
}

const TEXTS: Readonly<Record<Exclude<ProposalRoad, 'NOT_POSSIBLE'>, string>> = {
  ALREADY_OPEN: 'dit mag de aanvrager nu al zien; daar is geen verzoek voor nodig.',
  CONSENT_GIVEN: 'de bewoner heeft hiervoor toestemming gegeven.',
  OPEN_BY_REQUEST: 'dit kan worden gedeeld als beide SVIP-loketten vinden dat het in dit geval nodig is.',
  CONSENT_NEEDED: 'dit kan alleen met toestemming van de bewoner.',
}

function explain(category: DataCategory, road: ProposalRoad, reason: Refusal): string {
  const what = CATEGORY_LABELS[category]
  const text = road === 'NOT_POSSIBLE' ? `dit kan nu niet: ${REFUSAL_TEXTS[reason].why}.` : TEXTS[road]
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${text}`
}

const FAR = '9999-12-31'

const granted = ({ id }: Considered, request: AccessRequest, basis: RequestFact['basis']): RequestFact => ({
  id,
  revision: 0,
  state: 'RELEASED',
  owner: request.owner,
  recipient: request.caller.organisation,
  subject: request.caller.subject,
  team: request.caller.team,
  // The engine refuses a request without a purpose before it reads the facts.
  purpose: request.purpose ?? 'SIGNALLING',
  categories: DATA_CATEGORIES,
  basis,
  validFrom: request.instant,
  validUntil: FAR,
})

const consented = (request: AccessRequest) => ({
  id: 'supposed',
  revision: 0,
  state: 'GIVEN' as const,
  owner: request.owner,
  recipient: request.caller.organisation,
  purposes: request.purpose ? [request.purpose] : [],
  categories: DATA_CATEGORIES,
  validFrom: request.instant,
  validUntil: null,
})
