import type { FastifyReply, FastifyRequest } from 'fastify'
import { header } from '../../kernel/runtime/http.ts'

/** A cookie with an identifier; `name` includes the port, because cookies are shared by all ports of a host. */
export type Cookie = { readonly name: string; readonly path: string }

/** The value of a cookie that the browser sent, or `null`. */
export function readCookie(request: FastifyRequest, { name }: Cookie): string | null {
  const pairs = (header(request, 'cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || null
}

/**
 * Sets a cookie that no script can read. It is `Lax` and not `Strict`: a user who signs in at http://localhost comes back from the identity
 * provider at 127.0.0.1, which is another site, and would then seem not to be signed in. A `Lax` cookie is never sent with a form or a
 * request of another site, and no GET changes a session. It is not `Secure`: this is http, on one machine.
 */
export function setCookie(
  reply: FastifyReply,
  { name, path }: Cookie,
  value: string,
  lifeSeconds: number,
): void {
  reply.header('set-cookie', `${name}=${value}; Path=${path}; Max-Age=${lifeSeconds}; HttpOnly; SameSite=Lax`)
}

export const clearCookie = (reply: FastifyReply, cookie: Cookie): void => setCookie(reply, cookie, '', 0)
