import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTurns, type Done } from './turns.ts'

/** Starts work for callers, and records the order in which it begins. */
function startWork(bound: Parameters<typeof createTurns>[0]) {
  const turns = createTurns(bound)
  const begun: string[] = []
  const refused: string[] = []
  const ends = new Map<string, Done>()
  const leaves = new Map<string, () => void>()
  const ask = (name: string, who = name.slice(0, 1)) => {
    void turns
      .take(who, (leave) => leaves.set(name, leave))
      .then(
        (done) => {
          begun.push(name)
          ends.set(name, done)
        },
        ({ code }: { code: string }) => refused.push(`${name} ${code}`),
      )
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const end = async (name: string) => {
    ends.get(name)?.()
    await settle()
  }
  return { turns, begun, refused, ask, end, settle, leave: (name: string) => leaves.get(name)?.() }
}

describe('turns', () => {
  test('allow a maximum of concurrent work, and start the next when one is done', async () => {
    const { turns, begun, ask, end, settle } = startWork({ atOnce: 2, waiting: 10 })
    for (const name of ['a1', 'b1', 'c1', 'd1']) ask(name)
    await settle()
    expect([begun, turns.running(), turns.waiting()]).toEqual([['a1', 'b1'], 2, 2])
    await end('a1')
    expect(begun).toEqual(['a1', 'b1', 'c1'])
    // A second call has no effect.
    await end('a1')
    expect([turns.running(), turns.waiting()]).toEqual([2, 1])
    for (const name of ['b1', 'c1', 'd1']) await end(name)
    expect([begun, turns.running(), turns.waiting()]).toEqual([['a1', 'b1', 'c1', 'd1'], 0, 0])
  })

  test('are round robin: a caller with many requests delays its own', async () => {
    const { begun, ask, end, settle } = startWork({ atOnce: 1, waiting: 100 })
    for (let count = 0; count < 20; count++) ask(`h${count}`)
    for (const name of ['a1', 'b1', 'a2']) ask(name)
    await settle()
    for (let step = 0; step < 6; step++) await end(begun.at(-1) ?? '')
    expect(begun).toEqual(['h0', 'h1', 'a1', 'b1', 'h2', 'a2', 'h3'])
  })

  test('refuse the newest request of the longest queue, never one of a short queue', async () => {
    const { turns, begun, refused, ask, settle } = startWork({ atOnce: 1, waiting: 4 })
    for (let count = 0; count < 8; count++) ask(`h${count}`)
    ask('a1')
    ask('b1')
    await settle()
    expect(refused).toEqual(['h5', 'h6', 'h7', 'h4', 'h3'].map((name) => `${name} OVERLOADED`))
    expect([begun, turns.waiting()]).toEqual([['h0'], 4])
  })

  test('skip callers that disconnected', async () => {
    const { turns, begun, refused, ask, end, leave, settle } = startWork({ atOnce: 1, waiting: 4 })
    for (const name of ['a1', 'h1', 'b1']) ask(name)
    leave('h1')
    await settle()
    expect([turns.waiting(), refused]).toEqual([1, ['h1 OVERLOADED']])
    await end('a1')
    leave('b1')
    expect([begun, turns.running()]).toEqual([['a1', 'b1'], 1])
  })

  test('stay within the bounds and lose no request, with random load', async () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom('ask', 'end', 'leave'), fc.nat({ max: 4 }), fc.nat({ max: 30 })),
      {
        maxLength: 120,
      },
    )
    const bounds = fc.record({
      atOnce: fc.integer({ min: 1, max: 4 }),
      waiting: fc.integer({ min: 1, max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(bounds, steps, async (bound, taken) => {
        const { turns, begun, refused, ask, end, leave, settle } = startWork(bound)
        let asked = 0
        for (const [what, who, which] of taken) {
          if (what === 'ask') ask(`${who}-${asked++}`)
          else if (what === 'end') await end(begun[which] ?? '')
          else leave(`${who}-${which}`)
          await settle()
          expect(turns.running()).toBeLessThanOrEqual(bound.atOnce)
          expect(turns.waiting()).toBeLessThanOrEqual(bound.waiting)
          expect(turns.waiting() === 0 || turns.running() === bound.atOnce).toBe(true)
          expect(begun.length + refused.length + turns.waiting()).toBe(asked)
        }
        for (let index = 0; index < begun.length; index++) await end(begun[index] ?? '')
        expect([turns.running(), turns.waiting()]).toEqual([0, 0])
      }),
    )
  })
})
