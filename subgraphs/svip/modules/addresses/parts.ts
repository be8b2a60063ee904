import { perProcess } from '../../parts.ts'
import { potentialStore } from '../potential/parts.ts'
import { createAddressStore } from './address-store.ts'
import { createMunicipalityStore } from './municipalities.ts'

/** What is imported counts in the figures from the same transaction on. */
export const addressStore = perProcess(({ db }, here) =>
  createAddressStore(db, potentialStore(here).followImport),
)
export const municipalityStore = perProcess(({ db }) => createMunicipalityStore(db))
