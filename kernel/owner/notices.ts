import { factId, type OutboxEvent } from '../outbox/outbox.ts'
import type { FileFilter, FileRow, FileTable } from './file-table.ts'

/** What happened at a file that the SVIP must hear of: that it happened and when, not what was found. */
export type FileNotice = {
  /** `nl.img.structural-damage.found`, … */
  readonly type: string
  /** The moment of the thing itself, not of writing it down. */
  readonly occurredAt: string
}

/** A notice of something that a file knows the day or the moment of; none as long as it knows none. */
export const noticesOn = (type: string, when: string | null): readonly FileNotice[] =>
  when === null ? [] : [{ type, occurredAt: new Date(when).toISOString() }]

/**
 * How long ago something may have happened for an import to tell it as news. Older facts are stock: the comparison of the register
 * brings them (`npm run register:reconcile`), so that loading a stock does not set off alarms about years ago.
 */
const NEWS_MS = 31 * 86_400_000

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

/** What an imported file tells as news. What was told before has the same id, and counts once. */
export const recentNotices = <Row extends FileRow, Filter extends FileFilter>(
  definition: Notifying<Row, Filter>,
  row: Row,
  now: string,
): readonly OutboxEvent[] =>
  noticesOf(definition, row).filter(({ occurredAt }) => Date.parse(occurredAt) >= Date.parse(now) - NEWS_MS)
