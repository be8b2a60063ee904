import { describe, expect, test } from '@jest/globals'
import { aProject } from '../../test/support/owner/ncg.ts'
import {
  advance,
  assertPlausible,
  assertTransition,
  type Destination,
  nextSteps,
  type ProjectStep,
} from './advance.ts'
import { STRENGTHENING_STATUSES, type StrengtheningProject } from './project.ts'
import type { StrengtheningStatus } from './schema.generated.ts'

const TODAY = '2026-11-22'
const bad = (message: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) })
const refusal = (act: () => unknown): unknown => {
  try {
    act()
    return 'allowed'
  } catch (error) {
    return error
  }
}

/** A project with only a status. */
const bare = (status: StrengtheningStatus | null, changes: Partial<StrengtheningProject> = {}) =>
  aProject(1, {
    status,
    completed_at: status === null ? '2025-09-01' : null,
    inspection_planned_on: null,
    inspection_held_on: null,
    advice_delivered_on: null,
    advice_summary: null,
    meets_standard: null,
    measures: [],
    estimated_cost_cents: null,
    contractor: null,
    contract_signed_on: null,
    ...changes,
  })

const ADVICE = { deliveredOn: '2025-01-15', summary: 'Voldoet niet.', meetsStandard: false }
const MEETS = { ...ADVICE, summary: 'Voldoet.', meetsStandard: true }
const CONTRACT = { contractor: 'Bouwbedrijf Noord', signedOn: '2025-07-01' }

/** The statuses in order, with the possible next steps (the schema, `advanceStrengtheningProject`). */
const ALLOWED: readonly (readonly [StrengtheningStatus | null, readonly Destination[]])[] = [
  ['S1_2', ['S1_2', 'S2_1']],
  ['S2_1', ['S2_1', 'S3_1']],
  ['S3_1', ['S3_1', 'S4_1', 'COMPLETED']],
  ['S4_1', ['S4_1', 'S4_2']],
  ['S4_2', ['S4_2', 'S5_1']],
  ['S5_1', ['S5_1', 'S5_2']],
  ['S5_2', ['S5_2', 'COMPLETED']],
  [null, []],
]
const DESTINATIONS: readonly Destination[] = [...STRENGTHENING_STATUSES, 'COMPLETED']

describe('the possible steps of a project', () => {
  describe.each(ALLOWED)('from %s', (from, allowed) => {
    test.each(DESTINATIONS.map((to) => ({ to, may: allowed.includes(to) })))(
      'to $to: $may',
      ({ to, may }) => {
        expect(nextSteps(from).includes(to)).toBe(may)
        const outcome = refusal(() => assertTransition(from, to))
        expect(outcome).toEqual(may ? 'allowed' : bad(from === null ? 'is afgerond' : 'Mogelijk is'))
        const step = to === 'COMPLETED' ? { completedAt: TODAY, advice: MEETS } : { to, advice: ADVICE }
        const full = { ...step, inspectionHeldOn: '2024-09-02', contract: CONTRACT }
        expect(refusal(() => advance(bare(from), full, TODAY))).toEqual(outcome)
      },
    )
  })

  test('a refusal names every possibility', () => {
    expect(refusal(() => assertTransition('S3_1', 'S5_1'))).toEqual(
      bad('Vanuit S3_1 kan dit project niet naar S5_1. Mogelijk is: S3_1, S4_1, afronden met completedAt.'),
    )
    expect(refusal(() => assertTransition('S4_1', 'COMPLETED'))).toEqual(
      bad('Vanuit S4_1 kan dit project niet worden afgerond. Mogelijk is: S4_1, S4_2.'),
    )
  })

  test.each<[string, ProjectStep]>([
    ['neither a status nor a day', {}],
    ['nulls', { to: null, completedAt: null }],
    ['both', { to: 'S4_1', completedAt: TODAY }],
  ])('a step with %s is refused', (_what, step) => {
    expect(refusal(() => advance(bare('S3_1'), { ...step, advice: MEETS }, TODAY))).toEqual(bad('Geef óf to'))
  })
})

describe('the requirements of a step', () => {
  test.each<[StrengtheningStatus, ProjectStep, string | null]>([
    ['S1_2', { to: 'S2_1' }, null],
    ['S2_1', { to: 'S3_1' }, 'inspectionHeldOn'],
    ['S2_1', { to: 'S3_1', inspectionPlannedOn: '2025-01-01' }, 'inspectionHeldOn'],
    ['S2_1', { to: 'S3_1', inspectionHeldOn: '2025-01-01' }, null],
    ['S3_1', { to: 'S4_1' }, 'advice'],
    ['S3_1', { to: 'S4_1', advice: ADVICE }, null],
    ['S3_1', { to: 'S4_1', advice: MEETS }, null],
    ['S4_1', { to: 'S4_2' }, null],
    ['S4_2', { to: 'S5_1' }, null],
    ['S5_1', { to: 'S5_2' }, 'contract'],
    ['S5_1', { to: 'S5_2', contract: CONTRACT }, null],
    ['S3_1', { completedAt: TODAY }, 'aan de norm voldoet'],
    ['S3_1', { completedAt: TODAY, advice: ADVICE }, 'aan de norm voldoet'],
    ['S3_1', { completedAt: TODAY, advice: MEETS }, null],
    ['S5_2', { completedAt: TODAY }, null],
  ])('from %s with %j: %p', (status, step, missing) => {
    expect(refusal(() => advance(bare(status), step, TODAY))).toEqual(
      missing === null ? 'allowed' : bad(missing),
    )
  })

  test('may have been recorded before', () => {
    const known = (status: StrengtheningStatus) => aProject(1, { status })
    for (const [status, to] of [
      ['S2_1', 'S3_1'],
      ['S3_1', 'S4_1'],
      ['S5_1', 'S5_2'],
    ] as const) {
      expect(refusal(() => advance(known(status), { to }, TODAY))).toBe('allowed')
    }
  })

  test('do not apply to a project that stays, so that one that was imported halfway can be changed', () => {
    for (const to of STRENGTHENING_STATUSES)
      expect(refusal(() => advance(bare(to), { to }, TODAY))).toBe('allowed')
  })

  test('do not apply to a project that was imported after that step', () => {
    expect(refusal(() => advance(bare('S4_1'), { to: 'S4_2' }, TODAY))).toBe('allowed')
  })
})

