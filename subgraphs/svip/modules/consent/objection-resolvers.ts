import { badInput, forbidden } from '../../../../kernel/errors.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { addressOf, knownAddress, requiredEvidence, utc, written } from '../../casework/statement.ts'
import type { SvipContext } from '../../context.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import type { ObjectionRow } from '../../store/tables.ts'
import { obligationsOf } from '../obligations/parts.ts'
import { consentActivity } from './activity.ts'
import { isLate, judgedObjection, knowsOf, mayDecide } from './objection.ts'
import { objectionStore } from './parts.ts'
import { objectionReceipt } from './receipt.ts'

/** Resolvers of objections against sharing on a public task, and of the decisions on them. */
export const objectionResolvers = {
  Query: {
    objections: async (_root, { filter, ...page }, context) => {
      const today = dutchDay(context.now())
      const list = await objectionStore(context).list(filter ?? {}, context.caller, today, page)
      await context.recordOwn(
        list.rows.map(({ address_id }) => address_id),
        'Bezwaren getoond',
        consentActivity,
      )
      return list.connection((row) => toObjection(row, context))
    },
  },
  Mutation: {
    recordObjection: async (_root, { input }, context) => {
      requiredEvidence(input.evidence)
      if (typeof input.id === 'string' && !isUuid(input.id))
        throw badInput('Dit bezwaar bestaat niet bij dit adres.')
      const what = input.state === 'RECEIVED' ? 'Bezwaar vastgelegd' : 'Besluit op bezwaar vastgelegd'
      if (input.state !== 'RECEIVED' && !mayDecide(context.caller)) throw forbidden()
      const { facts } = await knownAddress(input.addressId, context)
      judgedObjection(input, facts.objections, context.caller, context.now().toISOString())
      await context.recordOwn(input.addressId, what, consentActivity)
      return toObjection(
        await written(context, objectionStore(context).recordObjection(input, context.caller)),
        context,
      )
    },
  },
  Address: {
    objections: async (address, _args, context) => {
      await context.recordShown(address, 'Bezwaren getoond', [])
      return address.facts.objections
        .filter((row) => knowsOf(context.caller, row))
        .toSorted((a, b) => Date.parse(b.received_at) - Date.parse(a.received_at))
        .map((row) => toObjection(row, context))
    },
  },
} satisfies Resolvers

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
    return objectionReceipt(row, facts, await obligationsOf(context, row.id), context.caller.organisation)
  },
})
