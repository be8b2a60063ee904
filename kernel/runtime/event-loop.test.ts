import { afterEach, expect, test } from '@jest/globals'
import { watchEventLoop } from './event-loop.ts'
import { createMetrics } from './metrics.ts'

let stop: () => void = () => {}
afterEach(() => stop())

test('measures how long the event loop was blocked, and logs a second or more', async () => {
  let now = 1000
  const metrics = createMetrics('gateway')
  const logged: unknown[] = []
  const watch = watchEventLoop({
    metrics,
    logger: { warn: (details: unknown) => logged.push(details) },
    now: () => now,
  })
  stop = watch.stop
  // On time, a little late, and twice noticeably late.
  for (const after of [50, 149, 250, 1849]) {
    now += after
    watch.beat()
  }
  const { values } = await metrics.eventLoopBlocked.get()
  const of = (name: string) =>
    values.find(({ metricName }) => metricName === `event_loop_blocked_seconds_${name}`)?.value
  expect([of('count'), of('sum')]).toEqual([2, 0.2 + 1.799])
  expect(logged).toEqual([{ ms: 1799 }])
})

test('detects a real block', async () => {
  const metrics = createMetrics('gateway')
  const watch = watchEventLoop({ metrics, logger: { warn: () => {} } })
  stop = watch.stop
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
  watch.beat()
  const { values } = await metrics.eventLoopBlocked.get()
  expect(values.find(({ metricName }) => metricName?.endsWith('_count'))?.value).toBe(1)
})
