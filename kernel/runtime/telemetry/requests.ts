import type { FastifyInstance } from 'fastify'
import { runInTrace } from './current.ts'
import { nowMs } from './span.ts'
import type { Tracing } from './tracing.ts'

/** The routes of probes, which are called many times a minute and never interesting. */
const UNTRACED = new Set(['/healthz', '/readyz', '/metrics'])

/** Makes a span of every request whose trace is exported, and sets the current trace. */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  app.addHook('onRequest', (request, _reply, next) => runInTrace(contextOf(request.trace), next))
  // Fastify's reading of the body loses the trace.
  app.addHook('preHandler', (request, _reply, next) => runInTrace(contextOf(request.trace), next))
  app.addHook('onResponse', async ({ trace, method, routeOptions }, reply) => {
    const route = routeOptions.url ?? 'unknown'
    if (!trace.sampled || UNTRACED.has(route)) return
    const endedAt = nowMs()
    tracing.record({
      name: `${method} ${route}`,
      kind: 'server',
      trace,
      startedAt: endedAt - reply.elapsedTime,
      endedAt,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': reply.statusCode,
      },
      failed: reply.statusCode >= 500,
    })
  })
}

const contextOf = <T extends { readonly sampled?: boolean }>(trace: T): T | undefined =>
  trace.sampled ? trace : undefined
