import { RESIDENTS, STAFF, WHICH_ADDRESS } from '../../../../kernel/records/common-activities.ts'
import { topicActivity } from '../../activities.ts'

export const signalActivity = topicActivity('signaal', {
  place: 5,
  title: 'Signalen geven en opvolgen',
  purpose:
    'de ene organisatie laten weten dat er bij de andere iets speelt, en laten zien wat daarmee is gedaan',
  basis: 'PUBLIC_TASK',
  articles: ['Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
  subjects: [RESIDENTS, STAFF],
  data: [
    WHICH_ADDRESS,
    'PRESENCE',
    'STATUS',
    { what: 'dat er schade is gevonden, en alleen met een grondslag daarvoor getoond' },
    { what: 'wie het signaal oppakte, en wat ervan kwam' },
  ],
  leaves: ['de signalen'],
})
