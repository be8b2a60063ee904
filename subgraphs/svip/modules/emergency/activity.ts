import { RESIDENTS, STAFF, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const emergencyActivity = topicActivity('noodtoegang', {
  place: 9,
  title: 'Noodtoegang geven en beoordelen',
  purpose: 'bij direct gevaar snel laten zien wat nodig is, en dat altijd achteraf beoordelen',
  basis: 'VITAL_INTEREST',
  articles: ['AVG art. 6 lid 1 onder d'],
  subjects: [RESIDENTS, STAFF],
  data: [WHICH_ADDRESS, { what: 'wie noodtoegang nam, waarom, en het oordeel achteraf' }],
  leaves: ['de noodtoegangen'],
})
