import type { GraphQLResolverMap } from '@apollo/subgraph'
import { badInput } from '../../../kernel/errors.ts'
import { requiredAddressId } from '../../../kernel/input.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { SvipContext } from '../context.ts'
import { type BreakGlass, isOpen, isOverdue, type Review, toBreakGlass } from '../emergency/emergency.ts'
import type { EmergencyFilter } from '../emergency/emergency-store.ts'
import type { EmergencyAccessRow } from '../emergency/tables.ts'
import { policyInForce } from '../policy/versions/index.ts'
import type { ListArguments } from '../store/list.ts'
import { addressOf, assertAddress, refusalOnRecord, utc, written } from './statement.ts'

/** Breaking the glass in a vital interest, and its review. */
export const emergencyResolvers = {
  Query: {
    emergencyAccess: async (_root, { id }: { id: string }, context) => {
      const row = isUuid(id) ? await context.emergencies.find(id, context.caller) : null
      if (!row) {
        await context.refused('emergencyAccess')
        return null
      }
      await context.recordOwn(row.address_id, 'Noodtoegang getoond', 'noodtoegang')
      return toEmergencyAccess(row, context)
    },
    emergencyAccesses: async (
      _root,
      { filter, ...page }: ListArguments & { filter?: EmergencyFilter | null },
      context,
    ) => {
      if (filter?.addressId) requiredAddressId(filter.addressId)
      const today = dutchDay(context.now())
      const list = await context.emergencies.list(filter ?? {}, context.caller, today, page)
      await context.recordOwn(
        list.rows.map(({ address_id }) => address_id),
        'Noodtoegangen getoond',
        'noodtoegang',
      )
      return list.connection((row) => toEmergencyAccess(row, context))
    },
  },
  Mutation: {
    breakGlass: async (_root, { input }: { input: BreakGlass }, context) => {
      const glass = toBreakGlass(input, context.caller, policyInForce(context.now().toISOString()))
      await assertAddress(input.addressId, context)
      await context.recordOwn(input.addressId, 'Noodtoegang genomen', 'noodtoegang')
      return toEmergencyAccess(
        await written(context, context.emergencies.break(glass, context.caller)),
        context,
      )
    },
    reviewEmergencyAccess: async (_root, { input }: { input: Review }, context) => {
      const present = isUuid(input.id) ? await context.emergencies.find(input.id, context.caller) : null
      if (!present) throw badInput('Deze noodtoegang bestaat niet.')
      return await refusalOnRecord(context, 'reviewEmergencyAccess', async () => {
        await context.recordOwn(present.address_id, 'Noodtoegang beoordeeld', 'noodtoegang')
        return toEmergencyAccess(
          await written(context, context.emergencies.review(input, context.caller)),
          context,
        )
      })
    },
  },
} satisfies GraphQLResolverMap<SvipContext>

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
})
