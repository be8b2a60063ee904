import { AppError, badInput, forbidden } from '../../../../kernel/errors.ts'
import { optionalText, requiredText } from '../../../../kernel/graphql/input.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { notNow } from '../../casework/not-now.ts'
import { type Actor, takeStep as take, type Versioned } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import type {
  AcknowledgeSignalInput,
  ActOnSignalInput,
  AssignSignalInput,
  CloseSignalInput,
  MarkSignalNotOpportuneInput,
} from '../../schema.generated.ts'
import { signalActivity } from './activity.ts'
import { checkedLinks } from './links.ts'
import { signalStore } from './parts.ts'
import { asSeen, readerOf, type ShownSignal, show } from './show.ts'
import { changedSince, UNKNOWN } from './signal-store.ts'
import type { SignalRow } from './tables.ts'
import { ACTION_LABELS, SIGNAL_STATE_LABELS } from './texts.ts'
import { followUpRole, obstacle, possible, SIGNAL_TRANSITIONS, type SignalAction } from './transitions.ts'

/** The follow-up of signals. */

const LABELS = { states: SIGNAL_STATE_LABELS, actions: ACTION_LABELS }

type Changes = { readonly remarks: string | null; readonly changes?: Partial<SignalRow> }

/** Takes a step on a signal, and shows the signal after it. @throws {AppError} as the `takeStep` of `casework/`. */
async function takeStep(
  context: SvipContext,
  action: SignalAction,
  { id, revision }: Versioned,
  edit: (row: SignalRow) => Promise<Changes> | Changes,
): Promise<ShownSignal> {
  const { caller, now } = context
  const signals = signalStore(context)
  const name = `Signaal: ${ACTION_LABELS[action]}`
  const { to } = SIGNAL_TRANSITIONS[action]
  const ends = to === 'CLOSED' || to === 'NOT_OPPORTUNE'
  const changed = await take<ShownSignal, Changes, SignalRow>(context, {
    name,
    activity: signalActivity,
    find: async () => {
      const row = await signals.find(id, readerOf(context, null))
      return row && (await asSeen(context, row, null))
    },
    unknown: UNKNOWN,
    obstacle: ({ row }) => refusalOf(action, caller, row),
    stale: ({ row }) => (row.revision === revision ? null : changedSince(row)),
    change: ({ row }) => edit(row),
    steps: () => ({ taken: revision, ends }),
    about: ({ row }) => row.address_id,
    write: ({ row }, { remarks, changes }) =>
      signals.step(row, {
        action,
        actor: actorOf(caller, row),
        remarks,
        changes: { ...changes, state: to ?? row.state, ended_at: ends ? now().toISOString() : null },
      }),
  })
  const [after] = await show(context, [changed], null, `${name}: na de stap`)
  if (!after)
    throw new AppError('CONFLICT', 'De stap is gezet, maar dit signaal mag nu niet meer worden getoond.')
  return after
}

function refusalOf(action: SignalAction, caller: Caller, row: SignalRow): AppError | null {
  const found = obstacle(action, caller, row)
  if (found === 'NOT_YOURS') return forbidden()
  return found && notNow(LABELS, row.state, possible(caller, row))
}

/** The actor of a step, with the role in which they take it, for the history. */
function actorOf(caller: Caller, row: SignalRow): Actor {
  const role = followUpRole(caller, row)
  if (role === null) throw forbidden()
  return { subject: caller.subject, organisation: caller.organisation, role }
}

const remarksOf = ({ remarks }: AcknowledgeSignalInput): string | null =>
  optionalText(remarks, 'De opmerking (remarks)')

export const acknowledge = (context: SvipContext, input: AcknowledgeSignalInput): Promise<ShownSignal> =>
  takeStep(context, 'ACKNOWLEDGE', input, () => ({ remarks: remarksOf(input) }))

/** Assigns a signal to the caller or a team, or puts it back. Only the SVIP desk may assign it to another team than its own. */
export function assign(
  context: SvipContext,
  { to, team, ...input }: AssignSignalInput,
): Promise<ShownSignal> {
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

/** Records an action: in words, or by links to what the signal led to. */
export function act(context: SvipContext, input: ActOnSignalInput): Promise<ShownSignal> {
  const remarks = remarksOf(input)
  const links = input.links ?? []
  if (remarks === null && links.length === 0)
    throw badInput('Noem wat u doet: in een opmerking (remarks), of met een koppeling (links).')
  return takeStep(context, 'ACT', input, async (row) => ({
    remarks,
    changes: { links: await checkedLinks(context, row, links) },
  }))
}

export const close = (context: SvipContext, input: CloseSignalInput): Promise<ShownSignal> =>
  takeStep(context, 'CLOSE', input, () => ({
    remarks: remarksOf(input),
    changes: { result: input.result },
  }))

export const markNotOpportune = (
  context: SvipContext,
  input: MarkSignalNotOpportuneInput,
): Promise<ShownSignal> =>
  takeStep(context, 'MARK_NOT_OPPORTUNE', input, () => ({
    remarks:
      input.reason === 'OTHER' ? requiredText(input.remarks ?? '', 'De uitleg (remarks)') : remarksOf(input),
    changes: { not_opportune: input.reason },
  }))
