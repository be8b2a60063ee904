import { perProcess } from '../../parts.ts'
import { createHoldStore } from './hold-store.ts'

export const holdStore = perProcess(({ db }) => createHoldStore(db))
