import type { SvipModule } from '../module.ts'
import { STAFF } from '../who.ts'
import { decisionActivity } from './activity.ts'
import { decisionResolvers } from './resolvers.ts'

/** The decisions, and the policy versions that decided them. */
export const decisions: SvipModule = {
  name: 'decisions',
  resolvers: decisionResolvers,
  access: {
    'Query.decision': STAFF,
    'Query.policy': STAFF,
  },
  activities: [decisionActivity],
}
