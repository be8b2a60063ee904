import { describe, expect, test } from '@jest/globals'
import { lookSometimes } from './readiness.ts'

describe('readiness', () => {
  test.each([
    [{}, true],
    [{ img: true, ncg: false }, true],
    [{ img: false, ncg: false }, false],
  ])('with %p', async (parts, ready) => {
    expect(await lookSometimes(async () => parts)()).toMatchObject({ ready })
  })

  test('of a process that cannot do its work says no more', async () => {
    const look = lookSometimes(() => Promise.reject(new Error('database at 10.0.0.3 away')))
    expect(await look()).toEqual({ ready: false, parts: {} })
  })

  test('is looked at once for many, and again later', async () => {
    let looks = 0
    let go: () => void = () => {}
    const look = lookSometimes(async () => {
      looks += 1
      await new Promise<void>((resolve) => (go = resolve))
      return {}
    })
    const asked = [look(), look()]
    go()
    await Promise.all(asked)
    await look()
    expect(looks).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const again = look()
    go()
    await again
    expect(looks).toBe(2)
  })
})
