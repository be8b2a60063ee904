import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { PageRequest } from '../connection.ts'
import { AppError, badInput } from '../errors.ts'
import type { RowResult } from '../import.ts'
import { type OutboxEvent, publish } from '../outbox/outbox.ts'
import { readDate } from '../scalars.ts'
import { isUuid } from '../uuid.ts'
import type { FileFilter, FileRow, FileTable, OwnerTables } from './file-table.ts'
import { newNotices, recentNotices } from './notices.ts'
import { storeImported } from './store-imported.ts'

/** An agency's files in its database. */
export type FileStore<Row extends FileRow, Filter> = {
  /** The files by id, in one statement; ids without a file are absent. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Row>>
  /** The files at each address, newest first, in one statement. */
  byAddresses(addressIds: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>>
  /**
   * One page, with a row more than the page when more follows.
   * @throws {AppError} `BAD_USER_INPUT` when it should begin after something that is no place in this list.
   */
  page(filter: Filter, page: PageRequest): Promise<readonly Row[]>
  /** How many files the filter matches: it looks at every one of them, where a page stops at its last row. */
  count(filter: Filter): Promise<number>
  /** The place of a row in the list; the page that follows begins after it. */
  placeOf(row: Row): readonly [string, string]
  /** @throws {AppError} `CONFLICT` when the reference is in use, or the address when it can have only one file. */
  register(row: Row): Promise<Row>
  /**
   * Changes a file that still has the revision its editor saw.
   * @param edit gets the file as it is and returns what changes; what it throws leaves the file as it was.
   * @throws {AppError} `BAD_USER_INPUT` when there is no such file, `CONFLICT` when it was changed since.
   */
  change(id: string, revision: number, edit: (row: Row) => Partial<Row>): Promise<Row>
  /**
   * Stores imported files by their reference, each at most once, and tells what became of each. A file that differs from what
   * was there gets the next revision; one that would be the second at an address that can have only one is rejected.
   */
  importAll(rows: readonly Row[]): Promise<ReadonlyMap<string, RowResult>>
}

type Count = { readonly total: number }

/** Creates the store of one table. Every change carries its event to the SVIP in the same transaction. */
export function createFileStore<Row extends FileRow, Filter extends FileFilter>(
  db: Kysely<OwnerTables>,
  definition: FileTable<Row, Filter>,
  now: () => Date = () => new Date(),
): FileStore<Row, Filter> {
  const { messages } = definition
  const table = sql.table(definition.name)
  const startedOn = sql.ref(definition.startedOn)
  const newestFirst = sql`order by ${startedOn} desc, id desc`

  const announce = (
    transaction: Transaction<OwnerTables>,
    rows: readonly Row[],
    noticesAt: (occurredAt: string) => readonly OutboxEvent[],
  ) => {
    const occurredAt = now().toISOString()
    const states = rows.map((row) => definition.toEvent(row, occurredAt))
    return publish(transaction, [...states, ...noticesAt(occurredAt)])
  }

  return {
    async byIds(ids) {
      const { rows } = await sql<Row>`
        select * from ${table} where id = any(${ids.filter(isUuid)}::uuid[])`.execute(db)
      return new Map(rows.map((row) => [row.id, row]))
    },

    async byAddresses(addressIds) {
      const { rows } = await sql<Row>`
        select * from ${table} where address_id = any(${addressIds}) ${newestFirst}`.execute(db)
      return Map.groupBy(rows, (row) => row.address_id)
    },

    async page(filter, { first, after }) {
      const matching = conditionsOf(definition, filter)
      const from = after === null ? sql`true` : isAfter(startedOn, after)
      const { rows } = await sql<Row>`
        select * from ${table} where ${matching} and ${from} ${newestFirst} limit ${first + 1}`.execute(db)
      return rows
    },

    async count(filter) {
      const { rows } = await sql<Count>`
        select count(*) as total from ${table} where ${conditionsOf(definition, filter)}`.execute(db)
      return rows[0]?.total ?? 0
    },

    placeOf: (row) => [String(row[definition.startedOn]), row.id],

    register: (row) =>
      db.transaction().execute(async (transaction) => {
        // Many register at once; none while an import checks which addresses are taken.
        await sql`select pg_advisory_xact_lock_shared(hashtext(${definition.name}))`.execute(transaction)
        const inserted = await sql<Row>`
          insert into ${table} select * from json_populate_record(null::${table}, ${JSON.stringify(row)}::json)
          on conflict do nothing returning *`.execute(transaction)
        if (!inserted.rows[0]) {
          const same = await sql`
            select id from ${table} where reference = ${row.reference}`.execute(transaction)
          const isReference = same.rows.length > 0 || messages.addressTaken === null
          throw new AppError('CONFLICT', isReference ? messages.referenceTaken : messages.addressTaken)
        }
        await announce(transaction, inserted.rows, () => [])
        return inserted.rows[0]
      }),

    change: (id, revision, edit) =>
      db.transaction().execute(async (transaction) => {
        if (!isUuid(id)) throw badInput(messages.unknown)
        const found = await sql<Row>`select * from ${table} where id = ${id} for update`.execute(transaction)
        const row = found.rows[0]
        if (!row) throw badInput(messages.unknown)
        if (row.revision !== revision) throw new AppError('CONFLICT', messages.changedSince)
        const changed = { ...row, ...edit(row), revision: revision + 1 }
        const columns = sql.join(Object.keys(changed).map((column) => sql.ref(column)))
        const stored = await sql<Row>`
          update ${table} set (${columns}) =
            (select ${columns} from json_populate_record(null::${table}, ${JSON.stringify(changed)}::json))
          where id = ${id} returning *`.execute(transaction)
        await announce(transaction, stored.rows, () =>
          stored.rows.flatMap((after) => newNotices(definition, row, after)),
        )
        return stored.rows[0] ?? changed
      }),

    importAll: (rows) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(hashtext(${definition.name}))`.execute(transaction)
        const { stored, results } = await storeImported(transaction, definition, rows)
        await announce(transaction, stored, (at) =>
          stored.flatMap((row) => recentNotices(definition, row, at)),
        )
        return results
      }),
  }
}

function conditionsOf<Row extends FileRow, Filter extends FileFilter>(
  definition: FileTable<Row, Filter>,
  filter: Filter,
) {
  const endedOn = sql.ref(definition.endedOn)
  const conditions = Object.entries<string | null | undefined>(definition.matching(filter))
    .filter(([, value]) => value !== null && value !== undefined)
    // PostgreSQL holds no NUL and fails on it, where it should just find nothing.
    .map(([column, value]) => (value?.includes('\0') ? sql`false` : sql`${sql.ref(column)} = ${value}`))
  if (filter.open === true) conditions.push(sql`${endedOn} is null`)
  if (filter.open === false) conditions.push(sql`${endedOn} is not null`)
  return sql.join([sql`true`, ...conditions], sql` and `)
}

function isAfter(startedOn: RawBuilder<unknown>, [day, id]: readonly string[]) {
  // A cursor is not secret, so anyone can write one; a value PostgreSQL cannot read would be an error of its own.
  if (readDate(day) === null || !isUuid(id))
    throw badInput('De cursor in after hoort niet bij deze lijst. Neem een cursor uit pageInfo of edges.')
  return sql`(${startedOn}, id) < (${day}::date, ${id}::uuid)`
}
