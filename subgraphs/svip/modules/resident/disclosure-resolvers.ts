import { badInput } from '../../../../kernel/errors.ts'
import { connection, readPage } from '../../../../kernel/graphql/connection.ts'
import { requiredAddressId } from '../../../../kernel/graphql/input.ts'
import { type Caller, OWNERS, type Owner } from '../../../../kernel/vocabulary.ts'
import { recipientName, roleLabels } from '../../overview/parties.ts'
import { REFUSAL_REASONS } from '../../overview/texts.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { residentActivity } from './activity.ts'
import type { Disclosure } from './disclosure.ts'
import { countDisclosures, pageOfDisclosures, placeOf } from './disclosure-store.ts'
import { noticeOf } from './notice.ts'

/** Resolvers of disclosures, for residents: who received data of an address, and who was refused. */
export const disclosureResolvers = {
  Query: {
    disclosures: async (_root, args, context) => {
      const addressId = requiredAddressId(args.addressId)
      if (args.include.length === 0) throw badInput('Noem minstens één soort in include: SHARED of REFUSED.')
      const page = readPage(args, 1)
      const filter = { addressId, party: partyOf(context.caller), include: args.include }
      await context.recordOwn(addressId, 'Verstrekkingen getoond', residentActivity)
      const rows = await pageOfDisclosures(context.db, filter, page)
      return connection(rows, page, () => countDisclosures(context.db, filter), toNode, placeOf)
    },
  },
} satisfies Resolvers

/** The agency of the caller; `null` for the privacy officer of the SVIP, who sees all. */
export const partyOf = ({ organisation }: Caller): Owner | null =>
  OWNERS.find((owner) => owner === organisation) ?? null

const toNode = (disclosure: Disclosure) => ({
  ...disclosure,
  recipient: disclosure.recipient.organisation,
  recipientName: recipientName(disclosure.recipient),
  recipientRoles: roleLabels(disclosure.recipient),
  reasonText: disclosure.reason === 'PERMITTED' ? null : `Omdat ${REFUSAL_REASONS[disclosure.reason]}.`,
  legalBasis: [...new Set(disclosure.grounds.map(({ basis }) => basis))],
  articles: [...new Set(disclosure.grounds.map(({ article }) => article))],
  notice: () => noticeOf(disclosure),
})
