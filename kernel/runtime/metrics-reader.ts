import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'

const thisMachine = new BlockList()
thisMachine.addSubnet('127.0.0.0', 8)
thisMachine.addAddress('::1', 'ipv6')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Checks access to the metrics of a process: the request has the token as `Authorization: Bearer`, or, when no token is set, comes from
 * this machine. An access token of a person gives no access, since metrics are for the operator.
 * @throws {AppError} `UNAUTHENTICATED` for any other request.
 */
export function metricsReader(token: string | undefined) {
  const expected = token === undefined ? null : digest(`Bearer ${token}`)
  return async (request: FastifyRequest): Promise<void> => {
    const isReader = expected
      ? timingSafeEqual(expected, digest(request.headers.authorization ?? ''))
      : thisMachine.check(request.ip, isIPv6(request.ip) ? 'ipv6' : 'ipv4')
    if (!isReader)
      throw new AppError(
        'UNAUTHENTICATED',
        'De meetwaarden zijn voor wie dit proces beheert. Stuur het token mee dat daarvoor is ingesteld.',
      )
  }
}
