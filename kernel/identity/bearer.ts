/**
 * What was sent as a bearer token, of whatever form; `null` when nothing was. The scheme is case-insensitive (RFC 9110 11.1).
 */
export const bearerOf = (authorization: string | undefined): string | null =>
  /^Bearer +(\S.*)$/i.exec(authorization ?? '')?.[1] ?? null
