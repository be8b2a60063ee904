import { badInput } from '../../kernel/errors.ts'
import { assertAmount, assertOrder, requiredText } from '../../kernel/graphql/input.ts'
import type { Edit } from '../agency/own-files.ts'
import { DAMAGE_PHASES, type DamageClaim } from './claim.ts'
import type { AdvanceDamageClaimInput, DamagePhase } from './schema.generated.ts'

/** How a damage claim moves from phase to phase; no database, no GraphQL, no clock. */

/** A step of a claim with its values, as `AdvanceDamageClaimInput`. */
export type ClaimStep = Omit<AdvanceDamageClaimInput, keyof Edit>

/** The phases that a claim may move to; staying is allowed, to record values of the phase. */
export function nextPhases(phase: DamagePhase): readonly DamagePhase[] {
  if (phase === 'COMPLETION') return []
  const following = DAMAGE_PHASES[DAMAGE_PHASES.indexOf(phase) + 1]
  return [...new Set([phase, ...(following ? [following] : []), 'COMPLETION' as const])]
}

/** @throws {AppError} `BAD_USER_INPUT` that names the possible phases. */
export function assertTransition(from: DamagePhase, to: DamagePhase): void {
  const possible = nextPhases(from)
  if (possible.includes(to)) return
  throw badInput(
    possible.length === 0
      ? 'Deze schademelding is afgerond en verandert niet meer. Registreer een nieuwe melding.'
      : `Vanuit ${from} kan deze schademelding niet naar ${to}. Mogelijk is: ${possible.join(', ')}.`,
  )
}

/**
 * Returns the changes of a step.
 * @throws {AppError} `BAD_USER_INPUT` when the step is not possible, or a required value is missing.
 */
export function advance(claim: DamageClaim, step: ClaimStep, today: string): Partial<DamageClaim> {
  assertTransition(claim.phase, step.to)
  const closedAt = step.to === 'COMPLETION' ? (step.closedAt ?? today) : null
  const { report, award } = step
  const changes: Partial<DamageClaim> = {
    phase: step.to,
    phase_since: step.to === claim.phase ? claim.phase_since : (closedAt ?? today),
    closed_at: closedAt,
    inspection_planned_on: step.inspectionPlannedOn ?? claim.inspection_planned_on,
    inspection_held_on: step.inspectionHeldOn ?? claim.inspection_held_on,
    ...(report && {
      report_delivered_on: report.deliveredOn,
      report_summary: requiredText(report.summary, 'De samenvatting van het adviesrapport (summary)'),
      structural_damage: report.structuralDamage,
    }),
    ...(award && {
      award_decided_on: award.decidedOn,
      award_amount_cents: award.amountCents,
      award_paid_on: award.paidOn ?? claim.award_paid_on,
    }),
  }
  assertComplete({ ...claim, ...changes })
  return changes
}

/** The required value of each phase. */
const NEEDED: Partial<Record<DamagePhase, readonly [keyof DamageClaim, string]>> = {
  INSPECTION: ['inspection_planned_on', 'de datum waarop de opname gepland is (inspectionPlannedOn)'],
  ASSESSMENT: ['report_delivered_on', 'het adviesrapport (report)'],
  DECISION: ['award_decided_on', 'het besluit (award)'],
}

/** @throws {AppError} `BAD_USER_INPUT` when a required value is missing, dates are in the wrong order, or an amount is negative. */
export function assertComplete(claim: DamageClaim): void {
  const needed = NEEDED[claim.phase]
  if (needed && claim[needed[0]] === null) throw badInput(`Voor ${claim.phase} is nodig: ${needed[1]}.`)
  const { registered_at: start, award_decided_on: decided, acute_reported_at: reported } = claim
  assertOrder(start, claim.closed_at, 'De melding kan niet zijn afgerond voordat zij is gedaan.')
  assertOrder(
    start,
    claim.inspection_held_on,
    'De opname kan niet zijn gehouden voordat de melding is gedaan.',
  )
  assertOrder(decided, claim.award_paid_on, 'Er kan niet zijn betaald voordat er is besloten.')
  assertOrder(
    reported,
    claim.acute_made_safe_at,
    'De situatie kan niet veilig zijn gemaakt voordat zij is gemeld.',
  )
  assertAmount(claim.award_amount_cents, 'Een vergoeding is 0 of meer.')
}
