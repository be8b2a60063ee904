import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DATA_CATEGORIES, type DataCategory } from '../../../../kernel/vocabulary.ts'
import {
  aConsent,
  aGrantedRequest,
  anObjection,
  aRequest,
  aWish,
  requests,
  someFacts,
  someFactsOrOther,
  someone,
  UNDER_GUO,
} from '../../../../test/support/svip/policy.ts'
import { decide } from '../../policy/decide.ts'
import type { AccessRequest, Facts, RequestFact } from '../../policy/decision.ts'
import { isAbout } from '../../policy/scope.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import type { ProposalRoad } from '../../schema.generated.ts'
import { type Considered, type Proposal, propose } from './proposal.ts'

/** IMG requests data to cooperate: status and handler are open by law, planning and findings are not. */
const ASKED = ['STATUS', 'PLANNING', 'FINDINGS'] as const

function proposed(
  facts: Partial<Facts> = {},
  { request = {}, ...changes }: Partial<Considered> & { readonly request?: Partial<AccessRequest> } = {},
): Proposal {
  const asked = aRequest(request)
  return propose(
    { id: 'request-1', categories: ASKED, refusedByResident: [], withdrawnByResident: [], ...changes },
    asked,
    someFacts(facts),
    policyInForce(asked.instant),
  )
}
const roads = ({ categories }: Proposal) =>
  Object.fromEntries(categories.map(({ category, road }) => [category, road]))

describe('the proposal', () => {
  test('needs no request for what is already open', () => {
    expect(proposed({}, { categories: ['STATUS', 'HANDLER'] })).toMatchObject({
      outcome: 'NOT_NEEDED',
      policyVersion: 'twg-2023',
    })
  })

  test('can grant on the public task what this case needs', () => {
    const proposal = proposed()
    expect(roads(proposal)).toEqual({
      STATUS: 'ALREADY_OPEN',
      PLANNING: 'OPEN_BY_REQUEST',
      FINDINGS: 'OPEN_BY_REQUEST',
    })
    expect(proposal.outcome).toBe('GRANT')
  })

  test('covers only the requested categories, without duplicates and in order', () => {
    expect(proposed({}, { categories: ['FINDINGS', 'STATUS', 'FINDINGS'] }).categories).toMatchObject([
      { category: 'STATUS' },
      { category: 'FINDINGS' },
    ])
  })

  test('asks the resident where only consent opens a category', () => {
    const team = { caller: someone('SVIP'), purpose: 'STUCK_CASE' } as const
    const proposal = proposed({}, { request: team, categories: ['PLANNING', 'CIRCUMSTANCES'] })
    expect(roads(proposal)).toEqual({ PLANNING: 'OPEN_BY_REQUEST', CIRCUMSTANCES: 'CONSENT_NEEDED' })
    expect(proposal.outcome).toBe('ASK_CONSENT')
  })

  test('counts a consent for this request, and not one for another request', () => {
    const bound = (requestId: string) => [aConsent({ requestId, categories: ['PLANNING'] })]
    expect(roads(proposed({ consents: bound('request-1') })).PLANNING).toBe('CONSENT_GIVEN')
    expect(roads(proposed({ consents: bound('request-2') })).PLANNING).toBe('OPEN_BY_REQUEST')
  })

  test('needs no request for what a general consent or the owner’s wish opens', () => {
    expect(proposed({ consents: [aConsent()] }).outcome).toBe('NOT_NEEDED')
    const approach = { request: { purpose: 'INTEGRAL_APPROACH' }, categories: ['FINDINGS'] } as const
    expect(proposed({ wish: aWish }, approach).outcome).toBe('NOT_NEEDED')
  })

  test('does not count a grant, of this request or an earlier one, as already open', () => {
    for (const id of ['request-1', 'request-2'])
      expect(roads(proposed({ requests: [aGrantedRequest({ id })] })).PLANNING).toBe('OPEN_BY_REQUEST')
  })

  test.each([
    ['a consent that ended', { validUntil: '2024-01-01' }],
    ['a consent that only begins later', { validFrom: '2025-01-01' }],
    ['a consent that was withdrawn', { state: 'WITHDRAWN' }],
  ] as const)('does not count %s', (_what, changes) => {
    const consents = [aConsent({ requestId: 'request-1', ...changes })]
    expect(roads(proposed({ consents })).PLANNING).not.toBe('CONSENT_GIVEN')
  })
})

