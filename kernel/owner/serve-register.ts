import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { activity } from '../activities.ts'
import { badInput, forbidden } from '../errors.ts'
import { isStorable } from '../input.ts'
import type { Relay } from '../outbox/relay.ts'
import type { Party } from '../party.ts'
import { ADDRESS_ID, isOperator } from '../vocabulary.ts'
import type { RegisterState } from './register-state.ts'

type OwnParty = Pick<Party<never>, 'app' | 'processing' | 'line' | 'recordRefusal'> & {
  readonly agency: 'img' | 'ncg'
}

/** As many as one batch of events holds. */
const MAX_TRACKS = 1000
/** One less than the largest whole number of a column, so that one beyond it still fits. */
const MAX_REVISION = 2_147_483_646

const reference = z.string().max(2000).refine(isStorable)
const track = z.object({ reference, addressId: z.string().regex(ADDRESS_ID) })
const registered = track.extend({ revision: z.number().int().min(0).max(MAX_REVISION) })
const page = z.object({ after: reference })
const look = z.object({ tracks: z.array(track).min(1).max(MAX_TRACKS) })
const repair = z.object({
  tracks: z.array(registered).max(MAX_TRACKS),
  notices: z.array(track).max(MAX_TRACKS),
})

/**
 * Serves what the register should say of an agency's files to the operator's service identity, to compare and to repair: `POST
 * /register/page`, `/register/look` and `/register/repair`. References go in the body, because addresses of pages are logged on
 * their way. Each look is on record, and each address before it is told again; `FORBIDDEN` to anybody else.
 */
export function serveRegisterState(party: OwnParty, state: RegisterState, relay: Pick<Relay, 'flush'>): void {
  const { agency, app, line, processing } = party
  const onRequest = async (request: FastifyRequest) => {
    if (request.caller && isOperator(request.caller)) return
    await party.recordRefusal(request, 'register')
    throw forbidden()
  }
  const record = ({ trace }: FastifyRequest, name: string, addressIds: readonly (string | null)[]) =>
    processing.append(
      addressIds.map((addressId) =>
        line(trace, new Date(), {
          name,
          activity: activity(agency, 'registermelding', 'v1'),
          addressId,
          recipient: 'SVIP',
        }),
      ),
    )
  const read = <T>(shape: z.ZodType<T>, { body }: FastifyRequest): T => {
    const parsed = shape.safeParse(body)
    if (!parsed.success) throw badInput('Dit is geen vraag die bij het vergelijken van het register hoort.')
    return parsed.data
  }

  app.post('/register/page', { onRequest }, async (request) => {
    const { after } = read(page, request)
    await record(request, 'Vergeleken met het register', [null])
    return { tracks: await state.page(after, MAX_TRACKS) }
  })
  app.post('/register/look', { onRequest }, async (request) => {
    const { tracks } = read(look, request)
    await record(request, 'Vergeleken met het register', [null])
    return await state.look(tracks)
  })
  app.post('/register/repair', { onRequest }, async (request) => {
    const { tracks, notices } = read(repair, request)
    const addresses = new Set([...tracks, ...notices].map(({ addressId }) => addressId))
    await record(request, 'Opnieuw doorgegeven aan het register', [...addresses])
    const sent = await state.publishAgain(
      tracks,
      notices.map((notice) => notice.reference),
    )
    await relay.flush()
    return { sent }
  })
}
