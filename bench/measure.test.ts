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

describe('what the bench makes of its rounds', () => {
  it('compares within a round, and takes the middle', () => {
    expect(ratiosOf(RATIO, MEASURED)).toEqual([2, 4, 3])
    expect(median([2, 4, 3])).toBe(3)
    expect(median([1, 2])).toBe(1.5)
  })

  it('says whether a target is reached, to the letter', () => {
    expect(judge({ ...RATIO, atLeast: 3 }, MEASURED).reached).toBe(true)
    expect(judge({ ...RATIO, atLeast: 3.1 }, MEASURED).reached).toBe(false)
    expect(judge({ ...RATIO, atMost: 2.9 }, MEASURED).reached).toBe(false)
  })

  it('does not reach a target about somebody who was not there', () => {
    expect(judge({ ...RATIO, against: 'nobody', atMost: 1 }, MEASURED).reached).toBe(false)
  })

  it('tells it in one table, with what was hoped for under it', () => {
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
  it('are all scenarios in full, unless told', () => {
    expect(readOptions([], ['a'])).toMatchObject({ quick: false, scenarios: [], help: false })
    expect(readOptions(['--quick', '--scenario', 'a'], ['a'])).toMatchObject({
      quick: true,
      scenarios: ['a'],
    })
  })

  it('names what does not exist, with what does', () => {
    expect(() => readOptions(['--scenario', 'x'], ['a', 'b'])).toThrow(
      'There is no scenario x. Choose from: a, b.',
    )
    expect(() => readOptions(['--fast'], [])).toThrow()
  })
})
