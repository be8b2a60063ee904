import type pg from 'pg'

/**
 * The settings of a database session. A server, a database and a role can each have their own settings; the session sets every one that
 * changes the form of a value, the meaning of a statement or the table that a name refers to.
 */
const SESSION: Readonly<Record<string, string>> = {
  client_encoding: 'UTF8',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  backslash_quote: 'safe_encoding',
  transform_null_equals: 'off',
  array_nulls: 'on',
  default_transaction_isolation: 'read committed',
  search_path: 'public, pg_temp',
}

/** Applies the settings; the first statement on every connection, so that nothing is read under other settings. */
export const SET_SESSION = Object.entries(SESSION)
  // A list of names is not quoted as a whole.
  .map(([name, value]) => `set ${name} to ${name === 'search_path' ? value : `'${value}'`}`)
  .join('; ')

/** "cannot execute … in a read-only transaction": the server is a standby, or was made read-only. */
const READ_ONLY = '25006'

/** The server is read-only on this connection, so nothing can be put on record. */
export class ReadOnlyError extends Error {
  readonly code = READ_ONLY
  constructor() {
    super('the database takes no changes: it is read-only, or a standby')
  }
}

/**
 * Prepares a new connection before its first use.
 * @throws {ReadOnlyError} when the server is read-only: after a failover the host name may still lead to the standby.
 */
export async function prepareConnection(client: pg.ClientBase): Promise<void> {
  // The pool does not listen to a connection in use, and an error without a listener would crash the process. The current statement, or the
  // next one, reports the error.
  client.on('error', () => {})
  await client.query(SET_SESSION)
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only')
  if (rows[0]?.transaction_read_only !== 'off') throw new ReadOnlyError()
}

/**
 * Error codes after which an open connection is discarded: the server is read-only (25006), or the prepared statements are gone (26000).
 */
const GIVE_UP = new Set<unknown>([READ_ONLY, '26000'])

/** Whether a connection with this error must not be reused. */
export const isUseless = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && GIVE_UP.has(error.code)
