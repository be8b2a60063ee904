import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mergeHistory, type PlacedRow, type Placement } from './history.ts'

const TODAY = '2026-11-30'
type Row = PlacedRow & { readonly street: string }
const row = (municipality: string, since: string | null, street = 'Straat'): Row => ({
  municipality,
  since,
  street,
})
/** Applies a change to stored placements. */
const merged = (stored: readonly Placement[], rows: readonly Row[]) => {
  const { placements } = mergeHistory(stored, rows, TODAY)
  return [...new Map([...stored, ...placements].map(({ valid_from, code }) => [valid_from, code]))].map(
    ([valid_from, code]) => ({ valid_from, code }),
  )
}
const described = (stored: readonly Placement[], ...rows: readonly Row[]) =>
  mergeHistory(stored, rows, TODAY).description?.street ?? null

describe('rows about one address', () => {
  const past = row('1966', null, 'Hoofdweg')
  const present = row('1979', '2021-01-01', 'Nieuwe Hoofdweg')
  const future = row('1995', '2027-01-01', 'Hoofdweg van 1995')

  test('describe it as the row of today’s municipality does, in whatever order', () => {
    expect(described([], past, present, future)).toBe('Nieuwe Hoofdweg')
    expect(described([], future, present, past)).toBe('Nieuwe Hoofdweg')
    expect(described([], row('1979', null, 'Altijd'), future)).toBe('Altijd')
  })

  test('one at a time give the same result', () => {
    const first = merged([], [past])
    expect(described([], past)).toBe('Hoofdweg')
    expect(described(first, present)).toBe('Nieuwe Hoofdweg')
    expect(described(merged(first, [present]), past)).toBeNull()
  })

  test('without a day, of today’s municipality, correct the description and leave the history unchanged', () => {
    const stored = merged([], [past, present])
    const change = mergeHistory(stored, [row('1979', null, 'Verbeterd')], TODAY)
    expect(change).toMatchObject({ placements: [], description: { street: 'Verbeterd' } })
  })

  test('about the future alone give the first future description, also one at a time', () => {
    const later = row('1996', '2028-01-01', 'Nog later')
    expect(described([], later, future)).toBe('Hoofdweg van 1995')
    expect(described(merged([], [future]), later)).toBeNull()
    expect(described(merged([], [later]), future)).toBe('Hoofdweg van 1995')
  })

  test('of the same day: the last counts', () => {
    expect(described([], present, { ...present, street: 'Laatste' })).toBe('Laatste')
    expect(merged([], [row('1966', '2021-01-01'), present])).toEqual([
      { valid_from: '2021-01-01', code: '1979' },
    ])
  })

  test('change nothing the second time, whatever they are', () => {
    const days = ['2019-01-01', '2021-01-01', '2026-11-30', '2027-01-01']
    const rows = fc.uniqueArray(
      fc.record({
        municipality: fc.constantFrom('0024', '1966', '1979'),
        since: fc.constantFrom(null, ...days),
        street: fc.constantFrom('A', 'B'),
      }),
      // A file has one row per day.
      { maxLength: 5, selector: ({ since }) => since },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const stored = merged([], given)
        const again = mergeHistory(stored, given, TODAY)
        expect(again.placements).toEqual([])
        expect(again.description).toEqual(mergeHistory([], given, TODAY).description)
      }),
    )
  })
})
