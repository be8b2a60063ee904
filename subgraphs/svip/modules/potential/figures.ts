import { type CooperationGroup, type CooperationMatrix, FIGURE_2 } from '../../register/cooperation-groups.ts'
import { PHASE_LABELS } from '../../register/track-labels.ts'
import { CELLS, groupOf, type Situation } from './situation.ts'

/** Figures 1 and 2 of the evaluation of 2021, computed from the number of addresses in each situation. */

/** `null` for a count that is not shown (`entitled.ts`). */
export type Count = number | null
export type Counted = { readonly situation: Situation; readonly count: number }

export const GROUPS: readonly CooperationGroup[] = ['A', 'B', 'C', 'D', 'E', 'F']

export type Figures<C extends Count = Count> = {
  /** Figure 1: the addresses of NCG. */
  readonly total: C
  readonly noReport: C
  readonly handled: C
  readonly bothRunning: C
  /** `noReport` by phase of the strengthening. */
  readonly noReportByPhase: readonly { readonly phase: string; readonly count: C }[]
  /** Damage without strengthening, which is not part of figure 1. */
  readonly damageOnly: C
  /** Figure 2: the addresses where both run. */
  readonly cells: readonly {
    readonly ncgStatus: string
    readonly imgStatus: string
    readonly group: CooperationGroup | null
    readonly count: C
  }[]
  readonly groups: readonly { readonly group: CooperationGroup; readonly count: C }[]
  /** Both run, with a status that is not in the matrix. */
  readonly outsideMatrix: C
}

export function figuresOf(
  counted: readonly Counted[],
  matrix: CooperationMatrix = FIGURE_2,
): Figures<number> {
  const sum = (matches: (situation: Situation) => boolean): number =>
    counted.reduce((total, { situation, count }) => total + (matches(situation) ? count : 0), 0)
  const inSituation = (name: Situation['name']) => sum((situation) => situation.name === name)
  const running = (matches: (situation: Situation) => boolean) =>
    sum((situation) => situation.name === 'BOTH_RUNNING' && matches(situation))
  return {
    total: sum(({ name }) => name !== 'DAMAGE_ONLY'),
    noReport: inSituation('NO_REPORT'),
    handled: inSituation('HANDLED'),
    bothRunning: inSituation('BOTH_RUNNING'),
    noReportByPhase: [...PHASE_LABELS.NCG.keys()].map((phase) => ({
      phase,
      count: sum(({ name, ncgPhase }) => name === 'NO_REPORT' && ncgPhase === phase),
    })),
    damageOnly: inSituation('DAMAGE_ONLY'),
    cells: CELLS.map(({ ncgStatus, imgStatus }) => ({
      ncgStatus,
      imgStatus,
      group: groupOf({ name: 'BOTH_RUNNING', ncgPhase: null, ncgStatus, imgStatus }, matrix),
      count: running((situation) => situation.ncgStatus === ncgStatus && situation.imgStatus === imgStatus),
    })),
    groups: GROUPS.map((group) => ({
      group,
      count: running((situation) => groupOf(situation, matrix) === group),
    })),
    outsideMatrix: running((situation) => groupOf(situation, matrix) === null),
  }
}
