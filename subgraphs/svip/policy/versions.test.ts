import { describe, expect, test } from '@jest/globals'
import { dayOf, isDay, positionIn } from './calendar.ts'
import type { PolicyVersion, Rule } from './policy.ts'
import { policyProblems } from './validate.ts'
import { POLICY_VERSIONS, policyById, policyInForce, policyOn } from './versions/index.ts'

describe('the policy in force', () => {
  test.each([
    { instant: '2020-05-31T21:59:59Z', id: null },
    { instant: '2020-05-31T22:00:00Z', id: 'guo-2020' },
    { instant: '2023-06-30T21:59:59.999Z', id: 'guo-2020' },
    { instant: '2023-06-30T22:00:00Z', id: 'twg-2023' },
    { instant: '2023-07-01T00:00:00+02:00', id: 'twg-2023' },
    { instant: '2099-12-31T23:59:59Z', id: 'twg-2023' },
    { instant: '2023-07-01', id: null },
    { instant: '', id: null },
  ])('at "$instant" is $id: days are days in the Netherlands', ({ instant, id }) => {
    expect(policyInForce(instant)?.id ?? null).toBe(id)
  })

  test.each([
    { day: '2020-05-31', id: null },
    { day: '2020-06-01', id: 'guo-2020' },
    { day: '2023-06-30', id: 'guo-2020' },
    { day: '2023-07-01', id: 'twg-2023' },
    { day: '2023-02-30', id: null },
    { day: 'today', id: null },
  ])('on "$day" is $id', ({ day, id }) => {
    expect(policyOn(day)?.id ?? null).toBe(id)
  })

  test('is found by its id only', () => {
    for (const version of POLICY_VERSIONS) expect(policyById(version.id)).toBe(version)
    for (const id of ['', 'twg-2024', '__proto__', null]) expect(policyById(id)).toBeNull()
  })
})

describe('the calendar', () => {
  test('days in winter and summer begin at midnight in Amsterdam', () => {
    expect([dayOf('2024-01-14T22:59:59Z'), dayOf('2024-01-14T23:00:00Z')]).toEqual([
      '2024-01-14',
      '2024-01-15',
    ])
    expect([dayOf('2024-07-14T21:59:59Z'), dayOf('2024-07-14T22:00:00Z')]).toEqual([
      '2024-07-14',
      '2024-07-15',
    ])
  })

  test('accepts existing days only', () => {
    expect(['2024-02-29', '2023-02-29', '2024-13-01', '2024-1-1', null].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  test('a period without valid bounds contains nothing', () => {
    expect(positionIn('', null, '2024-01-01T00:00:00Z')).toBeNull()
    expect(positionIn('2024-01-01', '', '2024-01-01T00:00:00Z')).toBeNull()
    expect(positionIn('2024-01-01', null, 'now')).toBeNull()
  })
})

describe('the versions', () => {
  test('are internally valid and follow each other', () => {
    expect(policyProblems(POLICY_VERSIONS)).toEqual([])
  })

  test('are marked as placeholders until lawyers confirm them', () => {
    expect(POLICY_VERSIONS.filter((version) => !version.placeholder)).toEqual([])
  })

  test('cite an article of the AVG in every rule', () => {
    for (const rule of POLICY_VERSIONS.flatMap((version) => version.rules))
      expect(rule.article).toContain('AVG art. 6')
  })

  const [guo, twg] = POLICY_VERSIONS as readonly [PolicyVersion, PolicyVersion]
  const spoiled = (change: Partial<Rule>): PolicyVersion[] => [
    guo,
    { ...twg, rules: twg.rules.map((rule, index) => (index === 0 ? { ...rule, ...change } : rule)) },
  ]

  test.each<{ change: Partial<Rule>; problem: string }>([
    { change: { owners: [] }, problem: 'has no owners' },
    { change: { recipients: [] }, problem: 'has no recipients' },
    { change: { recipients: [{ organisation: 'IMG', roles: [] }] }, problem: 'has no roles of IMG' },
    { change: { purposes: [] }, problem: 'has no purposes' },
    { change: { categories: [] }, problem: 'has no categories' },
    { change: { categories: ['STATUS', 'STATUS'] }, problem: 'repeats "STATUS" in its categories' },
    {
      change: { categories: ['BSN' as never] },
      problem: 'has "BSN" in its categories, which cannot be applied',
    },
    {
      change: { basis: 'LEGAL_OBLIGATION' },
      problem: 'has "LEGAL_OBLIGATION" in its basis, which cannot be applied',
    },
    {
      change: { conditions: ['WEATHER' as never] },
      problem: 'has "WEATHER" in its conditions, which cannot be applied',
    },
    { change: { article: ' ' }, problem: 'cites no article' },
    { change: { summary: '' }, problem: 'has no summary' },
  ])('with a rule that $problem are not valid', ({ change, problem }) => {
    expect(policyProblems(spoiled(change))).toEqual([`"twg-2023/signalling/public-task" ${problem}`])
  })

  test('that overlap, repeat ids, or have no period or rules are not valid', () => {
    expect(policyProblems([guo, { ...twg, from: '2023-06-30' }])).toEqual([
      '"twg-2023" begins before "guo-2020" has ended',
    ])
    expect(policyProblems([{ ...guo, from: '2023-02-30' }])).toEqual(['"guo-2020" has no valid period'])
    expect(policyProblems([{ ...guo, rules: [] }])).toEqual(['"guo-2020" has no rules'])
    expect(policyProblems([guo, guo])).toContain('two versions are called "guo-2020"')
    expect(policyProblems([guo, guo])).toContain('two rules are called "guo-2020/signalling"')
    expect(policyProblems([{ ...guo, id: 'guo' }])).toContain(
      '"guo-2020/signalling" is not named after "guo"',
    )
  })
})
