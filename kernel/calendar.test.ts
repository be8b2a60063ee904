import { expect, test } from '@jest/globals'
import { addDays, addMonths } from './calendar.ts'

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
  // The night the clock goes forward is a day like any other.
  ['2026-03-28', 2, '2026-03-30'],
])('a term from %s of %i days ends on %s', (day, days, end) => {
  expect(addDays(day, days)).toBe(end)
})
