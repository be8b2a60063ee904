import type { SvipModule } from '../module.ts'
import { STAFF } from '../who.ts'
import { decisionActivity } from './activity.ts'
import { DECISIONS } from './decision-log.ts'
import { decisionResolvers } from './resolvers.ts'

/** The decisions, and the policy versions that decided them. */
export const decisions: SvipModule = {
  name: 'decisions',
  chains: { [DECISIONS]: { kind: 'DECISION_LOG', days: 1827, label: 'Besluiten' } },
  resolvers: decisionResolvers,
  access: {
    'Query.decision': STAFF,
    'Query.policy': STAFF,
  },
  activities: [decisionActivity],
}
