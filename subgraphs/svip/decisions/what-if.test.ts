import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { onRecord } from '../../../test/support/svip/decisions.ts'
import { aConsent, aRequest, requests, someFactsOrOther } from '../../../test/support/svip/policy.ts'
import type { Facts } from '../policy/decision.ts'
import type { PolicyVersion, Rule } from '../policy/policy.ts'
import { policyInForce } from '../policy/versions/index.ts'
import { twg2023 } from '../policy/versions/twg-2023.ts'
import { createSummary, tryOut } from './what-if.ts'

const changed = (id: string, change: Partial<Rule>): PolicyVersion => ({
  ...twg2023,
  rules: twg2023.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
})
const TASK = 'twg-2023/cooperation/public-task'
const CONSENT = 'twg-2023/cooperation/consent'

describe('a draft policy on a past decision', () => {
  test('changes nothing when it equals the policy of the decision', () => {
    fc.assert(
      fc.property(requests, someFactsOrOther, (request, facts) => {
        const policy = policyInForce(request.instant)
        if (policy) expect(tryOut(onRecord(request, facts), policy).effect).toBe('SAME')
      }),
      { numRuns: 1000 },
    )
  })

  test('with an additional rule never gives less', () => {
    const extra: Rule = {
      id: 'twg-2023/extra',
      owners: ['IMG', 'NCG'],
      recipients: [{ organisation: 'IMG', roles: ['case_handler'] }],
      purposes: ['COOPERATION', 'SIGNALLING'],
      basis: 'PUBLIC_TASK',
      categories: ['SAFETY'],
      conditions: [],
      article: 'x',
      summary: 'x',
    }
    const draft = { ...twg2023, rules: [...twg2023.rules, extra] }
    let more = 0
    fc.assert(
      fc.property(requests, someFactsOrOther, (request, facts) => {
        if (policyInForce(request.instant) !== twg2023) return
        const { effect } = tryOut(onRecord(request, facts), draft)
        expect(['MORE', 'REASON', 'SAME']).toContain(effect)
        if (effect === 'MORE') more += 1
      }),
      { numRuns: 2000 },
    )
    expect(more).toBeGreaterThan(0)
  })

  test.each<{ draft: PolicyVersion; facts: Partial<Facts>; expected: object }>([
    {
      draft: changed(TASK, { categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING'] }),
      facts: {},
      expected: { effect: 'MORE', gained: ['PLANNING'], lost: [] },
    },
    {
      draft: changed(TASK, { categories: ['PRESENCE'] }),
      facts: {},
      expected: { effect: 'LESS', gained: [], lost: ['STATUS', 'HANDLER'] },
    },
    {
      draft: changed(TASK, { categories: ['PRESENCE', 'PLANNING'] }),
      facts: {},
      expected: { effect: 'MORE_AND_LESS', gained: ['PLANNING'], lost: ['STATUS', 'HANDLER'] },
    },
    {
      draft: changed(TASK, { basis: 'CONSENT' }),
      facts: { consents: [aConsent()] },
      expected: { effect: 'BASIS', gained: [], lost: [] },
    },
    {
      draft: changed(CONSENT, { categories: ['PLANNING', 'FINDINGS', 'FINANCIAL'] }),
      facts: {},
      expected: { effect: 'REASON', gained: [], lost: [] },
    },
  ])('says $expected.effect', ({ draft, facts, expected }) => {
    expect(tryOut(onRecord({}, facts), draft)).toMatchObject(expected)
  })

  test('is applied as if it had been in force then, whatever its own period', () => {
    const later = { ...changed(TASK, { categories: ['PRESENCE'] }), from: '2030-01-01' }
    expect(tryOut(onRecord(), later)).toMatchObject({
      effect: 'LESS',
      after: { policyVersion: 'twg-2023', categories: ['PRESENCE'] },
    })
  })

  test('is UNKNOWN where a kind of fact is not on record', () => {
    const { requests: _none, ...older } = onRecord().facts
    expect(tryOut({ ...onRecord(), facts: older }, twg2023)).toMatchObject({ effect: 'UNKNOWN', after: null })
  })
})

describe('the summary', () => {
  test('counts by owner, purpose and role, with an example of each effect, and names neither address nor person', () => {
    const draft = changed(TASK, { categories: ['PRESENCE'] })
    const summary = createSummary()
    const decisions = [
      onRecord(),
      onRecord(),
      onRecord({ purpose: 'SIGNALLING' }),
      onRecord({ purpose: null }),
    ]
    for (const decision of decisions) summary.add(decision, tryOut(decision, draft))
    expect(summary.totals()).toMatchObject({ LESS: 2, SAME: 2, MORE: 0 })
    expect(summary.groups()).toMatchObject([
      {
        owner: 'NCG',
        purpose: 'COOPERATION',
        asker: 'IMG case_handler',
        counts: { LESS: 2 },
        examples: { LESS: { id: decisions[0]?.id } },
      },
      { purpose: 'SIGNALLING', counts: { SAME: 1 }, examples: {} },
      { purpose: '(none)', counts: { SAME: 1 } },
    ])
    const { addressId, caller } = aRequest()
    expect(JSON.stringify(summary.groups())).not.toContain(addressId)
    expect(JSON.stringify(summary.groups())).not.toContain(caller.subject)
  })
})
