import { describe, expect, test } from '@jest/globals'
import { ORGANISATIONS, type Organisation, ROLES, type Role } from '../../../../kernel/vocabulary.ts'
import { SIGNAL_STATES, type SignalRow, type SignalState } from './tables.ts'
import { isOverdue, obstacle, SIGNAL_ACTIONS, type SignalAction } from './transitions.ts'

const RECIPIENTS: readonly SignalRow['recipient'][] = ['IMG', 'NCG', 'GEMEENTE']

/** Written out apart from the code: who follows up. */
const MAY: readonly (readonly [Organisation, Role])[] = [
  ['IMG', 'case_handler'],
  ['IMG', 'svip_officer'],
  ['NCG', 'case_handler'],
  ['NCG', 'svip_officer'],
  ['GEMEENTE', 'municipal_officer'],
]
/** And from where each step is possible. */
const FROM: Readonly<Record<SignalAction, readonly SignalState[]>> = {
  ACKNOWLEDGE: ['NEW'],
  ASSIGN: ['NEW', 'ACKNOWLEDGED', 'ACTED_ON'],
  ACT: ['NEW', 'ACKNOWLEDGED', 'ACTED_ON'],
  CLOSE: ['NEW', 'ACKNOWLEDGED', 'ACTED_ON'],
  MARK_NOT_OPPORTUNE: ['NEW', 'ACKNOWLEDGED', 'ACTED_ON'],
}

describe.each(SIGNAL_ACTIONS)('%s', (action) => {
  test.each(ROLES)('by a %s: only by the recipient, from the states in which it is possible', (role) => {
    for (const organisation of ORGANISATIONS)
      for (const recipient of RECIPIENTS)
        for (const state of SIGNAL_STATES) {
          const theirs =
            organisation === recipient && MAY.some(([org, may]) => org === organisation && may === role)
          const expected = !theirs ? 'NOT_YOURS' : FROM[action].includes(state) ? null : 'NOT_NOW'
          const found = obstacle(action, { organisation, roles: [role] }, { recipient, state })
          expect([organisation, recipient, state, found]).toEqual([organisation, recipient, state, expected])
        }
  })
})

test('a signal is overdue from the day after its last day, and never once it is closed', () => {
  const overdue = (state: SignalState, due_on: string) => isOverdue({ state, due_on }, '2026-03-10')
  expect(overdue('NEW', '2026-03-10')).toBe(false)
  expect(overdue('ACTED_ON', '2026-03-09')).toBe(true)
  expect(overdue('CLOSED', '2026-03-01')).toBe(false)
  expect(overdue('NOT_OPPORTUNE', '2026-03-01')).toBe(false)
})
