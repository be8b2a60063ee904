import { perProcess } from '../../parts.ts'
import { matrixSettings } from '../../register/cooperation-groups.ts'
import { createPotentialStore } from './potential-store.ts'

export const potentialStore = perProcess(({ db }) => createPotentialStore(db))

/** Groups A to E as they are configured. */
export const cooperationMatrix = perProcess(
  ({ config }) => config.settings(matrixSettings).COOPERATION_GROUPS,
)
