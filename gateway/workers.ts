import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { AggregatorRegistry, type Registry } from 'prom-client'
import { RateLimiterClusterMaster } from 'rate-limiter-flexible'

/** Several processes share one port, so that the gateway uses all cores. They share no data of requests. */

/** The minimum time between the start of a worker and its replacement: a worker that dies at once would keep the machine busy. */
const REPLACED_AFTER_MS = 1000

type Question = { readonly samenloopMetrics: number }
type Reply = Question & { readonly text: string | null }

/**
 * Starts the workers and replaces those that die. SIGHUP goes to all of them. Closing lets each worker finish its requests.
 * @throws when the first workers cannot start; they have logged why.
 */
export async function startWorkers(count: number, logger: Logger): Promise<{ close(): Promise<void> }> {
  let stopping = false
  const aggregator = new AggregatorRegistry()
  new RateLimiterClusterMaster()
  cluster.on('message', (worker, message: unknown) => void answer(worker, message, aggregator))
  const keep = async (worker: Worker) => {
    await once(worker, 'exit')
    if (stopping) return
    logger.error({ worker: worker.process.pid }, 'a worker died; another one takes its place')
    await sleep(REPLACED_AFTER_MS)
    // Closing may have begun during the pause, which TypeScript does not know.
    if (!isStopping()) void keep(cluster.fork())
  }
  const isStopping = () => stopping
  const workersNow = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  const signalAll = (signal: NodeJS.Signals) => {
    for (const worker of workersNow()) worker.process.kill(signal)
  }
  const hangUp = () => signalAll('SIGHUP')

  async function close(): Promise<void> {
    stopping = true
    process.off('SIGHUP', hangUp)
    const ends = workersNow().map((worker) => once(worker, 'exit'))
    signalAll('SIGTERM')
    await Promise.all(ends)
  }

  process.on('SIGHUP', hangUp)
  const first = Array.from({ length: count }, () => cluster.fork())
  try {
    await Promise.all(first.map(listens))
  } catch (error) {
    await close()
    throw error
  }
  for (const worker of first) void keep(worker)
  logger.info({ workers: count }, 'ready')
  return { close }
}

async function listens(worker: Worker): Promise<void> {
  const stop = new AbortController()
  const ends = once(worker, 'exit', { signal: stop.signal }).then(() => {
    throw new Error('A worker of the gateway could not start.')
  })
  // Once the worker listens, this promise has no listeners.
  ends.catch(() => {})
  try {
    await Promise.race([once(worker, 'listening', { signal: stop.signal }), ends])
  } finally {
    stop.abort()
  }
}

async function answer(
  worker: Worker,
  message: unknown,
  aggregator: { clusterMetrics(): Promise<string> },
): Promise<void> {
  if (!isAbout(message)) return
  const text = await aggregator.clusterMetrics().catch(() => null)
  if (worker.isConnected()) worker.send({ samenloopMetrics: message.samenloopMetrics, text } satisfies Reply)
}

const isAbout = (message: unknown): message is Question =>
  typeof message === 'object' && message !== null && 'samenloopMetrics' in message

/** In a worker: returns the metrics of all workers together. `undefined` in a process without workers. */
export function metricsOfAll(registry: Registry): (() => Promise<string>) | undefined {
  if (!cluster.isWorker) return undefined
  AggregatorRegistry.setRegistries([registry])
  new AggregatorRegistry()
  const waiting = new Map<number, (text: string | null) => void>()
  process.on('message', (message: unknown) => {
    if (!isAbout(message)) return
    waiting.get(message.samenloopMetrics)?.((message as Reply).text)
    waiting.delete(message.samenloopMetrics)
  })
  let last = 0
  return async () => {
    last += 1
    const question: Question = { samenloopMetrics: last }
    const text = await new Promise<string | null>((resolve) => {
      waiting.set(question.samenloopMetrics, resolve)
      process.send?.(question)
    })
    if (text === null) throw new Error('a worker did not report its metrics')
    return text
  }
}
