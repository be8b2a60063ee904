import type { DataCategory, LegalBasis, Owner } from '../../../kernel/vocabulary.ts'
import { CATEGORY_LABELS, ORGANISATION_LABELS } from '../policy/labels.ts'
import type { Refusal } from '../policy/reasons.ts'

/* The texts for a resident, in Dutch of level B1. Those of policy/labels.ts address an employee; these address the data subject. */

/** Why each kind of data is shared: a whole sentence. */
export const CATEGORY_REASONS: Readonly<Record<DataCategory, string>> = {
  PRESENCE: 'Zo weten de organisaties of ze allebei met uw huis bezig zijn.',
  STATUS: 'Zo sluit het werk van de ene organisatie aan op dat van de andere.',
  HANDLER: 'Zo kunnen uw begeleiders elkaar bereiken en hoeft u niet alles twee keer te vertellen.',
  PLANNING: 'Zo kunnen afspraken en werkzaamheden op elkaar worden afgestemd.',
  FINDINGS: 'Zo hoeft er niet twee keer hetzelfde onderzoek in uw huis te komen.',
  SAFETY: 'Zo kan uw huis snel veilig worden gemaakt.',
  FINANCIAL: 'Zo worden kosten niet twee keer betaald en niet vergeten.',
  CIRCUMSTANCES: 'Zo kan er rekening worden gehouden met uw situatie.',
}

/** The grounds of AVG art. 6(1), each as a whole sentence. */
export const BASIS_TEXTS: Readonly<Record<LegalBasis, string>> = {
  CONSENT: 'U hebt hier toestemming voor gegeven (AVG artikel 6 lid 1 onder a).',
  PUBLIC_TASK: 'De organisaties hebben dit nodig voor hun taak in de wet (AVG artikel 6 lid 1 onder e).',
  LEGAL_OBLIGATION: 'De wet verplicht de organisaties om dit te delen (AVG artikel 6 lid 1 onder c).',
  VITAL_INTEREST: 'Er was direct gevaar voor mensen (AVG artikel 6 lid 1 onder d).',
}

/** The same in a few words, for a table. */
export const SHORT_BASIS: Readonly<Record<LegalBasis, string>> = {
  CONSENT: 'Uw toestemming',
  PUBLIC_TASK: 'Taak in de wet',
  LEGAL_OBLIGATION: 'Plicht in de wet',
  VITAL_INTEREST: 'Direct gevaar',
}

/** Why nothing was given, as the end of a sentence that begins with "omdat". */
export const REFUSAL_REASONS: Readonly<Record<Refusal, string>> = {
  PURPOSE_REQUIRED: 'niet was gezegd waarvoor de gegevens nodig waren',
  NO_POLICY_IN_FORCE: 'er op die dag geen regels waren om gegevens te delen',
  OUT_OF_SCOPE: 'uw adres niet in die gemeente ligt',
  PURPOSE_NOT_ALLOWED: 'deze medewerker de gegevens niet mag krijgen voor dit doel',
  NO_CONCURRENCE: 'niet allebei de organisaties een dossier over uw adres hebben of hadden',
  OBJECTION_UPHELD: 'u bezwaar hebt gemaakt en gelijk hebt gekregen',
  OBJECTION_PENDING: 'u bezwaar hebt gemaakt en daarover nog niet was beslist',
  CONSENT_WITHDRAWN: 'u uw toestemming hebt ingetrokken',
  CONSENT_REFUSED: 'u nee hebt gezegd',
  CONSENT_EXPIRED: 'uw toestemming was verlopen',
  CONSENT_MISSING: 'u daarvoor geen toestemming hebt gegeven',
  NO_LEGAL_BASIS: 'de wet daarvoor geen ruimte geeft',
}

/** Where a resident can ask for the files themselves, which the SVIP does not have. */
export const AGENCY_SITES: Readonly<Record<Owner, string>> = {
  IMG: 'www.schadedoormijnbouw.nl',
  NCG: 'www.nationaalcoordinatorgroningen.nl',
}

export const CONTACT = `Hebt u vragen? Stel ze aan uw zaakbegeleider bij het IMG (${AGENCY_SITES.IMG}) of uw bewonersbegeleider bij de NCG (${AGENCY_SITES.NCG}). Zij brengen u ook in contact met het SVIP.`

export const RETENTION =
  'Gegevens worden niet langer bewaard dan nodig is voor het doel. De termijn staat in de selectielijst van de organisatie die ze heeft.'

/** The rights of a resident, in general and for these bases of sharing; each item is one or two sentences. */
export function rights(bases: readonly LegalBasis[]): readonly string[] {
  return [
    'Inzage: u mag vragen welke gegevens er over u zijn (AVG artikel 15).',
    'Verbeteren en wissen: u mag vragen om fouten te verbeteren of gegevens te wissen (AVG artikel 16 en 17).',
    ...(bases.includes('PUBLIC_TASK')
      ? [
          'Bezwaar: bent u het niet eens met het delen? U mag bezwaar maken (AVG artikel 21). Dan wordt er op deze grond niets gedeeld totdat over uw bezwaar is beslist.',
        ]
      : []),
    ...(bases.includes('CONSENT')
      ? [
          'Intrekken: u mag uw toestemming altijd intrekken (AVG artikel 7). Dat werkt direct en heeft geen nadeel voor uw schade of versterking.',
        ]
      : []),
    'Klacht: u mag een klacht indienen bij de Autoriteit Persoonsgegevens (www.autoriteitpersoonsgegevens.nl).',
  ]
}

/** Capitalises the first letter, for a label at the begin of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "a, b en c". */
export const enumeration = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`

export const categoryNames = (categories: readonly DataCategory[]): string =>
  enumeration(categories.map((category) => CATEGORY_LABELS[category]))

export const ownerName = (owner: Owner): string => ORGANISATION_LABELS[owner]

const DAY = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A day or moment in Dutch notation: "22 november 2026". */
export const dutchDate = (moment: string): string => DAY.format(new Date(moment))

/** With the time in the Netherlands: "22 november 2026 om 10:30". */
export const dutchMoment = (moment: string): string => MOMENT.format(new Date(moment))
