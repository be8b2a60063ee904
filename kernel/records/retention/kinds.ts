import type { TermRows } from './erase-rows.ts'
import type { RetentionKind } from './terms.ts'

/** What a party keeps for a term: the contents of a chain of its log, or rows of a table. */
export type Kept = {
  /** Which term holds. */
  readonly kind: RetentionKind
  /** For people, in Dutch. */
  readonly label: string
} & ({ readonly chain: string } | { readonly rows: TermRows })

/** What every party keeps. */
export const PARTY_LOGS: readonly Kept[] = [
  { kind: 'ACCESS_LOG', label: 'Wie vroeg (toegangslog)', chain: 'access' },
  { kind: 'PROCESSING_LOG', label: 'Wat er gebeurde (verwerkingenlog)', chain: 'processing' },
]

/** What an agency keeps. Its files are not here: those go to the archive by the selectielijst of the agency itself. */
export const AGENCY_RECORDS: readonly Kept[] = [
  ...PARTY_LOGS,
  {
    kind: 'REFUSED_EVENTS',
    label: 'Gebeurtenissen die de SVIP weigerde',
    rows: { table: 'outbox_refused', key: 'id', ended: 'r.occurred_at', address: 'address_id' },
  },
]
