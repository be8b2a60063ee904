import type { FastifyRequest } from 'fastify'
import { AppError, badInput } from '../kernel/errors.ts'
import { header } from '../kernel/runtime/http.ts'

/** A page elsewhere can only send these after asking first, which is refused: no origin but our own is allowed (CORS). */
const PREFLIGHTED = ['apollo-require-preflight', 'graphql-require-preflight', 'x-apollo-operation-name']

/**
 * Refuses what a page of another site sends in somebody's name (CSRF), also where a proxy in front adds the token. A POST cannot come
 * from there: it is taken as JSON only, which a browser does not send to another origin without asking.
 * @throws {AppError} `FORBIDDEN` for a request of another site, `BAD_USER_INPUT` for a GET that may be one.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  const site = header(request, 'sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site')
    throw new AppError('FORBIDDEN', 'Een andere website mag hier geen vragen stellen.')
  if (request.method !== 'GET' || site === 'same-origin') return
  if (PREFLIGHTED.every((name) => !header(request, name)))
    throw badInput(`Stuur bij een vraag met GET ook een van deze headers mee: ${PREFLIGHTED.join(', ')}.`)
}
