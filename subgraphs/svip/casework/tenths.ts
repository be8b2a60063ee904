/** A number of days as it is shown: a mean of hours and minutes has no more digits that mean something. */
export const tenths = (days: number | null): number | null =>
  days === null ? null : Math.round(days * 10) / 10
