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
import { type Look, lookSometimes } from './readiness.ts'
import { refuseEncodings } from './refuse-encodings.ts'
import { traceRequests } from './telemetry/requests.ts'
import type { Tracing } from './telemetry/tracing.ts'
import { answerUnreadable, lingerOnClose } from './unread-body.ts'
import { boundWork, type WorkBounds } from './work.ts'

declare module 'fastify' {
  interface FastifyRequest {
    trace: Trace
    /** Who calls; `null` on routes that need nobody. */
    caller: Caller | null
  }
  interface FastifyContextConfig {
    /** Whether the route answers who has no access token; every route that does says so. */
    open?: true
  }
}

export type HttpOptions = {
  readonly logger: Logger
  readonly metrics: Metrics
  readonly maxBodyBytes: number
  readonly work: WorkBounds
  /** Who has it may read `/metrics`; without one, which production refuses, only this machine may. */
  readonly metricsToken?: string | undefined
  /** Where spans go, if anywhere. */
  readonly tracing?: Tracing | null
  /** Rejects as long as the process cannot do its work; tells of the others that it needs which of them can. */
  readonly ready: Look
  /** All metrics, when this process is one of several. */
  readonly allMetrics?: (() => Promise<string>) | undefined
}

/**
 * The HTTP side that every process has: `/healthz` (alive), `/readyz` (its needs answer), `/metrics`, a trace per request,
 * and one form of error. Neither bodies, nor headers, nor query strings are ever logged. Once it is closed it takes no new
 * connection, finishes what it began, and answers what comes on a connection that is still open as the last thing there.
 */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const { logger, metrics, tracing = null, allMetrics = () => metrics.registry.metrics() } = options
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.maxBodyBytes,
    // Longer than the gateway keeps its own sockets, so that the gateway never writes to one that is being closed.
    keepAliveTimeout: 75_000,
    // Who sends slower than this holds a connection for nothing.
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // Refusing would lose a question that somebody sent before they could know.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable('application/json', (text) =>
      JSON.stringify(errorBody('BAD_USER_INPUT', text, undefined)),
    ),
  }) as unknown as FastifyInstance
  lingerOnClose(app.server)

  // Everything is JSON here, which a page of another site cannot send.
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
  const look = lookSometimes(options.ready)
  app.get('/readyz', open, async (_request, reply) => {
    const { ready, parts } = await look()
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

/** Says more only to who sent a token (RFC 6750 3 and 3.1), and to them not why it does not hold. */
const challenge = (request: FastifyRequest): string =>
  `Bearer realm="samenloop"${bearerOf(header(request, 'authorization')) === null ? '' : ', error="invalid_token"'}`

/** What a path can be asked by, when there is something at it. */
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

/** How long a process gets to end in good order: less than its starter waits before it ends it by force. */
const STOP_WITHIN_MS = 8000

/**
 * Runs a process from its start to its end: a failure is said in one line and ends it; SIGTERM, SIGINT and the going of who
 * started it end it in good order, at any moment.
 */
export async function run(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  // What a process writes (its database, its seals) is for nobody else on the machine.
  process.umask(0o077)
  // Started by `npm start`, a command or a test that has gone already: nobody is left to stop us.
  if (process.send && !process.connected) process.exit(0)
  const asked = new Promise<void>((resolve) => {
    process.once('disconnect', resolve)
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })
  void asked.then(() => setTimeout(() => fail(new Error('It did not end in time.')), STOP_WITHIN_MS))
  try {
    const running = await start()
    // Also when asked during the start: a database that is cut off while it is being made cannot be used again.
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
  // A host with more addresses, none of which answers: the message itself is empty.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
