import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError, forbidden } from '../errors.ts'
import { readPurpose } from '../graphql/graphql-server.ts'
import { refusalOf, requireAudiences } from '../identity/audience.ts'
import type { TokenVerifier } from '../identity/identity.ts'
import { header } from '../runtime/http.ts'
import type { Log } from './log/log.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Writes the caller to the access log, and resolves once that is durable. */
    onRecord: (() => Promise<void>) | null
  }
}

type Options = {
  readonly verifier: TokenVerifier
  /** The chain that names callers; the processing log may not (Logboek Dataverwerkingen, "geen gebruikers in logregels"). */
  readonly access: Log
  readonly recordRefusal: (request: FastifyRequest, what: string) => Promise<void>
}

/**
 * Accepts callers with a valid token, and records them: an entry per request, linked by its span to the lines about what was processed. It
 * is written with the first of those lines, or separately, and no answer is sent before it is durable. A caller outside the audience of an
 * endpoint gets `FORBIDDEN`, on record, before the body is read.
 */
export function guardAccess(app: FastifyInstance, options: Options): { settle(): Promise<void> } {
  const strangers = coalesce((request, times) => options.recordRefusal(request, `UNAUTHENTICATED ×${times}`))
  app.decorateRequest('onRecord', null)
  requireAudiences(app)

  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.open) return
    try {
      request.caller = await options.verifier.verify(header(request, 'authorization'))
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED') await strangers.record(request)
      throw error
    }
    // Shares a commit with the lines about what is processed.
    request.onRecord = options.access.appendAlong([accessEntry(request)])
    const refusal = refusalOf(request.routeOptions.config.audience, request.caller)
    if (refusal !== null) {
      await options.recordRefusal(request, refusal)
      throw forbidden()
    }
    readPurpose(header(request, 'x-purpose'))
  })
  app.addHook('onSend', async (request, reply) => {
    // A 503 says that the record is unavailable, so it is sent without the entry.
    if (reply.statusCode !== 503) await request.onRecord?.()
  })
  return { settle: strangers.settle }
}

function accessEntry({ caller, trace, routeOptions }: FastifyRequest) {
  return {
    trace_id: trace.traceId,
    span_id: trace.spanId,
    parent_span_id: trace.parentSpanId,
    timestamp: Date.now(),
    route: routeOptions.url,
    caller: caller && {
      subject: caller.subject,
      organisation: caller.organisation,
      roles: caller.roles,
      municipality: caller.municipality,
      client: caller.client,
    },
  }
}

/**
 * Records calls without a valid token, without letting a flood of them fill the log: the first at once, those within the next second as one
 * entry with their number.
 */
function coalesce(write: (request: FastifyRequest, times: number) => Promise<void>) {
  let waiting = 0
  let timer: NodeJS.Timeout | null = null
  let last: FastifyRequest | null = null
  const settle = async () => {
    if (timer) clearTimeout(timer)
    timer = null
    const times = waiting
    waiting = 0
    if (times > 0 && last) await write(last, times).catch(() => {})
  }
  return {
    async record(request: FastifyRequest): Promise<void> {
      last = request
      if (timer) {
        waiting += 1
        return
      }
      timer = setTimeout(() => void settle(), 1000)
      await write(request, 1)
    },
    settle,
  }
}
