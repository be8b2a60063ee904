import { type SvipModule, term } from '../../module.ts'
import {
  PRIORITY_TEAMS,
  PRIVACY_OFFICERS,
  REQUESTERS,
  RESIDENT_DESK,
  STAFF,
  SVIP_OFFICERS,
} from '../../who.ts'
import { requestActivity } from './activity.ts'
import { requestsSection } from './overview-section.ts'
import { informationRequestResolvers } from './resolvers.ts'
import { requestSettings } from './terms.ts'

/** Information requests, from submission to answer. */
export const requests: SvipModule = {
  name: 'requests',
  tables: {
    information_request: {
      retention: term('INFORMATION_REQUESTS', 1827, {
        label: 'Informatieverzoeken',
        // The granted access may last longer than the request.
        ended: 'case when r.ended_at is not null then greatest(r.ended_at, r.granted_until) end',
      }),
      overview: 'informationRequests',
    },
    information_request_step: {
      retention: { with: 'information_request' },
      overview: 'informationRequests',
    },
  },
  resolvers: informationRequestResolvers,
  access: {
    'Query.informationRequest': STAFF,
    'Query.informationRequests': STAFF,
    'Address.informationRequests': STAFF,
    'Query.informationRequestStatistics': RESIDENT_DESK,
    // `./transitions.ts` checks the caller's relation to the request, and the separation of duties.
    'Mutation.submitInformationRequest': REQUESTERS,
    'Mutation.supplementInformationRequest': REQUESTERS,
    'Mutation.withdrawInformationRequest': REQUESTERS,
    'Mutation.returnInformationRequest': [SVIP_OFFICERS],
    'Mutation.assessInformationRequest': [SVIP_OFFICERS],
    'Mutation.askInformationRequestConsent': [SVIP_OFFICERS],
    'Mutation.recordInformationRequestConsentReply': [SVIP_OFFICERS],
    'Mutation.forwardInformationRequest': [SVIP_OFFICERS],
    'Mutation.answerInformationRequest': [SVIP_OFFICERS],
    'Mutation.recordInformationRequestFollowUp': [...REQUESTERS, SVIP_OFFICERS, PRIORITY_TEAMS],
    'Mutation.closeInformationRequest': [...REQUESTERS, SVIP_OFFICERS],
    'Mutation.assignInformationRequest': [SVIP_OFFICERS],
    'Mutation.extendInformationRequest': [SVIP_OFFICERS],
    'Mutation.revokeInformationRequest': [SVIP_OFFICERS, PRIVACY_OFFICERS],
  },
  activities: [requestActivity],
  settings: requestSettings,
  sections: [requestsSection],
}
