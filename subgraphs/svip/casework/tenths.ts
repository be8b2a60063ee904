/** Rounds a number of days to tenths, since a mean has no more significant digits. */
export const tenths = (days: number | null): number | null =>
  days === null ? null : Math.round(days * 10) / 10
