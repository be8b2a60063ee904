import { randomUUID } from 'node:crypto'
import { AppError, badInput } from '../../../kernel/errors.ts'
import { optionalText, requiredAddressId, requiredText } from '../../../kernel/input.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import type { SvipContext } from '../context.ts'
import { type AcuteAction, obstacle } from './acute-case.ts'
import type { AcuteChange } from './acute-store.ts'
import type { AcuteCaseRow, MeetingParty } from './tables.ts'
import { findSeen, PURPOSE, type SeenCase } from './visible-case.ts'

/** What is done with a case: seen, allowed, on record, and only then changed. */

const UNKNOWN = 'Deze zaak bestaat niet, of u mag haar nu niet zien.'

/** As its maker saw it. */
export type Versioned = { readonly id: string; readonly revision: number }
type WithReason = Versioned & { readonly reason: string }

export type ReportInput = {
  readonly addressId: string
  readonly reportedAt?: string | null
  readonly reference?: string | null
  readonly description: string
}

/** Opens a case by staff of IMG; while the danger lasts it is the one that is there. */
export async function report(context: SvipContext, input: ReportInput): Promise<AcuteCaseRow> {
  const description = requiredText(input.description, 'Wat er onveilig is (description)')
  const reference = optionalText(input.reference, 'Het zaaknummer (reference)')
  const reported_at = pastMoment(input.reportedAt ?? null, 'Het moment van de melding (reportedAt)', context)
  const address = await context.address(requiredAddressId(input.addressId), PURPOSE)
  if (!address) throw badInput('Dit adres is niet bekend.')
  await context.recordOwn(input.addressId, 'Acuut onveilige situatie gemeld', 'acuut-onveilig')
  return await context.acute.report(
    { address_id: input.addressId, reference, description, reported_at },
    context.caller,
  )
}

export type SafeInput = Versioned & { readonly madeSafeAt?: string | null; readonly remarks?: string | null }

export function recordSafe(context: SvipContext, input: SafeInput): Promise<AcuteCaseRow> {
  const remarks = optionalText(input.remarks, 'De opmerking (remarks)')
  const made_safe_at = pastMoment(input.madeSafeAt ?? null, 'Het moment (madeSafeAt)', context)
  return take(context, 'RECORD_SAFE', input, remarks, ({ row }) => {
    if (Date.parse(made_safe_at) < Date.parse(row.reported_at))
      throw badInput('De situatie kan niet veilig zijn gemaakt voordat zij is gemeld.')
    return { state: 'MADE_SAFE', made_safe_at }
  })
}

export function nominate(context: SvipContext, input: WithReason): Promise<AcuteCaseRow> {
  const reason = requiredText(input.reason, 'Waarom dit adres bij de NCG hoort (reason)')
  return take(context, 'NOMINATE', input, reason, () => ({
    state: 'NOMINATED',
    nominated_at: context.now().toISOString(),
    nomination_reason: reason,
    nomination_outcome: null,
    nomination_road: null,
    nomination_answered_at: null,
    nomination_answer: null,
  }))
}

export function skipNomination(context: SvipContext, input: WithReason): Promise<AcuteCaseRow> {
  const reason = requiredText(input.reason, 'Waarom u niet voordraagt (reason)')
  return take(context, 'SKIP_NOMINATION', input, reason, () => ({
    state: 'AFTERCARE',
    nomination_outcome: 'NOT_NOMINATED',
    nomination_answer: reason,
    nomination_road: null,
    nomination_answered_at: null,
  }))
}

export type NominationAnswerInput = Versioned & { readonly accept: boolean; readonly reason?: string | null }

/** NCG's answer. An address where it has no track is not in its scope: there the owner has to ask for an inspection. */
export function answerNomination(context: SvipContext, input: NominationAnswerInput): Promise<AcuteCaseRow> {
  const { accept } = input
  const reason = accept
    ? optionalText(input.reason, 'De toelichting (reason)')
    : requiredText(input.reason ?? '', 'Waarom u dit adres niet opneemt (reason)')
  return take(context, accept ? 'ACCEPT_NOMINATION' : 'DECLINE_NOMINATION', input, reason, ({ address }) => {
    const inScope = address.facts.tracks.some(({ owner }) => owner === 'NCG')
    return {
      state: 'AFTERCARE',
      nomination_outcome: accept ? 'ACCEPTED' : 'DECLINED',
      nomination_road: accept ? (inScope ? 'IN_SCOPE' : 'INSPECTION_ON_REQUEST') : null,
      nomination_answered_at: context.now().toISOString(),
      nomination_answer: reason,
    }
  })
}

