import { perProcess, reading } from '../../parts.ts'
import { createObligationStore } from './obligation-store.ts'

export const obligationStore = perProcess(({ db }) => createObligationStore(db))

/** The obligations because of a consent, an objection or another cause, as far as the caller may know of them. */
export const obligationsOf = reading(async (causeIds, request) => {
  const found = await obligationStore(request).byCauses(causeIds, request.caller)
  return causeIds.map((id) => found.get(id) ?? [])
})
