import type { Kysely } from 'kysely'
import { z } from 'zod'
import { badInput } from '../../../kernel/errors.ts'
import { forOperator } from '../../../kernel/identity/audience.ts'
import { type AgencyParty, recordForOperator } from './operator-record.ts'
import { discardRefused, listRefused, MAX_REFUSED, refusedAmong, retryRefused } from './refused.ts'
import type { Relay } from './relay.ts'
import type { OutboxTables } from './tables.ts'

const chosen = z.object({ ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(MAX_REFUSED)]) })

const ACTIONS = {
  retry: { change: retryRefused, what: 'Geweigerde gebeurtenis opnieuw aangeboden' },
  discard: { change: discardRefused, what: 'Geweigerde gebeurtenis weggegooid' },
} as const

/**
 * Serves the events that the SVIP refused to the operator's service identity: `GET /outbox/refused` lists them, and `POST /outbox/retry`
 * and `/outbox/discard` with `{ "ids": [...] | "all" }` resend or delete them. Every read is on record, and so is each address before its
 * event is changed; any other caller gets `FORBIDDEN`.
 */
export function serveOutbox(party: AgencyParty, db: Kysely<OutboxTables>, relay: Pick<Relay, 'flush'>): void {
  const { app } = party
  const operator = forOperator('outbox')

  app.get('/outbox/refused', operator, async (request, reply) => {
    await recordForOperator(party, request, 'Geweigerde gebeurtenissen bekeken', [null])
    return reply.header('cache-control', 'no-store').send({ refused: await listRefused(db) })
  })
  for (const [path, { change, what }] of Object.entries(ACTIONS)) {
    app.post(`/outbox/${path}`, operator, async (request) => {
      const parsed = chosen.safeParse(request.body)
      if (!parsed.success) throw badInput('Stuur { "ids": [...] } met ids uit de lijst, of { "ids": "all" }.')
      const found = await refusedAmong(db, parsed.data.ids)
      await recordForOperator(
        party,
        request,
        what,
        found.map((row) => row.address_id),
      )
      const changed = await change(
        db,
        found.map(({ id }) => id),
      )
      // Not awaited: an event that is refused again is back in the list.
      if (path === 'retry') void relay.flush()
      return { changed }
    })
  }
}
