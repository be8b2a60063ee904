import { describe, expect, test } from '@jest/globals'
import type { Organisation, Role } from '../../../../kernel/vocabulary.ts'
import { REQUEST_KINDS, REQUEST_STATES, type RequestState } from './tables.ts'
import {
  assessingDesk,
  type Obstacle,
  obstacle,
  REQUEST_ACTIONS,
  type RequestAction,
  relationsOf,
  submitterRole,
  TRANSITIONS,
} from './transitions.ts'

/**
 * The whole matrix: every step × state × person. The expectations are written out here in words, person by person, and not taken from
 * TRANSITIONS.
 */

type Later = Exclude<RequestAction, 'SUBMIT'>
type Request = Parameters<typeof obstacle>[2]
type Person = Parameters<typeof obstacle>[1]

const LATER = REQUEST_ACTIONS.filter((action): action is Later => action !== 'SUBMIT')

const person = (
  subject: string,
  organisation: Organisation,
  roles: readonly Role[],
  municipality: string | null = null,
): Person => ({ subject, organisation, roles, municipality })

/** A handler of IMG requests data of NCG: IMG's desk assesses, NCG's answers. */
const PEOPLE = {
  requester: person('jan', 'IMG', ['case_handler']),
  'team-mate of the requester': person('piet', 'IMG', ['case_handler']),
  'other handler of IMG': person('kees', 'IMG', ['case_handler']),
  'officer who assessed it': person('anna', 'IMG', ['svip_officer']),
  'other officer of the assessing desk': person('bea', 'IMG', ['svip_officer']),
  'officer of the desk of NCG': person('ron', 'NCG', ['svip_officer']),
  'officer of NCG who answered it': person('mia', 'NCG', ['svip_officer']),
  'handler of NCG': person('tom', 'NCG', ['case_handler']),
  'priority team of NCG': person('wim', 'NCG', ['priority_team']),
  'priority team of IMG': person('eva', 'IMG', ['priority_team']),
  'safety officer of NCG': person('leo', 'NCG', ['safety_officer']),
  'privacy officer of the SVIP': person('sam', 'SVIP', ['privacy_officer']),
  'privacy officer of NCG': person('fem', 'NCG', ['privacy_officer']),
  'privacy officer of IMG': person('gijs', 'IMG', ['privacy_officer']),
  'privacy officer of a municipality': person('ina', 'GEMEENTE', ['privacy_officer'], '1979'),
  'officer of a municipality': person('ola', 'GEMEENTE', ['municipal_officer'], '1979'),
  'intervention team': person('bob', 'SVIP', ['intervention_team']),
  'service of the operator': person('operator', 'SVIP', ['service']),
  'employee of IMG without a role': person('nul', 'IMG', []),
  'namesake of the requester at NCG': person('jan', 'NCG', ['case_handler']),
  'requester who became officer of the desk': person('jan', 'IMG', ['case_handler', 'svip_officer']),
  'assessor who moved to NCG': person('anna', 'NCG', ['svip_officer']),
  'officer of NCG with every role': person('alle', 'NCG', [
    'svip_officer',
    'priority_team',
    'privacy_officer',
    'case_handler',
    'safety_officer',
  ]),
} as const
type Who = keyof typeof PEOPLE

const aRequest = (state: RequestState, changes: Partial<Request> = {}): Request => {
  const was = (...states: RequestState[]) => states.includes(state)
  const answered = was('ANSWERED', 'FOLLOWED_UP', 'CLOSED')
  const assessed = was('ASSESSED', 'AWAITING_CONSENT', 'FORWARDED') || answered
  return {
    kind: 'OTHER',
    state,
    owner: 'NCG',
    assessing_desk: 'IMG',
    place: was('SUBMITTED', 'ASSESSED', 'AWAITING_CONSENT')
      ? 'IMG'
      : was('FORWARDED')
        ? 'NCG'
        : was('CLOSED', 'WITHDRAWN')
          ? null
          : 'REQUESTER',
    requester_organisation: 'IMG',
    requester_municipality: null,
    requester_subject: 'jan',
    assessors: assessed ? ['anna'] : [],
    forwarded_at: was('FORWARDED') || answered ? '2026-03-01T09:00:00Z' : null,
    answerer: answered ? 'mia' : null,
    outcome: answered ? 'GRANTED' : null,
    granted_until: answered ? '2026-09-01' : null,
    revoked_at: null,
    ...changes,
  }
}

