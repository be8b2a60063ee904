import { afterTracks, type SvipModule, term } from '../../module.ts'
import { AGENCY_STAFF, PARTNERS } from '../../who.ts'
import { cooperationActivity } from './activity.ts'
import { cooperationSection } from './overview-section.ts'
import { cooperationSettings } from './parts.ts'
import { cooperationResolvers } from './resolvers.ts'

/** The cooperation of the agencies at an address. */
export const cooperation: SvipModule = {
  name: 'cooperation',
  tables: {
    buddy_link: {
      retention: term('BUDDY_LINKS', 366, {
        label: 'Koppelingen van behandelaars',
        key: 'address_id',
        ended: afterTracks('r.linked_at'),
      }),
      overview: { not: 'names employees who work together, and nothing of the resident' },
    },
    cooperation: {
      retention: term('COOPERATION_FILES', 366, {
        label: 'Samenwerkingsdossiers',
        key: 'address_id',
        ended: afterTracks('r.changed_at'),
      }),
      overview: 'cooperation',
    },
    cooperation_step: { retention: { with: 'cooperation' }, overview: 'cooperation' },
    joint_inspection: { retention: { with: 'cooperation' }, overview: 'cooperation' },
    integral_plan: { retention: { with: 'cooperation' }, overview: 'cooperation' },
  },
  resolvers: cooperationResolvers,
  access: {
    'Address.cooperation': [AGENCY_STAFF, { organisations: ['SVIP'], roles: ['intervention_team'] }],
    'Mutation.setBuddyLink': PARTNERS,
    'Mutation.endBuddyLink': PARTNERS,
    'Mutation.setCoordinator': PARTNERS,
    'Mutation.endCoordinator': PARTNERS,
    'Mutation.proposeJointInspection': PARTNERS,
    'Mutation.answerJointInspection': PARTNERS,
    'Mutation.withdrawJointInspection': PARTNERS,
    'Mutation.recordJointInspectionReply': PARTNERS,
    'Mutation.recordJointInspectionResult': PARTNERS,
    'Mutation.proposeIntegralPlan': PARTNERS,
    'Mutation.answerIntegralPlan': PARTNERS,
    'Mutation.withdrawIntegralPlan': PARTNERS,
    'Mutation.recordIntegralPlanResult': PARTNERS,
  },
  activities: [cooperationActivity],
  settings: cooperationSettings,
  sections: [cooperationSection],
}
