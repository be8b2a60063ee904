import type { FastifyInstance, FastifyRequest } from 'fastify'
import { badInput, forbidden } from '../../../kernel/errors.ts'
import { forAgencies } from '../../../kernel/identity/audience.ts'
import type { Owner } from '../../../kernel/vocabulary.ts'
import type { RegisterEvent } from './event.ts'
import { readEvents } from './read-events.ts'
import type { RegisterStore } from './register-store.ts'

/** The endpoint for the agencies' events: CloudEvents 1.0 in batches, in order, at least once. */

type Services = {
  readonly register: RegisterStore
  readonly recordRefusal: (request: FastifyRequest, what: string) => Promise<void>
  /** Puts on record what the events will change besides the register, before the change. */
  readonly recordConsequences: (request: FastifyRequest, events: readonly RegisterEvent[]) => Promise<void>
}

/** Serves `POST /events` to the agencies' service identities; each can only send its own events. */
export function serveEvents(
  app: FastifyInstance,
  { register, recordRefusal, recordConsequences }: Services,
): void {
  app.addContentTypeParser(
    'application/cloudevents-batch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  )
  app.post('/events', forAgencies('events'), async (request, reply) => {
    const owner = ownerOf(request)
    if (!owner) throw forbidden()
    if (speaksForOther(owner, request.body)) {
      await recordRefusal(request, 'events')
      throw forbidden()
    }
    const read = readEvents(owner, request.body)
    if ('fault' in read) {
      await recordRefusal(request, 'events')
      throw badInput(
        `Dit zijn geen gebeurtenissen die het register van deze organisatie aanneemt (bij ${read.fault}).`,
      )
    }
    if (read.events.length > 0) {
      await recordConsequences(request, read.events)
      await register.record(read.events)
    }
    return reply.code(204).send()
  })
}

function ownerOf({ caller }: FastifyRequest): Owner | null {
  return caller?.organisation === 'IMG' || caller?.organisation === 'NCG' ? caller.organisation : null
}

/** Whether an event has the source or type of another party. A malformed event is a different fault. */
function speaksForOther(owner: Owner, body: unknown): boolean {
  const name = owner.toLowerCase()
  return (
    Array.isArray(body) &&
    body.some((item: unknown) => {
      const { source, type } = Object(item) as { source?: unknown; type?: unknown }
      const foreignSource = typeof source === 'string' && source !== `urn:samenloop:${name}`
      return foreignSource || (typeof type === 'string' && !type.startsWith(`nl.${name}.`))
    })
  )
}
