import { badInput } from '../../../../kernel/errors.ts'
import type { References } from '../../../../kernel/graphql/given.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import {
  ADDRESS_ID,
  DATA_CATEGORIES,
  OWNERS,
  type Owner,
  type Purpose,
} from '../../../../kernel/vocabulary.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { ORGANISATION_LABELS } from '../../policy/labels.ts'
import { otherSide } from '../../register/other-side.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import type { AccessDecision } from '../../schema.generated.ts'
import { toConsent } from '../consent/consent-resolvers.ts'
import { cooperationMatrix } from '../potential/parts.ts'
import { municipality } from './municipalities.ts'
import { addressStore } from './parts.ts'

const MAX_ADDRESSES = 200
const POSTCODE = /^[1-9]\d{3} ?[A-Za-z]{2}$/

/** Resolvers of an address: the public facts, the other side, what the caller may see, and the grants that open the owners' data. */
export const addressResolvers = {
  Query: {
    address: (_root, { id, purpose }: { id: string; purpose?: Purpose | null }, context) => {
      if (!ADDRESS_ID.test(id))
        throw badInput('id is geen BAG-nummeraanduiding: 16 cijfers, het vijfde en zesde zijn 20.')
      return context.address(id, purpose ?? null)
    },
    addresses: async (
      _root,
      args: { postcode: string; houseNumber?: number | null; purpose?: Purpose | null },
      context,
    ) => {
      if (!POSTCODE.test(args.postcode)) throw badInput('postcode is geen postcode: schrijf 9901 AB.')
      const { organisation, municipality: own } = context.caller
      const scope = organisation === 'GEMEENTE' ? own : null
      const postcode = args.postcode.replace(' ', '').toUpperCase()
      const ids = await addressStore(context).find(
        postcode,
        args.houseNumber ?? null,
        scope,
        dutchDay(context.now()),
        MAX_ADDRESSES,
      )
      const found = await Promise.all(ids.map((id) => context.address(id, args.purpose ?? null)))
      return found.filter((address) => address !== null)
    },
  },
  Address: {
    __resolveReference: ({ id }, context: SvipContext) => context.address(id, null),
    id: ({ facts }) => facts.id,
    street: ({ facts }) => facts.street,
    houseNumber: ({ facts }) => facts.house_number,
    houseLetter: ({ facts }) => facts.house_letter,
    houseNumberAddition: ({ facts }) => facts.house_number_addition,
    postcode: ({ facts }) => facts.postcode,
    city: ({ facts }) => facts.city,
    municipality: ({ facts }) => municipality(facts.municipality),
    otherSide: async (address, _args, context) => {
      const [img, ncg] = await Promise.all([
        context.visible(address, 'IMG', 'REGISTER'),
        context.visible(address, 'NCG', 'REGISTER'),
      ])
      const categories = DATA_CATEGORIES.filter(
        (category) =>
          (category === 'PRESENCE' || category === 'STATUS') && (img.has(category) || ncg.has(category)),
      )
      await context.recordShown(address, 'Register van beide kanten getoond', categories)
      return otherSide(address.facts.tracks, { IMG: img, NCG: ncg }, cooperationMatrix(context))
    },
    access: (address, _args, context) => Promise.all(OWNERS.map((owner) => access(address, owner, context))),
    consents: async (address, _args, context) => {
      await context.recordShown(address, 'Toestemmingen getoond', [])
      // A consent reveals what the owner has: an agency sees the consents on which it shares or receives, a privacy officer all.
      const { organisation, roles } = context.caller
      const all = roles.includes('privacy_officer')
      return address.facts.consents
        .filter(({ owner, recipient }) => all || owner === organisation || recipient === organisation)
        .map((row) => toConsent(row, context))
    },
    imgGrant: (address, _args, context) => context.grant(address, 'IMG'),
    ncgGrant: (address, _args, context) => context.grant(address, 'NCG'),
  },
} satisfies Resolvers & References<'Address', SvipContext>

async function access(address: AddressNode, owner: Owner, context: SvipContext): Promise<AccessDecision> {
  const recorded = await context.decision(address, owner)
  if (recorded) {
    const { decision, id } = recorded
    // The facts of a decision name tracks that the caller may not know of, so they are only in the record.
    const { outcome, reason, purpose, legalBases, categories, withheld, policyVersion, explanation } =
      decision
    return {
      owner,
      outcome,
      reason,
      purpose,
      legalBasis: legalBases,
      categories,
      withheld,
      policyVersion,
      explanation,
      decisionId: id,
    }
  }
  const own = await context.visible(address, owner)
  const none = own.size === 0
  return {
    owner,
    outcome: none ? 'DENIED' : 'PERMITTED',
    reason: none ? 'OUT_OF_SCOPE' : 'PERMITTED',
    purpose: address.purpose,
    legalBasis: none ? [] : ['PUBLIC_TASK'],
    categories: [...own],
    withheld: [],
    policyVersion: null,
    explanation: none
      ? `Met uw rol ziet u geen gegevens van ${ORGANISATION_LABELS[owner]}.`
      : `Dit zijn gegevens van uw eigen organisatie. U ziet wat bij uw rol hoort.`,
    decisionId: null,
  }
}
