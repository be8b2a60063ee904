import { perProcess, readingRows } from '../../parts.ts'
import { createSetStore } from './set-store.ts'

export const setStore = perProcess(({ db }) => createSetStore(db))

/** The sets with an address, and who added it to each. */
export const setsAt = readingRows(
  (ids, request) => setStore(request).byAddresses(ids),
  ({ address_id }) => address_id,
)
