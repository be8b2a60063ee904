import { PassThrough } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { createProgress } from './progress.ts'

/** A stream that records what is written to it. */
function pipe() {
  const stream = new PassThrough()
  const written: string[] = []
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  return { stream, written }
}

describe('progress in a pipe or a log', () => {
  test('is a line every few seconds, not one per step', () => {
    const { stream, written } = pipe()
    let now = 0
    const progress = createProgress('Reading', stream, () => now)
    for (let step = 1; step <= 100_000; step++) {
      now += 0.1
      progress.show(step, 100_000)
    }
    progress.end()
    expect(written).toHaveLength(3)
    expect(written[0]).toMatch(/^Reading: \d+ \/ 100000\n$/)
  })

  test('prints nothing for a short task', () => {
    const { stream, written } = pipe()
    const progress = createProgress('Reading', stream, () => 0)
    progress.show(1, 1)
    progress.end()
    expect(written).toEqual([])
  })
})

test('progress on a terminal that never began ends without output', () => {
  const { stream, written } = pipe()
  createProgress('Reading', Object.assign(stream, { isTTY: true })).end()
  expect(written).toEqual([])
})
