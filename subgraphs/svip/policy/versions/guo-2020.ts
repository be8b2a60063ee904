import type { PolicyVersion } from '../policy.ts'
import { BETWEEN_AGENCIES, IMG_STAFF, TO_INTERVENTION_TEAM, TO_MUNICIPALITY } from './parties.ts'

const CONSENT = 'AVG art. 6 lid 1 onder a en art. 7'
const AGREEMENT = `${CONSENT}; gegevensuitwisselingsovereenkomst IMG-NCG, juni 2020`

/**
 * Under the exchange agreement (GUO) no public task allowed sharing: every category needs the resident's consent, even the presence of a
 * file. Purposes and recipients are those of `twg-2023`, so that a consent means the same before and after the change of law.
 * Municipalities were no party to the agreement and had no basis in law, and acute cases were discussed after consent, so both also need
 * consent. The wish for an integral approach (TwG art. 2a(2)) was not in force yet and opens nothing here.
 */
export const guo2020: PolicyVersion = {
  id: 'guo-2020',
  title: 'Gegevensuitwisselingsovereenkomst IMG-NCG, juni 2020 tot en met juni 2023',
  from: '2020-06-01',
  until: '2023-06-30',
  placeholder: true,
  rules: [
    {
      ...BETWEEN_AGENCIES,
      id: 'guo-2020/signalling',
      purposes: ['SIGNALLING'],
      basis: 'CONSENT',
      categories: ['PRESENCE'],
      // Finding out whether there is concurrence cannot depend on concurrence.
      conditions: [],
      article: AGREEMENT,
      summary: 'Met toestemming mogen IMG en NCG nagaan of de ander ook een dossier heeft.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'guo-2020/status',
      purposes: ['STATUS_EXCHANGE', 'ACCELERATION'],
      basis: 'CONSENT',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING'],
      article: AGREEMENT,
      summary:
        'Met toestemming mogen zij weten hoe ver een dossier is, wie het behandelt en wat de planning is.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'guo-2020/cooperation',
      purposes: ['COOPERATION', 'JOINT_INSPECTION'],
      basis: 'CONSENT',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS'],
      article: AGREEMENT,
      summary: 'Met toestemming mogen zij om samen te werken ook delen wat er bij de opname is gevonden.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'guo-2020/integral-approach',
      purposes: ['INTEGRAL_APPROACH'],
      basis: 'CONSENT',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'FINANCIAL'],
      article: AGREEMENT,
      summary: 'Met toestemming mogen zij voor één aanpak ook de bedragen delen.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'guo-2020/acute-safety',
      purposes: ['ACUTE_SAFETY'],
      basis: 'CONSENT',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY'],
      article: AGREEMENT,
      summary:
        'Met toestemming mogen zij bij een acuut onveilige situatie delen wat nodig is voor de veiligheid.',
    },
    {
      ...TO_INTERVENTION_TEAM,
      id: 'guo-2020/stuck-case',
      purposes: ['STUCK_CASE'],
      basis: 'CONSENT',
      categories: [
        'PRESENCE',
        'STATUS',
        'HANDLER',
        'PLANNING',
        'FINDINGS',
        'SAFETY',
        'FINANCIAL',
        'CIRCUMSTANCES',
      ],
      // Circumstances can be about health: consent has to be explicit.
      article: `${CONSENT}; AVG art. 9 lid 2 onder a`,
      summary: 'Met toestemming mag het interventieteam bij een vastgelopen dossier alles zien.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'guo-2020/compensation-schemes',
      owners: ['NCG'],
      recipients: [IMG_STAFF],
      purposes: ['COMPENSATION_SCHEMES'],
      basis: 'CONSENT',
      categories: ['PRESENCE', 'STATUS'],
      article: AGREEMENT,
      summary:
        'Met toestemming mag het IMG voor waardedaling en immateriële schade weten hoe ver de versterking is.',
    },
    {
      ...TO_MUNICIPALITY,
      id: 'guo-2020/municipal-plan/strengthening',
      owners: ['NCG'],
      purposes: ['MUNICIPAL_PLAN'],
      basis: 'CONSENT',
      categories: ['PRESENCE', 'STATUS'],
      article: CONSENT,
      summary: 'Met toestemming mag een gemeente voor haar plan van aanpak weten hoe ver de versterking is.',
    },
    {
      ...TO_MUNICIPALITY,
      id: 'guo-2020/municipal-plan/damage',
      owners: ['IMG'],
      purposes: ['MUNICIPAL_PLAN'],
      basis: 'CONSENT',
      categories: ['PRESENCE'],
      article: CONSENT,
      summary: 'Met toestemming mag een gemeente voor haar plan van aanpak weten of er een schadedossier is.',
    },
    {
      ...TO_MUNICIPALITY,
      id: 'guo-2020/municipal-acute-safety',
      owners: ['IMG', 'NCG'],
      purposes: ['ACUTE_SAFETY'],
      basis: 'CONSENT',
      categories: ['PRESENCE', 'STATUS', 'SAFETY'],
      article: CONSENT,
      summary:
        'Met toestemming mag een gemeente bij een acuut onveilige situatie weten hoe veilig een gebouw is.',
    },
  ],
}
