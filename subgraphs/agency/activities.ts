import { declareActivity } from '../../kernel/records/activities.ts'
import {
  commonActivities,
  HANDLERS,
  RESIDENTS,
  SECURE,
  WHICH_ADDRESS,
} from '../../kernel/records/common-activities.ts'
import { DATA_CATEGORIES } from '../../kernel/vocabulary.ts'

/** What an agency does, in the order of its register of processing activities; only its task differs from that of the other. */
const activitiesOf = <Agency extends 'img' | 'ncg'>(agency: Agency, purpose: string, article: string) => {
  const { 'eigen-taak': task, ...common } = commonActivities(agency, {
    title: 'Eigen dossiers behandelen',
    purpose,
    basis: 'PUBLIC_TASK',
    articles: [`${article}; AVG art. 6 lid 1 onder e`],
    subjects: [RESIDENTS, HANDLERS],
    data: DATA_CATEGORIES,
    leaves: ['de dossiers'],
  })
  return {
    task,
    refusedSharing: declareActivity(agency, 'verstrekking', {
      title: 'Delen weigeren',
      purpose:
        'vastleggen dat om gegevens is gevraagd zonder geldige verklaring van het SVIP, en dat niets is gedeeld',
      basis: 'LEGAL_OBLIGATION',
      articles: [SECURE],
      subjects: [RESIDENTS],
      data: [WHICH_ADDRESS, { what: 'welke organisatie het vroeg' }],
    }),
    reporting: declareActivity(agency, 'registermelding', {
      title: 'Aan het register van het SVIP laten weten wat er speelt',
      purpose:
        'zorgen dat het register van het SVIP klopt: doorgeven wat begint, verandert en eindigt, het register vergelijken met de eigen dossiers, en herstellen wat ontbreekt',
      basis: 'PUBLIC_TASK',
      articles: [
        'Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 5 lid 1 onder d en art. 6 lid 1 onder e',
      ],
      subjects: [RESIDENTS],
      data: [
        WHICH_ADDRESS,
        'PRESENCE',
        'STATUS',
        { what: 'dat er iets is gevonden, gemeld of veranderd, zonder de inhoud' },
      ],
      leaves: ['de berichten die op het SVIP wachten'],
    }),
    ...common,
  }
}

export const AGENCY_ACTIVITIES = {
  img: activitiesOf(
    'img',
    'meldingen van schade door mijnbouw behandelen',
    'Tijdelijke wet Groningen art. 2',
  ),
  ncg: activitiesOf('ncg', 'gebouwen versterken', 'Tijdelijke wet Groningen hoofdstuk 5'),
}
