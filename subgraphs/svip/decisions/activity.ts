import { ACCOUNTABLE, RESIDENTS, STAFF, WHICH_ADDRESS } from '../../../kernel/records/common-activities.ts'
import { topicActivity } from '../activities.ts'

export const decisionActivity = topicActivity('besluit', {
  place: 2,
  title: 'Besluiten over delen',
  purpose: 'bij elke vraag besluiten wat gedeeld mag worden, dat vastleggen en later uitleggen',
  basis: 'LEGAL_OBLIGATION',
  articles: [ACCOUNTABLE],
  subjects: [RESIDENTS, STAFF],
  data: [
    WHICH_ADDRESS,
    { what: 'pseudoniem, organisatie, rol en team van wie het vroeg, en het doel' },
    { what: 'de feiten waarop het besluit rust, zonder de inhoud van dossiers' },
  ],
  leaves: ['het besluitenlogboek'],
})
