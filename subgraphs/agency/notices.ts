import type { FileFilter, FileNotice, FileRow, FileTable } from './file-table.ts'
import { factId, type OutboxEvent } from './outbox/outbox.ts'

/** A notice of something that a file knows the day or the moment of; none as long as it knows none. */
export const noticesOn = (type: string, when: string | null): readonly FileNotice[] =>
  when === null ? [] : [{ type, occurredAt: new Date(when).toISOString() }]

type Notifying<Row extends FileRow, Filter extends FileFilter> = Pick<FileTable<Row, Filter>, 'toNotices'>

/** Everything of a file that is to be told, as events. The same fact has the same id, however often it is told. */
export const noticesOf = <Row extends FileRow, Filter extends FileFilter>(
  { toNotices }: Notifying<Row, Filter>,
  row: Row,
): readonly (OutboxEvent & { readonly id: string })[] =>
  toNotices(row).map(({ type, occurredAt }) => ({
    id: factId(type, row.id, occurredAt),
    type,
    addressId: row.address_id,
    occurredAt,
    data: { reference: row.reference },
  }))

/** What a change adds to what is told. */
export function newNotices<Row extends FileRow, Filter extends FileFilter>(
  definition: Notifying<Row, Filter>,
  before: Row,
  after: Row,
): readonly OutboxEvent[] {
  const told = new Set(noticesOf(definition, before).map(({ id }) => id))
  return noticesOf(definition, after).filter(({ id }) => !told.has(id))
}

/**
 * Everything that happened at a file that is imported, or compared with the register, with the moment at which this is reported. The
 * register thus misses nothing, and the SVIP knows that a fact of years ago is no news. The newest comes first, so that who reads that
 * something began can know already that it is over.
 */
export const noticesAgain = <Row extends FileRow, Filter extends FileFilter>(
  definition: Notifying<Row, Filter>,
  row: Row,
  toldAgainAt: string,
): readonly OutboxEvent[] =>
  noticesOf(definition, row)
    .toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt))
    .map((notice) => ({ ...notice, data: { ...notice.data, toldAgainAt } }))
