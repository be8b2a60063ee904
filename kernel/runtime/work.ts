import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Gauge } from 'prom-client'
import type { Metrics } from './metrics.ts'
import { createTurns, type WorkBound } from './turns.ts'

/** What a process takes on: work, and connections, of which those beyond it are closed as they come. */
export type WorkBounds = WorkBound & { readonly connections: number }

/** Who has turns of its own; who has no token, by address. */
const whoAsks = ({ caller, ip }: FastifyRequest): string =>
  caller ? JSON.stringify([caller.client, caller.subject]) : ip

/**
 * Makes every route but the open ones wait for its turn. The turn begins when the body was read, so that who sends slowly has none,
 * and ends when the answer is made, so that who reads slowly has none either; also when the caller went away meanwhile.
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
        .take(whoAsks(request), (leave) => reply.raw.once('close', leave))
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
