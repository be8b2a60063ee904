import { expect, test } from '@jest/globals'
import { ACUTE_ACTION_LABELS, ACUTE_STATE_LABELS } from '../modules/acute/texts.ts'
import {
  INSPECTION_ACTION_LABELS,
  INSPECTION_STATE_LABELS,
  PLAN_ACTION_LABELS,
  PLAN_STATE_LABELS,
} from '../modules/cooperation/texts.ts'
import { ACTION_LABELS as REQUEST_ACTION_LABELS, REQUEST_STATE_LABELS } from '../modules/requests/texts.ts'
import { ACTION_LABELS as SIGNAL_ACTION_LABELS, SIGNAL_STATE_LABELS } from '../modules/signals/texts.ts'
import { notNow } from './not-now.ts'

test('names the state, and the possible steps', () => {
  const labels = {
    states: { PROPOSED: 'voorgesteld', ENDED: 'afgesloten' },
    actions: { WITHDRAW: 'intrekken', DECLINE: 'nee zeggen' },
  }
  expect(notNow(labels, 'PROPOSED', ['WITHDRAW', 'DECLINE'])).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'Deze stap kan nu niet. De stand is: voorgesteld. U kunt nu wel: intrekken; nee zeggen.',
  })
  expect(notNow(labels, 'ENDED', []).message).toBe(
    'Deze stap kan nu niet. De stand is: afgesloten. U kunt er nu geen stap mee zetten.',
  )
})

test.each([
  ['acute', ACUTE_STATE_LABELS, ACUTE_ACTION_LABELS],
  ['inspection', INSPECTION_STATE_LABELS, INSPECTION_ACTION_LABELS],
  ['plan', PLAN_STATE_LABELS, PLAN_ACTION_LABELS],
  ['request', REQUEST_STATE_LABELS, REQUEST_ACTION_LABELS],
  ['signal', SIGNAL_STATE_LABELS, SIGNAL_ACTION_LABELS],
])('%s: every state and step has a name of its own that fits in the sentence', (_name, ...all) => {
  for (const labels of all) {
    const names = Object.values<string>(labels)
    expect(new Set(names).size).toBe(names.length)
    // The labels have no end of a sentence, no term of the schema, and do not address the resident.
    for (const name of names) expect(name).not.toMatch(/[.;]|[A-Z]{4,}|_|\bu(w)?\b/)
  }
})
