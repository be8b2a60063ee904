import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type AppError, recordUnavailable } from '../../errors.ts'
import { currentTrace, runInTrace } from '../../runtime/telemetry/current.ts'
import type { Trace } from '../../trace.ts'
import { type Addition, type Chain, type End, writeAdditions } from './additions.ts'
import type { LogTables } from './tables.ts'

/** Contents that were handed over to be written. */
export type Handed = {
  /** @throws {AppError} `RECORD_UNAVAILABLE`; then nothing may be answered. */
  readonly durable: Promise<void>
  /** Lets it wait for company no longer. */
  hurry(): void
}

/** Writes the chains of one database, all of them in the same commits. */
export type Commits = {
  /**
   * Hands contents over to be written, in order, at most `MAX_ENTRIES` at a time.
   * @param isPatient lets them go along with the next commit; there is one within `PATIENCE_MS`, also when nobody else writes.
   */
  hand(chain: Chain, contents: readonly string[], isPatient: boolean): Handed
  /** Resolves once nothing waits. */
  settle(): Promise<void>
}

export type CommitsOptions<T extends LogTables> = {
  readonly db: Kysely<T>
  /** Told how long each commit took and how many entries it held. */
  readonly onCommit?: (milliseconds: number, entries: number) => void
}

/** Entries in one commit at most: bounds the size of a statement. */
export const MAX_ENTRIES = 1000

/** How long a commit that follows another waits for more: it costs less than a commit, and saves one. */
const GATHER_MS = 3

/** How long what is patient waits for company. */
const PATIENCE_MS = 100

type Waiting = {
  readonly chain: Chain
  readonly contents: readonly string[]
  readonly trace: Trace | undefined
  isDue: boolean
  resolve(): void
  reject(error: unknown): void
}

/**
 * Opens the writing of the logs of a database. What arrives while a commit is under way goes together into the next one (group
 * commit), of whichever chain it is: a busy process pays for durability once per commit, not once per address or per chain.
 */
export function openCommits<T extends LogTables>(options: CommitsOptions<T>): Commits {
  const db = options.db as unknown as Kysely<LogTables>
  const ends = new Map<string, End>()
  const waiting: Waiting[] = []
  let drained: Promise<void> | null = null
  let patience: NodeJS.Timeout | null = null

  /** Waits in line for chains of which the end is not known, or was moved by another process, so that the quieter one has its turn. */
  async function writeInTurn(additions: readonly Addition[]): Promise<void> {
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

  async function commitBatch(batch: readonly Waiting[]): Promise<void> {
    const started = performance.now()
    let left = byChain(batch)
    const write = async () => {
      left = await writeAdditions(db, left, ends)
      if (left.length > 0) await writeInTurn(left)
      left = []
    }
    let failure: AppError | null = null
    try {
      // Its statement is told under the first of those that share it.
      await runInTrace(batch[0]?.trace, write)
      const entries = batch.reduce((sum, { contents }) => sum + contents.length, 0)
      options.onCommit?.(performance.now() - started, entries)
    } catch (error) {
      failure = recordUnavailable(error)
    }
    // Whether the commit of these happened is unknown: forget their ends, and let nobody answer.
    const lost = new Set(left.map(({ chain }) => chain.name))
    for (const name of lost) ends.delete(name)
    for (const item of batch) {
      if (failure && lost.has(item.chain.name)) item.reject(failure)
      else item.resolve()
    }
  }

  async function drain(): Promise<void> {
    if (patience) clearTimeout(patience)
    patience = null
    // Nothing is under way: only what comes in the same turn of the event loop goes along.
    await nextTurn()
    while (waiting.some(({ isDue }) => isDue)) {
      await commitBatch(nextBatch(waiting))
      // Busy, so others are coming.
      if (waiting.length > 0) await sleep(GATHER_MS)
    }
    // In the same step as the look at what waits, so that no entry falls in between.
    drained = null
    if (waiting.length > 0) waitForCompany()
  }

  function waitForCompany(): void {
    patience ??= setTimeout(() => {
      patience = null
      hurryAll()
    }, PATIENCE_MS)
  }

  function hurryAll(): void {
    for (const item of waiting) item.isDue = true
    if (waiting.length > 0) drained ??= drain()
  }

  return {
    hand(chain, contents, isPatient) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const item: Waiting = { chain, contents, trace: currentTrace(), isDue: !isPatient, resolve, reject }
      waiting.push(item)
      const start = () => {
        if (item.isDue) drained ??= drain()
        else if (!drained) waitForCompany()
      }
      start()
      return {
        durable: promise,
        hurry() {
          // It may have been written long since.
          if (item.isDue || !waiting.includes(item)) return
          item.isDue = true
          start()
        },
      }
    },
    async settle() {
      hurryAll()
      await drained
    },
  }
}

/** Takes what goes into one commit, in the order in which it came; at least one. */
function nextBatch(waiting: Waiting[]): Waiting[] {
  let count = 0
  let size = 0
  for (const { contents } of waiting) {
    size += contents.length
    if (count > 0 && size > MAX_ENTRIES) break
    count += 1
  }
  return waiting.splice(0, count)
}

function byChain(batch: readonly Waiting[]): readonly Addition[] {
  return Map.groupBy(batch, ({ chain }) => chain.name)
    .values()
    .flatMap((items) =>
      items[0] ? [{ chain: items[0].chain, contents: items.flatMap(({ contents }) => contents) }] : [],
    )
    .toArray()
}
