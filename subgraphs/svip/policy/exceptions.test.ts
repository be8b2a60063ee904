import { describe, expect, test } from '@jest/globals'
import { DATA_CATEGORIES, PURPOSES } from '../../../kernel/vocabulary.ts'
import {
  aConsent,
  aGrantedRequest,
  anEmergency,
  anObjection,
  aRequest,
  someFacts,
  someone,
  UNDER_GUO,
  UNDER_TWG,
} from '../../../test/support/svip/policy.ts'
import { decide } from './decide.ts'
import type { AccessRequest, Facts } from './decision.ts'
import { policyInForce } from './versions/index.ts'

const decided = (changes: Partial<AccessRequest>, facts: Partial<Facts>) => {
  const request = aRequest(changes)
  return decide(request, someFacts(facts), policyInForce(request.instant))
}
const MINIMUM = ['PRESENCE', 'STATUS', 'HANDLER']
const MORE = [...MINIMUM, 'PLANNING', 'FINDINGS']

describe('an information request granted on the public task', () => {
  const requests = [aGrantedRequest()]

  test('opens for the requester what consent would open, and is named in the record', () => {
    expect(decided({}, { requests })).toMatchObject({
      outcome: 'PERMITTED',
      legalBases: ['PUBLIC_TASK'],
      categories: MORE,
      facts: expect.arrayContaining([{ kind: 'REQUEST', id: 'request-1', revision: 5 }]),
    })
  })

  test('opens for colleagues of the same team of the same organisation', () => {
    const colleague = { ...someone('IMG'), subject: 'img.colleague', team: 'noord' }
    const ofTeam = [aGrantedRequest({ team: 'noord' })]
    expect(decided({ caller: colleague }, { requests: ofTeam }).categories).toEqual(MORE)
    expect(decided({ caller: { ...colleague, team: 'zuid' } }, { requests: ofTeam }).categories).toEqual(
      MINIMUM,
    )
    expect(decided({ caller: { ...colleague, team: null } }, { requests }).categories).toEqual(MINIMUM)
  })

  test.each([
    ['another person', { caller: { ...someone('IMG'), subject: 'img.other' } }, {}],
    ['another purpose', { purpose: 'JOINT_INSPECTION' }, {}],
    ['another owner', { caller: someone('NCG'), owner: 'IMG' }, {}],
    ['a role that may not receive it', { caller: { ...someone('IMG'), roles: ['privacy_officer'] } }, {}],
    ['after its last day', { instant: '2027-01-02T09:00:00Z' }, {}],
    ['before its first moment', {}, { validFrom: '2024-03-01T09:00:01Z' }],
    ['once it was revoked', {}, { state: 'REVOKED' }],
    ['in another organisation', {}, { recipient: 'NCG' }],
  ] as const)('opens nothing more for %s', (_what, request, granted) => {
    const facts = { requests: [aGrantedRequest(granted)] }
    expect(decided(request, facts)).toEqual(decided(request, {}))
  })

  test('opens only its granted categories', () => {
    expect(decided({}, { requests: [aGrantedRequest({ categories: ['PLANNING'] })] })).toMatchObject({
      outcome: 'PARTIAL',
      reason: 'CONSENT_MISSING',
      categories: [...MINIMUM, 'PLANNING'],
      withheld: ['FINDINGS'],
    })
  })

  test('ends with an objection against the public task', () => {
    for (const state of ['UPHELD', 'RECEIVED'] as const)
      expect(decided({}, { requests, objections: [anObjection({ state })] })).toMatchObject({
        outcome: 'DENIED',
        categories: [],
      })
  })

  test('opens nothing under a policy with consent only', () => {
    expect(decided({ instant: UNDER_GUO }, { requests }).categories).toEqual([])
  })

  test('never opens circumstances, nor an acute situation', () => {
    const team = someone('SVIP')
    const stuck = [aGrantedRequest({ recipient: 'SVIP', subject: team.subject, purpose: 'STUCK_CASE' })]
    expect(decided({ caller: team, purpose: 'STUCK_CASE' }, { requests: stuck })).toMatchObject({
      categories: DATA_CATEGORIES.filter((category) => category !== 'CIRCUMSTANCES'),
      withheld: ['CIRCUMSTANCES'],
    })
    const acute = [aGrantedRequest({ purpose: 'ACUTE_SAFETY' })]
    expect(decided({ purpose: 'ACUTE_SAFETY' }, { requests: acute }).categories).toEqual([
      'PRESENCE',
      'STATUS',
    ])
  })
})

