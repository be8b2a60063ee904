import { type GraphQLSchema, isObjectType } from 'graphql'
import { forbidden } from '../errors.ts'
import type { Categories } from '../graphql/schema.ts'
import { allow, check, deny, rule } from '../graphql/shield.ts'
import { type Caller, DATA_CATEGORIES, type DataCategory } from '../vocabulary.ts'
import { mayServe } from './minimise.ts'

export type RuleContext = { readonly caller: Caller; refused(what: string): Promise<void> }

/** Puts a refusal on record and returns the error. */
export const refuse = async (context: RuleContext, what: string) => {
  await context.refused(what)
  return forbidden()
}

/**
 * The rule for `Query._service`: the supergraph is composed from files, so no one needs the schema from the running process, and it would
 * reveal the fields and rules that introspection hides.
 */
export const schemaNotServed = rule('the schema is not served')(
  async (_parent, _args, context: RuleContext, info) => await refuse(context, info.fieldName),
)

const served = (category: DataCategory) =>
  check(
    `category ${category}`,
    (parent, { fieldName }) => mayServe(parent, fieldName, category) || forbidden(),
  )

/**
 * The rules for the fields of objects, from the directives in the schema: an `@open` field may be returned, a field with a `@category` only
 * from an object that was minimised to categories that include it. A field with neither gets no rule, so the process does not start.
 */
export function dataRules(
  schema: GraphQLSchema,
  categories: Categories,
): Record<string, Record<string, unknown>> {
  // graphql-shield needs one instance per rule.
  const byCategory = new Map(DATA_CATEGORIES.map((category) => [category, served(category)]))
  const rules: Record<string, Record<string, unknown>> = { _Service: { sdl: deny } }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const category = categories.get(type.name)?.get(field.name)
      const open = field.astNode?.directives?.some(({ name }) => name.value === 'open')
      const own = category ? byCategory.get(category) : open ? allow : undefined
      if (own) rules[type.name] = { ...rules[type.name], [field.name]: own }
    }
  }
  return rules
}
