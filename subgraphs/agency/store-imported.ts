import { sql, type Transaction } from 'kysely'
import type { RowResult } from '../../kernel/import.ts'
import type { FileFilter, FileRow, FileTable, OwnerTables } from './file-table.ts'

/** The columns that an import does not overwrite. */
const KEPT: readonly string[] = ['id', 'reference', 'revision'] satisfies readonly (keyof FileRow)[]

/**
 * Inserts the rows with a new reference and updates those that differ, in one statement. When a row lacks the day since which it is in its
 * state, the stored day is kept while the state is the same, and becomes today for another state.
 * @returns the stored rows, and the result of every row by reference.
 */
export async function storeImported<Row extends FileRow, Filter extends FileFilter>(
  transaction: Transaction<OwnerTables>,
  definition: FileTable<Row, Filter>,
  rows: readonly Row[],
  today: string,
): Promise<{ readonly stored: readonly Row[]; readonly results: ReadonlyMap<string, RowResult> }> {
  const results = new Map<string, RowResult>(rows.map(({ reference }) => [reference, 'unchanged']))
  const { addressTaken } = definition.messages
  if (addressTaken !== null) {
    for (const reference of await clashesAtAddress(transaction, definition.name, rows))
      results.set(reference, { rejected: addressTaken })
  }
  const accepted = rows.filter(({ reference }) => results.get(reference) === 'unchanged')
  const [first] = accepted
  if (!first) return { stored: [], results }

  const table = sql.table(definition.name)
  const kept = [...KEPT, ...definition.notImported]
  const imported = Object.keys(first).filter((column) => !kept.includes(column))
  const columnsOf = (prefix: string) => sql.join(imported.map((column) => sql.ref(`${prefix}${column}`)))
  const { column: since, state } = definition.since
  const sinceThen = sql`case when ${sql.ref(`stored.${state}`)} is distinct from ${sql.ref(`excluded.${state}`)}
    then ${today}::date else ${sql.ref(`stored.${since}`)} end`
  const updates = sql.join(
    imported.map((column) =>
      column === since
        ? sql`coalesce(${sql.ref(`excluded.${since}`)}, ${sinceThen})`
        : sql.ref(`excluded.${column}`),
    ),
  )
  const { rows: stored } = await sql<Row>`
    insert into ${table} as stored
    select * from json_populate_recordset(null::${table}, ${JSON.stringify(accepted)}::json)
    on conflict (reference) do update
      set (${columnsOf('')}, revision) = (${updates}, stored.revision + 1)
      where (${columnsOf('stored.')}) is distinct from (${updates})
    returning *`.execute(transaction)
  for (const { reference } of stored) results.set(reference, 'loaded')
  return { stored, results }
}

/**
 * The references of rows that would be the second at their address: another reference has that address already, or earlier in these rows.
 * An address that a file leaves in this batch is free for the next batch.
 */
async function clashesAtAddress(
  transaction: Transaction<OwnerTables>,
  name: string,
  rows: readonly FileRow[],
): Promise<readonly string[]> {
  const addresses = rows.map(({ address_id }) => address_id)
  const present = await sql<Pick<FileRow, 'reference' | 'address_id'>>`
    select reference, address_id from ${sql.table(name)} where address_id = any(${addresses})`.execute(
    transaction,
  )
  const holders = new Map(present.rows.map(({ reference, address_id }) => [address_id, reference]))
  return rows.flatMap(({ reference, address_id }) => {
    const holder = holders.get(address_id) ?? reference
    holders.set(address_id, holder)
    return holder === reference ? [] : [reference]
  })
}
