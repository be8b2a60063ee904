import { describe, expect, test } from '@jest/globals'
import { openSettings } from '../../../kernel/runtime/settings.ts'
import {
  ADVICE,
  COOPERATION,
  cooperationGroup,
  FIGURE_2,
  GROUPS,
  IMG_STATUSES,
  matrixSettings,
  NCG_STATUSES,
} from './cooperation-groups.ts'
import { STATUS_LABELS } from './track-labels.ts'

describe('the cooperation matrix', () => {
  test.each([
    ['S1_2', ['A', 'A', 'A', 'A']],
    ['S2_1', ['B', 'B', 'C', 'C']],
    ['S3_1', ['D', 'D', 'D', 'D']],
    ['S4_1', ['E', 'E', 'E', 'E']],
    ['S4_2', ['E', 'E', 'E', 'E']],
    ['S5_1', ['F', 'F', 'F', 'F']],
    ['S5_2', ['F', 'F', 'F', 'F']],
  ])('%s is %j from preparation to decision', (ncg, groups) => {
    expect(IMG_STATUSES.map((img) => cooperationGroup(ncg, img))).toEqual(groups)
  })

  test('has the statuses of the register', () => {
    expect([...NCG_STATUSES]).toEqual([...STATUS_LABELS.NCG.keys()])
    expect([...IMG_STATUSES]).toEqual([...STATUS_LABELS.IMG.keys()])
  })

  test.each([
    [null, 'INSPECTION'],
    ['S2_1', null],
    ['S9_9', 'INSPECTION'],
    ['S2_1', 'EXECUTION'],
    ['__proto__', 'constructor'],
  ])('gives no group for what is not in it: %j and %j', (ncg, img) => {
    expect(cooperationGroup(ncg, img)).toBeNull()
  })

  test('every group has a likelihood and an advice that says what to do next', () => {
    for (const group of GROUPS) expect(ADVICE[group].split('. ').length).toBeGreaterThanOrEqual(2)
    expect(COOPERATION).toEqual({
      A: 'UNLIKELY',
      B: 'POSSIBLE',
      C: 'UNLIKELY',
      D: 'LIMITED',
      E: 'POSSIBLE',
      F: 'UNLIKELY',
    })
  })
})

describe('cells that are set otherwise', () => {
  const readMatrix = (COOPERATION_GROUPS: string) =>
    openSettings([matrixSettings], { COOPERATION_GROUPS })(matrixSettings).COOPERATION_GROUPS

  test('count, and leave the others as they are', () => {
    const matrix = readMatrix('{"S2_1":{"INSPECTION":"C"}}')
    expect(cooperationGroup('S2_1', 'INSPECTION', matrix)).toBe('C')
    expect(matrix).toEqual({ ...FIGURE_2, S2_1: { ...FIGURE_2.S2_1, INSPECTION: 'C' } })
    expect(readMatrix('{}')).toEqual(FIGURE_2)
  })

  test.each([
    '',
    'B',
    '[]',
    'null',
    '{"S9_9":{}}',
    '{"S2_1":{"EXECUTION":"B"}}',
    '{"S2_1":{"INSPECTION":"G"}}',
    '{"S2_1":"B"}',
    '{"__proto__x":{}}',
  ])('that are not right stop the start: %j', (setting) => {
    expect(() => readMatrix(setting)).toThrow('  - COOPERATION_GROUPS must be JSON')
  })
})
