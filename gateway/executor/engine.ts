import type { ApolloGateway } from '@apollo/gateway'
import type { ApolloServerOptions } from '@apollo/server'
import { findInternalAlias, internalFields } from '../internal-fields.ts'
import { createExecutor, type Executor, type Send } from './executor.ts'
import { UnknownNode } from './plan.ts'

type GatewayInterface = NonNullable<ApolloServerOptions<never>['gateway']>
type Asked = Parameters<NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>>[0]

export type EngineOptions<Context> = {
  /** Loads and reloads the supergraph, and executes what our executor does not know. */
  readonly stock: ApolloGateway
  /** How a subgraph is asked on behalf of one request. */
  readonly send: (context: Context) => Send
  /** Told when the stock executor took over. */
  readonly onFallback: (kind: string) => void
}

/** The supergraph that is in use: never one without the other. */
type Loaded = { readonly executor: Executor; readonly internal: ReadonlySet<string> }

/** The stock gateway with our executor in its place: loading and reloading stay as they are. */
export function createEngine<Context>({ stock, send, onFallback }: EngineOptions<Context>): GatewayInterface {
  let loaded: Loaded | null = null
  stock.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    // When the new one does not do, the old one does not fit the schema any more either.
    loaded = null
    loaded = { executor: createExecutor(coreSupergraphSdl), internal: internalFields(coreSupergraphSdl) }
  })
  const current = (): Loaded => {
    if (!loaded) throw new Error('the supergraph is not loaded')
    return loaded
  }
  return {
    onSchemaLoadOrUpdate: (callback) => stock.onSchemaLoadOrUpdate(callback),
    async load(options) {
      const fallback = (await stock.load(options)).executor
      current()
      return {
        async executor(asked: Asked) {
          const { executor, internal } = current()
          try {
            const operation = {
              document: asked.document,
              operationName: asked.operationName,
              variables: asked.request.variables ?? {},
              key: asked.queryHash,
            }
            return await executor.execute(operation, send(asked.context as Context))
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
