import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '../../test/support/postgres.ts'
import { preparing } from './prepared.ts'

let pool: pg.Pool
let db: Kysely<unknown>

const read = async (id: number) =>
  (await sql<{ id: number }>`select * from thing where id = ${id}`.execute(db)).rows
const prepared = async () =>
  (
    await sql<{
      statement: string
    }>`select statement from pg_prepared_statements where statement like ${'select * from thing%'}`.execute(
      db,
    )
  ).rows

beforeAll(async () => {
  const { migrationUrl } = await freshDatabase(process.env.TEST_POSTGRES_URL ?? '')
  pool = new pg.Pool({ connectionString: migrationUrl, max: 1 })
  db = new Kysely({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  await sql`create table thing (id integer primary key)`.execute(db)
  await sql`insert into thing values (${1}), (${2})`.execute(db)
})
afterAll(() => db.destroy())

describe('prepared statements', () => {
  it('are prepared once per connection, whatever their values', async () => {
    expect(await read(1)).toEqual([{ id: 1 }])
    expect(await read(2)).toEqual([{ id: 2 }])
    expect(await prepared()).toHaveLength(1)
  })

  it('are prepared again when a migration changed their result type', async () => {
    await read(1)
    await sql`alter table thing add column name text`.execute(db)
    expect(await read(1)).toEqual([{ id: 1, name: null }])
  })

  it('fail within a transaction after a migration, and work in the next', async () => {
    await read(1)
    await sql`alter table thing add column other text`.execute(db)
    const attempt = () =>
      db.transaction().execute(async (transaction) => {
        const { rows } = await sql`select * from thing where id = ${1}`.execute(transaction)
        return rows
      })
    await expect(attempt()).rejects.toThrow()
    expect(await attempt()).toEqual([{ id: 1, name: null, other: null }])
  })

  it('pass errors unchanged', async () => {
    await expect(sql`select ${1}::integer / ${0}::integer`.execute(db)).rejects.toMatchObject({
      code: '22012',
    })
    expect(await read(1)).toHaveLength(1)
  })

  it('close an unusable connection', async () => {
    const lent = await preparing(pool).connect()
    const before = pool.totalCount
    lent.release(true)
    expect(pool.totalCount).toBe(before - 1)
  })
})
