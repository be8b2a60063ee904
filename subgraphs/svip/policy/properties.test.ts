import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ORGANISATIONS, OWNERS, PURPOSES, ROLES } from '../../../kernel/vocabulary.ts'
import {
  aConsent,
  aGrantedRequest,
  anEmergency,
  anObjection,
  aRequest,
  aWish,
  consents,
  grantedRequests,
  objections,
  requests,
  someFacts,
  someFactsOrOther,
  someone,
  UNDER_TWG,
} from '../../../test/support/svip/policy.ts'
import { decide } from './decide.ts'
import type { AccessRequest, Decision, Facts, UsedFact } from './decision.ts'
import { relevantFacts } from './grounds.ts'
import { isAbout } from './scope.ts'
import { POLICY_VERSIONS, policyById, policyInForce } from './versions/index.ts'

const inForce = (request: AccessRequest, facts: Facts): Decision =>
  decide(request, facts, policyInForce(request.instant))

const expectWithin = (smaller: Decision, larger: Decision) =>
  expect(larger.categories).toEqual(expect.arrayContaining([...smaller.categories]))

/** Checks the property, and that some of the cases gave data. */
function forAll(property: (request: AccessRequest, facts: Facts) => Decision): void {
  let given = 0
  fc.assert(
    fc.property(requests, someFactsOrOther, (request, facts) => {
      if (property(request, facts).categories.length > 0) given += 1
    }),
    { numRuns: 4000 },
  )
  expect(given).toBeGreaterThan(150)
}

