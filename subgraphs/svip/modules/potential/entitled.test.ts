import { describe, expect, test } from '@jest/globals'
import type { Organisation, Role } from '../../../../kernel/vocabulary.ts'
import { UNDER_TWG } from '../../../../test/support/svip/policy.ts'
import { someone } from '../../../../test/support/svip/svip.ts'
import { countsFor, entitledTo, hidesCounts } from './entitled.ts'
import { figuresOf } from './figures.ts'
import { type CooperationFilter, LIST_PURPOSES, mayList } from './filter.ts'
import { CELLS, type Situation } from './situation.ts'

const noReport = (ncgPhase: string): Situation => ({
  name: 'NO_REPORT',
  ncgPhase,
  ncgStatus: null,
  imgStatus: null,
})
const SITUATIONS: readonly Situation[] = [
  noReport('SCOPE'),
  noReport('PLANNING'),
  { ...noReport('SCOPE'), name: 'HANDLED' },
  { ...noReport('SCOPE'), name: 'DAMAGE_ONLY', ncgPhase: null },
  ...CELLS.map((cell): Situation => ({ name: 'BOTH_RUNNING', ncgPhase: 'SCOPE', ...cell })),
]
const figures = figuresOf(SITUATIONS.map((situation) => ({ situation, count: 3 })))
const seenBy = (organisation: Organisation, role: Role) => {
  const caller = { ...someone(organisation, role), municipality: organisation === 'GEMEENTE' ? '1979' : null }
  return { caller, seen: entitledTo(figures, countsFor(caller, UNDER_TWG)) }
}

describe('who sees which figures', () => {
  test.each<[Organisation, Role]>([
    ['NCG', 'svip_officer'],
    ['IMG', 'privacy_officer'],
    ['SVIP', 'privacy_officer'],
    ['SVIP', 'intervention_team'],
  ])('%s %s: all of them, exactly', (organisation, role) => {
    const { seen } = seenBy(organisation, role)
    expect(seen).toEqual(figures)
    expect(hidesCounts(seen)).toBe(false)
  })

  test('an SVIP officer of IMG: all except NCG’s progress where IMG has no file', () => {
    const { seen } = seenBy('IMG', 'svip_officer')
    expect(seen).toEqual({
      ...figures,
      noReportByPhase: figures.noReportByPhase.map((each) => ({ ...each, count: null })),
    })
    expect(hidesCounts(seen)).toBe(true)
  })

  test('a municipality: whether damage is reported and NCG’s progress, but not that of IMG', () => {
    const {
      total,
      noReport: without,
      noReportByPhase,
      damageOnly,
      ...rest
    } = seenBy('GEMEENTE', 'municipal_officer').seen
    expect({ total, without, noReportByPhase, damageOnly }).toEqual({
      total: figures.total,
      without: figures.noReport,
      noReportByPhase: figures.noReportByPhase,
      damageOnly: figures.damageOnly,
    })
    expect(rest).toMatchObject({ handled: null, bothRunning: null, outsideMatrix: null })
    for (const { count } of [...rest.cells, ...rest.groups]) expect(count).toBeNull()
  })

  test('nobody who lists addresses sees a count of addresses that they may not list', () => {
    const lists: readonly [Organisation, Role][] = [
      ['IMG', 'svip_officer'],
      ['NCG', 'svip_officer'],
      ['GEMEENTE', 'municipal_officer'],
    ]
    for (const [organisation, role] of lists) {
      const { caller, seen } = seenBy(organisation, role)
      const may = (filter: CooperationFilter) =>
        LIST_PURPOSES.some((purpose) => mayList(caller, purpose, filter, UNDER_TWG))
      const counts: readonly (readonly [CooperationFilter, number | null])[] = [
        [{ situation: 'NO_REPORT' }, seen.noReport],
        [{ situation: 'HANDLED' }, seen.handled],
        [{ situation: 'BOTH_RUNNING' }, seen.bothRunning],
        [{ situation: 'BOTH_RUNNING' }, seen.outsideMatrix],
        [{ situation: 'DAMAGE_ONLY' }, seen.damageOnly],
        ...seen.noReportByPhase.map(
          ({ phase, count }) => [{ situation: 'NO_REPORT', ncgPhases: [phase] }, count] as const,
        ),
        ...seen.groups.map(({ group, count }) => [{ groups: [group] }, count] as const),
        ...seen.cells.map(
          ({ ncgStatus, imgStatus, count }) => [{ cells: [{ ncgStatus, imgStatus }] }, count] as const,
        ),
      ]
      for (const [filter, count] of counts)
        expect({ filter, shown: count !== null }).toEqual({ filter, shown: may(filter) })
    }
  })
})
