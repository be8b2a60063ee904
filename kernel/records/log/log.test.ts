import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sql } from 'kysely'
import { DIALECTS, type LogDatabase, logMigrations } from '../../../test/support/log/chains.ts'
import type { Seal } from './chain.ts'
import { openCommits } from './commits.ts'
import { type ExportLine, exportChain, exportEntries } from './export.ts'
import { type Log, openLog } from './log.ts'
import { verifyLogs } from './verify.ts'

const CHAIN = 'img/processing'
for (const dialect of DIALECTS) {
  describe(`a log on ${dialect.name}`, () => {
    let opened: LogDatabase
    let log: Log
    let sealFile: string
    const commits: number[] = []

    const signingKey = generateKeyPairSync('ed25519').privateKey
    const open = () =>
      openLog({
        db: opened.database.db,
        chain: CHAIN,
        signingKey,
        sealFile,
        commits: openCommits({ db: opened.database.db, onCommit: (_ms, entries) => commits.push(entries) }),
      })
    const lines = async (): Promise<ExportLine[]> =>
      await Array.fromAsync(exportChain(opened.database.db, log))
    const seals = (): Seal[] =>
      readFileSync(sealFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Seal)
    const problems = async () =>
      (await verifyLogs(await lines(), { outsideSeals: seals(), askedAt: Date.now() })).problems

    /** Changes the tables, verifies them, and restores everything. */
    async function tampered(statements: readonly string[]) {
      const tables = ['log_head', 'log_entry', 'log_content', 'log_seal']
      const back = tables.flatMap((table) => {
        const columns = table === 'log_content' ? 'chain, seq, salt, content' : '*'
        const into = table === 'log_content' ? '(chain, seq, salt, content)' : ''
        return [
          `delete from ${table}`,
          `insert into ${table} ${into} select ${columns} from kept_${table}`,
          `drop table kept_${table}`,
        ]
      })
      await opened.tamper(tables.map((table) => `create table kept_${table} as select * from ${table}`))
      await opened.tamper([
        'grant select on log_head, log_entry, log_content, log_seal to public',
        ...statements,
      ])
      const found = await problems()
      await opened.tamper(back)
      expect(await problems()).toEqual([])
      return found
    }

    beforeAll(async () => {
      opened = await dialect.open(logMigrations([CHAIN]))
      sealFile = join(mkdtempSync(join(tmpdir(), 'samenloop-seals-')), 'img-processing.jsonl')
      log = open()
      for (let number = 1; number <= 5; number++) await log.append([{ number, what: 'early' }])
      await log.seal()
      await log.append([6, 7, 8].map((number) => ({ number, what: 'late' })))
      await log.seal()
      await log.append([{ number: 9 }, { number: 10 }])
    })
    afterAll(async () => {
      await opened?.close()
    })

    test('verifies as it was written', async () => {
      const report = await verifyLogs(await lines(), { outsideSeals: seals() })
      expect(report.problems).toEqual([])
      expect(report.chains).toMatchObject([{ chain: CHAIN, entries: 10, seals: 2, erased: 0 }])
    })

    test.each([
      [
        'a changed content',
        `update log_content set content = '{"number":33}' where seq = 3`,
        3,
        'the content was changed',
      ],
      [
        'a changed commitment',
        `update log_entry set commitment = repeat('a', 64) where seq = 3`,
        3,
        'the entry was changed',
      ],
      ['a changed time', `update log_entry set at = at + 1 where seq = 3`, 3, 'the entry was changed'],
      ['a dropped entry', `delete from log_entry where seq = 4`, 4, 'the entry is missing'],
      ['a dropped first entry', `delete from log_entry where seq = 1`, 1, 'the entry is missing'],
      ['a dropped tail', `delete from log_entry where seq > 8`, 8, 'the log ends here, its signed end is 10'],
    ])('%s is found, with its place', async (_name, statement, seq, what) => {
      expect(await tampered([statement])).toContainEqual({ chain: CHAIN, seq, what })
    })

    test('two swapped entries are found', async () => {
      const swap = [
        'update log_entry set seq = 1000 where seq = 3',
        'update log_entry set seq = 3 where seq = 4',
        'update log_entry set seq = 4 where seq = 1000',
      ]
      expect((await tampered(swap)).map(({ seq }) => seq)).toEqual(expect.arrayContaining([3, 4]))
    })

    test('an inserted entry is found, even when all that follow are renumbered', async () => {
      const insert = [
        'update log_entry set seq = seq + 1000 where seq > 5',
        'update log_entry set seq = seq - 999 where seq > 1000',
        `insert into log_entry select chain, 6, at, commitment, previous, hash from log_entry where seq = 5`,
        'update log_head set seq = 11',
      ]
      expect((await tampered(insert)).length).toBeGreaterThan(0)
    })

    test('a tail that was cut off together with its seals and an older signed end put back is found by the seals outside', async () => {
      const sealed = seals()[0]
      const cut = [
        'delete from log_entry where seq > 5',
        'delete from log_content where seq > 5',
        'delete from log_seal where seq > 5',
        `update log_head set seq = ${sealed?.seq}, hash = '${sealed?.hash}', at = ${sealed?.at}, signature = '${sealed?.signature}'`,
      ]
      expect(await tampered(cut)).toContainEqual({
        chain: CHAIN,
        seq: 5,
        what: 'the tail is missing: the log was sealed up to 8',
      })
    })

    test('a chain that was rewritten with another key is found by the trusted key', async () => {
      const { publicKey } = log
      const { chains } = await verifyLogs(await lines())
      const trusted = chains.map(({ keyFingerprint }) => keyFingerprint)
      const other = openLog({
        db: opened.database.db,
        chain: CHAIN,
        signingKey: generateKeyPairSync('ed25519').privateKey,
        sealFile,
      })
      expect(other.publicKey).not.toBe(publicKey)
      const forged = (await lines()).map((line) =>
        line.type === 'chain' ? { ...line, publicKey: other.publicKey } : line,
      )
      const report = await verifyLogs(forged, { trustedFingerprints: trusted })
      expect(report.problems.map(({ what }) => what)).toContain(
        'the log is signed with a key that is not trusted',
      )
    })

    test('a content that was erased without a record is found, and the chain verifies', async () => {
      expect(await tampered(['delete from log_content where seq in (2, 4, 5)'])).toEqual([
        { chain: CHAIN, seq: 2, what: 'the content was erased without a record of it' },
        { chain: CHAIN, seq: 4, what: 'the contents up to 5 were erased without a record of it' },
      ])
    })

    test('an export that was cut off is found', async () => {
      const all = await lines()
      const { problems: found } = await verifyLogs(all.slice(0, -2))
      expect(found).toContainEqual({ chain: CHAIN, seq: null, what: 'the export of this chain is cut off' })
    })

    test('any changed character of an exported entry is found', async () => {
      const exported = (await lines()).map((line) => JSON.stringify(line))
      const entries = exported.flatMap((line, index) => (line.includes('"type":"entry"') ? [index] : []))
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...entries),
          fc.nat(),
          fc.constantFrom('a', '0', 'Z'),
          async (at, position, character) => {
            const text = exported[at] ?? ''
            const place = position % text.length
            const changed = `${text.slice(0, place)}${character}${text.slice(place + 1)}`
            if (changed === text) return
            let parsed: ExportLine[]
            try {
              parsed = exported.map((line, index) => JSON.parse(index === at ? changed : line) as ExportLine)
            } catch {
              // No longer JSON, which the reader of the file reports.
              return
            }
            if (JSON.stringify(parsed[at]) === text) return
            const report = await verifyLogs(parsed).catch(() => null)
            expect(report === null || report.problems.length > 0 || report.chains.length === 0).toBe(true)
          },
        ),
        { numRuns: 300 },
      )
    })

    test.each(['log_entry', 'log_content', 'log_seal'])(
      'the process itself can neither change nor remove rows of %s',
      async (table) => {
        for (const statement of [
          `update ${table} set chain = 'x'`,
          `delete from ${table}`,
          `truncate ${table}`,
        ]) {
          await expect(sql.raw(statement).execute(opened.database.db)).rejects.toThrow(
            /permission denied|only be added to/,
          )
        }
      },
    )

    test('the head cannot be moved back', async () => {
      await expect(sql`update log_head set seq = 1`.execute(opened.database.db)).rejects.toThrow(
        'only moves forward',
      )
    })

    test('concurrent entries share a commit', async () => {
      commits.length = 0
      await Promise.all(Array.from({ length: 50 }, (_, number) => log.append([{ number }])))
      expect(commits).toEqual([50])
      expect(await problems()).toEqual([])
    })

    test('two processes on one chain take turns', async () => {
      const other = open()
      await Promise.all(
        [log, other].flatMap((writer) =>
          Array.from({ length: 40 }, (_, number) => writer.append([{ number }, { number }])),
        ),
      )
      expect(await problems()).toEqual([])
    })

    test('an entry is found by the id in its content, and not by another id', async () => {
      await log.append([{ id: 'one-of-its-own', number: 0 }])
      const read = async (id: string) => await Array.fromAsync(exportEntries(opened.database.db, log, id))
      const [header, entry, end, ...rest] = await read('one-of-its-own')
      expect(header).toMatchObject({ type: 'chain', chain: CHAIN })
      expect(entry).toMatchObject({ type: 'entry', content: '{"id":"one-of-its-own","number":0}' })
      expect([end, rest]).toEqual([{ type: 'end', chain: CHAIN, entries: 1 }, []])
      for (const id of ['', 'one', '11', "' or true --"])
        expect((await read(id)).map(({ type }) => type)).toEqual(['chain', 'end'])
    })

    test('a log that cannot be written rejects every waiting caller', async () => {
      const closing = await dialect.open(logMigrations([CHAIN]))
      const lost = openLog({
        db: closing.database.db,
        chain: CHAIN,
        signingKey: generateKeyPairSync('ed25519').privateKey,
        sealFile,
      })
      await closing.close()
      const attempts = await Promise.allSettled([lost.append([{ a: 1 }]), lost.append([{ b: 2 }])])
      expect(attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason.code)).toEqual([
        'RECORD_UNAVAILABLE',
        'RECORD_UNAVAILABLE',
      ])
    })
  })
}
