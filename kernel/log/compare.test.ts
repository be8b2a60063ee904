import { describe, expect, test } from '@jest/globals'
import { compareLogs, createErasedMoments, type Disclosure, type Permission } from './compare.ts'

const NOON = Date.parse('2020-06-01T12:00:00Z')
const CHAINS = new Set(['svip/decisions', 'img/processing'])
const decision = (changes: Partial<Permission> = {}): Permission => ({
  id: 'd1',
  at: NOON,
  owner: 'IMG',
  categories: ['PRESENCE'],
  granted: true,
  ...changes,
})
const sharing = (changes: Partial<Disclosure> = {}): Disclosure => ({
  chain: 'img/processing',
  seq: 7,
  at: NOON + 5000,
  decision: 'd1',
  owner: 'IMG',
  categories: ['PRESENCE'],
  ...changes,
})
const erasedAt = (chain: string, at: number) => {
  const moments = createErasedMoments()
  moments.add(at)
  return new Map([[chain, moments]])
}
const compare = (
  permissions: readonly Permission[],
  disclosures: readonly Disclosure[],
  erased = new Map<string, ReturnType<typeof createErasedMoments>>(),
) => compareLogs(CHAINS, new Map(permissions.map((each) => [each.id, each])), disclosures, erased)
const WITHOUT = { chain: 'img/processing', seq: 7, what: 'data was shared without a decision of the SVIP' }

describe('the logs held against each other', () => {
  test('agree', () => {
    expect(compare([decision()], [sharing()])).toEqual({ problems: [], unusedGrants: 0, uncheckable: 0 })
  })

  test.each([
    ['without a decision', [], [sharing()], WITHOUT.what],
    ['on a refusal', [decision({ granted: false })], [sharing()], 'no grant was made of'],
    ['on a decision about another agency', [decision({ owner: 'NCG' })], [sharing()], 'another agency'],
    ['of more than was decided', [decision()], [sharing({ categories: ['SAFETY'] })], 'more categories'],
  ])('a sharing %s is a problem', (_name, permissions, disclosures, what) => {
    expect(compare(permissions, disclosures).problems).toMatchObject([
      { seq: 7, what: expect.stringContaining(what) },
    ])
  })

  test('a sharing whose decision was erased cannot be checked, which is no problem', () => {
    const erased = erasedAt('svip/decisions', NOON)
    expect(compare([], [sharing()], erased)).toEqual({ problems: [], unusedGrants: 0, uncheckable: 1 })
  })

  test('a decision erased of another moment, or from another log, excuses nothing', () => {
    for (const erased of [
      erasedAt('svip/decisions', NOON - 3_600_000),
      erasedAt('svip/decisions', NOON + 3_600_000),
      erasedAt('svip/processing', NOON),
    ])
      expect(compare([], [sharing()], erased)).toEqual({
        problems: [WITHOUT],
        unusedGrants: 0,
        uncheckable: 0,
      })
  })

  test('what was erased does not excuse a sharing whose decision is there', () => {
    const erased = erasedAt('svip/decisions', NOON)
    expect(compare([decision({ granted: false })], [sharing()], erased).problems).toHaveLength(1)
  })

  test('a grant whose sharing was erased is not counted as unused', () => {
    const erased = erasedAt('img/processing', NOON + 20_000)
    expect(compare([decision()], [], erased)).toEqual({ problems: [], unusedGrants: 0, uncheckable: 1 })
    expect(compare([decision()], [])).toEqual({ problems: [], unusedGrants: 1, uncheckable: 0 })
  })
})
