import { addMonths } from '../../../../kernel/calendar.ts'

/** The term of a subject access request (AVG art. 12(3)), in calendar days as `YYYY-MM-DD`. */

/** The term in months, and the maximum of months by which it can be extended. */
export const TERM_MONTHS = 1
export const MAX_EXTENSION_MONTHS = 2

/** The last day to answer a request: within one month of its receipt. */
export const dueOn = (receivedOn: string): string => addMonths(receivedOn, TERM_MONTHS)

/** The last day after an extension, counted from the receipt, so that a short month does not shorten the term. */
export const extendedDueOn = (receivedOn: string, months: number): string =>
  addMonths(receivedOn, TERM_MONTHS + months)
