import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { dataDir } from '@electric-sql/pglite-prepopulatedfs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { openDatabase } from './database.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'samenloop-embedded-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const migrations = {
  '1': {
    up: async (db: Kysely<unknown>) => void (await sql`create table log_entry (note text)`.execute(db)),
  },
}

test('the packaged empty database is the one that this version of PGlite makes itself', async () => {
  const catalogue = `
    select version(), (select count(*) from pg_proc) as functions, (select count(*) from pg_type) as types,
      (select json_agg(d order by datname) from (select datname, datcollate, datctype, encoding from pg_database) d) as databases,
      (select json_agg(extname || extversion) from pg_extension) as extensions`
  const seen = []
  for (const options of [{}, { loadDataDir: await dataDir() }]) {
    const pglite = await PGlite.create('memory://', options)
    seen.push((await pglite.query(catalogue)).rows)
    await pglite.close()
  }
  expect(seen[0]).toEqual(seen[1])
})

test('a start that was killed while it unpacked the database does not stop the next one', async () => {
  const half = join(directory, 'pglite-unpacking')
  mkdirSync(half)
  writeFileSync(join(half, 'PG_VERSION'), '18\n')
  const { db, close } = await openDatabase<{ log_entry: { note: string } }>({ directory, migrations })
  await db.insertInto('log_entry').values({ note: 'kept' }).execute()
  await close()
  expect(readdirSync(directory)).toEqual(['pglite'])

  const again = await openDatabase<{ log_entry: { note: string } }>({ directory, migrations })
  expect(await again.db.selectFrom('log_entry').selectAll().execute()).toEqual([{ note: 'kept' }])
  await again.close()
})
