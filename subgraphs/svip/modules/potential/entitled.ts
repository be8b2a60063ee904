import type { Caller, Purpose } from '../../../../kernel/vocabulary.ts'
import type { Count, Figures } from './figures.ts'
import { type CooperationFilter, LIST_PURPOSES, mayList } from './filter.ts'

/**
 * A figure says no more than the list behind it: somebody sees how many addresses there are in a situation when the policy lets them
 * list those addresses, for any purpose. So there is nothing to find by subtracting, in a small area, or by comparing figures of before
 * and after an objection: until then the address itself could be listed, and from then on it is in neither.
 */

/** Who watches over the cooperation and lists no addresses: all figures, and no list to hold them against. */
const OVERSEERS: readonly string[] = ['privacy_officer', 'intervention_team']

/** Whether somebody may know how many addresses fit a filter, at this instant. */
export type MayCount = (filter: CooperationFilter) => boolean

export function countsFor(caller: Caller, instant: string): MayCount {
  if (caller.roles.some((role) => OVERSEERS.includes(role))) return () => true
  return (filter) => LIST_PURPOSES.some((purpose: Purpose) => mayList(caller, purpose, filter, instant))
}

/** Figures without the counts that somebody may not know; those are `null`. */
export function entitledTo(figures: Figures<number>, may: MayCount): Figures {
  const unless = (filter: CooperationFilter, count: number): Count => (may(filter) ? count : null)
  const { noReport, handled, bothRunning } = {
    noReport: unless({ situation: 'NO_REPORT' }, figures.noReport),
    handled: unless({ situation: 'HANDLED' }, figures.handled),
    bothRunning: unless({ situation: 'BOTH_RUNNING' }, figures.bothRunning),
  }
  const phases = figures.noReportByPhase.map(({ phase }) => phase)
  // The addresses of NCG: in any phase, or in any of the three situations.
  const whole = may({ ncgPhases: phases }) || ![noReport, handled, bothRunning].includes(null)
  return {
    total: whole ? figures.total : null,
    noReport,
    handled,
    bothRunning,
    noReportByPhase: figures.noReportByPhase.map(({ phase, count }) => ({
      phase,
      count: unless({ situation: 'NO_REPORT', ncgPhases: [phase] }, count),
    })),
    damageOnly: unless({ situation: 'DAMAGE_ONLY' }, figures.damageOnly),
    cells: figures.cells.map((cell) => ({
      ...cell,
      count: unless({ cells: [{ ncgStatus: cell.ncgStatus, imgStatus: cell.imgStatus }] }, cell.count),
    })),
    groups: figures.groups.map(({ group, count }) => ({ group, count: unless({ groups: [group] }, count) })),
    // Who may list where both run may list each cell: what is left is no secret.
    outsideMatrix: bothRunning === null ? null : figures.outsideMatrix,
  }
}

/** Whether some of the counts are left out. */
export const hidesCounts = (figures: Figures): boolean =>
  [
    figures.total,
    figures.noReport,
    figures.handled,
    figures.bothRunning,
    figures.damageOnly,
    figures.outsideMatrix,
    ...[...figures.noReportByPhase, ...figures.cells, ...figures.groups].map(({ count }) => count),
  ].includes(null)
