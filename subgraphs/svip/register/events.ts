import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badInput, forbidden } from '../../../kernel/errors.ts'
import { isStorable } from '../../../kernel/input.ts'
import { readDate, readInstant } from '../../../kernel/scalars.ts'
import { ADDRESS_ID, type Owner } from '../../../kernel/vocabulary.ts'
import { NOTICES, type NoticeType, type RegisterEvent } from './event.ts'
import type { RegisterStore } from './register-store.ts'
import { PHASE_LABELS, STATUS_LABELS } from './track-labels.ts'

/** How the agencies tell the register what starts, moves and ends: CloudEvents 1.0 in batches, in order, at least once. */

/** The largest whole number of a column. */
const MAX_INTEGER = 2_147_483_647

const STATES: Readonly<Record<Owner, readonly string[]>> = {
  IMG: ['registered', 'advanced', 'closed'].map((moment) => `nl.img.damage-claim.${moment}`),
  NCG: ['registered', 'advanced', 'completed'].map((moment) => `nl.ncg.strengthening-project.${moment}`),
}
const NOTICE_TYPES = Object.keys(NOTICES) as NoticeType[]

const about = z.object({
  addressId: z.string().regex(ADDRESS_ID),
  reference: z.string().min(1).max(2000).refine(isStorable),
})

/** An agency speaks for itself alone: its events carry its own source and types, and the phases of its own process. */
const eventOf = (owner: Owner) => {
  const envelope = z.object({
    specversion: z.literal('1.0'),
    id: z.uuid(),
    source: z.literal(`urn:samenloop:${owner.toLowerCase()}`),
    time: z.string().refine((text) => readInstant(text) !== null),
  })
  const state = envelope
    .extend({
      type: z.enum(STATES[owner]),
      data: about.extend({
        phase: z.enum([...PHASE_LABELS[owner].keys()]),
        status: z.enum([...STATUS_LABELS[owner].keys()]).nullable(),
        open: z.boolean(),
        since: z.string().refine((text) => readDate(text) !== null),
        revision: z.number().int().min(1).max(MAX_INTEGER),
      }),
    })
    .transform(
      ({ id, time, data: { addressId, ...track } }): RegisterEvent => ({
        id,
        track: { ...track, owner, address_id: addressId, as_of: time },
      }),
    )
  const notice = envelope
    .extend({
      type: z.enum(NOTICE_TYPES.filter((type) => type.startsWith(`nl.${owner.toLowerCase()}.`))),
      data: about,
    })
    .transform(
      ({ id, time, type, data: { addressId, reference } }): RegisterEvent => ({
        id,
        notice: { id, owner, kind: NOTICES[type], address_id: addressId, reference, occurred_at: time },
      }),
    )
  return z.union([state, notice])
}
const batchOf = {
  IMG: z.array(eventOf('IMG')).max(1000),
  NCG: z.array(eventOf('NCG')).max(1000),
} as const

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
  // Before the body is read: a stranger's is not looked at.
  const onRequest = async (request: FastifyRequest) => {
    if (ownerOf(request)) return
    await recordRefusal(request, 'events')
    throw forbidden()
  }
  app.post('/events', { onRequest }, async (request, reply) => {
    const owner = ownerOf(request)
    if (!owner) throw forbidden()
    if (speaksForOther(owner, request.body)) {
      await recordRefusal(request, 'events')
      throw forbidden()
    }
    const parsed = batchOf[owner].safeParse(request.body)
    if (!parsed.success) {
      await recordRefusal(request, 'events')
      throw badInput('Dit zijn geen gebeurtenissen die het register van deze organisatie aanneemt.')
    }
    if (parsed.data.length > 0) await register.record(parsed.data)
    return reply.code(204).send()
  })
}

function ownerOf({ caller }: FastifyRequest): Owner | null {
  if (!caller?.roles.includes('service')) return null
  return caller.organisation === 'IMG' || caller.organisation === 'NCG' ? caller.organisation : null
}

/** Whether an event says that it comes from, or is about, somebody else. What is no event at all is another fault. */
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
