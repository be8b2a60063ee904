import { addMonths } from '../../../../kernel/calendar.ts'

/** The clock of a subject access request (AVG art. 12(3)), in calendar days as `YYYY-MM-DD`. */

/** Months within which a request is answered, and how many more there may be for a difficult one. */
export const TERM_MONTHS = 1
export const MAX_EXTENSION_MONTHS = 2

/** The last day to answer a request: within one month of its receipt. */
export const dueOn = (receivedOn: string): string => addMonths(receivedOn, TERM_MONTHS)

/** The last day after an extension, counted from the receipt, so that a short month takes nothing off. */
export const extendedDueOn = (receivedOn: string, months: number): string =>
  addMonths(receivedOn, TERM_MONTHS + months)
