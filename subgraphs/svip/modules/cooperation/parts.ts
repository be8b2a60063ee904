import { z } from 'zod'
import { whole } from '../../../../kernel/runtime/settings.ts'
import { perProcess, reading } from '../../parts.ts'
import { createCooperationStore } from './cooperation-store.ts'

export const cooperationStore = perProcess(({ db }) => createCooperationStore(db))

export const cooperationSettings = z.object({ COOPERATION_MAX_DELAY_DAYS: whole(0, 365, 14) })

/** The delay in days above which a side has to confirm a joint inspection. */
export const maxDelayDays = perProcess(
  ({ config }) => config.settings(cooperationSettings).COOPERATION_MAX_DELAY_DAYS,
)

export const cooperationAt = reading(async (ids, request) => {
  const files = await cooperationStore(request).filesAt(ids)
  return ids.map((id) => files.get(id) ?? new Error('a cooperation file was not read'))
})
