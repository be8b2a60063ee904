import { perProcess, reading, readingRows } from '../../parts.ts'
import { createRequestStore } from './request-store.ts'
import { requestSettings } from './terms.ts'

export const requestStore = perProcess(({ db }) => createRequestStore(db))

/** The terms for each state of a request. */
export const requestTerms = perProcess(({ config }) => config.settings(requestSettings))

/** The information requests about an address that the caller may see, newest first. */
export const requestsAt = readingRows(
  (ids, request) => requestStore(request).byAddresses(ids, request.caller),
  ({ address_id }) => address_id,
)

export const stepsOf = readingRows(
  (ids, request) => requestStore(request).stepsOf(ids),
  ({ request_id }) => request_id,
)

export const buddyLinkAt = reading(async (ids, request) => {
  const links = await requestStore(request).buddyLinks(ids)
  const byAddress = new Map(links.map((link) => [link.address_id, link]))
  return ids.map((id) => byAddress.get(id) ?? null)
})
