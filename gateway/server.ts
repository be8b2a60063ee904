import { readFileSync } from 'node:fs'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import type { FastifyRequest } from 'fastify'
import { type GatewayConfig, verifierOptions } from '../kernel/config.ts'
import { AppError, unauthenticated } from '../kernel/errors.ts'
import { graphqlHandler } from '../kernel/graphql-handler.ts'
import { apolloOptions, readPurpose } from '../kernel/graphql-server.ts'
import { createHttpServer, header, listen } from '../kernel/http.ts'
import { createTokenVerifier } from '../kernel/identity.ts'
import { createLogger } from '../kernel/logger.ts'
import { createMetrics } from '../kernel/metrics.ts'
import { readProcessingRegister } from '../kernel/processing-register.ts'
import { createAdmission } from './admission.ts'
import type { GatewayContext } from './context.ts'
import { refuseCrossSite } from './cross-site.ts'
import { createPool, SubgraphDataSource, sendTo } from './datasource.ts'
import { createEngine } from './executor/engine.ts'
import { limitCost } from './limits/limit-cost.ts'
import { serveProcessingRegister } from './processing-register/serve.ts'
import { createRateLimits } from './rate-limits.ts'
import { readTrustedDocuments } from './trusted-documents/trusted-documents.ts'

/**
 * Starts the gateway: it joins the subgraphs into one graph and protects nobody's data by itself. It checks the token and the
 * limits first, so that a question that would be refused costs the subgraphs nothing.
 */
export async function startGateway(config: GatewayConfig): Promise<{ close(): Promise<void> }> {
  // Set here and not by whoever starts the process: the gateway must never report to an outside party.
  process.env.APOLLO_TELEMETRY_DISABLED = '1'
  const logger = createLogger('gateway', { level: config.LOG_LEVEL, pretty: config.LOG_PRETTY })
  const metrics = createMetrics('gateway')
  const production = config.NODE_ENV === 'production'
  const supergraphSdl = readFileSync(config.SUPERGRAPH, 'utf8')
  const pool = createPool(config.SUBGRAPH_TIMEOUT_MS)
  const urls: Readonly<Record<string, string>> = {
    img: config.IMG_URL,
    ncg: config.NCG_URL,
    svip: config.SVIP_URL,
  }

  const app = createHttpServer({
    logger,
    metrics,
    maxBodyBytes: config.MAX_BODY_BYTES,
    ready: () => subgraphsReady(Object.values(urls)),
  })
  const options = apolloOptions<GatewayContext>({
    app,
    logger,
    limits: config.limits,
  })
  const rateLimits = createRateLimits({
    perMinute: config.perMinute,
    onLimited: (by) => metrics.rateLimited.inc({ by }),
  })
  const server = new ApolloServer<GatewayContext>({
    ...options,
    plugins: [
      ...options.plugins,
      limitCost({ max: config.MAX_COST, charge: (cost, { caller }) => rateLimits.charge(cost, caller) }),
    ],
    gateway: createEngine<GatewayContext>({
      stock: new ApolloGateway({
        supergraphSdl,
        logger,
        buildService: ({ name }) => new SubgraphDataSource(name, urls[name] ?? '', pool),
      }),
      send: (context) => (service, body) => sendTo(urls[service] ?? '', body, context, pool),
      onFallback: (kind) => logger.warn({ kind }, 'the stock executor took over'),
    }),
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
  })
  await server.start()

  const verifier = createTokenVerifier(verifierOptions(config))
  const admit = createAdmission({
    documents: readTrustedDocuments(config.TRUSTED_DOCUMENTS_FILE, supergraphSdl),
    mode: config.trustedDocuments,
    limits: config.limits,
    onDocument: (kind) => metrics.documents.inc({ kind }),
  })
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      refuseCrossSite(request)
      const caller = await verifier.verify(header(request, 'authorization')).catch(async (error) => {
        if (error instanceof AppError && error.code === 'UNAUTHENTICATED')
          await rateLimits.takeUnknown(request.ip, reply)
        throw error
      })
      await rateLimits.takeOf(caller, reply)
      // Checked here too, so that a mistyped purpose is one clear error instead of one per subgraph.
      readPurpose(header(request, 'x-purpose'))
      request.caller = caller
    },
    handler: graphqlHandler(server, { context: contextOf, admit }),
  })
  serveProcessingRegister(app, readProcessingRegister())
  if (!production) {
    // Imported only here: what is for development is not even loaded in production.
    const { servePlayground } = await import('./playground/playground.ts')
    servePlayground(app, config)
  }

  await listen(app, config.HOST, config.GATEWAY_PORT, 'GATEWAY_PORT')
  logger.info({ port: config.GATEWAY_PORT }, 'ready')
  return {
    async close() {
      await app.close()
      await server.stop()
      await pool.close()
    },
  }
}

function contextOf(request: FastifyRequest): GatewayContext {
  const authorization = header(request, 'authorization')
  if (!request.caller || authorization === undefined) throw unauthenticated()
  return {
    caller: request.caller,
    authorization,
    purpose: header(request, 'x-purpose'),
    trace: request.trace,
  }
}

/** The gateway can do its work when one subgraph can: a part of an answer is better than none. */
async function subgraphsReady(urls: readonly string[]): Promise<void> {
  await Promise.any(
    urls.map(async (url) => {
      const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(2000) })
      if (!response.ok) throw new Error('not ready')
    }),
  )
}
