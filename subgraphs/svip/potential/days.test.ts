import { describe, expect, test } from '@jest/globals'
import { dayOf, daysOver } from './days.ts'

const known = { since: '2027-01-10', today: '2027-04-15' }
const code = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('the day whose figures are shown', () => {
  test.each([
    [null, '2027-04-15'],
    ['2027-02-03', '2027-02-03'],
    ['2027-01-10', '2027-01-10'],
    ['2027-01-09', 'BAD_USER_INPUT'],
    ['2027-04-16', 'BAD_USER_INPUT'],
  ])('%s gives %s', (on, day) => {
    expect(code(() => dayOf(on, false, known))).toBe(day)
  })

  test.each([
    [null, '2027-03-31'],
    ['2027-04-15', '2027-03-31'],
    ['2027-03-31', '2027-03-31'],
    ['2027-03-30', '2027-02-28'],
    ['2027-02-01', '2027-01-31'],
    ['2027-01-30', '2027-01-10'],
    ['2027-01-09', 'BAD_USER_INPUT'],
    ['2027-04-16', 'BAD_USER_INPUT'],
  ])('%s gives %s to a municipality: the last month that was over', (on, day) => {
    expect(code(() => dayOf(on, true, known))).toBe(day)
  })

  test('is never that of a month that ends today: it still changes', () => {
    const today = '2027-03-31'
    expect(dayOf(null, true, { ...known, today })).toBe('2027-02-28')
    expect(daysOver('2027-01-01', null, 'MONTH', true, { ...known, today })).toEqual([
      '2027-01-31',
      '2027-02-28',
    ])
    expect(daysOver('2027-01-01', null, 'MONTH', false, { ...known, today }).at(-1)).toBe(today)
  })
})

describe('the days of a period', () => {
  test('are its days, its Sundays or the ends of its months, from the first figures on', () => {
    expect(daysOver('2027-04-12', '2027-04-14', 'DAY', false, known)).toEqual([
      '2027-04-12',
      '2027-04-13',
      '2027-04-14',
    ])
    expect(daysOver('2020-01-01', '2027-01-31', 'WEEK', false, known)).toEqual([
      '2027-01-10',
      '2027-01-17',
      '2027-01-24',
      '2027-01-31',
    ])
    expect(daysOver('2020-01-01', null, 'MONTH', false, known)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ])
    expect(daysOver('2020-01-01', '2020-12-31', 'MONTH', false, known)).toEqual([])
    expect(daysOver('2024-02-01', '2024-03-01', 'MONTH', false, { ...known, since: '2024-01-01' })).toEqual([
      '2024-02-29',
    ])
  })

  test.each([
    ['2027-04-14', '2027-04-13', 'DAY', false],
    ['2027-01-01', '2027-04-16', 'MONTH', false],
    ['2027-02-01', '2027-03-01', 'DAY', true],
    ['2027-02-01', '2027-03-01', 'WEEK', true],
  ] as const)('%s until %s by %s, protected: %s is refused', (from, until, every, isProtected) => {
    expect(code(() => daysOver(from, until, every, isProtected, known))).toBe('BAD_USER_INPUT')
  })

  test('are 120 at most', () => {
    const long = { since: '2000-01-01', today: '2027-04-15' }
    expect(daysOver('2017-05-01', null, 'MONTH', false, long)).toHaveLength(119)
    expect(code(() => daysOver('2000-01-01', null, 'DAY', false, long))).toBe('BAD_USER_INPUT')
  })
})
