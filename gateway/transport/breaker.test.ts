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

describe('what leaves a subgraph alone', () => {
  test('five calls in a row that could not connect, of whomever', async () => {
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

describe('what does not', () => {
  test.each(['timeout', 'status'] as const)('%s for one caller, however often', async (kind) => {
    await failFor(kind, Array(100).fill('a'))
    expect(await succeed('b')).toBe('answer')
  })

  test.each(['answer', 'broken', 'abandoned'] as const)('%s, however often', async (kind) => {
    await failFor(kind, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(await succeed()).toBe('answer')
  })

  test('a change that could not connect: that was not waited for', async () => {
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

describe('a subgraph that is left alone', () => {
  beforeEach(async () => {
    await failFor('refused', Array(5).fill('a'))
    states = []
  })

  test('is tried by one call after a second, and taken up again when that succeeds', async () => {
    jest.advanceTimersByTime(999)
    expect(await fail('refused')).toBe('open')
    jest.advanceTimersByTime(1)
    const told: boolean[] = []
    await breaker.run({ caller: 'a', persists: true }, async (isTrial) => told.push(isTrial))
    await breaker.run({ caller: 'a', persists: true }, async (isTrial) => told.push(isTrial))
    expect({ told, states }).toEqual({ told: [true, false], states: ['half-open', 'closed'] })
  })

  test.each(['refused', 'broken', 'timeout', 'status'] as const)(
    'stays so when that fails: %s',
    async (kind) => {
      jest.advanceTimersByTime(1000)
      expect(await fail(kind, 'a', false)).toBe(kind)
      expect(await fail(kind)).toBe('open')
    },
  )

  test('is taken up again when it answers the trial, whatever it says', async () => {
    jest.advanceTimersByTime(1000)
    expect(await fail('answer')).toBe('answer')
    expect(breaker.state).toBe('closed')
  })

  test('others wait for the trial, and go on when it succeeds', async () => {
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

  test('but not long: a trial that hangs holds nobody else', async () => {
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