/** Who may take which step in which state, for a granted request of an ordinary kind. */
const POSSIBLE: Readonly<Partial<Record<Later, Partial<Record<RequestState, readonly Who[]>>>>> = (() => {
  const REQUESTER = ['requester', 'requester who became officer of the desk'] as const
  const ASSESSING = ['officer who assessed it', 'other officer of the assessing desk'] as const
  // By person: the requester may not assess, extend or return, in whatever role.
  const OFFICERS_OF_IMG = [...ASSESSING, 'requester who became officer of the desk'] as const
  const ANSWERING = [
    'officer of the desk of NCG',
    'officer of NCG who answered it',
    'officer of NCG with every role',
  ] as const
  const OFFICERS_OF_NCG = [...ANSWERING, 'assessor who moved to NCG'] as const
  const PRIVACY = ['privacy officer of the SVIP', 'privacy officer of NCG'] as const
  const at = (states: readonly RequestState[], who: readonly Who[]) =>
    Object.fromEntries(states.map((state) => [state, who]))
  return {
    SUPPLEMENT: at(['RETURNED'], REQUESTER),
    WITHDRAW: at(['SUBMITTED', 'RETURNED', 'ASSESSED', 'AWAITING_CONSENT', 'FORWARDED'], REQUESTER),
    RETURN: { SUBMITTED: ASSESSING, FORWARDED: OFFICERS_OF_NCG },
    ASSESS: at(['SUBMITTED', 'ASSESSED', 'AWAITING_CONSENT'], ASSESSING),
    ASK_CONSENT: at(['ASSESSED'], ASSESSING),
    RECORD_CONSENT_REPLY: at(['AWAITING_CONSENT'], ASSESSING),
    FORWARD: at(['ASSESSED'], ASSESSING),
    ANSWER: at(['FORWARDED'], ANSWERING),
    RECORD_FOLLOW_UP: at(['ANSWERED'], [...REQUESTER, ...ASSESSING, ...OFFICERS_OF_NCG]),
    CLOSE: at(['ANSWERED', 'FOLLOWED_UP'], [...REQUESTER, ...ASSESSING]),
    ASSIGN: {
      ...at(['SUBMITTED', 'ASSESSED', 'AWAITING_CONSENT'], OFFICERS_OF_IMG),
      FORWARDED: OFFICERS_OF_NCG,
    },
    EXTEND_DEADLINE: {
      ...at(['SUBMITTED', 'ASSESSED', 'AWAITING_CONSENT'], ASSESSING),
      FORWARDED: OFFICERS_OF_NCG,
    },
    REVOKE: at(['ANSWERED', 'FOLLOWED_UP', 'CLOSED'], [...OFFICERS_OF_NCG, ...PRIVACY]),
  }
})()

const who = Object.keys(PEOPLE) as Who[]
const allowed = (action: Later, request: Request): readonly Who[] =>
  who.filter((each) => obstacle(action, PEOPLE[each], request) === null)

describe('the matrix', () => {
  test('names every step but submitting, each in some state for somebody', () => {
    expect(Object.keys(TRANSITIONS).toSorted()).toEqual([...LATER].toSorted())
    expect(Object.keys(POSSIBLE).toSorted()).toEqual([...LATER].toSorted())
  })

  describe.each(LATER)('%s', (action) => {
    test.each(REQUEST_STATES)('in state %s is for exactly these people', (state) => {
      const expected = POSSIBLE[action]?.[state] ?? []
      expect(allowed(action, aRequest(state)).toSorted()).toEqual([...expected].toSorted())
    })
  })

  test('is the same for every kind, except for the follow-up', () => {
    for (const kind of REQUEST_KINDS)
      for (const state of REQUEST_STATES)
        for (const action of LATER.filter((each) => each !== 'RECORD_FOLLOW_UP' && each !== 'CLOSE'))
          expect([kind, state, action, allowed(action, aRequest(state, { kind }))]).toEqual([
            kind,
            state,
            action,
            allowed(action, aRequest(state)),
          ])
  })

  test('allows nobody a step on a withdrawn request', () => {
    for (const action of LATER) expect([action, allowed(action, aRequest('WITHDRAWN'))]).toEqual([action, []])
  })
})

