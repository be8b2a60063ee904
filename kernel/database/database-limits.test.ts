import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { freshDatabase } from '../../test/support/postgres.ts'
import { busyOf } from '../errors.ts'
import { formatError } from '../graphql/format-error.ts'
import { createLogTables } from '../records/log/tables.ts'
import { type Database, openDatabase } from './database.ts'

/** What a real PostgreSQL cancels, and what it does not. */

const LIMITS = { statement: 200, lock: 100, idleTransaction: 60_000 }
const migrations: Record<string, Migration> = {
  first: {
    async up(db) {
      await createLogTables(db, ['img/access'])
      await sql`create table thing (id integer primary key)`.execute(db)
      await sql`insert into thing values (1)`.execute(db)
    },
  },
  // Longer than any statement of the process may take.
  second: { up: async (db) => void (await sql`select pg_sleep(0.6)`.execute(db)) },
}

describe.each(['with an owner of the tables', 'alone'])('a database %s', (how) => {
  let database: Database<unknown>
  beforeAll(async () => {
    const { url, migrationUrl } = await freshDatabase(process.env.TEST_POSTGRES_URL ?? '')
    const addresses = how === 'alone' ? { url: migrationUrl } : { url, migrationUrl }
    // Opening succeeds, so the migration of 0.6 seconds was not cancelled.
    database = await openDatabase({ ...addresses, directory: '', migrations, limits: LIMITS })
  })
  afterAll(() => database?.close())

  const refused = async (work: Promise<unknown>) =>
    await work.then(
      () => null,
      (error: unknown) => error,
    )

  test('cancels a statement that takes too long, and the connection stays usable', async () => {
    for (let time = 0; time < 12; time++)
      expect(await refused(sql`select pg_sleep(30)`.execute(database.db))).toMatchObject({ code: '57014' })
    const { rows } = await sql`select id from thing`.execute(database.db)
    expect(rows).toEqual([{ id: 1 }])
  })

  test('cancels waiting for a row lock and for an advisory lock', async () => {
    for (const lock of [sql`select from thing for update`, sql`select pg_advisory_xact_lock(7)`])
      await database.db.transaction().execute(async (first) => {
        await lock.execute(first)
        const second = database.db.transaction().execute((transaction) => lock.execute(transaction))
        expect(await refused(second)).toMatchObject({ code: '55P03' })
      })
    await database.db
      .transaction()
      .execute((transaction) => sql`select from thing for update`.execute(transaction))
  })

  test('reports to the client that it is busy, without the statement', async () => {
    const error = await refused(sql`select pg_sleep(30), 'GEHEIM'`.execute(database.db))
    expect(busyOf(error)?.code).toBe('OVERLOADED')
    const answer = formatError(
      { message: String(error), extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      error,
    )
    expect(answer).toEqual({
      message: 'Het is nu te druk om uw vraag te beantwoorden. Probeer het zo meteen opnieuw.',
      extensions: { code: 'OVERLOADED' },
    })
  })
})
