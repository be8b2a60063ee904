import type { InformationRequestRow, RequestState } from './tables.ts'
import type { Obstacle, RequestAction } from './transitions.ts'

/** What happens next with a request, in plain Dutch, for the requester. */

const WHAT_NOW: Readonly<Record<RequestState, string>> = {
  SUBMITTED: 'Uw verzoek is binnen. Het SVIP-loket beoordeelt of het mag en nodig is.',
  RETURNED: 'Het SVIP-loket heeft meer informatie nodig. Vul uw verzoek aan.',
  ASSESSED: 'Uw verzoek is beoordeeld. Het SVIP-loket stuurt het door of vraagt de bewoner om toestemming.',
  AWAITING_CONSENT: 'De bewoner is om toestemming gevraagd. Wij wachten op het antwoord.',
  FORWARDED: 'Uw verzoek ligt bij het SVIP-loket van de organisatie die de gegevens heeft.',
  ANSWERED: 'Uw verzoek is beantwoord.',
  FOLLOWED_UP: 'Er is vastgelegd wat er met het antwoord is gedaan. Het verzoek kan worden afgesloten.',
  CLOSED: 'Dit verzoek is afgesloten.',
  WITHDRAWN: 'Dit verzoek is ingetrokken.',
}

/** The names of the states. */
export const REQUEST_STATE_LABELS: Readonly<Record<RequestState, string>> = {
  SUBMITTED: 'ingediend',
  RETURNED: 'terug voor meer uitleg',
  ASSESSED: 'beoordeeld',
  AWAITING_CONSENT: 'wacht op toestemming van de bewoner',
  FORWARDED: 'doorgestuurd',
  ANSWERED: 'beantwoord',
  FOLLOWED_UP: 'opgevolgd',
  CLOSED: 'afgesloten',
  WITHDRAWN: 'ingetrokken',
}

/** What happens next with the request, and by which date. */
export function whatNow(row: InformationRequestRow, today: string): string {
  const { state, due_on } = row
  return [
    WHAT_NOW[state],
    ...(state === 'ANSWERED' ? [answerText(row, today)] : []),
    ...(due_on === null ? [] : [byWhen(state, dutchDate(due_on))]),
  ].join(' ')
}

function answerText(
  { outcome, kind, revoked_at, granted_until }: InformationRequestRow,
  today: string,
): string {
  if (outcome === 'REFUSED' || granted_until === null)
    return 'Het is afgewezen; lees de reden. U kunt het verzoek afsluiten.'
  if (revoked_at !== null) return 'De toekenning is daarna ingetrokken. U kunt het verzoek afsluiten.'
  if (kind === 'LINK_HANDLERS') return 'Leg nu vast welke behandelaars aan elkaar zijn gekoppeld.'
  if (kind === 'ACCELERATION') return 'Er wordt nog vastgelegd wat over de versnelling is besloten.'
  const last = dutchDate(granted_until)
  return granted_until < today
    ? `U zag de gegevens bij het adres tot en met ${last}. U kunt het verzoek afsluiten.`
    : `U ziet de gegevens bij het adres. Dat kan tot en met ${last}.`
}

function byWhen(state: RequestState, day: string): string {
  if (state === 'RETURNED') return `Doe dat uiterlijk ${day}.`
  if (state === 'ANSWERED' || state === 'FOLLOWED_UP') return `Het verzoek wordt uiterlijk ${day} afgesloten.`
  return `Dat duurt tot uiterlijk ${day}.`
}

const dutchDate = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('nl-NL', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam',
  })

/** The names of the steps, for records and errors. */
export const ACTION_LABELS: Readonly<Record<RequestAction, string>> = {
  SUBMIT: 'indienen',
  SUPPLEMENT: 'aanvullen',
  WITHDRAW: 'intrekken',
  RETURN: 'terugsturen om aan te vullen',
  ASSESS: 'beoordelen',
  ASK_CONSENT: 'toestemming vragen',
  RECORD_CONSENT_REPLY: 'antwoord van de bewoner vastleggen',
  FORWARD: 'doorsturen',
  ANSWER: 'beantwoorden',
  RECORD_FOLLOW_UP: 'opvolging vastleggen',
  CLOSE: 'afsluiten',
  ASSIGN: 'toewijzen',
  EXTEND_DEADLINE: 'termijn verlengen',
  REVOKE: 'toekenning intrekken',
}

/** Why a step is not possible, and what to do instead. A caller without a relation to the request gets no reason. */
export const OBSTACLE_TEXTS: Readonly<Record<Exclude<Obstacle, 'NOT_YOURS' | 'NOT_NOW'>, string>> = {
  FOUR_EYES:
    'Aanvragen, beoordelen en beantwoorden gebeurt door drie verschillende mensen. Vraag een collega om deze stap te doen.',
  FOLLOW_UP_FIRST:
    'Leg eerst vast wat er met het antwoord is gedaan. Daarna kan het verzoek worden afgesloten.',
}