describe('the follow-up', () => {
  const DESK_OF_NCG: readonly Who[] = [
    'officer of the desk of NCG',
    'officer of NCG who answered it',
    'assessor who moved to NCG',
    'officer of NCG with every role',
  ]

  test('of an acceleration is for the priority team of the agency that answered, and its desk', () => {
    const request = aRequest('ANSWERED', { kind: 'ACCELERATION', place: 'NCG' })
    expect(allowed('RECORD_FOLLOW_UP', request).toSorted()).toEqual(
      [...DESK_OF_NCG, 'priority team of NCG'].toSorted(),
    )
  })

  test('is required before links and accelerations are closed, and not before other kinds are', () => {
    for (const kind of REQUEST_KINDS) {
      const needs = kind === 'LINK_HANDLERS' || kind === 'ACCELERATION'
      const close = (changes: Partial<Request> = {}) =>
        obstacle('CLOSE', PEOPLE.requester, aRequest('ANSWERED', { kind, ...changes }))
      expect([kind, close()]).toEqual([kind, needs ? 'FOLLOW_UP_FIRST' : null])
      // A refused or revoked request needs none.
      expect([kind, close({ outcome: 'REFUSED', granted_until: null })]).toEqual([kind, null])
      expect([kind, close({ revoked_at: '2026-04-01T09:00:00Z' })]).toEqual([kind, null])
      expect([kind, obstacle('CLOSE', PEOPLE.requester, aRequest('FOLLOWED_UP', { kind }))]).toEqual([
        kind,
        null,
      ])
    }
  })

  test('is not possible for anybody on a refused or revoked request', () => {
    for (const kind of REQUEST_KINDS)
      for (const changes of [
        { outcome: 'REFUSED', granted_until: null },
        { revoked_at: '2026-04-01T09:00:00Z' },
      ] as const)
        expect(allowed('RECORD_FOLLOW_UP', aRequest('ANSWERED', { kind, ...changes }))).toEqual([])
  })

  test('revoking is possible once, and only when something was granted', () => {
    for (const changes of [
      { outcome: 'REFUSED', granted_until: null },
      { revoked_at: '2026-04-01T09:00:00Z' },
    ] as const)
      expect(allowed('REVOKE', aRequest('ANSWERED', changes))).toEqual([])
  })
})

describe('requests of requesters without a desk', () => {
  const OWN = person('ola', 'GEMEENTE', ['municipal_officer'], '1979')
  const municipal = (state: RequestState) =>
    aRequest(state, {
      owner: 'IMG',
      assessing_desk: 'NCG',
      place: state === 'FORWARDED' ? 'IMG' : 'NCG',
      requester_organisation: 'GEMEENTE',
      requester_municipality: '1979',
      requester_subject: 'ola',
      assessors: ['ron'],
      answerer: null,
    })

  test('are assessed by the agency that does not own the data, and answered by the one that does', () => {
    expect(assessingDesk('IMG', 'NCG')).toBe('IMG')
    expect(assessingDesk('NCG', 'IMG')).toBe('NCG')
    for (const organisation of ['GEMEENTE', 'SVIP'] as const) {
      expect(assessingDesk(organisation, 'IMG')).toBe('NCG')
      expect(assessingDesk(organisation, 'NCG')).toBe('IMG')
    }
    const [ncg, img] = [PEOPLE['officer of the desk of NCG'], PEOPLE['other officer of the assessing desk']]
    expect(obstacle('ASSESS', ncg, municipal('SUBMITTED'))).toBeNull()
    expect(obstacle('ASSESS', img, municipal('SUBMITTED'))).toBe('NOT_YOURS')
    expect(obstacle('ANSWER', img, municipal('FORWARDED'))).toBeNull()
    expect(obstacle('ANSWER', ncg, municipal('FORWARDED'))).toBe('NOT_YOURS')
  })

  test('belong to the requester, in the municipality for which they asked', () => {
    expect(obstacle('WITHDRAW', OWN, municipal('SUBMITTED'))).toBeNull()
    for (const other of [
      { ...OWN, municipality: '0014' },
      { ...OWN, municipality: null },
      { ...OWN, subject: 'ina' },
      { ...OWN, organisation: 'SVIP' as const },
    ])
      expect(obstacle('WITHDRAW', other, municipal('SUBMITTED'))).toBe('NOT_YOURS')
  })

  test('are not revoked by a privacy officer of a municipality', () => {
    const granted = { ...municipal('FORWARDED'), ...aRequest('ANSWERED', municipal('ANSWERED')) }
    expect(obstacle('REVOKE', PEOPLE['privacy officer of a municipality'], granted)).toBe('NOT_YOURS')
  })
})

