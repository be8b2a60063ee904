import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { AggregatorRegistry, type Registry } from 'prom-client'
import { RateLimiterClusterMaster } from 'rate-limiter-flexible'

/** Several processes that share one port, so that the gateway uses all cores. Nothing of a request is shared between them. */

/** How long after its start a worker that dies is started anew: what dies at once would otherwise keep the machine busy. */
const REPLACED_AFTER_MS = 1000

type Question = { readonly samenloopMetrics: number }
type Reply = Question & { readonly text: string | null }

/**
 * Starts the workers and keeps their number: one that dies is replaced. SIGHUP goes to all of them. Closing lets each finish what
 * it began.
 * @throws when the first ones cannot start; why has been said by them.
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
    // Asked to stop meanwhile, or not: what TypeScript knows of it is from before the pause.
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
  // When it listens nobody waits for this any more.
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

/**
 * In a worker: asks for the metrics of all workers together, whichever of them is asked. `undefined` in a process that is alone.
 */
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
    if (text === null) throw new Error('a worker did not tell its metrics')
    return text
  }
}
