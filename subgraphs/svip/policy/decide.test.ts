import { describe, expect, test } from '@jest/globals'
import {
  aConsent,
  anObjection,
  aRequest,
  aWish,
  bothTracks,
  someFacts,
  someone,
  UNDER_GUO,
} from '../../../test/support/svip/policy.ts'
import { decide } from './decide.ts'
import type { AccessRequest, ConsentFact, Facts } from './decision.ts'
import type { PolicyVersion } from './policy.ts'
import { policyById, policyInForce } from './versions/index.ts'

const answer = (request: Partial<AccessRequest>, facts: Partial<Facts> = {}) => {
  const whole = aRequest(request)
  return decide(whole, someFacts(facts), policyInForce(whole.instant))
}
const withConsents = (...consents: readonly ConsentFact[]) => answer({}, { consents })

describe('before any fact is used', () => {
  test('a request without a purpose is refused, whatever its other faults', () => {
    expect(answer({ purpose: null, instant: '2019-01-01T00:00:00Z', addressId: '' })).toMatchObject({
      outcome: 'DENIED',
      reason: 'PURPOSE_REQUIRED',
      purpose: null,
      facts: [],
    })
  })

  test('before the first agreement no policy is in force', () => {
    expect(answer({ instant: '2020-05-31T21:59:59Z' })).toMatchObject({
      outcome: 'DENIED',
      reason: 'NO_POLICY_IN_FORCE',
      policyVersion: null,
    })
  })

  test('a policy is not applied to a moment at which it was not in force', () => {
    expect(decide(aRequest({ instant: UNDER_GUO }), someFacts(), policyById('twg-2023'))).toMatchObject({
      outcome: 'DENIED',
      reason: 'NO_POLICY_IN_FORCE',
      policyVersion: null,
    })
  })

  test.each([
    { why: "another municipality's address", own: '1979', address: '0014' },
    { why: 'an address in no known municipality', own: '1979', address: null },
    { why: 'a caller without a municipality', own: null, address: '1979' },
    { why: 'neither known', own: null, address: null },
    { why: 'two empty codes', own: '', address: '' },
  ])('a municipality is out of scope for $why, also for a purpose it may not have', ({ own, address }) => {
    for (const purpose of ['MUNICIPAL_PLAN', 'COOPERATION'] as const)
      expect(
        answer({
          caller: { ...someone('GEMEENTE'), municipality: own },
          addressMunicipality: address,
          purpose,
        }),
      ).toMatchObject({ outcome: 'DENIED', reason: 'OUT_OF_SCOPE', categories: [], withheld: [], facts: [] })
  })

  test('the municipality of an address decides, not the first digits of its id', () => {
    const caller = { ...someone('GEMEENTE'), municipality: '0010' }
    expect(answer({ caller, purpose: 'MUNICIPAL_PLAN' }).reason).toBe('OUT_OF_SCOPE')
  })

  test('an invalid address id is out of scope for everyone', () => {
    expect(answer({ addressId: '0010100000123456' }).reason).toBe('OUT_OF_SCOPE')
  })

  test('an organisation is no recipient of its own data', () => {
    expect(answer({ owner: 'IMG' }).reason).toBe('PURPOSE_NOT_ALLOWED')
  })
})

