import { AppError, badInput, forbidden } from '../../../kernel/errors.ts'
import { optionalText, requiredText } from '../../../kernel/input.ts'
import type { SvipContext } from '../context.ts'
import { checkedLinks } from './links.ts'
import { asSeen, readerOf, type ShownSignal, show } from './show.ts'
import { changedSince, UNKNOWN } from './signal-store.ts'
import type { NotOpportuneReason, SignalLink, SignalResult, SignalRow } from './tables.ts'
import { ACTION_LABELS, NOT_NOW } from './texts.ts'
import { followUpRole, obstacle, SIGNAL_TRANSITIONS, type SignalAction } from './transitions.ts'

/** How a signal is followed up: seen, allowed, on record, locked, and only then changed. */

/** The signal as its maker saw it. */
type Versioned = { readonly id: string; readonly revision: number }
type WithRemarks = Versioned & { readonly remarks?: string | null }

type Changes = { readonly remarks: string | null; readonly changes?: Partial<SignalRow> }

/**
 * Takes a step with a signal.
 * @throws {AppError} `BAD_USER_INPUT` when the caller knows no such signal or the step is not possible now, `FORBIDDEN` when it is
 * not theirs to follow up, `CONFLICT` when it was changed since.
 */
async function takeStep(
  context: SvipContext,
  action: SignalAction,
  { id, revision }: Versioned,
  edit: (row: SignalRow) => Promise<Changes> | Changes,
): Promise<ShownSignal> {
  const { caller, signals, now } = context
  const what = `Signaal: ${ACTION_LABELS[action]}`
  const found = await signals.find(id, readerOf(context, null))
  const seen = found && (await asSeen(context, found, null))
  if (!seen) {
    await context.refused(what)
    throw badInput(UNKNOWN)
  }
  const { row } = seen
  const role = followUpRole(caller, row)
  const stopped = obstacle(action, caller, row)
  if (stopped === 'NOT_YOURS' || role === null) {
    await context.refused(what)
    throw forbidden()
  }
  if (row.revision !== revision) throw changedSince(row.revision)
  if (stopped === 'NOT_NOW') throw badInput(NOT_NOW)
  await context.recordOwn(row.address_id, what, 'signaal')
  const { remarks, changes = {} } = await edit(row)
  const state = SIGNAL_TRANSITIONS[action].to ?? row.state
  const ended = state === 'CLOSED' || state === 'NOT_OPPORTUNE' ? now().toISOString() : null
  const changed = await signals.step(row, {
    action,
    actor: { subject: caller.subject, organisation: caller.organisation, role },
    remarks,
    changes: { ...changes, state, ended_at: ended },
  })
  context.forget()
  const [after] = await show(context, [changed], null, `${what}: na de stap`)
  if (!after)
    throw new AppError('CONFLICT', 'De stap is gezet, maar dit signaal mag nu niet meer worden getoond.')
  return after
}

const remarksOf = ({ remarks }: WithRemarks): string | null => optionalText(remarks, 'De opmerking (remarks)')

export const acknowledge = (context: SvipContext, input: WithRemarks): Promise<ShownSignal> =>
  takeStep(context, 'ACKNOWLEDGE', input, () => ({ remarks: remarksOf(input) }))

export type AssignSignal = Versioned & {
  readonly to: 'ME' | 'TEAM' | 'NOBODY'
  readonly team?: string | null
}

/** Takes a signal up, gives it to a team, or puts it back. Only the SVIP desk gives it to another team than its own. */
export function assign(context: SvipContext, { to, team, ...input }: AssignSignal): Promise<ShownSignal> {
  const { subject, roles } = context.caller
  const own = context.caller.team
  const named = optionalText(team, 'Het team (team)') ?? own
  return takeStep(context, 'ASSIGN', input, async () => {
    if (to !== 'TEAM')
      return {
        remarks: null,
        changes: { assignee: to === 'ME' ? subject : null, team: to === 'ME' ? own : null },
      }
    if (named === null) throw badInput('Noem het team (team): bij uw account staat er geen.')
    if (named !== own && !roles.includes('svip_officer')) {
      await context.refused(`Signaal: ${ACTION_LABELS.ASSIGN}`)
      throw new AppError('FORBIDDEN', 'Alleen het SVIP-loket geeft een signaal aan een ander team.')
    }
    return { remarks: null, changes: { assignee: null, team: named } }
  })
}

export type ActOnSignal = WithRemarks & { readonly links?: readonly SignalLink[] | null }

/** Says what is being done: in words, or by what it led to. */
export function act(context: SvipContext, input: ActOnSignal): Promise<ShownSignal> {
  const remarks = remarksOf(input)
  const links = input.links ?? []
  if (remarks === null && links.length === 0)
    throw badInput('Noem wat u doet: in een opmerking (remarks), of met een koppeling (links).')
  return takeStep(context, 'ACT', input, async (row) => ({
    remarks,
    changes: { links: await checkedLinks(context, row, links) },
  }))
}

export const close = (
  context: SvipContext,
  input: WithRemarks & { readonly result: SignalResult },
): Promise<ShownSignal> =>
  takeStep(context, 'CLOSE', input, () => ({
    remarks: remarksOf(input),
    changes: { result: input.result },
  }))

export const markNotOpportune = (
  context: SvipContext,
  input: WithRemarks & { readonly reason: NotOpportuneReason },
): Promise<ShownSignal> =>
  takeStep(context, 'MARK_NOT_OPPORTUNE', input, () => ({
    remarks:
      input.reason === 'OTHER' ? requiredText(input.remarks ?? '', 'De uitleg (remarks)') : remarksOf(input),
    changes: { not_opportune: input.reason },
  }))
