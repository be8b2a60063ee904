/**
 * Moments and calendar days, independent of the clock and time zone of the machine. The law counts in local calendar days, so a day here is
 * a day in Europe/Amsterdam.
 */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

const amsterdam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** True for an existing day written as `YYYY-MM-DD`; 30 February is none. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false
  const epoch = Date.parse(`${text}T00:00:00Z`)
  // Date.parse rolls 30 February over to March, so the day of the month must be unchanged.
  return new Date(epoch).getUTCDate() === Number(text.slice(8))
}

/** Milliseconds since the epoch; null when the text is not an ISO 8601 instant with an offset. */
export function epochOf(text: unknown): number | null {
  if (typeof text !== 'string') return null
  const match = INSTANT.exec(text)
  if (!match || !isDay(match[1])) return null
  const epoch = Date.parse(text)
  return Number.isNaN(epoch) ? null : epoch
}

/** The calendar day in Europe/Amsterdam on which the instant falls; null for anything but an instant. */
export function dayOf(instant: unknown): string | null {
  if (typeof instant !== 'string') return null
  // The decisions of one request share their instant, and compare it with many bounds.
  if (newest.instant !== instant) newest = { instant, day: computeDay(instant) }
  return newest.day
}
let newest: { readonly instant: string; readonly day: string | null } = { instant: '', day: null }

function computeDay(instant: string): string | null {
  const epoch = epochOf(instant)
  if (epoch === null) return null
  const parts = amsterdam.formatToParts(epoch)
  const part = (type: Intl.DateTimeFormatPartTypes, width: number): string =>
    (parts.find((candidate) => candidate.type === type)?.value ?? '').padStart(width, '0')
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`
}

/**
 * Returns where the instant lies in a period. A bound that is a day is included completely; of bounds that are instants the first is
 * included and the last is not. Null when the instant or a bound is invalid.
 */
export function positionIn(
  from: string,
  until: string | null,
  instant: string,
): 'BEFORE' | 'WITHIN' | 'AFTER' | null {
  const start = compare(instant, from)
  const end = until === null ? -1 : compare(instant, until)
  if (start === null || end === null) return null
  if (start < 0) return 'BEFORE'
  if (end > 0 || (end === 0 && !isDay(until))) return 'AFTER'
  return 'WITHIN'
}

/** Negative, zero or positive when the instant is before, at (or on that day) or after the bound. */
function compare(instant: string, bound: string): number | null {
  if (isDay(bound)) {
    const day = dayOf(instant)
    return day === null ? null : day < bound ? -1 : day > bound ? 1 : 0
  }
  const epoch = epochOf(instant)
  const boundEpoch = epochOf(bound)
  return epoch === null || boundEpoch === null ? null : epoch - boundEpoch
}
