import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { SvipModule } from '../../module.ts'
import { STEERING } from '../../who.ts'
import { monitoringStore } from './parts.ts'
import { monitoringResolvers } from './resolvers.ts'

/** The cooperation by the month. */
export const monitoring: SvipModule = {
  name: 'monitoring',
  resolvers: monitoringResolvers,
  access: {
    // No municipality: the counts are of the whole area, and not protected against small ones.
    'Query.monitoring': STEERING.filter(({ organisations }) => !organisations.includes('GEMEENTE')),
  },
  async housekeeping({ metrics }, here) {
    const waiting = await monitoringStore(here).waiting(dutchDay(new Date()))
    metrics.waiting.reset()
    for (const { what, overdue, count } of waiting)
      metrics.waiting.set({ what, overdue: overdue ? 'yes' : 'no' }, count)
  },
}
