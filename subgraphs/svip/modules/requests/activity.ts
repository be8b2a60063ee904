import { RESIDENTS, STAFF, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const requestActivity = topicActivity('informatieverzoek', {
  place: 4,
  title: 'Informatieverzoeken behandelen',
  purpose: 'vragen van de ene organisatie aan de andere beoordelen, beantwoorden en volgen',
  basis: 'PUBLIC_TASK',
  articles: [
    'Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; werkinstructie SVIP; AVG art. 6 lid 1 onder e',
  ],
  subjects: [RESIDENTS, STAFF],
  data: [WHICH_ADDRESS, { what: 'de vraag, de redenen, de stappen en wie ze zette' }],
  leaves: ['de informatieverzoeken'],
})
