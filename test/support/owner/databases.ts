import type { Migration } from 'kysely/migration'
import { type Database, openDatabase } from '../../../kernel/database/database.ts'
import { freshDatabase } from '../postgres.ts'

export type OpenDatabase = <Tables>(
  migrations: Record<string, Migration>,
  onStatement?: () => void,
) => Promise<Database<Tables>>

const { TEST_POSTGRES_URL } = process.env

const embedded: OpenDatabase = (migrations, onStatement = () => {}) =>
  openDatabase({ directory: 'memory://', migrations, onStatement })

/**
 * The databases for the store suites, each new and migrated. PostgreSQL is included only when `TEST_POSTGRES_URL` is set to a server's
 * administrator; then, as in production, the process's role does not own the tables.
 */
export const DATABASES: readonly (readonly [name: string, open: OpenDatabase])[] = [
  ['PGlite', embedded],
  ...(TEST_POSTGRES_URL ? [['PostgreSQL', postgres(TEST_POSTGRES_URL)] as const] : []),
]

function postgres(adminUrl: string): OpenDatabase {
  return async (migrations, onStatement = () => {}) =>
    openDatabase({ ...(await freshDatabase(adminUrl)), directory: '', migrations, onStatement })
}

/** The database for tests that need just one: the quickest to start. */
export const openOne: OpenDatabase = TEST_POSTGRES_URL ? postgres(TEST_POSTGRES_URL) : embedded
