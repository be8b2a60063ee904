import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../../../kernel/errors.ts'
import {
  addressId,
  instant,
  listOf,
  oneOf,
  optional,
  type RowResult,
  text,
} from '../../../../kernel/import.ts'
import { DATA_CATEGORIES, ORGANISATIONS, OWNERS, PURPOSES } from '../../../../kernel/vocabulary.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import { full, MAXIMA } from '../../store/maxima.ts'
import type { ConsentRow } from '../../store/tables.ts'
import type { AddressStore } from '../addresses/address-store.ts'
import { assertConsent, CONSENT_CHANNELS, CONSENT_PARTIES, type NewConsent } from './consent.ts'
import type { ConsentStore } from './consent-store.ts'
import { newConsentRow } from './record.ts'

/** The columns of a file with consents; docs/import.md explains them. */
export const consentRow = z.object({
  address_id: addressId,
  given_by: oneOf(CONSENT_PARTIES),
  owner: oneOf(OWNERS),
  recipient: oneOf(ORGANISATIONS),
  purposes: listOf(PURPOSES),
  categories: listOf(DATA_CATEGORIES),
  channel: oneOf(CONSENT_CHANNELS),
  evidence: text,
  notice: text,
  valid_from: instant,
  valid_until: optional(instant),
  withdrawn_at: optional(instant),
})
export type ConsentRecord = z.infer<typeof consentRow>

const IMPORTER = { organisation: 'SVIP', subject: 'import' } as const

/**
 * Stores consents from a file. Address, direction and evidence identify a consent, so that importing a file twice changes nothing. A
 * consent is checked against the policy of the day on which it was given.
 */
export async function importConsents(
  consents: ConsentStore,
  addresses: AddressStore,
  records: readonly ConsentRecord[],
): Promise<readonly RowResult[]> {
  const known = await addresses.known(records.map(({ address_id }) => address_id))
  const held = new Map(
    [...(await consents.idsAt([...known]))].map(([address, ids]) => [address, new Set(ids)] as const),
  )
  const rows = records.map((record) => {
    if (!known.has(record.address_id))
      return 'address_id: dit adres is niet bekend; lees eerst de adressen in'
    const row = toRow(record)
    if (typeof row === 'string') return row
    const ids = held.get(row.address_id) ?? new Set()
    held.set(row.address_id, ids.add(row.id))
    return ids.size > MAXIMA.consents
      ? `address_id: ${full(MAXIMA.consents, 'toestemmingen bij een adres').message}`
      : row
  })
  const good = new Map(rows.flatMap((row) => (typeof row === 'string' ? [] : [[row.id, row] as const])))
  const changed = good.size > 0 ? await consents.importAll([...good.values()], IMPORTER) : new Set<string>()
  return rows.map((row) =>
    typeof row === 'string' ? { rejected: row } : changed.has(row.id) ? 'loaded' : 'unchanged',
  )
}

/** Returns the row, or the reason for its refusal. */
function toRow(record: ConsentRecord): ConsentRow | string {
  const consent: NewConsent = {
    addressId: record.address_id,
    givenBy: record.given_by,
    owner: record.owner,
    recipient: record.recipient,
    purposes: record.purposes,
    categories: record.categories,
    channel: record.channel,
    evidence: record.evidence,
    notice: record.notice,
    validFrom: record.valid_from,
    validUntil: record.valid_until,
  }
  try {
    assertConsent(consent, policyInForce(record.valid_from))
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
  const row = newConsentRow(
    idOf(record),
    consent,
    IMPORTER.organisation,
    record.withdrawn_at ?? record.valid_from,
  )
  return record.withdrawn_at === null
    ? row
    : {
        ...row,
        state: 'WITHDRAWN',
        withdrawn_at: record.withdrawn_at,
        withdrawal_stated_at: record.withdrawn_at,
      }
}

function idOf({ address_id, owner, recipient, evidence }: ConsentRecord): string {
  const hash = createHash('sha256').update([address_id, owner, recipient, evidence].join('\n')).digest('hex')
  // A UUID of version 8 (RFC 9562), derived from the hash.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
