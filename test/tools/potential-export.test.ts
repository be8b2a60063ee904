import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runCommandAt } from '../support/command.ts'
import { makeSituations, times } from '../support/potential.ts'
import { client, testLayout } from '../support/system.ts'

/** `npm run potential:export`. No other test has addresses in Noordenveld. */

const system = client()
const NOORDENVELD = '1699'
const path = () => join(mkdtempSync(join(tmpdir(), 'samenloop-export-')), 'adressen.csv')

async function run(as: string, ...args: readonly string[]) {
  process.env.SAMENLOOP_TOKEN = await system.tokenOf(as)
  try {
    return await runCommandAt(testLayout(), 'potential-export', ...args)
  } finally {
    delete process.env.SAMENLOOP_TOKEN
  }
}

test('every address of a list is in the file, from all pages, with access for the user only', async () => {
  const ids = await makeSituations(system, NOORDENVELD, times(130, { ncg: 'S4_2' }))
  const filter = JSON.stringify({ situation: 'NO_REPORT', municipality: NOORDENVELD })
  const file = path()
  writeFileSync(file, 'van eerder', { mode: 0o644 })
  const { code, out } = await run('ncg.svip', '--purpose', 'SIGNALLING', '--filter', filter, file)
  expect([code, out]).toEqual([0, `130 adressen in ${file}.\n`])
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(header).toContain('nummeraanduidingIdentificatie,openbareRuimteNaam')
  expect(lines.map((line) => line.split(',')[0]).sort()).toEqual(ids.toSorted())
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('a list that the purpose does not allow is refused, and an existing file stays', async () => {
  const file = path()
  writeFileSync(file, 'van eerder')
  const filter = JSON.stringify({ situation: 'BOTH_RUNNING' })
  const { code, err } = await run('ncg.handler', '--purpose', 'SIGNALLING', '--filter', filter, file)
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('Voor dit doel mag u deze adressen niet als lijst opvragen'),
  ])
  expect(readFileSync(file, 'utf8')).toBe('van eerder')
})

test.each([
  [['--purpose', 'SIGNALLING'], 'Geef één bestand'],
  [['--purpose', 'NIEUWSGIERIG', 'x.csv'], 'Geef een doel'],
])('%j is refused', async (args, message) => {
  const { code, err } = await run('ncg.svip', ...args)
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
})
