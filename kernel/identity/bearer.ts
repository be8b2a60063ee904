/** Returns the bearer token of the header, whatever its form; `null` without one. The scheme is case-insensitive (RFC 9110 11.1). */
export const bearerOf = (authorization: string | undefined): string | null =>
  /^Bearer +(\S.*)$/i.exec(authorization ?? '')?.[1] ?? null
