import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '../../test/support/postgres.ts'
import { type Database, openDatabase } from './database.ts'

/** Disturbances by a database: different settings, lost connections, a standby instead of the primary. */
let address: Awaited<ReturnType<typeof freshDatabase>>
let admin: pg.Client
let opened: Database<unknown>[] = []

const name = () => new URL(address.url).pathname.slice(1)
const role = () => new URL(address.url).username
const open = async (url = address.url) => {
  const database = await openDatabase<unknown>({
    url,
    migrationUrl: address.migrationUrl,
    directory: '',
    migrations: {
      '1': {
        async up(db: Kysely<unknown>) {
          await sql`create table log_entry (at timestamptz, day date)`.execute(db)
          await sql`insert into log_entry values ('2026-06-01T10:00:00Z', '2026-06-01')`.execute(db)
        },
      },
    },
  })
  opened.push(database)
  return database
}
const cut = () =>
  admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role()])
const connections = async () =>
  Number(
    (await admin.query('select count(*) from pg_stat_activity where usename = $1', [role()])).rows[0].count,
  )
/** Waits until the server has closed them all; the client is notified before that. */
const gone = async () => {
  while ((await connections()) > 0) await new Promise((resolve) => setTimeout(resolve, 10))
}

beforeEach(async () => {
  const url = process.env.TEST_POSTGRES_URL ?? ''
  address = await freshDatabase(url)
  admin = new pg.Client({ connectionString: url })
  await admin.connect()
})
afterEach(async () => {
  for (const { close } of opened) await close()
  opened = []
  await admin.end()
})

describe('a session', () => {
  it.each([
    ['of the database', () => `alter database ${name()}`],
    ['of the role', () => `alter role ${role()}`],
  ])('reads the same whatever the settings %s', async (_whose, alter) => {
    for (const setting of [
      `datestyle = 'SQL, DMY'`,
      `timezone = 'America/New_York'`,
      `intervalstyle = 'sql_standard'`,
      `bytea_output = 'escape'`,
      `extra_float_digits = -3`,
      `standard_conforming_strings = off`,
      `transform_null_equals = on`,
      `default_transaction_isolation = 'serializable'`,
      `client_encoding = 'LATIN1'`,
      `search_path = 'elsewhere'`,
    ])
      await admin.query(`${alter()} set ${setting}`)
    const { db } = await open()
    const { rows } = await sql`
      select at, day, interval '1 day 2 hours' as span, '\\x00ff'::bytea as bytes, 0.1::float8 + 0.2::float8 as sum,
        'a\\b' as text, (null::int = null::int) as nulls, 'Ł' as letter,
        (${'2026-06-01T23:30:00Z'}::timestamptz)::date as utc_day,
        current_setting('transaction_isolation') as isolation
      from log_entry`.execute(db)
    expect(rows).toEqual([
      {
        at: '2026-06-01T10:00:00.000Z',
        day: '2026-06-01',
        span: expect.objectContaining({ days: 1, hours: 2 }),
        bytes: Buffer.from([0, 0xff]),
        sum: 0.1 + 0.2,
        text: 'a\\b',
        nulls: null,
        letter: 'Ł',
        utc_day: '2026-06-01',
        isolation: 'read committed',
      },
    ])
  })

  it('reads the same when the URL requests other settings', async () => {
    const { db } = await open(`${address.url}?options=${encodeURIComponent('-c datestyle=SQL,DMY')}`)
    const { rows } = await sql`select day from log_entry`.execute(db)
    expect(rows).toEqual([{ day: '2026-06-01' }])
  })
})

describe('a lost connection', () => {
  it('between two statements of a transaction fails that one, and the next one works', async () => {
    const uncaught = jest.fn()
    process.on('uncaughtException', uncaught)
    const { db } = await open()
    await expect(
      db.transaction().execute(async (transaction) => {
        await sql`select 1`.execute(transaction)
        await cut()
        await gone()
        await sql`select 2`.execute(transaction)
      }),
    ).rejects.toThrow()
    expect((await sql`select 3 as n`.execute(db)).rows).toEqual([{ n: 3 }])
    process.off('uncaughtException', uncaught)
    expect(uncaught).not.toHaveBeenCalled()
  })

  it('while it is idle is not reused', async () => {
    const { db } = await open()
    await sql`select 1`.execute(db)
    await cut()
    await gone()
    expect((await sql`select 3 as n`.execute(db)).rows).toEqual([{ n: 3 }])
  })
})

describe('a read-only database', () => {
  const insert = (db: Kysely<unknown>) => sql`insert into log_entry values (now(), null)`.execute(db)
  const becomes = (value: 'on' | 'off') =>
    admin.query(`alter database ${name()} set default_transaction_read_only = ${value}`)

  it('is not ready and gives no connection, until it is writable again', async () => {
    const { db, ping } = await open()
    await becomes('on')
    await cut()
    await gone()
    for (let times = 0; times < 3; times += 1) {
      await expect(ping()).rejects.toMatchObject({ code: '25006' })
      await expect(insert(db)).rejects.toMatchObject({ code: '25006' })
    }
    await becomes('off')
    await insert(db)
    await ping()
  })

  it('is noticed once on an existing connection', async () => {
    const { db, ping } = await open()
    const makeReadOnly = () => sql`set default_transaction_read_only = on`.execute(db)
    await makeReadOnly()
    await expect(insert(db)).rejects.toMatchObject({ code: '25006' })
    await insert(db)
    await makeReadOnly()
    await expect(ping()).rejects.toMatchObject({ code: '25006' })
    await ping()
  })

  it('is not ready when only the log is read-only', async () => {
    const { ping } = await open()
    const owner = new pg.Client({ connectionString: address.migrationUrl })
    await owner.connect()
    await owner.query(`revoke insert on log_entry from ${role()}`)
    await expect(ping()).rejects.toMatchObject({ code: '42501' })
    await owner.query(`grant insert on log_entry to ${role()}`)
    await ping()
    await owner.end()
  })
})
