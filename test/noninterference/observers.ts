import { PERSONAS, type Persona } from '../../dev/identity/personas.ts'
import { ownCategories } from '../../kernel/minimise/own-side.ts'
import {
  DATA_CATEGORIES,
  type DataCategory,
  type Owner,
  PURPOSES,
  type Purpose,
} from '../../kernel/vocabulary.ts'
import { ROLES } from '../../subgraphs/svip/permissions.ts'
import { isRecipient } from '../../subgraphs/svip/policy/scope.ts'
import { policyInForce } from '../../subgraphs/svip/policy/versions/index.ts'

/** The caller, with the purpose. */
export type Observer = { readonly persona: Persona; readonly purpose: Purpose | null }

export const OBSERVERS: readonly Observer[] = PERSONAS.flatMap((persona) =>
  [null, ...PURPOSES].map((purpose) => ({ persona, purpose })),
)

/** Whether an observer may ask for a field (`Query.signals`) at all: others are refused, whatever the data. */
export function mayAsk({ persona }: Observer, field: string): boolean {
  const { organisation, roles } = persona
  if (field.startsWith('Query.damageClaim')) return ownCategories(persona, 'IMG').length > 0
  if (field.startsWith('Query.strengtheningProject')) return ownCategories(persona, 'NCG').length > 0
  const groups = ROLES[field]
  return (
    groups === undefined ||
    groups.some(
      (who) => who.organisations.includes(organisation) && who.roles.some((role) => roles.includes(role)),
    )
  )
}

/** The categories that the law gives of an agency's data at an address where both have an open file and the resident stated nothing. */
export function given({ persona, purpose }: Observer, owner: Owner): ReadonlySet<DataCategory> {
  const rules = policyInForce(new Date().toISOString())?.rules ?? []
  const categories = rules
    .filter(
      (rule) =>
        purpose !== null &&
        rule.basis === 'PUBLIC_TASK' &&
        !rule.conditions.some((condition) => condition !== 'CONCURRENCE') &&
        rule.purposes.includes(purpose) &&
        isRecipient(rule, persona.organisation, persona.roles, owner),
    )
    .flatMap((rule) => rule.categories)
  return new Set([...categories, ...ownCategories(persona, owner)])
}

/** The categories that the rules withhold from an observer of an agency's data there, also by role at the own agency. */
export function withheld(observer: Observer, owner: Owner): readonly DataCategory[] {
  const seen = given(observer, owner)
  return DATA_CATEGORIES.filter((category) => !seen.has(category))
}

/** The privacy officer of the SVIP oversees everything that the SVIP has on record, at every party. */
export const isSupervisor = ({ persona }: Observer): boolean =>
  persona.organisation === 'SVIP' && persona.roles.includes('privacy_officer')
export const isPrivacyOfficer = ({ persona }: Observer): boolean => persona.roles.includes('privacy_officer')
export const isOf = ({ persona }: Observer, organisation: string): boolean =>
  persona.organisation === organisation
