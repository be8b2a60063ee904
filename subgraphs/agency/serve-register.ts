import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badInput } from '../../kernel/errors.ts'
import { isStorable } from '../../kernel/graphql/input.ts'
import { forOperator } from '../../kernel/identity/audience.ts'
import { ADDRESS_ID } from '../../kernel/vocabulary.ts'
import { type AgencyParty, recordForOperator } from './outbox/operator-record.ts'
import type { Relay } from './outbox/relay.ts'
import type { RegisterState } from './register-state.ts'

/** The size of a batch of events. */
const MAX_TRACKS = 1000
/** One less than the maximum of the column, so that the next revision still fits. */
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
 * Serves what the register should have of an agency's files to the operator's service identity, to compare and repair it: `POST
 * /register/page`, `/register/look` and `/register/repair`. References go in the body, because proxies log URLs. Each read is on record,
 * and each address before it is resent; any other caller gets `FORBIDDEN`.
 */
export function serveRegisterState(
  party: AgencyParty,
  state: RegisterState,
  relay: Pick<Relay, 'flush'>,
): void {
  const { app } = party
  const operator = forOperator('register')
  const read = <T>(shape: z.ZodType<T>, { body }: FastifyRequest): T => {
    const parsed = shape.safeParse(body)
    if (!parsed.success) throw badInput('Dit is geen vraag die bij het vergelijken van het register hoort.')
    return parsed.data
  }

  app.post('/register/page', operator, async (request) => {
    const { after } = read(page, request)
    await recordForOperator(party, request, 'Vergeleken met het register', [null])
    return { tracks: await state.page(after, MAX_TRACKS) }
  })
  app.post('/register/look', operator, async (request) => {
    const { tracks } = read(look, request)
    await recordForOperator(party, request, 'Vergeleken met het register', [null])
    return await state.look(tracks)
  })
  app.post('/register/repair', operator, async (request) => {
    const { tracks, notices } = read(repair, request)
    const addresses = new Set([...tracks, ...notices].map(({ addressId }) => addressId))
    await recordForOperator(party, request, 'Opnieuw doorgegeven aan het register', [...addresses])
    const sent = await state.publishAgain(
      tracks,
      notices.map((notice) => notice.reference),
    )
    await relay.flush()
    return { sent }
  })
}
