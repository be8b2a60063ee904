import type { Caller, Role } from '../../../../kernel/vocabulary.ts'
import type { SignalRow, SignalState } from './tables.ts'

/** The life cycle of a signal as data: which step is possible in which state, and for whom. Pure. */

export const SIGNAL_ACTIONS = ['ACKNOWLEDGE', 'ASSIGN', 'ACT', 'CLOSE', 'MARK_NOT_OPPORTUNE'] as const
export type SignalAction = (typeof SIGNAL_ACTIONS)[number]

type Transition = {
  readonly from: readonly SignalState[]
  /** The new state; `null` leaves the state unchanged. */
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

/** The roles that follow up, by organisation; other staff of the recipient and its privacy officers can only read. */
const FOLLOW_UP: Readonly<Record<SignalRow['recipient'], readonly Role[]>> = {
  IMG: ['case_handler', 'svip_officer'],
  NCG: ['case_handler', 'svip_officer'],
  GEMEENTE: ['municipal_officer'],
}

/** The role in which somebody may follow up a signal that they see, so of their own municipality; `null` when they may not. */
export const followUpRole = (
  { organisation, roles }: Pick<Caller, 'organisation' | 'roles'>,
  { recipient }: Pick<SignalRow, 'recipient'>,
): Role | null =>
  (organisation === recipient && FOLLOW_UP[recipient].find((role) => roles.includes(role))) || null

/** Why somebody may not take a step on a signal that they see; `null` when they may. */
export function obstacle(
  action: SignalAction,
  caller: Pick<Caller, 'organisation' | 'roles'>,
  signal: Pick<SignalRow, 'recipient' | 'state'>,
): 'NOT_YOURS' | 'NOT_NOW' | null {
  if (followUpRole(caller, signal) === null) return 'NOT_YOURS'
  return SIGNAL_TRANSITIONS[action].from.includes(signal.state) ? null : 'NOT_NOW'
}

/** The steps that somebody can take now on a signal that they see. */
export const possible = (
  caller: Pick<Caller, 'organisation' | 'roles'>,
  signal: Pick<SignalRow, 'recipient' | 'state'>,
): readonly SignalAction[] => SIGNAL_ACTIONS.filter((action) => obstacle(action, caller, signal) === null)

export const isOpen = ({ state }: Pick<SignalRow, 'state'>): boolean => OPEN.includes(state)

/** Whether a signal is open after its due date. */
export const isOverdue = (signal: Pick<SignalRow, 'state' | 'due_on'>, today: string): boolean =>
  isOpen(signal) && signal.due_on < today
