import type { DataCategory, Organisation, Owner, Purpose } from '../../../../kernel/vocabulary.ts'
import { enumerate } from '../../policy/explain.ts'
import { ORGANISATION_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'

/** Version of the text below, stored with the consent that follows from it (AVG art. 7(1)). */
export const CONSENT_FORM_NOTICE = 'toestemmingsformulier-svip-1'

export type ConsentQuestion = {
  readonly number: string
  readonly address: string
  readonly owner: Owner
  readonly recipient: Organisation
  readonly purpose: Purpose
  readonly categories: readonly DataCategory[]
  readonly grantDays: number
}

const NAMES: Readonly<Record<Organisation, string>> = {
  ...ORGANISATION_LABELS,
  SVIP: 'het Interventieteam Vastgelopen dossiers',
}

/**
 * The question to the resident (toestemmingsformulier), in plain Dutch: who requests which data from whom and why, that refusing has no
 * consequences (AVG recital 43), and how to withdraw consent (art. 7(3)).
 */
export function consentForm(question: ConsentQuestion): string {
  const { number, address, owner, recipient, purpose, categories, grantDays } = question
  const [from, to] = [NAMES[owner], NAMES[recipient]]
  return [
    'Mogen wij gegevens over uw huis delen?',
    `Het gaat over: ${address}. Kenmerk: ${number}.`,
    `Wij vragen u of ${from} gegevens mag delen met ${to}. Wij zijn het SVIP: daar werken het IMG en de NCG samen.`,
    `Het gaat om: ${enumerate(categories)}.`,
    `Waarom? ${capital(to)} gebruikt dit voor: ${PURPOSE_LABELS[purpose]}.`,
    `Alleen wie met uw dossier werkt, kan deze gegevens zien. Dat kan hoogstens ${grantDays} dagen.`,
    'U hoeft geen ja te zeggen. Zegt u nee? Dan heeft dat geen nadeel voor u. Uw schade en de versterking gaan gewoon door.',
    'Zegt u ja? Dan kunt u dat altijd intrekken: bij uw begeleider, per telefoon, per brief of met het intrekkingsformulier. Dat werkt direct.',
    'U mag altijd vragen wie uw gegevens heeft gezien. Hebt u een klacht? Dan kunt u naar de Autoriteit Persoonsgegevens.',
    'Wat is uw antwoord? [ ] Ja, dit mag worden gedeeld. [ ] Nee, dit mag niet worden gedeeld.',
    'Naam, datum en handtekening:',
  ].join('\n\n')
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
