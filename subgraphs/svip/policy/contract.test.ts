import { describe, expect, test } from '@jest/globals'
import {
  DATA_CATEGORIES,
  type DataCategory,
  ORGANISATIONS,
  type Organisation,
  OWNERS,
  type Owner,
  PURPOSES,
  type Purpose,
  ROLES,
} from '../../../kernel/vocabulary.ts'
import {
  aConsent,
  anObjection,
  aRequest,
  aWish,
  someFacts,
  someone,
  UNDER_GUO,
  UNDER_TWG,
} from '../../../test/support/svip/policy.ts'
import { decide } from './decide.ts'
import { policyInForce } from './versions/index.ts'

type Row = {
  readonly purpose: Purpose
  readonly to: Organisation
  readonly of: Owner
  readonly task: readonly DataCategory[]
  readonly consent: readonly DataCategory[]
}

const words = (text: string): DataCategory[] =>
  DATA_CATEGORIES.filter((category) => text.split(' ').includes(category))

const between = (purpose: Purpose, task: string, consent: string): Row[] => [
  { purpose, to: 'IMG', of: 'NCG', task: words(task), consent: words(consent) },
  { purpose, to: 'NCG', of: 'IMG', task: words(task), consent: words(consent) },
]
const to = (recipient: Organisation, of: Owner, purpose: Purpose, task: string, consent = ''): Row => ({
  purpose,
  to: recipient,
  of,
  task: words(task),
  consent: words(consent),
})

/** The table of the contract, written independently of the rules. */
const STUCK = ['PRESENCE STATUS HANDLER', 'PLANNING FINDINGS SAFETY FINANCIAL CIRCUMSTANCES'] as const
const CONTRACT: readonly Row[] = [
  ...between('SIGNALLING', 'PRESENCE', ''),
  ...between('STATUS_EXCHANGE', 'PRESENCE STATUS', 'HANDLER PLANNING'),
  ...between('ACCELERATION', 'PRESENCE STATUS HANDLER', 'PLANNING'),
  ...between('COOPERATION', 'PRESENCE STATUS HANDLER', 'PLANNING FINDINGS'),
  ...between('JOINT_INSPECTION', 'PRESENCE STATUS HANDLER PLANNING', 'FINDINGS'),
  ...between('INTEGRAL_APPROACH', 'PRESENCE STATUS HANDLER PLANNING', 'FINDINGS FINANCIAL'),
  ...between('ACUTE_SAFETY', 'PRESENCE STATUS', 'HANDLER PLANNING FINDINGS SAFETY'),
  to('SVIP', 'IMG', 'STUCK_CASE', ...STUCK),
  to('SVIP', 'NCG', 'STUCK_CASE', ...STUCK),
  to('IMG', 'NCG', 'COMPENSATION_SCHEMES', 'PRESENCE STATUS'),
  to('GEMEENTE', 'NCG', 'MUNICIPAL_PLAN', 'PRESENCE STATUS'),
  to('GEMEENTE', 'IMG', 'MUNICIPAL_PLAN', 'PRESENCE'),
  to('GEMEENTE', 'IMG', 'ACUTE_SAFETY', 'PRESENCE STATUS SAFETY'),
  to('GEMEENTE', 'NCG', 'ACUTE_SAFETY', 'PRESENCE STATUS SAFETY'),
]

const needsConcurrence = ({ purpose, to: recipient }: Row): boolean =>
  purpose !== 'SIGNALLING' && recipient !== 'GEMEENTE'

const asked = ({ purpose, to: recipient, of }: Row, instant: string) =>
  aRequest({ purpose, caller: someone(recipient), owner: of, instant })

const consented = ({ to: recipient, of }: Row) => [aConsent({ recipient, owner: of })]

