import { describe, expect, test } from '@jest/globals'
import { aClaim } from '../../test/support/owner/img.ts'
import { advance, assertComplete, assertTransition, type ClaimStep, nextPhases } from './advance.ts'
import { DAMAGE_PHASES, type DamageClaim } from './claim.ts'
import type { DamagePhase } from './schema.generated.ts'

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

/** Phases follow each other; a claim may be closed from every phase (the schema, `advanceDamageClaim`). */
const ALLOWED: readonly (readonly [DamagePhase, readonly DamagePhase[]])[] = [
  ['REPORTED', ['REPORTED', 'INSPECTION', 'COMPLETION']],
  ['INSPECTION', ['INSPECTION', 'ASSESSMENT', 'COMPLETION']],
  ['ASSESSMENT', ['ASSESSMENT', 'DECISION', 'COMPLETION']],
  ['DECISION', ['DECISION', 'EXECUTION', 'COMPLETION']],
  ['EXECUTION', ['EXECUTION', 'COMPLETION']],
  ['COMPLETION', []],
]

describe('the phases that a claim may move to', () => {
  describe.each(ALLOWED)('from %s', (from, allowed) => {
    test.each(DAMAGE_PHASES.map((to) => ({ to, may: allowed.includes(to) })))(
      'to $to: $may',
      ({ to, may }) => {
        expect(nextPhases(from).includes(to)).toBe(may)
        const outcome = refusal(() => assertTransition(from, to))
        expect(outcome).toEqual(
          may ? 'allowed' : bad(from === 'COMPLETION' ? 'is afgerond' : allowed.join(', ')),
        )
        expect(refusal(() => advance(aClaim(1, { phase: from }), { to }, TODAY))).toEqual(outcome)
      },
    )
  })
})

describe('the requirements of a phase', () => {
  const REPORT = { deliveredOn: '2025-06-01', summary: 'Scheuren.', structuralDamage: false }
  const bare = (phase: DamagePhase) =>
    aClaim(1, { phase, inspection_planned_on: null, report_delivered_on: null, award_decided_on: null })

  test.each<[DamagePhase, ClaimStep, string | null]>([
    ['REPORTED', { to: 'INSPECTION' }, 'inspectionPlannedOn'],
    ['REPORTED', { to: 'INSPECTION', inspectionPlannedOn: '2025-04-01' }, null],
    ['INSPECTION', { to: 'ASSESSMENT' }, 'report'],
    ['INSPECTION', { to: 'ASSESSMENT', report: REPORT }, null],
    ['INSPECTION', { to: 'ASSESSMENT', report: { ...REPORT, summary: ' ' } }, 'summary'],
    ['ASSESSMENT', { to: 'DECISION' }, 'award'],
    ['ASSESSMENT', { to: 'DECISION', award: { decidedOn: '2025-07-01', amountCents: 0 } }, null],
    ['ASSESSMENT', { to: 'DECISION', award: { decidedOn: '2025-07-01', amountCents: -1 } }, '0 of meer'],
    ['DECISION', { to: 'EXECUTION' }, null],
    ['REPORTED', { to: 'COMPLETION' }, null],
  ])('from %s with %j: %p', (phase, step, missing) => {
    expect(refusal(() => advance(bare(phase), step, TODAY))).toEqual(
      missing === null ? 'allowed' : bad(missing),
    )
  })
})

describe('the changes of a step', () => {
  test('moving sets the begin of the phase to today, staying does not', () => {
    expect(advance(aClaim(), { to: 'DECISION' }, TODAY)).toMatchObject({
      phase: 'DECISION',
      phase_since: TODAY,
      closed_at: null,
    })
    expect(advance(aClaim(), { to: 'ASSESSMENT' }, TODAY)).toMatchObject({ phase_since: '2025-06-01' })
  })

  test('closing is today, or the day that is given', () => {
    expect(advance(aClaim(), { to: 'COMPLETION' }, TODAY)).toMatchObject({
      closed_at: TODAY,
      phase_since: TODAY,
    })
    const closedAt = '2025-09-01'
    expect(advance(aClaim(), { to: 'COMPLETION', closedAt }, TODAY)).toMatchObject({
      closed_at: closedAt,
      phase_since: closedAt,
    })
  })

  test('leave other values unchanged', () => {
    const nothing = {
      report: null,
      award: null,
      inspectionHeldOn: null,
      inspectionPlannedOn: null,
      closedAt: null,
    }
    expect({ ...aClaim(), ...advance(aClaim(), { to: 'ASSESSMENT', ...nothing }, TODAY) }).toEqual(aClaim())
  })

  test('a decision keeps the day it was paid unless it gives another', () => {
    const award = { decidedOn: '2025-07-02', amountCents: 5 }
    expect(advance(aClaim(), { to: 'DECISION', award }, TODAY)).toMatchObject({
      award_decided_on: '2025-07-02',
      award_amount_cents: 5,
      award_paid_on: '2025-08-01',
    })
  })
})

describe('days in an impossible order are refused', () => {
  test.each<[string, Partial<DamageClaim>]>([
    ['afgerond', { phase: 'COMPLETION', closed_at: '2025-02-27' }],
    ['opname', { inspection_held_on: '2025-02-27' }],
    ['betaald', { award_paid_on: '2025-06-30' }],
    ['veilig', { acute_made_safe_at: '2025-03-01T09:29:59.999Z' }],
  ])('%s', (message, changes) => {
    expect(refusal(() => assertComplete(aClaim()))).toBe('allowed')
    expect(refusal(() => assertComplete(aClaim(1, changes)))).toEqual(bad(message))
  })
})
