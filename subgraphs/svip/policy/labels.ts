import type { DataCategory, LegalBasis, Organisation, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { Condition } from './policy.ts'
import type { Refusal } from './reasons.ts'
import type { LeftOut } from './remedies.ts'

/*
 * Dutch names (B1) of the terms of the policy, for explanations, notices to residents and the documentation. Each fits inside a sentence.
 */

export const ORGANISATION_LABELS: Readonly<Record<Organisation, string>> = {
  IMG: 'het IMG',
  NCG: 'de NCG',
  GEMEENTE: 'de gemeente',
  SVIP: 'het SVIP',
}

/** Falls back to a general term, so that an explanation never fails on unexpected input. */
export const ownerLabel = (owner: Owner): string =>
  owner === 'IMG' || owner === 'NCG' ? ORGANISATION_LABELS[owner] : 'de andere organisatie'

export const CATEGORY_LABELS: Readonly<Record<DataCategory, string>> = {
  PRESENCE: 'of er een dossier is',
  STATUS: 'hoe ver het dossier is',
  HANDLER: 'wie het dossier behandelt',
  PLANNING: 'de planning',
  FINDINGS: 'wat er bij de opname is gevonden',
  SAFETY: 'hoe veilig het gebouw is',
  FINANCIAL: 'de bedragen',
  CIRCUMSTANCES: 'persoonlijke omstandigheden',
}

export const PURPOSE_LABELS: Readonly<Record<Purpose, string>> = {
  SIGNALLING: 'nagaan of ook de andere organisatie een dossier heeft',
  STATUS_EXCHANGE: 'weten hoe ver de andere organisatie is',
  COOPERATION: 'samenwerken aan één adres',
  ACCELERATION: 'een dossier versnellen',
  JOINT_INSPECTION: 'samen één opname doen',
  INTEGRAL_APPROACH: 'schade en versterking samen aanpakken',
  ACUTE_SAFETY: 'handelen bij een acuut onveilige situatie',
  STUCK_CASE: 'een vastgelopen dossier oplossen',
  COMPENSATION_SCHEMES: 'beslissen over een regeling voor vergoeding',
  MUNICIPAL_PLAN: 'het lokale plan van aanpak van de gemeente maken',
  MONITORING: 'de samenwerking volgen met totaalcijfers',
  SUBJECT_ACCESS: 'de bewoner inzage geven in de eigen gegevens',
}

export const BASIS_LABELS: Readonly<Record<LegalBasis, string>> = {
  CONSENT: 'toestemming van de bewoner',
  PUBLIC_TASK: 'een taak uit de wet',
  LEGAL_OBLIGATION: 'een plicht uit de wet',
  VITAL_INTEREST: 'gevaar voor iemands leven',
}

export const CONDITION_LABELS: Readonly<Record<Condition, string>> = {
  CONCURRENCE: 'bij allebei de organisaties loopt een dossier over het gebouw of heeft er een gelopen',
  INTEGRAL_WISH: 'de wens van de eigenaar voor één aanpak is vastgelegd',
  GRANTED_REQUEST: 'het SVIP heeft een informatieverzoek van de aanvrager toegekend',
}

/** Why something is not shared, as a clause, and what would help, as sentences; `ifNothing` replaces the help when it would open nothing. */
export const REFUSAL_TEXTS: Readonly<
  Record<Refusal, { readonly why: string; readonly help: string; readonly ifNothing?: string }>
> = {
  PURPOSE_REQUIRED: {
    why: 'er is geen doel opgegeven, en gegevens delen mag alleen voor een duidelijk doel (AVG art. 5 lid 1 onder b)',
    help: 'kies het doel waarvoor u de gegevens nodig hebt.',
  },
  NO_POLICY_IN_FORCE: {
    why: 'op deze datum gelden geen regels voor het delen van gegevens',
    help: 'controleer de datum.',
  },
  OUT_OF_SCOPE: {
    // One text for both, so that it does not reveal whether the address exists.
    why: 'dit adres bestaat niet, of het ligt niet in uw gemeente',
    help: 'controleer het adres.',
  },
  PURPOSE_NOT_ALLOWED: {
    why: 'met uw rol mag u deze gegevens niet krijgen voor dit doel',
    help: 'kies een doel dat bij uw werk past, of vraag het SVIP om advies.',
  },
  NO_CONCURRENCE: {
    why: 'niet allebei de organisaties hebben of hadden een dossier op dit adres',
    help: 'wacht tot er bij allebei een dossier is. Dan worden deze gegevens gedeeld.',
    ifNothing: 'ga verder zonder deze gegevens. Zolang er niet bij allebei een dossier is, opent niets ze.',
  },
  OBJECTION_UPHELD: {
    why: 'de bewoner heeft bezwaar gemaakt en heeft gelijk gekregen (AVG art. 21)',
    help: 'ga verder zonder deze gegevens. Alleen de bewoner kan het bezwaar intrekken.',
  },
  OBJECTION_PENDING: {
    why: 'de bewoner heeft bezwaar gemaakt en daarover is nog niet beslist (AVG art. 18 lid 1 onder d)',
    help: 'wacht op de beslissing op het bezwaar.',
  },
  CONSENT_WITHDRAWN: {
    why: 'de bewoner heeft de toestemming ingetrokken',
    help: 'ga verder zonder deze gegevens. De bewoner kan zelf opnieuw toestemming geven.',
  },
  CONSENT_REFUSED: {
    why: 'de bewoner heeft nee gezegd',
    help: 'ga verder zonder deze gegevens en vraag het niet opnieuw. De bewoner kan zelf alsnog toestemming geven.',
  },
  CONSENT_EXPIRED: {
    why: 'de toestemming van de bewoner is verlopen',
    help: 'vraag de bewoner of de toestemming mag worden verlengd. Nee zeggen mag en heeft geen nadeel.',
    ifNothing: 'ga verder zonder deze gegevens. Een nieuwe toestemming opent ze nu niet.',
  },
  CONSENT_MISSING: {
    why: 'de bewoner heeft hiervoor geen toestemming gegeven',
    // AVG recital 43: an agency has power over the resident, so a no must be free.
    help: 'vraag de bewoner om toestemming. Nee zeggen mag en heeft geen nadeel.',
    ifNothing: 'ga verder zonder deze gegevens. Toestemming opent ze nu niet.',
  },
  NO_LEGAL_BASIS: {
    why: 'de regels geven geen grondslag om dit te delen',
    help: 'ga verder zonder deze gegevens, of vraag het SVIP om advies.',
  },
}

/** Why a granted request leaves out a category, without or despite consent of the resident. */
export const LEFT_OUT_TEXTS: Readonly<Record<LeftOut, { readonly why: string; readonly help: string }>> = {
  LEFT_OUT: {
    why: 'het informatieverzoek dat is toegekend, geeft deze gegevens niet',
    help: 'ga verder zonder deze gegevens, of vraag het loket waarom het ze niet heeft toegekend.',
  },
  LEFT_OUT_DESPITE_CONSENT: {
    why: 'de bewoner heeft bij het informatieverzoek toestemming gegeven, maar het loket heeft deze gegevens niet toegekend',
    help: 'ga verder zonder deze gegevens, of vraag het loket waarom het ze niet heeft toegekend.',
  },
}

/** The addition to help texts when the caller may not know whether both agencies have a file. */
export const IF_CONCURRENCE_TEXT =
  'Dit helpt alleen als bij allebei de organisaties een dossier loopt of heeft gelopen.'

/** The help text where a granted information request opens something; `what` enumerates it. */
export const requestText = (what: string): string =>
  `Hebt u het echt nodig voor uw werk? Dien een informatieverzoek in bij het SVIP. Als het wordt toegekend, wordt gedeeld: ${what}.`

/** The help text for a safety officer in a vital interest (AVG art. 6(1)(d)). */
export const BREAK_GLASS_TEXT =
  'Is er direct gevaar en kunt u niet wachten? Een veiligheidsfunctionaris kan met een reden noodtoegang nemen. Die wordt altijd achteraf beoordeeld.'

/** The help text where the owner's wish opens something (TwG art. 2a(2)); `what` enumerates it. */
export const wishText = (what: string): string =>
  `Wil de eigenaar schade en versterking samen laten aanpakken? Leg die wens dan vast. Dan mag ook worden gedeeld: ${what}.`
