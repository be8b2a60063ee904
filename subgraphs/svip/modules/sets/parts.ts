import { perProcess, readingRows } from '../../parts.ts'
import { createSetStore } from './set-store.ts'

export const setStore = perProcess(({ db }) => createSetStore(db))

/** The sets an address is in, with who put it forward. */
export const setsAt = readingRows(
  (ids, request) => setStore(request).byAddresses(ids),
  ({ address_id }) => address_id,
)
