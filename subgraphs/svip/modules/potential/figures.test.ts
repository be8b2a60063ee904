import { describe, expect, test } from '@jest/globals'
import { createWorld } from '../../../../dev/world/world.ts'
import { statusOf } from '../../../img/claim.ts'
import { phaseOf } from '../../../ncg/project.ts'
import type { TrackRow } from '../../store/tables.ts'
import { figuresOf } from './figures.ts'
import { CELLS, fromKey, groupOf, situationOf, toKey } from './situation.ts'

const tracked = (owner: TrackRow['owner'], changes: Partial<TrackRow> = {}): TrackRow => ({
  owner,
  reference: owner,
  address_id: 'x',
  phase: 'INSPECTION',
  status: owner === 'NCG' ? 'S2_1' : 'VIEWS',
  open: true,
  since: '2026-01-01',
  revision: 1,
  as_of: '2026-01-01T00:00:00Z',
  ...changes,
})
const closed = { open: false, phase: 'COMPLETION', status: null }

describe('the situation of an address', () => {
  test.each([
    ['nothing plays', [], null],
    ['strengthening only', [tracked('NCG')], 'NO_REPORT/INSPECTION/S2_1/'],
    ['strengthening that is completed, never a report', [tracked('NCG', closed)], 'NO_REPORT/COMPLETION//'],
    ['damage only', [tracked('IMG')], 'DAMAGE_ONLY///'],
    ['both run', [tracked('NCG'), tracked('IMG')], 'BOTH_RUNNING/INSPECTION/S2_1/VIEWS'],
    [
      'both run, damage is being repaired',
      [tracked('NCG'), tracked('IMG', { status: null })],
      'BOTH_RUNNING/INSPECTION/S2_1/',
    ],
    ['damage is closed', [tracked('NCG'), tracked('IMG', closed)], 'HANDLED/INSPECTION/S2_1/'],
    ['strengthening is completed', [tracked('NCG', closed), tracked('IMG')], 'HANDLED/COMPLETION//'],
    ['both are closed', [tracked('NCG', closed), tracked('IMG', closed)], 'HANDLED/COMPLETION//'],
    [
      'one of several claims runs',
      [
        tracked('NCG'),
        tracked('IMG', { ...closed, since: '2026-09-01' }),
        tracked('IMG', { reference: 'b' }),
      ],
      'BOTH_RUNNING/INSPECTION/S2_1/VIEWS',
    ],
  ])('%s', (_what, tracks, key) => {
    const situation = situationOf(tracks)
    expect(situation && toKey(situation)).toBe(key)
    if (key) expect(fromKey(key)).toEqual(situation)
  })

  test('has a group in every cell of the matrix where both run, and nowhere else', () => {
    expect(CELLS).toHaveLength(28)
    for (const cell of CELLS) {
      expect(groupOf({ name: 'BOTH_RUNNING', ncgPhase: null, ...cell })).toMatch(/^[A-F]$/)
      expect(groupOf({ name: 'HANDLED', ncgPhase: null, ...cell })).toBeNull()
    }
    expect(groupOf({ name: 'BOTH_RUNNING', ncgPhase: null, ncgStatus: 'S2_1', imgStatus: null })).toBeNull()
  })

  test('cannot be read from another text', () => {
    expect(() => fromKey('ELSE/INSPECTION/S2_1/')).toThrow('is no situation')
  })
})

describe('the figures of the whole synthetic world', () => {
  const world = createWorld()
  const tracks = [
    ...[...world.records('img')].map((row) =>
      tracked('IMG', {
        address_id: row.address_id ?? '',
        reference: row.reference ?? '',
        phase: row.phase ?? '',
        status: statusOf(row.phase as Parameters<typeof statusOf>[0]),
        open: row.closed_at === '',
        since: row.registered_at ?? '',
      }),
    ),
    ...[...world.records('ncg')].map((row) => {
      const status = (row.status || null) as Parameters<typeof phaseOf>[0]
      return tracked('NCG', {
        address_id: row.address_id ?? '',
        reference: row.reference ?? '',
        phase: phaseOf(status),
        status,
        open: row.completed_at === '',
        since: row.started_at ?? '',
      })
    }),
  ]
  const situations = [...Map.groupBy(tracks, ({ address_id }) => address_id).values()].flatMap(
    (all) => situationOf(all) ?? [],
  )
  const figures = figuresOf(situations.map((situation) => ({ situation, count: 1 })))

  test('are those of the evaluation: 26,800 addresses, 17,700 without a report, 7,700 handled, 1,400 at both', () => {
    expect(figures).toMatchObject({
      total: 26_800,
      noReport: 17_700,
      handled: 7_700,
      bothRunning: 1_400,
      damageOnly: 40_000,
      outsideMatrix: 0,
    })
  })

  test('match in every cell of the matrix, and each group is the sum of its cells', () => {
    expect(figures.cells.map(({ count }) => count)).toEqual(Array.from({ length: 28 }, () => 50))
    expect(figures.groups.map(({ group, count }) => `${group} ${count}`)).toEqual([
      'A 200',
      'B 100',
      'C 100',
      'D 200',
      'E 400',
      'F 400',
    ])
  })

  test('spread those without a report over the phases, completed ones included', () => {
    const counts = figures.noReportByPhase.map(({ count }) => count)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(17_700)
    expect(Math.min(...counts)).toBeGreaterThan(500)
  })
})
