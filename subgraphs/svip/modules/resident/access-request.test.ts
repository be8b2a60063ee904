import { describe, expect, test } from '@jest/globals'
import { answer, assertReceipt, extend, isOverdue } from './access-request.ts'
import type { SubjectAccessRequestRow } from './tables.ts'

const REQUEST: SubjectAccessRequestRow = {
  id: '6f0c9e0e-2c36-4f0b-9d0c-0b4f2a1a9d11',
  revision: 1,
  address_id: '0010200000123456',
  state: 'OPEN',
  received_on: '2026-10-31',
  channel: 'LETTER',
  evidence: 'brief-1',
  due_on: '2026-11-30',
  registered_by: 'IMG',
  registered_at: '2026-11-01T09:00:00.000Z',
  extended_at: null,
  extension_reason: null,
  answered_on: null,
  outcome: null,
  answer_channel: null,
  answer_evidence: null,
  refusal_reason: null,
}
const NOW = '2026-11-22T09:00:00.000Z'
const TODAY = '2026-11-22'
const ANSWER = {
  answeredOn: '2026-11-20',
  outcome: 'PROVIDED',
  channel: 'LETTER',
  evidence: 'brief-2',
  reason: null,
} as const
const ANSWERED: SubjectAccessRequestRow = { ...REQUEST, ...answer(REQUEST, ANSWER, TODAY) }

const refused = (code: string, part: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(part) })

describe('an extension', () => {
  test('counts its months from the receipt and stores the reason', () => {
    expect(extend(REQUEST, { months: 2, reason: ' veel verzoeken ' }, TODAY, NOW)).toEqual({
      due_on: '2027-01-31',
      extended_at: NOW,
      extension_reason: 'veel verzoeken',
    })
  })

  test('is possible on the last day of the first month, and not after it', () => {
    expect(extend(REQUEST, { months: 1, reason: 'x' }, '2026-11-30', NOW).due_on).toBe('2026-12-31')
    expect(() => extend(REQUEST, { months: 1, reason: 'x' }, '2026-12-01', NOW)).toThrow(
      refused('BAD_USER_INPUT', 'eerste maand is voorbij'),
    )
  })

  test.each([0, 3, -1])('by %s months is refused', (months) => {
    expect(() => extend(REQUEST, { months, reason: 'x' }, TODAY, NOW)).toThrow(
      refused('BAD_USER_INPUT', 'months'),
    )
  })

  test('without a reason, twice, or after the answer is refused', () => {
    expect(() => extend(REQUEST, { months: 1, reason: ' ' }, TODAY, NOW)).toThrow(
      refused('BAD_USER_INPUT', 'reason'),
    )
    const extended = { ...REQUEST, ...extend(REQUEST, { months: 1, reason: 'x' }, TODAY, NOW) }
    expect(() => extend(extended, { months: 1, reason: 'x' }, TODAY, NOW)).toThrow(
      refused('CONFLICT', 'al een keer'),
    )
    expect(() => extend(ANSWERED, { months: 1, reason: 'x' }, TODAY, NOW)).toThrow(
      refused('CONFLICT', 'beantwoord'),
    )
  })
})

describe('an answer', () => {
  test('stores when and how it was given', () => {
    expect(answer(REQUEST, ANSWER, TODAY)).toEqual({
      state: 'ANSWERED',
      answered_on: '2026-11-20',
      outcome: 'PROVIDED',
      answer_channel: 'LETTER',
      answer_evidence: 'brief-2',
      refusal_reason: null,
    })
  })

  test.each([
    { name: 'in the future', change: { answeredOn: '2026-11-23' }, part: 'toekomst' },
    { name: 'before the receipt', change: { answeredOn: '2026-10-30' }, part: 'voor de ontvangst' },
    { name: 'that refuses without a reason', change: { outcome: 'REFUSED' as const }, part: 'reason' },
    { name: 'that gives the overview with a reason not to', change: { reason: 'x' }, part: 'weigering' },
    { name: 'without evidence', change: { evidence: ' ' }, part: 'evidence' },
  ])('$name is refused', ({ change, part }) => {
    expect(() => answer(REQUEST, { ...ANSWER, ...change }, TODAY)).toThrow(refused('BAD_USER_INPUT', part))
  })

  test('is recorded once', () => {
    expect(() => answer(ANSWERED, ANSWER, TODAY)).toThrow(refused('CONFLICT', 'al beantwoord'))
  })
})

test('a request is overdue from the day after its last day, until it is answered', () => {
  expect(isOverdue(REQUEST, '2026-11-30')).toBe(false)
  expect(isOverdue(REQUEST, '2026-12-01')).toBe(true)
  expect(isOverdue(ANSWERED, '2026-12-01')).toBe(false)
})

test('a request with a future date, or without evidence, is not registered', () => {
  expect(assertReceipt(TODAY, ' brief-1 ', TODAY)).toBe('brief-1')
  expect(() => assertReceipt('2026-11-23', 'brief-1', TODAY)).toThrow(refused('BAD_USER_INPUT', 'toekomst'))
  expect(() => assertReceipt(TODAY, '', TODAY)).toThrow(refused('BAD_USER_INPUT', 'evidence'))
})
