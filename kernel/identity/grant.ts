import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { POLICY_VERSION_ID } from '../records/activities.ts'
import {
  ADDRESS_ID,
  type Caller,
  DATA_CATEGORIES,
  ORGANISATIONS,
  type Owner,
  PURPOSES,
} from '../vocabulary.ts'
import { openJws, signJws } from './jws.ts'

/**
 * A grant is the SVIP's signed statement to the owner of data of what it may share, with whom, about which address and for which purpose.
 * The owner verifies it, so neither the network nor the gateway has to be trusted.
 */

/** The maximum lifetime of a grant. An older grant is refused, whatever its own expiry. */
export const MAX_GRANT_SECONDS = 30

/** How far the clocks of two hosts may differ: an SVIP that is a moment ahead must not make an owner refuse. */
const CLOCK_TOLERANCE_SECONDS = 2

const TYPE = 'samenloop-grant+jwt'
const ISSUER = 'svip'

const grantClaims = z.object({
  addr: z.string().regex(ADDRESS_ID),
  sub: z.string().min(1),
  org: z.enum(ORGANISATIONS),
  purpose: z.enum(PURPOSES),
  /** The version of the policy that decided: the owner's record names the activity of that version. */
  pol: z.string().regex(POLICY_VERSION_ID),
  cats: z.array(z.enum(DATA_CATEGORIES)).min(1),
  dec: z.uuid(),
  iat: z.number(),
  exp: z.number(),
  /** Never set by us, but respected (RFC 7519 section 4.1.5). */
  nbf: z.number().optional(),
})
export type GrantClaims = z.infer<typeof grantClaims>

/** Keys of one owner by `kid`; the first signs, all verify, so that a key can be rotated without a gap. */
export type GrantKeys = ReadonlyMap<string, KeyObject>

/**
 * Reads `kid:base64url,kid:base64url`.
 * @throws {Error} when a key is missing, malformed or shorter than 32 bytes.
 */
export function parseGrantKeys(text: string): GrantKeys {
  const keys = new Map<string, KeyObject>()
  for (const part of text.split(',')) {
    const [kid, encoded, ...rest] = part.trim().split(':')
    const key = Buffer.from(encoded ?? '', 'base64url')
    if (!kid || rest.length > 0 || key.length < 32) {
      throw new Error('a grant key is written as kid:base64url, with a key of at least 32 bytes')
    }
    // The key object is made once, not for each of a hundred grants.
    keys.set(kid, createSecretKey(key))
  }
  return keys
}

export type GrantRequest = Pick<GrantClaims, 'addr' | 'purpose' | 'pol' | 'cats' | 'dec'> & {
  readonly owner: Owner
  readonly caller: Pick<Caller, 'subject' | 'organisation'>
  /** Seconds since the epoch. */
  readonly issuedAt: number
  readonly ttlSeconds: number
}

/** Signs a grant (JWS compact, HS256) with the first key. Never call it before the decision is on record. */
export function mintGrant(keys: GrantKeys, request: GrantRequest): string {
  const [first] = keys
  if (!first) throw new Error('no grant key')
  const [kid, key] = first
  const payload = {
    addr: request.addr,
    org: request.caller.organisation,
    purpose: request.purpose,
    pol: request.pol,
    cats: request.cats,
    dec: request.dec,
    iss: ISSUER,
    aud: request.owner.toLowerCase(),
    sub: request.caller.subject,
    iat: request.issuedAt,
    exp: request.issuedAt + Math.min(request.ttlSeconds, MAX_GRANT_SECONDS),
    jti: randomUUID(),
  }
  return signJws({ header: { typ: TYPE, kid }, payload }, key)
}

export type GrantRefusal =
  | 'MISSING'
  | 'MALFORMED'
  | 'FORGED'
  | 'EXPIRED'
  | 'OTHER_OWNER'
  | 'OTHER_ADDRESS'
  | 'OTHER_CALLER'
export type GrantCheck =
  | { readonly ok: true; readonly grant: GrantClaims }
  | { readonly ok: false; readonly refusal: GrantRefusal }

const refuse = (refusal: GrantRefusal): GrantCheck => ({ ok: false, refusal })

/**
 * Checks whether a grant lets `caller` see data of `owner` at `addressId` at this moment; never throws. The reason of a refusal is for the
 * record only: the caller only gets "not shared".
 */
export function checkGrant(
  keys: GrantKeys,
  token: unknown,
  expected: {
    readonly owner: Owner
    readonly addressId: string
    readonly caller: Pick<Caller, 'subject' | 'organisation'>
    readonly now: Date
  },
): GrantCheck {
  if (token === null || token === undefined) return refuse('MISSING')
  if (typeof token !== 'string' || token.length > 4096) return refuse('MALFORMED')
  const opened = openJws(token, keys)
  if (typeof opened === 'string') return refuse(opened)
  if (opened.header.typ !== TYPE || opened.payload.iss !== ISSUER) return refuse('MALFORMED')
  if (opened.payload.aud !== expected.owner.toLowerCase()) return refuse('OTHER_OWNER')
  const claims = grantClaims.safeParse(opened.payload)
  if (!claims.success) return refuse('MALFORMED')
  const grant = claims.data
  const now = expected.now.getTime() / 1000
  const age = now - grant.iat
  if (grant.exp <= Math.floor(now)) return refuse('EXPIRED')
  if (age > MAX_GRANT_SECONDS || grant.exp - grant.iat > MAX_GRANT_SECONDS) return refuse('EXPIRED')
  if (age < -CLOCK_TOLERANCE_SECONDS || (grant.nbf ?? 0) > now) return refuse('MALFORMED')
  if (grant.addr !== expected.addressId) return refuse('OTHER_ADDRESS')
  if (grant.sub !== expected.caller.subject || grant.org !== expected.caller.organisation)
    return refuse('OTHER_CALLER')
  return { ok: true, grant }
}
