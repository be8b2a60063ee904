import { RESIDENTS, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const obligationActivity = topicActivity('verplichting', {
  place: 11,
  title: 'Ontvangers laten weten dat iets niet meer mag',
  purpose: 'na intrekking of bezwaar zorgen dat ook wie gegevens kreeg zich daaraan houdt',
  basis: 'LEGAL_OBLIGATION',
  articles: ['AVG art. 6 lid 1 onder c, met art. 17 en art. 19'],
  subjects: [RESIDENTS],
  data: [WHICH_ADDRESS, { what: 'wie welke soort gegevens kreeg, en wat ermee moet gebeuren' }],
  leaves: ['de verplichtingen'],
})
