import type { Kysely } from 'kysely'
import type { Erasure } from '../log/erasing.ts'
import type { LogTables } from '../log/tables.ts'

/** One pass over one kind of record: its input and its result. */

/** The addresses under a legal hold: nothing about them is erased. */
export type Held = {
  readonly addresses: readonly string[]
  /** The same addresses under every name in the logs of the party, including pseudonyms. */
  readonly subjects: readonly string[]
}

export type Pass = {
  readonly db: Kysely<LogTables>
  readonly party: string
  /** Erases what is older. */
  readonly before: Date
  readonly termDays: number
  /** Counts, and erases nothing. */
  readonly dryRun: boolean
  /** Fetches the current legal holds. @throws {AppError} when they are unavailable; then nothing may be erased. */
  held(): Promise<Held>
  /** Puts an erasing on record, and returns the id under which the database finds that record. */
  record(erasure: Erasure): Promise<string>
}

/** The progress of a pass. In a dry run `erased` counts what would be erased. */
export type Tally = {
  /** The part that has been checked. */
  readonly done: number
  readonly of: number
  readonly erased: number
  /** Older than the term, but under a legal hold. */
  readonly held: number
}

/** Processes a kind in batches; every tally counts committed work, so a pass can be stopped in between. */
export type Course = AsyncGenerator<Tally>
