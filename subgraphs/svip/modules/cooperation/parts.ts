import { perProcess, reading } from '../../parts.ts'
import { createCooperationStore } from './cooperation-store.ts'

export const cooperationStore = perProcess(({ db }) => createCooperationStore(db))

/** Days that a joint inspection may delay a side before it has to be confirmed. */
export const maxDelayDays = perProcess(({ config }) => config.maxDelayDays)

export const cooperationAt = reading(async (ids, request) => {
  const files = await cooperationStore(request).filesAt(ids)
  return ids.map((id) => files.get(id) ?? new Error('a cooperation file was not read'))
})
