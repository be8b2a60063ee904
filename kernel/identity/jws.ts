import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/**
 * JWS in compact form with HS256 (RFC 7515 section 7.1, RFC 7518 section 3.2), and nothing else. A list of a hundred addresses has two
 * hundred grants to sign and verify; Web Cryptography, which libraries use, is asynchronous and runs each of them on another thread.
 */

export type Jws = {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>>
}

/** The fault of a token: it is malformed, or not signed with one of our keys. */
export type JwsFault = 'MALFORMED' | 'FORGED'

const COMPACT = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const hmac = (input: string, key: KeyObject): string =>
  createHmac('sha256', key).update(input).digest('base64url')

/** Signs a payload; the header gets the algorithm. */
export function signJws({ header, payload }: Jws, key: KeyObject): string {
  const input = `${encode({ ...header, alg: 'HS256' })}.${encode(payload)}`
  return `${input}.${hmac(input, key)}`
}

/**
 * Returns the contents of a token that one of the keys signed. Another algorithm, or a `crit` header (RFC 7515 section 4.1.11), is refused.
 * Signatures are compared in constant time.
 */
export function openJws(token: string, keys: ReadonlyMap<string, KeyObject>): Jws | JwsFault {
  const [, head = '', body = '', signature = ''] = COMPACT.exec(token) ?? []
  const header = decode(head)
  if (header?.alg !== 'HS256' || 'crit' in header) return 'MALFORMED'
  const key = typeof header.kid === 'string' ? keys.get(header.kid) : undefined
  if (!key) return 'FORGED'
  // Compared as texts, so that only the canonical encoding is accepted.
  const [right, given] = [Buffer.from(hmac(`${head}.${body}`, key)), Buffer.from(signature)]
  if (right.length !== given.length || !timingSafeEqual(right, given)) return 'FORGED'
  const payload = decode(body)
  return payload ? { header, payload } : 'MALFORMED'
}

function decode(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null
  } catch {
    return null
  }
}
