import { createPublicKey, type KeyObject } from 'node:crypto'
import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { recordUnavailable } from '../errors.ts'
import { randomHex } from '../random.ts'
import { currentTrace, runInTrace } from '../telemetry/current.ts'
import type { Trace } from '../trace.ts'
import { commit, type Entry, link, type Seal, signSeal } from './chain.ts'
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
  /** Told how long each commit took and how many entries it held. */
  readonly onCommit?: (milliseconds: number, entries: number) => void
  /** Told how long somebody waited until their entries were durable. */
  readonly onRecorded?: (milliseconds: number, entries: number, failed: boolean) => void
}

/** The last entry of a chain, as far as the next one needs it. */
type End = Pick<Entry, 'seq' | 'hash'>

type Waiting = {
  readonly contents: readonly Content[]
  readonly trace: Trace | undefined
  resolve(): void
  reject(error: unknown): void
}

/** Entries in one commit at most: bounds the size of a statement. */
const BATCH = 1000

/**
 * Opens a chain. Entries that arrive while a commit is under way go together into the next one (group commit): a busy
 * process pays for durability once per commit, not once per address.
 */
export function openLog<T extends LogTables>(options: LogOptions<T>): Log {
  const { chain, signingKey, now = () => new Date() } = options
  const db = options.db as unknown as Kysely<LogTables>
  let head: End | null = null
  let sealedSeq = -1
  const waiting: Waiting[] = []
  let draining = false
  let drained: Promise<void> = Promise.resolve()
  let closed = false

  async function readHead(): Promise<Seal> {
    return await db.selectFrom('log_head').selectAll().where('chain', '=', chain).executeTakeFirstOrThrow()
  }

  async function write(contents: readonly Content[]): Promise<void> {
    const end = head && (await writeAfter(db, head, contents))
    // The head is not known, or another process moved it. Waiting for it in line lets the quieter process have its turn too.
    head = end ?? (await db.transaction().execute((transaction) => writeInTurn(transaction, contents)))
  }

  async function writeInTurn(transaction: Kysely<LogTables>, contents: readonly Content[]): Promise<End> {
    const from = await transaction
      .selectFrom('log_head')
      .selectAll()
      .where('chain', '=', chain)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const end = await writeAfter(transaction, from, contents)
    if (!end) throw new Error('the head of the log moved while it was locked')
    return end
  }

  /** Writes after `from` and gives the new end; `null`, and nothing written, when `from` is not the end of the chain. */
  async function writeAfter(
    connection: Kysely<LogTables>,
    from: End,
    contents: readonly Content[],
  ): Promise<End | null> {
    const at = now().getTime()
    let last: End = from
    const rows = contents.map((value) => {
      const salt = randomHex(16)
      const content = JSON.stringify(value)
      const entry = link(chain, last, at, commit(salt, content))
      last = entry
      return { ...entry, salt, content }
    })
    const seal = signSeal(signingKey, { chain, seq: last.seq, hash: last.hash, at })
    // One statement, so one round trip and one commit.
    const written = await sql`
        with head as (
          update log_head set seq = ${seal.seq}, hash = ${seal.hash}, at = ${seal.at}, signature = ${seal.signature}
          where chain = ${chain} and seq = ${from.seq} and hash = ${from.hash} returning chain
        ), incoming as (
          select head.chain, r.* from head, json_to_recordset(${JSON.stringify(rows)}::json)
            as r(seq bigint, at bigint, commitment text, previous text, hash text, salt text, content text)
        ), contents as (
          insert into log_content (chain, seq, salt, content) select chain, seq, salt, content from incoming
        )
        insert into log_entry (chain, seq, at, commitment, previous, hash)
        select chain, seq, at, commitment, previous, hash from incoming`.execute(connection)
    return Number(written.numAffectedRows) === rows.length ? last : null
  }

  async function drain(): Promise<void> {
    draining = true
    while (waiting.length > 0) {
      const batch: Waiting[] = []
      let size = 0
      while (waiting[0] && (batch.length === 0 || size + waiting[0].contents.length <= BATCH)) {
        const next = waiting.shift() as Waiting
        batch.push(next)
        size += next.contents.length
      }
      const started = performance.now()
      try {
        // Its statement is told under the first of those that share it.
        await runInTrace(batch[0]?.trace, () => write(batch.flatMap((item) => item.contents)))
        options.onCommit?.(performance.now() - started, size)
        for (const item of batch) item.resolve()
      } catch (error) {
        // Whether the commit happened is unknown: forget the head, and let nobody answer.
        head = null
        for (const item of batch) item.reject(recordUnavailable(error))
      }
    }
    // In the same step as the look at what waits, so that no entry falls in between.
    draining = false
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
    append(contents) {
      if (closed) return Promise.reject(recordUnavailable(new Error('the log is closed')))
      const slices = Array.from({ length: Math.ceil(contents.length / BATCH) }, (_, index) =>
        contents.slice(index * BATCH, (index + 1) * BATCH),
      )
      const started = performance.now()
      const trace = currentTrace()
      const written = slices.map(
        (slice) =>
          new Promise<void>((resolve, reject) => waiting.push({ contents: slice, trace, resolve, reject })),
      )
      if (waiting.length > 0 && !draining) drained = drain()
      const told = (failed: boolean) =>
        options.onRecorded?.(performance.now() - started, contents.length, failed)
      return Promise.all(written).then(
        () => told(false),
        (error: unknown) => {
          told(true)
          throw error
        },
      )
    },
    seal,
    async close() {
      closed = true
      await drained
      await seal()
    },
  }
}
