import type { ApolloServerPlugin } from '@apollo/server'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { refusedBefore } from '../limits.ts'
import { readBounds, unbounded } from './bounds.ts'
import { type CheckOperation, createOperationChecks, type NamesValues } from './check-operation.ts'
import { unsized } from './list-sizes.ts'

/**
 * Refuses an operation whose arguments or variables exceed the bounds of the schema, before coercion and execution.
 * @throws {Error} naming the arguments, input fields and lists of the schema without a bound, so that the process does not start.
 */
export function limitInputs(typeDefs: DocumentNode, namesValues: NamesValues): ApolloServerPlugin {
  const missing = [...unbounded(typeDefs), ...unsized(typeDefs)]
  if (missing.length > 0)
    throw new Error(
      `Without @length, @size, @range or @listSize, so they cannot be served: ${missing.join(', ')}`,
    )
  const bounds = readBounds(typeDefs)
  let compile: ReturnType<typeof createOperationChecks> | undefined
  // Apollo Server caches parsed documents, and so their operations.
  const checks = new WeakMap<OperationDefinitionNode, CheckOperation>()
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ document, operation, schema, request }) {
        if (!operation) return
        compile ??= createOperationChecks(schema, bounds, namesValues)
        const check = checks.get(operation) ?? compile({ document, operation })
        checks.set(operation, check)
        const refused = check(request.variables ?? {})
        if (refused) throw refusedBefore(refused)
      },
    }),
  }
}
