import { addDays } from '../../../../kernel/calendar.ts'
import type { Purpose } from '../../../../kernel/vocabulary.ts'
import type { RequestState } from './tables.ts'

/** How long each step of a request may take, in calendar days; settings `REQUEST_…_DAYS`. */
export type RequestTerms = {
  readonly assess: number
  readonly supplement: number
  readonly consent: number
  readonly answer: number
  readonly followUp: number
  /** Instead of all of these when somebody may be in danger. */
  readonly acute: number
  /** How far one extension may move the due date at most. */
  readonly maxExtension: number
  /** How long a granted request may stay open at most. */
  readonly maxGrant: number
}

const TERM: Partial<Record<RequestState, keyof RequestTerms>> = {
  SUBMITTED: 'assess',
  ASSESSED: 'assess',
  RETURNED: 'supplement',
  AWAITING_CONSENT: 'consent',
  FORWARDED: 'answer',
  ANSWERED: 'followUp',
  FOLLOWED_UP: 'followUp',
}

/** The day a request in this state is due, from the day it came into it; `null` once it has ended. */
export function dueOn(
  state: RequestState,
  purpose: Purpose,
  day: string,
  terms: RequestTerms,
): string | null {
  const term = TERM[state]
  if (!term) return null
  return addDays(day, purpose === 'ACUTE_SAFETY' ? terms.acute : terms[term])
}
