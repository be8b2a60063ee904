import type { GraphQLSchema } from 'graphql'
import { forbidden } from '../../kernel/errors.ts'
import { fewEnough } from '../../kernel/graphql/limits.ts'
import type { Categories } from '../../kernel/graphql/schema.ts'
import { type IRule, type IRules, rule } from '../../kernel/graphql/shield.ts'
import { dataRules, schemaNotServed } from '../../kernel/minimise/data-rules.ts'
import type { SvipContext } from './context.ts'
import { foldAccess } from './fold.ts'
import { STAFF, type Who } from './who.ts'

/**
 * The rules of the SVIP: its data by the directives of the schema, its queries and mutations by the modules. Which addresses a caller sees,
 * and which of their data, is decided per address in `context.ts` and the policy. A field without a rule stops the start.
 */

const ACCESS = foldAccess()

/** The fields that not all staff may use, with who may. */
export const ROLES: Readonly<Record<string, readonly Who[]>> = Object.fromEntries(
  Object.entries(ACCESS).flatMap(([field, who]) => (who === STAFF ? [] : [[field, who]])),
)

const byRole = rule('by role')(async (_parent, _args, context: SvipContext, info) => {
  const { organisation, roles } = context.caller
  const who = ROLES[`${info.parentType.name}.${info.fieldName}`] ?? []
  if (
    who.some(
      (group) =>
        group.organisations.includes(organisation) && group.roles.some((role) => roles.includes(role)),
    )
  )
    return true
  await context.refused(info.fieldName)
  return forbidden()
})

const staff = rule('staff')(async (_parent, _args, context: SvipContext, info) => {
  if (context.caller.roles.length > 0) return true
  await context.refused(info.fieldName)
  return forbidden()
})

export function svipRules(schema: GraphQLSchema, categories: Categories): IRules {
  const rules = dataRules(schema, categories)
  const of = (type: 'Query' | 'Mutation' | 'Address'): Readonly<Record<string, IRule>> =>
    Object.fromEntries(
      Object.entries(ACCESS).flatMap(([field, who]) =>
        field.startsWith(`${type}.`) ? [[field.slice(type.length + 1), who === STAFF ? staff : byRole]] : [],
      ),
    )
  return {
    ...rules,
    Address: { ...rules.Address, ...of('Address') },
    Query: { ...of('Query'), _service: schemaNotServed, _entities: fewEnough },
    Mutation: of('Mutation'),
  } as IRules
}
