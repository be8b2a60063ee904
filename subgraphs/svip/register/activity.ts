import { RESIDENTS, WHICH_ADDRESS } from '../../../kernel/records/common-activities.ts'
import { topicActivity } from '../activities.ts'

export const registerActivity = topicActivity('register', {
  place: 1,
  title: 'Bijhouden en tonen wat waar speelt',
  purpose: 'weten bij welke organisatie een dossier loopt op een adres, en dat tonen aan wie het mag weten',
  basis: 'PUBLIC_TASK',
  articles: ['Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
  subjects: [RESIDENTS],
  data: [WHICH_ADDRESS, 'PRESENCE', 'STATUS', { what: 'welke toestemmingen er zijn' }],
  leaves: ['het register van dossiers'],
})
