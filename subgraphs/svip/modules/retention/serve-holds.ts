import { createHash } from 'node:crypto'
import { forAgencies } from '../../../../kernel/identity/audience.ts'
import { commonActivity } from '../../../../kernel/records/activities.ts'
import type { LogTables } from '../../../../kernel/records/log/tables.ts'
import { header } from '../../../../kernel/runtime/http.ts'
import type { Party } from '../../../../kernel/runtime/party.ts'
import type { HoldStore } from './hold-store.ts'

/**
 * Serves `GET /legal-holds` to the agencies' service identities: the addresses about which they may not erase anything, with the
 * organisation and date of each hold, but without the reason. Each address is put on record before the answer; an agency that has the
 * current version gets 304 (RFC 9110, ETag).
 */
export function serveHolds(
  { app, processing, line }: Pick<Party<LogTables>, 'app' | 'processing' | 'line'>,
  holds: Pick<HoldStore, 'inForce'>,
): void {
  app.get('/legal-holds', forAgencies('legal-holds'), async (request, reply) => {
    const inForce = await holds.inForce()
    const addresses = [...new Set(inForce.map(({ addressId }) => addressId))]
    const version = `"${createHash('sha256').update(JSON.stringify(inForce)).digest('base64url')}"`
    reply.header('etag', version).header('cache-control', 'private, no-cache')
    if (header(request, 'if-none-match') === version) return reply.code(304).send()
    const now = new Date()
    await processing.append(
      addresses.map((addressId) =>
        line(request.trace, now, {
          name: 'Bewaarplicht doorgegeven',
          activity: commonActivity('svip', 'bewaring'),
          addressId,
          recipient: request.caller?.organisation ?? null,
        }),
      ),
    )
    // Agencies of earlier versions read `addresses`.
    return { addresses, holds: inForce }
  })
}
