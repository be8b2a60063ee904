/**
 * Terms in calendar days, as `YYYY-MM-DD`. The first day does not count, and a term of months ends on the day with the same number, or on
 * the last day of a month without it (Regulation 1182/71 art. 3). Terms are not extended after a weekend or holiday, as art. 3(4) would
 * allow.
 */

/** The last day of a term of `days` that runs from `day`. */
export function addDays(day: string, days: number): string {
  const end = new Date(`${day}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + days)
  return end.toISOString().slice(0, 10)
}

/** How many days `to` lies after `from`; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (midnight(to) - midnight(from)) / DAY_MS

const DAY_MS = 86_400_000
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The first day of the month after the one of `day`. */
export function firstOfNextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}

/** The last day of a term of `months` that runs from `day`. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // Day 0 of the month after is the last day of the month itself.
  const end = new Date(Date.UTC(year, month + months, 0))
  end.setUTCDate(Math.min(date, end.getUTCDate()))
  return end.toISOString().slice(0, 10)
}
