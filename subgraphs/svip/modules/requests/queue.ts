import { addDays } from '../../../../kernel/calendar.ts'
import { badInput } from '../../../../kernel/errors.ts'
import { requiredText } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { SvipContext } from '../../context.ts'
import type {
  AssignInformationRequestInput,
  ExtendInformationRequestInput,
  ReturnInformationRequestInput,
  RevokeInformationRequestInput,
} from '../../schema.generated.ts'
import { createObligations } from '../obligations/create.ts'
import { takeStep } from './actions.ts'
import { requestTerms } from './parts.ts'
import type { InformationRequestRow } from './tables.ts'

/** The work on the queue: return, assign, extend, and revoke what was granted. */

export function giveBack(
  context: SvipContext,
  input: ReturnInformationRequestInput,
): Promise<InformationRequestRow> {
  const reason = requiredText(input.reason, 'Wat er nog ontbreekt (reason)')
  return takeStep(context, 'RETURN', input, () => ({ state: 'RETURNED', reason }))
}

/** Assigns a request to the caller or to a colleague of the desk, or puts it back in the queue. */
export function assign(
  context: SvipContext,
  input: AssignInformationRequestInput,
): Promise<InformationRequestRow> {
  const asked = input.employee === undefined ? context.caller.subject : input.employee
  const assignee = asked === null ? null : requiredText(asked, 'De medewerker (employee)', 255)
  return takeStep(context, 'ASSIGN', input, () => ({ reason: null, changes: { assignee } }))
}

export function extendDeadline(
  context: SvipContext,
  input: ExtendInformationRequestInput,
): Promise<InformationRequestRow> {
  const reason = requiredText(input.reason, 'De reden van het uitstel (reason)')
  return takeStep(context, 'EXTEND_DEADLINE', input, (row) => {
    const today = dutchDay(context.now())
    const from = row.due_on !== null && row.due_on > today ? row.due_on : today
    const latest = addDays(from, requestTerms(context).REQUEST_MAX_EXTENSION_DAYS)
    if (input.dueOn <= from || input.dueOn > latest)
      throw badInput(`De nieuwe datum (dueOn) moet liggen na ${from} en uiterlijk op ${latest}.`)
    return { reason, changes: { due_on: input.dueOn } }
  })
}

/** Revokes what was granted; from the next query on, the request opens nothing. */
export function revoke(
  context: SvipContext,
  input: RevokeInformationRequestInput,
): Promise<InformationRequestRow> {
  const reason = requiredText(input.reason, 'De reden (reason)')
  return takeStep(context, 'REVOKE', input, (row) => {
    const at = context.now().toISOString()
    return {
      reason,
      changes: { revoked_at: at },
      within: async (transaction) => {
        const cause = { cause: 'REQUEST_REVOKED', cause_id: row.id, address_id: row.address_id, at } as const
        await createObligations(transaction, [cause])
        return {}
      },
    }
  })
}
