import { badInput } from '../../kernel/errors.ts'
import { assertOrder, type Finding, pastDay, requiredText } from '../../kernel/graphql/input.ts'
import type { Edit } from '../agency/own-files.ts'
import { assertComplete } from './advance.ts'
import type { DamageClaim } from './claim.ts'
import type { RecordAcuteSafetyInput } from './schema.generated.ts'

/** Findings and reports at a claim that others need to know at once; no database, no GraphQL, no clock. */

/**
 * Returns the changes of a report of acute danger, or of its end. A situation that was made safe is over: later danger is a new report.
 * @throws {AppError} `BAD_USER_INPUT` when a moment lies in the future, before the one it follows, or in a situation that is over.
 */
export function acuteSafety(
  claim: DamageClaim,
  input: Omit<RecordAcuteSafetyInput, keyof Edit>,
  now: Date,
): Partial<DamageClaim> {
  const { acute_reported_at: reported, acute_made_safe_at: safe } = claim
  const isOver = safe !== null && !input.madeSafeAt
  const reportedAt = input.reportedAt ?? (isOver ? null : reported) ?? now.toISOString()
  const madeSafeAt = input.madeSafeAt ?? null
  if (reportedAt > now.toISOString() || (madeSafeAt ?? '') > now.toISOString())
    throw badInput(
      'Een melding (reportedAt) of het veilig maken (madeSafeAt) kan niet in de toekomst liggen.',
    )
  if (isOver && reportedAt <= safe)
    throw badInput(
      'Deze situatie is al veilig gemaakt. Is het opnieuw onveilig? Geef dan het moment van de nieuwe melding (reportedAt).',
    )
  const changes = {
    acute_reported_at: reportedAt,
    acute_made_safe_at: madeSafeAt,
    acute_description: requiredText(input.description, 'De omschrijving (description)'),
  }
  assertComplete({ ...claim, ...changes })
  return changes
}

/**
 * Returns the changes of finding damage to the structure (constructieve schade).
 * @throws {AppError} `BAD_USER_INPUT` without a description, or for a day in the future or before the damage was reported.
 */
export function structuralDamage(claim: DamageClaim, input: Finding, today: string): Partial<DamageClaim> {
  const foundOn = pastDay(input.foundOn ?? today, today, 'De dag van de vondst (foundOn)')
  assertOrder(claim.registered_at, foundOn, 'De schade kan niet zijn gevonden voordat de melding is gedaan.')
  return {
    structural_found_on: foundOn,
    structural_description: requiredText(input.description, 'De omschrijving (description)'),
  }
}
