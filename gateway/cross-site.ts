import type { FastifyRequest } from 'fastify'
import { AppError, badInput } from '../kernel/errors.ts'
import { header } from '../kernel/runtime/http.ts'

/** A page of another origin can send these headers only after a preflight, which CORS refuses: only our own origin is allowed. */
const PREFLIGHTED = ['apollo-require-preflight', 'graphql-require-preflight', 'x-apollo-operation-name']

/**
 * Refuses requests that a page of another site sends on behalf of a user (CSRF), also where a proxy in front adds the token. Such a page
 * cannot POST: only JSON is accepted, which a browser does not send to another origin without a preflight.
 * @throws {AppError} `FORBIDDEN` for a cross-site request, `BAD_USER_INPUT` for a GET that could be one.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  const site = header(request, 'sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site')
    throw new AppError('FORBIDDEN', 'Een andere website mag hier geen vragen stellen.')
  if (request.method !== 'GET' || site === 'same-origin') return
  if (PREFLIGHTED.every((name) => !header(request, name)))
    throw badInput(`Stuur bij een vraag met GET ook een van deze headers mee: ${PREFLIGHTED.join(', ')}.`)
}
