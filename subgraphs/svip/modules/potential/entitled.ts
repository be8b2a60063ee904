import type { Caller, Purpose } from '../../../../kernel/vocabulary.ts'
import type { Count, Figures } from './figures.ts'
import { type CooperationFilter, LIST_PURPOSES, mayList } from './filter.ts'

/**
 * A caller sees the count of a situation when the policy lets them list its addresses, for any purpose, so a figure reveals no more than
 * the list. Nothing can be derived by subtraction, from a small area, or by comparing figures before and after an objection: before it the
 * address could be listed, after it the address is in neither.
 */

/** The roles that oversee the cooperation: they see all figures, and list no addresses. */
const OVERSEERS: readonly string[] = ['privacy_officer', 'intervention_team']

/** Whether the caller may know how many addresses match a filter. */
export type MayCount = (filter: CooperationFilter) => boolean

export function countsFor(caller: Caller, instant: string): MayCount {
  if (caller.roles.some((role) => OVERSEERS.includes(role))) return () => true
  return (filter) => LIST_PURPOSES.some((purpose: Purpose) => mayList(caller, purpose, filter, instant))
}

/** Replaces the counts that the caller may not know by `null`. */
export function entitledTo(figures: Figures<number>, may: MayCount): Figures {
  const unless = (filter: CooperationFilter, count: number): Count => (may(filter) ? count : null)
  const { noReport, handled, bothRunning } = {
    noReport: unless({ situation: 'NO_REPORT' }, figures.noReport),
    handled: unless({ situation: 'HANDLED' }, figures.handled),
    bothRunning: unless({ situation: 'BOTH_RUNNING' }, figures.bothRunning),
  }
  const phases = figures.noReportByPhase.map(({ phase }) => phase)
  // NCG's addresses: the caller may list all phases, or all three situations.
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
    // A caller who may list all addresses where both run may list each cell, so the remainder reveals nothing.
    outsideMatrix: bothRunning === null ? null : figures.outsideMatrix,
  }
}

/** Whether some of the counts are `null`. */
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
