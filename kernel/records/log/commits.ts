import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type AppError, recordUnavailable } from '../../errors.ts'
import { currentTrace, runInTrace } from '../../runtime/telemetry/current.ts'
import type { Trace } from '../../trace.ts'
import { type Addition, type Chain, type End, writeAdditions } from './additions.ts'
import type { LogTables } from './tables.ts'

/** Contents in the queue to be written. */
export type Queued = {
  /** @throws {AppError} `RECORD_UNAVAILABLE`; then nothing may be answered. */
  readonly durable: Promise<void>
  /** Starts a commit instead of waiting for other contents. */
  flush(): void
}

/** Writes the chains of one database, in shared commits. */
export type Commits = {
  /**
   * Adds contents to the queue, in order, at most `MAX_ENTRIES` at a time.
   * @param isDeferred lets them wait for the next commit, which comes within `DEFER_MS` also when nothing else is written.
   */
  enqueue(chain: Chain, contents: readonly string[], isDeferred: boolean): Queued
  /** Resolves once the queue is empty. */
  settle(): Promise<void>
}

export type CommitsOptions<T extends LogTables> = {
  readonly db: Kysely<T>
  /** Called with the duration and the number of entries of each commit. */
  readonly onCommit?: (milliseconds: number, entries: number) => void
}

/** The maximum of entries per commit, which bounds the size of a statement. */
export const MAX_ENTRIES = 1000

/** How long the next commit waits for more entries: shorter than a commit, which it may save. */
const GATHER_MS = 3

/** How long deferred contents wait for another commit. */
const DEFER_MS = 100

type Item = {
  readonly chain: Chain
  readonly contents: readonly string[]
  readonly trace: Trace | undefined
  isDue: boolean
  resolve(): void
  reject(error: unknown): void
}

/**
 * Creates the writer of the logs of a database. Contents that arrive while a commit is in flight share the next one (group commit),
 * whatever their chain: a busy process pays for durability once per commit, not once per address or chain.
 */
export function openCommits<T extends LogTables>(options: CommitsOptions<T>): Commits {
  const db = options.db as unknown as Kysely<LogTables>
  const ends = new Map<string, End>()
  const queue: Item[] = []
  let drained: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null

  /** Locks the chains whose end is unknown or was moved by another process, so that a quiet process is not starved by a busy one. */
  async function writeLocked(additions: readonly Addition[]): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      const heads = await transaction
        .selectFrom('log_head')
        .select(['chain', 'seq', 'hash'])
        .where(
          'chain',
          'in',
          additions.map(({ chain }) => chain.name),
        )
        .orderBy('chain')
        .forUpdate()
        .execute()
      for (const { chain, ...end } of heads) ends.set(chain, end)
      const left = await writeAdditions(transaction, additions, ends)
      if (left.length > 0) throw new Error('the head of the log is not there, or moved while it was locked')
    })
  }

  async function commitBatch(batch: readonly Item[]): Promise<void> {
    const started = performance.now()
    let left = byChain(batch)
    const write = async () => {
      left = await writeAdditions(db, left, ends)
      if (left.length > 0) await writeLocked(left)
      left = []
    }
    let failure: AppError | null = null
    try {
      // The span of the statement goes to the trace of the first contents.
      await runInTrace(batch[0]?.trace, write)
      const entries = batch.reduce((sum, { contents }) => sum + contents.length, 0)
      options.onCommit?.(performance.now() - started, entries)
    } catch (error) {
      failure = recordUnavailable(error)
    }
    // Whether this commit succeeded is unknown: forget the ends of its chains, and reject its callers.
    const lost = new Set(left.map(({ chain }) => chain.name))
    for (const name of lost) ends.delete(name)
    for (const item of batch) {
      if (failure && lost.has(item.chain.name)) item.reject(failure)
      else item.resolve()
    }
  }

  async function drain(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    // No commit is in flight: contents from the same turn of the event loop share this one.
    await nextTurn()
    while (queue.some(({ isDue }) => isDue)) {
      await commitBatch(nextBatch(queue))
      // Under load more contents will follow shortly.
      if (queue.length > 0) await sleep(GATHER_MS)
    }
    // Synchronous with the check of the queue, so that no contents are missed.
    drained = null
    if (queue.length > 0) scheduleFlush()
  }

  function scheduleFlush(): void {
    timer ??= setTimeout(() => {
      timer = null
      flushAll()
    }, DEFER_MS)
  }

  function flushAll(): void {
    for (const item of queue) item.isDue = true
    if (queue.length > 0) drained ??= drain()
  }

  return {
    enqueue(chain, contents, isDeferred) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const item: Item = { chain, contents, trace: currentTrace(), isDue: !isDeferred, resolve, reject }
      queue.push(item)
      const start = () => {
        if (item.isDue) drained ??= drain()
        else if (!drained) scheduleFlush()
      }
      start()
      return {
        durable: promise,
        flush() {
          // The contents may already be written.
          if (item.isDue || !queue.includes(item)) return
          item.isDue = true
          start()
        },
      }
    },
    async settle() {
      flushAll()
      await drained
    },
  }
}

/** Removes the contents of the next commit from the queue, in order; at least one. */
function nextBatch(queue: Item[]): Item[] {
  let count = 0
  let size = 0
  for (const { contents } of queue) {
    size += contents.length
    if (count > 0 && size > MAX_ENTRIES) break
    count += 1
  }
  return queue.splice(0, count)
}

function byChain(batch: readonly Item[]): readonly Addition[] {
  return Map.groupBy(batch, ({ chain }) => chain.name)
    .values()
    .flatMap((items) =>
      items[0] ? [{ chain: items[0].chain, contents: items.flatMap(({ contents }) => contents) }] : [],
    )
    .toArray()
}
