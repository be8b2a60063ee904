import { randomUUID } from 'node:crypto'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import { optionalText, requiredText } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { notNow } from '../../casework/not-now.ts'
import { knownAddress } from '../../casework/statement.ts'
import { takeStep, type Versioned } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import type {
  AcuteCaseReasonInput,
  AnswerAcuteNominationInput,
  CloseAcuteCaseInput,
  CompleteAcuteAgreementInput,
  RecordAcuteAgreementInput,
  RecordAcuteCaseSafeInput,
  ReportAcuteCaseInput,
} from '../../schema.generated.ts'
import { acuteActivity } from './activity.ts'
import { type AcuteAction, agreementsOpen, obstacle, possible } from './acute-case.ts'
import { type AcuteChange, changedSince } from './acute-store.ts'
import { acuteDetailsOf, acuteStore } from './parts.ts'
import type { AcuteCaseRow } from './tables.ts'
import { ACUTE_ACTION_LABELS, ACUTE_STATE_LABELS } from './texts.ts'
import { findSeen, PURPOSE, type SeenCase } from './visible-case.ts'

/** The actions on an acute case. */

const LABELS = { states: ACUTE_STATE_LABELS, actions: ACUTE_ACTION_LABELS }
const UNKNOWN = 'Deze zaak bestaat niet, of u mag haar nu niet zien.'

/** Opens a case on a report by staff of IMG; while an earlier danger at the address lasts, it returns that case. */
export async function report(context: SvipContext, input: ReportAcuteCaseInput): Promise<AcuteCaseRow> {
  const description = requiredText(input.description, 'Wat er onveilig is (description)')
  const reference = optionalText(input.reference, 'Het zaaknummer (reference)')
  const reported_at = pastMoment(input.reportedAt ?? null, 'Het moment van de melding (reportedAt)', context)
  return await takeStep(context, {
    name: 'Acuut onveilige situatie gemeld',
    activity: acuteActivity,
    find: () => knownAddress(input.addressId, context, PURPOSE),
    change: () => ({ address_id: input.addressId, reference, description, reported_at }),
    about: ({ facts }) => facts.id,
    write: (_address, reported) => acuteStore(context).report(reported, context.caller),
  })
}

export function recordSafe(context: SvipContext, input: RecordAcuteCaseSafeInput): Promise<AcuteCaseRow> {
  const remarks = optionalText(input.remarks, 'De opmerking (remarks)')
  const made_safe_at = pastMoment(input.madeSafeAt ?? null, 'Het moment (madeSafeAt)', context)
  return take(context, 'RECORD_SAFE', input, remarks, ({ row }) => {
    if (Date.parse(made_safe_at) < Date.parse(row.reported_at))
      throw badInput('De situatie kan niet veilig zijn gemaakt voordat zij is gemeld.')
    return { state: 'MADE_SAFE', made_safe_at }
  })
}

