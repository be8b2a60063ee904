import type { GraphQLResolverMap } from '@apollo/subgraph'
import { AppError, badInput } from '../../../kernel/errors.ts'
import { optionalText, requiredAddressId, requiredText } from '../../../kernel/input.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { DataCategory, Organisation, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import {
  assertConsent,
  type ConsentChannel,
  type ConsentParty,
  consentState,
  WITHDRAWAL_METHOD,
} from '../consent/consent.ts'
import type { SvipContext } from '../context.ts'
import { policyInForce } from '../policy/versions/index.ts'
import type { ConsentRow, ObjectionRow, WishRow } from '../store/tables.ts'

/** What residents let us know: consent, withdrawal, wish, objection. Each works from the next question on. */
export const consentResolvers = {
  Mutation: {
    recordConsent: async (_root, { input }: { input: ConsentInput }, context) => {
      const now = context.now().toISOString()
      const consent = { ...input, validFrom: input.validFrom ?? now, validUntil: input.validUntil ?? null }
      assertConsent(consent, policyInForce(now))
      await assertAddress(input.addressId, context)
      await context.recordOwn(input.addressId, 'Toestemming vastgelegd', 'toestemming')
      return toConsent(
        await written(context, context.consents.recordConsent(consent, context.caller)),
        context,
      )
    },
    withdrawConsent: async (_root, { id, reason }: { id: string; reason?: string | null }, context) => {
      if (!isUuid(id)) throw badInput('Deze toestemming bestaat niet.')
      const why = optionalText(reason, 'De reden (reason)')
      const addressId = await context.consents.addressOf(id)
      if (addressId === null) throw badInput('Deze toestemming bestaat niet.')
      await context.recordOwn(addressId, 'Toestemming ingetrokken', 'toestemming')
      return toConsent(
        await written(context, context.consents.withdrawConsent(id, why, context.caller)),
        context,
      )
    },
    recordWish: async (_root, { input }: { input: WishInput }, context) => {
      assertEvidence(input.evidence)
      await assertAddress(input.addressId, context)
      await context.recordOwn(input.addressId, 'Wens over integrale aanpak vastgelegd', 'toestemming')
      return toWish(await written(context, context.consents.recordWish(input, context.caller)), context)
    },
    recordObjection: async (_root, { input }: { input: ObjectionInput }, context) => {
      assertEvidence(input.evidence)
      if (input.id && !isUuid(input.id)) throw badInput('Dit bezwaar bestaat niet bij dit adres.')
      await assertAddress(input.addressId, context)
      await context.recordOwn(input.addressId, 'Besluit op bezwaar vastgelegd', 'toestemming')
      const objection = { ...input, id: input.id ?? null, owner: input.owner ?? null }
      return toObjection(
        await written(context, context.consents.recordObjection(objection, context.caller)),
        context,
      )
    },
  },
} satisfies GraphQLResolverMap<SvipContext>

type ConsentInput = {
  readonly addressId: string
  readonly givenBy: ConsentParty
  readonly owner: Owner
  readonly recipient: Organisation
  readonly purposes: readonly Purpose[]
  readonly categories: readonly DataCategory[]
  readonly channel: ConsentChannel
  readonly evidence: string
  readonly notice: string
  readonly validFrom?: string | null
  readonly validUntil?: string | null
}
type WishInput = {
  readonly addressId: string
  readonly integralApproach: boolean
  readonly channel: ConsentChannel
  readonly evidence: string
}
type ObjectionInput = {
  readonly id?: string | null
  readonly addressId: string
  readonly owner?: Owner | null
  readonly purposes: readonly Purpose[]
  readonly state: ObjectionRow['state']
  readonly channel: ConsentChannel
  readonly evidence: string
}

/** What is asked below a change, or after it in the same operation, must not rest on what was read before it. */
async function written<T>(context: SvipContext, write: Promise<T>): Promise<T> {
  const row = await write
  context.forget()
  return row
}

async function assertAddress(id: string, context: SvipContext): Promise<void> {
  requiredAddressId(id)
  if ((await context.address(id, null)) === null) throw badInput('Dit adres is niet bekend.')
}

const assertEvidence = (evidence: string) =>
  requiredText(evidence, 'Het kenmerk van het bewijs (evidence)', 200)

/** Moments that come out of JSON in the database have an offset; the schema promises UTC. */
const utc = (moment: string | null): string | null => moment && new Date(moment).toISOString()

async function addressOf(id: string, context: SvipContext) {
  const address = await context.address(id, null)
  if (!address) throw new AppError('INTERNAL', 'Het adres bij deze gegevens is er niet meer.')
  return address
}

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
  withdrawnAt: utc(row.withdrawn_at),
  withdrawalMethod: WITHDRAWAL_METHOD,
})

const toWish = (row: WishRow, context: SvipContext) => ({
  id: row.id,
  revision: row.revision,
  address: () => addressOf(row.address_id, context),
  integralApproach: row.integral_approach,
  channel: row.channel,
  recordedAt: utc(row.recorded_at),
})

const toObjection = (row: ObjectionRow, context: SvipContext) => ({
  id: row.id,
  revision: row.revision,
  address: () => addressOf(row.address_id, context),
  owner: row.owner,
  purposes: row.purposes,
  state: row.state,
  channel: row.channel,
  recordedAt: utc(row.recorded_at),
})