describe('separation of duties', () => {
  /** A token cannot have both desks, so a person is followed over time, from desk to desk. */
  const everywhere = (subject: string) =>
    (['IMG', 'NCG'] as const).map((organisation) =>
      person(subject, organisation, [
        'case_handler',
        'svip_officer',
        'safety_officer',
        'priority_team',
        'privacy_officer',
      ]),
    )
  const JUDGING: readonly (readonly [Later, RequestState])[] = [
    ['ASSESS', 'SUBMITTED'],
    ['ASSESS', 'ASSESSED'],
    ['ASK_CONSENT', 'ASSESSED'],
    ['RECORD_CONSENT_REPLY', 'AWAITING_CONSENT'],
    ['FORWARD', 'ASSESSED'],
    ['ANSWER', 'FORWARDED'],
    ['RETURN', 'SUBMITTED'],
    ['RETURN', 'FORWARDED'],
    ['EXTEND_DEADLINE', 'SUBMITTED'],
    ['EXTEND_DEADLINE', 'FORWARDED'],
  ]

  test.each(JUDGING)('the requester does not %s (%s), whatever roles they have', (action, state) => {
    for (const who of everywhere('jan')) expect(obstacle(action, who, aRequest(state))).not.toBeNull()
    const officer = person('jan', state === 'FORWARDED' ? 'NCG' : 'IMG', ['svip_officer'])
    expect(obstacle(action, officer, aRequest(state))).toBe('FOUR_EYES')
  })

  test('an assessor does not answer, also after moving to the other agency', () => {
    for (const who of everywhere('anna'))
      expect(obstacle('ANSWER', who, aRequest('FORWARDED'))).not.toBeNull()
    const [, atNcg] = everywhere('anna')
    expect(atNcg && obstacle('ANSWER', atNcg, aRequest('FORWARDED'))).toBe('FOUR_EYES')
    const other = aRequest('FORWARDED', { assessors: ['bea', 'anna'] })
    expect(atNcg && obstacle('ANSWER', atNcg, other)).toBe('FOUR_EYES')
  })
})

describe('obstacles', () => {
  test.each<[Later, Who, RequestState, Obstacle]>([
    ['ANSWER', 'requester', 'FORWARDED', 'NOT_YOURS'],
    ['ASSESS', 'team-mate of the requester', 'SUBMITTED', 'NOT_YOURS'],
    ['WITHDRAW', 'requester', 'ANSWERED', 'NOT_NOW'],
    ['FORWARD', 'other officer of the assessing desk', 'SUBMITTED', 'NOT_NOW'],
    ['ANSWER', 'officer of the desk of NCG', 'ANSWERED', 'NOT_NOW'],
    // Before it is forwarded, the other desk has no relation to it, and so does not learn that it exists.
    ['ANSWER', 'officer of the desk of NCG', 'ASSESSED', 'NOT_YOURS'],
    ['RETURN', 'officer of the desk of NCG', 'SUBMITTED', 'NOT_YOURS'],
  ])('%s by the %s in state %s: %s', (action, each, state, reason) => {
    expect(obstacle(action, PEOPLE[each], aRequest(state))).toBe(reason)
  })

  test('a person without a role has no relation to a request', () => {
    for (const state of REQUEST_STATES)
      expect(relationsOf(PEOPLE['employee of IMG without a role'], aRequest(state)).size).toBe(0)
  })
})

describe('submitting', () => {
  const ASKERS: Partial<Record<Organisation, Role>> = {
    IMG: 'case_handler',
    NCG: 'case_handler',
    GEMEENTE: 'municipal_officer',
    SVIP: 'intervention_team',
  }

  test('is for handlers of the other agency, municipalities and the intervention team only', () => {
    for (const [name, { organisation, roles }] of Object.entries(PEOPLE))
      for (const owner of ['IMG', 'NCG'] as const) {
        const role = ASKERS[organisation]
        const may = organisation !== owner && role !== undefined && (roles as readonly Role[]).includes(role)
        expect([name, owner, submitterRole({ organisation, roles }, owner)]).toEqual([
          name,
          owner,
          may ? role : null,
        ])
      }
  })
})
