import type { LogTables } from '../../kernel/records/log/tables.ts'
import type { TrackEvent } from './outbox/outbox.ts'
import type { OutboxTables } from './outbox/tables.ts'

/** A file of an agency (a claim, a project) as far as the shared parts need to know it. */
export type FileRow = {
  readonly id: string
  readonly reference: string
  readonly address_id: string
  /** Counts its changes; the first is 1. */
  readonly revision: number
}

/** What happened at a file that the SVIP must hear of: that it happened and when, not what was found. */
export type FileNotice = {
  /** `nl.img.structural-damage.found`, … */
  readonly type: string
  /** The moment of the thing itself, not of writing it down. */
  readonly occurredAt: string
}

/** The tables every agency has, next to the one with its files. */
export type OwnerTables = LogTables & OutboxTables

export type FileColumn<Row> = keyof Row & string

/** The filter of any agency's list, as far as it is the same. */
export type FileFilter = {
  readonly addressId?: string | null
  readonly open?: boolean | null
  readonly handlerEmail?: string | null
}

/**
 * The table an agency keeps its files in. A row has every column of the table, `null` for what is not known; dates are
 * `YYYY-MM-DD`, moments ISO 8601 in UTC.
 */
export type FileTable<Row extends FileRow, Filter extends FileFilter> = {
  readonly name: string
  /** The day a file began; lists go from the newest to the oldest. */
  readonly startedOn: FileColumn<Row>
  /** The day a file ended; `null` as long as it runs. */
  readonly endedOn: FileColumn<Row>
  /** The day a file came into its present state, `null` when that is not known, and the column of that state. */
  readonly since: { readonly column: FileColumn<Row>; readonly state: FileColumn<Row> }
  /** What the columns must be for a row to match a filter; what the filter leaves open is `null` or absent. */
  readonly matching: (filter: Filter) => Partial<Record<FileColumn<Row>, string | null | undefined>>
  /** Columns that no import holds; it leaves them as they are. */
  readonly notImported: readonly FileColumn<Row>[]
  readonly toEvent: (row: Row, occurredAt: string) => TrackEvent
  /** Type of the event that tells that a file is not there any more. */
  readonly removedType: string
  /** What happened at a file that others have to know of, as far as it stands in the file. */
  readonly toNotices: (row: Row) => readonly FileNotice[]
  /** What a user reads when a change cannot be made. */
  readonly messages: {
    readonly unknown: string
    readonly changedSince: string
    readonly referenceTaken: string
    /** Why there is no second file at an address; `null` when there may be more. */
    readonly addressTaken: string | null
  }
}
