import { badInput } from '../../kernel/errors.ts'
import { assertOrder, pastDay, requiredText } from '../../kernel/graphql/input.ts'
import type { Edit } from '../agency/own-files.ts'
import type { StrengtheningProject } from './project.ts'
import type { RecordFoundDamageInput } from './schema.generated.ts'

/** Damage that NCG or its contractor finds; no database, no GraphQL, no clock. */

const MAX_FINDINGS = 100

/**
 * Returns the changes of finding damage.
 * @throws {AppError} `BAD_USER_INPUT` without a description, for a day in the future or before the project began, or for damage during
 * works that have not begun.
 */
export function foundDamage(
  project: StrengtheningProject,
  { moment, ...input }: Omit<RecordFoundDamageInput, keyof Edit>,
  today: string,
): Partial<StrengtheningProject> {
  const foundOn = pastDay(input.foundOn ?? today, today, 'De dag van de vondst (foundOn)')
  assertOrder(
    project.started_at,
    foundOn,
    'De schade kan niet zijn gevonden voordat het project is begonnen.',
  )
  if (moment === 'WORKS' && project.contract_signed_on === null)
    throw badInput(
      'Er is nog geen overeenkomst met een aannemer, dus de werkzaamheden zijn niet begonnen. Kies INSPECTION.',
    )
  if (project.found_damage.length >= MAX_FINDINGS)
    throw badInput(`Er zijn al ${MAX_FINDINGS} vondsten bij dit project. Neem contact op met het IMG.`)
  const description = requiredText(input.description, 'De omschrijving (description)')
  return { found_damage: [...project.found_damage, { foundOn, moment, description }] }
}
