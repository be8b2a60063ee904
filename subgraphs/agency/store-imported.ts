import { sql, type Transaction } from 'kysely'
import type { RowResult } from '../../kernel/import.ts'
import type { FileFilter, FileRow, FileTable, OwnerTables } from './file-table.ts'

/** What an import leaves as it is: the identity of a file and what we keep about it. */
const KEPT: readonly string[] = ['id', 'reference', 'revision'] satisfies readonly (keyof FileRow)[]

/**
 * Inserts the rows whose reference is new, updates those that differ, in one statement. Of a file that does not tell since when it is in
 * its state, that stays as it was as long as the state does; another state was seen today.
 * @returns the rows that were stored, and by reference what became of every row.
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
    for (const reference of await secondsAtAddress(transaction, definition.name, rows))
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
  const told = sql.join(
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
      set (${columnsOf('')}, revision) = (${told}, stored.revision + 1)
      where (${columnsOf('stored.')}) is distinct from (${told})
    returning *`.execute(transaction)
  for (const { reference } of stored) results.set(reference, 'loaded')
  return { stored, results }
}

/**
 * The references that would come second at their address: one with another reference is there already, or earlier among these
 * rows. An address that a file leaves in the same batch is free for the next batch.
 */
async function secondsAtAddress(
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
