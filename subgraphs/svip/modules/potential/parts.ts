import { perProcess } from '../../parts.ts'
import { readMatrix } from '../../register/cooperation-groups.ts'
import { createPotentialStore } from './potential-store.ts'

export const potentialStore = perProcess(({ db }) => createPotentialStore(db))

/** Groups A to E as they are configured. @throws {Error} for a setting that is none. */
export const cooperationMatrix = perProcess(({ config }) => readMatrix(config.cooperationGroups))
