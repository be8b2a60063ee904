import { describe, expect, test } from '@jest/globals'
import { INSPECTION_FORMS, INSPECTION_WISHES } from './tables.ts'
import {
  againstCoordinatorWish,
  againstInspectionWish,
  againstPlanWish,
  delaysBeyond,
  type Wishes,
  wrongDates,
} from './together.ts'

const DATES = {
  form: 'SIMULTANEOUS' as const,
  img_on: '2026-03-10',
  ncg_on: '2026-03-10',
  img_planned_on: '2026-03-01',
  ncg_planned_on: null,
}
const wish = (changes: Partial<Wishes> = {}): Wishes => ({
  integral_approach: true,
  inspection: null,
  process: null,
  realisation: null,
  ...changes,
})

describe('a joint inspection and the wish of the resident', () => {
  const inTime = { ...DATES, img_planned_on: '2026-03-10' }
  test.each(
    INSPECTION_WISHES.map((inspection) => [
      inspection,
      INSPECTION_FORMS.filter(
        (form) => againstInspectionWish({ ...inTime, form }, wish({ inspection })) === null,
      ),
    ]),
  )('%s allows %j', (inspection, allowed) => {
    const EXPECTED = {
      SIMULTANEOUS: ['SIMULTANEOUS'],
      CONSECUTIVE: ['CONSECUTIVE', 'WITHIN_TWO_DAYS'],
      ONLY_WITHOUT_WAITING: INSPECTION_FORMS,
      APART: [],
    } as Readonly<Record<string, readonly string[]>>
    expect(allowed).toEqual(EXPECTED[String(inspection)])
  })

  test('without a wish, or without one about inspections, the resident decides; a wish for apart in general is a refusal', () => {
    expect(againstInspectionWish(DATES, null)).toBeNull()
    expect(againstInspectionWish(DATES, wish())).toBeNull()
    expect(againstInspectionWish(DATES, wish({ integral_approach: false }))).toContain('apart')
    // A wish about inspections takes precedence over the general one.
    const said = wish({ integral_approach: false, inspection: 'SIMULTANEOUS' })
    expect(againstInspectionWish(DATES, said)).toBeNull()
  })

  test('only without waiting: one day later than planned is waiting, on either side', () => {
    const only = wish({ inspection: 'ONLY_WITHOUT_WAITING' })
    expect(againstInspectionWish({ ...DATES, img_planned_on: '2026-03-09' }, only)).toContain('wachttijd')
    expect(againstInspectionWish({ ...inTime, ncg_planned_on: '2026-03-09' }, only)).toContain('wachttijd')
    expect(againstInspectionWish(inTime, only)).toBeNull()
  })
})

test('an integral plan needs a wish for one approach that does not separate the works', () => {
  expect(againstPlanWish(null)).toContain('Vraag de eigenaar')
  expect(againstPlanWish(wish({ integral_approach: false, realisation: 'TOGETHER' }))).toContain('apart')
  expect(againstPlanWish(wish({ realisation: 'APART' }))).toContain('apart')
  expect(againstPlanWish(wish())).toBeNull()
})

test('a single coordinator is only against a wish for separate processes', () => {
  expect(againstCoordinatorWish(wish({ process: 'APART' }))).not.toBeNull()
  expect(againstCoordinatorWish(wish({ integral_approach: false }))).toBeNull()
  expect(againstCoordinatorWish(null)).toBeNull()
})

test('a delay counts from the day that a side planned, and is reported from the first day beyond the term', () => {
  expect(delaysBeyond(DATES, 9)).toEqual([])
  expect(delaysBeyond(DATES, 8)).toEqual([{ owner: 'IMG', days: 9 }])
  expect(delaysBeyond({ ...DATES, ncg_planned_on: '2026-02-28' }, 8)).toEqual([
    { owner: 'IMG', days: 9 },
    { owner: 'NCG', days: 10 },
  ])
  // An earlier day is no delay, and a day counts as one over the change to summer time.
  expect(delaysBeyond({ ...DATES, img_planned_on: '2026-04-01' }, 0)).toEqual([])
  expect(delaysBeyond({ ...DATES, img_on: '2026-03-30', img_planned_on: '2026-03-28' }, 1)).toEqual([
    { owner: 'IMG', days: 2 },
  ])
})

test.each([
  ['SIMULTANEOUS', '2026-03-10', '2026-03-10', null],
  ['SIMULTANEOUS', '2026-03-10', '2026-03-11', 'dezelfde dag'],
  ['CONSECUTIVE', '2026-03-11', '2026-03-10', 'dezelfde dag'],
  ['WITHIN_TWO_DAYS', '2026-03-12', '2026-03-10', null],
  ['WITHIN_TWO_DAYS', '2026-03-10', '2026-03-11', null],
  ['WITHIN_TWO_DAYS', '2026-03-10', '2026-03-10', 'één of twee dagen'],
  ['WITHIN_TWO_DAYS', '2026-03-10', '2026-03-13', 'één of twee dagen'],
  ['SIMULTANEOUS', '2026-03-01', '2026-03-01', 'voorbij'],
] as const)('%s on %s and %s: %s', (form, img_on, ncg_on, wrong) => {
  const found = wrongDates({ ...DATES, form, img_on, ncg_on }, '2026-03-02')
  if (wrong === null) expect(found).toBeNull()
  else expect(found).toContain(wrong)
})
