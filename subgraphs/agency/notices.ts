import type { FileFilter, FileNotice, FileRow, FileTable } from './file-table.ts'
import { factId, type OutboxEvent } from './outbox/outbox.ts'

/** Returns a notice when the day or moment is known, and none otherwise. */
export const noticesOn = (type: string, when: string | null): readonly FileNotice[] =>
  when === null ? [] : [{ type, occurredAt: new Date(when).toISOString() }]

type Notifying<Row extends FileRow, Filter extends FileFilter> = Pick<FileTable<Row, Filter>, 'toNotices'>

/** The events for all notices of a file. The same fact always has the same id. */
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

/** The events for the notices that a change adds. */
export function newNotices<Row extends FileRow, Filter extends FileFilter>(
  definition: Notifying<Row, Filter>,
  before: Row,
  after: Row,
): readonly OutboxEvent[] {
  const known = new Set(noticesOf(definition, before).map(({ id }) => id))
  return noticesOf(definition, after).filter(({ id }) => !known.has(id))
}

/**
 * The events for all notices of a file that is imported or reconciled with the register, with the moment of this report. The register thus
 * misses nothing, and the SVIP knows that a fact of years ago is no news. The newest comes first, so that at the event of a beginning its
 * end is already known.
 */
export const repeatedNotices = <Row extends FileRow, Filter extends FileFilter>(
  definition: Notifying<Row, Filter>,
  row: Row,
  toldAgainAt: string,
): readonly OutboxEvent[] =>
  noticesOf(definition, row)
    .toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt))
    .map((notice) => ({ ...notice, data: { ...notice.data, toldAgainAt } }))
