import type { JWTPayload } from 'jose'
import { z } from 'zod'
import { type Caller, ORGANISATIONS, ROLES } from '../vocabulary.ts'

/**
 * Under which names the identity provider puts what we need to know; `client` is `client_id` unless told. A name with full stops
 * also finds a claim within a claim, as Keycloak writes them: `realm_access.roles`.
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

/** One value; providers that let an attribute have more write a list of it. */
const single = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (Array.isArray(given) && given.length === 1 ? given[0] : given), value)

/** A list, or texts with spaces in between, as `scope` is written (RFC 8693 4.2); a list of one often is just a text. */
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
 * The claim of that name: as it stands (names may be URLs), else along its full stops.
 * @returns `undefined` when there is none; what every object has by itself is no claim.
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
 * Reads who a verified token is about. Roles that are not known are left out.
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
  // Frozen: one object answers every request with this token.
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
