import { addDays, firstOfNextMonth } from '../../../../kernel/calendar.ts'
import { badInput } from '../../../../kernel/errors.ts'

/** The months of the figures, by their first day in the Netherlands, as `YYYY-MM-01`. */

const MOST_MONTHS = 60

/**
 * The months from that of `from` to that of `until`, both included.
 * @throws {AppError} `BAD_USER_INPUT` for a reversed period, for one in the future or for more than five years.
 */
export function monthsOver(from: string, until: string, today: string): readonly string[] {
  if (until > today) throw badInput('De laatste dag (until) ligt in de toekomst.')
  if (from > until) throw badInput('De eerste dag (from) ligt na de laatste (until).')
  const months: string[] = []
  for (let month = firstDay(from); month <= until; month = firstOfNextMonth(month)) {
    if (months.push(month) > MOST_MONTHS)
      throw badInput(`Dit zijn meer dan ${MOST_MONTHS} maanden. Kies een kortere periode.`)
  }
  return months
}

const firstDay = (day: string): string => `${day.slice(0, 7)}-01`

/** The last day of a month, or today in the current month. */
export function monthEnd(month: string, today: string): string {
  const end = addDays(firstOfNextMonth(month), -1)
  return end < today ? end : today
}
