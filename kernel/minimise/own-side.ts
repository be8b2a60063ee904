import {
  type Caller,
  DATA_CATEGORIES,
  type DataCategory,
  type Organisation,
  type Role,
} from '../vocabulary.ts'

/**
 * What staff see of their own agency's data, by role. This is the agency's own processing: it needs no grant and no decision of the SVIP,
 * but it is in the agency's processing log. The roles follow least privilege (BIO2, ISO 27002 5.15): the SVIP desk works at file level and
 * needs no amounts; the priority team weighs urgency and needs no handler's contact details.
 */
export const OWN_SIDE: Readonly<Partial<Record<Role, readonly DataCategory[]>>> = {
  case_handler: DATA_CATEGORIES,
  svip_officer: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY'],
  safety_officer: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY', 'CIRCUMSTANCES'],
  priority_team: ['PRESENCE', 'STATUS', 'PLANNING', 'FINDINGS', 'SAFETY', 'CIRCUMSTANCES'],
}

/** The categories that a caller sees of `organisation`'s data as its own staff, in the order of the policy; empty for other callers. */
export function ownCategories(
  caller: Pick<Caller, 'organisation' | 'roles'>,
  organisation: Organisation,
): readonly DataCategory[] {
  if (caller.organisation !== organisation) return []
  const seen = new Set(caller.roles.flatMap((role) => OWN_SIDE[role] ?? []))
  return DATA_CATEGORIES.filter((category) => seen.has(category))
}
