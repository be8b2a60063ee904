import { type AppError, badInput } from '../../../../kernel/errors.ts'
import type { Organisation } from '../../../../kernel/vocabulary.ts'
import type { ConsentChannel } from '../../schema.generated.ts'
import type { ConsentRow } from '../../store/tables.ts'
import type { NewConsent } from './consent.ts'

/** A consent as a row, and as a record for proof. */

/** How the resident withdrew a consent. */
export type Withdrawal = {
  readonly reason: string | null
  readonly channel: ConsentChannel | null
  readonly evidence: string | null
  /** When the resident said so; `null` when it ended without a statement of theirs. */
  readonly statedAt: string | null
}

/** Without `statedAt`, the resident said it now. */
export type NewWithdrawal = Omit<Withdrawal, 'statedAt'> & { readonly statedAt?: string | null }

/** The reason of a consent that ended because its owner changed. */
export const NEW_OWNER = 'eigenaar gewijzigd'

export const WITHDRAWAL_METHOD =
  'De bewoner kan de toestemming op elk moment intrekken: bij de eigen begeleider, telefonisch, per brief of met het intrekkingsformulier. Intrekken werkt direct.'

const DPV_STATES: Readonly<Record<ConsentRow['state'], string>> = {
  GIVEN: 'dpv:ConsentGiven',
  WITHDRAWN: 'dpv:ConsentWithdrawn',
  REFUSED: 'dpv:ConsentRefused',
}

/**
 * The record of a revision with the fields of ISO/IEC TS 27560:2023, in the terms of the W3C Data Privacy Vocabulary. It names no person:
 * the principal is the party at the address, and the evidence is in the agency's archive.
 */
export function toConsentRecord(consent: ConsentRow) {
  return {
    schemaVersion: 'ISO/IEC TS 27560:2023',
    recordId: consent.id,
    revision: consent.revision,
    piiPrincipal: { address: consent.address_id, party: consent.given_by },
    privacyNotice: consent.notice,
    language: 'nl',
    purposes: consent.purposes,
    lawfulBasis: 'eu-gdpr:A6-1-a',
    piiTypes: consent.categories,
    specialCategories: consent.categories.includes('CIRCUMSTANCES'),
    piiControllers: [consent.owner],
    recipients: [consent.recipient],
    collectionMethod: consent.channel,
    processingMethod: 'verstrekking op adresniveau via het SVIP',
    storageLocation: 'NL',
    jurisdiction: 'NL',
    retentionPeriod: 'volgens de selectielijst van de verstrekker',
    withdrawalMethod: WITHDRAWAL_METHOD,
    privacyRights: 'AVG art. 15 tot en met 21',
    authority: 'Autoriteit Persoonsgegevens',
    evidence: consent.evidence,
    event: {
      state: DPV_STATES[consent.state],
      time: consent.withdrawn_at ?? consent.recorded_at,
      statedAt: consent.withdrawal_stated_at ?? consent.stated_at,
      validFrom: consent.valid_from,
      validUntil: consent.valid_until,
      reason: consent.withdrawal_reason,
      withdrawalChannel: consent.withdrawal_channel,
      withdrawalEvidence: consent.withdrawal_evidence,
      withdrawnByRefusal: consent.refusal_id,
    },
  }
}

/** The first revision of a new consent. */
export function newConsentRow(
  id: string,
  consent: NewConsent,
  recordedBy: Organisation,
  at: string,
): ConsentRow {
  return {
    id,
    revision: 1,
    address_id: consent.addressId,
    evidence: consent.evidence,
    recorded_by: recordedBy,
    recorded_at: at,
    state: 'GIVEN',
    given_by: consent.givenBy,
    owner: consent.owner,
    recipient: consent.recipient,
    purposes: consent.purposes,
    categories: consent.categories,
    channel: consent.channel,
    notice: consent.notice,
    valid_from: consent.validFrom,
    valid_until: consent.validUntil,
    stated_at: statedAt(consent, at),
    withdrawn_at: null,
    withdrawal_stated_at: null,
    withdrawal_reason: null,
    withdrawal_channel: null,
    withdrawal_evidence: null,
    refusal_id: null,
    request_id: consent.requestId ?? null,
  }
}

/** When the resident said it: by default the start of validity, but not after it was recorded. */
const statedAt = ({ statedAt: said, validFrom }: NewConsent, at: string): string =>
  said ?? (Date.parse(validFrom) < Date.parse(at) ? validFrom : at)

/**
 * The row of a consent after its withdrawal by the resident. A consent that was already withdrawn stays unchanged, unless the resident
 * repeated the withdrawal later (`statedAt`).
 * @throws {AppError} `BAD_USER_INPUT` for an unknown consent, for a refusal, or for a moment before it was given or in the future.
 */
export function withdrawal(
  present: ConsentRow | null,
  { statedAt: said = null, ...how }: NewWithdrawal,
  at: string,
): ConsentRow {
  if (!present) throw unknownConsent()
  if (present.state === 'REFUSED')
    throw badInput('De bewoner heeft hier nee gezegd. Er is geen toestemming om in te trekken.')
  if (said !== null && Date.parse(said) > Date.parse(at))
    throw badInput('Het moment van de intrekking (statedAt) kan niet in de toekomst liggen.')
  if (said !== null && Date.parse(said) < Date.parse(present.stated_at))
    throw badInput('Een toestemming kan niet zijn ingetrokken voordat zij is gegeven (statedAt).')
  if (present.state !== 'WITHDRAWN') return withdrawn(present, { ...how, statedAt: said ?? at }, at)
  // A repeated withdrawal also contradicts consents that were given in between.
  const last = present.withdrawal_stated_at
  if (said === null || (last !== null && Date.parse(said) <= Date.parse(last))) return present
  return { ...present, revision: present.revision + 1, withdrawal_stated_at: said }
}

export const unknownConsent = (): AppError => badInput('Deze toestemming bestaat niet.')

/** The next revision of a consent, withdrawn. */
export const withdrawn = (
  consent: ConsentRow,
  { reason, channel, evidence, statedAt: said }: Withdrawal,
  at: string,
): ConsentRow => ({
  ...consent,
  revision: consent.revision + 1,
  state: 'WITHDRAWN',
  withdrawn_at: at,
  withdrawal_stated_at: said,
  withdrawal_reason: reason,
  withdrawal_channel: channel,
  withdrawal_evidence: evidence,
})
