import { CloudEvent } from 'cloudevents'
import { request } from 'undici'
import { z } from 'zod'
import type { OutboxRow } from './tables.ts'

/** Delivers a batch of events to the SVIP: CloudEvents 1.0 over HTTP, in the batched mode of the JSON format. */

export type Delivery =
  | { readonly outcome: 'TAKEN' }
  /** The SVIP refuses an event of the batch permanently. */
  | { readonly outcome: 'REFUSED'; readonly reason: string }
  /** The SVIP refuses the identity of this agency, whatever the events. */
  | { readonly outcome: 'BARRED'; readonly status: number }

export type Destination = {
  /** URL of the SVIP's `/events`. */
  readonly url: string
  readonly token: () => Promise<string>
}

/** Statuses that concern the contents; a retry will not help. */
const CONTENT_REFUSED: readonly number[] = [400, 413, 422]
const BARRED: readonly number[] = [401, 403]
const MAX_REASON = 500

/**
 * Makes an event for the SVIP (CloudEvents 1.0, NL GOV profile). The attributes identify no address and no file: logs and brokers may show
 * attributes, but not the data.
 * @throws {ValidationError} when the row is not a valid CloudEvent.
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
 * Sends a batch. The SDK builds and validates events but cannot serialise a batch, so the body is made here.
 * @throws when the SVIP is unreachable, too slow, or answers with a temporary failure.
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

/** The message of the SVIP, which repeats nothing of the events; only the status for an answer of another form. */
function reasonOf(status: number, text: string): string {
  try {
    const { errors } = refusal.parse(JSON.parse(text))
    return `${status}: ${errors[0].message.slice(0, MAX_REASON)}`
  } catch {
    return String(status)
  }
}
