import type { AcuteState, NominationOutcome } from '../../acute/tables.ts'
import type { ConsentChannel, ConsentParty } from '../../consent/consent.ts'
import type {
  InspectionForm,
  InspectionState,
  InspectionWish,
  PlanState,
  TogetherWish,
} from '../../cooperation/tables.ts'
import type { RequestKind, RequestOutcome, RequestState } from '../../requests/tables.ts'
import type { AddressSetOutcome } from '../../sets/tables.ts'
import type { ObjectionRow } from '../../store/tables.ts'

/* Dutch names (B1) of the words in the records of the SVIP, for the overview that a resident reads. */

export const CHANNEL_LABELS: Readonly<Record<ConsentChannel, string>> = {
  FORM: 'met een formulier',
  LETTER: 'met een brief',
  EMAIL: 'met een e-mail',
  PHONE: 'aan de telefoon',
  VISIT: 'bij een bezoek',
  ONLINE: 'online, na inloggen',
}

export const GIVER_LABELS: Readonly<Record<ConsentParty, string>> = {
  OWNER: 'de eigenaar',
  RESIDENT: 'de bewoner',
  REPRESENTATIVE: 'iemand die namens de eigenaar of bewoner mag handelen',
}

export const OBJECTION_LABELS: Readonly<Record<ObjectionRow['state'], string>> = {
  RECEIVED: 'ontvangen, nog niet beslist',
  UPHELD: 'u hebt gelijk gekregen',
  REJECTED: 'u hebt geen gelijk gekregen',
  ENDED: 'het bezwaar geldt niet meer',
}

export const INSPECTION_WISH_LABELS: Readonly<Record<InspectionWish, string>> = {
  SIMULTANEOUS: 'samen, tegelijk',
  CONSECUTIVE: 'samen, na elkaar',
  ONLY_WITHOUT_WAITING: 'alleen samen als u niet hoeft te wachten',
  APART: 'apart',
}

export const TOGETHER_LABELS: Readonly<Record<TogetherWish, string>> = {
  TOGETHER: 'samen',
  APART: 'apart',
}

export const INSPECTION_FORM_LABELS: Readonly<Record<InspectionForm, string>> = {
  SIMULTANEOUS: 'tegelijk',
  CONSECUTIVE: 'na elkaar, op één dag',
  WITHIN_TWO_DAYS: 'na elkaar, hooguit twee dagen uit elkaar',
}

export const INSPECTION_STATE_LABELS: Readonly<Record<InspectionState, string>> = {
  PROPOSED: 'voorgesteld',
  ACCEPTED: 'beide organisaties willen het, u bent nog aan zet',
  AGREED: 'afgesproken',
  HELD: 'geweest',
  NOT_HELD: 'niet doorgegaan',
  DECLINED: 'niet gewild',
  WITHDRAWN: 'ingetrokken',
}

export const PLAN_STATE_LABELS: Readonly<Record<PlanState, string>> = {
  PROPOSED: 'voorgesteld',
  AGREED: 'afgesproken',
  CARRIED_OUT: 'uitgevoerd',
  STOPPED: 'gestopt',
  DECLINED: 'niet gewild',
  WITHDRAWN: 'ingetrokken',
}

export const ACUTE_STATE_LABELS: Readonly<Record<AcuteState, string>> = {
  REPORTED: 'gemeld, nog niet veilig',
  MADE_SAFE: 'veilig gemaakt',
  NOMINATED: 'voorgedragen bij de NCG',
  AFTERCARE: 'nazorg',
  CLOSED: 'afgesloten',
}

export const NOMINATION_LABELS: Readonly<Record<NominationOutcome, string>> = {
  ACCEPTED: 'de NCG neemt uw adres op',
  DECLINED: 'de NCG neemt uw adres niet op',
  NOT_NOMINATED: 'niet voorgedragen',
}

export const REQUEST_KIND_LABELS: Readonly<Record<RequestKind, string>> = {
  STATUS_EXCHANGE: 'vraag hoe ver een dossier is',
  LINK_HANDLERS: 'verzoek om de twee begeleiders met elkaar in contact te brengen',
  ACCELERATION: 'verzoek om een dossier te versnellen',
  OTHER: 'andere vraag',
}

export const REQUEST_STATE_LABELS: Readonly<Record<RequestState, string>> = {
  SUBMITTED: 'ingediend',
  RETURNED: 'terug voor meer uitleg',
  ASSESSED: 'beoordeeld',
  AWAITING_CONSENT: 'wacht op uw toestemming',
  FORWARDED: 'doorgestuurd',
  ANSWERED: 'beantwoord',
  FOLLOWED_UP: 'opgevolgd',
  CLOSED: 'afgesloten',
  WITHDRAWN: 'ingetrokken',
}

export const REQUEST_OUTCOME_LABELS: Readonly<Record<RequestOutcome, string>> = {
  GRANTED: 'toegekend',
  PARTLY_GRANTED: 'voor een deel toegekend',
  REFUSED: 'geweigerd',
}

export const ADDRESS_SET_OUTCOME_LABELS: Readonly<Record<AddressSetOutcome, string>> = {
  POSSIBLE: 'samen aanpakken kan',
  NOT_POSSIBLE: 'samen aanpakken kan niet',
  DECLINED_BY_RESIDENT: 'u wilde het niet',
  JOINT_INSPECTION_HELD: 'er is samen opgenomen',
  JOINT_EXECUTION: 'het herstel gaat mee met de versterking',
  SOLVED: 'opgelost',
  NOT_SOLVED: 'niet opgelost',
}
