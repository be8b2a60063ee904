import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import {
  AppError,
  busyOf,
  type ErrorCode,
  HTTP_STATUS,
  hasCode,
  methodNotAllowed,
  notFound,
} from '../errors.ts'
import { bearerOf } from '../identity/bearer.ts'
import { continueTrace, type Trace } from '../trace.ts'
import type { Caller } from '../vocabulary.ts'
import { watchEventLoop } from './event-loop.ts'
import type { Metrics } from './metrics.ts'
import { metricsReader } from './metrics-reader.ts'
import { type Check, cacheReadiness } from './readiness.ts'
import { refuseEncodings } from './refuse-encodings.ts'
import { traceRequests } from './telemetry/requests.ts'
import type { Tracing } from './telemetry/tracing.ts'
import { answerUnreadable, lingerOnClose } from './unread-body.ts'
import { boundWork, type WorkBounds } from './work.ts'

declare module 'fastify' {
  interface FastifyRequest {
    trace: Trace
    /** The verified caller; `null` on open routes. */
    caller: Caller | null
  }
  interface FastifyContextConfig {
    /** Whether the route needs no access token. */
    open?: true
  }
}

export type HttpOptions = {
  readonly logger: Logger
  readonly metrics: Metrics
  readonly maxBodyBytes: number
  readonly work: WorkBounds
  /** The token that gives access to `/metrics`; without one, which production refuses, only this machine has access. */
  readonly metricsToken?: string | undefined
  /** The exporter of spans, if any. */
  readonly tracing?: Tracing | null
  /** Rejects while the process is not ready; returns of each dependency whether it is ready. */
  readonly ready: Check
  /** The metrics of all processes together, when this process is one of several. */
  readonly allMetrics?: (() => Promise<string>) | undefined
}

/**
 * The HTTP server of every process: `/healthz` (alive), `/readyz` (dependencies answer), `/metrics`, a trace per request, and one form of
 * error. Bodies, headers and query strings are never logged. Once it is closed it accepts no new connection, finishes the requests in
 * flight, and answers a last request on connections that are still open.
 */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const { logger, metrics, tracing = null, allMetrics = () => metrics.registry.metrics() } = options
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.maxBodyBytes,
    // Longer than the gateway's keep-alive, so that the gateway never writes to a socket that is being closed.
    keepAliveTimeout: 75_000,
    // Slower clients would occupy a connection needlessly.
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // A refusal would lose a request that was sent before the client could know.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable('application/json', (text) =>
      JSON.stringify(errorBody('BAD_USER_INPUT', text, undefined)),
    ),
  }) as unknown as FastifyInstance
  lingerOnClose(app.server)

  // Only JSON is accepted, which a page of another site cannot send.
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('trace', null as unknown as Trace)
  app.decorateRequest('caller', null)
  app.addHook('onRequest', (request, _reply, next) => {
    request.trace = continueTrace(header(request, 'traceparent'), tracing?.isSampled)
    next()
  })
  if (tracing) traceRequests(app, tracing)
  refuseEncodings(app, (message, { trace }) => errorBody('BAD_USER_INPUT', message, trace.traceId))
  boundWork(app, options.work, metrics)
  const watch = watchEventLoop({ metrics, logger })
  app.addHook('onClose', async () => watch.stop())
  let stopping = false
  app.addHook('preClose', (done) => {
    stopping = true
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) reply.header('connection', 'close')
    done(null, payload)
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
    const allowed = methodsOf(app, request.url)
    if (allowed.length > 0) reply.header('allow', allowed.join(', '))
    throw allowed.length > 0 ? methodNotAllowed(allowed) : notFound()
  })

  const open = { config: { open: true } } as const
  app.get('/healthz', open, async () => ({ status: 'ok' }))
  const readiness = cacheReadiness(options.ready)
  app.get('/readyz', open, async (_request, reply) => {
    const { ready, parts } = await readiness()
    const isReady = ready && !stopping
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', ...parts })
  })
  const onRequest = metricsReader(options.metricsToken)
  app.get('/metrics', { ...open, onRequest }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await allMetrics()),
  )
  return app
}

/** The one value of a header; a repeated one counts as absent. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** Reports `invalid_token` only when a token was sent (RFC 6750 3 and 3.1), and not why it is invalid. */
const challenge = (request: FastifyRequest): string =>
  `Bearer realm="samenloop"${bearerOf(header(request, 'authorization')) === null ? '' : ', error="invalid_token"'}`

/** The methods that a path supports. */
const methodsOf = (app: FastifyInstance, url: string): readonly string[] => {
  const [path = ''] = url.split('?')
  return ['GET', 'POST'].filter((method) => app.hasRoute({ method, url: path }))
}

const errorBody = (code: ErrorCode, message: string, traceId: string | undefined) => ({
  errors: [{ message, extensions: { code, ...(traceId ? { traceId } : {}) } }],
})

function sendError(thrown: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger) {
  const error = busyOf(thrown) ?? thrown
  const traceId = request.trace?.traceId
  if (error instanceof AppError) {
    if (error.originalError) logger.warn({ code: error.code, err: error.originalError, traceId }, 'refused')
    if (error.code === 'OVERLOADED') reply.header('retry-after', 1)
    if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', challenge(request))
    return reply.code(HTTP_STATUS[error.code]).send(errorBody(error.code, error.message, traceId))
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

/** The time for a graceful shutdown: less than the parent process waits before it kills the process. */
const STOP_WITHIN_MS = 8000

/**
 * Runs a process from start to end: an error is printed in one line and ends it; SIGTERM, SIGINT and the exit of the parent process shut it
 * down gracefully, at any moment.
 */
export async function run(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  // The files of a process (its database, its seals) are not for other users of the machine.
  process.umask(0o077)
  // The parent (`npm start`, a command or a test) has already exited, so nothing is left to stop this process.
  if (process.send && !process.connected) process.exit(0)
  const asked = new Promise<void>((resolve) => {
    process.once('disconnect', resolve)
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })
  void asked.then(() => setTimeout(() => fail(new Error('It did not end in time.')), STOP_WITHIN_MS))
  try {
    const running = await start()
    // A shutdown during the start waits for the start: a database whose creation is interrupted is unusable.
    await asked
    await running.close()
    process.exit(0)
  } catch (error) {
    fail(error)
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${reason(error)}\n`)
  process.exit(1)
}

function reason(error: unknown): string {
  // The message is empty when a host has several addresses and none of them answers.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
