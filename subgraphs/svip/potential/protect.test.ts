import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Counted, type Figures, figuresOf } from './figures.ts'
import { hideSmall, protect, SMALLEST } from './protect.ts'
import { CELLS, type Situation } from './situation.ts'

describe('hiding the small parts of a whole', () => {
  test.each([
    { parts: [20, 30, 40], shown: [20, 30, 40] },
    { parts: [9, 30, 40], shown: [null, null, 40], why: 'one alone would be the rest' },
    { parts: [9, 9, 40], shown: [null, null, 40], why: 'eighteen together' },
    { parts: [4, 5, 30, 40], shown: [null, null, null, 40], why: 'nine together is small too' },
    {
      parts: [0, 0, 30, 40],
      shown: [null, null, null, 40],
      why: 'none together would tell that there are none',
    },
    { parts: [10, 0], shown: [null, null] },
    { parts: [12], shown: [12] },
  ])('$parts gives $shown', ({ parts, shown }) => {
    const whole = parts.reduce((sum, count) => sum + count, 0)
    expect(hideSmall(whole, parts)).toEqual(shown)
  })

  test('of a whole that is hidden, nothing is shown', () => {
    expect(hideSmall(null, [100, 200])).toEqual([null, null])
  })
})

/** What anybody can work out of published figures: the bounds of each count, from the sums that they must obey. */
function attack(shown: Figures): Map<string, readonly [low: number, high: number]> {
  const counts = new Map<string, number | null>([
    ['total', shown.total],
    ['noReport', shown.noReport],
    ['handled', shown.handled],
    ['bothRunning', shown.bothRunning],
    ['outside', shown.outsideMatrix],
    ...shown.noReportByPhase.map(({ phase, count }) => [`phase ${phase}`, count] as const),
    ...shown.groups.map(({ group, count }) => [`group ${group}`, count] as const),
    ...shown.cells.map(
      ({ ncgStatus, imgStatus, count }) => [`cell ${ncgStatus} ${imgStatus}`, count] as const,
    ),
  ])
  const sums: readonly (readonly [string, readonly string[]])[] = [
    ['total', ['noReport', 'handled', 'bothRunning']],
    ['noReport', shown.noReportByPhase.map(({ phase }) => `phase ${phase}`)],
    ['bothRunning', [...shown.groups.map(({ group }) => `group ${group}`), 'outside']],
    ...shown.groups.map(
      ({ group }) =>
        [
          `group ${group}`,
          shown.cells
            .filter((cell) => cell.group === group)
            .map(({ ncgStatus, imgStatus }) => `cell ${ncgStatus} ${imgStatus}`),
        ] as const,
    ),
  ]
  const bounds = new Map<string, readonly [number, number]>(
    [...counts].map(([name, count]) => [name, count === null ? [0, 1e6] : [count, count]]),
  )
  const of = (name: string) => bounds.get(name) ?? ([0, 1e6] as const)
  const narrow = (name: string, low: number, high: number): boolean => {
    const [from, until] = of(name)
    if (low <= from && high >= until) return false
    bounds.set(name, [Math.max(low, from), Math.min(high, until)])
    return true
  }
  for (let narrowed = true; narrowed; ) {
    narrowed = false
    for (const [whole, parts] of sums) {
      const lows = parts.reduce((sum, part) => sum + of(part)[0], 0)
      const highs = parts.reduce((sum, part) => sum + of(part)[1], 0)
      narrowed = narrow(whole, lows, highs) || narrowed
      for (const part of parts) {
        const [low, high] = of(part)
        narrowed = narrow(part, of(whole)[0] - (highs - high), of(whole)[1] - (lows - low)) || narrowed
      }
    }
  }
  return new Map([...bounds].filter(([name]) => counts.get(name) === null))
}

const counts = fc.oneof(
  { weight: 3, arbitrary: fc.nat(12) },
  { weight: 1, arbitrary: fc.nat(60) },
  { weight: 1, arbitrary: fc.constant(0) },
)
const situations: readonly Situation[] = [
  ...['SCOPE', 'INSPECTION', 'COMPLETION'].map(
    (ncgPhase) => ({ name: 'NO_REPORT', ncgPhase, ncgStatus: null, imgStatus: null }) as const,
  ),
  { name: 'HANDLED', ncgPhase: 'SCOPE', ncgStatus: 'S1_2', imgStatus: null },
  { name: 'BOTH_RUNNING', ncgPhase: 'SCOPE', ncgStatus: 'S1_2', imgStatus: null },
  { name: 'DAMAGE_ONLY', ncgPhase: null, ncgStatus: null, imgStatus: null },
  ...CELLS.map((cell) => ({ name: 'BOTH_RUNNING', ncgPhase: null, ...cell }) as const),
]
const municipality = fc
  .tuple(...situations.map((situation) => fc.record({ situation: fc.constant(situation), count: counts })))
  .map((counted: readonly Counted[]) => figuresOf(counted))

describe('the figures of a municipality', () => {
  test('show no count below ten', () => {
    fc.assert(
      fc.property(municipality, (figures) => {
        const numbers = JSON.stringify(protect(figures)).match(/(?<=:)\d+/g) ?? []
        expect(numbers.filter((count) => Number(count) < SMALLEST)).toEqual([])
      }),
    )
  })

  test('leave each hidden count at least ten values that it may have, whatever is added and subtracted', () => {
    fc.assert(
      fc.property(municipality, (figures) => {
        for (const [low, high] of attack(protect(figures)).values()) {
          expect(low).toBe(0)
          expect(high).toBeGreaterThanOrEqual(SMALLEST)
        }
      }),
    )
  })

  test('tell who runs at IMG from who does not neither, with the number of reports known from a list', () => {
    fc.assert(
      fc.property(municipality, (figures) => {
        const { handled, bothRunning } = protect(figures)
        expect((handled === null) === (bothRunning === null)).toBe(true)
        if (figures.handled < SMALLEST || figures.bothRunning < SMALLEST) expect(handled).toBeNull()
      }),
    )
  })

  test('are shown as they are where nothing is small', () => {
    const figures = figuresOf(situations.map((situation) => ({ situation, count: 40 })))
    const { cells, groups, noReportByPhase, ...totals } = protect(figures)
    expect(totals).toEqual({ ...totals, total: 120 + 40 + 40 + 28 * 40, handled: 40, outsideMatrix: 40 })
    expect([cells, groups]).toEqual([figures.cells, figures.groups])
    // Three phases without anybody are hidden together with the smallest other.
    expect(noReportByPhase.filter(({ count }) => count === null)).toHaveLength(4)
  })
})
