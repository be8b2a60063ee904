import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { activity } from '../../../kernel/activities.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { header } from '../../../kernel/http.ts'
import type { LogTables } from '../../../kernel/log/tables.ts'
import type { Party } from '../../../kernel/party.ts'
import type { HoldStore } from './hold-store.ts'

/**
 * Serves `GET /legal-holds` to the agencies' own service identities: the addresses about which they may not erase anything, and
 * nothing of why. Each address is on record before it is told; an agency that knows them already gets 304 (RFC 9110, ETag).
 */
export function serveHolds(
  {
    app,
    processing,
    line,
    recordRefusal,
  }: Pick<Party<LogTables>, 'app' | 'processing' | 'line' | 'recordRefusal'>,
  holds: Pick<HoldStore, 'heldAddresses'>,
): void {
  const onRequest = async (request: FastifyRequest) => {
    if (isAgency(request)) return
    await recordRefusal(request, 'legal-holds')
    throw forbidden()
  }
  app.get('/legal-holds', { onRequest }, async (request, reply) => {
    const addresses = await holds.heldAddresses()
    const version = `"${createHash('sha256').update(addresses.join('\n')).digest('base64url')}"`
    reply.header('etag', version).header('cache-control', 'private, no-cache')
    if (header(request, 'if-none-match') === version) return reply.code(304).send()
    const now = new Date()
    await processing.append(
      addresses.map((addressId) =>
        line(request.trace, now, {
          name: 'Bewaarplicht doorgegeven',
          activity: activity('svip', 'bewaring', 'v1'),
          addressId,
          recipient: request.caller?.organisation ?? null,
        }),
      ),
    )
    return { addresses }
  })
}

const isAgency = ({ caller }: FastifyRequest): boolean =>
  (caller?.organisation === 'IMG' || caller?.organisation === 'NCG') && caller.roles.includes('service')
