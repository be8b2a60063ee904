import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addMonths } from '../../../../kernel/calendar.ts'
import { dueOn, extendedDueOn } from './term.ts'

describe('the term of a subject access request', () => {
  test.each([
    { receivedOn: '2026-03-05', due: '2026-04-05', why: 'the day of the same number' },
    { receivedOn: '2026-01-31', due: '2026-02-28', why: 'the last day of a shorter month' },
    { receivedOn: '2028-01-31', due: '2028-02-29', why: 'the last day of February in a leap year' },
    { receivedOn: '2026-02-28', due: '2026-03-28', why: 'not the last day of a longer month' },
    { receivedOn: '2026-05-31', due: '2026-06-30', why: 'the last day of June' },
    { receivedOn: '2026-12-31', due: '2027-01-31', why: 'the next year' },
    { receivedOn: '2026-11-22', due: '2026-12-22', why: 'the month after' },
  ])('that was received on $receivedOn ends on $due: $why', ({ receivedOn, due }) => {
    expect(dueOn(receivedOn)).toBe(due)
  })

  test('is extended from the receipt, so that a short month does not shorten it', () => {
    expect(extendedDueOn('2026-01-31', 1)).toBe('2026-03-31')
    expect(extendedDueOn('2026-01-31', 2)).toBe('2026-04-30')
    expect(extendedDueOn('2026-11-30', 2)).toBe('2027-02-28')
  })

  test('is always later than the receipt, an existing day, and never shorter for a later receipt', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 3 }), (a, b, months) => {
        const [first = '', second = ''] = [a, b].sort()
        const due = addMonths(first, months)
        expect(new Date(due).toISOString().slice(0, 10)).toBe(due)
        expect(due > first).toBe(true)
        expect(due <= addMonths(second, months)).toBe(true)
      }),
    )
  })
})
