import { type Kysely, type RawBuilder, sql } from 'kysely'
import { connection, readPage } from '../../../kernel/connection.ts'
import { badInput } from '../../../kernel/errors.ts'
import { readDate, readInstant } from '../../../kernel/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tables } from './tables.ts'

/** Lists of the SVIP's own records by keyset: a page costs the same wherever it is. */

export type ListArguments = { readonly first?: number | null; readonly after?: string | null }

type ListOf = {
  readonly table: 'objection' | 'obligation' | 'emergency_access'
  /** What it is sorted by, then by id: the first day first, or the last moment first. */
  readonly by: 'decide_by' | 'due_on' | 'broken_at'
  readonly conditions: readonly RawBuilder<unknown>[]
}

/** The rows of one page, and the connection to make of them. */
export type List<Row> = {
  readonly rows: readonly Row[]
  connection<Node>(toNode: (row: Row) => Node): object
}

/** @throws {AppError} `BAD_USER_INPUT` for a wrong size of the page, or a cursor that is not from this list. */
export async function readList<Row extends { readonly id: string }>(
  db: Kysely<Tables>,
  args: ListArguments,
  { table, by, conditions }: ListOf,
): Promise<List<Row>> {
  const page = readPage(args, 2)
  const newestFirst = by === 'broken_at'
  const matching = sql.join([sql`true`, ...conditions], sql` and `)
  const order = newestFirst ? sql`order by ${sql.ref(by)} desc, id desc` : sql`order by ${sql.ref(by)}, id`
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where ${matching} and ${page.after ? beyond(by, newestFirst, page.after) : sql`true`}
    ${order} limit ${page.first + 1}`.execute(db)
  // GraphQL calls a function for the value of its field: nothing is counted when nobody asks.
  let total: Promise<number> | undefined
  const totalCount = () => {
    total ??= sql<{ total: number }>`select count(*) as total from ${sql.table(table)} where ${matching}`
      .execute(db)
      .then(({ rows: [count] }) => count?.total ?? 0)
    return total
  }
  const placeOf = (row: Row) => [String(row[by as keyof Row]), row.id]
  return {
    rows: rows.slice(0, page.first),
    connection: (toNode) => ({ ...connection(rows, page, 0, toNode, placeOf), totalCount }),
  }
}

function beyond(by: ListOf['by'], newestFirst: boolean, [place, id]: readonly string[]) {
  const known = newestFirst ? readInstant(place) : readDate(place)
  // A cursor is not secret, so anyone can write one; a value PostgreSQL cannot read would be an error of its own.
  if (known === null || !isUuid(id))
    throw badInput('De cursor in after hoort niet bij deze lijst. Neem een cursor uit pageInfo of edges.')
  return newestFirst
    ? sql`(${sql.ref(by)}, id) < (${known}::timestamptz, ${id}::uuid)`
    : sql`(${sql.ref(by)}, id) > (${known}::date, ${id}::uuid)`
}
