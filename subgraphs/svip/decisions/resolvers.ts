import { dutchDay } from '../../../kernel/graphql/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Caller } from '../../../kernel/vocabulary.ts'
import type { SvipContext } from '../context.ts'
import { municipality } from '../modules/addresses/municipalities.ts'
import type { PolicyVersion, Rule } from '../policy/policy.ts'
import { policyById, policyOn } from '../policy/versions/index.ts'
import type { Resolvers } from '../resolvers.generated.ts'
import { decisionActivity } from './activity.ts'
import { type DecisionOnRecord, findDecision } from './decision-log.ts'
import { replay } from './replay.ts'

/** The resolvers of the policy and of recorded decisions. */
export const decisionResolvers = {
  Query: {
    decision: async (_root, { id }, context) => {
      const recorded = isUuid(id) ? await findDecision(context.db, id.toLowerCase()) : null
      if (!recorded || !maySee(context.caller, recorded)) {
        await context.refused('decision')
        return null
      }
      await context.recordOwn(recorded.request.addressId, 'Besluit getoond', decisionActivity)
      return toDecision(recorded, context)
    },
    policy: (_root, { on }, context) => {
      const policy = policyOn(on ?? dutchDay(context.now()))
      return policy && toPolicy(policy)
    },
  },
} satisfies Resolvers

/** The caller of the decision, the SVIP officers of both sides, and the privacy officers may see it. */
function maySee(caller: Caller, { request }: DecisionOnRecord): boolean {
  const { subject, organisation } = request.caller
  const sides = ['SVIP', organisation, request.owner]
  if (caller.roles.includes('privacy_officer') && sides.includes(caller.organisation)) return true
  if (caller.subject === subject && caller.organisation === organisation) return true
  return caller.roles.includes('svip_officer') && [organisation, request.owner].includes(caller.organisation)
}

function toDecision(recorded: DecisionOnRecord, context: SvipContext) {
  const { request, decision, opened } = recorded
  const { organisation, roles } = context.caller
  const policy = policyById(decision.policyVersion)
  // A refusal must not reveal afterwards what it withheld: tracks are shown only to callers who may know of them. The requests and the
  // emergency access are those of the decision's own caller, so they reveal nothing new.
  const seesTracksOf = (owner: string) =>
    owner === organisation ||
    roles.includes('privacy_officer') ||
    (owner === request.owner && decision.categories.includes('PRESENCE'))
  return {
    id: recorded.id,
    decidedAt: recorded.decidedAt,
    address: () => context.address(request.addressId, null),
    owner: request.owner,
    requestedBy: request.caller.organisation,
    requestedByRoles: request.caller.roles,
    requestedByMunicipality: request.caller.municipality ? municipality(request.caller.municipality) : null,
    purpose: decision.purpose,
    outcome: decision.outcome,
    reason: decision.reason,
    legalBasis: decision.legalBases,
    categories: decision.categories,
    withheld: decision.withheld,
    policyVersion: decision.policyVersion,
    rules: policy?.rules.filter(({ id }) => decision.rules.includes(id)).map(toRule) ?? [],
    facts: decision.facts
      .filter(({ kind, id }) => kind !== 'TRACK' || seesTracksOf(id.split(':')[0] ?? ''))
      .map((fact) => ({ ...fact, kind: fact.kind.toLowerCase() })),
    granted: opened.granted,
    registerShown: opened.registerShown,
    fileShown: opened.fileShown,
    explanation: decision.explanation,
    reproducible: replay(recorded).length === 0,
  }
}

const toPolicy = ({ id, title, from, until, placeholder, rules }: PolicyVersion) => ({
  id,
  title,
  from,
  until,
  placeholder,
  rules: rules.map(toRule),
})

const toRule = ({ id, owners, purposes, basis, categories, article, summary }: Rule) => ({
  id,
  owners,
  purposes,
  legalBasis: basis,
  categories,
  article,
  summary,
})
