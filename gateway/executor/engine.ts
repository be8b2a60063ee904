import type { ApolloGateway } from '@apollo/gateway'
import type { ApolloServerOptions } from '@apollo/server'
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

/** The stock gateway with our executor in its place: planning, loading and reloading stay as they are. */
export function createEngine<Context>({ stock, send, onFallback }: EngineOptions<Context>): GatewayInterface {
  let executor: Executor | null = null
  stock.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    executor = createExecutor(coreSupergraphSdl)
  })
  return {
    onSchemaLoadOrUpdate: (callback) => stock.onSchemaLoadOrUpdate(callback),
    async load(options) {
      const fallback = (await stock.load(options)).executor
      return {
        async executor(asked: Asked) {
          if (!executor) throw new Error('the supergraph is not loaded')
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
            onFallback(error.message)
            return await fallback(asked)
          }
        },
      }
    },
    stop: () => stock.stop(),
  }
}
