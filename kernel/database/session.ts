import type pg from 'pg'

/**
 * What a database session reads and writes by. A server, a database and a role can each have settings of their own; the session
 * sets all that changes the form of a value, the meaning of a statement or the table that a name stands for.
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

/** Sets the session. Also the first statement on a connection, so that nothing is read by other settings. */
export const SET_SESSION = Object.entries(SESSION)
  // A list of names takes no quotes around the whole of it.
  .map(([name, value]) => `set ${name} to ${name === 'search_path' ? value : `'${value}'`}`)
  .join('; ')

/** "cannot execute … in a read-only transaction": the server is a standby, or was made read-only. */
const READ_ONLY = '25006'

/** The server takes no changes on this connection, and without a change nothing can be put on record. */
export class ReadOnlyError extends Error {
  readonly code = READ_ONLY
  constructor() {
    super('the database takes no changes: it is read-only, or a standby')
  }
}

/**
 * Makes a new connection ready, before anybody can use it.
 * @throws {ReadOnlyError} when the server takes no changes: after a failover the name may still lead to the standby.
 */
export async function prepareConnection(client: pg.ClientBase): Promise<void> {
  // While a connection is lent the pool does not listen, and an error that nobody listens to ends the process. The statement
  // that is under way, or the next one, reports it.
  client.on('error', () => {})
  await client.query(SET_SESSION)
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only')
  if (rows[0]?.transaction_read_only !== 'off') throw new ReadOnlyError()
}

/**
 * Codes after which a connection is given up, though it is still open: the server behind it takes no changes (25006), or it no
 * longer has the statements that were prepared on it (26000).
 */
const GIVE_UP = new Set<unknown>([READ_ONLY, '26000'])

/** Whether a connection on which this happened must not be used again. */
export const isUseless = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && GIVE_UP.has(error.code)
