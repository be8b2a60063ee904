import type { PolicyVersion } from '../policy.ts'
import {
  BETWEEN_AGENCIES,
  IMG_STAFF,
  SAFETY_OFFICERS,
  TO_INTERVENTION_TEAM,
  TO_MUNICIPALITY,
} from './parties.ts'

const TASK = 'AVG art. 6 lid 1 onder e'
const COOPERATE = `Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; ${TASK}`
const MUNICIPAL = `Tijdelijke wet Groningen hoofdstuk 5, artikel nog te bepalen; ${TASK}`
const CONSENT = 'AVG art. 6 lid 1 onder a en art. 7'

/**
 * More than the minimum, when both SVIP desks established that this case needs it for the task. It never includes circumstances, which can
 * be about health, for which the task is no sufficient basis (AVG art. 9), nor acute safety, for which there is emergency access.
 */
const ON_REQUEST = {
  basis: 'PUBLIC_TASK',
  conditions: ['CONCURRENCE', 'GRANTED_REQUEST'],
  article: `Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; werkinstructie SVIP; ${TASK}`,
} as const

/**
 * From the Wet versterken (Stb. 2023, 164 and 165): the public task for the minimum that cooperation needs,
 * consent for more. The final AMvB under TwG art. 3(9), which fixes the categories, is still to be checked.
 * MONITORING (aggregates only) and SUBJECT_ACCESS (own side) share no data of an address, so no rule names them.
 */
