import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { AppError, type ErrorCode, hasCode } from './errors.ts'
import type { Metrics } from './metrics.ts'
import { continueTrace, type Trace } from './trace.ts'
import type { Caller } from './vocabulary.ts'

declare module 'fastify' {
  interface FastifyRequest {
    trace: Trace
    /** Who calls; `null` on routes that need nobody. */
    caller: Caller | null
  }
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  OPERATION_TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CONFLICT: 409,
  RECORD_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
}

export type HttpOptions = {
  readonly logger: Logger
  readonly metrics: Metrics
  readonly maxBodyBytes: number
  /** Rejects as long as the process cannot do its work. */
  readonly ready: () => Promise<void>
}

/**
 * The HTTP side that every process has: `/healthz` (alive), `/readyz` (its needs answer), `/metrics`, a trace per request,
 * and one form of error. Neither bodies, nor headers, nor query strings are ever logged.
 */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const { logger, metrics } = options
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.maxBodyBytes,
    // Longer than the gateway keeps its own sockets, so that the gateway never writes to one that is being closed.
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance

  app.decorateRequest('trace', null as unknown as Trace)
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    request.trace = continueTrace(header(request, 'traceparent'))
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.requests.inc({ route, status: reply.statusCode })
    logger.debug(
      { route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), traceId: request.trace.traceId },
      'request',
    )
  })
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, logger))
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).send(errorBody('BAD_USER_INPUT', 'Deze pagina bestaat niet.', request.trace?.traceId))
  })

  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await options.ready()
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'not ready' })
    }
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
  return app
}

/** The one value of a header; a repeated one counts as absent. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

const errorBody = (code: ErrorCode, message: string, traceId: string | undefined) => ({
  errors: [{ message, extensions: { code, ...(traceId ? { traceId } : {}) } }],
})

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger) {
  const traceId = request.trace?.traceId
  if (error instanceof AppError) {
    if (error.originalError) logger.warn({ code: error.code, err: error.originalError, traceId }, 'refused')
    if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer realm="samenloop"')
    return reply.code(STATUS[error.code] ?? 500).send(errorBody(error.code, error.message, traceId))
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413)
    return reply
      .code(413)
      .send(errorBody('OPERATION_TOO_COMPLEX', 'De vraag is te groot. Stel een kleinere vraag.', traceId))
  if (status === 415)
    return reply
      .code(415)
      .send(
        errorBody('BAD_USER_INPUT', 'Stuur de vraag als JSON, met content-type application/json.', traceId),
      )
  if (status >= 400 && status < 500)
    return reply
      .code(status)
      .send(errorBody('BAD_USER_INPUT', 'De vraag is niet leesbaar: het is geen geldige JSON.', traceId))
  logger.error({ err: error, traceId }, 'unexpected failure')
  return reply.code(500).send(errorBody('INTERNAL', internalMessage(traceId), traceId))
}

export const internalMessage = (traceId: string | undefined): string =>
  `Er ging iets mis aan onze kant. Probeer het later opnieuw${traceId ? `; noem bij vragen kenmerk ${traceId}` : ''}.`

/**
 * Listens, or explains on standard error why that is not possible and ends the process.
 * @param setting name of the setting that changes the port, to say in the message.
 */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
  setting: string,
): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) {
      throw new Error(
        `Port ${port} is in use. Stop what listens there, or choose another port with ${setting}=<port>.`,
      )
    }
    throw error
  }
}

/** Runs the start of a process: a failure is said in one line and ends it; SIGTERM and SIGINT end it in good order. */
export async function run(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  try {
    const running = await start()
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      running.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      )
    }
    // Started by `npm start` or a test that has gone: nobody is left to stop us.
    process.once('disconnect', stop)
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  } catch (error) {
    fail(error)
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
