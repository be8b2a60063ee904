import { z } from 'zod'
import { whole } from '../../../../kernel/runtime/settings.ts'
import { perProcess } from '../../parts.ts'
import { createEmergencyStore } from './emergency-store.ts'

export const emergencySettings = z.object({ EMERGENCY_REVIEW_DAYS: whole(1, 31, 7) })

export const emergencyStore = perProcess(({ db, config }) =>
  createEmergencyStore(db, { reviewDays: config.settings(emergencySettings).EMERGENCY_REVIEW_DAYS }),
)
