import { type GraphQLSchema, isObjectType } from 'graphql'
import { forbidden } from '../errors.ts'
import { fewEnough } from '../limits.ts'
import type { Categories } from '../schema.ts'
import { allow, check, type IRules, rule } from '../shield.ts'
import { type Caller, DATA_CATEGORIES, type DataCategory, type Owner, type Role } from '../vocabulary.ts'
import { mayServe } from './minimise.ts'
import { ownCategories } from './own-side.ts'

type Context = { readonly caller: Caller; refused(what: string): Promise<void> }

const refuse = async (context: Context, what: string) => {
  // On record before the refusal leaves.
  await context.refused(what)
  return forbidden()
}

const ownStaff = (owner: Owner) =>
  rule(`own staff of ${owner}`)(async (_parent, _args, context: Context, info) =>
    ownCategories(context.caller, owner).length > 0 ? true : await refuse(context, info.fieldName),
  )

const mayChange = (owner: Owner, mutations: Readonly<Record<string, readonly Role[]>>) =>
  rule(`may change data of ${owner}`)(async (_parent, _args, context: Context, info) => {
    const { organisation, roles } = context.caller
    const allowed = mutations[info.fieldName] ?? []
    return organisation === owner && roles.some((role) => allowed.includes(role))
      ? true
      : await refuse(context, info.fieldName)
  })

const served = (category: DataCategory) =>
  check(
    `category ${category}`,
    (parent, { fieldName }) => mayServe(parent, fieldName, category) || forbidden(),
  )

/**
 * Rules for the fields of objects, as the schema marks them: an `@open` field may leave, one with a `@category` only from an
 * object that was minimised to categories with that one. A field with neither gets no rule, which stops the start.
 */
export function dataRules(
  schema: GraphQLSchema,
  categories: Categories,
): Record<string, Record<string, unknown>> {
  // shield wants one instance per rule.
  const byCategory = new Map(DATA_CATEGORIES.map((category) => [category, served(category)]))
  const rules: Record<string, Record<string, unknown>> = { _Service: { sdl: allow } }
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

/** The rules of an agency's subgraph: its data as the schema marks them, its root fields for its own staff. */
export function ownerRules(
  schema: GraphQLSchema,
  categories: Categories,
  owner: Owner,
  mutations: Readonly<Record<string, readonly Role[]>>,
): IRules {
  const staff = ownStaff(owner)
  const change = mayChange(owner, mutations)
  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter(
    (name) => !name.startsWith('_'),
  )
  return {
    ...dataRules(schema, categories),
    Query: {
      ...Object.fromEntries(queries.map((name) => [name, staff])),
      _service: allow,
      _entities: fewEnough,
    },
    Mutation: Object.fromEntries(Object.keys(mutations).map((name) => [name, change])),
  } as IRules
}
