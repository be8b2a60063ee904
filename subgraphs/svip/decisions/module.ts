import type { SvipModule } from '../module.ts'
import { STAFF } from '../who.ts'
import { decisionResolvers } from './resolvers.ts'

/** What was decided, and by which policy. */
export const decisions: SvipModule = {
  name: 'decisions',
  resolvers: decisionResolvers,
  access: {
    'Query.decision': STAFF,
    'Query.policy': STAFF,
  },
}
