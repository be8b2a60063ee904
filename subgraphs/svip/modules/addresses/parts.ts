import { perProcess } from '../../parts.ts'
import { potentialStore } from '../potential/parts.ts'
import { createAddressStore } from './address-store.ts'
import { createMunicipalityStore } from './municipalities.ts'

/** An import changes the figures in its own transaction. */
export const addressStore = perProcess(({ db }, here) =>
  createAddressStore(db, potentialStore(here).followImport),
)
export const municipalityStore = perProcess(({ db }) => createMunicipalityStore(db))
