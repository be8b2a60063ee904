import type { GraphQLResolverMap } from '@apollo/subgraph'
import { badInput, forbidden } from '../../../kernel/errors.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { ConsentChannel } from '../consent/consent.ts'
import { isLate, mayDecide, type ObjectionState } from '../consent/objection.ts'
import type { ObjectionFilter } from '../consent/objection-store.ts'
import { objectionReceipt } from '../consent/receipt.ts'
import type { AddressNode, SvipContext } from '../context.ts'
import type { ListArguments } from '../store/list.ts'
import type { ObjectionRow } from '../store/tables.ts'
import { addressOf, assertAddress, refusalOnRecord, requiredEvidence, utc, written } from './statement.ts'

/** Objections against sharing on a public task, and what was decided on them. */
export const objectionResolvers = {
  Query: {
    objections: async (
      _root,
      { filter, ...page }: ListArguments & { filter?: ObjectionFilter | null },
      context,
    ) => {
      const today = dutchDay(context.now())
      const list = await context.objections.list(filter ?? {}, context.caller, today, page)
      await context.recordOwn(
        list.rows.map(({ address_id }) => address_id),
        'Bezwaren getoond',
        'toestemming',
      )
      return list.connection((row) => toObjection(row, context))
    },
  },
  Mutation: {
    recordObjection: async (_root, { input }: { input: ObjectionFields }, context) => {
      requiredEvidence(input.evidence)
      if (input.id && !isUuid(input.id)) throw badInput('Dit bezwaar bestaat niet bij dit adres.')
      const what = input.state === 'RECEIVED' ? 'Bezwaar vastgelegd' : 'Besluit op bezwaar vastgelegd'
      return await refusalOnRecord(context, 'recordObjection', async () => {
        if (input.state !== 'RECEIVED' && !mayDecide(context.caller)) throw forbidden()
        await assertAddress(input.addressId, context)
        await context.recordOwn(input.addressId, what, 'toestemming')
        const objection = {
          ...input,
          id: input.id ?? null,
          owner: input.owner ?? null,
          purposes: input.purposes ?? null,
        }
        return toObjection(
          await written(context, context.objections.recordObjection(objection, context.caller)),
          context,
        )
      })
    },
  },
  Address: {
    objections: async (address: AddressNode, _args, context: SvipContext) => {
      await context.recordShown(address, 'Bezwaren getoond', [])
      return address.facts.objections
        .toSorted((a, b) => Date.parse(b.received_at) - Date.parse(a.received_at))
        .map((row) => toObjection(row, context))
    },
  },
} satisfies GraphQLResolverMap<SvipContext>

type ObjectionFields = {
  readonly id?: string | null
  readonly addressId: string
  readonly owner?: Owner | null
  readonly purposes?: readonly Purpose[] | null
  readonly state: ObjectionState
  readonly channel: ConsentChannel
  readonly evidence: string
}

const toObjection = (row: ObjectionRow, context: SvipContext) => ({
  id: row.id,
  revision: row.revision,
  address: () => addressOf(row.address_id, context),
  owner: row.owner,
  purposes: row.purposes,
  state: row.state,
  channel: row.channel,
  receivedAt: utc(row.received_at),
  decideBy: row.state === 'RECEIVED' ? row.decide_by : null,
  overdue: isLate(row, dutchDay(context.now())),
  recordedAt: utc(row.recorded_at),
  receipt: async () => {
    const { facts } = await addressOf(row.address_id, context)
    return objectionReceipt(row, facts, await context.told(row.id))
  },
})
