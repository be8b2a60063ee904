import { expect, test } from '@jest/globals'
import { addDays, addMonths, daysBetween } from './calendar.ts'

test.each([
  ['2026-11-22', 1, '2026-12-22'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-30', 1, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
])('a term from %s of %i months ends on %s', (day, months, end) => {
  expect(addMonths(day, months)).toBe(end)
})

test.each([
  ['2026-11-22', 7, '2026-11-29'],
  ['2026-12-28', 7, '2027-01-04'],
  // The day on which the clock goes forward counts as one day.
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-10-24', 2, '2026-10-26'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-02', 183, '2026-09-01'],
])('a term from %s of %i days ends on %s', (day, days, end) => {
  expect(addDays(day, days)).toBe(end)
  expect(daysBetween(day, end)).toBe(days)
  expect(daysBetween(end, day)).toBe(-days)
})
