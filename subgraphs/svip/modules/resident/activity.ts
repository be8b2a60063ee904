import { RESIDENTS, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const residentActivity = topicActivity('inzage', {
  place: 12,
  title: 'De bewoner inzage geven',
  purpose: 'de bewoner laten zien wie wat kreeg, waarvoor en op welke grondslag',
  basis: 'LEGAL_OBLIGATION',
  articles: ['AVG art. 6 lid 1 onder c, met art. 12, 14 en 15'],
  subjects: [RESIDENTS],
  data: [WHICH_ADDRESS, { what: 'wat is gedeeld en geweigerd, zonder de inhoud van dossiers' }],
  leaves: ['de verzoeken om inzage'],
})
