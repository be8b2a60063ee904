import { PassThrough } from 'node:stream'
import { expect, test } from '@jest/globals'
import type { ExportLine } from '../kernel/records/log/export.ts'
import { withProgress } from './log-progress.ts'

/** The lines of two parties with a chain each that progress uses. */
async function* lines(entries: number): AsyncGenerator<ExportLine> {
  for (const party of ['img', 'ncg']) {
    yield { type: 'export', party, publicKey: '', exportedAt: '', chains: [], id: null }
    const chain = `${party}/access`
    const head = { chain, seq: entries, hash: '', at: 0, signature: '' }
    yield { type: 'chain', chain, publicKey: '', exportedAt: '', head }
    for (let seq = 1; seq <= entries; seq += 1)
      yield { type: 'entry', chain, seq, salt: null, content: null } as unknown as ExportLine
    yield { type: 'end', chain, entries }
  }
}

async function shown(isTTY: boolean, entries: number): Promise<{ written: string; passed: number }> {
  const screen = Object.assign(new PassThrough(), { isTTY })
  let now = 0
  const tick = () => {
    now += 1
    return now * 1000
  }
  let passed = 0
  for await (const line of withProgress(lines(entries), screen, tick)) if (line.type !== 'export') passed += 1
  screen.end()
  return { written: (await screen.toArray()).join(''), passed }
}

test('prints a line per party without a terminal', async () => {
  expect(await shown(false, 10)).toEqual({
    written: 'Verifying the log of img\nVerifying the log of ncg\n',
    passed: 24,
  })
})

test('prints the progress of a long chain', async () => {
  const { written } = await shown(false, 20_000)
  expect(written).toMatch(/^Verifying the log of img\nimg\/access +: \d+ \/ 20000\n/)
})

test('draws a bar for each chain on a terminal', async () => {
  const { written } = await shown(true, 1000)
  for (const chain of ['img/access', 'ncg/access']) expect(written).toContain(chain)
  expect(written).not.toContain('Verifying')
})
