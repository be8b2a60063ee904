import { type GraphQLSchema, isObjectType } from 'graphql'
import { forbidden } from '../errors.ts'
import type { Categories } from '../schema.ts'
import { allow, type IRules, rule } from '../shield.ts'
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
  rule(`category ${category}`)(
    (parent: unknown, _args, _context, info) => mayServe(parent, info.fieldName, category) || forbidden(),
  )

/**
 * The rules of an agency's subgraph. Those of its data follow from `@category`; the rest is named here: the root fields, and
 * the `@open` fields, which hold no agency data and are reached through a guarded one.
 */
export function ownerRules(
  schema: GraphQLSchema,
  categories: Categories,
  owner: Owner,
  mutations: Readonly<Record<string, readonly Role[]>>,
): IRules {
  // shield wants one instance per rule.
  const byCategory = new Map(DATA_CATEGORIES.map((category) => [category, served(category)]))
  const staff = ownStaff(owner)
  const change = mayChange(owner, mutations)
  const rules: Record<string, Record<string, unknown>> = {}
  for (const [typeName, fields] of categories) {
    rules[typeName] = Object.fromEntries(
      [...fields].map(([field, category]) => [field, byCategory.get(category)]),
    )
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.astNode?.directives?.some(({ name }) => name.value === 'open')) {
        rules[type.name] = { ...rules[type.name], [field.name]: allow }
      }
    }
  }
  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter(
    (name) => !name.startsWith('_'),
  )
  return {
    ...rules,
    Query: { ...Object.fromEntries(queries.map((name) => [name, staff])), _service: allow, _entities: allow },
    _Service: { sdl: allow },
    Mutation: Object.fromEntries(Object.keys(mutations).map((name) => [name, change])),
  } as IRules
}
