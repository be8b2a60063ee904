import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { DATA_CATEGORIES, PURPOSES } from '../../../../kernel/vocabulary.ts'
import { utc, written } from '../../casework/statement.ts'
import type { SvipContext } from '../../context.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { municipality } from '../addresses/municipalities.ts'
import { obligationActivity } from './activity.ts'
import { fulfilled, instruction, isOverdue } from './obligation.ts'
import { obligationStore } from './parts.ts'
import type { ObligationRow } from './tables.ts'

/** Resolvers of the obligations of recipients when the ground of the received data has ended. */
export const obligationResolvers = {
  Query: {
    obligations: async (_root, { filter, ...page }, context) => {
      const today = dutchDay(context.now())
      const list = await obligationStore(context).list(filter ?? {}, context.caller, today, page)
      await context.recordOwn(
        list.rows.map(({ address_id }) => address_id),
        'Verplichtingen van ontvangers getoond',
        obligationActivity,
      )
      return list.connection((row) => toObligation(row, context))
    },
  },
  Mutation: {
    fulfilObligation: async (_root, { input }, context) => {
      const present = await obligationStore(context).find(input.id, context.caller)
      fulfilled(present, input, context.caller, context.now().toISOString())
      await context.recordOwn(
        present.address_id,
        'Verplichting van een ontvanger afgehandeld',
        obligationActivity,
      )
      return toObligation(
        await written(context, obligationStore(context).fulfil(input, context.caller)),
        context,
      )
    },
  },
} satisfies Resolvers

const toObligation = (row: ObligationRow, context: SvipContext) => ({
  id: row.id,
  revision: row.revision,
  cause: row.cause,
  addressId: row.address_id,
  address: () => context.address(row.address_id, null),
  owner: row.owner,
  recipient: row.recipient,
  municipality: row.municipality === null ? null : municipality(row.municipality),
  categories: DATA_CATEGORIES.filter((category) => row.categories.includes(category)),
  purposes: PURPOSES.filter((purpose) => row.purposes.includes(purpose)),
  instruction: instruction(row.cause),
  createdAt: utc(row.created_at),
  dueOn: row.due_on,
  overdue: isOverdue(row, dutchDay(context.now())),
  state: row.state,
  result: row.result,
  reason: row.result_reason,
  fulfilledAt: utc(row.fulfilled_at),
})
