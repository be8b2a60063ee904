import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { type SvipModule, term } from '../../module.ts'
import { PRIVACY_OFFICERS, SAFETY_OFFICERS } from '../../who.ts'
import { emergencyActivity } from './activity.ts'
import { emergenciesSection } from './overview-section.ts'
import { emergencySettings, emergencyStore } from './parts.ts'
import { emergencyResolvers } from './resolvers.ts'

/** Breaking the glass, and its review. */
export const emergency: SvipModule = {
  name: 'emergency',
  tables: {
    emergency_access: {
      retention: term('EMERGENCY_ACCESSES', 1827, { label: 'Noodtoegang', ended: 'r.reviewed_at' }),
      overview: 'emergencyAccess',
    },
  },
  resolvers: emergencyResolvers,
  access: {
    'Query.emergencyAccess': [SAFETY_OFFICERS, PRIVACY_OFFICERS],
    'Query.emergencyAccesses': [SAFETY_OFFICERS, PRIVACY_OFFICERS],
    'Mutation.breakGlass': [SAFETY_OFFICERS],
    'Mutation.reviewEmergencyAccess': [PRIVACY_OFFICERS],
    'Mutation.releaseEmergencyAccess': [PRIVACY_OFFICERS],
  },
  activities: [emergencyActivity],
  settings: emergencySettings,
  sections: [emergenciesSection],
  async housekeeping({ metrics }, here) {
    const { waiting, overdue } = await emergencyStore(here).countUnreviewed(dutchDay(new Date()))
    metrics.emergencyReviews.set({ overdue: 'no' }, waiting - overdue)
    metrics.emergencyReviews.set({ overdue: 'yes' }, overdue)
  },
}
