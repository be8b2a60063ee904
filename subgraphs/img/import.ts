import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { badInput } from '../../kernel/errors.ts'
import { assertLengths } from '../../kernel/graphql/input.ts'
import {
  addressId,
  day,
  instant,
  oneOf,
  optional,
  type RowResult,
  text,
  wholeNumber,
  yesNo,
} from '../../kernel/import.ts'
import { handlerCells, inspectionCells } from '../agency/columns.ts'
import { importFiles } from '../agency/import-files.ts'
import { assertComplete } from './advance.ts'
import { DAMAGE_KINDS, DAMAGE_PHASES, type DamageClaim, URGENCIES } from './claim.ts'
import type { ClaimStore } from './store/claim-store.ts'

/** The columns of a file with damage claims; docs/import.md explains them. */
export const claimRow = z.object({
  reference: text,
  address_id: addressId,
  kind: oneOf(DAMAGE_KINDS),
  phase: oneOf(DAMAGE_PHASES),
  registered_at: day,
  phase_since: optional(day),
  closed_at: optional(day),
  ...handlerCells,
  ...inspectionCells,
  urgency: optional(oneOf(URGENCIES)).transform((urgency) => urgency ?? 'NORMAL'),
  report_delivered_on: optional(day),
  report_summary: optional(text),
  structural_damage: optional(yesNo),
  award_decided_on: optional(day),
  award_amount_cents: optional(wholeNumber),
  award_paid_on: optional(day),
  acute_reported_at: optional(instant),
  acute_made_safe_at: optional(instant),
  acute_description: optional(text),
  circumstances: optional(text),
})
export type ClaimRow = z.infer<typeof claimRow>

/** Stores plausible claims; the last row of a reference counts. */
export const importClaims = (
  store: Pick<ClaimStore, 'importAll'>,
  rows: readonly ClaimRow[],
): Promise<readonly RowResult[]> => importFiles(store, rows.map(toClaim), assertImportable)

const toClaim = (row: ClaimRow): DamageClaim => ({
  ...row,
  id: randomUUID(),
  phase_since: row.phase_since ?? sinceKnown(row),
  structural_found_on: null,
  structural_description: null,
  ownership_changed_on: null,
  revision: 1,
})

/**
 * The day since which a claim is in its phase, for the two phases whose begin has the category of the phase. The days of an inspection, a
 * report or a decision have other categories, and must not show through this day.
 */
function sinceKnown({ phase, registered_at, closed_at }: ClaimRow): string | null {
  if (phase === 'REPORTED') return registered_at
  return phase === 'COMPLETION' ? closed_at : null
}

function assertImportable(claim: DamageClaim): void {
  if ((claim.phase === 'COMPLETION') !== (claim.closed_at !== null)) {
    throw badInput('closed_at: hoort bij COMPLETION, en alleen daarbij')
  }
  assertLengths(claim)
  assertComplete(claim)
}
