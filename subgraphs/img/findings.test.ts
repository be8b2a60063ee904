import { describe, expect, test } from '@jest/globals'
import { aClaim } from '../../test/support/owner/img.ts'
import { acuteSafety, structuralDamage } from './findings.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const none = aClaim(1, { acute_reported_at: null, acute_made_safe_at: null })
const reported = aClaim(1, { acute_reported_at: '2026-11-21T08:00:00.000Z', acute_made_safe_at: null })
const over = aClaim(1, {
  acute_reported_at: '2026-11-01T08:00:00.000Z',
  acute_made_safe_at: '2026-11-02T08:00:00.000Z',
})
const description = 'De schoorsteen staat los.'

describe('acute safety', () => {
  test.each([
    ['a first report counts from now', none, {}, '2026-11-22T12:00:00.000Z', null],
    [
      'a report has the moment of recording',
      none,
      { reportedAt: '2026-11-22T07:00:00.000Z' },
      '2026-11-22T07:00:00.000Z',
      null,
    ],
    ['saying more of a report keeps its moment', reported, {}, '2026-11-21T08:00:00.000Z', null],
    [
      'making safe keeps the moment of the report',
      reported,
      { madeSafeAt: '2026-11-22T11:00:00.000Z' },
      '2026-11-21T08:00:00.000Z',
      '2026-11-22T11:00:00.000Z',
    ],
    ['danger after it was made safe is a new report', over, {}, '2026-11-22T12:00:00.000Z', null],
    [
      'also with a given moment',
      over,
      { reportedAt: '2026-11-20T10:00:00.000Z' },
      '2026-11-20T10:00:00.000Z',
      null,
    ],
  ])('%s', (_name, claim, input, reportedAt, madeSafeAt) => {
    expect(acuteSafety(claim, { description, ...input }, NOW)).toEqual({
      acute_reported_at: reportedAt,
      acute_made_safe_at: madeSafeAt,
      acute_description: description,
    })
  })

  test.each([
    ['a report in the future', none, { reportedAt: '2026-11-22T12:00:01.000Z' }, 'toekomst'],
    ['made safe in the future', reported, { madeSafeAt: '2026-11-23T12:00:00.000Z' }, 'toekomst'],
    ['made safe before the report', reported, { madeSafeAt: '2026-11-20T12:00:00.000Z' }, 'voordat'],
    ['a situation that is over, opened again', over, { reportedAt: '2026-11-01T08:00:00.000Z' }, 'al veilig'],
    ['no description', none, { description: ' ' }, 'omschrijving'],
  ])('%s is BAD_USER_INPUT', (_name, claim, input, message) => {
    expect(() => acuteSafety(claim, { description, ...input }, NOW)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }),
    )
  })
})

describe('damage to the structure', () => {
  const today = '2026-11-22'

  test('is found today by default', () => {
    expect(structuralDamage(aClaim(), { description }, today)).toEqual({
      structural_found_on: today,
      structural_description: description,
    })
    expect(structuralDamage(aClaim(), { description, foundOn: '2026-01-02' }, today)).toMatchObject({
      structural_found_on: '2026-01-02',
    })
  })

  test.each([
    ['in the future', { foundOn: '2026-11-23' }, 'toekomst'],
    ['before the damage was reported', { foundOn: '2025-02-27' }, 'voordat'],
    ['without a description', { description: '' }, 'omschrijving'],
  ])('%s is BAD_USER_INPUT', (_name, input, message) => {
    expect(() => structuralDamage(aClaim(), { description, ...input }, today)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }),
    )
  })
})
