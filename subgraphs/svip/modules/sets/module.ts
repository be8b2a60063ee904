import { type SvipModule, term } from '../../module.ts'
import { MUNICIPAL_OFFICERS, SET_KEEPERS, SET_READERS } from '../../who.ts'
import { setActivity } from './activity.ts'
import { addressSetsSection } from './overview-section.ts'
import { addressSetResolvers } from './resolvers.ts'

const CLOSED = '(select s.closed_at from address_set s where s.id = r.set_id)'

/** Sets of addresses: pilots and stuck cases. */
export const sets: SvipModule = {
  name: 'sets',
  tables: {
    address_set: {
      retention: { not: 'names no address; its addresses go after their term' },
      overview: 'addressSets',
    },
    address_set_member: {
      retention: term('ADDRESS_SETS', 1827, { label: 'Adressen op gesloten lijsten', ended: CLOSED }),
      overview: 'addressSets',
    },
    address_set_outcome: {
      retention: term('ADDRESS_SETS', 1827, { label: 'Uitkomsten op gesloten lijsten', ended: CLOSED }),
      overview: 'addressSets',
    },
  },
  resolvers: addressSetResolvers,
  access: {
    'Address.addressSets': SET_READERS,
    'Query.addressSet': SET_READERS,
    'Query.addressSetList': SET_READERS,
    'Query.addressSets': SET_READERS,
    'Mutation.createAddressSet': SET_KEEPERS,
    'Mutation.addToAddressSet': [...SET_KEEPERS, MUNICIPAL_OFFICERS],
    'Mutation.removeFromAddressSet': [...SET_KEEPERS, MUNICIPAL_OFFICERS],
    'Mutation.recordAddressSetOutcome': SET_KEEPERS,
    'Mutation.closeAddressSet': SET_KEEPERS,
  },
  activities: [setActivity],
  sections: [addressSetsSection],
}
