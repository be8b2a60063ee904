import type { JWTPayload } from 'jose'
import { z } from 'zod'
import { type Caller, ORGANISATIONS, ROLES } from '../vocabulary.ts'

/**
 * The names of the claims in the tokens of the identity provider; `client` defaults to `client_id`. A name with full stops also finds a
 * nested claim, as Keycloak has them: `realm_access.roles`.
 */
export type ClaimNames = {
  readonly organisation: string
  readonly roles: string
  readonly municipality: string
  readonly team?: string
  readonly client?: string
}

/** Names go into logs, so only what OpenID Connect allows a `sub` to be: 255 printable ASCII characters. */
const name = z.string().regex(/^[\x20-\x7e]{1,255}$/)

/** One value; providers with multi-valued attributes write it as a list. */
const single = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (Array.isArray(given) && given.length === 1 ? given[0] : given), value)

/** A list, or texts separated by spaces, as in `scope` (RFC 8693 4.2); a list of one is often written as just a text. */
const list = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(' ') : (given ?? [])),
  z.array(z.string()),
)

const callerClaims = z
  .object({
    subject: name,
    client: name,
    organisation: single(z.enum(ORGANISATIONS)),
    roles: list,
    municipality: single(
      z
        .string()
        .regex(/^\d{4}$/)
        .nullish(),
    ),
    team: single(name.nullish()),
    expiresAt: z.number(),
  })
  .refine(({ organisation, municipality }) => (organisation === 'GEMEENTE') === Boolean(municipality), {
    path: ['municipality'],
  })

/**
 * Finds the claim of that exact name (names may be URLs), else the nested claim along its full stops.
 * @returns `undefined` when there is none; inherited properties are no claims.
 */
function claim(claims: unknown, path: string): unknown {
  if (typeof claims !== 'object' || claims === null) return undefined
  if (Object.hasOwn(claims, path)) return Reflect.get(claims, path)
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const first = path.slice(0, dot)
    const found = Object.hasOwn(claims, first) && claim(Reflect.get(claims, first), path.slice(dot + 1))
    if (found) return found
  }
  return undefined
}

/**
 * Reads the caller from a verified token. Unknown roles are left out.
 * @throws {z.ZodError} naming what is missing or malformed.
 */
export function readCaller(payload: JWTPayload, names: ClaimNames): Caller {
  const { subject, client, organisation, roles, municipality, team, expiresAt } = callerClaims.parse({
    subject: payload.sub,
    client: claim(payload, names.client ?? 'client_id'),
    organisation: claim(payload, names.organisation),
    roles: claim(payload, names.roles),
    municipality: claim(payload, names.municipality),
    team: claim(payload, names.team ?? 'team'),
    expiresAt: payload.exp,
  })
  // Frozen, because all requests with this token share the object.
  return Object.freeze({
    subject,
    organisation,
    roles: Object.freeze(ROLES.filter((role) => roles.includes(role))),
    municipality: municipality ?? null,
    team: team ?? null,
    client,
    expiresAt: Math.floor(expiresAt),
  })
}
