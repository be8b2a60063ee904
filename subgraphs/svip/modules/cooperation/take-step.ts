import { randomUUID } from 'node:crypto'
import { notNow } from '../../casework/not-now.ts'
import { takeStep as take, Unchanged, type Versioned } from '../../casework/step.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import type { WishRow } from '../../store/tables.ts'
import { cooperationActivity } from './activity.ts'
import { type AgreementRow, type AgreementTable, assertProposable, changedSince } from './agreements.ts'
import { bothRun, obstacleError, ownSide, partnersAt, sightOf, TOGETHER } from './partners.ts'
import { cooperationAt, cooperationStore } from './parts.ts'
import {
  INSPECTION_ACTION_LABELS,
  INSPECTION_STATE_LABELS,
  PLAN_ACTION_LABELS,
  PLAN_STATE_LABELS,
} from './texts.ts'
import { INSPECTION_STEPS, obstacle, PLAN_STEPS, possible, type Transition } from './transitions.ts'

/** What the step machine needs to know of joint inspections and integral plans. */

const MACHINES = {
  joint_inspection: {
    steps: INSPECTION_STEPS,
    together: TOGETHER.INSPECTION,
    name: 'Gezamenlijke opname',
    labels: { states: INSPECTION_STATE_LABELS, actions: INSPECTION_ACTION_LABELS },
  },
  integral_plan: {
    steps: PLAN_STEPS,
    together: TOGETHER.PLAN,
    name: 'Integraal plan',
    labels: { states: PLAN_STATE_LABELS, actions: PLAN_ACTION_LABELS },
  },
} as const

/** A proposal that the caller may not see now looks as if it does not exist. */
const UNKNOWN = 'Dit voorstel bestaat niet, of u mag het nu niet zien.'

type Known<Table extends AgreementTable> = {
  readonly row: AgreementRow<Table>
  readonly address: AddressNode
}

type Edit<Table extends AgreementTable> = {
  readonly reason: string | null
  readonly changes: Partial<AgreementRow<Table>>
  readonly judge?: (wish: WishRow | null) => void
}

/**
 * Makes a proposal.
 * @param judge throws when the resident's wish is against it.
 * @param make returns the proposal, or `Unchanged` when it is not made yet; called after `judge`.
 * @throws {AppError} `BAD_USER_INPUT` when the agencies may not cooperate there, or do not both have an open file, `CONFLICT` when a
 * proposal is open at the address, and as `judge`.
 */
export function propose<Table extends AgreementTable, NotYet = never>(
  context: SvipContext,
  table: Table,
  addressId: string,
  judge: (wish: WishRow | null) => void,
  make: () => AgreementRow<Table> | Unchanged<NotYet>,
): Promise<AgreementRow<Table> | NotYet> {
  const { together, name: kind } = MACHINES[table]
  const name = `${kind}: voorstellen`
  return take<AddressNode, AgreementRow<Table>, AgreementRow<Table> | NotYet>(context, {
    name,
    activity: cooperationActivity,
    find: () => partnersAt(context, addressId, name, together),
    obstacle: bothRun,
    change: async ({ facts }) => {
      judge(facts.wish)
      const row = make()
      if (row instanceof Unchanged) return row
      const { inspections, plans } = await cooperationAt(context, facts.id)
      assertProposable(table, table === 'joint_inspection' ? inspections : plans)
      return row
    },
    about: ({ facts }) => facts.id,
    write: (_address, row) => cooperationStore(context).propose(table, row, { actor: context.caller, judge }),
  })
}

/** The initial columns of a proposal, which counts as the acceptance of its own side. */
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

/** Takes a step on a proposal. @throws {AppError} as the `takeStep` of `casework/`. */
export function takeStep<Table extends AgreementTable>(
  context: SvipContext,
  table: Table,
  action: keyof (typeof MACHINES)[Table]['steps'] & string,
  { id, revision }: Versioned,
  edit: (row: AgreementRow<Table>) => Edit<Table> | Unchanged<AgreementRow<Table>>,
): Promise<AgreementRow<Table>> {
  const { name, steps, labels } = MACHINES[table]
  const { caller } = context
  const cooperation = cooperationStore(context)
  const step: Transition<string> = steps[action as keyof typeof steps]
  return take<Known<Table>, Edit<Table>, AgreementRow<Table>>(context, {
    name: `${name}: ${action}`,
    activity: cooperationActivity,
    find: () => findKnown(context, table, id),
    unknown: UNKNOWN,
    obstacle: ({ row }) => {
      const found = obstacle(step, caller, row)
      if (found !== 'NOT_NOW') return found && obstacleError(found)
      return notNow(labels, row.state, possible<string>(steps, caller, row))
    },
    stale: ({ row }) => (row.revision === revision ? null : changedSince()),
    change: ({ row, address }) => {
      const edited = edit(row)
      if (!(edited instanceof Unchanged)) edited.judge?.(address.facts.wish)
      return edited
    },
    steps: (_known, { changes }) => ({ taken: revision, ends: 'ended_at' in changes }),
    about: ({ row }) => row.address_id,
    write: ({ row }, { reason, changes, judge }) => {
      const ended = 'ended_at' in changes ? { ended_reason: reason } : {}
      return cooperation.step(table, row, {
        action,
        actor: caller,
        reason,
        changes: { ...changes, ...ended, state: step.to } as Partial<AgreementRow<Table>>,
        ...(judge ? { judge } : {}),
      })
    },
  })
}

/** Finds a proposal that the caller may see now; `null` when it does not exist or the caller may not see it. */
export async function findKnown<Table extends AgreementTable>(
  context: SvipContext,
  table: Table,
  id: string,
): Promise<Known<Table> | null> {
  const row = await cooperationStore(context).find(table, id)
  const { purpose, needs } = MACHINES[table].together
  const address = row && (await context.address(row.address_id, purpose))
  if (!address) return null
  const { IMG, NCG } = await sightOf(address, context)
  return IMG.has(needs) && NCG.has(needs) ? { row, address } : null
}
