import type { GraphQLResolverMap } from '@apollo/subgraph'
import { connection } from '../../../kernel/connection.ts'
import { badInput, forbidden } from '../../../kernel/errors.ts'
import { optionalText, requiredAddressId, requiredText } from '../../../kernel/input.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import type { Purpose } from '../../../kernel/vocabulary.ts'
import { municipality } from '../addresses/municipalities.ts'
import type { AddressNode, SvipContext } from '../context.ts'
import { policyInForce } from '../policy/versions/index.ts'
import {
  assertMayMake,
  assertOutcome,
  mayKnowOfOthers,
  mayPutForward,
  othersThan,
} from '../sets/address-set.ts'
import { memberPlace, type Reader, readMemberPage, type SetStore } from '../sets/set-store.ts'
import type {
  AddressSetKind,
  AddressSetMemberRow,
  AddressSetOutcome,
  AddressSetOutcomeRow,
  AddressSetRow,
} from '../sets/tables.ts'
import type { ListArguments } from '../store/list.ts'
import { refusalOnRecord, utc, written } from './statement.ts'

/** Pilots and stuck cases: sets of addresses, what is exchanged about them for their purpose, and what became of them. */

const MAX_AT_ONCE = 200
const SHOWN = 'Adressenlijst getoond'

export const addressSetResolvers = {
  Query: {
    addressSet: async (_root, { id }: { id: string }, context) => {
      const set = await context.sets.find(id)
      return set && toSet(set, context)
    },
    addressSets: async (
      _root,
      { kind, open }: { kind?: AddressSetKind | null; open?: boolean | null },
      context,
    ) => {
      const sets = await context.sets.list(kind ?? null, open ?? null)
      return sets.map((set) => toSet(set, context))
    },
  },
  Mutation: {
    createAddressSet: (_root, { input }: { input: CreateInput }, context) =>
      refusalOnRecord(context, 'createAddressSet', async () => {
        assertMayMake(context.caller.organisation, input.kind, input.purpose)
        const created = await context.sets.create(
          {
            name: requiredText(input.name, 'De naam (name)', 100),
            kind: input.kind,
            purpose: input.purpose,
            description: requiredText(input.description, 'De omschrijving (description)', 1000),
          },
          context.caller,
        )
        return toSet(created, context)
      }),

    addToAddressSet: async (_root, { input }: { input: MembersInput }, context) => {
      const ids = addressIdsOf(input)
      const set = await context.sets.get(input.id)
      await context.recordOwn(ids, `Adres op een lijst gezet: ${set.kind}`, 'adressenlijst')
      const found = await Promise.all(ids.map((id) => context.address(id, null)))
      const accepted = ids.filter((_, index) => {
        const address = found[index]
        return address && mayPutForward(context.caller.organisation, address.facts)
      })
      if (accepted.length > 0) await written(context, context.sets.add(set.id, accepted, context.caller))
      return { set: toSet(set, context), rejected: ids.filter((id) => !accepted.includes(id)) }
    },

    removeFromAddressSet: async (_root, { input }: { input: MembersInput }, context) => {
      const ids = addressIdsOf(input)
      const set = await context.sets.get(input.id)
      await context.recordOwn(ids, `Adres van een lijst gehaald: ${set.kind}`, 'adressenlijst')
      await written(context, context.sets.remove(set.id, ids, context.caller))
      return toSet(set, context)
    },

    recordAddressSetOutcome: async (_root, { input }: { input: OutcomeInput }, context) => {
      requiredAddressId(input.addressId)
      const set = await context.sets.get(input.id)
      const note = optionalText(input.note, 'De toelichting (note)')
      assertOutcome(input.outcome, input.occurredOn, note, dutchDay(context.now()))
      await context.recordOwn(
        input.addressId,
        `Uitkomst op een lijst vastgelegd: ${set.kind}`,
        'adressenlijst',
      )
      const known = await context.sets.holds(set, input.addressId, readerOf(set, context))
      const address = known ? await context.address(input.addressId, set.purpose) : null
      if (!address || !(await mayBeTold(set, address, context)))
        throw badInput('Dit adres staat niet op deze lijst.')
      const { addressId: address_id, outcome, occurredOn: occurred_on } = input
      await context.sets.recordOutcome(
        { set_id: set.id, address_id, outcome, occurred_on, note },
        context.caller,
      )
      return toSet(set, context)
    },

    closeAddressSet: (_root, { input }: { input: CloseInput }, context) =>
      refusalOnRecord(context, 'closeAddressSet', async () => {
        const set = await context.sets.get(input.id)
        if (set.created_by !== context.caller.organisation) throw forbidden()
        const reason = requiredText(input.reason, 'De reden (reason)', 500)
        return toSet(await context.sets.close(set.id, input.revision, reason), context)
      }),
  },
  Address: {
    addressSets: async (address: AddressNode, _args, context) => {
      await context.recordShown(address, 'Adressenlijsten van een adres getoond', ['PRESENCE'])
      const rows = await context.setsAt(address.facts.id)
      const told = await Promise.all(
        rows.map(async (row) => {
          if (isOwn(row, context)) return true
          return (
            readerOf(row, context).knowsOthers &&
            (await mayBeTold(row, { ...address, purpose: row.purpose }, context))
          )
        }),
      )
      const sets = new Map(rows.filter((_, index) => told[index]).map((row) => [row.id, row]))
      return [...sets.values()].map((row) => toSet(row, context))
    },
  },
} satisfies GraphQLResolverMap<SvipContext>

