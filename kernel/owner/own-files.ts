import { connection, readPage } from '../connection.ts'
import { forbidden } from '../errors.ts'
import { assertLengths } from '../input.ts'
import type { OwnerContext } from './context.ts'
import type { FileFilter, FileRow } from './file-table.ts'

/** How an agency's own staff list and change its files: on record first, and shaped to what their role may see. */

export type PageArguments<Filter> = {
  readonly filter?: Filter | null
  readonly first?: number | null
  readonly after?: string | null
}

/** What an editor says of the file a change is meant for. */
export type Edit = { readonly id: string; readonly revision: number }

/** A page of the agency's own stock. */
export async function listOwnFiles<Row extends FileRow, File extends object, Filter extends FileFilter>(
  context: OwnerContext<Row, File, Filter>,
  args: PageArguments<Filter>,
  what: string,
) {
  const { store } = context
  const filter = args.filter ?? ({} as Filter)
  // A filter on what one may not see would tell it by the number of hits.
  if (filter.handlerEmail && !context.own.has('HANDLER')) {
    await context.refused(`${what}, gefilterd op behandelaar`)
    throw forbidden()
  }
  const page = readPage(args, 2)
  const rows = await store.page(filter, page)
  // That there is nothing is an answer too.
  if (rows.length === 0) await context.recordChange(filter.addressId ?? null, what)
  const shaped = await context.ownReading(rows.slice(0, page.first), what)
  const nodes = new Map(rows.map((row, index) => [row.id, shaped[index]]))
  let total: Promise<number> | undefined
  const count = () => {
    total ??= store.count(filter)
    return total
  }
  // GraphQL calls a function for the value of its field: nothing is counted when nobody asks.
  return { ...connection(rows, page, 0, (row) => nodes.get(row.id), store.placeOf), totalCount: count }
}

/** Registers a file and tells the SVIP. @throws {AppError} `BAD_USER_INPUT` when a text is too long. */
export async function registerOwnFile<Row extends FileRow, File extends object, Filter>(
  context: OwnerContext<Row, File, Filter>,
  row: Row,
  what: string,
) {
  assertLengths(row)
  await context.recordChange(row.address_id, what)
  return await announced(context, await context.store.register(row), what)
}

/** Changes the file an editor saw and tells the SVIP; what `edit` throws leaves it as it was. */
export async function changeOwnFile<Row extends FileRow, File extends object, Filter>(
  context: OwnerContext<Row, File, Filter>,
  { id, revision }: Edit,
  what: string,
  edit: (row: Row) => Partial<Row>,
) {
  const { store } = context
  const [found] = (await store.byIds([id])).values()
  await context.recordChange(found?.address_id ?? null, what)
  const changed = await store.change(id, revision, (row) => {
    const changes = edit(row)
    assertLengths(changes)
    return changes
  })
  return await announced(context, changed, what)
}

async function announced<Row extends FileRow, File extends object, Filter>(
  context: OwnerContext<Row, File, Filter>,
  row: Row,
  what: string,
) {
  await context.announce()
  const [shaped] = await context.ownReading([row], `${what}: na wijziging`)
  return shaped
}
