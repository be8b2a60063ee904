import { type SvipModule, term } from '../../module.ts'
import { RESIDENT_DESK } from '../../who.ts'
import { residentActivity } from './activity.ts'
import { disclosureResolvers } from './disclosure-resolvers.ts'
import { disclosuresSection } from './disclosures-section.ts'
import { subjectAccessResolvers } from './subject-access-resolvers.ts'
import { subjectAccessSection } from './subject-access-section.ts'

/** Disclosures, notices and subject access requests. */
export const resident: SvipModule = {
  name: 'resident',
  tables: {
    subject_access_request: {
      retention: term('SUBJECT_ACCESS_REQUESTS', 1827, { label: 'Inzageverzoeken', ended: 'r.answered_on' }),
      overview: 'subjectAccessRequests',
    },
  },
  resolvers: {
    ...subjectAccessResolvers,
    Query: { ...disclosureResolvers.Query, ...subjectAccessResolvers.Query },
  },
  access: {
    'Query.disclosures': RESIDENT_DESK,
    'Query.subjectAccessRequest': RESIDENT_DESK,
    'Query.subjectAccessRequests': RESIDENT_DESK,
    'Mutation.registerSubjectAccessRequest': RESIDENT_DESK,
    'Mutation.extendSubjectAccessRequest': RESIDENT_DESK,
    'Mutation.answerSubjectAccessRequest': RESIDENT_DESK,
  },
  activities: [residentActivity],
  sections: [disclosuresSection, subjectAccessSection],
}
