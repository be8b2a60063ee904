import { createPublicKey, type KeyObject } from 'node:crypto'
import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { recordUnavailable } from '../../errors.ts'
import type { Seal } from './chain.ts'
import { type Commits, MAX_ENTRIES, openCommits, type Queued } from './commits.ts'
import type { LogTables } from './tables.ts'

/** Any JSON object. `id` and `subject`, when present, are indexed. */
export type Content = {
  readonly id?: string
  readonly subject?: string | null
  readonly [key: string]: unknown
}

export type Log = {
  readonly chain: string
  /**
   * Appends the contents, in order, and resolves once they are durable.
   * @throws {AppError} `RECORD_UNAVAILABLE`; then nothing may be answered.
   */
  append(contents: readonly Content[]): Promise<void>
  /**
   * Appends the contents, in order, with the next commit. The caller must call the returned function before it answers: it commits the
   * contents if that has not happened yet, and resolves once they are durable.
   * @throws {AppError} `RECORD_UNAVAILABLE`, as does the returned function.
   */
  appendAlong(contents: readonly Content[]): () => Promise<void>
  /** Signs the current end and stores it in the database and in the seal file; does nothing when that end is already sealed. */
  seal(): Promise<void>
  /** Public half of the signing key, SPKI in base64. */
  readonly publicKey: string
  /** Refuses new contents, writes the queued ones, and seals. */
  close(): Promise<void>
}

export type LogOptions<T extends LogTables> = {
  readonly db: Kysely<T>
  readonly chain: string
  readonly signingKey: KeyObject
  /** File outside the database for a copy of the seals, so that a tail that is cut off is noticed. */
  readonly sealFile: string
  readonly now?: () => Date
  /** The writer to share commits with the other chains of this database; @default a separate writer */
  readonly commits?: Commits
  /** Called with how long a caller waited until its entries were durable. */
  readonly onRecorded?: (milliseconds: number, entries: number, failed: boolean) => void
}

/** Opens a chain. */
export function openLog<T extends LogTables>(options: LogOptions<T>): Log {
  const { chain, signingKey, now = () => new Date() } = options
  const db = options.db as unknown as Kysely<LogTables>
  const commits = options.commits ?? openCommits({ db })
  const written = { name: chain, signingKey, now }
  let sealedSeq = -1
  let closed = false

  async function readHead(): Promise<Seal> {
    return await db.selectFrom('log_head').selectAll().where('chain', '=', chain).executeTakeFirstOrThrow()
  }

  function enqueue(contents: readonly Content[], isDeferred: boolean): readonly Queued[] {
    if (closed) throw recordUnavailable(new Error('the log is closed'))
    const texts = contents.map((content) => JSON.stringify(content))
    return Array.from({ length: Math.ceil(texts.length / MAX_ENTRIES) }, (_, index) =>
      commits.enqueue(written, texts.slice(index * MAX_ENTRIES, (index + 1) * MAX_ENTRIES), isDeferred),
    )
  }

  async function durable(queued: readonly Queued[], entries: number): Promise<void> {
    const started = performance.now()
    let failed = true
    try {
      await Promise.all(queued.map((part) => part.durable))
      failed = false
    } finally {
      options.onRecorded?.(performance.now() - started, entries, failed)
    }
  }

  async function seal(): Promise<void> {
    const end = await readHead()
    if (end.seq === 0 || end.seq === sealedSeq) return
    await db
      .insertInto('log_seal')
      .values(end)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await mkdir(dirname(options.sealFile), { recursive: true })
    await appendFile(options.sealFile, `${JSON.stringify(end)}\n`)
    sealedSeq = end.seq
  }

  return {
    chain,
    publicKey: createPublicKey(signingKey).export({ type: 'spki', format: 'der' }).toString('base64'),
    append: async (contents) => await durable(enqueue(contents, false), contents.length),
    appendAlong(contents) {
      const queued = enqueue(contents, true)
      const recorded = durable(queued, contents.length)
      // The returned function rejects with the error; until then it is not an unhandled rejection.
      recorded.catch(() => {})
      return async () => {
        for (const part of queued) part.flush()
        await recorded
      }
    },
    seal,
    async close() {
      closed = true
      await commits.settle()
      await seal()
    },
  }
}
