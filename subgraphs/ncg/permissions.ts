import type { Role } from '../../kernel/vocabulary.ts'

/**
 * The roles for each mutation of NCG. All other rules follow from the schema: fields from their `@category`, root fields are for NCG's own
 * staff (subgraphs/agency/permissions.ts), and a field without a rule is refused.
 */
export const mutationRoles: Readonly<Record<string, readonly Role[]>> = {
  registerStrengtheningProject: ['case_handler'],
  advanceStrengtheningProject: ['case_handler'],
  assignStrengtheningHandler: ['case_handler'],
  recordFoundDamage: ['case_handler', 'safety_officer'],
  recordStrengtheningOwnershipChange: ['case_handler'],
}
