import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { dataDir } from '@electric-sql/pglite-prepopulatedfs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCommandAt } from '../support/command.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

/** The databases, secrets and seals of a system of the previous version (see the README there). */
const BEFORE = 'test/support/version-before'
const PARTIES = ['svip', 'img', 'ncg'] as const

const dumps = new Map(
  PARTIES.map((party) => [party, gunzipSync(readFileSync(`${BEFORE}/${party}.sql.gz`)).toString()]),
)
/** The number of rows that a table of the SVIP had. */
const rowsOf = (table: string): number =>
  dumps.get('svip')?.match(new RegExp(`^INSERT INTO public\\.${table} `, 'gm'))?.length ?? 0

let system: TestSystem
beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'samenloop-version-before-'))
  for (const [party, dump] of dumps) {
    mkdirSync(join(directory, party))
    const database = await PGlite.create(join(directory, party, 'pglite'), { loadDataDir: await dataDir() })
    await database.exec(dump)
    await database.close()
  }
  cpSync(`${BEFORE}/secrets.json`, join(directory, 'secrets.json'))
  cpSync(`${BEFORE}/seals`, join(directory, 'seals'), { recursive: true })
  system = await startTestSystem(directory, { world: false })
})
afterAll(async () => {
  await system?.remove()
})

describe('databases of the previous version', () => {
  test('start, and have all their rows', async () => {
    const { ask } = client(system.layout)
    const { data, errors } = await ask(
      '{ informationRequests(first: 1) { totalCount } subjectAccessRequests(first: 1) { totalCount } signals(first: 1) { totalCount } }',
      { as: 'privacy.officer' },
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      informationRequests: { totalCount: rowsOf('information_request') },
      subjectAccessRequests: { totalCount: rowsOf('subject_access_request') },
      signals: { totalCount: rowsOf('signal') },
    })
    expect(data.informationRequests.totalCount).toBeGreaterThan(10)
  })

  test('have complete and unchanged logs, to which new entries are added', async () => {
    const { code, out, err } = await runCommandAt(system.layout, 'log-verify')
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('complete and unchanged')
    const entries = /svip\/decisions\s+([\d.,]+) entries/.exec(out)?.[1]
    expect(Number(entries)).toBeGreaterThan(100)
  })

  test('have decisions with the same result when they are replayed', async () => {
    const { code, out } = await runCommandAt(system.layout, 'replay')
    expect(code).toBe(0)
    expect(out).toMatch(/[1-9]\d* decisions taken again: \d+ the same, 0 different/)
  })

  test('are retained for the present terms', async () => {
    const { code, out, err } = await runCommandAt(system.layout, 'retention', '--dry-run')
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('SVIP')
  })
})
