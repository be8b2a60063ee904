import type { Role } from '../../kernel/vocabulary.ts'

/**
 * The roles for each mutation of IMG. All other rules follow from the schema: fields from their `@category`, root fields are for IMG's own
 * staff (subgraphs/agency/permissions.ts), and a field without a rule is refused.
 */
export const mutationRoles: Readonly<Record<string, readonly Role[]>> = {
  registerDamageClaim: ['case_handler'],
  advanceDamageClaim: ['case_handler'],
  assignDamageHandler: ['case_handler'],
  recordAcuteSafety: ['case_handler', 'safety_officer'],
  recordStructuralDamage: ['case_handler', 'safety_officer'],
  recordDamageOwnershipChange: ['case_handler'],
}
