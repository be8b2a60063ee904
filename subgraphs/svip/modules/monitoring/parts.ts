import { perProcess } from '../../parts.ts'
import { createMonitoringStore } from './monitoring-store.ts'

export const monitoringStore = perProcess(({ db }) => createMonitoringStore(db))