describe.each(CONTRACT)('$to reads $of for $purpose', (row) => {
  const all = DATA_CATEGORIES.filter((each) => row.task.includes(each) || row.consent.includes(each))

  test('gets under twg-2023 the categories of the public task without consent', () => {
    const decision = decide(asked(row, UNDER_TWG), someFacts(), policyInForce(UNDER_TWG))
    expect(decision).toMatchObject({
      outcome: row.consent.length === 0 ? 'PERMITTED' : 'PARTIAL',
      reason: row.consent.length === 0 ? 'PERMITTED' : 'CONSENT_MISSING',
      legalBases: ['PUBLIC_TASK'],
      categories: row.task,
      withheld: row.consent,
      policyVersion: 'twg-2023',
    })
  })

  test('gets under twg-2023 with consent everything the purpose can give', () => {
    const facts = someFacts({ consents: consented(row) })
    const decision = decide(asked(row, UNDER_TWG), facts, policyInForce(UNDER_TWG))
    expect(decision).toMatchObject({
      outcome: 'PERMITTED',
      reason: 'PERMITTED',
      legalBases: row.consent.length === 0 ? ['PUBLIC_TASK'] : ['CONSENT', 'PUBLIC_TASK'],
      categories: all,
      withheld: [],
    })
  })

  test('keeps under twg-2023 after an upheld objection only what consent gives', () => {
    const facts = someFacts({ consents: consented(row), objections: [anObjection()] })
    const decision = decide(asked(row, UNDER_TWG), facts, policyInForce(UNDER_TWG))
    expect(decision).toMatchObject({ reason: 'OBJECTION_UPHELD', categories: row.consent })
  })

  test('gets under guo-2020 nothing without consent and everything with it', () => {
    const request = asked(row, UNDER_GUO)
    const policy = policyInForce(UNDER_GUO)
    expect(decide(request, someFacts({ wish: aWish }), policy)).toMatchObject({
      outcome: 'DENIED',
      reason: 'CONSENT_MISSING',
      categories: [],
      withheld: all,
      policyVersion: 'guo-2020',
    })
    expect(decide(request, someFacts({ consents: consented(row) }), policy)).toMatchObject({
      outcome: 'PERMITTED',
      legalBases: ['CONSENT'],
      categories: all,
    })
  })

  test('needs tracks on both sides unless the purpose is signalling or the recipient a municipality', () => {
    for (const instant of [UNDER_GUO, UNDER_TWG]) {
      for (const owner of OWNERS) {
        const tracks = [{ owner, reference: 'only', open: true, revision: 1 }]
        const facts = someFacts({ consents: consented(row), tracks })
        expect(decide(asked(row, instant), facts, policyInForce(instant))).toMatchObject(
          needsConcurrence(row)
            ? { outcome: 'DENIED', reason: 'NO_CONCURRENCE', categories: [] }
            : { outcome: 'PERMITTED', categories: all },
        )
      }
    }
  })
})

describe.each([UNDER_GUO, UNDER_TWG])('at %s', (instant) => {
  const generous = (recipient: Organisation, owner: Owner) =>
    someFacts({ consents: [aConsent({ recipient, owner })], wish: aWish })

  test('a purpose that is not in the contract for this recipient and owner gives nothing', () => {
    for (const organisation of ORGANISATIONS)
      for (const owner of OWNERS)
        for (const purpose of PURPOSES) {
          if (CONTRACT.some((row) => row.purpose === purpose && row.to === organisation && row.of === owner))
            continue
          const request = aRequest({ caller: someone(organisation), owner, purpose, instant })
          expect(decide(request, generous(organisation, owner), policyInForce(instant))).toMatchObject({
            outcome: 'DENIED',
            reason: 'PURPOSE_NOT_ALLOWED',
            categories: [],
            withheld: [],
          })
        }
  })

  test('only the roles of the contract receive anything', () => {
    const roles: Record<Organisation, readonly string[]> = {
      IMG: ['case_handler', 'svip_officer', 'safety_officer', 'priority_team'],
      NCG: ['case_handler', 'svip_officer', 'safety_officer', 'priority_team'],
      GEMEENTE: ['municipal_officer'],
      SVIP: ['intervention_team'],
    }
    for (const row of CONTRACT)
      for (const role of ROLES) {
        const request = { ...asked(row, instant), caller: someone(row.to, role) }
        const decision = decide(request, generous(row.to, row.of), policyInForce(instant))
        expect([row.purpose, row.to, role, decision.outcome]).toEqual([
          row.purpose,
          row.to,
          role,
          roles[row.to].includes(role) ? 'PERMITTED' : 'DENIED',
        ])
      }
  })
})
