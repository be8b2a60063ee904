import { optionalText } from '../../../../kernel/graphql/input.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import {
  addressOf,
  knownAddress,
  optionalEvidence,
  requiredEvidence,
  utc,
  written,
} from '../../casework/statement.ts'
import type { SvipContext } from '../../context.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import type { RecordWishInput } from '../../schema.generated.ts'
import type { ConsentRow, WishRow } from '../../store/tables.ts'
import { obligationsOf } from '../obligations/parts.ts'
import { consentActivity } from './activity.ts'
import { assertConsent, assertSaid, consentState, isParty, toRefusal } from './consent.ts'
import { consentStore, wishStore } from './parts.ts'
import { refusalReceipt, withdrawalReceipt } from './receipt.ts'
import { unknownConsent, WITHDRAWAL_METHOD, withdrawal } from './record.ts'

/** Resolvers of consents, refusals, withdrawals and wishes. Each applies from the next query on. */
export const consentResolvers = {
  Mutation: {
    recordConsent: async (_root, { input }, context) => {
      const now = context.now().toISOString()
      const consent = { ...input, validFrom: input.validFrom ?? now, validUntil: input.validUntil ?? null }
      assertConsent(consent, policyInForce(now))
      assertSaid(input.statedAt ?? null, now)
      await knownAddress(input.addressId, context)
      await context.recordOwn(input.addressId, 'Toestemming vastgelegd', consentActivity)
      return toConsent(
        await written(context, consentStore(context).recordConsent(consent, context.caller)),
        context,
      )
    },
    refuseConsent: async (_root, { input }, context) => {
      const now = context.now().toISOString()
      const said = { ...input, categories: input.categories ?? null, validFrom: now, validUntil: null }
      const refusal = toRefusal(said, policyInForce(now))
      assertSaid(input.statedAt ?? null, now)
      await knownAddress(input.addressId, context)
      await context.recordOwn(input.addressId, 'Weigering van toestemming vastgelegd', consentActivity)
      return toConsent(
        await written(context, consentStore(context).refuseConsent(refusal, context.caller)),
        context,
      )
    },
    withdrawConsent: async (_root, { id, ...how }, context) => {
      const said = {
        reason: optionalText(how.reason, 'De reden (reason)'),
        channel: how.channel ?? null,
        evidence: optionalEvidence(how.evidence),
        statedAt: how.statedAt ?? null,
      }
      const present = isUuid(id) ? await consentStore(context).find(id) : null
      if (!present || !isParty(context.caller, present)) throw unknownConsent()
      withdrawal(present, said, context.now().toISOString())
      await context.recordOwn(present.address_id, 'Toestemming ingetrokken', consentActivity)
      return toConsent(
        await written(context, consentStore(context).withdrawConsent(id, said, context.caller)),
        context,
      )
    },
    recordWish: async (_root, { input }, context) => {
      requiredEvidence(input.evidence)
      await knownAddress(input.addressId, context)
      await wishStore(context).assertNewest(input)
      await context.recordOwn(input.addressId, 'Wensen over samen of apart vastgelegd', consentActivity)
      const row = await written(context, wishStore(context).recordWish(input, context.caller))
      return toWish(row, input, context)
    },
  },
} satisfies Resolvers

/** The GraphQL object of a consent or refusal; receipts are made only when selected. */
export const toConsent = (row: ConsentRow, context: SvipContext) => ({
  id: row.id,
  revision: row.revision,
  state: consentState(row, context.now()),
  address: () => addressOf(row.address_id, context),
  givenBy: row.given_by,
  owner: row.owner,
  recipient: row.recipient,
  purposes: row.purposes,
  categories: row.categories,
  channel: row.channel,
  evidence: row.evidence,
  notice: row.notice,
  validFrom: utc(row.valid_from),
  validUntil: utc(row.valid_until),
  recordedBy: row.recorded_by,
  recordedAt: utc(row.recorded_at),
  statedAt: utc(row.stated_at),
  withdrawnAt: utc(row.withdrawn_at),
  withdrawnByRefusal: row.refusal_id,
  withdrawalMethod: WITHDRAWAL_METHOD,
  withdrawalReceipt: async () => {
    if (row.state !== 'WITHDRAWN') return null
    const { facts } = await addressOf(row.address_id, context)
    return withdrawalReceipt(row, facts, await obligationsOf(context, row.id), context.caller.organisation)
  },
  refusalReceipt: async () => {
    if (row.state !== 'REFUSED') return null
    const { facts } = await addressOf(row.address_id, context)
    const taken = facts.consents.filter(({ refusal_id }) => refusal_id === row.id)
    const obligations = await Promise.all(taken.map(({ id }) => obligationsOf(context, id)))
    return refusalReceipt(row, facts, taken, obligations.flat(), context.caller.organisation)
  },
})

/** Returns what was recorded now; earlier values are in the cooperation file, which needs the right to see it. */
const toWish = (row: WishRow, input: RecordWishInput, context: SvipContext) => ({
  id: row.id,
  revision: row.revision,
  address: () => addressOf(row.address_id, context),
  integralApproach: row.integral_approach,
  inspection: input.inspection ?? null,
  process: input.process ?? null,
  realisation: input.realisation ?? null,
  askedOn: row.asked_on,
  channel: row.channel,
  recordedAt: utc(row.recorded_at),
})
