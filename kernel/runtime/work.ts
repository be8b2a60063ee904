import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Gauge } from 'prom-client'
import type { Metrics } from './metrics.ts'
import { createTurns, type WorkBound } from './turns.ts'

/** The bounds on work and connections; connections beyond the bound are closed on arrival. */
export type WorkBounds = WorkBound & { readonly connections: number }

/** The key of a caller's queue; requests without a token are keyed by network address. */
const queueKey = ({ caller, ip }: FastifyRequest): string =>
  caller ? JSON.stringify([caller.client, caller.subject]) : ip

/**
 * Makes the requests to every route but the open ones wait for a slot. A request has the slot from when its body is read until its answer
 * is made, so that slow clients do not occupy one; also when the caller disconnects meanwhile.
 */
export function boundWork(
  app: FastifyInstance,
  bounds: WorkBounds,
  metrics: Pick<Metrics, 'registry' | 'overloaded'>,
): void {
  app.server.maxConnections = bounds.connections
  const turns = createTurns(bounds)
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [metrics.registry],
      collect() {
        this.set(read())
      },
    })
  gauge('requests_running', 'Requests that are worked on now', turns.running)
  gauge('requests_waiting', 'Requests that wait for their turn', turns.waiting)
  app.addHook('onRoute', (route) => {
    if (route.config?.open) return
    const { handler } = route
    route.handler = async function inTurn(request, reply) {
      const done = await turns
        .take(queueKey(request), (leave) => reply.raw.once('close', leave))
        .catch((error: unknown) => {
          metrics.overloaded.inc()
          throw error
        })
      try {
        return await handler.call(this, request, reply)
      } finally {
        done()
      }
    }
  })
}
