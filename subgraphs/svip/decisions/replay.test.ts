import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { anEntry, onRecord } from '../../../test/support/svip/decisions.ts'
import {
  aConsent,
  aGrantedRequest,
  anEmergency,
  requests,
  someFactsOrOther,
  someone,
} from '../../../test/support/svip/policy.ts'
import { readDecision } from './decision-log.ts'
import { replay } from './replay.ts'

describe('a recorded decision', () => {
  test('replays to the same result, for any request and facts', () => {
    fc.assert(
      fc.property(requests, someFactsOrOther, (request, facts) => {
        expect(replay(onRecord(request, facts))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('on a granted request, and on emergency access, replays to the same result', () => {
    const byRequest = onRecord({}, { requests: [aGrantedRequest()] })
    expect(byRequest.decision.facts).toContainEqual({ kind: 'REQUEST', id: 'request-1', revision: 5 })
    const byEmergency = onRecord(
      { purpose: 'ACUTE_SAFETY', caller: someone('IMG', 'safety_officer') },
      { emergencies: [anEmergency()] },
    )
    expect(byEmergency.decision.legalBases).toContain('VITAL_INTEREST')
    expect([replay(byRequest), replay(byEmergency)]).toEqual([[], []])
  })

  test('whose outcome does not follow from its facts reports the differences', () => {
    const recorded = onRecord({}, { consents: [aConsent()] })
    const withdrawn = aConsent({ state: 'WITHDRAWN' })
    const differences = replay({ ...recorded, facts: { ...recorded.facts, consents: [withdrawn] } })
    expect(differences).toContainEqual({ part: 'outcome', before: 'PERMITTED', after: 'PARTIAL' })
    expect(differences).toContainEqual({ part: 'reason', before: 'PERMITTED', after: 'CONSENT_WITHDRAWN' })
  })

  test('by a missing version of the policy replays differently', () => {
    const recorded = onRecord()
    const decision = { ...recorded.decision, policyVersion: 'twg-2022' }
    expect(replay({ ...recorded, decision }).map(({ part }) => part)).toContain('policyVersion')
  })

  test('may have another explanation', () => {
    const recorded = onRecord()
    expect(replay({ ...recorded, decision: { ...recorded.decision, explanation: 'Anders.' } })).toEqual([])
  })
})

describe('an entry of the log', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'decision'],
    ['a line of another log', { name: 'Logboek uitgelezen' }],
    ['one without facts', { ...anEntry(), information: undefined }],
    ['one without who asked', { ...anEntry(), request: {} }],
    ['one whose owner is a formula', { ...anEntry(), request: { ...onRecord().request, owner: '=1+1' } }],
  ])('that is %s holds no decision', (_what, content) => {
    expect(readDecision(content)).toBeNull()
  })

  test('returns the facts exactly, including additions of later versions', () => {
    const content = JSON.parse(JSON.stringify(anEntry())) as { information: object }
    const information = { ...content.information, weather: [{ id: 'w', revision: 1 }] }
    expect(readDecision({ ...content, information })?.facts).toEqual(information)
  })
})