describe('the changes of a step', () => {
  test('moving sets the begin of the status to today', () => {
    expect(advance(bare('S4_1'), { to: 'S4_2' }, TODAY)).toMatchObject({
      status: 'S4_2',
      status_since: TODAY,
      completed_at: null,
    })
  })

  test('staying keeps the begin of the status', () => {
    expect(advance(bare('S4_2'), { to: 'S4_2' }, TODAY)).toMatchObject({
      status: 'S4_2',
      status_since: '2025-06-01',
    })
  })

  test('completing ends the status on the day of completion', () => {
    expect(advance(bare('S5_2'), { completedAt: '2026-10-01' }, TODAY)).toMatchObject({
      status: null,
      status_since: '2026-10-01',
      completed_at: '2026-10-01',
    })
  })

  test('include all values of the step', () => {
    const step = {
      to: 'S4_2',
      inspectionPlannedOn: '2024-03-01',
      inspectionHeldOn: '2024-03-02',
      advice: { deliveredOn: '2024-04-01', summary: ' Kap. ', meetsStandard: false },
      measures: [{ description: ' Kap verstevigen ', done: false }],
      estimatedCostCents: 0,
      contract: { contractor: ' Bouw BV ', signedOn: '2024-05-01' },
    } as const
    expect(advance(bare('S4_2'), step, TODAY)).toEqual({
      status: 'S4_2',
      status_since: '2025-06-01',
      completed_at: null,
      inspection_planned_on: '2024-03-01',
      inspection_held_on: '2024-03-02',
      advice_delivered_on: '2024-04-01',
      advice_summary: 'Kap.',
      meets_standard: false,
      measures: [{ description: 'Kap verstevigen', done: false }],
      estimated_cost_cents: 0,
      contractor: 'Bouw BV',
      contract_signed_on: '2024-05-01',
    })
  })

  test('leave other values unchanged', () => {
    const project = aProject()
    const nothing = {
      advice: null,
      measures: null,
      contract: null,
      inspectionHeldOn: null,
      estimatedCostCents: null,
    }
    expect({ ...project, ...advance(project, { to: 'S4_2', ...nothing }, TODAY) }).toEqual(project)
  })

  test('an empty list of measures replaces what was there', () => {
    expect(advance(aProject(), { to: 'S4_2', measures: [] }, TODAY).measures).toEqual([])
  })

  test.each<[string, ProjectStep]>([
    ['an advice without a summary', { advice: { ...ADVICE, summary: ' ' } }],
    ['a measure without a description', { measures: [{ description: '', done: false }] }],
    ['an agreement without a contractor', { contract: { ...CONTRACT, contractor: ' ' } }],
    ['a cost below zero', { estimatedCostCents: -1 }],
  ])('%s is refused', (_what, step) => {
    expect(refusal(() => advance(bare('S4_2'), { ...step, to: 'S4_2' }, TODAY))).toEqual(bad(''))
  })
})

describe('no date lies outside the life of a project', () => {
  const done = aProject(1, { status: null, completed_at: '2025-12-31' })

  test('a project whose days are in order is plausible', () => {
    expect(refusal(() => assertPlausible(aProject()))).toBe('allowed')
    expect(refusal(() => assertPlausible(done))).toBe('allowed')
    expect(refusal(() => assertPlausible(bare('S5_2')))).toBe('allowed')
  })

  test.each(['inspection_held_on', 'advice_delivered_on', 'contract_signed_on'] as const)('%s', (column) => {
    expect(refusal(() => assertPlausible({ ...done, [column]: done.started_at }))).toBe('allowed')
    expect(refusal(() => assertPlausible({ ...done, [column]: done.completed_at }))).toBe('allowed')
    expect(refusal(() => assertPlausible({ ...done, [column]: '2024-02-28' }))).toEqual(bad('voordat'))
    expect(refusal(() => assertPlausible({ ...done, [column]: '2026-01-01' }))).toEqual(bad('nadat'))
  })

  test('its completion is not before its beginning', () => {
    expect(refusal(() => assertPlausible(bare(null, { completed_at: '2024-02-28' })))).toEqual(bad('voordat'))
  })
})