describe('for any request and facts', () => {
  test('when an objection withholds an agency, the presence of its track makes no difference to others', () => {
    forAll((request, facts) => {
      const hidden = OWNERS.find((owner) => owner !== request.caller.organisation) ?? 'IMG'
      const objected: Facts = {
        ...facts,
        consents: [],
        requests: [],
        emergencies: [],
        objections: [...facts.objections, anObjection({ owner: hidden, purposes: [] })],
      }
      const without = { ...objected, tracks: facts.tracks.filter(({ owner }) => owner !== hidden) }
      const track = { owner: hidden, reference: 'hidden', open: true, revision: 1 }
      const { facts: _used, ...seen } = inForce(request, { ...without, tracks: [...without.tracks, track] })
      const { facts: _other, ...unseen } = inForce(request, without)
      expect(seen).toEqual(unseen)
      return inForce(request, facts)
    })
  })

  test('a request without a rule is refused', () => {
    forAll((request, facts) => {
      const decision = inForce(request, facts)
      const policy = policyInForce(request.instant)
      const about = policy?.rules.filter((rule) => isAbout(rule, request)) ?? []
      if (about.length === 0) expect(decision).toMatchObject({ outcome: 'DENIED', categories: [], rules: [] })
      return decision
    })
  })

  test('a category is given only by a rule that names it, and never to its owner or outside a municipality', () => {
    forAll((request, facts) => {
      const decision = inForce(request, facts)
      const rules = policyInForce(request.instant)?.rules ?? []
      for (const category of decision.categories)
        expect(rules.some((rule) => isAbout(rule, request) && rule.categories.includes(category))).toBe(true)
      if (decision.categories.length > 0) {
        expect(request.caller.organisation).not.toBe(request.owner)
        if (request.caller.organisation === 'GEMEENTE')
          expect(request.caller.municipality).toBe(request.addressMunicipality)
      }
      return decision
    })
  })

  test('outcome, reason, categories and rules agree with each other', () => {
    forAll((request, facts) => {
      const decision = inForce(request, facts)
      const { outcome, reason, categories, withheld, rules, legalBases } = decision
      expect(outcome).toBe(
        categories.length === 0 ? 'DENIED' : withheld.length === 0 ? 'PERMITTED' : 'PARTIAL',
      )
      expect(reason === 'PERMITTED').toBe(outcome === 'PERMITTED')
      expect(categories.filter((category) => withheld.includes(category))).toEqual([])
      expect([rules.length > 0, legalBases.length > 0]).toEqual([
        categories.length > 0,
        categories.length > 0,
      ])
      return decision
    })
  })

  test('withdrawing a consent never adds a category', () => {
    forAll((request, facts) => {
      const before = inForce(request, facts)
      facts.consents.forEach((consent, index) => {
        const withdrawn = facts.consents.with(index, { ...consent, state: 'WITHDRAWN' })
        expectWithin(inForce(request, { ...facts, consents: withdrawn }), before)
      })
      return before
    })
  })

  test('a granted request that is revoked, and an emergency access that ends, never add a category', () => {
    forAll((request, facts) => {
      const before = inForce(request, facts)
      const requests = facts.requests?.map((each) => ({ ...each, state: 'REVOKED' as const })) ?? []
      expectWithin(inForce(request, { ...facts, requests }), before)
      expectWithin(inForce(request, { ...facts, emergencies: [] }), before)
      return before
    })
  })

  test('a granted request opens data only to its requester and their team', () => {
    fc.assert(
      fc.property(requests, someFactsOrOther, grantedRequests, (request, facts, granted) => {
        const { subject, team } = request.caller
        fc.pre(granted.subject !== subject && (granted.team === null || granted.team !== team))
        const after = inForce(request, { ...facts, requests: [...(facts.requests ?? []), granted] })
        expect(after.categories).toEqual(inForce(request, facts).categories)
      }),
      { numRuns: 2000 },
    )
  })

  test('an objection that is added or upheld never adds a category', () => {
    fc.assert(
      fc.property(requests, someFactsOrOther, objections, (request, facts, objection) => {
        const before = inForce(request, facts)
        expectWithin(inForce(request, { ...facts, objections: [...facts.objections, objection] }), before)
        const upheld = facts.objections.map((each) => ({ ...each, state: 'UPHELD' as const }))
        expectWithin(inForce(request, { ...facts, objections: upheld }), before)
      }),
      { numRuns: 2000 },
    )
  })

  test('a consent that is added never removes a category', () => {
    fc.assert(
      fc.property(requests, someFactsOrOther, consents, (request, facts, consent) => {
        const after = inForce(request, { ...facts, consents: [...facts.consents, consent] })
        expectWithin(inForce(request, facts), after)
      }),
      { numRuns: 2000 },
    )
  })

  test('request, facts and policy id as stored replay to the same decision', () => {
    forAll((request, facts) => {
      const decision = inForce(request, facts)
      const stored = JSON.stringify({ request, facts, policyId: decision.policyVersion })
      const loaded = JSON.parse(stored)
      expect(decide(loaded.request, loaded.facts, policyById(loaded.policyId))).toEqual(decision)
      return decision
    })
  })

  test('the facts that can matter to a request give the same decision as all facts, under every policy', () => {
    // Also under other policies: with every rule applied to all owners and purposes.
    const everything = POLICY_VERSIONS.map((version) => ({
      ...version,
      from: '0001-01-01',
      until: null,
      rules: version.rules.map((rule) => ({ ...rule, owners: OWNERS, purposes: PURPOSES })),
    }))
    let left = 0
    fc.assert(
      fc.property(requests, someFactsOrOther, (request, facts) => {
        const relevant = relevantFacts(request, facts)
        for (const policy of [policyInForce(request.instant), ...everything])
          expect(decide(request, relevant, policy)).toEqual(decide(request, facts, policy))
        left += facts.consents.length - relevant.consents.length
      }),
      { numRuns: 1000 },
    )
    expect(left).toBeGreaterThan(100)
  })

  test('the facts that a decision names suffice to replay it', () => {
    forAll((request, facts) => {
      const decision = inForce(request, facts)
      const isUsed = (kind: UsedFact['kind'], id: string, revision: number): boolean =>
        decision.facts.some((fact) => fact.kind === kind && fact.id === id && fact.revision === revision)
      const named: Facts = {
        tracks: facts.tracks.filter((each) =>
          isUsed('TRACK', `${each.owner}:${each.reference}`, each.revision),
        ),
        consents: facts.consents.filter((each) => isUsed('CONSENT', each.id, each.revision)),
        objections: facts.objections.filter((each) => isUsed('OBJECTION', each.id, each.revision)),
        wish: facts.wish && isUsed('WISH', facts.wish.id, facts.wish.revision) ? facts.wish : null,
        requests: facts.requests?.filter((each) => isUsed('REQUEST', each.id, each.revision)) ?? [],
        emergencies: facts.emergencies?.filter((each) => isUsed('EMERGENCY', each.id, each.revision)) ?? [],
      }
      expect(inForce(request, named)).toEqual(decision)
      return decision
    })
  })
})

