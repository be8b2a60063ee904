import type { Kysely } from 'kysely'
import type { Erasure } from '../log/erasing.ts'
import type { LogTables } from '../log/tables.ts'

/** One kind of record gone through once: what it needs, and what came of it. */

/** Addresses that nothing is erased about (legal hold). */
export type Held = {
  readonly addresses: readonly string[]
  /** The same addresses under every name they have in the logs of the party: pseudonyms too. */
  readonly subjects: readonly string[]
}

export type Pass = {
  readonly db: Kysely<LogTables>
  readonly party: string
  /** What is older goes. */
  readonly before: Date
  readonly termDays: number
  /** Counts, and erases nothing. */
  readonly dryRun: boolean
  /** The legal holds as they are now. @throws {AppError} when they cannot be known; then nothing may be erased. */
  held(): Promise<Held>
  /** Puts an erasing on record, and gives the id under which the database finds that record. */
  record(erasure: Erasure): Promise<string>
}

/** How far it is. In a dry run `erased` is what would be. */
export type Tally = {
  /** Of everything there is to look at, how much. */
  readonly done: number
  readonly of: number
  readonly erased: number
  /** Older than the term, and kept for a legal hold. */
  readonly held: number
}

/** Goes through a kind in batches; every tally is of what is finished for good, so stopping in between loses nothing. */
export type Course = AsyncGenerator<Tally>
