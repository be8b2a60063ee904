import {
  DATA_CATEGORIES,
  type DataCategory,
  type Organisation,
  OWNERS,
  type Owner,
  type Purpose,
} from '../../../../kernel/vocabulary.ts'
import { recipientName } from '../../overview/parties.ts'
import { capital, categoryNames, dutchDate, dutchMoment, enumeration } from '../../overview/texts.ts'
import { isStanding } from '../../policy/grounds.ts'
import { ORGANISATION_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'
import type { AddressRow, ConsentRow, ObjectionRow } from '../../store/tables.ts'
import { placeText } from '../addresses/place-text.ts'
import type { ObligationRow } from '../obligations/tables.ts'

/**
 * The letter for a resident who refused, withdrew or objected, in plain Dutch (B1): what was recorded, from when it applies, what happens
 * with data that were shared before, and what the resident can do. Pure.
 * An employee gives it to the resident, so it has only what that employee may know: `obligations` are those that `reader`, their
 * organisation, may know of. The text says whom to ask for others, whether or not they exist.
 */

type Address = Omit<AddressRow, 'id'>

/** The receipt of a withdrawal (AVG art. 7(3), 17 and 19). Call it for a withdrawn consent. */
export function withdrawalReceipt(
  consent: ConsentRow,
  address: Address,
  obligations: readonly ObligationRow[],
  reader: Organisation,
): string {
  const at = dutchMoment(consent.withdrawn_at ?? consent.recorded_at)
  return text(address, 'Uw toestemming is ingetrokken', [
    consent.refusal_id === null
      ? `U hebt uw toestemming ingetrokken op ${at}.`
      : `U hebt op ${at} nee gezegd. Daarom geldt uw eerdere toestemming niet meer.`,
    `Het ging om deze gegevens van ${ORGANISATION_LABELS[consent.owner]}: ${namesOf(consent.categories)}.`,
    `${capital(ORGANISATION_LABELS[consent.recipient])} kreeg die voor: ${purposeNames(consent.purposes)}.`,
    'Vanaf dat moment worden deze gegevens niet meer gedeeld op grond van uw toestemming. Dat werkt direct.',
    'Wat eerder op grond van uw toestemming is gedeeld, mocht toen (AVG art. 7 lid 3).',
    ...earlier(obligations, hiddenOf(consent, reader)),
    NO_HARM,
    'U kunt later opnieuw toestemming geven, ook voor een deel.',
    ...RIGHTS,
  ])
}

/** The receipt of a refusal. `withdrawn` are the earlier consents that it withdrew. */
export function refusalReceipt(
  refusal: ConsentRow,
  address: Address,
  withdrawn: readonly ConsentRow[],
  obligations: readonly ObligationRow[],
  reader: Organisation,
): string {
  return text(address, 'U geeft geen toestemming', [
    `U hebt nee gezegd op ${dutchMoment(refusal.recorded_at)}.`,
    `Het gaat om deze gegevens van ${ORGANISATION_LABELS[refusal.owner]}: ${namesOf(refusal.categories)}.`,
    `${capital(ORGANISATION_LABELS[refusal.recipient])} vroeg die voor: ${purposeNames(refusal.purposes)}.`,
    'Deze gegevens worden niet gedeeld op grond van toestemming. We vragen het u niet opnieuw als er niets verandert.',
    ...(withdrawn.length === 0
      ? []
      : [
          'U had hier eerder wel toestemming voor gegeven. Die is nu helemaal ingetrokken. Ging ze ook over iets wat u wel wilt delen? Dan kunt u daar opnieuw toestemming voor geven.',
          ...earlier(obligations, hiddenOf(refusal, reader)),
        ]),
    NO_HARM,
    ...RIGHTS,
  ])
}

/** The receipt of an objection, and of each decision on it (AVG art. 12(3), 18(1)(d) and 21). */
export function objectionReceipt(
  objection: ObjectionRow,
  address: Address,
  obligations: readonly ObligationRow[],
  reader: Organisation,
): string {
  const { owner, purposes, state } = objection
  const hidden = reader === 'SVIP' ? [] : OWNERS.filter((each) => each !== reader && (owner ?? each) === each)
  const whose = owner === null ? 'het IMG en de NCG' : ORGANISATION_LABELS[owner]
  const received = `We hebben uw bezwaar ontvangen op ${dutchMoment(objection.received_at)}.`
  const about = `Het gaat om gegevens van ${whose} die worden gedeeld voor een taak uit de wet. Doel: ${purposes.length === 0 ? 'alle doelen' : purposeNames(purposes)}.`
  const decided = dutchMoment(objection.recorded_at)
  const outcome: Readonly<Record<ObjectionRow['state'], readonly string[]>> = {
    RECEIVED: [
      'Vanaf dat moment delen we deze gegevens niet voor die taak, totdat over uw bezwaar is beslist.',
      `U krijgt uiterlijk ${dutchDate(objection.decide_by)} een beslissing. Lukt dat niet, dan hoort u voor die dag waarom.`,
    ],
    UPHELD: [
      `Op ${decided} is beslist: u krijgt gelijk. Deze gegevens worden niet meer gedeeld voor die taak.`,
      ...earlier(obligations, hidden),
    ],
    REJECTED: [
      `Op ${decided} is beslist: u krijgt geen gelijk. De gegevens mogen weer worden gedeeld voor die taak. In de brief met de beslissing staat waarom.`,
      'Bent u het daar niet mee eens? In die brief staat ook hoe u naar de rechter kunt.',
    ],
    ENDED: [`Uw bezwaar is gestopt op ${decided}. De gegevens mogen weer worden gedeeld voor die taak.`],
  }
  const stays = isStanding({ state })
    ? [
        'Hebt u ergens toestemming voor gegeven? Die blijft gelden. U kunt haar altijd intrekken. Bij direct gevaar mag een veiligheidsfunctionaris kijken wat nodig is. Dat wordt altijd achteraf beoordeeld.',
      ]
    : []
  const titles = {
    RECEIVED: 'We hebben uw bezwaar ontvangen',
    UPHELD: 'U krijgt gelijk',
    REJECTED: 'U krijgt geen gelijk',
    ENDED: 'Uw bezwaar is gestopt',
  } as const
  return text(address, titles[state], [received, about, ...outcome[state], ...stays, NO_HARM, ...RIGHTS])
}

/** The agency whose recipients by consent the reader may not know: only its owner, its recipient and the SVIP know them. */
const hiddenOf = ({ owner, recipient }: ConsentRow, reader: Organisation): readonly Owner[] =>
  reader === 'SVIP' || reader === owner || reader === recipient ? [] : [owner]

/**
 * Says that data which were shared before stay on record, and what each recipient has to do now.
 * @param hidden the agencies whose other recipients the reader may not know.
 */
function earlier(obligations: readonly ObligationRow[], hidden: readonly Owner[]): readonly string[] {
  return [
    ...(obligations.length === 0 && hidden.length === 0
      ? ['Er zijn geen gegevens gedeeld die nu gewist moeten worden.']
      : []),
    'Wat eerder is gedeeld, blijft in het logboek staan. Zo kunt u altijd zien wie wat heeft gekregen.',
    ...obligations.map(duty),
    ...hidden.map(
      (owner) =>
        `Wilt u weten wie gegevens van ${ORGANISATION_LABELS[owner]} heeft gekregen en nu moet wissen? Vraag het aan ${ORGANISATION_LABELS[owner]}.`,
    ),
  ]
}

function duty({ recipient, municipality, categories, due_on, result }: ObligationRow): string {
  // At the SVIP, only the intervention team is a recipient.
  const who = capital(recipientName({ organisation: recipient, roles: ['intervention_team'], municipality }))
  const what = namesOf(categories)
  if (result === 'ERASED') return `${who} heeft deze gegevens gewist: ${what}.`
  if (result === 'NOTHING_KEPT') return `${who} had deze gegevens niet bewaard: ${what}.`
  if (result === 'KEPT_ON_OTHER_BASIS')
    return `${who} bewaart deze gegevens nog, omdat de wet dat op een andere grond toestaat: ${what}. U mag vragen welke grond dat is.`
  return `${who} moet deze gegevens wissen: ${what}. Of vastleggen waarom ze op een andere grond bewaard mogen blijven. Uiterlijk op ${dutchDate(due_on)}.`
}

const NO_HARM = 'Dit heeft geen nadeel voor uw schade of uw versterking. Die gaan gewoon door.'

const RIGHTS = [
  'U mag vragen welke gegevens over u zijn gedeeld en met wie (AVG art. 15). U mag vragen om gegevens te verbeteren of te wissen (AVG art. 16 en 17). Vraag het uw begeleider bij het IMG of de NCG.',
  'Bent u niet tevreden? U kunt een klacht indienen bij de functionaris gegevensbescherming van het IMG of de NCG, of bij de Autoriteit Persoonsgegevens.',
] as const

function text(address: Address, title: string, paragraphs: readonly string[]): string {
  return [title, `Adres: ${placeText(address)}.`, ...paragraphs].join('\n\n')
}

const purposeNames = (purposes: readonly Purpose[]): string =>
  enumeration(purposes.map((purpose) => PURPOSE_LABELS[purpose]))

const namesOf = (categories: readonly DataCategory[]): string =>
  categoryNames(DATA_CATEGORIES.filter((category) => categories.includes(category)))
