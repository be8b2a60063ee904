import { RESIDENTS, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const consentActivity = topicActivity('toestemming', {
  place: 3,
  title: 'Toestemmingen, wensen en bezwaren vastleggen',
  purpose: 'kunnen laten zien wat de bewoner wil, en zich daaraan houden',
  basis: 'LEGAL_OBLIGATION',
  articles: ['AVG art. 6 lid 1 onder c, met art. 7 lid 1 en 3, art. 18 en art. 21'],
  subjects: [RESIDENTS],
  data: [WHICH_ADDRESS, { what: 'wat de bewoner heeft gezegd, wanneer en hoe' }],
  leaves: ['de toestemmingen, wensen en bezwaren'],
})
