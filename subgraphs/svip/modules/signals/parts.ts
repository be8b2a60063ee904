import { perProcess, readingRows } from '../../parts.ts'
import { activeRules, signalSettings } from './settings.ts'
import { readerOf } from './show.ts'
import { createSignalStore } from './signal-store.ts'

export const signalStore = perProcess(({ db }) => createSignalStore(db))

/** The enabled rules, and the terms for the follow-up. */
export const signalRules = perProcess(({ config }) => activeRules(config.settings(signalSettings)))

/** The signals at an address that the caller may know of, newest first. */
export const signalsAt = readingRows(
  (ids, request) => signalStore(request).byAddresses(ids, readerOf(request, null)),
  ({ address_id }) => address_id,
)

export const signalStepsOf = readingRows(
  (ids, request) => signalStore(request).stepsOf(ids),
  ({ signal_id }) => signal_id,
)
