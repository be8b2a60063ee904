import { describe, expect, test } from '@jest/globals'
import { cacheReadiness } from './readiness.ts'

describe('readiness', () => {
  test.each([
    [{}, true],
    [{ img: true, ncg: false }, true],
    [{ img: false, ncg: false }, false],
  ])('with %p', async (parts, ready) => {
    expect(await cacheReadiness(async () => parts)()).toMatchObject({ ready })
  })

  test('of a process that is not ready gives no details', async () => {
    const check = cacheReadiness(() => Promise.reject(new Error('database at 10.0.0.3 away')))
    expect(await check()).toEqual({ ready: false, parts: {} })
  })

  test('is checked once for concurrent callers, and again later', async () => {
    let checks = 0
    let go: () => void = () => {}
    const check = cacheReadiness(async () => {
      checks += 1
      await new Promise<void>((resolve) => (go = resolve))
      return {}
    })
    const asked = [check(), check()]
    go()
    await Promise.all(asked)
    await check()
    expect(checks).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const again = check()
    go()
    await again
    expect(checks).toBe(2)
  })
})
