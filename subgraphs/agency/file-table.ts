import type { LogTables } from '../../kernel/records/log/tables.ts'
import type { TrackEvent } from './outbox/outbox.ts'
import type { OutboxTables } from './outbox/tables.ts'

/** The columns of an agency's file (a claim, a project) that the shared code needs. */
export type FileRow = {
  readonly id: string
  readonly reference: string
  readonly address_id: string
  /** The revision; a new file has 1. */
  readonly revision: number
}

/** A notice to the SVIP of something that happened at a file: what kind and when, without contents. */
export type FileNotice = {
  /** `nl.img.structural-damage.found`, … */
  readonly type: string
  /** When it happened, not when it was recorded. */
  readonly occurredAt: string
}

/** The tables that every agency has next to its files. */
export type OwnerTables = LogTables & OutboxTables

export type FileColumn<Row> = keyof Row & string

/** The filter fields that the lists of both agencies have. */
export type FileFilter = {
  readonly addressId?: string | null
  readonly open?: boolean | null
  readonly handlerEmail?: string | null
}

/**
 * The table with an agency's files. A row has every column, with `null` for an unknown value; dates are `YYYY-MM-DD`, moments ISO 8601 in
 * UTC.
 */
export type FileTable<Row extends FileRow, Filter extends FileFilter> = {
  readonly name: string
  /** The day on which a file began; lists are newest first. */
  readonly startedOn: FileColumn<Row>
  /** The day on which a file ended; `null` while it is open. */
  readonly endedOn: FileColumn<Row>
  /** The columns with the day since which a file is in its state (`null` when unknown), and with that state. */
  readonly since: { readonly column: FileColumn<Row>; readonly state: FileColumn<Row> }
  /** The column values that a filter requires; `null` or absent for no requirement. */
  readonly matching: (filter: Filter) => Partial<Record<FileColumn<Row>, string | null | undefined>>
  /** Columns that an import does not have and leaves unchanged. */
  readonly notImported: readonly FileColumn<Row>[]
  readonly toEvent: (row: Row, occurredAt: string) => TrackEvent
  /** Type of the event for a file that no longer exists. */
  readonly removedType: string
  /** The notices that follow from the values of a file. */
  readonly toNotices: (row: Row) => readonly FileNotice[]
  /** The error texts for a change that cannot be made. */
  readonly messages: {
    readonly unknown: string
    readonly changedSince: string
    readonly referenceTaken: string
    /** The error text for a second file at an address; `null` when there may be several. */
    readonly addressTaken: string | null
  }
}
