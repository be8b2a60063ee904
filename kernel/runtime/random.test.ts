import { describe, expect, it } from '@jest/globals'
import { randomHex } from './random.ts'

describe('random text', () => {
  it('has the requested length, and is never repeated, also after a refill of the pool', () => {
    const drawn = Array.from({ length: 2000 }, () => randomHex(16))
    expect(new Set(drawn).size).toBe(2000)
    for (const text of drawn) expect(text).toMatch(/^[0-9a-f]{32}$/)
  })

  it('refuses more than the size of the pool', () => {
    expect(() => randomHex(4097)).toThrow(RangeError)
  })
})
