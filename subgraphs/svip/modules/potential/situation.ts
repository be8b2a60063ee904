import {
  type CooperationGroup,
  type CooperationMatrix,
  cooperationGroup,
  FIGURE_2,
} from '../../register/cooperation-groups.ts'
import { physicalOf } from '../../register/event.ts'
import { leading } from '../../register/other-side.ts'
import { STATUS_LABELS } from '../../register/track-labels.ts'
import type { TrackRow } from '../../store/tables.ts'

/** The situation of an address between both agencies, as figures 1 and 2 of the evaluation of 2021 count it. */

export const SITUATIONS = ['NO_REPORT', 'HANDLED', 'BOTH_RUNNING', 'DAMAGE_ONLY'] as const
export type SituationName = (typeof SITUATIONS)[number]

export type Situation = {
  readonly name: SituationName
  /** The phase of the strengthening; `null` without strengthening. */
  readonly ncgPhase: string | null
  /** The row of the matrix; `null` for a completed track or a status that is not in the matrix. */
  readonly ncgStatus: string | null
  /** The column of the matrix; only where both run. */
  readonly imgStatus: string | null
}

/**
 * The situation that follows from the tracks at an address that are about the building; `null` without such tracks. Handled means "closed
 * at (one of) both": damage was reported, and not both run.
 */
export function situationOf(tracks: readonly TrackRow[]): Situation | null {
  const counted = physicalOf(tracks)
  const img = leading(counted, 'IMG')
  const ncg = leading(counted, 'NCG')
  if (!ncg) return img && { name: 'DAMAGE_ONLY', ncgPhase: null, ncgStatus: null, imgStatus: null }
  const both = img?.open === true && ncg.open
  return {
    name: img === null ? 'NO_REPORT' : both ? 'BOTH_RUNNING' : 'HANDLED',
    ncgPhase: ncg.phase,
    ncgStatus: ncg.status,
    imgStatus: both ? img.status : null,
  }
}

/** The situation as text, for the tables. */
export const toKey = ({ name, ncgPhase, ncgStatus, imgStatus }: Situation): string =>
  [name, ncgPhase ?? '', ncgStatus ?? '', imgStatus ?? ''].join('/')

/** @throws {Error} for a text that `toKey` did not make. */
export function fromKey(key: string): Situation {
  const [first, ncgPhase, ncgStatus, imgStatus] = key.split('/')
  const name = SITUATIONS.find((each) => each === first)
  if (!name) throw new Error(`${key} is no situation`)
  return { name, ncgPhase: ncgPhase || null, ncgStatus: ncgStatus || null, imgStatus: imgStatus || null }
}

/** The group of figure 2; `null` when not both run, or outside the matrix. */
export const groupOf = (
  { name, ncgStatus, imgStatus }: Situation,
  matrix: CooperationMatrix = FIGURE_2,
): CooperationGroup | null =>
  name === 'BOTH_RUNNING' ? cooperationGroup(ncgStatus, imgStatus, matrix) : null

/** The cells of the matrix, row by row. */
export const CELLS: readonly { readonly ncgStatus: string; readonly imgStatus: string }[] = [
  ...STATUS_LABELS.NCG.keys(),
].flatMap((ncgStatus) => [...STATUS_LABELS.IMG.keys()].map((imgStatus) => ({ ncgStatus, imgStatus })))
