import type { LegalBasis } from '../../../kernel/vocabulary.ts'

/** The words of the Data Privacy Vocabulary (DPV 2.1) that the register uses, and the measures it states (AVG art. 30(1)(g)). */
export const DPV_BASES: Readonly<Record<LegalBasis, string>> = {
  CONSENT: 'Consent',
  PUBLIC_TASK: 'OfficialAuthorityOfController',
  LEGAL_OBLIGATION: 'LegalObligation',
  VITAL_INTEREST: 'VitalInterest',
}

export const RECIPIENT = 'Recipient'

export const MEASURES: readonly string[] = [
  'alleen wie is ingelogd en de juiste rol heeft, komt erbij',
  'alles komt vooraf in een logboek; lukt dat niet, dan gebeurt het niet',
  'de logboeken zijn ondertekend en aan elkaar geketend: een wijziging valt op',
  'in het verwerkingslogboek staan adressen onder een pseudoniem, en geen medewerkers',
]

export const GIVING_MEASURES: readonly string[] = [
  'de eigenaar van de gegevens controleert zelf de verklaring van het SVIP, die kort geldig is',
  'alleen de soorten gegevens uit die verklaring gaan mee',
  'een intrekking of bezwaar werkt bij de volgende vraag',
  ...MEASURES,
]

export const RECEIVING_MEASURES: readonly string[] = [
  'Samenloop bewaart bij de ontvanger niets: elke vraag wordt opnieuw beoordeeld',
  'een gemeente ziet alleen adressen in de eigen gemeente',
  ...MEASURES,
]
