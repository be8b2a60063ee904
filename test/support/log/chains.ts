import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import pg from 'pg'
import { type Database, openDatabase } from '../../../kernel/database/database.ts'
import { createLogTables, type LogTables } from '../../../kernel/records/log/tables.ts'
import { freshDatabase } from '../postgres.ts'

/** A database with a log, for tests on both databases. */
export type LogDatabase<Tables extends LogTables = LogTables> = {
  readonly database: Database<Tables>
  /** Runs statements with disabled triggers, as only the administrator of the database server can. */
  tamper(statements: readonly string[]): Promise<void>
  /** Runs statements on a separate connection, as the process's role. */
  asProcess(statements: readonly string[]): Promise<void>
  close(): Promise<void>
}

export type Dialect = {
  readonly name: 'PGlite' | 'PostgreSQL'
  open<Tables extends LogTables = LogTables>(
    migrations: Record<string, Migration>,
  ): Promise<LogDatabase<Tables>>
}

/** The tables of a log, and more when needed. */
export const logMigrations = (
  chains: readonly string[],
  more: (db: Kysely<unknown>) => Promise<void> = async () => {},
): Record<string, Migration> => ({
  '1': {
    async up(db) {
      await createLogTables(db, chains)
      await more(db)
    },
  },
})

export const DIALECTS: readonly Dialect[] = [
  {
    name: 'PGlite',
    async open<Tables extends LogTables>(migrations: Record<string, Migration>) {
      const database = await openDatabase<Tables>({ directory: 'memory://', migrations })
      const runAll = async (statements: readonly string[]) => {
        for (const statement of statements) await sql.raw(statement).execute(database.db)
      }
      return {
        database,
        tamper: (statements) =>
          runAll([
            'set session_replication_role = replica',
            ...statements,
            'set session_replication_role = origin',
          ]),
        asProcess: runAll,
        close: database.close,
      }
    },
  },
  {
    name: 'PostgreSQL',
    async open<Tables extends LogTables>(migrations: Record<string, Migration>) {
      const admin = new URL(process.env.TEST_POSTGRES_URL ?? '')
      const addresses = await freshDatabase(admin.href)
      const database = await openDatabase<Tables>({ ...addresses, directory: '', migrations })
      // The administrator of the database server, who can do what the process cannot.
      admin.pathname = new URL(addresses.url).pathname
      const runAs = async (connectionString: string, statements: readonly string[]) => {
        const client = new pg.Client({ connectionString })
        await client.connect()
        try {
          for (const statement of statements) await client.query(statement)
        } finally {
          await client.end()
        }
      }
      return {
        database,
        tamper: (statements) => runAs(admin.href, ['set session_replication_role = replica', ...statements]),
        asProcess: (statements) => runAs(addresses.url, statements),
        close: database.close,
      }
    },
  },
]
