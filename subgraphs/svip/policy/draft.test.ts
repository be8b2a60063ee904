import { describe, expect, test } from '@jest/globals'
import { policyJson, readDraft } from './draft.ts'
import { POLICY_VERSIONS } from './versions/index.ts'
import { twg2023 } from './versions/twg-2023.ts'

type Json = Record<string, unknown> & { rules: Record<string, unknown>[] }
const printed = (): Json => JSON.parse(policyJson(twg2023)) as Json
const faultsOf = (text: string): readonly string[] => {
  const reading = readDraft(text)
  return reading.ok ? [] : reading.faults
}
const faultsAfter = (change: (draft: Json) => void): readonly string[] => {
  const draft = printed()
  change(draft)
  return faultsOf(JSON.stringify(draft))
}
const first = (draft: Json): Record<string, unknown> => draft.rules[0] ?? {}

describe('a draft of the policy', () => {
  test.each(POLICY_VERSIONS)('that is the printed $id equals that version', (version) => {
    expect(readDraft(policyJson(version))).toEqual({ ok: true, draft: version })
  })

  test('with unknown terms is refused, with all faults at once', () => {
    const faults = faultsAfter((draft) => {
      draft.id = 'twg:2027'
      draft.until = '2020-02-30'
      first(draft).categories = ['BSN', 'STATUS', 'STATUS']
      first(draft).purposes = []
      first(draft).basis = 'LEGAL_OBLIGATION'
      first(draft).article = ' '
    })
    for (const fault of [
      '"twg:2027" is no name for a version',
      '"twg:2027" has no valid period',
      '"BSN" in its categories',
      'repeats "STATUS"',
      'has no purposes',
      '"LEGAL_OBLIGATION" in its basis',
      'cites no article',
    ])
      expect(faults).toContainEqual(expect.stringContaining(fault))
  })

  test.each<[string, (draft: Json) => void, string]>([
    ['an unknown key', (draft) => Object.assign(first(draft), { exceptions: [] }), 'rules[0]: '],
    ['an unknown key at the top', (draft) => Object.assign(draft, { force: true }), '"force"'],
    ['a rule without its basis', (draft) => delete first(draft).basis, 'rules[0].basis: '],
    ['a category that is no text', (draft) => (first(draft).categories = [7]), 'rules[0].categories[0]: '],
    ['no rules', (draft) => Object.assign(draft, { rules: undefined }), 'rules: '],
    ['an end that is no day but a number', (draft) => (draft.until = 2027), 'until: '],
  ])('with %s is refused, with its place', (_what, change, place) => {
    expect(faultsAfter(change)).toContainEqual(expect.stringContaining(place))
  })

  test.each([
    ['', 'no JSON'],
    ['{', 'no JSON'],
    ['null', 'expected object'],
    ['[]', 'expected object'],
    ['{"__proto__": {"rules": []}}', 'rules: '],
  ])('that is %j is refused', (text, fault) => {
    expect(faultsOf(text)).toContainEqual(expect.stringContaining(fault))
  })
})
