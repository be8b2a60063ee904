import { describe, expect, test } from '@jest/globals'
import {
  compareLogs,
  createErasedMoments,
  type Disclosure,
  type Permission,
  readDisclosure,
  readPermission,
} from './compare.ts'

const NOON = Date.parse('2020-06-01T12:00:00Z')
const CHAINS = new Set(['svip/decisions', 'img/processing'])
const decision = (changes: Partial<Permission> = {}): Permission => ({
  id: 'd1',
  at: NOON,
  owner: 'IMG',
  categories: ['PRESENCE'],
  granted: true,
  recipient: 'NCG',
  purpose: 'COOPERATION',
  policyVersion: 'twg-2023',
  traceId: 'a'.repeat(32),
  moment: NOON,
  address: '0024200000000001',
  ...changes,
})
const sharing = (changes: Partial<Disclosure> = {}): Disclosure => ({
  chain: 'img/processing',
  seq: 7,
  at: NOON + 5000,
  decision: 'd1',
  owner: 'IMG',
  categories: ['PRESENCE'],
  recipient: 'NCG',
  purpose: 'COOPERATION',
  policyVersion: 'twg-2023',
  traceId: 'a'.repeat(32),
  moment: NOON + 4000,
  pseudonym: 'P1',
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

describe('comparing the logs', () => {
  test('agree', () => {
    expect(compare([decision()], [sharing()])).toEqual({
      problems: [],
      unusedGrants: 0,
      uncheckable: 0,
      partlyCompared: 0,
    })
  })

  test.each([
    ['without a decision', [], [sharing()], WITHOUT.what],
    ['on a refusal', [decision({ granted: false })], [sharing()], 'no grant was made of'],
    ['on a decision about another agency', [decision({ owner: 'NCG' })], [sharing()], 'another agency'],
    ['of more than was decided', [decision()], [sharing({ categories: ['SAFETY'] })], 'more categories'],
    ['with another organisation', [decision()], [sharing({ recipient: 'GEMEENTE' })], 'another organisation'],
    ['with nobody', [decision()], [sharing({ recipient: null })], 'another organisation'],
    ['for another purpose', [decision()], [sharing({ purpose: 'SIGNALLING' })], 'another purpose'],
    ['for no purpose', [decision()], [sharing({ purpose: null })], 'another purpose'],
    ['under another policy', [decision()], [sharing({ policyVersion: 'twg-2021' })], 'another version'],
    ['in another request', [decision()], [sharing({ traceId: 'b'.repeat(32) })], 'another request'],
    ['after the grant', [decision()], [sharing({ moment: NOON + 90_001 })], 'after the grant had ended'],
    ['before the decision', [decision()], [sharing({ moment: NOON - 60_001 })], 'before it was decided'],
  ])('a sharing %s is a problem', (_name, permissions, disclosures, what) => {
    expect(compare(permissions, disclosures).problems).toMatchObject([
      { seq: 7, what: expect.stringContaining(what) },
    ])
  })

  test('a sharing within the lifetime of the grant and the clock difference is no problem', () => {
    for (const moment of [NOON - 60_000, NOON + 90_000])
      expect(compare([decision()], [sharing({ moment })]).problems).toEqual([])
  })

  test('a sharing under a decision about another address is a problem, whichever line came first', () => {
    const here = [decision(), sharing()] as const
    const there = [
      decision({ id: 'd2', address: '0024200000000002' }),
      sharing({ decision: 'd2', seq: 8, pseudonym: 'P2' }),
    ] as const
    const decisions = [here[0], there[0]]
    expect(compare(decisions, [here[1], there[1]]).problems).toEqual([])
    const wrong = { chain: 'img/processing', seq: 9, what: expect.stringContaining('another address') }
    // One address with a decision for it elsewhere, and one without any decision.
    for (const pseudonym of ['P2', 'P3'])
      expect(compare(decisions, [here[1], there[1], sharing({ seq: 9, pseudonym })]).problems).toEqual([
        wrong,
      ])
    expect(
      compare(decisions, [sharing({ seq: 7, pseudonym: 'P3' }), { ...here[1], seq: 9 }]).problems,
    ).toEqual([wrong])
    // Each agency has its own pseudonyms.
    const ncg = sharing({ chain: 'ncg/processing', owner: 'NCG', decision: 'd3', pseudonym: 'Q1' })
    expect(compare([here[0], decision({ id: 'd3', owner: 'NCG' })], [here[1], ncg]).problems).toEqual([])
  })

  test('values that an entry of an earlier version lacks are not compared, which is counted', () => {
    const absent = { recipient: undefined, purpose: undefined, policyVersion: undefined, traceId: undefined }
    for (const [decided, shared] of [
      [decision(absent), sharing({ recipient: 'GEMEENTE', purpose: 'SIGNALLING' })],
      [decision(), sharing(absent)],
      [decision({ moment: undefined }), sharing({ moment: NOON + 3_600_000 })],
      [decision({ address: undefined }), sharing()],
    ] as const)
      expect(compare([decided], [shared])).toMatchObject({ problems: [], partlyCompared: 1 })
    // Values that both have are still compared.
    const { problems } = compare([decision(absent)], [sharing({ categories: ['SAFETY'] })])
    expect(problems).toHaveLength(1)
  })

  test('a sharing whose decision was erased cannot be compared, which is no problem', () => {
    const erased = erasedAt('svip/decisions', NOON)
    expect(compare([], [sharing()], erased)).toEqual({
      problems: [],
      unusedGrants: 0,
      uncheckable: 1,
      partlyCompared: 0,
    })
  })

  test('erasing at another moment, or from another log, does not excuse a missing decision', () => {
    for (const erased of [
      erasedAt('svip/decisions', NOON - 3_600_000),
      erasedAt('svip/decisions', NOON + 3_600_000),
      erasedAt('svip/processing', NOON),
    ])
      expect(compare([], [sharing()], erased)).toEqual({
        problems: [WITHOUT],
        unusedGrants: 0,
        uncheckable: 0,
        partlyCompared: 0,
      })
  })

  test('erasing does not excuse a sharing that contradicts its decision', () => {
    const erased = erasedAt('svip/decisions', NOON)
    expect(compare([decision({ granted: false })], [sharing()], erased).problems).toHaveLength(1)
  })

  test('a grant whose sharing was erased is not counted as unused', () => {
    const erased = erasedAt('img/processing', NOON + 20_000)
    expect(compare([decision()], [], erased)).toEqual({
      problems: [],
      unusedGrants: 0,
      uncheckable: 1,
      partlyCompared: 0,
    })
    expect(compare([decision()], [])).toEqual({
      problems: [],
      unusedGrants: 1,
      uncheckable: 0,
      partlyCompared: 0,
    })
  })
})

describe('entries', () => {
  const place = { chain: 'svip/decisions', seq: 1, at: NOON }
  const decided = {
    id: 'd1',
    granted: true,
    trace_id: 'a'.repeat(32),
    timestamp: NOON,
    policies: 'twg-2023',
    request: {
      owner: 'IMG',
      addressId: '0024200000000001',
      purpose: 'COOPERATION',
      caller: { organisation: 'NCG' },
    },
    response: { categories: ['PRESENCE'] },
  }
  const shared = (attributes: object = {}) => ({
    trace_id: 'a'.repeat(32),
    start_time: NOON,
    attributes: {
      'dpl.core.processing_activity_id':
        'urn:samenloop:verwerkingsactiviteit:img:verstrekking-cooperation:twg-2023',
      'dpl.core.data_subject_id': 'P1',
      'samenloop.recipient': 'NCG',
      'samenloop.purpose': 'COOPERATION',
      'samenloop.decision_id': 'd1',
      'samenloop.categories': ['PRESENCE'],
      ...attributes,
    },
  })

  test('are read with all values', () => {
    const permission = readPermission(place, decided)
    const disclosure = readDisclosure({ ...place, chain: 'img/processing' }, shared())
    const both = {
      recipient: 'NCG',
      purpose: 'COOPERATION',
      policyVersion: 'twg-2023',
      traceId: 'a'.repeat(32),
      moment: NOON,
    }
    expect(permission).toMatchObject({ ...both, address: '0024200000000001' })
    expect(disclosure).toMatchObject({ ...both, pseudonym: 'P1' })
  })

  test('of earlier versions are read with the values that they have', () => {
    const { trace_id: _t, timestamp: _m, policies: _p, ...rest } = decided
    const old = { ...rest, request: { owner: 'IMG' } }
    expect(readPermission(place, old)).toMatchObject({
      owner: 'IMG',
      recipient: undefined,
      policyVersion: undefined,
    })
    const activity = {
      'dpl.core.processing_activity_id': 'urn:samenloop:verwerkingsactiviteit:img:verstrekking:v1',
    }
    expect(readDisclosure({ ...place, chain: 'img/processing' }, shared(activity))).toMatchObject({
      policyVersion: undefined,
    })
  })
})
