import type { ApolloGateway } from '@apollo/gateway'
import type { ApolloServerOptions } from '@apollo/server'
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { NamesValues } from '../../kernel/graphql/bounds/check-operation.ts'
import { findInternalAlias, internalFields } from '../internal-fields.ts'
import { createExecutor, type Executor, type Send } from './executor.ts'
import { UnknownNode } from './plan.ts'

export type GatewayInterface = NonNullable<ApolloServerOptions<never>['gateway']>
type Asked = Parameters<NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>>[0]

export type EngineOptions<Context> = {
  /** Loads and reloads the supergraph, and executes what our executor does not know. */
  readonly stock: ApolloGateway
  /** How a subgraph is asked on behalf of one request. */
  readonly send: (context: Context) => Send
  /** Whether who asks a document may be told which values an enum has; nobody is when it is not given. */
  readonly namesValues?: NamesValues
  /** Told when the stock executor took over. */
  readonly onFallback: (kind: string) => void
  /** Told when an operation had to be planned, and how many compiled ones are kept then. */
  readonly onPlanned?: (context: Context, milliseconds: number, kept: number) => void
}

/** An operation, valid on a schema of this gateway, on behalf of one request. */
export type AskedOperation<Context> = {
  readonly schema?: GraphQLSchema | undefined
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
  readonly queryHash: string
  readonly context: Context
}

/** @throws {UnknownNode} for what only the stock executor may know; nothing was sent then. */
export type Attempt<Context> = (asked: AskedOperation<Context>) => Promise<ExecutionResult>

/** The supergraph that is in use: never one without the other. */
type Loaded = { readonly executor: Executor; readonly internal: ReadonlySet<string> }

/** @throws when this gateway cannot execute operations on the supergraph. */
export const loadSupergraph = (supergraphSdl: string, namesValues?: NamesValues): Loaded => ({
  executor: createExecutor(supergraphSdl, namesValues),
  internal: internalFields(supergraphSdl),
})

/** The stock gateway with our executor in its place: loading and reloading stay as they are. */
export function createEngine<Context>(
  options: EngineOptions<Context>,
): GatewayInterface & { readonly attempt: Attempt<Context> } {
  const { stock, send, onFallback, onPlanned } = options
  let loaded: Loaded | null = null
  // An operation that was found valid on the old one, and comes here after the new one did, is still executed on the old one.
  const bySchema = new WeakMap<GraphQLSchema, Loaded>()
  stock.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    // When the new one does not do, the old one does not fit the schema any more either.
    loaded = null
    loaded = loadSupergraph(coreSupergraphSdl, options.namesValues)
    if (apiSchema) bySchema.set(apiSchema, loaded)
  })
  const current = (): Loaded => {
    if (!loaded) throw new Error('the supergraph is not loaded')
    return loaded
  }
  const loadedFor = (schema: GraphQLSchema | undefined) => (schema && bySchema.get(schema)) ?? current()
  const attempt: Attempt<Context> = async ({ schema, queryHash, context, ...operation }) => {
    const { executor } = loadedFor(schema)
    const planned =
      onPlanned && ((milliseconds: number) => onPlanned(context, milliseconds, executor.kept + 1))
    return await executor.execute({ ...operation, key: queryHash }, send(context), planned)
  }
  return {
    attempt,
    onSchemaLoadOrUpdate: (callback) => stock.onSchemaLoadOrUpdate(callback),
    async load(options) {
      const fallback = (await stock.load(options)).executor
      current()
      return {
        async executor(asked: Asked) {
          const { internal } = loadedFor(asked.schema)
          const { schema, document, operationName, queryHash } = asked
          const context = asked.context as Context
          const variables = asked.request.variables ?? {}
          try {
            return await attempt({ schema, document, operationName, variables, queryHash, context })
          } catch (error) {
            if (!(error instanceof UnknownNode)) throw error
            // The stock executor would let such an alias write or read what is internal.
            const refusal = findInternalAlias(asked.document, internal)
            if (refusal) return { errors: [refusal] }
            onFallback(error.message)
            return await fallback(asked)
          }
        },
      }
    },
    stop: () => stock.stop(),
  }
}
