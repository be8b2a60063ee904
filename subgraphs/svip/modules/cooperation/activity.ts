import { RESIDENTS, STAFF, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const cooperationActivity = topicActivity('samenwerking', {
  place: 7,
  title: 'Samenwerken op één adres',
  purpose:
    'vastleggen wie er samenwerken op een adres, welke opname of aanpak zij samen doen, en of de bewoner dat wil',
  basis: 'PUBLIC_TASK',
  articles: ['Tijdelijke wet Groningen art. 2a lid 1 en 2 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
  subjects: [RESIDENTS, STAFF],
  data: [
    WHICH_ADDRESS,
    'HANDLER',
    'PLANNING',
    { what: 'wat de bewoner wil: samen of apart' },
    { what: 'de stappen en wie ze zette' },
  ],
  leaves: ['de samenwerkingsdossiers'],
})
