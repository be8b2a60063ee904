import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { createImporter, serveImport } from '../../../../kernel/import.ts'
import type { SvipModule } from '../../module.ts'
import { STAFF } from '../../who.ts'
import { addressRow, importAddresses, importMunicipalities, municipalityRow } from './import.ts'
import { addressSection, tracksSection } from './overview-section.ts'
import { addressStore, municipalityStore } from './parts.ts'
import { addressResolvers } from './resolvers.ts'

const SAYS_WHAT_IS = { not: 'says what is, not what was' }

/** Addresses with their municipality of each day, and the fields that combine other facts about them. */
export const addresses: SvipModule = {
  name: 'addresses',
  tables: {
    address: { retention: SAYS_WHAT_IS, overview: 'address' },
    address_municipality: { retention: SAYS_WHAT_IS, overview: 'address' },
    municipality: { retention: SAYS_WHAT_IS, overview: { not: 'holds nothing of an address' } },
  },
  resolvers: addressResolvers,
  access: {
    'Query.address': STAFF,
    'Query.addresses': STAFF,
  },
  sections: [addressSection, tracksSection],
  async serve(party, here) {
    const municipalities = municipalityStore(here)
    await municipalities.load()
    const importer = createImporter(addressRow, async (rows) => {
      // Another process may have imported a new municipality.
      await municipalities.load()
      return await importAddresses(addressStore(here), rows, dutchDay(new Date()))
    })
    serveImport(party, 'addresses', importer)
    serveImport(
      party,
      'municipalities',
      createImporter(municipalityRow, (rows) => importMunicipalities(municipalities, rows)),
    )
  },
  /** Another process may have imported new municipalities. */
  housekeeping: (_party, here) => municipalityStore(here).load(),
}
