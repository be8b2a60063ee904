import type { Caller, Owner } from '../../../../kernel/vocabulary.ts'
import type { InspectionState, PlanState } from './tables.ts'

/** The life cycles of joint inspections and integral plans as data: which step is possible in which state, for which side. Pure. */

/** The side of the caller's agency in a proposal. */
type Side = 'PROPOSING' | 'OTHER'
const EITHER: readonly Side[] = ['PROPOSING', 'OTHER']

/** A step: the states in which it is possible, its new state, and the sides that may take it. */
export type Transition<State> = {
  readonly from: readonly State[]
  readonly to: State
  readonly by: readonly Side[]
  /** Whether the step answers the proposal for the other side, which the proposer may not do. */
  readonly apart?: true
}

/** The steps after `PROPOSE`, which makes the proposal and counts as the acceptance of the proposing side. */
export const INSPECTION_STEPS = {
  ACCEPT: { from: ['PROPOSED'], to: 'ACCEPTED', by: ['OTHER'], apart: true },
  DECLINE: { from: ['PROPOSED'], to: 'DECLINED', by: ['OTHER'], apart: true },
  WITHDRAW: { from: ['PROPOSED'], to: 'WITHDRAWN', by: ['PROPOSING'] },
  RESIDENT_AGREES: { from: ['ACCEPTED'], to: 'AGREED', by: EITHER },
  RESIDENT_DECLINES: { from: ['ACCEPTED', 'AGREED'], to: 'DECLINED', by: EITHER },
  RECORD_HELD: { from: ['AGREED'], to: 'HELD', by: EITHER },
  RECORD_NOT_HELD: { from: ['ACCEPTED', 'AGREED'], to: 'NOT_HELD', by: EITHER },
} as const satisfies Readonly<Record<string, Transition<InspectionState>>>

export const PLAN_STEPS = {
  ACCEPT: { from: ['PROPOSED'], to: 'AGREED', by: ['OTHER'], apart: true },
  DECLINE: { from: ['PROPOSED'], to: 'DECLINED', by: ['OTHER'], apart: true },
  WITHDRAW: { from: ['PROPOSED'], to: 'WITHDRAWN', by: ['PROPOSING'] },
  RECORD_CARRIED_OUT: { from: ['AGREED'], to: 'CARRIED_OUT', by: EITHER },
  STOP: { from: ['AGREED'], to: 'STOPPED', by: EITHER },
} as const satisfies Readonly<Record<string, Transition<PlanState>>>

/** Why somebody may not take a step. */
export type Obstacle =
  /** The step is for the other agency. */
  | 'NOT_YOUR_SIDE'
  /** The proposer may not answer, not even from another organisation. */
  | 'FOUR_EYES'
  /** The state does not allow the step. */
  | 'NOT_NOW'

type Proposed = { readonly state: string; readonly proposed_by: Owner; readonly proposer: string }

export function obstacle(
  { from, by, apart }: Transition<string>,
  { organisation, subject }: Pick<Caller, 'organisation' | 'subject'>,
  { state, proposed_by, proposer }: Proposed,
): Obstacle | null {
  if (organisation !== 'IMG' && organisation !== 'NCG') return 'NOT_YOUR_SIDE'
  const side: Side = organisation === proposed_by ? 'PROPOSING' : 'OTHER'
  if (!by.includes(side)) return 'NOT_YOUR_SIDE'
  if (!from.includes(state)) return 'NOT_NOW'
  return apart && subject === proposer ? 'FOUR_EYES' : null
}

/** The steps that somebody can take now. */
export const possible = <Action extends string>(
  steps: Readonly<Record<Action, Transition<string>>>,
  person: Pick<Caller, 'organisation' | 'subject'>,
  proposed: Proposed,
): readonly Action[] =>
  (Object.keys(steps) as Action[]).filter((action) => obstacle(steps[action], person, proposed) === null)
