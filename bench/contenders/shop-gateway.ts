import { readFileSync } from 'node:fs'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import { Agent, request } from 'undici'
import { createEngine } from '../../gateway/executor/engine.ts'
import { apolloOptions } from '../../kernel/graphql/graphql-server.ts'
import { SUBGRAPH_LIMITS } from '../../kernel/graphql/limits.ts'
import { createHttpServer, listen } from '../../kernel/runtime/http.ts'
import { createLogger } from '../../kernel/runtime/logger.ts'
import { createMetrics } from '../../kernel/runtime/metrics.ts'
import type { Trace } from '../../kernel/trace.ts'

/** Our server and executor on another supergraph; our own process only supports its three subgraphs, and requires a token. */

const { PORT = '0', SUPERGRAPH = '', SUBGRAPHS = '{}' } = process.env
const places = JSON.parse(SUBGRAPHS) as Readonly<Record<string, string>>
const logger = createLogger('shop', { level: 'warn', pretty: false })
const app = createHttpServer({
  logger,
  metrics: createMetrics('shop'),
  maxBodyBytes: 262_144,
  work: { atOnce: 1000, waiting: 1000, connections: 10_000 },
  ready: async () => ({}),
})
const dispatcher = new Agent({ keepAliveTimeout: 30_000, connections: 64 })
const headers = { 'content-type': 'application/json', accept: 'application/json' }
const send = async (service: string, body: string): Promise<string> => {
  const response = await request(places[service] ?? '', { method: 'POST', dispatcher, headers, body })
  return await response.body.text()
}
const server = new ApolloServer<{ readonly trace: Trace }>({
  ...apolloOptions<{ readonly trace: Trace }>({
    app,
    logger,
    limits: SUBGRAPH_LIMITS,
    introspection: true,
  }),
  gateway: createEngine({
    stock: new ApolloGateway({ supergraphSdl: readFileSync(SUPERGRAPH, 'utf8'), logger }),
    send: () => send,
    onFallback: (kind) => {
      throw new Error(`Apollo's executor was needed for ${kind}`)
    },
  }),
})
await server.start()
app.post('/graphql', fastifyApolloHandler(server, { context: async ({ trace }) => ({ trace }) }))
await listen(app, '127.0.0.1', Number(PORT), 'PORT')
process.once('SIGTERM', () => process.exit(0))
