import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { Kind, parse } from 'graphql'
import { Agent, type Dispatcher, request } from 'undici'
import { AppError } from '../kernel/errors.ts'
import { traceparent } from '../kernel/trace.ts'
import type { GatewayContext } from './context.ts'

type GatewayGraphQLResponse = Awaited<ReturnType<GraphQLDataSource['process']>>

/** The connections to the subgraphs, kept open between requests. */
export function createPool(timeoutMs: number): Agent {
  return new Agent({
    // Shorter than the subgraphs keep theirs, so that we never write to a socket that is being closed.
    keepAliveTimeout: 30_000,
    connections: 64,
    connect: { timeout: Math.min(timeoutMs, 2000) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
}

/**
 * Asks a subgraph with the caller's own token, purpose and trace: the gateway has no rights of its own. Gives the text of the
 * answer, whatever it is.
 */
export async function sendTo(
  url: string,
  body: string,
  { authorization, purpose, trace }: GatewayContext,
  dispatcher: Dispatcher,
): Promise<string> {
  const response = await request(url, {
    method: 'POST',
    dispatcher,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization,
      traceparent: traceparent(trace),
      ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
    },
    body,
  })
  return await response.body.text()
}

/** A subgraph for the stock executor, for when it takes over. What fails on the way is `SUBGRAPH_UNAVAILABLE`, and says no more. */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #name: string
  readonly #url: string
  readonly #dispatcher: Dispatcher

  constructor(name: string, url: string, dispatcher: Dispatcher) {
    this.#name = name
    this.#url = url
    this.#dispatcher = dispatcher
  }

  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<GatewayGraphQLResponse> {
    const { query, variables, operationName } = options.request
    try {
      const text = await sendTo(
        this.#url,
        JSON.stringify({ query, variables, operationName }),
        // Start-up asks nothing of a subgraph: the supergraph is composed beforehand.
        options.context as GatewayContext,
        this.#dispatcher,
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
