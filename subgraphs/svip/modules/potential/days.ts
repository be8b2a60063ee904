import { addDays, firstOfNextMonth } from '../../../../kernel/calendar.ts'
import { badInput } from '../../../../kernel/errors.ts'
import type { CooperationInterval } from '../../schema.generated.ts'

/** The days for which figures exist. All days are calendar days in the Netherlands, as `YYYY-MM-DD`. */

/** The maximum of days in one answer. */
const MOST = 120

/** The first day with figures, and today. */
export type Known = { readonly since: string; readonly today: string }

/**
 * Returns the day to read the figures of.
 * @throws {AppError} `BAD_USER_INPUT` for a day before the first figures, or in the future.
 */
export function dayOf(on: string | null, { since, today }: Known): string {
  const day = on ?? today
  if (day > today) throw badInput('De dag (on) ligt in de toekomst.')
  if (day < since) throw badInput(`De dag (on) ligt voor ${since}: vanaf die dag zijn er cijfers.`)
  return day
}

/**
 * The last days of the weeks or months that end from `from` until `until`, or each day between them; none before the first figures.
 * @throws {AppError} `BAD_USER_INPUT` for a reversed period, for one in the future or for too many days.
 */
export function daysOver(
  from: string,
  until: string | null,
  every: CooperationInterval,
  known: Known,
): readonly string[] {
  const last = until ?? known.today
  if (last > known.today) throw badInput('De laatste dag (until) ligt in de toekomst.')
  if (from > last) throw badInput('De eerste dag (from) ligt na de laatste (until).')
  const days: string[] = []
  for (let day = from > known.since ? from : known.since; ; day = addDays(day, 1)) {
    day = endOf(day, every)
    if (day > last) return days
    if (days.push(day) > MOST)
      throw badInput(`Dit zijn meer dan ${MOST} dagen. Kies een kortere periode, of WEEK of MONTH bij every.`)
  }
}

/** The last day of the week (a Sunday, ISO 8601) or month of a day. */
function endOf(day: string, every: CooperationInterval): string {
  if (every === 'DAY') return day
  if (every === 'MONTH') return addDays(firstOfNextMonth(day), -1)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (7 - weekday) % 7)
}
