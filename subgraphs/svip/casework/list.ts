import { type Kysely, type RawBuilder, sql } from 'kysely'
import { connection, type PageRequest, readPage } from '../../../kernel/graphql/connection.ts'
import { beyond, type Order, orderBy } from '../../../kernel/graphql/keyset.ts'
import type { Tables } from '../store/tables.ts'

/** Lists of the SVIP's own records with keyset pagination: every page costs the same. */

export type ListArguments = { readonly first?: number | null; readonly after?: string | null }

type ListOf = {
  readonly table: 'objection' | 'obligation' | 'emergency_access' | 'address_set'
  /** The sort order, then by id: by day ascending, or by moment descending. */
  readonly by: 'decide_by' | 'due_on' | 'broken_at' | 'created_at'
  readonly conditions: readonly RawBuilder<unknown>[]
}

/** The rows of one page, and a function that makes the connection. */
export type List<Row> = {
  readonly rows: readonly Row[]
  connection<Node>(toNode: (row: Row) => Node): ReturnType<typeof connection<Row, Node>>
}

/** @throws {AppError} `BAD_USER_INPUT` for an invalid page size, or a cursor that is not from this list. */
export async function readList<Row extends { readonly id: string }>(
  db: Kysely<Tables>,
  args: ListArguments,
  { table, by, conditions }: ListOf,
): Promise<List<Row>> {
  const page = readPage(args, 2)
  const newestFirst = by === 'broken_at' || by === 'created_at'
  const order: Order = { by, of: newestFirst ? 'MOMENT' : 'DAY', newestFirst }
  const listed = { from: sql.table(table), where: sql.join([sql`true`, ...conditions], sql` and `) }
  const rows = await rowsOf<Row>(db, listed, order, page)
  const placeOf = (row: Row) => [String(row[by as keyof Row]), row.id]
  return {
    rows: rows.slice(0, page.first),
    connection: (toNode) => connection(rows, page, () => countOf(db, listed), toNode, placeOf),
  }
}

/** The source of a list: a table with its alias, and a condition. */
export type Listed = { readonly from: RawBuilder<unknown>; readonly where: RawBuilder<unknown> }

/** The rows of one page, with one row more when another page follows. @throws {AppError} as `beyond`. */
export async function rowsOf<Row>(
  db: Kysely<Tables>,
  { from, where }: Listed,
  order: Order,
  { first, after }: PageRequest,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select * from ${from} where ${where} and ${beyond(order, after)} ${orderBy(order)} limit ${first + 1}`.execute(
    db,
  )
  return rows
}

export async function countOf(db: Kysely<Tables>, { from, where }: Listed): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(
    db,
  )
  return rows[0]?.total ?? 0
}
