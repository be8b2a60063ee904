import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, ERROR_CODES, tokenMissing } from '../kernel/errors.ts'
import { graphqlHandler } from '../kernel/graphql/graphql-handler.ts'
import { apolloOptions, readPurpose } from '../kernel/graphql/graphql-server.ts'
import { createTokenVerifier } from '../kernel/identity/identity.ts'
import { readProcessingRegister } from '../kernel/records/processing-register.ts'
import { verifierOptions, workBounds } from '../kernel/runtime/config.ts'
import { createHttpServer, header, listen } from '../kernel/runtime/http.ts'
import { createLogger } from '../kernel/runtime/logger.ts'
import { createMetrics } from '../kernel/runtime/metrics.ts'
import { openTracing } from '../kernel/runtime/telemetry/open.ts'
import { recordSpan } from '../kernel/runtime/telemetry/span.ts'
import { createAdmission } from './admission.ts'
import { serveApiSchema } from './api-schema.ts'
import { compressAnswers } from './compress.ts'
import { type GatewayContext, whenGone } from './context.ts'
import { refuseCrossSite } from './cross-site.ts'
import { SubgraphDataSource } from './datasource.ts'
import { createEngine } from './executor/engine.ts'
import { limitCost } from './limits/limit-cost.ts'
import { measureAnswers, measureOperations, operationNames } from './measure.ts'
import { serveProcessingRegister } from './processing-register/serve.ts'
import { answerExecuted, createQuickAnswers } from './quick-answers.ts'
import { createRateLimits } from './rate-limits.ts'
import type { GatewayConfig } from './settings.ts'
import { openSubgraphs } from './subgraphs.ts'
import { supergraphFile } from './supergraph.ts'
import { readTrustedDocuments } from './trusted-documents/trusted-documents.ts'
import { metricsOfAll } from './workers.ts'

/** The registered operations; only their names appear in metrics. */
const OPERATIONS = 'schema/operations'

/**
 * Starts the gateway. It joins the subgraphs into one graph; the protection of personal data is in the subgraphs. It checks the token and
 * the limits first, so that an operation that would be refused costs the subgraphs nothing.
 */
export async function startGateway(config: GatewayConfig): Promise<{ close(): Promise<void> }> {
  // Set here and not by the environment: the gateway must never send usage reports to a third party.
  process.env.APOLLO_TELEMETRY_DISABLED = '1'
  const logger = createLogger('gateway', { level: config.LOG_LEVEL, pretty: config.LOG_PRETTY })
  const metrics = createMetrics('gateway')
  const production = config.NODE_ENV === 'production'
  const tracing = await openTracing('gateway', config.tracing)
  const subgraphs = openSubgraphs({ config, metrics, logger, tracing })

  const app = createHttpServer({
    logger,
    metrics,
    tracing,
    maxBodyBytes: config.MAX_BODY_BYTES,
    metricsToken: config.METRICS_TOKEN,
    work: workBounds(config),
    ready: subgraphs.ready,
    allMetrics: metricsOfAll(metrics.registry),
  })
  compressAnswers(app, config.COMPRESS_FROM_BYTES)
  const options = apolloOptions<GatewayContext>({
    app,
    logger,
    limits: config.limits,
    introspection: !production,
  })
  const rateLimits = createRateLimits({
    perMinute: config.perMinute,
    onLimited: (by) => metrics.rateLimited.inc({ by }),
  })
  const documents = readTrustedDocuments(
    config.TRUSTED_DOCUMENTS_FILE,
    readFileSync(config.SUPERGRAPH, 'utf8'),
  )
  const engine = createEngine<GatewayContext>({
    stock: new ApolloGateway({
      supergraphSdl: supergraphFile({
        file: config.SUPERGRAPH,
        watches: config.SUPERGRAPH_WATCH,
        subgraphs: subgraphs.names,
        logger,
        onReload: (outcome) => metrics.supergraphReloads.inc({ outcome }),
      }),
      logger,
      buildService: ({ name }) => new SubgraphDataSource(name, subgraphs.get(name)),
    }),
    namesValues: (text) => !production || documents.findByText(text) !== undefined,
    send: (context) => (service, body) => subgraphs.get(service).ask(body, context),
    onFallback(kind) {
      metrics.executorFallbacks.inc({ kind })
      logger.warn({ kind }, 'the stock executor took over')
    },
    onPlanned({ trace }, milliseconds, kept) {
      metrics.planMisses.inc()
      metrics.plansKept.set(kept)
      recordSpan(tracing, trace, 'plan', milliseconds, {})
    },
  })
  const measure = measureOperations({
    metrics,
    tracing,
    names: operationNames(OPERATIONS),
    codes: new Set(ERROR_CODES),
  })
  const cost = limitCost<GatewayContext>({
    max: config.MAX_COST,
    // An operation that was already executed is already charged.
    charge: async (price, { caller, executed }) => {
      if (!executed) await rateLimits.charge(price, caller)
    },
  })
  const quick = createQuickAnswers({ execute: engine.attempt, cost, measure })
  const server = new ApolloServer<GatewayContext>({
    ...options,
    plugins: [...options.plugins, measureAnswers(measure), cost.plugin, quick.plugin],
    gateway: answerExecuted(engine),
  })
  await server.start()

  const verifier = createTokenVerifier(verifierOptions(config))
  const admit = createAdmission({
    documents,
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
      // Checked here too, so that a mistyped purpose gives one clear error instead of one per subgraph.
      readPurpose(header(request, 'x-purpose'))
      request.caller = caller
    },
    handler: graphqlHandler(server, { context: contextOf, admit, quick: quick.answer }),
  })
  serveProcessingRegister(app, readProcessingRegister())
  if (!production) serveApiSchema(app)
  if (!production && !cluster.isWorker) {
    // Imported here, so that production does not load development code. Its sessions live in one process.
    const { servePlayground } = await import('./playground/playground.ts')
    servePlayground(app, config)
  }

  await listen(app, config.HOST, config.GATEWAY_PORT, 'GATEWAY_PORT')
  logger.info({ port: config.GATEWAY_PORT }, 'ready')
  return {
    async close() {
      await app.close()
      await server.stop()
      await subgraphs.close()
      await tracing?.close()
    },
  }
}

function contextOf(request: FastifyRequest, reply: FastifyReply): GatewayContext {
  const authorization = header(request, 'authorization')
  if (!request.caller || authorization === undefined) throw tokenMissing()
  return {
    caller: request.caller,
    authorization,
    purpose: header(request, 'x-purpose'),
    trace: request.trace,
    gone: whenGone(reply.raw),
  }
}