describe('consent', () => {
  test.each<{ what: string; consent: Partial<ConsentFact>; reason: string }>([
    { what: 'for the other direction', consent: { owner: 'IMG' }, reason: 'CONSENT_MISSING' },
    { what: 'for another recipient', consent: { recipient: 'SVIP' }, reason: 'CONSENT_MISSING' },
    { what: 'for another purpose', consent: { purposes: ['ACUTE_SAFETY'] }, reason: 'CONSENT_MISSING' },
    { what: 'for other categories', consent: { categories: ['FINANCIAL'] }, reason: 'CONSENT_MISSING' },
    { what: 'that is not yet valid', consent: { validFrom: '2024-03-02' }, reason: 'CONSENT_MISSING' },
    { what: 'that is withdrawn', consent: { state: 'WITHDRAWN' }, reason: 'CONSENT_WITHDRAWN' },
    { what: 'that is refused', consent: { state: 'REFUSED' }, reason: 'CONSENT_REFUSED' },
    { what: 'that has expired', consent: { validUntil: '2024-02-29' }, reason: 'CONSENT_EXPIRED' },
    { what: 'with a broken date', consent: { validFrom: 'soon' }, reason: 'CONSENT_MISSING' },
  ])('$what gives nothing', ({ consent, reason }) => {
    expect(withConsents(aConsent(consent))).toMatchObject({
      outcome: 'PARTIAL',
      reason,
      categories: ['PRESENCE', 'STATUS', 'HANDLER'],
      withheld: ['PLANNING', 'FINDINGS'],
    })
  })

  test('gives only its own categories', () => {
    expect(withConsents(aConsent({ categories: ['FINDINGS', 'CIRCUMSTANCES'] }))).toMatchObject({
      outcome: 'PARTIAL',
      reason: 'CONSENT_MISSING',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'FINDINGS'],
      withheld: ['PLANNING'],
      rules: ['twg-2023/cooperation/public-task', 'twg-2023/cooperation/consent'],
    })
  })

  test('counts through its last day and from its first instant on', () => {
    const day = aConsent({ validFrom: '2024-03-01', validUntil: '2024-03-01' })
    expect(withConsents(day).outcome).toBe('PERMITTED')
    const ended = aConsent({ validUntil: '2024-03-01T09:00:00Z' })
    expect(withConsents(ended).reason).toBe('CONSENT_EXPIRED')
    const begun = aConsent({ validFrom: '2024-03-01T10:00:00+01:00' })
    expect(withConsents(begun).outcome).toBe('PERMITTED')
  })

  test('given after a refusal counts', () => {
    const refused = aConsent({ id: 'old', state: 'REFUSED' })
    expect(withConsents(refused, aConsent({ id: 'new' })).outcome).toBe('PERMITTED')
  })

  test('that is withdrawn does not affect another that is in force', () => {
    const given = aConsent({ id: 'new' })
    const withdrawn = aConsent({ id: 'old', state: 'WITHDRAWN' })
    expect(withConsents(withdrawn, given).outcome).toBe('PERMITTED')
  })

  test('withdrawn comes before expired and missing when categories differ in reason', () => {
    const expired = aConsent({ id: 'a', categories: ['PLANNING'], validUntil: '2024-01-01' })
    expect(withConsents(expired).reason).toBe('CONSENT_EXPIRED')
    const withdrawn = aConsent({ id: 'b', categories: ['FINDINGS'], state: 'WITHDRAWN' })
    expect(withConsents(expired, withdrawn).reason).toBe('CONSENT_WITHDRAWN')
  })
})

describe('an objection', () => {
  test('ends sharing on the public task and not on consent', () => {
    expect(answer({}, { consents: [aConsent()], objections: [anObjection()] })).toMatchObject({
      outcome: 'PARTIAL',
      reason: 'OBJECTION_UPHELD',
      legalBases: ['CONSENT'],
      categories: ['PLANNING', 'FINDINGS'],
      withheld: ['PRESENCE', 'STATUS', 'HANDLER'],
    })
  })

  test.each([
    { what: "against the other owner's sharing", objection: anObjection({ owner: 'IMG' }) },
    { what: 'against another purpose', objection: anObjection({ purposes: ['SIGNALLING'] }) },
    { what: 'that has ended', objection: anObjection({ state: 'ENDED' }) },
  ])('$what takes nothing away', ({ objection }) => {
    expect(answer({}, { objections: [objection] })).toMatchObject({
      categories: ['PRESENCE', 'STATUS', 'HANDLER'],
      facts: [{ kind: 'TRACK' }, { kind: 'TRACK' }],
    })
  })
})

