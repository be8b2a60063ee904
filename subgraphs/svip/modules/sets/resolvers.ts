import { badInput, forbidden } from '../../../../kernel/errors.ts'
import { connection } from '../../../../kernel/graphql/connection.ts'
import { optionalText, requiredAddressId, requiredText } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import type { ListArguments } from '../../casework/list.ts'
import { utc, written } from '../../casework/statement.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import type { AddressSetMembersInput } from '../../schema.generated.ts'
import { municipality } from '../addresses/municipalities.ts'
import { setActivity } from './activity.ts'
import {
  assertMayMake,
  assertOutcome,
  isWriter,
  mayKnowOfOthers,
  mayPutForward,
  othersThan,
  readerOfWords,
  wordsFor,
} from './address-set.ts'
import { setStore, setsAt } from './parts.ts'
import { assertOpen, memberPlace, type Reader, readMemberPage, type SetStore } from './set-store.ts'
import type { AddressSetMemberRow, AddressSetOutcomeRow, AddressSetRow } from './tables.ts'

/** Resolvers of pilots and stuck cases: sets of addresses, their members and outcomes. */

const MAX_AT_ONCE = 200
const SHOWN = 'Adressenlijst getoond'

export const addressSetResolvers = {
  Query: {
    addressSet: async (_root, { id }, context) => {
      const set = await setStore(context).find(id)
      return set && toSet(set, context)
    },
    addressSetList: async (_root, { kind, open, ...page }, context) => {
      const list = await setStore(context).page(kind ?? null, open ?? null, page)
      return list.connection((set) => toSet(set, context))
    },
    addressSets: async (_root, { kind, open }, context) => {
      const sets = await setStore(context).list(kind ?? null, open ?? null)
      return sets.map((set) => toSet(set, context))
    },
  },
  Mutation: {
    createAddressSet: async (_root, { input }, context) => {
      assertMayMake(context.caller.organisation, input.kind, input.purpose)
      const created = await setStore(context).create(
        {
          name: requiredText(input.name, 'De naam (name)', 100),
          kind: input.kind,
          purpose: input.purpose,
          description: requiredText(input.description, 'De omschrijving (description)', 1000),
        },
        context.caller,
      )
      return toSet(created, context)
    },

    addToAddressSet: async (_root, { input }, context) => {
      const ids = addressIdsOf(input)
      const set = await setStore(context).get(input.id)
      await setStore(context).assertFit(set, ids.length)
      const found = await Promise.all(ids.map((id) => context.address(id, null)))
      const accepted = ids.filter((_, index) => {
        const address = found[index]
        return address && mayPutForward(context.caller.organisation, address.facts)
      })
      const rejected = ids.filter((id) => !accepted.includes(id))
      if (rejected.length > 0) await context.refused('addToAddressSet')
      if (accepted.length > 0) {
        await context.recordOwn(accepted, `Adres op een lijst gezet: ${set.kind}`, setActivity)
        await written(context, setStore(context).add(set.id, accepted, context.caller))
      }
      return { set: toSet(set, context), rejected }
    },

    removeFromAddressSet: async (_root, { input }, context) => {
      const ids = addressIdsOf(input)
      const set = await setStore(context).get(input.id)
      const own = await setStore(context).ownOf(set, ids, context.caller)
      if (own.length > 0) {
        await context.recordOwn(own, `Adres van een lijst gehaald: ${set.kind}`, setActivity)
        await written(context, setStore(context).remove(set.id, own, context.caller))
      }
      return toSet(set, context)
    },

    recordAddressSetOutcome: async (_root, { input }, context) => {
      requiredAddressId(input.addressId)
      const set = await setStore(context).get(input.id)
      const note = optionalText(input.note, 'De toelichting (note)')
      assertOutcome(input.outcome, input.occurredOn, note, dutchDay(context.now()))
      assertOpen(set)
      const known = await setStore(context).holds(set, input.addressId, readerOf(set, context))
      const address = known ? await context.address(input.addressId, set.purpose) : null
      if (!address || !(await mayKnowOf(set, address, context)))
        throw badInput('Dit adres staat niet op deze lijst.')
      const { addressId: address_id, outcome, occurredOn: occurred_on } = input
      await context.recordOwn(address_id, `Uitkomst op een lijst vastgelegd: ${set.kind}`, setActivity)
      await setStore(context).recordOutcome(
        { set_id: set.id, address_id, outcome, occurred_on, note },
        context.caller,
      )
      return toSet(set, context)
    },

    closeAddressSet: async (_root, { input }, context) => {
      const set = await setStore(context).get(input.id)
      if (set.created_by !== context.caller.organisation) throw forbidden()
      const reason = requiredText(input.reason, 'De reden (reason)', 500)
      return toSet(await setStore(context).close(set.id, input.revision, reason), context)
    },
  },
  Address: {
    addressSets: async (address, _args, context) => {
      await context.recordShown(address, 'Adressenlijsten van een adres getoond', ['PRESENCE'])
      const rows = await setsAt(context, address.facts.id)
      const known = await Promise.all(
        rows.map(async (row) => {
          if (isOwn(row, context)) return true
          return (
            readerOf(row, context).knowsOthers &&
            (await mayKnowOf(row, { ...address, purpose: row.purpose }, context))
          )
        }),
      )
      const sets = new Map(rows.filter((_, index) => known[index]).map((row) => [row.id, row]))
      return [...sets.values()].map((row) => toSet(row, context))
    },
  },
} satisfies Resolvers

