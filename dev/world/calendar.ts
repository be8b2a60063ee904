/** A calendar day as the number of days since 1970-01-01: arithmetic without time zones. */
export type Day = number

const MILLISECONDS = 86_400_000

export const day = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS

/** The day as text; nothing when there is none. */
export const isoDay = (date: Day | undefined): string =>
  date === undefined ? '' : new Date(date * MILLISECONDS).toISOString().slice(0, 10)

/** A moment on a day, in UTC. */
export const isoInstant = (date: Day, minutes: number): string =>
  new Date(date * MILLISECONDS + minutes * 60_000).toISOString()

/** The day itself, or the Friday before: nobody inspects or decides in a weekend. */
export const workday = (date: Day): Day => {
  const sinceMonday = (date + 3) % 7
  return sinceMonday < 5 ? date : date - (sinceMonday - 4)
}

/**
 * The last day of the synthetic world. Everything that has happened lies before it, what is planned may lie after it; a
 * fixed day, so that the world does not change with the calendar.
 */
export const HORIZON: Day = day('2026-10-31')
