import { badInput } from '../../../../kernel/errors.ts'
import { assertOrder, optionalText, requiredText } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { Unchanged, type Versioned } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import type {
  AnswerJointInspectionInput,
  ProposeJointInspectionInput,
  RecordJointInspectionReplyInput,
  RecordJointInspectionResultInput,
  WithdrawProposalInput,
} from '../../schema.generated.ts'
import { assertNot, ownSide } from './partners.ts'
import { maxDelayDays } from './parts.ts'
import type { JointInspectionRow } from './tables.ts'
import { firstOf, propose, takeStep } from './take-step.ts'
import { againstInspectionWish, delaysBeyond, wrongDates } from './together.ts'

/** The steps of a joint inspection (gezamenlijke opname), from proposal to result. */

type Delay = { readonly owner: Owner; readonly days: number }

/** The result of a step that may delay a side: until the caller confirms the delay, nothing is stored. */
export type InspectionOutcome = {
  readonly row: JointInspectionRow | null
  readonly delays: readonly Delay[]
  readonly confirmationNeeded: boolean
}

export async function proposeInspection(
  context: SvipContext,
  input: ProposeJointInspectionInput,
): Promise<InspectionOutcome> {
  const own = ownSide(context)
  const dates = {
    form: input.form,
    img_on: input.imgOn,
    ncg_on: input.ncgOn,
    img_planned_on: input.imgPlannedOn ?? null,
    ncg_planned_on: input.ncgPlannedOn ?? null,
  }
  assertNot(wrongDates(dates, dutchDay(context.now())))
  const delays = delaysBeyond(dates, maxDelayDays(context))
  const confirmationNeeded = delays.length > 0 && !input.confirmDelay
  const row = await propose(
    context,
    'joint_inspection',
    input.addressId,
    (wish) => assertNot(againstInspectionWish(dates, wish)),
    () =>
      confirmationNeeded
        ? new Unchanged(null)
        : {
            ...firstOf(context, input.addressId),
            ...dates,
            delay_confirmed: delays.length > 0 ? [own] : [],
            resident_agreed_on: null,
            resident_channel: null,
            resident_evidence: null,
            held_on: null,
          },
  )
  return { row, delays, confirmationNeeded }
}

/** The answer of the other agency. */
export async function answerInspection(
  context: SvipContext,
  input: AnswerJointInspectionInput,
): Promise<InspectionOutcome> {
  const own = ownSide(context)
  if (!input.accept) return settled(await end(context, 'DECLINE', input, 'Waarom u dit niet wilt (reason)'))
  let delays: readonly Delay[] = []
  const row = await takeStep(context, 'joint_inspection', 'ACCEPT', input, (present) => {
    delays = delaysBeyond(present, maxDelayDays(context))
    if (delays.length > 0 && !input.confirmDelay) return new Unchanged(present)
    return {
      reason: optionalText(input.reason, 'De toelichting (reason)'),
      changes: {
        accepted_at: context.now().toISOString(),
        delay_confirmed: delays.length > 0 ? [...present.delay_confirmed, own] : present.delay_confirmed,
      },
      judge: (wish) => assertNot(againstInspectionWish(present, wish)),
    }
  })
  return { row, delays, confirmationNeeded: row.state === 'PROPOSED' }
}

const settled = (row: JointInspectionRow): InspectionOutcome => ({
  row,
  delays: [],
  confirmationNeeded: false,
})

export const withdrawInspection = (
  context: SvipContext,
  input: WithdrawProposalInput,
): Promise<JointInspectionRow> => end(context, 'WITHDRAW', input, 'De reden (reason)')

/** Records the resident's reply, with the reference of its evidence. */
export async function recordResidentReply(
  context: SvipContext,
  input: RecordJointInspectionReplyInput,
): Promise<JointInspectionRow> {
  const evidence = requiredText(input.evidence, 'Het kenmerk van het bewijs (evidence)', 200)
  const repliedOn = notLater(input.repliedOn ?? null, 'De dag van het antwoord (repliedOn)', context)
  const reply = { resident_channel: input.channel, resident_evidence: evidence }
  return await takeStep(
    context,
    'joint_inspection',
    input.agrees ? 'RESIDENT_AGREES' : 'RESIDENT_DECLINES',
    input,
    (present) =>
      input.agrees
        ? {
            reason: null,
            changes: { ...reply, resident_agreed_on: repliedOn },
            judge: (wish) => assertNot(againstInspectionWish(present, wish)),
          }
        : {
            reason:
              optionalText(input.reason, 'De toelichting (reason)') ?? 'De bewoner wil deze opname niet.',
            changes: { ...reply, ended_at: context.now().toISOString() },
          },
  )
}

/** Records that the inspection was held, or why not. */
export function recordInspectionResult(
  context: SvipContext,
  input: RecordJointInspectionResultInput,
): Promise<JointInspectionRow> {
  if (!input.heldOn)
    return end(
      context,
      'RECORD_NOT_HELD',
      input,
      'Waarom de opname niet doorging (reason), of de dag (heldOn),',
    )
  const heldOn = notLater(input.heldOn, 'De dag van de opname (heldOn)', context)
  return takeStep(context, 'joint_inspection', 'RECORD_HELD', input, ({ proposed_at }) => {
    assertOrder(
      dutchDay(new Date(proposed_at)),
      heldOn,
      'De opname (heldOn) kan niet zijn gehouden voordat zij is voorgesteld.',
    )
    return { reason: null, changes: { held_on: heldOn, ended_at: context.now().toISOString() } }
  })
}

function end(
  context: SvipContext,
  action: 'DECLINE' | 'WITHDRAW' | 'RECORD_NOT_HELD',
  input: Versioned & { readonly reason?: string | null },
  what: string,
): Promise<JointInspectionRow> {
  const reason = requiredText(input.reason ?? '', what)
  return takeStep(context, 'joint_inspection', action, input, () => ({
    reason,
    changes: { ended_at: context.now().toISOString() },
  }))
}

/** Returns the day, or today without one. @throws {AppError} `BAD_USER_INPUT` when it is in the future. */
export function notLater(day: string | null, what: string, { now }: Pick<SvipContext, 'now'>): string {
  const today = dutchDay(now())
  if (day !== null && day > today) throw badInput(`${what} kan niet in de toekomst liggen.`)
  return day ?? today
}
