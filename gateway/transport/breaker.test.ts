import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Breaker, type BreakerState, createBreaker } from './breaker.ts'
import { CallFailure, type FailureKind } from './failure.ts'

let states: BreakerState[]
let breaker: Breaker
beforeEach(() => {
  jest.useFakeTimers()
  states = []
  breaker = createBreaker((state) => states.push(state))
})
afterEach(() => {
  jest.useRealTimers()
})

const succeed = (caller = 'a') => breaker.run({ caller, persists: true }, async () => 'answer')
const fail = (kind: FailureKind, caller = 'a', persists = true) =>
  breaker
    .run({ caller, persists }, () => Promise.reject(new CallFailure(kind, 'test')))
    .catch((error: CallFailure) => error.kind)
const failFor = async (kind: FailureKind, callers: readonly string[]) => {
  for (const caller of callers) await fail(kind, caller)
}

describe('the breaker opens after', () => {
  test('five consecutive calls that could not connect, of any caller', async () => {
    await failFor('refused', ['a', 'a', 'a', 'a'])
    expect(breaker.state).toBe('closed')
    await fail('refused')
    expect(breaker.state).toBe('open')
    await expect(succeed('b')).rejects.toMatchObject({ kind: 'open' })
  })

  test.each(['timeout', 'status'] as const)('%s for five callers', async (kind) => {
    await failFor(kind, ['a', 'b', 'c', 'd'])
    expect(breaker.state).toBe('closed')
    await fail(kind, 'e')
    expect(breaker.state).toBe('open')
  })
})

describe('the breaker stays closed after', () => {
  test.each(['timeout', 'status'] as const)('%s for one caller, however often', async (kind) => {
    await failFor(kind, Array(100).fill('a'))
    expect(await succeed('b')).toBe('answer')
  })

  test.each(['answer', 'broken', 'abandoned'] as const)('%s, however often', async (kind) => {
    await failFor(kind, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(await succeed()).toBe('answer')
  })

  test('a mutation that could not connect: it was not retried', async () => {
    for (let count = 0; count < 10; count++) await fail('refused', 'a', false)
    expect(await succeed()).toBe('answer')
  })

  test('failures with an answer in between', async () => {
    for (let count = 0; count < 10; count++) {
      await failFor('timeout', ['a', 'b', 'c', 'd'])
      await succeed()
    }
    expect(states).toEqual([])
  })
})

describe('an open breaker', () => {
  beforeEach(async () => {
    await failFor('refused', Array(5).fill('a'))
    states = []
  })

  test('lets one trial call through after a second, and closes when it succeeds', async () => {
    jest.advanceTimersByTime(999)
    expect(await fail('refused')).toBe('open')
    jest.advanceTimersByTime(1)
    const trials: boolean[] = []
    await breaker.run({ caller: 'a', persists: true }, async (isTrial) => trials.push(isTrial))
    await breaker.run({ caller: 'a', persists: true }, async (isTrial) => trials.push(isTrial))
    expect({ trials, states }).toEqual({ trials: [true, false], states: ['half-open', 'closed'] })
  })

  test.each(['refused', 'broken', 'timeout', 'status'] as const)(
    'stays open when the trial fails: %s',
    async (kind) => {
      jest.advanceTimersByTime(1000)
      expect(await fail(kind, 'a', false)).toBe(kind)
      expect(await fail(kind)).toBe('open')
    },
  )

  test('closes when the subgraph answers the trial, whatever the answer', async () => {
    jest.advanceTimersByTime(1000)
    expect(await fail('answer')).toBe('answer')
    expect(breaker.state).toBe('closed')
  })

  test('other calls wait for the trial, and continue when it succeeds', async () => {
    jest.advanceTimersByTime(1000)
    let end: () => void = () => {}
    const trial = breaker.run(
      { caller: 'a', persists: true },
      () => new Promise<void>((resolve) => (end = resolve)),
    )
    const other = succeed('b')
    end()
    await trial
    expect(await other).toBe('answer')
  })

  test('other calls do not wait long for a trial that hangs', async () => {
    jest.useRealTimers()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    let end: () => void = () => {}
    const trial = breaker.run(
      { caller: 'a', persists: true },
      () => new Promise<void>((resolve) => (end = resolve)),
    )
    await expect(succeed('b')).rejects.toMatchObject({ kind: 'open' })
    end()
    await trial
  })
})
