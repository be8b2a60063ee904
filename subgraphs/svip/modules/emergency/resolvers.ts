import { badInput } from '../../../../kernel/errors.ts'
import { requiredAddressId } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { addressOf, knownAddress, utc, written } from '../../casework/statement.ts'
import type { SvipContext } from '../../context.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { emergencyActivity } from './activity.ts'
import { isOpen, isOverdue, released, reviewed, toBreakGlass } from './emergency.ts'
import { emergencyStore } from './parts.ts'
import type { EmergencyAccessRow } from './tables.ts'

/** Resolvers of breaking the glass in a vital interest, and its review. */
export const emergencyResolvers = {
  Query: {
    emergencyAccess: async (_root, { id }, context) => {
      const row = await emergencyStore(context).find(id, context.caller)
      if (!row) {
        await context.refused('emergencyAccess')
        return null
      }
      await context.recordOwn(row.address_id, 'Noodtoegang getoond', emergencyActivity)
      return toEmergencyAccess(row, context)
    },
    emergencyAccesses: async (_root, { filter, ...page }, context) => {
      if (typeof filter?.addressId === 'string') requiredAddressId(filter.addressId)
      const today = dutchDay(context.now())
      const list = await emergencyStore(context).list(filter ?? {}, context.caller, today, page)
      await context.recordOwn(
        list.rows.map(({ address_id }) => address_id),
        'Noodtoegangen getoond',
        emergencyActivity,
      )
      return list.connection((row) => toEmergencyAccess(row, context))
    },
  },
  Mutation: {
    breakGlass: async (_root, { input }, context) => {
      const glass = toBreakGlass(input, context.caller, policyInForce(context.now().toISOString()))
      await knownAddress(input.addressId, context)
      const broken = await emergencyStore(context).wouldBreak(glass, context.caller)
      const what = 'open' in broken ? 'Noodtoegang getoond' : 'Noodtoegang genomen'
      await context.recordOwn(input.addressId, what, emergencyActivity)
      return toEmergencyAccess(
        await written(context, emergencyStore(context).break(glass, context.caller)),
        context,
      )
    },
    reviewEmergencyAccess: async (_root, { input }, context) => {
      const present = await known(input.id, context)
      reviewed(present, input, context.caller, context.now().toISOString())
      await context.recordOwn(present.address_id, 'Noodtoegang beoordeeld', emergencyActivity)
      return toEmergencyAccess(
        await written(context, emergencyStore(context).review(input, context.caller)),
        context,
      )
    },
    releaseEmergencyAccess: async (_root, { input }, context) => {
      const present = await known(input.id, context)
      released(present, input, context.caller, context.now().toISOString())
      await context.recordOwn(present.address_id, 'Noodtoegang weer toegestaan', emergencyActivity)
      return toEmergencyAccess(
        await written(context, emergencyStore(context).release(input, context.caller)),
        context,
      )
    },
  },
} satisfies Resolvers

async function known(id: string, context: SvipContext): Promise<EmergencyAccessRow> {
  const present = await emergencyStore(context).find(id, context.caller)
  if (!present) throw badInput('Deze noodtoegang bestaat niet.')
  return present
}

const toEmergencyAccess = (row: EmergencyAccessRow, context: SvipContext) => ({
  id: row.id,
  revision: row.revision,
  address: () => addressOf(row.address_id, context),
  owner: row.owner,
  organisation: row.organisation,
  categories: row.categories,
  reason: row.reason,
  brokenAt: utc(row.broken_at),
  validUntil: utc(row.valid_until),
  open: isOpen(row, context.now().toISOString()),
  reviewDueOn: row.review_due_on,
  overdue: isOverdue(row, dutchDay(context.now())),
  verdict: row.verdict,
  remarks: row.review_remarks,
  reviewedBy: row.reviewed_by,
  reviewedAt: utc(row.reviewed_at),
  releasedAt: utc(row.released_at),
  releasedBy: row.released_by,
  releaseReason: row.release_reason,
})
