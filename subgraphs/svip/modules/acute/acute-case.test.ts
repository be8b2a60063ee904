import { describe, expect, test } from '@jest/globals'
import { afterNotice, afterReport, isOverdue, possible, wasInTime } from './acute-case.ts'
import type { AcuteCaseRow } from './tables.ts'

const OPTIONS = { id: 'c', safeHours: 48 }
const report = {
  address_id: 'a',
  reference: 'P-1',
  description: null,
  reported_at: '2026-03-01T10:00:00.000Z',
}
const opened = (changes: Partial<AcuteCaseRow> = {}): AcuteCaseRow => {
  const changed = afterReport(null, report, OPTIONS)
  if (!changed) throw new Error('no case')
  return { ...changed.row, ...changes }
}
const notice = (
  kind: 'ACUTE_SAFETY_REPORTED' | 'ACUTE_SAFETY_MADE_SAFE' | 'OWNERSHIP_CHANGED',
  at: string,
) => ({
  id: 'n',
  owner: 'IMG' as const,
  kind,
  address_id: 'a',
  reference: 'P-2',
  occurred_at: at,
})

describe('the deadline', () => {
  test('counts from the report, also over the change to summer time', () => {
    expect(opened().safe_by).toBe('2026-03-03T10:00:00.000Z')
    const summer = afterReport(null, { ...report, reported_at: '2026-03-28T12:00:00.000Z' }, OPTIONS)
    expect(summer?.row.safe_by).toBe('2026-03-30T12:00:00.000Z')
  })

  test('has passed after its last moment, unless the building was made safe', () => {
    expect(isOverdue(opened(), new Date('2026-03-03T10:00:00.000Z'))).toBe(false)
    expect(isOverdue(opened(), new Date('2026-03-03T10:00:00.001Z'))).toBe(true)
    expect(isOverdue(opened({ state: 'MADE_SAFE' }), new Date('2030-01-01T00:00:00Z'))).toBe(false)
    expect(wasInTime(opened())).toBeNull()
    expect(wasInTime(opened({ made_safe_at: '2026-03-03T10:00:00.000Z' }))).toBe(true)
    // As PostgreSQL writes it, in another offset.
    expect(wasInTime(opened({ made_safe_at: '2026-03-03T11:00:01+01:00' }))).toBe(false)
  })
})

describe('a report', () => {
  test('while the danger lasts is about the same case', () => {
    expect(afterReport(opened(), { ...report, reported_at: '2026-03-02T10:00:00.000Z' }, OPTIONS)).toBeNull()
  })

  const safe = opened({ state: 'AFTERCARE', made_safe_at: '2026-03-02T10:00:00.000Z', revision: 4 })
  test('after the building was made safe restarts the deadline, and keeps what it leaves out', () => {
    const again = { ...report, reference: null, reported_at: '2026-04-01T10:00:00.000Z' }
    expect(afterReport(safe, again, OPTIONS)).toEqual({
      action: 'REPORT_AGAIN',
      row: {
        ...safe,
        revision: 5,
        state: 'REPORTED',
        reported_at: again.reported_at,
        safe_by: '2026-04-03T10:00:00.000Z',
        made_safe_at: null,
      },
    })
  })

  test('from before the building was made safe changes nothing when it arrives late', () => {
    expect(afterReport(safe, { ...report, reported_at: '2026-03-02T10:00:00.000Z' }, OPTIONS)).toBeNull()
  })
})

describe('a notice of IMG', () => {
  test('that the building is safe ends only a danger that was reported before', () => {
    expect(
      afterNotice(opened(), notice('ACUTE_SAFETY_MADE_SAFE', '2026-03-02T10:00:00Z'), OPTIONS),
    ).toMatchObject({
      action: 'RECORD_SAFE',
      row: { state: 'MADE_SAFE', revision: 2, made_safe_at: '2026-03-02T10:00:00Z' },
    })
    for (const [present, at] of [
      [null, '2026-03-02T10:00:00Z'],
      [opened(), '2026-02-01T10:00:00Z'],
      [opened({ state: 'NOMINATED' }), '2026-03-02T10:00:00Z'],
    ] as const)
      expect(afterNotice(present, notice('ACUTE_SAFETY_MADE_SAFE', at), OPTIONS)).toBeNull()
  })

  test('of another kind opens nothing', () => {
    expect(afterNotice(null, notice('OWNERSHIP_CHANGED', '2026-03-02T10:00:00Z'), OPTIONS)).toBeNull()
  })
})

test.each([
  ['REPORTED', ['RECORD_SAFE', 'DISMISS'], []],
  ['MADE_SAFE', ['NOMINATE', 'SKIP_NOMINATION'], []],
  ['NOMINATED', ['SKIP_NOMINATION'], ['ACCEPT_NOMINATION', 'DECLINE_NOMINATION']],
  ['AFTERCARE', ['CLOSE'], []],
  ['CLOSED', [], []],
] as const)('when it is %s IMG may %j and NCG %j', (state, img, ncg) => {
  expect(possible('IMG', { state })).toEqual(img)
  expect(possible('NCG', { state })).toEqual(ncg)
  for (const other of ['GEMEENTE', 'SVIP']) expect(possible(other, { state })).toEqual([])
})
