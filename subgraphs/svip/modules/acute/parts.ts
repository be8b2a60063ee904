import { z } from 'zod'
import { whole } from '../../../../kernel/runtime/settings.ts'
import { perProcess, reading, readingRows } from '../../parts.ts'
import { createAcuteStore } from './acute-store.ts'

export const acuteSettings = z.object({ ACUTE_SAFE_HOURS: whole(1, 168, 48) })

/** The hours within which an unsafe situation must be made safe. */
export const acuteSafeHours = perProcess(({ config }) => config.settings(acuteSettings).ACUTE_SAFE_HOURS)

export const acuteStore = perProcess(({ db }, here) =>
  createAcuteStore(db, { safeHours: acuteSafeHours(here) }),
)

/** Every acute case at an address, before the check of what the caller may see. */
export const acuteCasesAt = readingRows(
  (ids, request) => acuteStore(request).byAddresses(ids),
  ({ address_id }) => address_id,
)

export const acuteDetailsOf = reading(async (ids, request) => {
  const details = await acuteStore(request).detailsOf(ids)
  return ids.map((id) => details.get(id) ?? new Error('the steps of a case were not read'))
})