export const twg2023: PolicyVersion = {
  id: 'twg-2023',
  title: 'Tijdelijke wet Groningen, vanaf 1 juli 2023',
  from: '2023-07-01',
  until: null,
  placeholder: true,
  rules: [
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/signalling/public-task',
      purposes: ['SIGNALLING'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE'],
      // Finding out whether there is concurrence cannot depend on concurrence.
      conditions: [],
      article: COOPERATE,
      summary: 'IMG en NCG mogen bij elk adres nagaan of de ander er ook een dossier heeft.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/status-exchange/public-task',
      purposes: ['STATUS_EXCHANGE'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS'],
      article: COOPERATE,
      summary: 'IMG en NCG mogen van elkaar weten hoe ver een dossier is.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/status-exchange/consent',
      purposes: ['STATUS_EXCHANGE'],
      basis: 'CONSENT',
      categories: ['HANDLER', 'PLANNING'],
      article: CONSENT,
      summary: 'Met toestemming mogen zij ook weten wie het dossier behandelt en wat de planning is.',
    },
    {
      ...BETWEEN_AGENCIES,
      ...ON_REQUEST,
      id: 'twg-2023/status-exchange/request',
      purposes: ['STATUS_EXCHANGE'],
      categories: ['HANDLER', 'PLANNING'],
      summary:
        'Is een informatieverzoek toegekend, dan mag de aanvrager ook weten wie het behandelt en wat de planning is.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/acceleration/public-task',
      purposes: ['ACCELERATION'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS', 'HANDLER'],
      article: COOPERATE,
      summary: 'Om een dossier te versnellen mogen IMG en NCG weten hoe ver het is en wie het behandelt.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/acceleration/consent',
      purposes: ['ACCELERATION'],
      basis: 'CONSENT',
      categories: ['PLANNING'],
      article: CONSENT,
      summary: 'Met toestemming mogen zij om te versnellen ook de planning weten.',
    },
    {
      ...BETWEEN_AGENCIES,
      ...ON_REQUEST,
      id: 'twg-2023/acceleration/request',
      purposes: ['ACCELERATION'],
      categories: ['PLANNING'],
      summary:
        'Is een informatieverzoek toegekend, dan mag de aanvrager om te versnellen ook de planning weten.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/cooperation/public-task',
      purposes: ['COOPERATION'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS', 'HANDLER'],
      article: COOPERATE,
      summary: 'Om samen te werken mogen IMG en NCG weten hoe ver een dossier is en wie het behandelt.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/cooperation/consent',
      purposes: ['COOPERATION'],
      basis: 'CONSENT',
      categories: ['PLANNING', 'FINDINGS'],
      article: CONSENT,
      summary: 'Met toestemming mogen zij ook de planning delen en wat er bij de opname is gevonden.',
    },
    {
      ...BETWEEN_AGENCIES,
      ...ON_REQUEST,
      id: 'twg-2023/cooperation/request',
      purposes: ['COOPERATION'],
      categories: ['PLANNING', 'FINDINGS'],
      summary:
        'Is een informatieverzoek toegekend, dan krijgt de aanvrager de planning en wat er bij de opname is gevonden.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/joint-inspection/public-task',
      purposes: ['JOINT_INSPECTION'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING'],
      article: COOPERATE,
      summary: 'Om samen één opname te doen mogen IMG en NCG ook elkaars planning weten.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/joint-inspection/consent',
      purposes: ['JOINT_INSPECTION'],
      basis: 'CONSENT',
      categories: ['FINDINGS'],
      article: CONSENT,
      summary: 'Met toestemming mogen zij ook delen wat er bij een eerdere opname is gevonden.',
    },
    {
      ...BETWEEN_AGENCIES,
      ...ON_REQUEST,
      id: 'twg-2023/joint-inspection/request',
      purposes: ['JOINT_INSPECTION'],
      categories: ['FINDINGS'],
      summary:
        'Is een informatieverzoek toegekend, dan krijgt de aanvrager wat er bij een eerdere opname is gevonden.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/integral-approach/public-task',
      purposes: ['INTEGRAL_APPROACH'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING'],
      article: COOPERATE,
      summary:
        'Voor één aanpak mogen IMG en NCG weten hoe ver het is, wie het behandelt en wat de planning is.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/integral-approach/wish',
      purposes: ['INTEGRAL_APPROACH'],
      basis: 'PUBLIC_TASK',
      categories: ['FINDINGS'],
      conditions: ['CONCURRENCE', 'INTEGRAL_WISH'],
      article: `Tijdelijke wet Groningen art. 2a lid 2; ${TASK}`,
      summary: 'Wil de eigenaar één aanpak, dan mogen zij ook delen wat er bij de opname is gevonden.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/integral-approach/consent',
      purposes: ['INTEGRAL_APPROACH'],
      basis: 'CONSENT',
      categories: ['FINDINGS', 'FINANCIAL'],
      article: CONSENT,
      summary: 'Met toestemming mogen zij voor één aanpak de bevindingen van de opname en de bedragen delen.',
    },
    {
      ...BETWEEN_AGENCIES,
      ...ON_REQUEST,
      id: 'twg-2023/integral-approach/request',
      purposes: ['INTEGRAL_APPROACH'],
      categories: ['FINDINGS', 'FINANCIAL'],
      summary:
        'Is een informatieverzoek toegekend, dan krijgt de aanvrager de bevindingen van de opname en de bedragen.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/acute-safety/public-task',
      purposes: ['ACUTE_SAFETY'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS'],
      article: COOPERATE,
      summary: 'Bij een acuut onveilige situatie mogen IMG en NCG van elkaar weten hoe ver een dossier is.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/acute-safety/consent',
      purposes: ['ACUTE_SAFETY'],
      basis: 'CONSENT',
      categories: ['HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY'],
      article: CONSENT,
      summary: 'Met toestemming mogen zij dan ook delen wat nodig is om het gebouw veilig te maken.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/acute-safety/vital-interest',
      recipients: SAFETY_OFFICERS,
      purposes: ['ACUTE_SAFETY'],
      basis: 'VITAL_INTEREST',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY'],
      // Danger does not wait for a file on both sides.
      conditions: [],
      article: 'AVG art. 6 lid 1 onder d',
      summary:
        'Bij direct gevaar mag een veiligheidsfunctionaris met noodtoegang zien wat nodig is, 48 uur lang en met een beoordeling achteraf.',
    },
    {
      ...TO_INTERVENTION_TEAM,
      id: 'twg-2023/stuck-case/public-task',
      purposes: ['STUCK_CASE'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS', 'HANDLER'],
      article: `Tijdelijke wet Groningen art. 2 lid 11 en 12; Regeling Tijdelijke wet Groningen § 1a; ${TASK}`,
      summary:
        'Het interventieteam mag bij een vastgelopen dossier weten hoe ver het is en wie het behandelt.',
    },
    {
      ...TO_INTERVENTION_TEAM,
      id: 'twg-2023/stuck-case/consent',
      purposes: ['STUCK_CASE'],
      basis: 'CONSENT',
      categories: ['PLANNING', 'FINDINGS', 'SAFETY', 'FINANCIAL', 'CIRCUMSTANCES'],
      // Circumstances can be about health: consent has to be explicit.
      article: `${CONSENT}; AVG art. 9 lid 2 onder a`,
      summary: 'Met toestemming mag het interventieteam alles zien, ook persoonlijke omstandigheden.',
    },
    {
      ...TO_INTERVENTION_TEAM,
      ...ON_REQUEST,
      id: 'twg-2023/stuck-case/request',
      purposes: ['STUCK_CASE'],
      categories: ['PLANNING', 'FINDINGS', 'SAFETY', 'FINANCIAL'],
      summary:
        'Is een informatieverzoek toegekend, dan ziet het interventieteam meer, maar geen persoonlijke omstandigheden.',
    },
    {
      ...BETWEEN_AGENCIES,
      id: 'twg-2023/compensation-schemes/public-task',
      owners: ['NCG'],
      recipients: [IMG_STAFF],
      purposes: ['COMPENSATION_SCHEMES'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS'],
      article: `Tijdelijke wet Groningen art. 2; ${TASK}`,
      summary: 'Voor waardedaling en immateriële schade mag het IMG weten hoe ver de versterking is.',
    },
    {
      ...TO_MUNICIPALITY,
      id: 'twg-2023/municipal-plan/strengthening',
      owners: ['NCG'],
      purposes: ['MUNICIPAL_PLAN'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS'],
      article: MUNICIPAL,
      summary: 'Een gemeente mag voor haar plan van aanpak weten hoe ver de versterking van een adres is.',
    },
    {
      ...TO_MUNICIPALITY,
      id: 'twg-2023/municipal-plan/damage',
      owners: ['IMG'],
      purposes: ['MUNICIPAL_PLAN'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE'],
      article: MUNICIPAL,
      summary: 'Een gemeente mag voor haar plan van aanpak weten of er een schadedossier is.',
    },
    {
      ...TO_MUNICIPALITY,
      id: 'twg-2023/municipal-acute-safety/public-task',
      owners: ['IMG', 'NCG'],
      purposes: ['ACUTE_SAFETY'],
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE', 'STATUS', 'SAFETY'],
      article: MUNICIPAL,
      summary: 'Een gemeente mag bij een acuut onveilige situatie weten hoe veilig een gebouw is.',
    },
  ],
}