describe('a consent for one information request', () => {
  const consents = [aConsent({ requestId: 'request-1', categories: ['PLANNING', 'FINDINGS'] })]
  const granted = [aGrantedRequest({ basis: 'CONSENT' })]

  test('opens nothing before that request is granted, and nothing to others', () => {
    expect(decided({}, { consents })).toMatchObject({ categories: MINIMUM, reason: 'CONSENT_MISSING' })
    const other = { ...someone('IMG'), subject: 'img.other' }
    expect(decided({ caller: other }, { consents, requests: granted }).categories).toEqual(MINIMUM)
  })

  test('opens through the request, and both are named in the record', () => {
    expect(decided({}, { consents, requests: granted })).toMatchObject({
      outcome: 'PERMITTED',
      legalBases: ['CONSENT', 'PUBLIC_TASK'],
      categories: MORE,
      facts: expect.arrayContaining([
        { kind: 'CONSENT', id: 'consent-1', revision: 1 },
        { kind: 'REQUEST', id: 'request-1', revision: 5 },
      ]),
    })
  })

  test('opens nothing once it is withdrawn, also when the request is granted', () => {
    const withdrawn = [{ ...consents[0], state: 'WITHDRAWN' }] as typeof consents
    expect(decided({}, { consents: withdrawn, requests: granted })).toMatchObject({
      categories: MINIMUM,
      reason: 'CONSENT_WITHDRAWN',
    })
  })

  test('a request that is based on consent opens nothing by itself', () => {
    // The request is used, and so named in the record; the rest of the decision is equal.
    const { facts } = decided({}, { requests: granted })
    expect(facts).toEqual(expect.arrayContaining([...decided({}, {}).facts]))
    expect(decided({}, { requests: granted })).toEqual({ ...decided({}, {}), facts })
  })
})

describe('emergency access', () => {
  const officer = { ...someone('IMG', 'safety_officer') }
  const acute = { caller: officer, purpose: 'ACUTE_SAFETY' } as const
  const opened = ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY']

  test('opens for its safety officer, in vital interest, also where only one agency has a file', () => {
    expect(decided(acute, { tracks: [], emergencies: [anEmergency()] })).toMatchObject({
      outcome: 'PERMITTED',
      legalBases: ['VITAL_INTEREST'],
      categories: opened,
      rules: ['twg-2023/acute-safety/vital-interest'],
      facts: expect.arrayContaining([{ kind: 'EMERGENCY', id: 'emergency-1', revision: 1 }]),
    })
  })

  test('is not restricted by an undecided objection', () => {
    const facts = { emergencies: [anEmergency()], objections: [anObjection()] }
    expect(decided(acute, facts).categories).toEqual(opened)
  })

  test('opens only the named categories', () => {
    const { categories } = decided(acute, { emergencies: [anEmergency({ categories: ['SAFETY'] })] })
    expect(categories).toEqual(['PRESENCE', 'STATUS', 'SAFETY'])
  })

  test.each([
    ['another safety officer', { caller: { ...officer, subject: 'img.other' } }, {}],
    ['the same person without the role', { caller: someone('IMG') }, {}],
    ['another purpose', { purpose: 'COOPERATION' }, {}],
    ['the moment 48 hours have passed', { instant: '2024-03-03T09:00:00Z' }, {}],
    ['the other agency', { caller: someone('NCG', 'safety_officer'), owner: 'IMG' }, {}],
    ['a moment before it', {}, { validFrom: '2024-03-01T09:00:01Z' }],
    ['once a review ended it', {}, { validUntil: UNDER_TWG }],
  ] as const)('opens nothing more for %s', (_what, request, changes) => {
    const asked = { ...acute, ...request }
    expect(decided(asked, { emergencies: [anEmergency(changes)] })).toEqual(decided(asked, {}))
  })

  test('opens nothing under a policy without it', () => {
    const asked = { ...acute, instant: UNDER_GUO }
    const facts = { emergencies: [anEmergency({ validFrom: UNDER_GUO, validUntil: UNDER_TWG })] }
    expect(decided(asked, facts).categories).toEqual([])
  })
})

describe('an undecided objection', () => {
  const objections = [anObjection({ state: 'RECEIVED' })]

  test('restricts sharing on the public task, and says why', () => {
    expect(decided({}, { objections })).toMatchObject({ outcome: 'DENIED', reason: 'OBJECTION_PENDING' })
  })

  test("does not affect consent, which is the resident's own choice", () => {
    expect(decided({}, { objections, consents: [aConsent()] }).categories).toEqual(['PLANNING', 'FINDINGS'])
  })

  test.each(['REJECTED', 'ENDED'] as const)('has no effect once it is %s', (state) => {
    expect(decided({}, { objections: [anObjection({ state })] })).toEqual(decided({}, {}))
  })
})

test('opens only the purpose of the request', () => {
  for (const purpose of PURPOSES.filter((each) => each !== 'COOPERATION')) {
    const before = decided({ purpose }, {})
    expect(decided({ purpose }, { requests: [aGrantedRequest()] })).toEqual(before)
  }
})
