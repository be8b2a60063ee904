import { randomUUID } from 'node:crypto'
import { badInput } from '../../../kernel/errors.ts'
import type { AddressNode, SvipContext } from '../context.ts'
import type { WishRow } from '../store/tables.ts'
import { type AgreementRow, type AgreementTable, changedSince } from './agreements.ts'
import { assertBothRun, obstacleError, ownSide, partnersAt, sightOf, TOGETHER } from './partners.ts'
import { INSPECTION_STEPS, obstacle, PLAN_STEPS, type Transition } from './transitions.ts'

/** How a step with a joint inspection or an integral plan is taken: allowed there, for this side, on record, and only then changed. */

const MACHINES = {
  joint_inspection: { steps: INSPECTION_STEPS, together: TOGETHER.INSPECTION, name: 'Gezamenlijke opname' },
  integral_plan: { steps: PLAN_STEPS, together: TOGETHER.PLAN, name: 'Integraal plan' },
} as const

/** What somebody may not see now looks as if it does not exist. */
const UNKNOWN = 'Dit voorstel bestaat niet, of u mag het nu niet zien.'

/** As its maker saw it. */
export type Versioned = { readonly id: string; readonly revision: number }

type Edit<Table extends AgreementTable> = {
  readonly reason: string | null
  readonly changes: Partial<AgreementRow<Table>>
  readonly judge?: (wish: WishRow | null) => void
}

/**
 * The address, when there may be a proposal for it.
 * @throws {AppError} `BAD_USER_INPUT` when not both may work together there, or not both are at work.
 */
export async function addressForProposal(
  context: SvipContext,
  table: AgreementTable,
  addressId: string,
): Promise<AddressNode> {
  const { together, name } = MACHINES[table]
  const what = `${name}: voorstellen`
  const address = await partnersAt(context, addressId, what, together)
  await context.recordOwn(addressId, what, 'samenwerking')
  assertBothRun(address)
  return address
}

/** What every proposal begins with: the yes of the side that makes it. */
export const firstOf = (context: SvipContext, addressId: string) => ({
  id: randomUUID(),
  address_id: addressId,
  revision: 1,
  state: 'PROPOSED' as const,
  proposed_by: ownSide(context),
  proposer: context.caller.subject,
  proposed_at: context.now().toISOString(),
  accepted_at: null,
  ended_reason: null,
  ended_at: null,
})

/**
 * Takes a step.
 * @param edit what it changes; `null` changes nothing.
 * @throws {AppError} `BAD_USER_INPUT` when the caller knows of none or it is not possible now, `FORBIDDEN` when it is for the other
 * agency or another pair of eyes, `CONFLICT` when it was changed since.
 */
export async function takeStep<Table extends AgreementTable>(
  context: SvipContext,
  table: Table,
  action: keyof (typeof MACHINES)[Table]['steps'] & string,
  { id, revision }: Versioned,
  edit: (row: AgreementRow<Table>) => Edit<Table> | null,
): Promise<AgreementRow<Table>> {
  const { name, steps } = MACHINES[table]
  const what = `${name}: ${action}`
  const row = await findKnown(context, table, id)
  if (!row) {
    await context.refused(what)
    throw badInput(UNKNOWN)
  }
  await context.recordOwn(row.address_id, what, 'samenwerking')
  const step: Transition<string> = steps[action as keyof typeof steps]
  const found = obstacle(step, context.caller, row)
  if (found === 'NOT_YOUR_SIDE' || found === 'FOUR_EYES') {
    await context.refused(what)
    throw obstacleError(found)
  }
  if (row.revision !== revision) throw changedSince()
  if (found) throw obstacleError(found)
  const edited = edit(row)
  if (!edited) return row
  const ended = edited.changes.ended_at === undefined ? {} : { ended_reason: edited.reason }
  const changed = await context.cooperation.step(table, row, {
    action,
    actor: context.caller,
    reason: edited.reason,
    changes: { ...edited.changes, ...ended, state: step.to } as Partial<AgreementRow<Table>>,
    ...(edited.judge ? { judge: edited.judge } : {}),
  })
  context.forget()
  return changed
}

/** One that the caller may know of now; `null` when there is none, or when it is not theirs to see. */
export async function findKnown<Table extends AgreementTable>(
  context: SvipContext,
  table: Table,
  id: string,
): Promise<AgreementRow<Table> | null> {
  const row = await context.cooperation.find(table, id)
  return row && (await isKnown(context, row.address_id, MACHINES[table].together)) ? row : null
}

async function isKnown(
  context: SvipContext,
  addressId: string,
  { purpose, needs }: (typeof MACHINES)[AgreementTable]['together'],
): Promise<boolean> {
  const address = await context.address(addressId, purpose)
  if (!address) return false
  const { IMG, NCG } = await sightOf(address, context)
  return IMG.has(needs) && NCG.has(needs)
}
