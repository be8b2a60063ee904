import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { runCommand } from '../support/command.ts'
import { client } from '../support/system.ts'

const system = client()
const folder = mkdtempSync(join(tmpdir(), 'samenloop-replay-'))
const exported = join(folder, 'logs.jsonl')
const ABSENT = '00000000-0000-4000-8000-000000000000'

type Draft = { rules: { id: string; categories: string[] }[] }

let address: string
let decisionId: string
let subject: string
beforeAll(async () => {
  address = await makeAddress(system)
  const { data } = await system.ask(
    `query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { owner decisionId } damage { categories } } }`,
    { as: 'ncg.handler', variables: { id: address } },
  )
  decisionId = data.address.access[0].decisionId
  const token = await system.tokenOf('ncg.handler')
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }
  subject = claims.sub
  expect((await runCommand('log-verify', '--export', exported)).code).toBe(0)
})

describe('npm run replay', () => {
  test('shows a decision in full, and replays it', async () => {
    const { code, out, err } = await runCommand('replay', decisionId.toUpperCase())
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const part of [
      decisionId,
      'NCG, case_handler',
      'data of IMG',
      'COOPERATION',
      'PARTIAL, CONSENT_MISSING',
      'PRESENCE, STATUS, HANDLER, on PUBLIC_TASK',
      'a grant for the agency',
      'twg-2023/cooperation/public-task: Tijdelijke wet Groningen art. 2a',
      'revision 1',
      'it comes out the same',
    ])
      expect(out).toContain(part)
    expect(out).not.toContain(address)
    expect(out).not.toContain(subject)
  })

  test('does so without the system, from an export', async () => {
    const { code, out } = await runCommand('replay', decisionId, '--file', exported)
    expect({ code, same: out.includes('comes out the same') }).toEqual({ code: 0, same: true })
  })

  test('replays all decisions of a period', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const all = await runCommand('replay')
    expect(all.code).toBe(0)
    expect(all.out).toMatch(/svip\/decisions: \d+ entries/)
    expect(all.out).toMatch(/[1-9]\d* decisions taken again: \d+ the same, 0 different/)
    const before = await runCommand('replay', '--until', '2020-01-01', '--file', exported)
    expect(before.out).toContain('0 decisions taken again')
    expect((await runCommand('replay', '--from', '2020-01-01', '--until', `${today}`)).code).toBe(0)
  })

  test('rejects a decision that was changed in the log', async () => {
    const changed = join(folder, 'changed.jsonl')
    const lines = readFileSync(exported, 'utf8').split('\n')
    const spoiled = lines.map((line) =>
      line.includes(decisionId) && line.includes('adl.access_evaluation')
        ? line.replace('PARTIAL', 'PERMITTED')
        : line,
    )
    writeFileSync(changed, spoiled.join('\n'))
    const one = await runCommand('replay', decisionId, '--file', changed)
    expect({ code: one.code, out: one.out }).toEqual({ code: 2, out: '' })
    expect(one.err).toMatch(/svip\/decisions entry \d+: the content was changed/)
    const all = await runCommand('replay', '--file', changed)
    expect(all.code).toBe(2)
    expect(all.out).toContain('Not everything on record could be looked at')
  })

  test.each<[string, readonly string[], string]>([
    ['a decision that was never taken', [ABSENT], 'There is no decision'],
    ['what is no id', ['../log'], 'is no id of a decision'],
    ['two decisions', [ABSENT, ABSENT], 'Give one decision'],
    ['a decision and a period', [ABSENT, '--from', '2026-01-01'], 'not both'],
    ['a day that does not exist', ['--from', '2026-02-30'], '--from must be a day that exists'],
    ['a period that ends before it begins', ['--from', '2026-02-02', '--until', '2026-02-01'], 'later than'],
    ['a file that is not there', ['--file', '/nowhere.jsonl'], 'There is no file'],
    ['an unknown option', ['--all'], '--all'],
  ])('gives the reason that it cannot read, for %s', async (_what, args, message) => {
    const { code, out, err } = await runCommand('replay', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  test('reports a file that is not a log', async () => {
    const file = join(folder, 'other.jsonl')
    for (const text of ['{}', 'null', 'not json', '']) {
      writeFileSync(file, text)
      expect((await runCommand('replay', '--file', file)).code).toBe(2)
    }
  })
})

describe('npm run policy:whatif', () => {
  const draftFile = join(folder, 'draft.json')
  let printed: Draft
  const saveDraft = (change: (draft: Draft) => void): string => {
    const draft = structuredClone(printed)
    change(draft)
    writeFileSync(draftFile, JSON.stringify(draft))
    return draftFile
  }
  beforeAll(async () => {
    const { code, out } = await runCommand('policy-whatif', '--print', 'twg-2023')
    expect(code).toBe(0)
    printed = JSON.parse(out) as Draft
  })

  test('changes nothing with the current policy', async () => {
    const { code, out } = await runCommand(
      'policy-whatif',
      '--policy',
      saveDraft(() => {}),
    )
    expect(code).toBe(0)
    expect(out).toMatch(/0 of \d+ decisions would come out differently/)
  })

  test('reports how many decisions would change, which, and why, without an address or an employee', async () => {
    const draft = saveDraft(({ rules }) => {
      for (const rule of rules)
        if (rule.id === 'twg-2023/cooperation/public-task') rule.categories = ['PRESENCE', 'PLANNING']
    })
    const csv = join(folder, 'changes.csv')
    const { code, out } = await runCommand(
      'policy-whatif',
      `--policy=${draft}`,
      `--file=${exported}`,
      '--list',
      `--csv=${csv}`,
    )
    expect(code).toBe(1)
    expect(out).toContain(`${decisionId}  MORE_AND_LESS`)
    expect(out).toMatch(/IMG +COOPERATION +NCG case_handler/)
    expect(out).toContain('more: PLANNING; less: STATUS, HANDLER')
    const lines = readFileSync(csv, 'utf8')
    expect(lines).toContain(`${decisionId};`)
    expect(lines).toContain(';IMG;COOPERATION;NCG;case_handler;MORE_AND_LESS;PLANNING;STATUS HANDLER;')
    for (const text of [out, lines]) {
      expect(text).not.toMatch(/\b\d{4}20\d{10}\b/)
      expect(text).not.toContain(subject)
    }
  })

  test('refuses a draft that cannot be applied, with every fault', async () => {
    const draft = saveDraft(({ rules }) => {
      const [first, second] = rules
      if (first) first.categories = ['BSN']
      if (second) second.categories = []
    })
    const { code, out, err } = await runCommand('policy-whatif', '--policy', draft, '--file', exported)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('"BSN" in its categories')
    expect(err).toContain('has no categories')
  })

  test.each<[string, readonly string[], string]>([
    ['nothing', [], 'Give the draft with --policy'],
    ['an unknown version', ['--print', 'twg-2024'], 'Choose from: guo-2020, twg-2023'],
    ['a draft that is not there', ['--policy', '/nowhere.json'], 'cannot be read'],
  ])('prints its usage, for %s', async (_what, args, message) => {
    const { code, err } = await runCommand('policy-whatif', ...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
