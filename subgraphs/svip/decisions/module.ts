import type { SvipModule } from '../module.ts'
import { STAFF } from '../who.ts'
import { decisionResolvers } from './resolvers.ts'

/** The decisions, and the policy versions that decided them. */
export const decisions: SvipModule = {
  name: 'decisions',
  resolvers: decisionResolvers,
  access: {
    'Query.decision': STAFF,
    'Query.policy': STAFF,
  },
}
