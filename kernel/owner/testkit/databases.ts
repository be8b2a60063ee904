import type { Migration } from 'kysely/migration'
import { freshDatabase } from '../../../test/support/postgres.ts'
import { type Database, openDatabase } from '../../database.ts'
import type { OwnerTables } from '../file-table.ts'

type Open = (migrations: Record<string, Migration>) => Promise<Database<OwnerTables>>

const { TEST_POSTGRES_URL } = process.env

/**
 * The databases that the store suites run over, each opened fresh and migrated. PostgreSQL only when `TEST_POSTGRES_URL` names
 * a server's administrator; then as in production: the process's role does not own the tables.
 */
export const DATABASES: readonly (readonly [name: string, open: Open])[] = [
  ['PGlite', (migrations) => openDatabase({ directory: 'memory://', migrations })],
  ...(TEST_POSTGRES_URL ? [['PostgreSQL', postgres(TEST_POSTGRES_URL)] as const] : []),
]

function postgres(adminUrl: string): Open {
  return async (migrations) => openDatabase({ ...(await freshDatabase(adminUrl)), directory: '', migrations })
}