describe('a resident who refused', () => {
  test('is not asked again, and the public task does not replace their consent', () => {
    const proposal = proposed(
      { consents: [aConsent({ state: 'REFUSED', categories: ['PLANNING'] })] },
      { refusedByResident: ['PLANNING'] },
    )
    expect(roads(proposal)).toMatchObject({ PLANNING: 'NOT_POSSIBLE', FINDINGS: 'OPEN_BY_REQUEST' })
    expect(proposal.outcome).toBe('GRANT_PARTLY')
    expect(proposal.categories.find(({ category }) => category === 'PLANNING')?.explanation).toBe(
      'De planning: dit kan nu niet: de bewoner heeft nee gezegd.',
    )
  })

  test('still has data shared that the law opens without consent', () => {
    expect(roads(proposed({}, { refusedByResident: DATA_CATEGORIES }))).toEqual({
      STATUS: 'ALREADY_OPEN',
      PLANNING: 'NOT_POSSIBLE',
      FINDINGS: 'NOT_POSSIBLE',
    })
  })

  test('gives data again with a later consent', () => {
    const consents = [
      aConsent({ id: 'no', state: 'REFUSED', requestId: 'request-1' }),
      aConsent({ id: 'yes', requestId: 'request-1' }),
    ]
    expect(roads(proposed({ consents }, { refusedByResident: DATA_CATEGORIES })).PLANNING).toBe(
      'CONSENT_GIVEN',
    )
  })

  test('after a withdrawal has to give new consent: the public task does not replace it', () => {
    const proposal = proposed(
      { consents: [aConsent({ state: 'WITHDRAWN' })] },
      { withdrawnByResident: ['PLANNING'] },
    )
    expect(roads(proposal)).toMatchObject({ PLANNING: 'CONSENT_NEEDED', FINDINGS: 'OPEN_BY_REQUEST' })
    expect(proposal.outcome).toBe('ASK_CONSENT')
  })

  test('ends the public task with an objection, also before it is decided', () => {
    for (const state of ['UPHELD', 'RECEIVED'] as const) {
      const objections = [anObjection({ state })]
      expect(roads(proposed({ objections }))).toEqual({
        STATUS: 'NOT_POSSIBLE',
        PLANNING: 'CONSENT_NEEDED',
        FINDINGS: 'CONSENT_NEEDED',
      })
      // Consent is the resident's own choice, and applies besides the objection.
      const consents = [aConsent({ requestId: 'request-1', categories: ['PLANNING'] })]
      expect(roads(proposed({ objections, consents })).PLANNING).toBe('CONSENT_GIVEN')
    }
  })
})

describe('what is not possible', () => {
  test.each([
    ['where only one agency has a file', { tracks: [] }, {}],
    ['for a role that receives nothing', {}, { caller: someone('IMG', 'privacy_officer') }],
    ['outside the municipality', {}, { caller: someone('GEMEENTE'), addressMunicipality: '0014' }],
    ['for a purpose that shares nothing', {}, { purpose: 'MONITORING' }],
    ['without a purpose', {}, { purpose: null }],
    ['before the first policy', {}, { instant: '2019-01-01T00:00:00Z' }],
  ] as const)('%s is refused, with the reason', (_what, facts, request) => {
    const proposal = proposed(facts, { request })
    expect(proposal.outcome).toBe('REFUSE')
    for (const { road, explanation } of proposal.categories) {
      expect(road).toBe('NOT_POSSIBLE')
      expect(explanation).toMatch(/^[A-Z].*: dit kan nu niet: .*\.$/)
    }
  })

  test('includes a category that no rule of the purpose names', () => {
    const proposal = proposed({ consents: [aConsent()] }, { categories: ['STATUS', 'CIRCUMSTANCES'] })
    expect(roads(proposal).CIRCUMSTANCES).toBe('NOT_POSSIBLE')
    expect(proposal.outcome).toBe('GRANT_PARTLY')
  })

  test('includes the public task, where the law knew only consent', () => {
    const under = { request: { instant: UNDER_GUO } }
    expect(new Set(Object.values(roads(proposed({}, under))))).toEqual(new Set(['CONSENT_NEEDED']))
    const consents = [aConsent({ requestId: 'request-1' })]
    expect(new Set(Object.values(roads(proposed({ consents }, under))))).toEqual(new Set(['CONSENT_GIVEN']))
  })
})

