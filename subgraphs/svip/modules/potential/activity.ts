import { RESIDENTS, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const potentialActivity = topicActivity('samenwerkingspotentieel', {
  place: 6,
  title: 'Tellen waar samenwerken kan, en die adressen vinden',
  purpose:
    'weten op hoeveel adressen schade en versterking samenkomen, en bewoners benaderen voordat zij zelf melden',
  basis: 'PUBLIC_TASK',
  articles: ['Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
  subjects: [RESIDENTS],
  data: [WHICH_ADDRESS, 'PRESENCE', 'STATUS', { what: 'aantallen adressen, zonder welke' }],
  leaves: ['het register van dossiers'],
})