type CreateInput = Pick<AddressSetRow, 'name' | 'kind' | 'description'> & { readonly purpose: Purpose }
type MembersInput = { readonly id: string; readonly addressIds: readonly string[] }
type CloseInput = { readonly id: string; readonly revision: number; readonly reason: string }
type OutcomeInput = {
  readonly id: string
  readonly addressId: string
  readonly outcome: AddressSetOutcome
  readonly occurredOn: string
  readonly note?: string | null
}

function addressIdsOf({ addressIds }: MembersInput): readonly string[] {
  const ids = [...new Set(addressIds.map(requiredAddressId))]
  if (ids.length === 0 || ids.length > MAX_AT_ONCE)
    throw badInput(`Geef 1 tot ${MAX_AT_ONCE} adressen tegelijk (addressIds).`)
  return ids
}

const readerOf = ({ purpose }: AddressSetRow, { caller, now }: SvipContext): Reader => ({
  caller,
  knowsOthers: mayKnowOfOthers(caller, purpose, policyInForce(now().toISOString())),
})

type PutForward = Pick<AddressSetMemberRow, 'put_forward_by' | 'municipality'>

const isOwn = ({ put_forward_by, municipality: by }: PutForward, { caller }: SvipContext): boolean =>
  put_forward_by === caller.organisation && (by === '' || by === caller.municipality)

/** Whether it may be told that the address is in the set: the policy gives presence of the other sides for its purpose. */
async function mayBeTold(set: AddressSetRow, address: AddressNode, context: SvipContext): Promise<boolean> {
  const { organisation, roles } = context.caller
  if (organisation === 'SVIP' && roles.includes('privacy_officer')) return true
  if (!readerOf(set, context).knowsOthers) return true
  const visible = await Promise.all(
    othersThan(organisation).map((owner) => context.visible(address, owner, 'REGISTER')),
  )
  return visible.every((categories) => categories.has('PRESENCE'))
}

const toSet = (set: AddressSetRow, context: SvipContext) => ({
  id: set.id,
  revision: set.revision,
  name: set.name,
  kind: set.kind,
  purpose: set.purpose,
  description: set.description,
  createdBy: set.created_by,
  createdAt: utc(set.created_at),
  closedAt: utc(set.closed_at),
  closingReason: set.closing_reason,
  figures: () => context.sets.figures(set, readerOf(set, context)),
  members: (args: ListArguments) => membersOf(set, args, context),
})

/** A page of a set. One that may not be told is left out, and looks like one that was never put forward. */
async function membersOf(set: AddressSetRow, args: ListArguments, context: SvipContext) {
  const page = readMemberPage(args)
  const rows = await context.sets.members(set, readerOf(set, context), page)
  const shown = rows.slice(0, page.first)
  await context.recordOwn(
    shown.map(({ address_id }) => address_id),
    SHOWN,
    'adressenlijst',
  )
  const addresses = await Promise.all(shown.map(({ address_id }) => context.address(address_id, set.purpose)))
  const told = await Promise.all(
    addresses.map(async (address, index) => {
      const row = shown[index]
      return address && row && (isOwn(row, context) || (await mayBeTold(set, address, context)))
    }),
  )
  let read: ReturnType<SetStore['outcomesOf']> | undefined
  // One statement for the page, and none when nobody asks.
  const outcomes = () => {
    const ids = shown.map(({ address_id }) => address_id)
    read ??= context.sets.outcomesOf(set, ids, readerOf(set, context))
    return read
  }
  const nodes = new Map<string, object>(
    shown.flatMap((row, index) => {
      const address = addresses[index]
      return told[index] && address ? [[row.id, toMember(row, address, outcomes)] as const] : []
    }),
  )
  const all = connection(rows, page, 0, ({ id }) => nodes.get(id), memberPlace)
  const edges = all.edges.filter(({ node }) => node !== undefined)
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: all.pageInfo }
}

const toMember = (
  row: AddressSetMemberRow,
  address: AddressNode,
  outcomes: () => ReturnType<SetStore['outcomesOf']>,
) => ({
  address,
  putForwardBy: row.put_forward_by,
  municipality: row.municipality === '' ? null : municipality(row.municipality),
  addedAt: utc(row.added_at),
  outcomes: async () => ((await outcomes()).get(row.address_id) ?? []).map(toOutcome),
})

const toOutcome = (row: AddressSetOutcomeRow) => ({
  outcome: row.outcome,
  occurredOn: row.occurred_on,
  note: row.note,
  recordedBy: row.recorded_by,
  recordedAt: utc(row.recorded_at),
})
