import type { TermRows } from './erase-rows.ts'
import type { RetentionKind } from './terms.ts'

/** Records with a retention term: the contents of a chain, or rows of a table. */
export type Kept = {
  /** The term that applies. */
  readonly kind: RetentionKind
  /** Description in Dutch. */
  readonly label: string
} & ({ readonly chain: string } | { readonly rows: TermRows })

/** The records of every party. */
export const PARTY_LOGS: readonly Kept[] = [
  { kind: 'ACCESS_LOG', label: 'Wie vroeg (toegangslog)', chain: 'access' },
  { kind: 'PROCESSING_LOG', label: 'Wat er gebeurde (verwerkingenlog)', chain: 'processing' },
]

/** The records of an agency. Its files are not included: those go to the archive by the agency's own selectielijst. */
export const AGENCY_RECORDS: readonly Kept[] = [
  ...PARTY_LOGS,
  {
    kind: 'REFUSED_EVENTS',
    label: 'Gebeurtenissen die de SVIP weigerde',
    rows: { table: 'outbox_refused', key: 'id', ended: 'r.occurred_at', address: 'address_id' },
  },
]
