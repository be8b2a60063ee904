import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { Kind, parse } from 'graphql'
import { AppError } from '../kernel/errors.ts'
import type { GatewayContext } from './context.ts'
import type { Transport } from './transport/transport.ts'

type GatewayGraphQLResponse = Awaited<ReturnType<GraphQLDataSource['process']>>

/** A subgraph for the stock executor, for when it takes over. What fails on the way is `SUBGRAPH_UNAVAILABLE`, and says no more. */
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
        // Start-up asks nothing of a subgraph: the supergraph is composed beforehand.
        options.context as GatewayContext,
      )
      const body: unknown = JSON.parse(text)
      if (isResult(body)) return body
      throw new Error('answered with something else than a GraphQL result')
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

/** Where in the answer a part belongs. In a list that is the list: which of its items are meant is not known. */
function pathOf(options: GraphQLDataSourceProcessOptions<GatewayContext>): (string | number)[] {
  const keys = ('pathInIncomingRequest' in options && options.pathInIncomingRequest) || []
  const list = keys.indexOf('@')
  return [...(list === -1 ? keys : keys.slice(0, list))]
}

/** The field a subgraph was asked for, when it is one: under that name it is missing in the answer. */
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
