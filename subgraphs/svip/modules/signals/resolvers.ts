import { connection, readPage } from '../../../../kernel/graphql/connection.ts'
import { requiredAddressId } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { taking, utc } from '../../casework/statement.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { municipality, requiredMunicipality } from '../addresses/municipalities.ts'
import * as actions from './actions.ts'
import { placeOf } from './list.ts'
import { signalStepsOf, signalStore, signalsAt } from './parts.ts'
import { readerOf, type ShownSignal, show } from './show.ts'
import { presenceTexts, specificTexts } from './texts.ts'
import { isOverdue, possible } from './transitions.ts'

/** Resolvers of `schema/svip/signals.graphql`. `./show.ts` decides what a reader sees of a signal. */

export const signalResolvers = {
  Query: {
    signal: async (_root, { id, purpose = null }, context) => {
      const row = await signalStore(context).find(id, readerOf(context, purpose))
      const [shown] = row ? await show(context, [row], purpose, 'Signaal getoond') : []
      if (!shown) await context.refused('signal')
      return shown ?? null
    },
    signals: async (_root, { filter, purpose = null, ...args }, context) => {
      if (typeof filter?.addressId === 'string') requiredAddressId(filter.addressId)
      if (typeof filter?.municipality === 'string') requiredMunicipality(filter.municipality)
      const page = readPage(args, 2)
      const reader = readerOf(context, purpose ?? context.purpose)
      const rows = await signalStore(context).page(reader, filter ?? {}, page)
      const shown = await show(context, rows.slice(0, page.first), purpose, 'Signalen getoond')
      const nodes = new Map(shown.map((signal) => [signal.row.id, signal]))
      return connection(
        rows,
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
    signals: async ({ facts, purpose }, _args, context) =>
      await show(context, await signalsAt(context, facts.id), purpose, 'Signalen bij het adres getoond'),
  },
  Signal: {
    id: ({ row }) => row.id,
    revision: ({ row }) => row.revision,
    kind: ({ row, specific }) => (specific ? row.kind : null),
    title: (signal) => textsOf(signal).title,
    text: (signal) => textsOf(signal).text,
    advice: (signal) => textsOf(signal).advice,
    purpose: ({ row }) => row.purpose,
    sender: ({ row }) => row.about,
    recipient: ({ row }) => row.recipient,
    municipality: ({ row, address }) =>
      row.recipient === 'GEMEENTE' ? municipality(address.facts.municipality) : null,
    state: ({ row }) => row.state,
    createdAt: ({ row }) => utc(row.created_at),
    dueOn: ({ row }) => row.due_on,
    overdue: ({ row }, _args, { now }) => isOverdue(row, dutchDay(now())),
    result: ({ row }) => row.result,
    notOpportune: ({ row }) => row.not_opportune,
    endedAt: ({ row }) => utc(row.ended_at),
    assignee: ({ row, direction }) => (direction === 'RECEIVED' ? row.assignee : null),
    team: ({ row, direction }) => (direction === 'RECEIVED' ? row.team : null),
    links: ({ row, direction }) => (direction === 'SENT' ? [] : row.links),
    steps: async ({ row, direction }, _args, context) =>
      (await signalStepsOf(context, row.id))
        // The sender sees the changes of state, but not who worked on the signal.
        .filter(({ from_state, to_state }) => direction !== 'SENT' || from_state !== to_state)
        .map((taken) => ({ taken, sent: direction === 'SENT' })),
    actions: ({ row }, _args, { caller }) => possible(caller, row),
  },
  SignalStep: {
    action: ({ taken }) => taken.action,
    from: ({ taken }) => taken.from_state,
    to: ({ taken }) => taken.to_state,
    organisation: ({ taken }) => taken.organisation,
    role: ({ taken, sent }) => (sent ? null : taken.role),
    employee: ({ taken }, _args, { caller }) =>
      taken.organisation === caller.organisation ? taken.subject : null,
    at: ({ taken }) => utc(taken.at),
    remarks: ({ taken, sent }) => (sent ? null : taken.remarks),
  },
} satisfies Resolvers

const textsOf = ({ row, direction, specific }: ShownSignal) =>
  specific ? specificTexts(row, direction) : presenceTexts(row, direction)
