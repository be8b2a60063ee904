import { type AppError, badInput } from '../../../../kernel/errors.ts'
import type { NoticeRow } from '../../register/event.ts'
import type { AcuteCaseState } from '../../schema.generated.ts'
import type { AcuteCaseRow } from './tables.ts'

/** The life cycle of an acutely unsafe situation as data, and its deadline. Pure. */

type Transition = {
  readonly from: readonly AcuteCaseState[]
  readonly to: AcuteCaseState
  readonly by: 'IMG' | 'NCG'
}

/** The steps after the report. IMG makes the building safe and leads; NCG answers whether it takes the building into its stock. */
export const ACUTE_STEPS = {
  RECORD_SAFE: { from: ['REPORTED'], to: 'MADE_SAFE', by: 'IMG' },
  /** The situation was no acute danger. */
  DISMISS: { from: ['REPORTED'], to: 'CLOSED', by: 'IMG' },
  NOMINATE: { from: ['MADE_SAFE'], to: 'NOMINATED', by: 'IMG' },
  /** IMG does not nominate, or withdraws the nomination. */
  SKIP_NOMINATION: { from: ['MADE_SAFE', 'NOMINATED'], to: 'AFTERCARE', by: 'IMG' },
  ACCEPT_NOMINATION: { from: ['NOMINATED'], to: 'AFTERCARE', by: 'NCG' },
  DECLINE_NOMINATION: { from: ['NOMINATED'], to: 'AFTERCARE', by: 'NCG' },
  CLOSE: { from: ['AFTERCARE'], to: 'CLOSED', by: 'IMG' },
} as const satisfies Readonly<Record<string, Transition>>
export type AcuteAction = keyof typeof ACUTE_STEPS
const ACTIONS = Object.keys(ACUTE_STEPS) as readonly AcuteAction[]

/** Why an organisation may not take a step; `null` when it may. */
export function obstacle(
  action: AcuteAction,
  organisation: string,
  { state }: Pick<AcuteCaseRow, 'state'>,
): 'NOT_YOUR_SIDE' | 'NOT_NOW' | null {
  const { from, by }: Transition = ACUTE_STEPS[action]
  if (by !== organisation) return 'NOT_YOUR_SIDE'
  return from.includes(state) ? null : 'NOT_NOW'
}

/** The steps that an organisation can take now. */
export const possible = (organisation: string, row: Pick<AcuteCaseRow, 'state'>): readonly AcuteAction[] =>
  ACTIONS.filter((action) => obstacle(action, organisation, row) === null)

/** The error for a case that cannot close because agreements are open. */
export const agreementsOpen = (): AppError =>
  badInput('Er staan nog afspraken open bij deze zaak. Rond die eerst af (completeAcuteAgreement).')

type Clock = Pick<AcuteCaseRow, 'safe_by' | 'made_safe_at' | 'state'>

/** Whether the deadline has passed and the building is not safe. */
export const isOverdue = ({ state, safe_by }: Clock, now: Date): boolean =>
  state === 'REPORTED' && Date.parse(safe_by) < now.getTime()

/** Whether it was made safe before the deadline; `null` while it is not safe. */
export const wasInTime = ({ made_safe_at, safe_by }: Clock): boolean | null =>
  made_safe_at === null ? null : Date.parse(made_safe_at) <= Date.parse(safe_by)

export type Report = Pick<AcuteCaseRow, 'address_id' | 'reference' | 'description' | 'reported_at'>

/** A case after a change, and the step of that change. */
export type Changed = {
  readonly row: AcuteCaseRow
  readonly action: 'REPORT' | 'REPORT_AGAIN' | 'RECORD_SAFE'
}

/**
 * Applies a report to the open case at the address, or to none. While the danger lasts, a report changes nothing (`null`). After the
 * building was made safe, a later report restarts the deadline.
 */
export function afterReport(
  present: AcuteCaseRow | null,
  report: Report,
  { id, safeHours }: { readonly id: string; readonly safeHours: number },
): Changed | null {
  const clock = {
    state: 'REPORTED' as const,
    reported_at: report.reported_at,
    safe_by: new Date(Date.parse(report.reported_at) + safeHours * 3_600_000).toISOString(),
    made_safe_at: null,
  }
  if (!present) return { row: { ...NOTHING_YET, ...report, ...clock, id, revision: 1 }, action: 'REPORT' }
  const isLater =
    present.made_safe_at !== null && Date.parse(report.reported_at) > Date.parse(present.made_safe_at)
  if (!isLater) return null
  const { reference, description } = report
  return {
    row: {
      ...present,
      ...clock,
      revision: present.revision + 1,
      reference: reference ?? present.reference,
      description: description ?? present.description,
    },
    action: 'REPORT_AGAIN',
  }
}

/** Applies a notice of IMG to the open case at its address; `null` when nothing changes. */
export function afterNotice(
  present: AcuteCaseRow | null,
  { kind, address_id, reference, occurred_at }: NoticeRow,
  options: { readonly id: string; readonly safeHours: number },
): Changed | null {
  if (kind === 'ACUTE_SAFETY_REPORTED')
    return afterReport(
      present,
      { address_id, reference, description: null, reported_at: occurred_at },
      options,
    )
  if (kind !== 'ACUTE_SAFETY_MADE_SAFE' || present?.state !== 'REPORTED') return null
  // The notice is about an earlier danger; the one that was reported later still lasts.
  if (Date.parse(occurred_at) < Date.parse(present.reported_at)) return null
  return {
    row: { ...present, revision: present.revision + 1, state: 'MADE_SAFE', made_safe_at: occurred_at },
    action: 'RECORD_SAFE',
  }
}

const NOTHING_YET = {
  nominated_at: null,
  nomination_reason: null,
  nomination_outcome: null,
  nomination_road: null,
  nomination_answered_at: null,
  nomination_answer: null,
  aftercare: null,
  closed_at: null,
} as const
