import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { Kind, parse } from 'graphql'
import { AppError } from '../kernel/errors.ts'
import type { GatewayContext } from './context.ts'
import type { Transport } from './transport/transport.ts'

type GatewayGraphQLResponse = Awaited<ReturnType<GraphQLDataSource['process']>>

/** The data source that Apollo's executor uses when it takes over. A failed call becomes `SUBGRAPH_UNAVAILABLE`, without details. */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #name: string
  readonly #transport: Transport

  constructor(name: string, transport: Transport) {
    this.#name = name
    this.#transport = transport
  }

  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<GatewayGraphQLResponse> {
    const { query, variables, operationName } = options.request
    try {
      const text = await this.#transport.ask(
        JSON.stringify({ query, variables, operationName }),
        // Subgraphs are not queried at startup: the supergraph is composed beforehand.
        options.context as GatewayContext,
      )
      const body: unknown = JSON.parse(text)
      if (isResult(body)) return body
      throw new Error('the subgraph did not answer with a GraphQL result')
    } catch (cause) {
      const path = [...pathOf(options), ...onlyField(query ?? '')]
      throw new AppError(
        'SUBGRAPH_UNAVAILABLE',
        `${this.#name.toUpperCase()} kan nu niet antwoorden. Probeer het later opnieuw.`,
        { cause, path },
      )
    }
  }
}

const isResult = (body: unknown): body is GatewayGraphQLResponse =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body)

/** The path of a fetch in the answer. Inside a list it is the path of the list: the items concerned are not known. */
function pathOf(options: GraphQLDataSourceProcessOptions<GatewayContext>): (string | number)[] {
  const keys = ('pathInIncomingRequest' in options && options.pathInIncomingRequest) || []
  const list = keys.indexOf('@')
  return [...(list === -1 ? keys : keys.slice(0, list))]
}

/** The response name of the only field that a query asks for; empty when it asks for several. */
function onlyField(query: string): string[] {
  const [definition] = parse(query).definitions
  let selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []
  const [entities] = selections
  if (entities?.kind === Kind.FIELD && entities.name.value === '_entities') {
    selections =
      entities.selectionSet?.selections.flatMap((item) =>
        item.kind === Kind.INLINE_FRAGMENT ? item.selectionSet.selections : [],
      ) ?? []
  }
  const fields = selections.flatMap((item) =>
    item.kind === Kind.FIELD ? [item.alias?.value ?? item.name.value] : [],
  )
  return fields.length === 1 ? fields : []
}
