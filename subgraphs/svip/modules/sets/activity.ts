import { RESIDENTS, STAFF, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const setActivity = topicActivity('adressenlijst', {
  place: 10,
  title: 'Adressenlijsten bijhouden',
  purpose:
    'adressen van een pilot of van vastgelopen dossiers samen aanpakken, en bijhouden wat ervan is gekomen',
  basis: 'PUBLIC_TASK',
  articles: [
    'Tijdelijke wet Groningen art. 2 lid 11 en 12, art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e',
  ],
  subjects: [RESIDENTS, STAFF],
  data: [WHICH_ADDRESS, 'PRESENCE', { what: 'wie het adres aandroeg en wat ervan is gekomen' }],
  leaves: ['de adressenlijsten'],
})