/** Ends a case after its aftercare, or one that was no acute danger after all. */
export async function close(
  context: SvipContext,
  input: Versioned & { readonly remarks: string },
): Promise<AcuteCaseRow> {
  const remarks = requiredText(input.remarks, 'Wat er aan nazorg is gedaan (remarks)')
  const present = await context.acute.find(input.id)
  const action = present?.state === 'REPORTED' ? 'DISMISS' : 'CLOSE'
  return await take(context, action, input, remarks, () => ({
    state: 'CLOSED',
    aftercare: remarks,
    closed_at: context.now().toISOString(),
  }))
}

export type AgreementInput = {
  readonly caseId: string
  readonly metOn: string
  readonly what: string
  readonly responsible: MeetingParty
  readonly dueOn: string
}

/** Who does what by when, as the meeting agreed. For who may know what is unsafe. */
export async function agree(context: SvipContext, input: AgreementInput): Promise<AcuteCaseRow> {
  const what = requiredText(input.what, 'Wat er is afgesproken (what)')
  if (input.metOn > dutchDay(context.now()))
    throw badInput('De dag van het overleg (metOn) kan niet in de toekomst liggen.')
  if (input.dueOn < input.metOn) throw badInput('De afspraak kan niet klaar zijn voor het overleg (dueOn).')
  const { row } = await discussed(context, input.caseId, 'Afspraak over acuut onveilige situatie vastgelegd')
  if (row.closed_at !== null) throw badInput('Deze zaak is afgesloten.')
  const { caller, now } = context
  await context.acute.agree({
    id: randomUUID(),
    case_id: row.id,
    revision: 1,
    met_on: input.metOn,
    what,
    responsible: input.responsible,
    due_on: input.dueOn,
    done_on: null,
    remarks: null,
    recorded_by: caller.organisation,
    recorded_at: now().toISOString(),
  })
  return row
}

export type DoneInput = Versioned & { readonly doneOn?: string | null; readonly remarks?: string | null }

/** That an agreement was carried out: for who was to do it, or IMG, which leads. */
export async function completeAgreement(context: SvipContext, input: DoneInput): Promise<AcuteCaseRow> {
  const what = 'Afspraak over acuut onveilige situatie afgerond'
  const today = dutchDay(context.now())
  const remarks = optionalText(input.remarks, 'De opmerking (remarks)')
  const doneOn = input.doneOn ?? today
  if (doneOn > today) throw badInput('De dag (doneOn) kan niet in de toekomst liggen.')
  const agreement = await context.acute.findAgreement(input.id)
  const { row } = await discussed(context, agreement?.case_id ?? '', what)
  if (!agreement) throw badInput(UNKNOWN)
  const { organisation } = context.caller
  if (organisation !== agreement.responsible && organisation !== 'IMG') {
    await context.refused(what)
    throw new AppError('FORBIDDEN', 'Deze afspraak is voor een andere organisatie.')
  }
  if (agreement.revision !== input.revision)
    throw new AppError('CONFLICT', 'Deze afspraak is intussen gewijzigd. Haal de zaak opnieuw op.')
  await context.acute.complete(agreement, { done_on: doneOn, remarks })
  return row
}

/** A case of which the caller may know what is unsafe, on record as changed. */
async function discussed(context: SvipContext, id: string, what: string): Promise<SeenCase> {
  const seen = await findSeen(id, what, context)
  if (!seen?.sight.has('SAFETY')) {
    if (seen) await context.refused(what)
    throw badInput(UNKNOWN)
  }
  await context.recordOwn(seen.row.address_id, what, 'acuut-onveilig')
  return seen
}

async function take(
  context: SvipContext,
  action: AcuteAction,
  { id, revision }: Versioned,
  reason: string | null,
  edit: (seen: SeenCase) => AcuteChange['changes'],
): Promise<AcuteCaseRow> {
  const what = `Acuut onveilige situatie: ${action}`
  const seen = await findSeen(id, what, context)
  if (!seen) throw badInput(UNKNOWN)
  const { row } = seen
  const { caller } = context
  await context.recordOwn(row.address_id, what, 'acuut-onveilig')
  const found = obstacle(action, caller.organisation, row)
  if (found === 'NOT_YOUR_SIDE') {
    await context.refused(what)
    throw new AppError('FORBIDDEN', 'Deze stap is voor de andere organisatie.')
  }
  if (row.revision !== revision)
    throw new AppError('CONFLICT', 'Deze zaak is intussen gewijzigd. Haal haar opnieuw op.')
  if (found) throw badInput('Deze stap kan nu niet. Haal de zaak opnieuw op: in actions staat wat wel kan.')
  return await context.acute.step(row, { action, actor: caller, reason, changes: edit(seen) })
}

/** @throws {AppError} `BAD_USER_INPUT` for a moment to come. */
function pastMoment(moment: string | null, what: string, { now }: Pick<SvipContext, 'now'>): string {
  const at = now().toISOString()
  if (moment !== null && moment > at) throw badInput(`${what} kan niet in de toekomst liggen.`)
  return moment ?? at
}
