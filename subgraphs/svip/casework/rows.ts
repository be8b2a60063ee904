import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tables } from '../store/tables.ts'

/** Reads and writes rows of the SVIP's own records, as JSON without generated columns. */

type OwnTable = { [Name in keyof Tables]: Tables[Name] extends { id: string } ? Name : never }[keyof Tables]

type Found = {
  /** A further condition on the row, with `alias` for its columns. */
  readonly where?: RawBuilder<unknown>
  readonly alias?: string
  /** Locks the row until the end of the transaction. */
  readonly lock?: boolean
}

/** The row with an id; `null` when there is none or the id is malformed. */
export async function findRow<Name extends OwnTable>(
  db: Kysely<Tables>,
  table: Name,
  id: string,
  { where = sql`true`, alias = table, lock = false }: Found = {},
): Promise<Tables[Name] | null> {
  if (!isUuid(id)) return null
  const { rows } = await sql<Tables[Name]>`
    select * from ${sql.table(table)} ${sql.id(alias)} where ${sql.ref(`${alias}.id`)} = ${id}::uuid and ${where}
    ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** Inserts rows that all have the same columns. */
export async function insertRows<Name extends keyof Tables>(
  transaction: Transaction<Tables>,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  const columns = columnsOf(rows[0])
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    transaction,
  )
}

/** Updates the given columns of the row with this id. */
export async function updateRow<Name extends OwnTable>(
  transaction: Transaction<Tables>,
  table: Name,
  row: Partial<Tables[Name]> & { readonly id: string },
): Promise<void> {
  const columns = columnsOf(row)
  await sql`update ${sql.table(table)} set (${columns}) = (
    select ${columns} from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::json))
    where id = ${row.id}::uuid`.execute(transaction)
}

export const columnsOf = (row: object = {}): RawBuilder<unknown> =>
  sql.join(Object.keys(row).map((column) => sql.ref(column)))
