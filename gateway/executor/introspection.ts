import { type DocumentNode, type ExecutionResult, executeSync, type GraphQLSchema, visit } from 'graphql'
import { isAboutSchema } from './planned-document.ts'

/** Answers the introspection fields of an operation, under the client's names. */
export type Introspect = (operation: {
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
}) => ExecutionResult

/** Compiles the introspection part of a document; `null` when there is none. */
export function compileIntrospection(document: DocumentNode, schema: GraphQLSchema): Introspect | null {
  let introspects = false
  const queryType = schema.getQueryType()?.name
  const part = visit(document, {
    // Data fields are removed from the root, and from the fragments on it.
    Field(node) {
      if (!isAboutSchema(node)) return null
      introspects = true
      return false
    },
    FragmentDefinition({ typeCondition: { name } }) {
      if (name.value.startsWith('__')) return false
      return name.value === queryType ? undefined : null
    },
  })
  if (!introspects) return null
  return ({ variables, operationName }) =>
    executeSync({ schema, document: part, variableValues: variables, operationName, rootValue: {} })
}
