import { describe, expect, test } from '@jest/globals'
import { PURPOSES, type Purpose } from '../../../../kernel/vocabulary.ts'
import { someone } from '../../../../test/support/svip/svip.ts'
import { type CooperationFilter, matches, mayList, revealedBy } from './filter.ts'
import { CELLS, fromKey } from './situation.ts'

const NOW = '2026-11-22T10:00:00Z'
const CALLERS = {
  img: someone('IMG', 'case_handler'),
  ncg: someone('NCG', 'svip_officer'),
  municipality: someone('GEMEENTE', 'municipal_officer'),
}
const FILTERS: Readonly<Record<string, CooperationFilter>> = {
  'no report': { situation: 'NO_REPORT' },
  'no report, by phase': { situation: 'NO_REPORT', ncgPhases: ['PLANNING'] },
  'damage only': { situation: 'DAMAGE_ONLY' },
  handled: { situation: 'HANDLED' },
  'both running': { situation: 'BOTH_RUNNING' },
  'a group': { groups: ['E'] },
  'a cell': { cells: [{ ncgStatus: 'S2_1', imgStatus: 'PREPARATION' }] },
  'a phase': { ncgPhases: ['PLANNING'] },
  'a status': { ncgStatuses: ['S2_1'] },
  'a phase where both run': { situation: 'BOTH_RUNNING', ncgPhases: ['PLANNING'] },
}
/** The purposes that give the status of both sides, where both certainly have a track. */
const RUNNING = ['COOPERATION', 'JOINT_INSPECTION', 'INTEGRAL_APPROACH'] as const
const LISTS = ['SIGNALLING', ...RUNNING, 'MUNICIPAL_PLAN'] as const

describe('which list is allowed for which purpose', () => {
  const allowed = (caller: keyof typeof CALLERS, filter: string): readonly Purpose[] =>
    PURPOSES.filter((purpose) => mayList(CALLERS[caller], purpose, FILTERS[filter] ?? {}, NOW))

  test.each([
    ['img', 'no report', ['SIGNALLING']],
    // IMG may not know NCG's progress where IMG has no file.
    ['img', 'no report, by phase', []],
    ['img', 'damage only', ['SIGNALLING']],
    ['img', 'handled', RUNNING],
    ['img', 'both running', RUNNING],
    ['img', 'a group', RUNNING],
    ['img', 'a cell', RUNNING],
    ['img', 'a phase', []],
    ['img', 'a status', []],
    ['img', 'a phase where both run', RUNNING],
    ['ncg', 'no report', ['SIGNALLING']],
    ['ncg', 'no report, by phase', ['SIGNALLING']],
    ['ncg', 'damage only', ['SIGNALLING']],
    ['ncg', 'handled', RUNNING],
    ['ncg', 'both running', RUNNING],
    ['ncg', 'a group', RUNNING],
    ['ncg', 'a cell', RUNNING],
    // A list of the own side, which still needs a purpose that concerns a stock.
    ['ncg', 'a phase', LISTS],
    ['ncg', 'a phase where both run', RUNNING],
    ['municipality', 'no report', ['MUNICIPAL_PLAN']],
    ['municipality', 'no report, by phase', ['MUNICIPAL_PLAN']],
    ['municipality', 'damage only', ['MUNICIPAL_PLAN']],
    ['municipality', 'a phase', ['MUNICIPAL_PLAN']],
    // Whether damage runs is a status, which a municipal plan does not need.
    ['municipality', 'handled', []],
    ['municipality', 'both running', []],
    ['municipality', 'a cell', []],
  ] as const)('%s, %s: %j', (caller, filter, purposes) => {
    expect(allowed(caller, filter)).toEqual(PURPOSES.filter((each) => purposes.some((one) => one === each)))
  })

  test('none for figures only, without a role, before the law, or beyond the own agency', () => {
    for (const filter of Object.keys(FILTERS).filter((name) => name !== 'a phase' && name !== 'a status'))
      for (const caller of Object.keys(CALLERS) as (keyof typeof CALLERS)[])
        expect(allowed(caller, filter)).not.toContain('MONITORING')
    const { img } = CALLERS
    expect(mayList({ ...img, roles: [] }, 'SIGNALLING', { situation: 'NO_REPORT' }, NOW)).toBe(false)
    // Under the agreement of 2020 every category needed consent.
    expect(mayList(img, 'SIGNALLING', { situation: 'NO_REPORT' }, '2021-11-22T10:00:00Z')).toBe(false)
    expect(mayList(img, 'SIGNALLING', { situation: 'NO_REPORT' }, '2019-11-22T10:00:00Z')).toBe(false)
  })
})

describe('what a list reveals', () => {
  test('follows from its criteria', () => {
    expect(revealedBy({ situation: 'NO_REPORT' })).toEqual({ IMG: ['PRESENCE'], NCG: ['PRESENCE'] })
    expect(revealedBy({ ncgStatuses: ['S2_1'] })).toEqual({ IMG: [], NCG: ['PRESENCE', 'STATUS'] })
    expect(revealedBy({ groups: ['B'] })).toEqual({
      IMG: ['PRESENCE', 'STATUS'],
      NCG: ['PRESENCE', 'STATUS'],
    })
  })

  test.each([{}, { municipality: '1979' }, { situation: null, groups: null }])(
    'must have a criterion: %j is refused',
    (filter) => {
      expect(() => revealedBy(filter)).toThrow('Kies in het filter')
    },
  )
})

describe('a filter', () => {
  const all = [
    'NO_REPORT/PLANNING/S4_1/',
    'NO_REPORT/COMPLETION//',
    'HANDLED/PLANNING/S4_1/',
    'DAMAGE_ONLY///',
    'BOTH_RUNNING/PLANNING/S4_1/',
    ...CELLS.map(({ ncgStatus, imgStatus }) => `BOTH_RUNNING/PLANNING/${ncgStatus}/${imgStatus}`),
  ].map(fromKey)
  const hits = (filter: CooperationFilter) => all.filter((situation) => matches(filter, situation)).length

  test.each([
    [{ situation: 'NO_REPORT' }, 2],
    [{ situation: 'NO_REPORT', ncgPhases: ['PLANNING'] }, 1],
    [{ situation: 'BOTH_RUNNING' }, 29],
    [{ groups: ['A', 'B'] }, 6],
    [{ cells: [{ ncgStatus: 'S4_1', imgStatus: 'VIEWS' }] }, 1],
    [{ groups: ['B'], cells: [{ ncgStatus: 'S4_1', imgStatus: 'VIEWS' }] }, 0],
    [{ ncgStatuses: ['S4_1'] }, 7],
    [{ ncgStatuses: ['S4_1'], situation: 'HANDLED' }, 1],
    [{ situation: 'NO_REPORT', groups: ['E'] }, 0],
    [{ groups: [] }, 0],
  ] as const)('%j finds %d', (filter, count) => {
    expect(hits(filter)).toBe(count)
  })
})
