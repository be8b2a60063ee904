import { composeServices } from '@apollo/composition'
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, specifiedRules, validate } from 'graphql'
import { createExecutor } from '../../../gateway/executor/executor.ts'

/** A federation of subgraphs in this process, queried through our executor and through Apollo's. */

type Resolver = (...given: never[]) => unknown
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>
export type TestSubgraph = {
  /** Without the `@link` of federation 2, which is added, unless it is taken `asIs`. */
  readonly sdl: string
  readonly asIs?: boolean
  readonly resolvers?: Resolvers
  /** Replaces the resolvers: returns the text of the answer. */
  readonly answer?: (body: Sent['body']) => string | Promise<string>
}
export type Sent = {
  readonly service: string
  readonly body: {
    readonly query: string
    readonly variables: Readonly<Record<string, unknown>> & {
      readonly representations?: readonly Readonly<Record<string, unknown>>[]
    }
  }
}
export type Answer = {
  readonly data: unknown
  /** The code and the path of each error, sorted. */
  readonly errors: readonly string[]
}
export type Ask = {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | null | undefined
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject", "@extends", "@tag", "@composeDirective"])\n'

/** Composes subgraphs. @throws when they do not compose. */
export function compose(subgraphs: Readonly<Record<string, TestSubgraph>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, { sdl, asIs }]) => ({
      name,
      url: `test:${name}`,
      typeDefs: parse(asIs ? sdl : LINK + sdl),
    })),
  )
  if (supergraphSdl === undefined) throw new Error(String(errors?.map(({ message }) => message)))
  return supergraphSdl
}

/** Returns the function that answers as a subgraph. */
export function serve({
  sdl,
  asIs,
  resolvers,
  answer,
}: TestSubgraph): (body: Sent['body']) => Promise<string> {
  if (answer) return async (body) => await answer(body)
  const schema = buildSubgraphSchema([
    { typeDefs: parse(asIs ? sdl : LINK + sdl), resolvers: (resolvers ?? {}) as never },
  ])
  return async ({ query, variables }) => {
    const document = parse(query)
    // As a real subgraph, this one refuses invalid operations.
    const faults = validate(schema, document, specifiedRules)
    if (faults.length > 0) return JSON.stringify({ errors: faults })
    return JSON.stringify(await execute({ schema, document, variableValues: variables, contextValue: {} }))
  }
}

export type Graph = {
  readonly supergraphSdl: string
  /** The fetches since the last call of this function. */
  sent(): Sent[]
  ours(ask: Ask): Promise<Answer>
  stock(ask: Ask): Promise<Answer>
}

type GatewayGraphQLResponse = Awaited<ReturnType<GraphQLDataSource['process']>>

export type GraphOptions = {
  readonly supergraphSdl?: string
  /** Changes the operation for Apollo's executor, to avoid its known faults. */
  readonly forStock?: (answer: GatewayGraphQLResponse) => GatewayGraphQLResponse
}

/** Starts a federation. */
export async function createGraph(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  { supergraphSdl = compose(subgraphs), forStock = (answer) => answer }: GraphOptions = {},
): Promise<Graph> {
  const services = new Map(Object.entries(subgraphs).map(([name, subgraph]) => [name, serve(subgraph)]))
  let log: Sent[] = []
  const send = async (service: string, text: string): Promise<string> => {
    const body = JSON.parse(text) as Sent['body']
    log.push({ service, body })
    const service_ = services.get(service)
    if (!service_) throw new Error(`there is no subgraph ${service}`)
    return await service_(body)
  }
  const executor = createExecutor(supergraphSdl)
  return {
    supergraphSdl,
    sent() {
      const sent = log
      log = []
      return sent
    },
    async ours({ query, variables = {}, operationName = null }) {
      const operation = { document: parse(query), operationName, variables, key: query }
      return answerOf(await executor.execute(operation, send))
    },
    stock: await stockOf(supergraphSdl, async (...asked) => forStock(JSON.parse(await send(...asked)))),
  }
}

async function stockOf(
  supergraphSdl: string,
  ask: (service: string, body: string) => Promise<GatewayGraphQLResponse>,
): Promise<Graph['stock']> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1'
  const quiet = () => {}
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    buildService: ({ name }): GraphQLDataSource => ({
      async process({ request: { query, variables } }) {
        return await ask(name, JSON.stringify({ query, variables }))
      },
    }),
  })
  const { executor } = await gateway.load()
  return async ({ query, variables = {}, operationName }) => {
    const result = await executor({
      document: parse(query),
      queryHash: query,
      operationName: operationName ?? null,
      request: { query, variables, operationName },
      context: {},
      metrics: {},
    } as unknown as Parameters<typeof executor>[0])
    return answerOf(result)
  }
}

type ReportedError = {
  readonly path?: unknown
  readonly extensions?: { readonly code?: string }
}
type Result = {
  readonly data?: unknown
  readonly errors?: readonly ReportedError[]
  /** The extension in which Apollo's gateway reports what we report as errors. */
  readonly extensions?: { readonly valueCompletion?: readonly ReportedError[] }
}

function answerOf(result: object): Answer {
  // Serialised, as for a client.
  const { data = null, errors = [], extensions } = JSON.parse(JSON.stringify(result)) as Result
  return {
    data,
    errors: [...errors, ...(extensions?.valueCompletion ?? [])]
      .map(({ path, extensions: { code } = {} }) =>
        [code ?? '-', ...(Array.isArray(path) ? [path.join('.')] : [])].join(' '),
      )
      .toSorted(),
  }
}

/** Finds the row of a reference; `null` when there is none. */
export const byKey =
  <Row extends object>(rows: readonly Row[], ...keys: readonly (keyof Row & string)[]): Resolver =>
  (reference: Readonly<Record<string, unknown>>) =>
    rows.find((row) =>
      keys.every((key) => !(key in reference) || String(row[key]) === String(reference[key])),
    ) ?? null
