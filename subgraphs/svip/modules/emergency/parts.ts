import { perProcess } from '../../parts.ts'
import { createEmergencyStore } from './emergency-store.ts'

export const emergencyStore = perProcess(({ db, config }) =>
  createEmergencyStore(db, { reviewDays: config.emergencyReviewDays }),
)
