import type { Caller, Role } from '../../../../kernel/vocabulary.ts'
import type { SignalRow, SignalState } from './tables.ts'

/** The life of a signal as data: which step is possible when, and for whom. Pure. */

export const SIGNAL_ACTIONS = ['ACKNOWLEDGE', 'ASSIGN', 'ACT', 'CLOSE', 'MARK_NOT_OPPORTUNE'] as const
export type SignalAction = (typeof SIGNAL_ACTIONS)[number]

type Transition = {
  readonly from: readonly SignalState[]
  /** Where it leads; `null` leaves the state as it is. */
  readonly to: SignalState | null
}

const OPEN: readonly SignalState[] = ['NEW', 'ACKNOWLEDGED', 'ACTED_ON']

export const SIGNAL_TRANSITIONS: Readonly<Record<SignalAction, Transition>> = {
  ACKNOWLEDGE: { from: ['NEW'], to: 'ACKNOWLEDGED' },
  ASSIGN: { from: OPEN, to: null },
  ACT: { from: OPEN, to: 'ACTED_ON' },
  CLOSE: { from: OPEN, to: 'CLOSED' },
  MARK_NOT_OPPORTUNE: { from: OPEN, to: 'NOT_OPPORTUNE' },
}

/** Who follows up, by organisation; the others of the recipient, and its privacy officers, look on. */
const FOLLOW_UP: Readonly<Record<SignalRow['recipient'], readonly Role[]>> = {
  IMG: ['case_handler', 'svip_officer'],
  NCG: ['case_handler', 'svip_officer'],
  GEMEENTE: ['municipal_officer'],
}

/** The role in which somebody follows a signal up; `null` when it is not theirs. That they see it says in which municipality they are. */
export const followUpRole = (
  { organisation, roles }: Pick<Caller, 'organisation' | 'roles'>,
  { recipient }: Pick<SignalRow, 'recipient'>,
): Role | null =>
  (organisation === recipient && FOLLOW_UP[recipient].find((role) => roles.includes(role))) || null

/** Why somebody may not take a step with a signal that they see; `null` when they may. */
export function obstacle(
  action: SignalAction,
  caller: Pick<Caller, 'organisation' | 'roles'>,
  signal: Pick<SignalRow, 'recipient' | 'state'>,
): 'NOT_YOURS' | 'NOT_NOW' | null {
  if (followUpRole(caller, signal) === null) return 'NOT_YOURS'
  return SIGNAL_TRANSITIONS[action].from.includes(signal.state) ? null : 'NOT_NOW'
}

/** The steps that somebody may take now with a signal that they see. */
export const possible = (
  caller: Pick<Caller, 'organisation' | 'roles'>,
  signal: Pick<SignalRow, 'recipient' | 'state'>,
): readonly SignalAction[] => SIGNAL_ACTIONS.filter((action) => obstacle(action, caller, signal) === null)

export const isOpen = ({ state }: Pick<SignalRow, 'state'>): boolean => OPEN.includes(state)

/** Whether it should have been followed up by now. */
export const isOverdue = (signal: Pick<SignalRow, 'state' | 'due_on'>, today: string): boolean =>
  isOpen(signal) && signal.due_on < today
