import type { LoggingParty } from '../activities.ts'
import type { TermRows } from './erase-rows.ts'

/** Records with a retention term: the contents of a chain, or rows of a table. */
export type Kept = {
  /** Names the setting with the term, which several may share. */
  readonly kind: string
  /**
   * How long, in days (AVG art. 5(1)(e)). The defaults are PLACEHOLDERS until lawyers and the selectielijsten of the parties confirm
   * them.
   */
  readonly days: number
  /** For people, in Dutch. */
  readonly label: string
} & ({ readonly chain: string } | { readonly rows: TermRows })

/** The records of every party. */
export const PARTY_LOGS: readonly Kept[] = [
  { kind: 'ACCESS_LOG', days: 731, label: 'Wie vroeg (toegangslog)', chain: 'access' },
  { kind: 'PROCESSING_LOG', days: 1827, label: 'Wat er gebeurde (verwerkingenlog)', chain: 'processing' },
]

/** Name of the setting with the term of a kind at a party; `x` for any of them. */
export const termSetting = (party: LoggingParty | 'x', kind: string): string =>
  `${party.toUpperCase()}_RETENTION_${kind}_DAYS`

/** The term of a kind, in days. @throws {Error} when nothing of that kind is kept. */
export function termOf(kept: readonly Kept[], kind: string): number {
  const found = kept.find((each) => each.kind === kind)
  if (!found) throw new Error(`nothing of the kind ${kind} is kept`)
  return found.days
}
