import { describe, expect, test } from '@jest/globals'
import { createRandom, fromState } from './random.ts'

describe('the generator of the synthetic world', () => {
  test('gives the values of the reference implementation of xoshiro128**', () => {
    const random = fromState([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0])
    const values = Array.from({ length: 4 }, () => random.next())
    expect(values).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70])
  })

  test('gives the same stream for the same seed and another for every other stream', () => {
    const take = (seed: number, stream: number) => {
      const random = createRandom(seed, stream)
      return Array.from({ length: 8 }, () => random.next()).join()
    }
    expect(take(1, 1)).toBe(take(1, 1))
    const streams = [0, 1, 2, 3].flatMap((seed) =>
      Array.from({ length: 500 }, (_, stream) => take(seed, stream)),
    )
    expect(new Set(streams).size).toBe(2000)
  })

  test('stays within its limits and reaches both ends', () => {
    const random = createRandom(7, 7)
    const drawn = new Set(Array.from({ length: 1000 }, () => random.between(-1, 3)))
    expect([...drawn].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3])
  })

  test('shuffles without losing anything', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index)
    const shuffled = createRandom(1, 2).shuffle(numbers)
    expect(shuffled).not.toEqual(numbers)
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(numbers)
  })

  test('picks by weight, never what weighs nothing', () => {
    const random = createRandom(5, 5)
    const picked = Array.from({ length: 2000 }, () =>
      random.weighted([
        ['never', 0],
        ['seldom', 1],
        ['often', 9],
      ]),
    )
    expect(picked).not.toContain('never')
    expect(picked.filter((each) => each === 'seldom').length).toBeGreaterThan(100)
    expect(picked.filter((each) => each === 'seldom').length).toBeLessThan(350)
  })
})
