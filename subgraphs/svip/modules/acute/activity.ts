import { RESIDENTS, STAFF, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const acuteActivity = topicActivity('acuut-onveilig', {
  place: 8,
  title: 'Acuut onveilige situaties volgen',
  purpose:
    'zorgen dat een gebouw op tijd veilig wordt gemaakt, en dat met IMG, NCG en gemeente is afgesproken wie wat doet',
  basis: 'PUBLIC_TASK',
  articles: ['Tijdelijke wet Groningen art. 2, art. 2a lid 1 en hoofdstuk 5; AVG art. 6 lid 1 onder e'],
  subjects: [RESIDENTS, STAFF],
  data: [WHICH_ADDRESS, 'STATUS', 'SAFETY', { what: 'de afspraken, de stappen en wie ze zette' }],
  leaves: ['de zaken over acuut onveilige situaties'],
})
