import { AppError, forbidden } from '../../kernel/errors.ts'
import { connection, readPage } from '../../kernel/graphql/connection.ts'
import { assertLengths } from '../../kernel/graphql/input.ts'
import type { OwnerContext } from './context.ts'
import type { FileFilter, FileRow } from './file-table.ts'

/** How an agency's own staff list and change its files: on record after all checks, and limited to what their role may see. */

export type PageArguments<Filter> = {
  readonly filter?: Filter | null
  readonly first?: number | null
  readonly after?: string | null
}

/** The file that a change is for, and the revision that the editor saw. */
export type Edit = { readonly id: string; readonly revision: number }

/** Returns a page of the agency's files. */
export async function listOwnFiles<Row extends FileRow, File extends object, Filter extends FileFilter>(
  context: OwnerContext<Row, File, Filter>,
  args: PageArguments<Filter>,
  what: string,
) {
  const { store } = context
  const filter = args.filter ?? ({} as Filter)
  // The number of hits would reveal values that the caller may not see.
  if (typeof filter.handlerEmail === 'string' && !context.own.has('HANDLER')) {
    await context.refused(`${what}, gefilterd op behandelaar`)
    throw forbidden()
  }
  const page = readPage(args, 2)
  const rows = await store.page(filter, page)
  // An empty result is an answer too, so it is recorded.
  if (rows.length === 0) await context.recordChange(filter.addressId ?? null, what)
  const shaped = await context.ownReading(rows.slice(0, page.first), what)
  const nodes = new Map(rows.map((row, index) => [row.id, shaped[index]]))
  return connection(
    rows,
    page,
    () => store.count(filter),
    (row) => nodes.get(row.id),
    store.placeOf,
  )
}

/**
 * Registers a file and notifies the SVIP.
 * @throws {AppError} `BAD_USER_INPUT` when a text is too long, `CONFLICT` when the reference or the address is taken.
 */
export async function registerOwnFile<Row extends FileRow, File extends object, Filter>(
  context: OwnerContext<Row, File, Filter>,
  row: Row,
  what: string,
) {
  assertLengths(row)
  await context.store.assertFree(row)
  await context.recordChange(row.address_id, what)
  return await announced(context, await context.store.register(row), what)
}

/**
 * Changes the file that an editor saw and notifies the SVIP; when `edit` throws, the file stays unchanged.
 * @throws {AppError} `SUBGRAPH_UNAVAILABLE` when the SVIP refused urgent news of the change; the change itself stands.
 */
export async function changeOwnFile<Row extends FileRow, File extends object, Filter>(
  context: OwnerContext<Row, File, Filter>,
  { id, revision }: Edit,
  what: string,
  edit: (row: Row) => Partial<Row>,
) {
  const { store } = context
  const changesOf = (row: Row) => {
    const changes = edit(row)
    assertLengths(changes)
    return changes
  }
  const found = store.current((await store.byIds([id])).get(id), revision)
  changesOf(found)
  await context.recordChange(found.address_id, what)
  const changed = await store.change(id, revision, changesOf)
  const shaped = await announced(context, changed, what)
  const before = store.noticeIds(found)
  if (store.noticeIds(changed).some((notice) => !before.includes(notice) && context.hasRefused(notice)))
    throw new AppError('SUBGRAPH_UNAVAILABLE', URGENT_REFUSED)
  return shaped
}

/** The change stands, so the editor must not repeat it, but the people who have to act on it do not know of it. */
const URGENT_REFUSED =
  'De acuut onveilige situatie is bij u vastgelegd, maar de SVIP heeft de melding niet aangenomen: de andere organisatie en de gemeente weten nog van niets. Bel hen nu, en waarschuw de beheerder. Leg de situatie niet nog een keer vast.'

async function announced<Row extends FileRow, File extends object, Filter>(
  context: OwnerContext<Row, File, Filter>,
  row: Row,
  what: string,
) {
  await context.announce()
  const [shaped] = await context.ownReading([row], `${what}: na wijziging`)
  if (!shaped) throw new Error('no file after its change')
  return shaped
}