describe('conditions', () => {
  test('a closed track counts: a side had a track', () => {
    expect(answer({ purpose: 'STATUS_EXCHANGE' }).categories).toEqual(['PRESENCE', 'STATUS'])
  })

  test('the recorded wish opens the findings for an integral approach and nothing else', () => {
    expect(answer({ purpose: 'INTEGRAL_APPROACH' }, { wish: aWish })).toMatchObject({
      legalBases: ['PUBLIC_TASK'],
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS'],
      withheld: ['FINANCIAL'],
      rules: ['twg-2023/integral-approach/public-task', 'twg-2023/integral-approach/wish'],
    })
    expect(answer({ purpose: 'COOPERATION' }, { wish: aWish }).withheld).toContain('FINDINGS')
  })

  test('a wish to keep both apart opens nothing', () => {
    const wish = { ...aWish, integralApproach: false }
    expect(answer({ purpose: 'INTEGRAL_APPROACH' }, { wish }).withheld).toEqual(['FINDINGS', 'FINANCIAL'])
  })

  test('a refusal without a basis does not reveal whether the other side has a track', () => {
    const withAndWithoutTracks = (request: Partial<AccessRequest>, facts: Partial<Facts>) => [
      answer(request, facts),
      answer(request, { ...facts, tracks: [] }),
    ]
    const [withTracks, without] = withAndWithoutTracks({ instant: UNDER_GUO }, {})
    expect(without).toEqual(withTracks)
    const [objected, objectedWithout] = withAndWithoutTracks({}, { objections: [anObjection()] })
    expect(objectedWithout).toEqual(objected)
  })
})

describe('the record', () => {
  test('names each fact once, whatever the order of the facts', () => {
    const facts = someFacts({ consents: [aConsent({ id: 'z' }), aConsent({ id: 'a', state: 'WITHDRAWN' })] })
    const shuffled: Facts = {
      ...facts,
      consents: facts.consents.toReversed(),
      tracks: facts.tracks.toReversed(),
    }
    const decision = decide(aRequest(), facts, policyById('twg-2023'))
    expect(decide(aRequest(), shuffled, policyById('twg-2023'))).toEqual(decision)
    expect(decision.facts).toEqual([
      { kind: 'CONSENT', id: 'a', revision: 1 },
      { kind: 'CONSENT', id: 'z', revision: 1 },
      { kind: 'TRACK', id: 'IMG:img-1', revision: 1 },
      { kind: 'TRACK', id: 'NCG:ncg-1', revision: 4 },
    ])
  })
})

describe('a rule that cannot be applied', () => {
  const twg = policyById('twg-2023')
  const [first] = twg?.rules ?? []
  const broken = (rule: object): PolicyVersion =>
    ({
      ...twg,
      rules: [{ ...first, purposes: ['COOPERATION'], ...rule }, ...(twg?.rules ?? [])],
    }) as PolicyVersion

  test('refuses the whole request when it throws, and returns what the record needs', () => {
    const thrower = {
      get categories(): never {
        throw new Error('broken rule')
      },
    }
    const policy = broken({})
    Object.defineProperty(
      policy.rules[0],
      'categories',
      Object.getOwnPropertyDescriptor(thrower, 'categories') ?? {},
    )
    expect(decide(aRequest(), someFacts(), policy)).toMatchObject({
      outcome: 'DENIED',
      reason: 'NO_LEGAL_BASIS',
      purpose: 'COOPERATION',
      categories: [],
      policyVersion: 'twg-2023',
    })
  })

  test.each(['LEGAL_OBLIGATION', 'VITAL_INTEREST', 'constructor', ''])(
    'gives nothing on the basis "%s"',
    (basis) => {
      const policy = broken({ basis, categories: ['FINANCIAL'] })
      expect(decide(aRequest(), someFacts(), policy)).toMatchObject({ outcome: 'PARTIAL' })
      expect(decide(aRequest(), someFacts(), policy).withheld).toContain('FINANCIAL')
    },
  )

  test.each(['constructor', 'UNKNOWN', ''])('gives nothing under the condition "%s"', (condition) => {
    const policy = broken({ conditions: [condition], categories: ['FINANCIAL'] })
    expect(decide(aRequest(), someFacts(), policy).withheld).toContain('FINANCIAL')
  })
})

test('a claim that is not about the building makes no concurrence; an older fact without that field does', () => {
  const outcome = (physical: boolean | undefined) =>
    decide(
      aRequest(),
      someFacts({
        tracks: bothTracks.map((track) =>
          track.owner === 'IMG' && physical !== undefined ? { ...track, physical } : track,
        ),
      }),
      policyInForce(aRequest().instant),
    )
  expect(outcome(false)).toMatchObject({
    reason: 'NO_CONCURRENCE',
    facts: [{ kind: 'TRACK', id: 'NCG:ncg-1' }],
  })
  expect(outcome(true)).toEqual(outcome(undefined))
  expect(outcome(undefined).categories).toContain('STATUS')
})
