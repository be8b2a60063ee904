import { perProcess } from '../../parts.ts'
import { potentialStore } from '../potential/parts.ts'
import { createConsentStore } from './consent-store.ts'
import { createObjectionStore } from './objection-store.ts'
import { createWishStore } from './wish-store.ts'

export const consentStore = perProcess(({ db }) => createConsentStore(db))
export const wishStore = perProcess(({ db }) => createWishStore(db))
/** An objection removes its address from the figures in the same transaction. */
export const objectionStore = perProcess(({ db }, here) =>
  createObjectionStore(db, undefined, potentialStore(here).followObjection),
)
