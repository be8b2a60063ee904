import { describe, expect, test } from '@jest/globals'
import { policyOn } from '../../policy/versions/index.ts'
import { consentState, toRefusal } from './consent.ts'

const policy = policyOn('2026-03-02')
const refusal = (changes: object = {}) => ({
  addressId: '0010200000123456',
  givenBy: 'OWNER' as const,
  owner: 'IMG' as const,
  recipient: 'NCG' as const,
  purposes: ['COOPERATION' as const, 'STATUS_EXCHANGE' as const],
  categories: null,
  channel: 'PHONE' as const,
  evidence: 'notitie-1',
  notice: 'notice-1',
  validFrom: '2026-03-02T09:00:00Z',
  validUntil: null,
  ...changes,
})

describe('a refusal', () => {
  test('covers everything that consent can open, unless the resident named categories', () => {
    expect(toRefusal(refusal(), policy).categories).toEqual(['HANDLER', 'PLANNING', 'FINDINGS'])
    expect(toRefusal(refusal({ categories: ['FINDINGS'] }), policy).categories).toEqual(['FINDINGS'])
  })

  test.each([
    [
      'a purpose that needs no consent, which refers to an objection',
      { purposes: ['SIGNALLING'] },
      'Leg dan een bezwaar vast',
    ],
    ['nothing', { purposes: [] }, 'purposes'],
    ['no category', { categories: [] }, 'categories'],
    ['a category that consent cannot open', { categories: ['FINANCIAL'] }, 'niet over FINANCIAL'],
    ['sharing with oneself', { recipient: 'IMG' }, 'aan zichzelf'],
    ['a consent without evidence', { evidence: ' ' }, 'evidence'],
  ])('of %s', (_what, changes, message) => {
    expect(() => toRefusal(refusal(changes), policy)).toThrow(message)
  })
})

test('only a given consent expires', () => {
  const ended = { valid_until: '2026-01-01T00:00:00Z' }
  const now = new Date('2026-03-02T09:00:00Z')
  expect(consentState({ ...ended, state: 'GIVEN' }, now)).toBe('EXPIRED')
  expect(consentState({ ...ended, state: 'WITHDRAWN' }, now)).toBe('WITHDRAWN')
  expect(consentState({ ...ended, state: 'REFUSED' }, now)).toBe('REFUSED')
  expect(consentState({ valid_until: null, state: 'GIVEN' }, now)).toBe('GIVEN')
})
