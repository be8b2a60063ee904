import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { activity } from '../activities.ts'
import { badInput, forbidden } from '../errors.ts'
import type { Party } from '../party.ts'
import { isOperator } from '../vocabulary.ts'
import { discardRefused, listRefused, MAX_REFUSED, refusedAmong, retryRefused } from './refused.ts'
import type { Relay } from './relay.ts'
import type { OutboxTables } from './tables.ts'

type OwnParty = Pick<Party<never>, 'app' | 'processing' | 'line' | 'recordRefusal'> & {
  readonly agency: 'img' | 'ncg'
}

const chosen = z.object({ ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(MAX_REFUSED)]) })

const ACTIONS = {
  retry: { change: retryRefused, what: 'Geweigerde gebeurtenis opnieuw aangeboden' },
  discard: { change: discardRefused, what: 'Geweigerde gebeurtenis weggegooid' },
} as const

/**
 * Serves the events that the SVIP refused to the operator's service identity: `GET /outbox/refused` lists them, and
 * `POST /outbox/retry` and `/outbox/discard` with `{ "ids": [...] | "all" }` send them again or throw them away. Every look is on
 * record, and so is each address before its event is touched; `FORBIDDEN` to anybody else.
 */
export function serveOutbox(party: OwnParty, db: Kysely<OutboxTables>, relay: Pick<Relay, 'flush'>): void {
  const { agency, app, line, processing } = party
  // Before the body is read: a stranger's is not looked at.
  const onRequest = async (request: FastifyRequest) => {
    if (request.caller && isOperator(request.caller)) return
    await party.recordRefusal(request, 'outbox')
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

  app.get('/outbox/refused', { onRequest }, async (request, reply) => {
    await record(request, 'Geweigerde gebeurtenissen bekeken', [null])
    return reply.header('cache-control', 'no-store').send({ refused: await listRefused(db) })
  })
  for (const [path, { change, what }] of Object.entries(ACTIONS)) {
    app.post(`/outbox/${path}`, { onRequest }, async (request) => {
      const parsed = chosen.safeParse(request.body)
      if (!parsed.success) throw badInput('Stuur { "ids": [...] } met ids uit de lijst, of { "ids": "all" }.')
      const found = await refusedAmong(db, parsed.data.ids)
      await record(
        request,
        what,
        found.map((row) => row.address_id),
      )
      const changed = await change(
        db,
        found.map(({ id }) => id),
      )
      // Not awaited: what is refused again stands in the list again.
      if (path === 'retry') void relay.flush()
      return { changed }
    })
  }
}
