import { describe, expect, test } from '@jest/globals'
import { someone } from '../../../../test/support/svip/svip.ts'
import type { ObjectionState, RecordObjectionInput } from '../../schema.generated.ts'
import type { ObjectionRow } from '../../store/tables.ts'
import { decidedObjection, isLate, newObjection, OBJECTION_STATES } from './objection.ts'

const AT = '2026-01-31T23:30:00Z'
const input = (changes: Partial<RecordObjectionInput> = {}): RecordObjectionInput => ({
  id: null,
  addressId: '0010200000123456',
  owner: 'IMG',
  purposes: null,
  state: 'RECEIVED',
  channel: 'LETTER',
  evidence: 'brief-1',
  ...changes,
})
const HANDLER = someone('NCG', 'case_handler')
const IMG_DESK = someone('IMG', 'svip_officer')
const NCG_DESK = someone('NCG', 'svip_officer')
const SUPERVISOR = someone('SVIP', 'privacy_officer')
const present = (changes: Partial<ObjectionRow> = {}): ObjectionRow => ({
  ...newObjection('objection-1', input(), HANDLER, AT),
  ...changes,
})
const decide = (
  from: Partial<ObjectionRow>,
  to: Partial<RecordObjectionInput>,
  caller: Parameters<typeof decidedObjection>[2] = SUPERVISOR,
) => decidedObjection(present(from), input({ owner: null, ...to }), caller, '2026-02-03T09:00:00Z')

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a new objection', () => {
  test('is received by any employee, and decided within a month of that day in the Netherlands', () => {
    expect(newObjection('x', input(), HANDLER, AT)).toMatchObject({
      revision: 1,
      state: 'RECEIVED',
      owner: 'IMG',
      purposes: [],
      received_at: AT,
      decide_by: '2026-03-01',
    })
  })

  test('may come with its decision, from a caller who may decide', () => {
    expect(newObjection('x', input({ state: 'UPHELD' }), NCG_DESK, AT).state).toBe('UPHELD')
    expect(codeOf(() => newObjection('x', input({ state: 'UPHELD' }), HANDLER, AT))).toBe('FORBIDDEN')
    expect(codeOf(() => newObjection('x', input({ state: 'REJECTED' }), NCG_DESK, AT))).toBe('FORBIDDEN')
  })

  test('cannot begin as ended', () => {
    expect(codeOf(() => newObjection('x', input({ state: 'ENDED' }), SUPERVISOR, AT))).toBe('BAD_USER_INPUT')
  })
})

const ALLOWED: readonly (readonly [ObjectionState, ObjectionState])[] = [
  ['RECEIVED', 'UPHELD'],
  ['RECEIVED', 'REJECTED'],
  ['RECEIVED', 'ENDED'],
  ['UPHELD', 'ENDED'],
  ['REJECTED', 'UPHELD'],
]
test.each(OBJECTION_STATES.flatMap((from) => OBJECTION_STATES.map((to) => [from, to] as const)))(
  'from %s to %s',
  (from, to) => {
    const allowed = ALLOWED.some(([a, b]) => a === from && b === to)
    expect(codeOf(() => decide({ state: from }, { state: to }))).toBe(allowed ? 'done' : 'CONFLICT')
  },
)

describe('a decision', () => {
  test('keeps the scope, the date of receipt and the identity of the objection', () => {
    const row = decide(
      { owner: 'NCG', purposes: ['COOPERATION'] },
      { state: 'UPHELD', evidence: 'besluit-1' },
    )
    expect(row).toMatchObject({
      revision: 2,
      owner: 'NCG',
      purposes: ['COOPERATION'],
      state: 'UPHELD',
      evidence: 'besluit-1',
      received_at: AT,
      recorded_at: '2026-02-03T09:00:00Z',
    })
  })

  test('can uphold a part, never more', () => {
    expect(decide({ owner: null }, { state: 'UPHELD', owner: 'IMG' }).owner).toBe('IMG')
    expect(decide({}, { state: 'UPHELD', purposes: ['COOPERATION'] }).purposes).toEqual(['COOPERATION'])
    for (const wider of [
      { owner: 'NCG' as const },
      { purposes: [] },
      { purposes: ['COOPERATION' as const, 'ACCELERATION' as const] },
    ])
      expect(codeOf(() => decide({ purposes: ['COOPERATION'] }, { state: 'UPHELD', ...wider }))).toBe(
        'BAD_USER_INPUT',
      )
  })

  test('that allows sharing again is for the owner of the data, or for the supervisor', () => {
    const outcome = (
      caller: Parameters<typeof decidedObjection>[2],
      to: Partial<RecordObjectionInput>,
      owner: ObjectionRow['owner'] = 'IMG',
    ) => codeOf(() => decide({ owner }, to, caller))
    for (const state of ['REJECTED', 'ENDED'] as const) {
      expect(outcome(IMG_DESK, { state })).toBe('done')
      expect(outcome(SUPERVISOR, { state })).toBe('done')
      expect(outcome(NCG_DESK, { state })).toBe('FORBIDDEN')
      expect(outcome(IMG_DESK, { state }, null)).toBe('FORBIDDEN')
      expect(outcome(SUPERVISOR, { state }, null)).toBe('done')
      expect(outcome(someone('IMG', 'case_handler'), { state })).toBe('FORBIDDEN')
    }
    expect(outcome(NCG_DESK, { state: 'UPHELD' })).toBe('done')
    // Upholding a part rejects the rest.
    expect(outcome(NCG_DESK, { state: 'UPHELD', purposes: ['COOPERATION'] })).toBe('FORBIDDEN')
    expect(outcome(NCG_DESK, { state: 'UPHELD', owner: 'NCG' }, null)).toBe('FORBIDDEN')
  })
})

test('is overdue after its last day, only while there is no decision', () => {
  expect(isLate(present(), '2026-03-01')).toBe(false)
  expect(isLate(present(), '2026-03-02')).toBe(true)
  expect(isLate(present({ state: 'REJECTED' }), '2026-03-02')).toBe(false)
})
