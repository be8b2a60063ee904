import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { dataDir } from '@electric-sql/pglite-prepopulatedfs'
import { type Dialect, Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { hasCode } from '../errors.ts'
import { preparing } from './prepared.ts'
import { prepareConnection, SET_SESSION } from './session.ts'

/** Both drivers use one parser table, so that a row has the same values on either database. */
const PARSERS = {
  [pg.types.builtins.INT8]: (text: string) => Number(text),
  [pg.types.builtins.DATE]: (text: string) => text,
  [pg.types.builtins.TIMESTAMPTZ]: (text: string) => new Date(text).toISOString(),
} as const

/** In milliseconds; PostgreSQL cancels what takes longer. PGlite cannot cancel; its queries are bounded beforehand. */
export type StatementLimits = {
  readonly statement: number
  /** Waiting for a row, table or advisory lock of another connection. */
  readonly lock: number
  /** A transaction that is idle while it holds its locks. */
  readonly idleTransaction: number
}

const USUAL_LIMITS: StatementLimits = { statement: 15_000, lock: 10_000, idleTransaction: 60_000 }

export type DatabaseOptions = {
  /** PostgreSQL URL of the process's own role; without it an embedded PGlite runs in `directory`. */
  readonly url?: string | undefined
  /**
   * PostgreSQL URL of the role that owns the tables. When given, that role runs the migrations and grants the process's role only what it
   * needs, so that the process cannot rewrite its own logs.
   */
  readonly migrationUrl?: string | undefined
  /** Time limits on the statements of this process; migrations have none. */
  readonly limits?: StatementLimits
  /** Folder for PGlite; `memory://` stores nothing on disk. */
  readonly directory: string
  readonly migrations: Record<string, Migration>
  /**
   * Called for each statement sent, for telemetry and for the tests that count.
   * @param text the statement with placeholders, never its values.
   */
  readonly onStatement?: (milliseconds: number, text: string, failed: boolean) => void
}

export type Database<Tables> = {
  readonly db: Kysely<Tables>
  /** Whether the process's own role could change or delete its log; always true on PGlite, where only the trigger prevents it. */
  readonly canRewriteLog: boolean
  /** Resolves when the database answers, accepts writes and lets this process append to its log; rejects otherwise. */
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the database and brings it to the newest migration.
 * @throws when the folder is in use by another process, the database does not answer or a migration fails.
 */
export async function openDatabase<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
  if (options.url) await migratePostgres(options.url, options.migrationUrl, options.migrations)
  const { dialect, release } = options.url
    ? { dialect: postgres(options.url, options.limits ?? USUAL_LIMITS), release: () => {} }
    : await embedded(options.directory)
  const db = new Kysely<Tables>({
    dialect,
    log: (event) =>
      options.onStatement?.(event.queryDurationMillis, event.query.sql, event.level === 'error'),
  })
  const close = async () => {
    await db.destroy()
    release()
  }
  try {
    if (!options.url) await migrate(db, options.migrations)
    const { rows } = await sql<{ allowed: boolean }>`
      select has_table_privilege('log_entry', 'UPDATE, DELETE, TRUNCATE') as allowed`.execute(db)
    return {
      db,
      canRewriteLog: rows[0]?.allowed ?? true,
      ping: async () => {
        // Inserts no row, but fails as an insert would: without a connection, without the privilege, or on a read-only server.
        await sql`insert into log_entry select * from log_entry where false`.execute(db)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function postgres(connectionString: string, limits: StatementLimits | null): Dialect {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      PARSERS[oid] ?? pg.types.getTypeParser(oid, format),
  }
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5000,
    ...(limits && {
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleTransaction,
    }),
    types,
    // The pool awaits the returned promise, which its types do not say.
    onConnect: prepareConnection as (client: pg.ClientBase) => void,
  })
  // Without a listener a connection that breaks while idle would crash the process; the next query reports the error.
  pool.on('error', () => {})
  return new PostgresDialect({ pool: preparing(pool) })
}

async function embedded(directory: string): Promise<{ dialect: Dialect; release: () => void }> {
  const memory = directory.startsWith('memory://')
  const release = memory ? () => {} : lock(directory)
  try {
    const folder = memory ? directory : join(directory, 'pglite')
    if (!memory && !existsSync(folder)) await createEmpty(folder)
    const pglite = await PGlite.create(folder, {
      parsers: PARSERS,
      ...(memory && { loadDataDir: await dataDir() }),
    })
    await pglite.exec(SET_SESSION)
    return { dialect: new PGliteDialect({ pglite }), release }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * Unpacks an empty database, in a quarter of the time of an initdb. It is renamed at the end, so that a process that is killed halfway
 * leaves nothing that the next start would take for a database.
 */
async function createEmpty(folder: string): Promise<void> {
  const unpacked = `${folder}-unpacking`
  rmSync(unpacked, { recursive: true, force: true })
  const pglite = await PGlite.create(unpacked, { loadDataDir: await dataDir() })
  await pglite.close()
  renameSync(unpacked, folder)
}

/** PGlite does not notice a second process in the same folder and would damage it; a lock file does. */
function lock(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'lock')
  take(path)
  return () => rmSync(path, { force: true })
}

/** @throws when a process that still runs holds it. */
function take(path: string): void {
  const own = `${path}-${process.pid}`
  writeFileSync(own, `${process.pid} ${startOf(process.pid)}`)
  try {
    // Created by a link, so that the lock file is never seen half written.
    while (!isDone(() => linkSync(own, path), 'EEXIST')) release(path)
  } finally {
    rmSync(own, { force: true })
  }
}

/** Removes the lock of a process that has gone. */
function release(path: string): void {
  assertGone(path)
  // Two starting processes may both have seen a stale lock; the second must not remove the new lock of the first.
  const removing = `${path}-removing`
  take(removing)
  try {
    assertGone(path)
    rmSync(path, { force: true })
  } finally {
    rmSync(removing, { force: true })
  }
}

function assertGone(path: string): void {
  let holder = ''
  if (!isDone(() => (holder = readFileSync(path, 'utf8')), 'ENOENT') || !isRunning(holder)) return
  const [pid] = holder.split(' ')
  throw new Error(`the database folder ${dirname(path)} is in use by process ${pid}; stop that one first`)
}

/** Returns whether the action succeeded; any error other than the expected one is thrown. */
function isDone(action: () => void, expected: string): boolean {
  try {
    action()
    return true
  } catch (error) {
    if (hasCode(error, expected)) return false
    throw error
  }
}

/** The pid alone is not enough: after a restart of the machine another program may have it. */
function isRunning(holder: string): boolean {
  const [pid, started] = holder.split(' ')
  const number = Number(pid)
  if (!Number.isInteger(number) || number <= 0) return false
  try {
    process.kill(number, 0)
  } catch (error) {
    // The process exists, and belongs to another user.
    if (!hasCode(error, 'EPERM')) return false
  }
  const now = startOf(number)
  return !started || now === '' || now === started
}

/** When a process started, in clock ticks; empty where /proc is not available. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The 22nd field; the second is the name of the program, which may contain spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

async function migrate<T>(db: Kysely<T>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/**
 * Migrates on a separate connection without time limits, as the role that owns the tables when there is one. That role then grants the
 * process's role what it needs; to the log it can only append. The privileges change in one transaction, so that a running process never
 * has more in between, and starting processes take turns.
 */
async function migratePostgres(
  processUrl: string,
  ownerUrl: string | undefined,
  migrations: Record<string, Migration>,
): Promise<void> {
  const db = new Kysely<unknown>({ dialect: postgres(ownerUrl ?? processUrl, null) })
  try {
    await migrate(db, migrations)
    if (ownerUrl === undefined) return
    const role = sql.id(decodeURIComponent(new URL(processUrl).username))
    await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('samenloop rights'))`.execute(transaction)
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'`.execute(
        transaction,
      )
      await sql`grant usage on schema public to ${role}`.execute(transaction)
      await sql`grant usage on all sequences in schema public to ${role}`.execute(transaction)
      for (const { name } of rows) {
        await sql`revoke all on ${sql.table(name)} from ${role}`.execute(transaction)
        await sql`grant ${sql.raw(RIGHTS[name] ?? 'select, insert, update, delete')} on ${sql.table(name)} to ${role}`.execute(
          transaction,
        )
      }
      // Security definer functions, which check what they erase (kernel/records/log/erasing.ts).
      const definers = await sql<{ signature: string }>`
        select oid::regprocedure::text as signature from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`.execute(
        transaction,
      )
      for (const { signature } of definers.rows)
        await sql`grant execute on function ${sql.raw(signature)} to ${role}`.execute(transaction)
    })
  } finally {
    await db.destroy()
  }
}

/** The privileges of the process on tables that it must not rewrite. */
const RIGHTS: Readonly<Record<string, string>> = {
  acute_step: 'select, insert',
  consent: 'select, insert, update',
  cooperation_step: 'select, insert',
  information_request_step: 'select, insert',
  log_content: 'select, insert',
  log_entry: 'select, insert',
  log_floor: 'select',
  log_head: 'select, update',
  log_seal: 'select, insert',
  objection: 'select, insert, update',
  signal_step: 'select, insert',
  statement_revision: 'select, insert',
  wish: 'select, insert, update',
}
