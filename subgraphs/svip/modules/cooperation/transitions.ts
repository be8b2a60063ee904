import type { Caller, Owner } from '../../../../kernel/vocabulary.ts'
import type { InspectionState, PlanState } from './tables.ts'

/** The life of a joint inspection and of an integral plan as data: which step is possible when, and for which side. Pure. */

/** What the agency of somebody is to a proposal. */
type Side = 'PROPOSING' | 'OTHER'
const EITHER: readonly Side[] = ['PROPOSING', 'OTHER']

/** A step: from which states it leads where, and for which side it is. */
export type Transition<State> = {
  readonly from: readonly State[]
  readonly to: State
  readonly by: readonly Side[]
  /** Whether it answers the proposal for the other side: that is not for who proposed it. */
  readonly apart?: true
}

/** After `PROPOSE`, which makes one and counts as the yes of the proposing side. */
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

/** Why somebody may not take a step; `null` when they may. */
export type Obstacle =
  /** It is for the other agency. */
  | 'NOT_YOUR_SIDE'
  /** Who proposed does not answer, in whatever organisation they work now. */
  | 'FOUR_EYES'
  /** It is not in a state for it. */
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

/** The steps that somebody may take now, of a machine of steps. */
export const possible = <Action extends string>(
  steps: Readonly<Record<Action, Transition<string>>>,
  person: Pick<Caller, 'organisation' | 'subject'>,
  proposed: Proposed,
): readonly Action[] =>
  (Object.keys(steps) as Action[]).filter((action) => obstacle(steps[action], person, proposed) === null)
