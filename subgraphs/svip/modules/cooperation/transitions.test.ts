import { expect, test } from '@jest/globals'
import { INSPECTION_STATES, PLAN_STATES } from './tables.ts'
import { INSPECTION_STEPS, PLAN_STEPS, possible } from './transitions.ts'

/** Who may do what in every state, written out: IMG proposed, by the employee `maker`. */

const MAKER = { organisation: 'IMG', subject: 'maker' } as const
const COLLEAGUE = { organisation: 'IMG', subject: 'colleague' } as const
const OTHER = { organisation: 'NCG', subject: 'other' } as const
const MOVED = { organisation: 'NCG', subject: 'maker' } as const

test.each([
  ['PROPOSED', ['WITHDRAW'], ['ACCEPT', 'DECLINE']],
  ['ACCEPTED', ['RESIDENT_AGREES', 'RESIDENT_DECLINES', 'RECORD_NOT_HELD'], null],
  ['AGREED', ['RESIDENT_DECLINES', 'RECORD_HELD', 'RECORD_NOT_HELD'], null],
  ['HELD', [], null],
  ['NOT_HELD', [], null],
  ['DECLINED', [], null],
  ['WITHDRAWN', [], null],
] as const)('a joint inspection that is %s', (state, proposing, other) => {
  const row = { state, proposed_by: 'IMG', proposer: 'maker' } as const
  expect(possible(INSPECTION_STEPS, MAKER, row)).toEqual(proposing)
  expect(possible(INSPECTION_STEPS, COLLEAGUE, row)).toEqual(proposing)
  expect(possible(INSPECTION_STEPS, OTHER, row)).toEqual(other ?? proposing)
  expect(possible(INSPECTION_STEPS, MOVED, row)).toEqual(other ? [] : proposing)
  for (const organisation of ['GEMEENTE', 'SVIP'] as const)
    expect(possible(INSPECTION_STEPS, { organisation, subject: 'x' }, row)).toEqual([])
})

test.each([
  ['PROPOSED', ['WITHDRAW'], ['ACCEPT', 'DECLINE']],
  ['AGREED', ['RECORD_CARRIED_OUT', 'STOP'], null],
  ['CARRIED_OUT', [], null],
  ['STOPPED', [], null],
  ['DECLINED', [], null],
  ['WITHDRAWN', [], null],
] as const)('an integral plan that is %s', (state, proposing, other) => {
  const row = { state, proposed_by: 'IMG', proposer: 'maker' } as const
  expect(possible(PLAN_STEPS, MAKER, row)).toEqual(proposing)
  expect(possible(PLAN_STEPS, OTHER, row)).toEqual(other ?? proposing)
})

test('every state but the first is reached by a step', () => {
  const reached = (steps: Readonly<Record<string, { readonly to: string }>>) =>
    new Set(['PROPOSED', ...Object.values(steps).map(({ to }) => to)])
  expect(reached(INSPECTION_STEPS)).toEqual(new Set(INSPECTION_STATES))
  expect(reached(PLAN_STEPS)).toEqual(new Set(PLAN_STATES))
})
