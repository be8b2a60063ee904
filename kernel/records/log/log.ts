import { createPublicKey, type KeyObject } from 'node:crypto'
import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { recordUnavailable } from '../../errors.ts'
import type { Seal } from './chain.ts'
import { type Commits, type Handed, MAX_ENTRIES, openCommits } from './commits.ts'
import type { LogTables } from './tables.ts'

/** Anything JSON. `id` and `subject`, when there, can be searched for. */
export type Content = {
  readonly id?: string
  readonly subject?: string | null
  readonly [key: string]: unknown
}

export type Log = {
  readonly chain: string
  /**
   * Adds the contents, in order, and resolves once they are durable.
   * @throws {AppError} `RECORD_UNAVAILABLE`; then nothing may be answered.
   */
  append(contents: readonly Content[]): Promise<void>
  /**
   * Adds the contents, in order, together with what else is written in the next moment, and gives what to call before anything is
   * answered: it writes them if that has not happened, and resolves once they are durable.
   * @throws {AppError} `RECORD_UNAVAILABLE`, as does what it gives.
   */
  appendAlong(contents: readonly Content[]): () => Promise<void>
  /** Signs the present end and puts it in the database and in the seal file; does nothing when that end is sealed. */
  seal(): Promise<void>
  /** Public half of the signing key, SPKI in base64. */
  readonly publicKey: string
  /** Writes what waits, seals, and takes no more. */
  close(): Promise<void>
}

export type LogOptions<T extends LogTables> = {
  readonly db: Kysely<T>
  readonly chain: string
  readonly signingKey: KeyObject
  /** File outside the database that the seals also go to: the tail cannot be cut without one noticing. */
  readonly sealFile: string
  readonly now?: () => Date
  /** What writes the chains of this database, to share commits with the others; @default a writing of its own */
  readonly commits?: Commits
  /** Told how long somebody waited until their entries were durable. */
  readonly onRecorded?: (milliseconds: number, entries: number, failed: boolean) => void
}

/**
 * Opens a chain. Entries that arrive while a commit is under way go together into the next one (group commit): a busy
 * process pays for durability once per commit, not once per address.
 */
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

  function hand(contents: readonly Content[], isPatient: boolean): readonly Handed[] {
    if (closed) throw recordUnavailable(new Error('the log is closed'))
    const texts = contents.map((content) => JSON.stringify(content))
    return Array.from({ length: Math.ceil(texts.length / MAX_ENTRIES) }, (_, index) =>
      commits.hand(written, texts.slice(index * MAX_ENTRIES, (index + 1) * MAX_ENTRIES), isPatient),
    )
  }

  async function durable(handed: readonly Handed[], entries: number): Promise<void> {
    const started = performance.now()
    let failed = true
    try {
      await Promise.all(handed.map((part) => part.durable))
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
    append: async (contents) => await durable(hand(contents, false), contents.length),
    appendAlong(contents) {
      const handed = hand(contents, true)
      const recorded = durable(handed, contents.length)
      // Told to who waits for it; until then it must not count as forgotten.
      recorded.catch(() => {})
      return async () => {
        for (const part of handed) part.hurry()
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
