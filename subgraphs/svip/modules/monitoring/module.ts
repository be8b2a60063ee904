import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { SvipModule } from '../../module.ts'
import { STEERING } from '../../who.ts'
import { monitoringStore } from './parts.ts'
import { monitoringResolvers } from './resolvers.ts'

/** Figures of the cooperation per month. */
export const monitoring: SvipModule = {
  name: 'monitoring',
  resolvers: monitoringResolvers,
  access: {
    // Not for municipalities: the counts cover the whole area, and small counts are not hidden.
    'Query.monitoring': STEERING.filter(({ organisations }) => !organisations.includes('GEMEENTE')),
  },
  async housekeeping({ metrics }, here) {
    const waiting = await monitoringStore(here).waiting(dutchDay(new Date()))
    metrics.waiting.reset()
    for (const { what, overdue, count } of waiting)
      metrics.waiting.set({ what, overdue: overdue ? 'yes' : 'no' }, count)
  },
}
