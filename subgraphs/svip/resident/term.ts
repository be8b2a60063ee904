/**
 * The clock of a subject access request (AVG art. 12(3)), in calendar days as `YYYY-MM-DD`. Months are counted as Regulation
 * 1182/71 art. 3 does: the day of receipt does not count, the term ends with the day of the same number, and when the month has
 * no such day with its last one. The room that art. 3(4) gives after a weekend or holiday is not used.
 */

/** Months within which a request is answered, and how many more there may be for a difficult one. */
export const TERM_MONTHS = 1
export const MAX_EXTENSION_MONTHS = 2

/** The last day of a term of `months` that runs from `day`. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // Day 0 of the month after is the last day of the month itself.
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/** The last day to answer a request: within one month of its receipt. */
export const dueOn = (receivedOn: string): string => addMonths(receivedOn, TERM_MONTHS)

/** The last day after an extension, counted from the receipt, so that a short month takes nothing off. */
export const extendedDueOn = (receivedOn: string, months: number): string =>
  addMonths(receivedOn, TERM_MONTHS + months)
