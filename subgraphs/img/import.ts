import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { badInput } from '../../kernel/errors.ts'
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
import { assertLengths } from '../../kernel/input.ts'
import { handlerCells, inspectionCells } from '../../kernel/owner/columns.ts'
import { importFiles } from '../../kernel/owner/import-files.ts'
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

/** Stores rows that are claims in order; the last row of a reference counts. */
export const importClaims = (
  store: Pick<ClaimStore, 'importAll'>,
  rows: readonly ClaimRow[],
): Promise<readonly RowResult[]> => importFiles(store, rows.map(toClaim), assertImportable)

const toClaim = (row: ClaimRow): DamageClaim => ({
  ...row,
  id: randomUUID(),
  phase_since: phaseSince(row),
  structural_found_on: null,
  structural_description: null,
  ownership_changed_on: null,
  revision: 1,
})

/** A file says in which phase a claim is, not since when: the newest date that belongs to the phase tells. */
function phaseSince(row: ClaimRow): string {
  const since = {
    REPORTED: row.registered_at,
    INSPECTION: row.inspection_held_on ?? row.inspection_planned_on,
    ASSESSMENT: row.report_delivered_on,
    DECISION: row.award_decided_on,
    EXECUTION: row.award_paid_on ?? row.award_decided_on,
    COMPLETION: row.closed_at,
  }[row.phase]
  return since ?? row.registered_at
}

function assertImportable(claim: DamageClaim): void {
  if ((claim.phase === 'COMPLETION') !== (claim.closed_at !== null)) {
    throw badInput('closed_at: hoort bij COMPLETION, en alleen daarbij')
  }
  assertLengths(claim)
  assertComplete(claim)
}
