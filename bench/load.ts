import { Pool } from 'undici'
import type { Contestant } from './contract.ts'

/** The result of one measurement. */
export type Stretch = {
  readonly requests: number
  readonly seconds: number
  /** In milliseconds, ascending. */
  readonly latencies: readonly number[]
  readonly failed: number
  /** The share of one processor that generating the load took: near 1, the load generator is the bottleneck. */
  readonly loadCpu: number
}

/** Sends requests for a period, with a number of concurrent requests; those in flight at the end count. */
export async function load(
  { url, ask }: Contestant,
  options: { readonly seconds: number; readonly connections: number; readonly from: number },
): Promise<Stretch> {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections: options.connections, pipelining: 1 })
  const latencies: number[] = []
  let count = options.from
  let failed = 0
  const started = performance.now()
  const until = started + options.seconds * 1000
  const cpu = process.cpuUsage()
  const worker = async () => {
    while (performance.now() < until) {
      const { body, headers } = ask(count++)
      const asked = performance.now()
      const response = await pool.request({ method: 'POST', path: pathname, headers, body })
      const text = await response.body.text()
      latencies.push(performance.now() - asked)
      if (response.statusCode !== 200 || text.startsWith('{"errors"') || text.includes('"errors":['))
        failed += 1
    }
  }
  await Promise.all(Array.from({ length: options.connections }, worker))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await pool.close()
  return {
    requests: latencies.length,
    seconds,
    latencies: latencies.sort((a, b) => a - b),
    failed,
    loadCpu: (user + system) / 1e6 / seconds,
  }
}

/** The answer to one request. @throws {Error} when it is refused. */
export async function askOnce({ name, url, ask }: Contestant, count: number): Promise<unknown> {
  const { body, headers } = ask(count)
  const response = await fetch(url, { method: 'POST', headers, body })
  const text = await response.text()
  if (!response.ok || text.includes('"errors":['))
    throw new Error(`${name} answers ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
