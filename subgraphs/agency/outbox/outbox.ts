import { createHash, randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { OutboxTables } from './tables.ts'

/**
 * The events that an agency sends to the SVIP: what started, moved and ended, and notices. An event is written in the same transaction as
 * the change, so that neither exists without the other.
 */

/** The state of a track after a change, without contents of the file. */
export type TrackState = {
  readonly reference: string
  readonly phase: string
  readonly status: string | null
  readonly open: boolean
  /** The day since which it is in this state; `null` when unknown. Never derived from values that are not shared with the state. */
  readonly since: string | null
  /** The day on which the track began. */
  readonly startedOn: string
  readonly revision: number
  /** Whether it concerns damage to the building itself; only damage claims have this. */
  readonly physical?: boolean
}

/** `nl.img.damage-claim.registered`, … */
export type TrackEvent = OutboxEvent & { readonly data: TrackState }

export type OutboxEvent = {
  /** The CloudEvents `id`; a new one when left out. A fact that is sent again has the same id. */
  readonly id?: string
  readonly type: string
  readonly addressId: string
  readonly occurredAt: string
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

/** Puts events in the outbox, within the transaction that makes the change. */
export async function publish<T extends OutboxTables>(
  transaction: Transaction<T>,
  events: readonly OutboxEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ id, type, addressId, occurredAt, data }) => ({
    id: id ?? randomUUID(),
    type,
    address_id: addressId,
    data: JSON.stringify(data),
    occurred_at: occurredAt,
  }))
  await sql`insert into outbox (id, type, address_id, data, occurred_at)
    select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, type text, address_id text, data text, occurred_at timestamptz)`.execute(transaction)
}

/** The id of a fact that may be sent more than once: derived from the fact, so that it counts once (UUID version 8, RFC 9562). */
export function factId(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
