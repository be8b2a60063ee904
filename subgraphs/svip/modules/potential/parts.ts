import { perProcess } from '../../parts.ts'
import { matrixSettings } from '../../register/cooperation-groups.ts'
import { createPotentialStore } from './potential-store.ts'

export const potentialStore = perProcess(({ db }) => createPotentialStore(db))

/** The configured groups A to E. */
export const cooperationMatrix = perProcess(
  ({ config }) => config.settings(matrixSettings).COOPERATION_GROUPS,
)
