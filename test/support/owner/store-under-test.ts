import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Database } from '../../../kernel/database/database.ts'
import type { FileStore } from '../../../subgraphs/agency/file-store.ts'
import type { FileFilter, FileRow, OwnerTables } from '../../../subgraphs/agency/file-table.ts'
import type { RegisterState } from '../../../subgraphs/agency/register-state.ts'
import type { OpenDatabase } from './databases.ts'

/** What the suite needs to know of an agency's store. */
export type StoreSubject<Row extends FileRow> = {
  readonly table: string
  readonly migrations: Record<string, Migration>
  readonly create: (db: Kysely<OwnerTables>, now?: () => Date) => FileStore<Row, FileFilter>
  /** An open row at revision 1, with a value in every column and its own address. */
  readonly full: (number: number) => Row
  /** The change that ends a file. */
  readonly end: Partial<Row>
  /** Puts a text in every free text column. */
  readonly write: (row: Row, text: string) => Row
  readonly createRegister: (db: Kysely<OwnerTables>) => RegisterState
  readonly happened: {
    /** The change that leaves a file without notices. */
    readonly nothing: Partial<Row>
    /** The change that gives every kind of notice. */
    readonly all: Partial<Row>
    /** A notice that an import can have, on a day. */
    readonly on: (day: string) => Partial<Row>
    readonly types: readonly string[]
    /** Type of the event for a removed file. */
    readonly removed: string
  }
  readonly eventTypes: { readonly registered: string; readonly advanced: string; readonly ended: string }
}

/** An agency's store on one database, empty before each test, with access to its outbox. */
export type StoreUnderTest<Row extends FileRow> = {
  readonly store: FileStore<Row, FileFilter>
  readonly db: Kysely<OwnerTables>
  stock(): Promise<readonly Row[]>
  /** The waiting events, as the SVIP would read them. */
  outbox(): Promise<readonly Readonly<Record<string, unknown>>[]>
  everything(): Promise<unknown>
}

/** Opens the database before the tests of the calling suite, and closes it after them. */
export function storeUnderTest<Row extends FileRow>(
  subject: StoreSubject<Row>,
  open: OpenDatabase,
): StoreUnderTest<Row> {
  const table = sql.table(subject.table)
  let database: Database<OwnerTables>
  let store: FileStore<Row, FileFilter>
  beforeAll(async () => {
    database = await open(subject.migrations)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await sql`delete from outbox`.execute(database.db)
    await sql`delete from ${table}`.execute(database.db)
    store = subject.create(database.db)
  })

  const stock = async () =>
    (await sql<Row>`select * from ${table} order by reference`.execute(database.db)).rows
  const outbox = async () => {
    const rows = await database.db.selectFrom('outbox').selectAll().orderBy('seq').execute()
    return rows.map(({ type, address_id, data }) => ({ type, address: address_id, ...JSON.parse(data) }))
  }
  return {
    get store() {
      return store
    },
    get db() {
      return database.db
    },
    stock,
    outbox,
    everything: async () => ({ stock: await stock(), outbox: await outbox() }),
  }
}

/** A number as a reference, and as an address. */
export const reference = (number: number) => `ref-${number}`
export const addressOf = (number: number) => `197920${String(number).padStart(10, '0')}`
