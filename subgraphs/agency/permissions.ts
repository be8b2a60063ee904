import type { GraphQLSchema } from 'graphql'
import { fewEnough } from '../../kernel/graphql/limits.ts'
import type { Categories } from '../../kernel/graphql/schema.ts'
import { type IRules, rule } from '../../kernel/graphql/shield.ts'
import { dataRules, type RuleContext, refuse, schemaNotServed } from '../../kernel/minimise/data-rules.ts'
import { ownCategories } from '../../kernel/minimise/own-side.ts'
import type { Owner, Role } from '../../kernel/vocabulary.ts'

const ownStaff = (owner: Owner) =>
  rule(`own staff of ${owner}`)(async (_parent, _args, context: RuleContext, info) =>
    ownCategories(context.caller, owner).length > 0 ? true : await refuse(context, info.fieldName),
  )

const mayChange = (owner: Owner, mutations: Readonly<Record<string, readonly Role[]>>) =>
  rule(`may change data of ${owner}`)(async (_parent, _args, context: RuleContext, info) => {
    const { organisation, roles } = context.caller
    const allowed = mutations[info.fieldName] ?? []
    return organisation === owner && roles.some((role) => allowed.includes(role))
      ? true
      : await refuse(context, info.fieldName)
  })

/** The rules of an agency's subgraph: its data follow the categories in the schema, its root fields are for its own staff. */
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
      _service: schemaNotServed,
      _entities: fewEnough,
    },
    Mutation: Object.fromEntries(Object.keys(mutations).map((name) => [name, change])),
  } as IRules
}
