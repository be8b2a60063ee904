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

describe('the day of the figures', () => {
  test.each([
    [null, '2027-04-15'],
    ['2027-02-03', '2027-02-03'],
    ['2027-01-10', '2027-01-10'],
    ['2027-01-09', 'BAD_USER_INPUT'],
    ['2027-04-16', 'BAD_USER_INPUT'],
  ])('%s gives %s', (on, day) => {
    expect(code(() => dayOf(on, known))).toBe(day)
  })
})

describe('the days of a period', () => {
  test('are its days, its Sundays or the ends of its months, from the first figures on', () => {
    expect(daysOver('2027-04-12', '2027-04-14', 'DAY', known)).toEqual([
      '2027-04-12',
      '2027-04-13',
      '2027-04-14',
    ])
    expect(daysOver('2020-01-01', '2027-01-31', 'WEEK', known)).toEqual([
      '2027-01-10',
      '2027-01-17',
      '2027-01-24',
      '2027-01-31',
    ])
    expect(daysOver('2020-01-01', null, 'MONTH', known)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
    expect(daysOver('2020-01-01', '2020-12-31', 'MONTH', known)).toEqual([])
    expect(daysOver('2024-02-01', '2024-03-01', 'MONTH', { ...known, since: '2024-01-01' })).toEqual([
      '2024-02-29',
    ])
  })

  test.each([
    ['2027-04-14', '2027-04-13', 'DAY'],
    ['2027-01-01', '2027-04-16', 'MONTH'],
  ] as const)('%s until %s by %s is refused', (from, until, every) => {
    expect(code(() => daysOver(from, until, every, known))).toBe('BAD_USER_INPUT')
  })

  test('are 120 at most', () => {
    const long = { since: '2000-01-01', today: '2027-04-15' }
    expect(daysOver('2017-05-01', null, 'MONTH', long)).toHaveLength(119)
    expect(code(() => daysOver('2000-01-01', null, 'DAY', long))).toBe('BAD_USER_INPUT')
  })
})
