import { type ActivityDescription, declareActivity } from '../../kernel/records/activities.ts'
import { commonActivities, RESIDENTS, WHICH_ADDRESS } from '../../kernel/records/common-activities.ts'

/** The activities that every party has. */
export const COMMON = commonActivities('svip', {
  title: 'Bestanden inlezen',
  purpose: 'toestemmingen overnemen die op papier of in een ander systeem zijn gegeven',
  basis: 'LEGAL_OBLIGATION',
  articles: ['AVG art. 6 lid 1 onder c, met art. 7 lid 1'],
  subjects: [RESIDENTS],
  data: [WHICH_ADDRESS, { what: 'waarvoor toestemming is gegeven' }],
  leaves: ['de toestemmingen'],
})

/** Declares an activity of a module, which lists it in its `module.ts`. */
export const topicActivity = (name: string, description: ActivityDescription & { readonly place: number }) =>
  declareActivity('svip', name, description)
