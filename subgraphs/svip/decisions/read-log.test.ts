import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { type Database, openDatabase } from '../../../kernel/database/database.ts'
import { type ExportLine, exportChain, exportEntries } from '../../../kernel/records/log/export.ts'
import { type Log, openLog } from '../../../kernel/records/log/log.ts'
import { createLogTables, type LogTables } from '../../../kernel/records/log/tables.ts'
import { anEntry } from '../../../test/support/svip/decisions.ts'
import { DECISION_CHAIN } from './decision-log.ts'
import { type Period, readDecisions, readSomeDecisions } from './read-log.ts'

const OTHER_CHAIN = 'svip/processing'
const DAYS = ['2026-10-31T22:59:59Z', '2026-10-31T23:00:00Z', '2026-11-21T22:59:59Z', '2026-11-21T23:00:00Z']
const entries = DAYS.map((instant) => anEntry({ instant }))
const idAt = (index: number): string => entries[index]?.id ?? ''
const EVERYTHING: Period = { from: null, until: null }

let database: Database<LogTables>
let decisions: Log
let exported: readonly ExportLine[]
beforeAll(async () => {
  const migrations = {
    '1': { up: (db: Kysely<unknown>) => createLogTables(db, [DECISION_CHAIN, OTHER_CHAIN]) },
  }
  database = await openDatabase<LogTables>({ directory: 'memory://', migrations })
  const open = (chain: string) =>
    openLog({
      db: database.db,
      chain,
      signingKey: generateKeyPairSync('ed25519').privateKey,
      sealFile: join(mkdtempSync(join(tmpdir(), 'samenloop-seals-')), 'seals.jsonl'),
    })
  const other = open(OTHER_CHAIN)
  decisions = open(DECISION_CHAIN)
  await other.append([{ name: 'Logboek uitgelezen' }])
  await decisions.append(entries)
  exported = [
    ...(await Array.fromAsync(exportChain(database.db, other))),
    ...(await Array.fromAsync(exportChain(database.db, decisions))),
  ]
})
afterAll(() => database?.close())

async function read(lines: readonly ExportLine[], period: Period = EVERYTHING) {
  const ids: string[] = []
  const reading = await readDecisions(lines, period, ({ id }) => ids.push(id))
  return { ...reading, ids }
}
/** The export with one line of the decision chain changed, or left out when the change returns `null`. */
const withLine = (seq: number, change: (line: ExportLine & { type: 'entry' }) => ExportLine | null) => {
  let inside = false
  return exported.flatMap((line) => {
    if (line.type === 'chain') inside = line.chain === DECISION_CHAIN
    return inside && line.type === 'entry' && line.seq === seq ? (change(line) ?? []) : line
  })
}

describe('the log of decisions in an export', () => {
  test('is verified and passed on completely, among other chains', async () => {
    const { ids, problems, chain } = await read(exported)
    expect(ids).toEqual(entries.map(({ id }) => id))
    expect(problems).toEqual([])
    expect(chain).toMatchObject({ chain: DECISION_CHAIN, entries: 4, erased: 0 })
  })

  test.each<[Period, readonly number[]]>([
    [{ from: '2026-11-01', until: '2026-11-21' }, [1, 2]],
    [{ from: '2026-11-22', until: null }, [3]],
    [{ from: null, until: '2026-10-31' }, [0]],
    [{ from: '2026-12-01', until: '2026-12-02' }, []],
  ])('gives those of %j, days being days in the Netherlands', async (period, expected) => {
    expect((await read(exported, period)).ids).toEqual(expected.map(idAt))
  })

  test('does not pass on a changed content', async () => {
    const { ids, problems } = await read(
      withLine(2, (line) => ({ ...line, content: line.content?.replace('PARTIAL', 'PERMITTED') ?? null })),
    )
    expect(ids).toEqual([idAt(0), idAt(2), idAt(3)])
    expect(problems).toEqual([{ chain: DECISION_CHAIN, seq: 2, what: 'the content was changed' }])
  })

  test('reports a missing entry', async () => {
    const { problems } = await read(withLine(2, () => null))
    expect(problems).toContainEqual({ chain: DECISION_CHAIN, seq: 2, what: 'the entry is missing' })
  })

  test('counts an erased content, without a fault', async () => {
    const { ids, problems, chain } = await read(
      withLine(2, (line) => ({ ...line, salt: null, content: null })),
    )
    expect([ids.length, problems, chain?.erased]).toEqual([3, [], 1])
  })

  test('is not taken for empty when it is missing or cut off', async () => {
    const without = exported.slice(
      0,
      exported.findLastIndex(({ type }) => type === 'chain'),
    )
    expect((await read(without)).problems).toEqual([
      { chain: DECISION_CHAIN, seq: null, what: 'the whole log is missing' },
    ])
    expect((await read(exported.slice(0, -2))).problems).toContainEqual({
      chain: DECISION_CHAIN,
      seq: null,
      what: 'the export of this chain is cut off',
    })
  })
})

describe('one decision from the log', () => {
  const readOne = async (lines: readonly ExportLine[]) => {
    const ids: string[] = []
    const problems = await readSomeDecisions(lines, ({ id }) => ids.push(id))
    return { ids, problems }
  }

  test('is read without the rest, and none is found for an unknown id', async () => {
    const lines = await Array.fromAsync(exportEntries(database.db, decisions, idAt(1)))
    expect(lines.map(({ type }) => type)).toEqual(['chain', 'entry', 'end'])
    expect(await readOne(lines)).toEqual({ ids: [idAt(1)], problems: [] })
    expect(await readOne(await Array.fromAsync(exportEntries(database.db, decisions, 'x')))).toEqual({
      ids: [],
      problems: [],
    })
  })

  test('is refused when it does not match its commitment', async () => {
    const lines = await Array.fromAsync(exportEntries(database.db, decisions, idAt(1)))
    const changed = lines.map((line) =>
      line.type === 'entry' ? { ...line, content: line.content?.replace('PARTIAL', 'DENIED') ?? null } : line,
    )
    expect(await readOne(changed)).toEqual({
      ids: [],
      problems: [{ chain: DECISION_CHAIN, seq: 2, what: 'the content was changed' }],
    })
  })
})
