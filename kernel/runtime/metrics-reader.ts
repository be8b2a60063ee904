import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'

const thisMachine = new BlockList()
thisMachine.addSubnet('127.0.0.0', 8)
thisMachine.addAddress('::1', 'ipv6')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Lets in who may read the metrics of a process: who sends the token as `Authorization: Bearer`, or where no token is set, who
 * asks from this machine. No access token of a person does, since metrics are for who runs the process.
 * @throws {AppError} `UNAUTHENTICATED` for everybody else.
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
