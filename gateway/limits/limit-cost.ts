import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import { dutchNumber, refusedBefore, tooComplex } from '../../kernel/graphql/limits.ts'
import { compileCost } from './cost.ts'
import { type ListSizes, readListSizes } from './list-sizes.ts'

type CostOptions<Context> = {
  readonly max: number
  /** Called with the cost of an operation that will be executed. */
  readonly charge: (cost: number, context: Context) => Promise<void>
}

export type CostLimit<Context> = CostOptions<Context> & {
  /** The cost of an operation with these variables; compiled once per document. */
  readonly costOf: (asked: Asked, schema: GraphQLSchema) => ReturnType<typeof compileCost>
}

type Asked = { readonly document: DocumentNode; readonly operation: OperationDefinitionNode }

/** Refuses an operation whose answer can have more than `max` objects, before planning; the error gives both numbers. */
export function limitCost<Context extends object>({
  max,
  charge,
}: CostOptions<Context>): CostLimit<Context> & { readonly plugin: ApolloServerPlugin<Context> } {
  let listSizes: ListSizes = new Map()
  let costs = new WeakMap<OperationDefinitionNode, ReturnType<typeof compileCost>>()

  function costOf({ document, operation }: Asked, schema: GraphQLSchema) {
    const known = costs.get(operation)
    if (known) return known
    const fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    )
    const made = compileCost(operation, { schema, listSizes, fragments })
    costs.set(operation, made)
    return made
  }

  const plugin: ApolloServerPlugin<Context> = {
    serverWillStart: async () => ({
      schemaDidLoadOrUpdate({ coreSupergraphSdl }) {
        if (coreSupergraphSdl === undefined) return
        listSizes = readListSizes(coreSupergraphSdl)
        costs = new WeakMap()
      },
    }),
    requestDidStart: async () => ({
      async didResolveOperation({ document, operation, schema, request, contextValue }) {
        if (!operation) return
        const cost = costOf({ document, operation }, schema)(request.variables ?? {})
        if (cost <= max) return await charge(cost, contextValue)
        throw refusedBefore(
          tooComplex(
            `De vraag is te zwaar: het antwoord kan ${dutchNumber(cost)} onderdelen hebben, toegestaan is ${dutchNumber(max)}. Vraag minder per bladzijde (first), of splits de vraag.`,
          ),
        )
      },
    }),
  }
  return { max, charge, costOf, plugin }
}
