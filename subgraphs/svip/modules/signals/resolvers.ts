import type { GraphQLResolverMap } from '@apollo/subgraph'
import { connection, readPage } from '../../../../kernel/graphql/connection.ts'
import { requiredAddressId } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Purpose } from '../../../../kernel/vocabulary.ts'
import { taking, utc } from '../../casework/statement.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { municipality, requiredMunicipality } from '../addresses/municipalities.ts'
import * as actions from './actions.ts'
import { placeOf, type SignalFilter } from './list.ts'
import { signalStepsOf, signalStore, signalsAt } from './parts.ts'
import { readerOf, type ShownSignal, show } from './show.ts'
import type { SignalStepRow } from './tables.ts'
import { presenceTexts, specificTexts } from './texts.ts'
import { isOverdue, possible } from './transitions.ts'

/** Signals: `schema/svip/signals.graphql`. What a reader sees of them is decided in `./show.ts`. */

type ListArguments = {
  readonly filter?: SignalFilter | null
  readonly purpose?: Purpose | null
  readonly first?: number | null
  readonly after?: string | null
}

export const signalResolvers = {
  Query: {
    signal: async (_root, { id, purpose = null }: { id: string; purpose?: Purpose | null }, context) => {
      const row = await signalStore(context).find(id, readerOf(context, purpose))
      const [shown] = row ? await show(context, [row], purpose, 'Signaal getoond') : []
      if (!shown) await context.refused('signal')
      return shown ?? null
    },
    signals: async (_root, { filter, purpose = null, ...args }: ListArguments, context) => {
      if (typeof filter?.addressId === 'string') requiredAddressId(filter.addressId)
      if (typeof filter?.municipality === 'string') requiredMunicipality(filter.municipality)
      const page = readPage(args, 2)
      const reader = readerOf(context, purpose ?? context.purpose)
      const rows = await signalStore(context).page(reader, filter ?? {}, page)
      const shown = await show(context, rows.slice(0, page.first), purpose, 'Signalen getoond')
      const nodes = new Map(shown.map((signal) => [signal.row.id, signal]))
      const listed = rows.filter((row, index) => index >= page.first || nodes.has(row.id))
      return connection(
        listed,
        page,
        () => signalStore(context).count(reader, filter ?? {}),
        ({ id }) => nodes.get(id),
        placeOf,
      )
    },
  },
  Mutation: {
    acknowledgeSignal: taking(actions.acknowledge),
    assignSignal: taking(actions.assign),
    actOnSignal: taking(actions.act),
    closeSignal: taking(actions.close),
    markSignalNotOpportune: taking(actions.markNotOpportune),
  },
  Address: {
    signals: async ({ facts, purpose }: AddressNode, _args, context) =>
      await show(context, await signalsAt(context, facts.id), purpose, 'Signalen bij het adres getoond'),
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
      (await signalStepsOf(context, row.id))
        // The sender sees what became of it, not who worked on it.
        .filter(({ from_state, to_state }) => direction !== 'SENT' || from_state !== to_state)
        .map((taken) => ({ taken, sent: direction === 'SENT' })),
    actions: ({ row }: ShownSignal, _args, { caller }) => possible(caller, row),
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
