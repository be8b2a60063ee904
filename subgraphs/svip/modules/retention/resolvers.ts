import { AppError, badInput } from '../../../../kernel/errors.ts'
import { requiredAddressId, requiredText } from '../../../../kernel/graphql/input.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { COMMON } from '../../activities.ts'
import type { SvipContext } from '../../context.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { holdStore } from './parts.ts'
import type { LegalHoldRow } from './tables.ts'

/** Resolvers of legal holds, which keep all parties from erasing records about an address, from the next batch on. */
export const legalHoldResolvers = {
  Query: {
    legalHolds: async (_root, { addressId, active }, context) => {
      if (addressId) requiredAddressId(addressId)
      const { organisation } = context.caller
      const rows = await holdStore(context).list({
        addressId: addressId ?? null,
        organisation: organisation === 'SVIP' ? null : organisation,
        active: active ?? null,
      })
      // Each address with a hold is put on record, and the queried address also without one.
      const about = new Set([...rows.map((row) => row.address_id), ...(addressId ? [addressId] : [])])
      await Promise.all(
        [...about].map((id) => context.recordOwn(id, 'Bewaarplicht getoond', COMMON.bewaring)),
      )
      return rows.map((row) => toLegalHold(row, context))
    },
    legalHoldsOfOthers: async (_root, { addressId }, context) => {
      if (addressId) requiredAddressId(addressId)
      const { organisation } = context.caller
      if (organisation !== 'IMG' && organisation !== 'NCG') return []
      const found = await holdStore(context).ofOthers(organisation, addressId ?? null)
      const about = new Set([...found.map((hold) => hold.addressId), ...(addressId ? [addressId] : [])])
      await Promise.all(
        [...about].map((id) => context.recordOwn(id, 'Bewaarplicht van een ander getoond', COMMON.bewaring)),
      )
      return found.map((hold) => ({
        address: () => context.address(hold.addressId, null),
        organisation: hold.organisation,
        placedAt: hold.placedAt,
      }))
    },
  },
  Mutation: {
    placeLegalHold: async (_root, { input }, context) => {
      const reason = requiredText(input.reason, 'De reden (reason)', 500)
      requiredAddressId(input.addressId)
      if ((await context.address(input.addressId, null)) === null) throw badInput('Dit adres is niet bekend.')
      await context.recordOwn(input.addressId, 'Bewaarplicht vastgelegd', COMMON.bewaring)
      return toLegalHold(await holdStore(context).place(input.addressId, reason, context.caller), context)
    },
    liftLegalHold: async (_root, { id, reason }, context) => {
      const why = requiredText(reason, 'De reden (reason)', 500)
      const hold = isUuid(id) ? await holdStore(context).find(id) : null
      if (!hold || !mayLift(context, hold)) {
        await context.refused('liftLegalHold')
        throw badInput('Deze bewaarplicht bestaat niet.')
      }
      if (hold.lifted_at !== null) throw alreadyLifted()
      await context.recordOwn(hold.address_id, 'Bewaarplicht opgeheven', COMMON.bewaring)
      const lifted = await holdStore(context).lift(id, why, context.caller)
      if (!lifted) throw alreadyLifted()
      return toLegalHold(lifted, context)
    },
  },
} satisfies Resolvers

const alreadyLifted = () => new AppError('CONFLICT', 'Deze bewaarplicht is al opgeheven.')

/** The organisation that placed it may lift it, and so may the SVIP; for other organisations it does not exist. */
const mayLift = ({ caller }: SvipContext, { organisation }: LegalHoldRow): boolean =>
  caller.organisation === 'SVIP' || caller.organisation === organisation

const toLegalHold = (row: LegalHoldRow, context: SvipContext) => ({
  id: row.id,
  address: () => context.address(row.address_id, null),
  organisation: row.organisation,
  reason: row.reason,
  placedAt: row.placed_at,
  liftedAt: row.lifted_at,
  liftReason: row.lift_reason,
})
