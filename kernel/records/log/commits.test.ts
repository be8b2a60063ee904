import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { DIALECTS, type LogDatabase, logMigrations } from '../../../test/support/log/chains.ts'
import { openCommits } from './commits.ts'
import { exportChain } from './export.ts'
import { type Log, openLog } from './log.ts'
import { verifyLogs } from './verify.ts'

const NAMES = ['svip/access', 'svip/decisions', 'svip/processing']

for (const dialect of DIALECTS) {
  describe(`the chains of one process on ${dialect.name}`, () => {
    const signingKey = generateKeyPairSync('ed25519').privateKey
    const directory = mkdtempSync(join(tmpdir(), 'samenloop-seals-'))
    let opened: LogDatabase
    let logs: readonly Log[]
    let commits: number[] = []

    /** The chains of a process. */
    const open = (names = NAMES, onCommit = (_ms: number, _entries: number) => {}): readonly Log[] => {
      const { db } = opened.database
      const shared = openCommits({ db, onCommit })
      return names.map((chain) =>
        openLog({ db, chain, signingKey, sealFile: join(directory, 'seals.jsonl'), commits: shared }),
      )
    }
    const verified = async () => {
      const lines = await Promise.all(
        logs.map((log) => Array.fromAsync(exportChain(opened.database.db, log))),
      )
      return await verifyLogs(lines.flat())
    }
    const entries = async () => (await verified()).chains.map((chain) => chain.entries)

    beforeAll(async () => {
      opened = await dialect.open(logMigrations([...NAMES, 'svip/other']))
      logs = open(NAMES, (_ms, count) => commits.push(count))
      await Promise.all(logs.map((log) => log.append([{ first: true }])))
    })
    beforeEach(() => {
      commits = []
    })
    afterAll(async () => {
      await opened?.close()
    })

    test('share a commit for concurrent contents, each with its own entries', async () => {
      const before = await entries()
      await Promise.all(logs.flatMap((log) => [log.append([{ a: 1 }, { a: 2 }]), log.append([{ a: 3 }])]))
      expect(commits).toEqual([9])
      expect(await entries()).toEqual(before.map((count) => count + 3))
      expect((await verified()).problems).toEqual([])
    })

    test('deferred contents do not cause a commit, and are durable with the next one', async () => {
      const [access, , processing] = logs as [Log, Log, Log]
      const onRecord = access.appendAlong([{ who: 'one' }])
      await processing.append([{ line: 1 }])
      expect(commits).toEqual([2])
      await onRecord()
      expect(commits).toEqual([2])
    })

    test('deferred contents are committed at once when an answer waits for them', async () => {
      const [access] = logs as [Log]
      const [first, second] = [access.appendAlong([{ who: 'one' }]), access.appendAlong([{ who: 'two' }])]
      await second()
      expect(commits).toEqual([2])
      await first()
    })

    test('deferred contents are committed within a moment when nothing waits for them', async () => {
      const [access] = logs as [Log]
      const before = (await entries())[0]
      access.appendAlong([{ who: 'left' }])
      while (commits.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      expect((await entries())[0]).toBe((before ?? 0) + 1)
    })

    test('closing a log writes the queued contents', async () => {
      const [other] = open(['svip/other']) as [Log]
      other.appendAlong([{ who: 'last' }])
      await other.close()
      const { rows } = await sql<{
        seq: number
      }>`select seq from log_head where chain = 'svip/other'`.execute(opened.database.db)
      expect(Number(rows[0]?.seq)).toBe(1)
      await expect(other.append([{ late: true }])).rejects.toMatchObject({ code: 'RECORD_UNAVAILABLE' })
    })

    test('two processes that write them in different orders take turns, and no entry is lost or duplicated', async () => {
      const before = await entries()
      const other = open(NAMES.toReversed())
      const both = [logs, other].flatMap((process) =>
        Array.from({ length: 30 }, (_, number) => process.map((log) => log.append([{ number }]))).flat(),
      )
      await Promise.all(both)
      expect((await verified()).problems).toEqual([])
      expect(await entries()).toEqual(before.map((count) => count + 60))
    })

    test('a chain that cannot be written rejects its contents, and the others continue', async () => {
      const [absent, access] = open(['svip/absent', 'svip/access']) as [Log, Log]
      await access.append([{ a: 0 }])
      const shared = [access.append([{ a: 1 }]), absent.append([{ b: 1 }]), access.append([{ a: 2 }])]
      const outcomes = await Promise.allSettled(shared)
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      const before = await entries()
      await access.append([{ a: 3 }])
      expect(await entries()).toEqual(before.map((count, index) => (index === 0 ? count + 1 : count)))
      expect((await verified()).problems).toEqual([])
    })
  })
}