export function nominate(context: SvipContext, input: AcuteCaseReasonInput): Promise<AcuteCaseRow> {
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

export function skipNomination(context: SvipContext, input: AcuteCaseReasonInput): Promise<AcuteCaseRow> {
  const reason = requiredText(input.reason, 'Waarom u niet voordraagt (reason)')
  return take(context, 'SKIP_NOMINATION', input, reason, () => ({
    state: 'AFTERCARE',
    nomination_outcome: 'NOT_NOMINATED',
    nomination_answer: reason,
    nomination_road: null,
    nomination_answered_at: null,
  }))
}

/** NCG's answer. An address without a track of NCG is not in its scope; its owner has to request an inspection. */
export function answerNomination(
  context: SvipContext,
  input: AnswerAcuteNominationInput,
): Promise<AcuteCaseRow> {
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

/** Closes a case after its aftercare, or dismisses one that was no acute danger. */
export async function close(context: SvipContext, input: CloseAcuteCaseInput): Promise<AcuteCaseRow> {
  const remarks = requiredText(input.remarks, 'Wat er aan nazorg is gedaan (remarks)')
  const present = await acuteStore(context).find(input.id)
  const action = present?.state === 'REPORTED' ? 'DISMISS' : 'CLOSE'
  return await take(context, action, input, remarks, async ({ row }) => {
    const { agreements } = await acuteDetailsOf(context, row.id)
    if (action === 'CLOSE' && agreements.some(({ done_on }) => done_on === null)) throw agreementsOpen()
    return { state: 'CLOSED', aftercare: remarks, closed_at: context.now().toISOString() }
  })
}

/** Records an agreement of the meeting: who does what by when. Only for callers who may know what is unsafe. */
export async function agree(context: SvipContext, input: RecordAcuteAgreementInput): Promise<AcuteCaseRow> {
  const what = requiredText(input.what, 'Wat er is afgesproken (what)')
  if (input.metOn > dutchDay(context.now()))
    throw badInput('De dag van het overleg (metOn) kan niet in de toekomst liggen.')
  if (input.dueOn < input.metOn) throw badInput('De afspraak kan niet klaar zijn voor het overleg (dueOn).')
  const { caller, now } = context
  return await takeStep(context, {
    name: 'Afspraak over acuut onveilige situatie vastgelegd',
    activity: acuteActivity,
    find: () => discussed(context, input.caseId),
    unknown: UNKNOWN,
    obstacle: ({ row }) => (row.closed_at === null ? null : badInput('Deze zaak is afgesloten.')),
    change: async ({ row }) => {
      await acuteStore(context).assertRoom(row.id)
      return {
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
      }
    },
    about: ({ row }) => row.address_id,
    write: async ({ row }, agreement) => {
      await acuteStore(context).agree(agreement)
      return row
    },
  })
}

/** Records that an agreement was carried out: by the responsible organisation, or by IMG, which leads. */
export async function completeAgreement(
  context: SvipContext,
  input: CompleteAcuteAgreementInput,
): Promise<AcuteCaseRow> {
  const today = dutchDay(context.now())
  const remarks = optionalText(input.remarks, 'De opmerking (remarks)')
  const doneOn = input.doneOn ?? today
  if (doneOn > today) throw badInput('De dag (doneOn) kan niet in de toekomst liggen.')
  const { organisation } = context.caller
  return await takeStep(context, {
    name: 'Afspraak over acuut onveilige situatie afgerond',
    activity: acuteActivity,
    find: async () => {
      const agreement = await acuteStore(context).findAgreement(input.id)
      const seen = agreement && (await discussed(context, agreement.case_id))
      return seen && { agreement, row: seen.row }
    },
    unknown: UNKNOWN,
    obstacle: ({ agreement }) =>
      organisation === agreement.responsible || organisation === 'IMG'
        ? null
        : new AppError('FORBIDDEN', 'Deze afspraak is voor een andere organisatie.'),
    stale: ({ agreement: { revision, done_on }, row }) =>
      revision === input.revision && done_on === null && row.closed_at === null
        ? null
        : new AppError('CONFLICT', 'Deze afspraak is intussen gewijzigd. Haal de zaak opnieuw op.'),
    change: () => ({ done_on: doneOn, remarks }),
    about: ({ row }) => row.address_id,
    write: async ({ agreement, row }, done) => {
      await acuteStore(context).complete(agreement, done)
      return row
    },
  })
}

/** Finds a case of which the caller may know what is unsafe; other cases look as if they do not exist. */
async function discussed(context: SvipContext, id: string): Promise<SeenCase | null> {
  const seen = await findSeen(id, context)
  return seen?.sight.has('SAFETY') ? seen : null
}

function take(
  context: SvipContext,
  action: AcuteAction,
  { id, revision }: Versioned,
  reason: string | null,
  edit: (seen: SeenCase) => AcuteChange['changes'] | Promise<AcuteChange['changes']>,
): Promise<AcuteCaseRow> {
  const { caller } = context
  const acute = acuteStore(context)
  return takeStep(context, {
    name: `Acuut onveilige situatie: ${action}`,
    activity: acuteActivity,
    find: () => findSeen(id, context),
    unknown: UNKNOWN,
    obstacle: ({ row }) => refusalOf(action, caller.organisation, row),
    stale: ({ row }) => (row.revision === revision ? null : changedSince()),
    change: edit,
    steps: (_seen, changes) => ({
      taken: revision,
      ends: 'closed_at' in changes || 'made_safe_at' in changes,
    }),
    about: ({ row }) => row.address_id,
    write: ({ row }, changes) => acute.step(row, { action, actor: caller, reason, changes }),
  })
}

function refusalOf(action: AcuteAction, organisation: string, row: AcuteCaseRow): AppError | null {
  const found = obstacle(action, organisation, row)
  if (found === 'NOT_YOUR_SIDE') return new AppError('FORBIDDEN', 'Deze stap is voor de andere organisatie.')
  return found && notNow(LABELS, row.state, possible(organisation, row))
}

/** @throws {AppError} `BAD_USER_INPUT` for a moment in the future. */
function pastMoment(moment: string | null, what: string, { now }: Pick<SvipContext, 'now'>): string {
  const at = now().toISOString()
  if (moment !== null && moment > at) throw badInput(`${what} kan niet in de toekomst liggen.`)
  return moment ?? at
}