function addressIdsOf({ addressIds }: AddressSetMembersInput): readonly string[] {
  const ids = [...new Set(addressIds.map(requiredAddressId))]
  if (ids.length === 0 || ids.length > MAX_AT_ONCE)
    throw badInput(`Geef 1 tot ${MAX_AT_ONCE} adressen tegelijk (addressIds).`)
  return ids
}

function readerOf({ purpose }: AddressSetRow, { caller, now }: SvipContext): Reader {
  const instant = now().toISOString()
  const policy = policyInForce(instant)
  return { caller, policy, instant, knowsOthers: mayKnowOfOthers(caller, purpose, policy) }
}

type PutForward = Pick<AddressSetMemberRow, 'put_forward_by' | 'municipality'>

const isOwn = ({ put_forward_by, municipality: by }: PutForward, { caller }: SvipContext): boolean =>
  put_forward_by === caller.organisation && (by === '' || by === caller.municipality)

/** Whether the caller may know that the address is in the set: the policy must give presence at the other sides for its purpose. */
async function mayKnowOf(set: AddressSetRow, address: AddressNode, context: SvipContext): Promise<boolean> {
  const { organisation } = context.caller
  if (readerOfWords(context.caller) === null) return true
  if (!readerOf(set, context).knowsOthers) return true
  const visible = await Promise.all(
    othersThan(organisation).map((owner) => context.visibleWith(['PRESENCE'], address, owner, 'REGISTER')),
  )
  return visible.every((categories) => categories.has('PRESENCE'))
}

const toSet = (set: AddressSetRow, context: SvipContext) => ({
  ...toWords(set, context),
  id: set.id,
  revision: set.revision,
  number: set.number,
  kind: set.kind,
  purpose: set.purpose,
  createdBy: set.created_by,
  createdAt: utc(set.created_at),
  closedAt: utc(set.closed_at),
  figures: () => setStore(context).figures(set, readerOf(set, context)),
  members: (args: ListArguments) => membersOf(set, args, context),
})

function toWords(set: AddressSetRow, { caller }: SvipContext) {
  const { name, description, closing_reason: closingReason } = wordsFor(readerOfWords(caller), set)
  return { name, description, closingReason }
}

/** Reads a page of a set. It leaves out members that the caller may not know of, as if they were never added. */
async function membersOf(set: AddressSetRow, args: ListArguments, context: SvipContext) {
  const page = readMemberPage(args)
  const rows = await setStore(context).members(set, readerOf(set, context), page)
  const shown = rows.slice(0, page.first)
  await context.recordOwn(
    shown.map(({ address_id }) => address_id),
    SHOWN,
    setActivity,
  )
  const addresses = await Promise.all(shown.map(({ address_id }) => context.address(address_id, set.purpose)))
  const known = await Promise.all(
    addresses.map(async (address, index) => {
      const row = shown[index]
      return address && row && (isOwn(row, context) || (await mayKnowOf(set, address, context)))
    }),
  )
  let read: ReturnType<SetStore['outcomesOf']> | undefined
  // One statement for the page, and none when outcomes are not selected.
  const outcomes = () => {
    const ids = shown.map(({ address_id }) => address_id)
    read ??= setStore(context).outcomesOf(set, ids, readerOf(set, context))
    return read
  }
  const nodes = new Map(
    shown.flatMap((row, index) => {
      const address = addresses[index]
      return known[index] && address ? [[row.id, toMember(row, address, outcomes, context)] as const] : []
    }),
  )
  return connection(
    rows,
    page,
    () => 0,
    ({ id }) => nodes.get(id),
    memberPlace,
  )
}

const toMember = (
  row: AddressSetMemberRow,
  address: AddressNode,
  outcomes: () => ReturnType<SetStore['outcomesOf']>,
  { caller }: SvipContext,
) => ({
  address,
  putForwardBy: row.put_forward_by,
  municipality: row.municipality === '' ? null : municipality(row.municipality),
  addedAt: utc(row.added_at),
  outcomes: async () =>
    ((await outcomes()).get(row.address_id) ?? []).map((outcome) => toOutcome(outcome, caller)),
})

const toOutcome = (row: AddressSetOutcomeRow, caller: Caller) => ({
  outcome: row.outcome,
  occurredOn: row.occurred_on,
  note: isWriter(readerOfWords(caller), row.recorded_by) ? row.note : null,
  recordedBy: row.recorded_by,
  recordedAt: utc(row.recorded_at),
})