describe('hostile input', () => {
  const odd = [
    undefined,
    null,
    '',
    ' ',
    'img',
    '*',
    '__proto__',
    'constructor',
    0,
    1,
    -1,
    Number.NaN,
    true,
    [],
    {},
  ]
  /** A permitted request, so that a refusal is due to the one changed part. */
  const fine = aRequest({ purpose: 'INTEGRAL_APPROACH' })
  const facts = someFacts({ consents: [aConsent()], wish: aWish })
  const policy = policyById('twg-2023')

  const hostile = (changes: object): Decision =>
    decide({ ...fine, ...changes } as AccessRequest, facts, policy)

  test('the unchanged request is permitted', () => {
    expect(hostile({}).outcome).toBe('PERMITTED')
  })

  test.each(odd)('%p in any part of a request never throws and never permits', (value) => {
    for (const key of ['caller', 'owner', 'addressId', 'purpose', 'instant'])
      expect([key, hostile({ [key]: value }).outcome]).toEqual([key, 'DENIED'])
    for (const key of ['organisation', 'roles'])
      expect([key, hostile({ caller: { ...fine.caller, [key]: value } }).outcome]).toEqual([key, 'DENIED'])
    for (const municipality of [value, '1979'])
      expect(
        hostile({
          caller: { ...someone('GEMEENTE'), municipality },
          purpose: 'MUNICIPAL_PLAN',
          addressMunicipality: municipality === value ? '1979' : value,
        }).outcome,
      ).toBe('DENIED')
  })

  test.each(odd)('%p instead of a request, facts or a policy never throws and never permits', (value) => {
    expect(decide(value as never, facts, policy).outcome).toBe('DENIED')
    expect(decide(fine, value as never, policy).outcome).toBe('DENIED')
    expect(decide(fine, facts, value as never).outcome).toBe('DENIED')
  })

  test.each(odd)('%p in any part of a consent gives nothing, or not longer than before', (value) => {
    for (const key of ['state', 'owner', 'recipient', 'purposes', 'categories', 'validFrom', 'validUntil']) {
      if (key === 'validUntil' && value === null) continue
      const consent = { ...aConsent(), [key]: value }
      const decision = decide(aRequest(), someFacts({ consents: [consent as never] }), policy)
      expect([key, decision.categories.includes('FINDINGS')]).toEqual([key, false])
    }
  })

  test.each(odd)('%p in any part of a granted request or emergency access gives nothing', (value) => {
    const keys = [
      'state',
      'basis',
      'owner',
      'recipient',
      'subject',
      'purpose',
      'categories',
      'validFrom',
      'validUntil',
    ]
    for (const key of keys) {
      const requests = [{ ...aGrantedRequest(), [key]: value } as never]
      expect([
        key,
        decide(aRequest(), someFacts({ requests }), policy).categories.includes('FINDINGS'),
      ]).toEqual([key, false])
    }
    const acute = aRequest({ purpose: 'ACUTE_SAFETY', caller: someone('IMG', 'safety_officer') })
    for (const key of ['owner', 'recipient', 'subject', 'categories', 'validFrom', 'validUntil']) {
      const emergencies = [{ ...anEmergency(), [key]: value } as never]
      expect([key, decide(acute, someFacts({ emergencies }), policy).categories.includes('SAFETY')]).toEqual([
        key,
        false,
      ])
    }
  })

  test.each([
    '2024',
    '2024-03-01',
    '2024-03-01T09:00:00',
    '2024-02-30T09:00:00Z',
    '2024-03-01T25:00:00Z',
    'Fri Mar 01 2024',
    'NaN',
    '9999999-01-01T00:00:00Z',
    ' 2024-03-01T09:00:00Z',
  ])('"%s" is no instant: no policy is in force then', (instant) => {
    expect(policyInForce(instant)).toBeNull()
    expect(hostile({ instant }).reason).toBe('NO_POLICY_IN_FORCE')
  })

  test('arbitrary values for request and facts never throw, and permit only named categories', () => {
    const anyRequest = fc.record(
      {
        caller: fc.oneof(
          fc.anything(),
          fc.record({
            organisation: fc.oneof(fc.constantFrom(...ORGANISATIONS), fc.anything()),
            roles: fc.oneof(fc.subarray([...ROLES]), fc.anything()),
            municipality: fc.oneof(fc.string(), fc.anything()),
          }),
        ),
        owner: fc.oneof(fc.constantFrom(...OWNERS), fc.anything()),
        addressId: fc.oneof(fc.constant(fine.addressId), fc.anything()),
        addressMunicipality: fc.anything(),
        purpose: fc.oneof(fc.constantFrom(...PURPOSES), fc.anything()),
        instant: fc.oneof(fc.constant(UNDER_TWG), fc.anything()),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(anyRequest, fc.anything()), fc.anything(), (request, anything) => {
        for (const version of [...POLICY_VERSIONS, null, anything as never])
          for (const known of [facts, anything as never]) {
            const decision = decide(request as never, known, version)
            if (decision.outcome !== 'DENIED') expect(PURPOSES).toContain((request as AccessRequest).purpose)
          }
      }),
      { numRuns: 500 },
    )
  })
})
