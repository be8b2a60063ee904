import type { InspectionState, PlanState } from './tables.ts'
import type { INSPECTION_STEPS, PLAN_STEPS } from './transitions.ts'

/** The names of the states and steps of proposals, in plain Dutch. */

export const INSPECTION_STATE_LABELS: Readonly<Record<InspectionState, string>> = {
  PROPOSED: 'voorgesteld',
  ACCEPTED: 'beide organisaties willen het, de bewoner is nog aan zet',
  AGREED: 'afgesproken',
  HELD: 'geweest',
  NOT_HELD: 'niet doorgegaan',
  DECLINED: 'niet gewild',
  WITHDRAWN: 'ingetrokken',
}

export const PLAN_STATE_LABELS: Readonly<Record<PlanState, string>> = {
  PROPOSED: 'voorgesteld',
  AGREED: 'afgesproken',
  CARRIED_OUT: 'uitgevoerd',
  STOPPED: 'gestopt',
  DECLINED: 'niet gewild',
  WITHDRAWN: 'ingetrokken',
}

const ANSWERS = { ACCEPT: 'ja zeggen', DECLINE: 'nee zeggen', WITHDRAW: 'intrekken' } as const

export const INSPECTION_ACTION_LABELS: Readonly<Record<keyof typeof INSPECTION_STEPS, string>> = {
  ...ANSWERS,
  RESIDENT_AGREES: 'vastleggen dat de bewoner akkoord is',
  RESIDENT_DECLINES: 'vastleggen dat de bewoner het niet wil',
  RECORD_HELD: 'vastleggen dat de opname is geweest',
  RECORD_NOT_HELD: 'vastleggen dat de opname niet doorging',
}

export const PLAN_ACTION_LABELS: Readonly<Record<keyof typeof PLAN_STEPS, string>> = {
  ...ANSWERS,
  RECORD_CARRIED_OUT: 'vastleggen dat het is uitgevoerd',
  STOP: 'stoppen',
}
