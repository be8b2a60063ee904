import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sql } from 'kysely'
import { DIALECTS, type LogDatabase, logMigrations } from '../../../test/support/log/chains.ts'
import { ERASURE, extend, FLOOR_DAYS, type Run, uncovered } from './erasing.ts'
import { exportChain } from './export.ts'
import { type Content, type Log, openLog } from './log.ts'
import { verifyLogs } from './verify.ts'

const DAY_MS = 86_400_000
const PROCESSING = 'img/processing'
const ACCESS = 'img/access'

for (const dialect of DIALECTS) {
  describe(`erasing from a log on ${dialect.name}`, () => {
    let opened: LogDatabase
    let processing: Log
    let access: Log
    const signingKey = generateKeyPairSync('ed25519').privateKey
    const sealFile = join(mkdtempSync(join(tmpdir(), 'samenloop-seals-')), 'seals.jsonl')
    const open = (chain: string, daysAgo: number) =>
      openLog({
        db: opened.database.db,
        chain,
        signingKey,
        sealFile,
        now: () => new Date(Date.now() - daysAgo * DAY_MS),
      })

    /** Puts an erasing on record and returns its id. */
    async function record(chain: string, runs: readonly Run[], log: Log = processing): Promise<string> {
      const id = `${ERASURE}${randomUUID()}`
      const content: Content = { id, attributes: { 'samenloop.erasure': { chain, runs } } }
      await log.append([content])
      return id
    }
    const erase = async (id: string): Promise<number> => {
      const { rows } = await sql<{ erased: number }>`select log_erase(${id}) as erased`.execute(
        opened.database.db,
      )
      return rows[0]?.erased ?? -1
    }
    const left = async (chain: string): Promise<number[]> => {
      const rows = await opened.database.db
        .selectFrom('log_content')
        .select('seq')
        .where('chain', '=', chain)
        .orderBy('seq')
        .execute()
      return rows.map(({ seq }) => seq)
    }
    const verify = async () => {
      const { db } = opened.database
      return await verifyLogs([
        ...(await Array.fromAsync(exportChain(db, processing))),
        ...(await Array.fromAsync(exportChain(db, access))),
      ])
    }

    beforeAll(async () => {
      opened = await dialect.open(logMigrations([PROCESSING, ACCESS]))
      // Ten old entries, and five just older and younger than the floor.
      await open(ACCESS, 2000).append(Array.from({ length: 10 }, (_, number) => ({ number })))
      await open(ACCESS, FLOOR_DAYS + 1).append([{ number: 11 }, { number: 12 }])
      await open(ACCESS, FLOOR_DAYS - 1).append([{ number: 13 }, { number: 14 }, { number: 15 }])
      processing = open(PROCESSING, 0)
      access = open(ACCESS, 0)
    })
    afterAll(async () => {
      await opened?.close()
    })

    test('exactly what is on record is erased, and the logs verify', async () => {
      const id = await record(ACCESS, [
        [1, 3],
        [5, 5],
      ])
      expect(await erase(id)).toBe(4)
      expect(await left(ACCESS)).toEqual([4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
      const report = await verify()
      expect(report.problems).toEqual([])
      expect(report.chains.map(({ erased }) => erased)).toEqual([0, 4])
    })

    test('executing the same record again erases nothing more', async () => {
      const id = await record(ACCESS, [[6, 6]])
      expect([await erase(id), await erase(id)]).toEqual([1, 0])
    })

    test('a record that was never executed is no problem, and a later one covers the same entries', async () => {
      await record(ACCESS, [[7, 8]])
      expect((await verify()).problems).toEqual([])
      await erase(await record(ACCESS, [[7, 8]]))
      expect((await verify()).problems).toEqual([])
    })

    test('a record with contents younger than the floor is refused as a whole', async () => {
      const before = await left(ACCESS)
      await expect(erase(await record(ACCESS, [[9, 13]]))).rejects.toThrow('too young')
      await expect(erase(await record(ACCESS, [[1, 1_000_000]]))).rejects.toThrow('too young')
      await expect(erase(await record(PROCESSING, [[1, 1]]))).rejects.toThrow('too young')
      expect(await left(ACCESS)).toEqual(before)
      expect(await erase(await record(ACCESS, [[11, 12]]))).toBe(2)
    })

    test('without a record nothing is erased', async () => {
      await expect(erase(`${ERASURE}${randomUUID()}`)).rejects.toThrow('not on record')
      // A line of the processing log that is not a record of erasing, and a record of erasing in another log.
      await processing.append([
        { id: 'other', attributes: { 'samenloop.erasure': { chain: ACCESS, runs: [[9, 9]] } } },
      ])
      await expect(erase('other')).rejects.toThrow('not on record')
      await expect(erase(await record(ACCESS, [[9, 9]], access))).rejects.toThrow('not on record')
      expect(await left(ACCESS)).toContain(9)
    })

    test('records of erasing are not erased themselves, however old', async () => {
      const old = await dialect.open(logMigrations([PROCESSING]))
      const log = openLog({
        db: old.database.db,
        chain: PROCESSING,
        signingKey,
        sealFile,
        now: () => new Date(Date.now() - 2000 * DAY_MS),
      })
      await log.append([{ number: 1 }])
      await record(PROCESSING, [[1, 1]], log)
      const id = await record(PROCESSING, [[1, 3]], log)
      const { rows } = await sql<{ erased: number }>`select log_erase(${id}) as erased`.execute(
        old.database.db,
      )
      expect(rows[0]?.erased).toBe(1)
      expect((await verifyLogs(await Array.fromAsync(exportChain(old.database.db, log)))).problems).toEqual(
        [],
      )
      await old.close()
    })

    test('a record in the log of another party covers nothing', async () => {
      const lines = await Array.fromAsync(exportChain(opened.database.db, access))
      const { problems } = await verifyLogs(lines)
      expect(problems[0]?.what).toContain('without a record')
    })

    describe('attempts of an intruder with the role of the process', () => {
      const attempts: readonly (readonly [name: string, ...statements: string[]])[] = [
        ['deleting', 'delete from log_content'],
        [
          'deleting with the setting of the erase function',
          `set samenloop.erasing = 'on'`,
          'delete from log_content where seq = 14',
        ],
        ['changing', `update log_content set content = '{}'`],
        ['emptying', 'truncate log_content'],
        [
          'emptying with the setting of the erase function',
          `set samenloop.erasing = 'on'`,
          'truncate log_content',
        ],
        [
          'erasing entries with the setting of the erase function',
          `set samenloop.erasing = 'on'`,
          'delete from log_entry',
        ],
        [
          'switching triggers off for itself',
          'set session_replication_role = replica',
          'delete from log_content',
        ],
        ['disabling the trigger', 'alter table log_content disable trigger append_only'],
        ['dropping the trigger', 'drop trigger append_only on log_content'],
        [
          'another erase function under the same name',
          `create or replace function public.log_erase(record_id text) returns bigint language sql as 'select 1::bigint'`,
        ],
        [
          'another trigger function',
          `create or replace function public.log_is_append_only() returns trigger language plpgsql as 'begin return null; end'`,
        ],
        [
          'its own erase function',
          `create function public.my_erase() returns int language sql as 'select 1'`,
        ],
        ['lowering the floor', 'update log_floor set days = 1'],
        ['removing the floor', 'delete from log_floor'],
        ['a second floor', 'insert into log_floor values (1)'],
        [
          'becoming the owner',
          `do $$ begin execute format('set role %I', (select tableowner from pg_tables where tablename = 'log_content')); end $$`,
        ],
        ['taking the table', 'alter table log_content owner to current_user'],
        ['giving itself the right', 'grant delete on log_content to current_user', 'delete from log_content'],
        ['a rule', 'create rule r as on insert to log_content do also delete from log_content'],
        [
          'replacing on conflict',
          `insert into log_content (chain, seq, salt, content) values ('${ACCESS}', 14, '', '{}')
             on conflict (chain, seq) do update set content = '{}'`,
        ],
        ['merging', `merge into log_content using (select 1) one on seq = 14 when matched then delete`],
        [
          'temporary tables that hide the real ones',
          `create temp table log_floor (days integer)`,
          `insert into pg_temp.log_floor values (1)`,
          `create temp table log_entry as select chain, seq, 0::bigint as at, commitment, previous, hash from public.log_entry`,
          `set search_path = pg_temp, public`,
          `select public.log_erase(reference) from public.log_content where reference like 'erasure:%'`,
          `delete from public.log_content where seq = 14`,
        ],
      ]

      test.each(attempts)('%s', async (_name, ...statements) => {
        const before = await left(ACCESS)
        // In the embedded database one role owns everything: there the trigger prevents mistakes, but stops no intruder.
        if (dialect.name === 'PostgreSQL') await expect(opened.asProcess(statements)).rejects.toThrow()
        expect(await left(ACCESS)).toEqual(before)
      })

      test('a made-up entry, or a content without an entry, is no record', async () => {
        if (dialect.name !== 'PostgreSQL') return
        const content = JSON.stringify({
          id: `${ERASURE}mine`,
          attributes: { 'samenloop.erasure': { chain: ACCESS, runs: [[9, 9]] } },
        })
        const insert = (seq: number) =>
          `insert into log_content (chain, seq, salt, content) values ('${PROCESSING}', ${seq}, 's', '${content}')`
        const call = `select log_erase('${ERASURE}mine')`
        await expect(opened.asProcess(['begin', insert(900), call])).rejects.toThrow('not on record')
        const entry = `insert into log_entry select '${PROCESSING}', 900, 0, encode(sha256(convert_to('s' || E'\\n' || '${content}', 'UTF8')), 'hex'), 'p', 'h'`
        await expect(opened.asProcess(['begin', insert(900), entry, call])).rejects.toThrow('not on record')
        expect(await left(ACCESS)).toContain(9)
      })
    })
  })
}

describe('runs', () => {
  test('ascending numbers become runs without gaps', () => {
    const runs: Run[] = []
    for (const number of [1, 2, 3, 7, 9, 10]) extend(runs, number)
    expect(runs).toEqual([
      [1, 3],
      [7, 7],
      [9, 10],
    ])
  })

  test('uncovered parts are in no cover, whatever the order and overlap of the covers', () => {
    const run = fc.tuple(fc.nat(60), fc.nat(12)).map(([from, length]): Run => [from, from + length])
    const members = (runs: readonly Run[]) =>
      new Set(runs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)))
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(80)), fc.array(run), (numbers, covers) => {
        const runs: Run[] = []
        for (const number of numbers.toSorted((one, other) => one - other)) extend(runs, number)
        const covered = members(covers)
        const expected = numbers
          .filter((number) => !covered.has(number))
          .toSorted((one, other) => one - other)
        expect([...members(uncovered(runs, covers))]).toEqual(expected)
      }),
    )
  })
})
