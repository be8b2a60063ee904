import { type Kysely, sql } from 'kysely'
import type { LogTables } from '../log/tables.ts'
import type { Course, Pass } from './pass.ts'

/** Rows of a table with a term. Dependent rows are deleted by `on delete cascade`. */
export type TermRows = {
  readonly table: string
  /** Column that identifies a row. */
  readonly key: string
  /** SQL for the begin of the term of a row `r`; null while it has not begun. */
  readonly ended: string
  /** Column with the address that the row is about. */
  readonly address: string
  /** The database function that erases what a record names, where the process itself may not delete. */
  readonly eraseFunction?: string
}

const BATCH = 1000

/** Deletes the rows whose term is over, after it put each batch on record. Rows about an address under a legal hold stay. */
export async function* eraseRows(pass: Pass, rows: TermRows): Course {
  const { db, before, termDays, dryRun } = pass
  const { erasable: of, held } = await count(pass, rows)
  let erased = dryRun ? of : 0
  yield { done: erased, of, erased, held }
  while (!dryRun) {
    const ids = await nextIds(pass, rows)
    if (ids.length === 0) return
    const record = await pass.record({
      term_days: termDays,
      before: before.getTime(),
      count: ids.length,
      table: rows.table,
      // Only where the database function needs the ids: a key may identify the address.
      ...(rows.eraseFunction ? { rows: ids } : {}),
    })
    const gone = rows.eraseFunction
      ? await eraseThrough(db, rows.eraseFunction, record)
      : await remove(pass, rows, ids)
    // Rows that changed meanwhile stay; the next run checks them again.
    if (gone === 0) return
    erased += gone
    yield { done: erased, of, erased, held }
  }
}

/** When the term of the oldest remaining row began; `null` when none has begun. */
export async function oldestRow(db: Kysely<LogTables>, { table, ended }: TermRows): Promise<string | null> {
  const { rows } = await sql<{ oldest: string | null }>`
    select min(${sql.raw(ended)})::timestamptz as oldest from ${sql.table(table)} r`.execute(db)
  return rows[0]?.oldest ?? null
}

const isOver = ({ before }: Pass, { ended }: TermRows) => sql`(${sql.raw(ended)}) < ${before.toISOString()}`

async function count(
  pass: Pass,
  rows: TermRows,
): Promise<{ readonly erasable: number; readonly held: number }> {
  const { addresses } = await pass.held()
  const found = await sql<{ erasable: number; held: number }>`
    select count(*) filter (where not held) as erasable, count(*) filter (where held) as held
    from (select r.${sql.ref(rows.address)} = any(${addresses}) as held from ${sql.table(rows.table)} r
          where ${isOver(pass, rows)}) as due`.execute(pass.db)
  return found.rows[0] ?? { erasable: 0, held: 0 }
}

async function nextIds(pass: Pass, rows: TermRows): Promise<readonly string[]> {
  const { addresses } = await pass.held()
  const found = await sql<{ id: string }>`
    select r.${sql.ref(rows.key)}::text as id from ${sql.table(rows.table)} r
    where ${isOver(pass, rows)} and r.${sql.ref(rows.address)} <> all(${addresses}) limit ${BATCH}`.execute(
    pass.db,
  )
  return found.rows.map(({ id }) => id)
}

async function eraseThrough(db: Kysely<LogTables>, eraseFunction: string, record: string): Promise<number> {
  const { rows } = await sql<{
    erased: number
  }>`select ${sql.id(eraseFunction)}(${record}) as erased`.execute(db)
  return rows[0]?.erased ?? 0
}

async function remove(pass: Pass, rows: TermRows, ids: readonly string[]): Promise<number> {
  const { table, key } = rows
  // The ids are cast to the type of the column.
  const named = JSON.stringify(ids.map((id) => ({ [key]: id })))
  const deleted = await sql`
    delete from ${sql.table(table)} r using json_populate_recordset(null::${sql.table(table)}, ${named}::json) named
    where named.${sql.ref(key)} = r.${sql.ref(key)} and ${isOver(pass, rows)}`.execute(pass.db)
  return Number(deleted.numAffectedRows ?? 0)
}
