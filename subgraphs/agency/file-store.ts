import { type Kysely, sql, type Transaction } from 'kysely'
import { AppError, badInput } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/graphql/connection.ts'
import { beyond, type Order, orderBy } from '../../kernel/graphql/keyset.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import type { RowResult } from '../../kernel/import.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { FileFilter, FileRow, FileTable, OwnerTables } from './file-table.ts'
import { newNotices, noticesOf, repeatedNotices } from './notices.ts'
import { type OutboxEvent, publish } from './outbox/outbox.ts'
import { storeImported } from './store-imported.ts'

/**
 * The maximum of files that can be registered at one address; `Damage.claims` has it as its size. An import has no maximum: it brings the
 * agency's existing files.
 */
export const MAX_FILES_AT_ADDRESS = 50

/** An agency's files in its database. */
export type FileStore<Row extends FileRow, Filter> = {
  /** The files by id, in one statement; ids without a file are absent. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Row>>
  /** The files at each address, newest first, in one statement. */
  byAddresses(addressIds: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>>
  /**
   * Reads one page, with one row more than the page when another page follows.
   * @throws {AppError} `BAD_USER_INPUT` when the cursor is not from this list.
   */
  page(filter: Filter, page: PageRequest): Promise<readonly Row[]>
  /** Counts the matching files; slower than a page, because it reads all of them. */
  count(filter: Filter): Promise<number>
  /** The ids of a file's notices. */
  noticeIds(row: Row): readonly string[]
  /** The cursor of a row; the next page begins after it. */
  placeOf(row: Row): readonly [string, string]
  /** Finds the file at the revision that its editor saw. @throws {AppError} as `change`. */
  current(found: Row | undefined, revision: number): Row
  /** @throws {AppError} as `register`. */
  assertFree(row: Row): Promise<void>
  /**
   * @throws {AppError} `CONFLICT` when the reference is in use, or the address when it can have only one file; `BAD_USER_INPUT` when the
   * address has the maximum of files.
   */
  register(row: Row): Promise<Row>
  /**
   * Changes a file that still has the revision that its editor saw.
   * @param edit gets the current file and returns the changes; when it throws, the file stays unchanged.
   * @throws {AppError} `BAD_USER_INPUT` when the file does not exist, `CONFLICT` when it has changed since.
   */
  change(id: string, revision: number, edit: (row: Row) => Partial<Row>): Promise<Row>
  /**
   * Stores imported files by their reference, each at most once, and returns the result of each. A file that differs from the stored one
   * gets the next revision; a second file at an address that can have only one is rejected.
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
  const order: Order = { by: definition.startedOn, of: 'DAY', newestFirst: true }

  const current = (found: Row | undefined, revision: number): Row => {
    if (!found) throw badInput(messages.unknown)
    if (found.revision !== revision) throw new AppError('CONFLICT', messages.changedSince)
    return found
  }
  /** The error when existing files prevent the registration of a new one; `null` otherwise. */
  const taken = async (connection: Kysely<OwnerTables>, row: Row): Promise<AppError | null> => {
    const { rows } = await sql<{ same: number; held: number }>`
      select count(*) filter (where reference = ${row.reference}) as same,
        count(*) filter (where address_id = ${row.address_id}) as held
      from ${table} where reference = ${row.reference} or address_id = ${row.address_id}`.execute(connection)
    const { same = 0, held = 0 } = rows[0] ?? {}
    if (same > 0) return new AppError('CONFLICT', messages.referenceTaken)
    if (held > 0 && messages.addressTaken !== null) return new AppError('CONFLICT', messages.addressTaken)
    return held < MAX_FILES_AT_ADDRESS
      ? null
      : badInput(
          `Bij dit adres staan al ${MAX_FILES_AT_ADDRESS} dossiers. Vul een bestaand dossier aan, of overleg met de beheerder.`,
        )
  }

  /** A notice that was just recorded is news, whatever its date. */
  const announce = (
    transaction: Transaction<OwnerTables>,
    [row]: readonly Row[],
    notices: readonly OutboxEvent[],
  ) => {
    if (!row) return
    const event = definition.toEvent(row, now().toISOString())
    return publish(transaction, [{ ...event, data: { ...event.data, news: true } }, ...notices])
  }

  return {
    async byIds(ids) {
      const { rows } = await sql<Row>`
        select * from ${table} where id = any(${ids.filter(isUuid)}::uuid[])`.execute(db)
      return new Map(rows.map((row) => [row.id, row]))
    },

    async byAddresses(addressIds) {
      const { rows } = await sql<Row>`
        select * from ${table} where address_id = any(${addressIds}) ${orderBy(order)}`.execute(db)
      return Map.groupBy(rows, (row) => row.address_id)
    },

    async page(filter, { first, after }) {
      const matching = conditionsOf(definition, filter)
      const { rows } = await sql<Row>`
        select * from ${table} where ${matching} and ${beyond(order, after)} ${orderBy(order)} limit ${first + 1}`.execute(
        db,
      )
      return rows
    },

    async count(filter) {
      const { rows } = await sql<Count>`
        select count(*) as total from ${table} where ${conditionsOf(definition, filter)}`.execute(db)
      return rows[0]?.total ?? 0
    },

    noticeIds: (row) => noticesOf(definition, row).map(({ id }) => id),

    placeOf: (row) => [String(row[definition.startedOn]), row.id],

    current,

    async assertFree(row) {
      const conflict = await taken(db, row)
      if (conflict) throw conflict
    },

    register: (row) =>
      db.transaction().execute(async (transaction) => {
        // A shared lock: registrations run concurrently, but not while an import checks which addresses are taken.
        await sql`select pg_advisory_xact_lock_shared(hashtext(${definition.name}))`.execute(transaction)
        const inserted = await sql<Row>`
          insert into ${table} select * from json_populate_record(null::${table}, ${JSON.stringify(row)}::json)
          where (select count(*) from ${table} where address_id = ${row.address_id}) < ${MAX_FILES_AT_ADDRESS}
          on conflict do nothing returning *`.execute(transaction)
        if (!inserted.rows[0])
          throw (await taken(transaction, row)) ?? new AppError('CONFLICT', messages.referenceTaken)
        await announce(transaction, inserted.rows, [])
        return inserted.rows[0]
      }),

    change: (id, revision, edit) =>
      db.transaction().execute(async (transaction) => {
        if (!isUuid(id)) throw badInput(messages.unknown)
        const found = await sql<Row>`select * from ${table} where id = ${id} for update`.execute(transaction)
        const row = current(found.rows[0], revision)
        const changed = { ...row, ...edit(row), revision: revision + 1 }
        const columns = sql.join(Object.keys(changed).map((column) => sql.ref(column)))
        const stored = await sql<Row>`
          update ${table} set (${columns}) =
            (select ${columns} from json_populate_record(null::${table}, ${JSON.stringify(changed)}::json))
          where id = ${id} returning *`.execute(transaction)
        await announce(
          transaction,
          stored.rows,
          stored.rows.flatMap((after) => newNotices(definition, row, after)),
        )
        return stored.rows[0] ?? changed
      }),

    importAll: (rows) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(hashtext(${definition.name}))`.execute(transaction)
        const { stored, results } = await storeImported(transaction, definition, rows, dutchDay(now()))
        const occurredAt = now().toISOString()
        await publish(transaction, [
          ...stored.map((row) => definition.toEvent(row, occurredAt)),
          ...stored.flatMap((row) => repeatedNotices(definition, row, occurredAt)),
        ])
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
    // PostgreSQL fails on a NUL, where the search should just find nothing.
    .map(([column, value]) => (value?.includes('\0') ? sql`false` : sql`${sql.ref(column)} = ${value}`))
  if (filter.open === true) conditions.push(sql`${endedOn} is null`)
  if (filter.open === false) conditions.push(sql`${endedOn} is not null`)
  return sql.join([sql`true`, ...conditions], sql` and `)
}
