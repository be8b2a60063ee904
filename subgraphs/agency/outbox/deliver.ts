import { CloudEvent } from 'cloudevents'
import { request } from 'undici'
import { z } from 'zod'
import type { OutboxRow } from './tables.ts'

/** One batch of events on its way to the SVIP: CloudEvents 1.0 over HTTP, in the batched mode of the JSON format. */

export type Delivery =
  | { readonly outcome: 'TAKEN' }
  /** Something in the batch is not taken, now or ever. */
  | { readonly outcome: 'REFUSED'; readonly reason: string }
  /** The SVIP does not let this agency in: a matter of its identity, not of the events. */
  | { readonly outcome: 'BARRED'; readonly status: number }

export type Destination = {
  /** Address of the SVIP's `/events`. */
  readonly url: string
  readonly token: () => Promise<string>
}

/** Statuses that are about what was sent; sending it again will not help. */
const CONTENT_REFUSED: readonly number[] = [400, 413, 422]
const BARRED: readonly number[] = [401, 403]
const MAX_REASON = 500

/**
 * An event as the SVIP reads it (CloudEvents 1.0, NL GOV profile). The attributes name no address and no file: those pass through
 * logs and brokers, the data do not.
 * @throws {ValidationError} when it is no CloudEvent.
 */
export const toCloudEvent = (row: OutboxRow, source: string): CloudEvent<unknown> =>
  new CloudEvent({
    specversion: '1.0',
    id: row.id,
    source,
    type: row.type,
    time: row.occurred_at,
    datacontenttype: 'application/json',
    data: { addressId: row.address_id, ...JSON.parse(row.data) },
  })

/**
 * Sends a batch. The SDK builds and checks the events; it cannot write a batch, so the body is made here.
 * @throws when the SVIP is away, too slow, or answers with anything that may pass.
 */
export async function send(events: readonly CloudEvent<unknown>[], to: Destination): Promise<Delivery> {
  const response = await request(to.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents-batch+json; charset=UTF-8',
      authorization: `Bearer ${await to.token()}`,
    },
    body: JSON.stringify(events),
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
  })
  const { statusCode: status } = response
  const text = await response.body.text()
  if (status === 204) return { outcome: 'TAKEN' }
  if (CONTENT_REFUSED.includes(status)) return { outcome: 'REFUSED', reason: reasonOf(status, text) }
  if (BARRED.includes(status)) return { outcome: 'BARRED', status }
  throw new Error(`the SVIP answered ${status}`)
}

const refusal = z.object({ errors: z.tuple([z.object({ message: z.string() })]) })

/** What the SVIP said, which repeats nothing of what it was sent; of an answer that is not its own only the status. */
function reasonOf(status: number, text: string): string {
  try {
    const { errors } = refusal.parse(JSON.parse(text))
    return `${status}: ${errors[0].message.slice(0, MAX_REASON)}`
  } catch {
    return String(status)
  }
}
