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
  /** Loads and reloads the supergraph, and executes the plans that our executor does not support. */
  readonly stock: ApolloGateway
  /** Calls a subgraph on behalf of one request. */
  readonly send: (context: Context) => Send
  /** Whether an error about this document may list the values of an enum; without it, no error does. */
  readonly namesValues?: NamesValues
  /** Called when Apollo's executor took over. */
  readonly onFallback: (kind: string) => void
  /** Called when an operation had to be planned, with the number of compiled operations in the cache. */
  readonly onPlanned?: (context: Context, milliseconds: number, kept: number) => void
}

/** A valid operation, on behalf of one request. */
export type AskedOperation<Context> = {
  readonly schema?: GraphQLSchema | undefined
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
  readonly queryHash: string
  readonly context: Context
}

/** @throws {UnknownNode} for a plan that only Apollo's executor may support, before anything is sent. */
export type Attempt<Context> = (asked: AskedOperation<Context>) => Promise<ExecutionResult>

/** The supergraph in use; both parts are replaced together. */
type Loaded = { readonly executor: Executor; readonly internal: ReadonlySet<string> }

/** @throws when this gateway cannot execute operations on the supergraph. */
export const loadSupergraph = (supergraphSdl: string, namesValues?: NamesValues): Loaded => ({
  executor: createExecutor(supergraphSdl, namesValues),
  internal: internalFields(supergraphSdl),
})

/** Apollo's gateway with our executor; Apollo's loading and reloading stay in use. */
export function createEngine<Context>(
  options: EngineOptions<Context>,
): GatewayInterface & { readonly attempt: Attempt<Context> } {
  const { stock, send, onFallback, onPlanned } = options
  let loaded: Loaded | null = null
  // An operation that was validated against the previous schema is executed against it, also after a reload.
  const bySchema = new WeakMap<GraphQLSchema, Loaded>()
  stock.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    // If loading the new supergraph fails, the previous one does not match the schema either.
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
            // Apollo's executor would let such an alias write or read internal fields.
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
