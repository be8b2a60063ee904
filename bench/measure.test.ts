import { describe, expect, it } from '@jest/globals'
import { judge, type Measured, median, ratiosOf } from './measure.ts'
import { readOptions } from './options.ts'
import { table } from './report.ts'

const contestant = (name: string, ...requestsPerSecond: readonly number[]): Measured => ({
  name,
  peakMemory: 100,
  rounds: requestsPerSecond.map((value) => ({
    requestsPerSecond: value,
    p50: 1,
    p99: 2,
    cpuPerRequest: 1,
    failed: 0,
    loadCpu: 0,
  })),
})
const MEASURED = [contestant('ours', 100, 40, 90), contestant('other', 50, 10, 30)]
const RATIO = { figure: 'requestsPerSecond', of: 'ours', against: 'other' } as const

describe('the results of the rounds', () => {
  it('are compared within a round, and give the median', () => {
    expect(ratiosOf(RATIO, MEASURED)).toEqual([2, 4, 3])
    expect(median([2, 4, 3])).toBe(3)
    expect(median([1, 2])).toBe(1.5)
  })

  it('reach a target exactly', () => {
    expect(judge({ ...RATIO, atLeast: 3 }, MEASURED).reached).toBe(true)
    expect(judge({ ...RATIO, atLeast: 3.1 }, MEASURED).reached).toBe(false)
    expect(judge({ ...RATIO, atMost: 2.9 }, MEASURED).reached).toBe(false)
  })

  it('do not reach a target about a missing contestant', () => {
    expect(judge({ ...RATIO, against: 'nobody', atMost: 1 }, MEASURED).reached).toBe(false)
  })

  it('are shown in one table, with the targets below', () => {
    const targets = [judge({ ...RATIO, atLeast: 3.5 }, MEASURED)]
    const text = table([
      { scenario: 's', title: 't', ours: 'ours', measured: MEASURED, targets, notes: ['a note'] },
    ])
    expect(text).toContain(' 0.33× (0.25–0.50) |')
    expect(text).toContain(
      '✗ s: throughput of ours is 3.00× (2.00–4.00) that of other; the target is at least 3.5×',
    )
    expect(text).toContain('s: a note')
  })
})

describe('the options of the bench', () => {
  it('default to all scenarios in full', () => {
    expect(readOptions([], ['a'])).toMatchObject({ quick: false, scenarios: [], help: false })
    expect(readOptions(['--quick', '--scenario', 'a'], ['a'])).toMatchObject({
      quick: true,
      scenarios: ['a'],
    })
  })

  it('report an unknown scenario, with the existing ones', () => {
    expect(() => readOptions(['--scenario', 'x'], ['a', 'b'])).toThrow(
      'There is no scenario x. Choose from: a, b.',
    )
    expect(() => readOptions(['--fast'], [])).toThrow()
  })
})
