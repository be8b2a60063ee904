import type { GraphQLResolverMap } from '@apollo/subgraph'
import { connection, readPage } from '../../../kernel/connection.ts'
import { requiredAddressId } from '../../../kernel/input.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import type { Purpose } from '../../../kernel/vocabulary.ts'
import { municipality } from '../addresses/municipalities.ts'
import type { AddressNode, SvipContext } from '../context.ts'
import * as actions from '../signals/actions.ts'
import { placeOf, type SignalFilter } from '../signals/list.ts'
import { readerOf, type ShownSignal, show } from '../signals/show.ts'
import type { SignalStepRow } from '../signals/tables.ts'
import { presenceTexts, specificTexts } from '../signals/texts.ts'
import { isOverdue, obstacle, SIGNAL_ACTIONS } from '../signals/transitions.ts'
import { utc } from './statement.ts'

/** Signals: `schema/svip.graphql`. What a reader sees of them is decided in `signals/show.ts`. */

type Input<T> = { readonly input: T }
type ListArguments = {
  readonly filter?: SignalFilter | null
  readonly purpose?: Purpose | null
  readonly first?: number | null
  readonly after?: string | null
}

const step =
  <T>(take: (context: SvipContext, input: T) => Promise<ShownSignal>) =>
  async (_root: unknown, { input }: Input<T>, context: SvipContext) =>
    await take(context, input)

export const signalResolvers = {
  Query: {
    signal: async (_root, { id, purpose = null }: { id: string; purpose?: Purpose | null }, context) => {
      const row = await context.signals.find(id, readerOf(context, purpose))
      const [shown] = row ? await show(context, [row], purpose, 'Signaal getoond') : []
      if (!shown) await context.refused('signal')
      return shown ?? null
    },
    signals: async (_root, { filter, purpose = null, ...args }: ListArguments, context) => {
      if (filter?.addressId) requiredAddressId(filter.addressId)
      const page = readPage(args, 2)
      const reader = readerOf(context, purpose ?? context.purpose)
      const rows = await context.signals.page(reader, filter ?? {}, page)
      const shown = await show(context, rows.slice(0, page.first), purpose, 'Signalen getoond')
      const nodes = new Map(shown.map((signal) => [signal.row.id, signal]))
      const listed = rows.filter((row, index) => index >= page.first || nodes.has(row.id))
      let total: Promise<number> | undefined
      const totalCount = () => {
        total ??= context.signals.count(reader, filter ?? {})
        return total
      }
      // GraphQL calls a function for the value of its field: nothing is counted when nobody asks.
      return { ...connection(listed, page, 0, ({ id }) => nodes.get(id), placeOf), totalCount }
    },
  },
  Mutation: {
    acknowledgeSignal: step(actions.acknowledge),
    assignSignal: step(actions.assign),
    actOnSignal: step(actions.act),
    closeSignal: step(actions.close),
    markSignalNotOpportune: step(actions.markNotOpportune),
  },
  Address: {
    signals: async ({ facts, purpose }: AddressNode, _args, context) =>
      await show(context, await context.signalsAt(facts.id), purpose, 'Signalen bij het adres getoond'),
  },
  Signal: {
    id: ({ row }: ShownSignal) => row.id,
    revision: ({ row }: ShownSignal) => row.revision,
    kind: ({ row, specific }: ShownSignal) => (specific ? row.kind : null),
    title: (signal: ShownSignal) => textsOf(signal).title,
    text: (signal: ShownSignal) => textsOf(signal).text,
    advice: (signal: ShownSignal) => textsOf(signal).advice,
    purpose: ({ row }: ShownSignal) => row.purpose,
    sender: ({ row }: ShownSignal) => row.about,
    recipient: ({ row }: ShownSignal) => row.recipient,
    municipality: ({ row, address }: ShownSignal) =>
      row.recipient === 'GEMEENTE' ? municipality(address.facts.municipality) : null,
    state: ({ row }: ShownSignal) => row.state,
    createdAt: ({ row }: ShownSignal) => utc(row.created_at),
    dueOn: ({ row }: ShownSignal) => row.due_on,
    overdue: ({ row }: ShownSignal, _args, { now }) => isOverdue(row, dutchDay(now())),
    result: ({ row }: ShownSignal) => row.result,
    notOpportune: ({ row }: ShownSignal) => row.not_opportune,
    endedAt: ({ row }: ShownSignal) => utc(row.ended_at),
    assignee: ({ row, direction }: ShownSignal) => (direction === 'RECEIVED' ? row.assignee : null),
    team: ({ row, direction }: ShownSignal) => (direction === 'RECEIVED' ? row.team : null),
    links: ({ row, direction }: ShownSignal) => (direction === 'SENT' ? [] : row.links),
    steps: async ({ row, direction }: ShownSignal, _args, context) =>
      (await context.signalStepsOf(row.id))
        // The sender sees what became of it, not who worked on it.
        .filter(({ from_state, to_state }) => direction !== 'SENT' || from_state !== to_state)
        .map((taken) => ({ taken, sent: direction === 'SENT' })),
    actions: ({ row }: ShownSignal, _args, { caller }) =>
      SIGNAL_ACTIONS.filter((action) => obstacle(action, caller, row) === null),
  },
  SignalStep: {
    action: ({ taken }: ShownStep) => taken.action,
    from: ({ taken }: ShownStep) => taken.from_state,
    to: ({ taken }: ShownStep) => taken.to_state,
    organisation: ({ taken }: ShownStep) => taken.organisation,
    role: ({ taken, sent }: ShownStep) => (sent ? null : taken.role),
    employee: ({ taken }: ShownStep, _args, { caller }) =>
      taken.organisation === caller.organisation ? taken.subject : null,
    at: ({ taken }: ShownStep) => utc(taken.at),
    remarks: ({ taken, sent }: ShownStep) => (sent ? null : taken.remarks),
  },
} satisfies GraphQLResolverMap<SvipContext>

type ShownStep = { readonly taken: SignalStepRow; readonly sent: boolean }

const textsOf = ({ row, direction, specific }: ShownSignal) =>
  specific ? specificTexts(row, direction) : presenceTexts(row, direction)