describe('for any request and any facts', () => {
  const ID = 'a'
  const on = ({ categories }: Proposal, ...which: ProposalRoad[]): DataCategory[] =>
    categories.flatMap(({ category, road }) => (which.includes(road) ? [category] : []))
  /** The facts of the request as `answer` stores them. */
  const grantedFor = (
    request: AccessRequest,
    basis: RequestFact['basis'],
    categories: readonly DataCategory[],
  ): RequestFact[] =>
    categories.length === 0
      ? []
      : [
          aGrantedRequest({
            id: ID,
            owner: request.owner,
            recipient: request.caller.organisation,
            subject: request.caller.subject,
            team: request.caller.team,
            purpose: request.purpose ?? 'SIGNALLING',
            categories,
            basis,
            validFrom: request.instant,
            validUntil: '2100-01-01',
          }),
        ]
  const everything = fc.record({
    request: requests,
    facts: someFactsOrOther,
    categories: fc.subarray([...DATA_CATEGORIES], { minLength: 1 }),
    refusedByResident: fc.subarray([...DATA_CATEGORIES]),
    withdrawnByResident: fc.subarray([...DATA_CATEGORIES]),
  })
  const check = (
    judge: (all: {
      readonly request: AccessRequest
      readonly facts: Facts
      readonly others: readonly RequestFact[]
      readonly considered: Considered
      readonly proposal: Proposal
    }) => void,
  ) =>
    fc.assert(
      fc.property(everything, ({ request, facts, ...rest }) => {
        const considered = { id: ID, ...rest }
        const others = (facts.requests ?? []).filter(({ id }) => id !== ID)
        const proposal = propose(considered, request, facts, policyInForce(request.instant))
        judge({ request, facts, others, considered, proposal })
      }),
      { numRuns: 3000 },
    )

  test('opens by a grant exactly the categories that the proposal calls possible', () => {
    check(({ request, facts, others, proposal }) => {
      const policy = policyInForce(request.instant)
      const before = decide(request, { ...facts, requests: others }, policy).categories
      const after = decide(
        request,
        {
          ...facts,
          requests: [
            ...others,
            ...grantedFor(request, 'CONSENT', on(proposal, 'CONSENT_GIVEN')),
            ...grantedFor(request, 'PUBLIC_TASK', on(proposal, 'OPEN_BY_REQUEST')),
          ],
        },
        policy,
      ).categories
      const open = on(proposal, 'ALREADY_OPEN', 'CONSENT_GIVEN', 'OPEN_BY_REQUEST')
      expect(after).toEqual(
        DATA_CATEGORIES.filter((category) => before.includes(category) || open.includes(category)),
      )
    })
  })

  test('opens by consent exactly the categories that the proposal asks consent for', () => {
    check(({ request, facts, others, proposal }) => {
      const needed = on(proposal, 'CONSENT_NEEDED')
      if (needed.length === 0 || request.purpose === null) return
      const policy = policyInForce(request.instant)
      const granted = [...others, ...grantedFor(request, 'CONSENT', needed)]
      const consent = aConsent({
        id: 'new',
        requestId: ID,
        owner: request.owner,
        recipient: request.caller.organisation,
        purposes: [request.purpose],
        categories: needed,
        validFrom: request.instant,
      })
      const withIt = decide(
        request,
        { ...facts, requests: granted, consents: [...facts.consents, consent] },
        policy,
      )
      const without = decide(request, { ...facts, requests: granted }, policy)
      expect(needed.filter((category) => !withIt.categories.includes(category))).toEqual([])
      expect(needed.filter((category) => without.categories.includes(category))).toEqual([])
    })
  })

  test('never names a category outside the rules of the purpose, nor one that the resident refused', () => {
    check(({ request, considered, proposal }) => {
      const policy = policyInForce(request.instant)
      const rules = policy?.rules.filter((rule) => isAbout(rule, request)) ?? []
      for (const category of on(
        proposal,
        'ALREADY_OPEN',
        'CONSENT_GIVEN',
        'OPEN_BY_REQUEST',
        'CONSENT_NEEDED',
      ))
        expect(rules.some(({ categories }) => categories.includes(category))).toBe(true)
      const byTask = on(proposal, 'OPEN_BY_REQUEST')
      for (const category of [...considered.refusedByResident, ...considered.withdrawnByResident])
        expect(byTask).not.toContain(category)
      for (const category of on(proposal, 'CONSENT_NEEDED'))
        expect(considered.refusedByResident).not.toContain(category)
      expect(proposal.categories.map(({ category }) => category)).toEqual(
        DATA_CATEGORIES.filter((category) => considered.categories.includes(category)),
      )
    })
  })
})
