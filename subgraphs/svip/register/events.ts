import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badInput, forbidden } from '../../../kernel/errors.ts'
import { readDate, readInstant } from '../../../kernel/scalars.ts'
import { ADDRESS_ID, type Owner } from '../../../kernel/vocabulary.ts'
import type { RegisterStore } from './register-store.ts'

/** How the agencies tell the register what starts, moves and ends: CloudEvents 1.0 in batches, in order, at least once. */

const event = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z
    .string()
    .regex(
      /^nl\.(img\.damage-claim\.(registered|advanced|closed)|ncg\.strengthening-project\.(registered|advanced|completed))$/,
    ),
  time: z.string().refine((text) => readInstant(text) !== null),
  data: z.object({
    addressId: z.string().regex(ADDRESS_ID),
    reference: z.string().min(1).max(2000),
    phase: z.string().min(1).max(50),
    status: z.string().max(50).nullable(),
    open: z.boolean(),
    since: z.string().refine((text) => readDate(text) !== null),
    revision: z.number().int().min(1),
  }),
})
const batch = z.array(event).max(1000)

export function serveEvents(
  app: FastifyInstance,
  register: RegisterStore,
  recordRefusal: (request: FastifyRequest, what: string) => Promise<void>,
): void {
  app.addContentTypeParser(
    'application/cloudevents-batch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  )
  app.post('/events', async (request, reply) => {
    const owner = ownerOf(request)
    const parsed = batch.safeParse(request.body)
    // An agency speaks for itself alone: its events carry its own source and its own types.
    if (
      !owner ||
      (parsed.success && parsed.data.some(({ source, type }) => !speaksFor(owner, source, type)))
    ) {
      await recordRefusal(request, 'events')
      throw forbidden()
    }
    if (!parsed.success) throw badInput('Dit zijn geen CloudEvents die het register kent.')
    if (parsed.data.length > 0) {
      await register.record(
        parsed.data.map(({ data, time }) => ({
          owner,
          reference: data.reference,
          address_id: data.addressId,
          phase: data.phase,
          status: data.status,
          open: data.open,
          since: data.since,
          revision: data.revision,
          as_of: time,
        })),
      )
    }
    return reply.code(204).send()
  })
}

function ownerOf({ caller }: FastifyRequest): Owner | null {
  if (!caller?.roles.includes('service')) return null
  return caller.organisation === 'IMG' || caller.organisation === 'NCG' ? caller.organisation : null
}

const speaksFor = (owner: Owner, source: string, type: string): boolean =>
  source === `urn:samenloop:${owner.toLowerCase()}` && type.startsWith(`nl.${owner.toLowerCase()}.`)
