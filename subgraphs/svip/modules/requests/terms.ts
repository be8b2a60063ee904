import { z } from 'zod'
import { addDays } from '../../../../kernel/calendar.ts'
import { whole } from '../../../../kernel/runtime/settings.ts'
import type { Purpose } from '../../../../kernel/vocabulary.ts'
import type { RequestState } from './tables.ts'

const days = (fallback: number) => whole(1, 3650, fallback)

/** The terms of requests, in calendar days. */
export const requestSettings = z.object({
  REQUEST_ASSESS_DAYS: days(5),
  REQUEST_SUPPLEMENT_DAYS: days(14),
  REQUEST_CONSENT_DAYS: days(14),
  REQUEST_ANSWER_DAYS: days(10),
  REQUEST_FOLLOW_UP_DAYS: days(30),
  REQUEST_ACUTE_DAYS: days(1),
  REQUEST_MAX_EXTENSION_DAYS: days(14),
  REQUEST_MAX_GRANT_DAYS: days(183),
})
export type RequestTerms = z.output<typeof requestSettings>

const TERM: Partial<Record<RequestState, keyof RequestTerms>> = {
  SUBMITTED: 'REQUEST_ASSESS_DAYS',
  ASSESSED: 'REQUEST_ASSESS_DAYS',
  RETURNED: 'REQUEST_SUPPLEMENT_DAYS',
  AWAITING_CONSENT: 'REQUEST_CONSENT_DAYS',
  FORWARDED: 'REQUEST_ANSWER_DAYS',
  ANSWERED: 'REQUEST_FOLLOW_UP_DAYS',
  FOLLOWED_UP: 'REQUEST_FOLLOW_UP_DAYS',
}

/** The due date of a request that comes into this state on this day; `null` for a final state. */
export function dueOn(
  state: RequestState,
  purpose: Purpose,
  day: string,
  terms: RequestTerms,
): string | null {
  const term = TERM[state]
  if (!term) return null
  return addDays(day, purpose === 'ACUTE_SAFETY' ? terms.REQUEST_ACUTE_DAYS : terms[term])
}
