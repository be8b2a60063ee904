import { hash } from 'node:crypto'
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import * as openid from 'openid-client'
import { z } from 'zod'
import { AppError, tokenMissing, tokenRefused } from '../errors.ts'
import type { Caller } from '../vocabulary.ts'
import { bearerOf } from './bearer.ts'
import { type ClaimNames, readCaller } from './claims.ts'

/** Asymmetric only: with an HMAC the published key would be the secret, and `none` signs nothing (RFC 8725 3.1). */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']
/** Longer than any token of ours; keeps hostile input away from the hash and the parser. */
const MAX_TOKEN_LENGTH = 8192
/** Keys and verified results are cached for 2.5 minutes each, so that a withdrawn key is useless after five minutes. */
const KEYS_MAX_AGE_MS = 150_000
const RESULT_MAX_AGE_MS = 150_000
/** The minimum time between two extra fetches of the keys because of unknown key ids. */
const KEYS_COOLDOWN_MS = 10_000
const KEYS_TIMEOUT_MS = 3000
const MAX_CACHED = 10_000
/** How far the clock of the provider may run ahead of ours (FAPI 2.0 5.3.2.1); expiry has no tolerance. */
const AHEAD_SECONDS = 10
/** A token issued further in the future than this is refused (FAPI 2.0 5.3.2.1). */
const ISSUED_AHEAD_SECONDS = 60

const unavailable = (message: string, cause: unknown): AppError =>
  new AppError('SUBGRAPH_UNAVAILABLE', message, { cause })

/** Plain http is allowed on this machine only: elsewhere an attacker on the network could supply the keys. */
function secureUrl(text: string): URL {
  const url = new URL(text)
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new Error(`${url.origin} must be https (http is only for this machine).`)
  }
  return url
}

/** Reads the token of a header (RFC 6750 2.1). @throws {AppError} `UNAUTHENTICATED` when it is missing or malformed. */
function readBearer(authorization: string | undefined): string {
  const sent = bearerOf(authorization)
  if (sent === null) throw tokenMissing()
  if (sent.length > MAX_TOKEN_LENGTH || !/^[\w.~+/-]+=*$/.test(sent))
    throw tokenRefused(new Error('no bearer token'))
  return sent
}

export type TokenVerifierOptions = {
  readonly issuer: string
  readonly audience: string
  readonly jwksUrl: string
  readonly claims: ClaimNames
  /** Also accepts tokens of type `JWT` or without a type, for providers that do not follow RFC 9068; @default false */
  readonly acceptPlainJwt?: boolean
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

export type TokenVerifier = {
  /**
   * Resolves to the caller of an `Authorization` header. Rejects with UNAUTHENTICATED for an invalid token, and with SUBGRAPH_UNAVAILABLE
   * when the keys cannot be fetched: then no request is accepted.
   */
  verify(authorization: string | undefined): Promise<Caller>
  /** The number of tokens with a cached result. */
  readonly size: number
  /** Clears the cache. */
  close(): void
}

/** Creates the verifier of access tokens; throws when the keys would be fetched over plain http from another machine. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, claims, now = Date.now } = options
  const types = new Set(['at+jwt', 'application/at+jwt', ...(options.acceptPlainJwt ? ['jwt', ''] : [])])
  const remoteKeys = createRemoteJWKSet(secureUrl(options.jwksUrl), {
    cacheMaxAge: KEYS_MAX_AGE_MS,
    cooldownDuration: KEYS_COOLDOWN_MS,
    timeoutDuration: KEYS_TIMEOUT_MS,
  })
  const results = new LRUCache<string, { readonly caller: Caller; readonly until: number }>({
    max: MAX_CACHED,
  })

  const findKey: JWTVerifyGetKey = async (header, token) => {
    try {
      return await remoteKeys(header, token)
    } catch (error) {
      // A token may name an unknown key; any other failure is not caused by the token.
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error
      throw unavailable(
        'Er kan nu niet worden gecontroleerd of u bent ingelogd. Probeer het later opnieuw.',
        error,
      )
    }
  }

  async function check(token: string): Promise<Caller> {
    const { payload, protectedHeader } = await jwtVerify(token, findKey, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(now()),
      clockTolerance: AHEAD_SECONDS,
    })
    assertOfNow(payload, now() / 1000)
    // Otherwise an ID token or a logout token would be accepted too (RFC 9068 section 4, RFC 8725 3.11).
    if (!types.has((protectedHeader.typ ?? '').toLowerCase()) || isIdToken(payload)) {
      throw new errors.JWTClaimValidationFailed('unexpected "typ"', payload, 'typ')
    }
    return readCaller(payload, claims)
  }

  return {
    async verify(authorization) {
      const token = readBearer(authorization)
      // The cache has hashes, so that reading the memory gives no usable tokens.
      const key = hash('sha256', token, 'base64url')
      const known = results.get(key)
      if (known && now() < known.until) return known.caller
      try {
        const caller = await check(token)
        results.set(key, { caller, until: Math.min(caller.expiresAt * 1000, now() + RESULT_MAX_AGE_MS) })
        return caller
      } catch (error) {
        results.delete(key)
        if (error instanceof AppError) throw error
        throw tokenRefused(withoutClaims(error))
      }
    },
    get size() {
      return results.size
    },
    close() {
      results.clear()
    },
  }
}

/** The tolerance is for a clock that runs ahead, and never extends the life of a token. */
function assertOfNow(payload: JWTPayload, now: number): void {
  if (payload.exp !== undefined && payload.exp <= Math.floor(now))
    throw new errors.JWTExpired('expired', payload, 'exp')
  if (payload.iat !== undefined && payload.iat > now + ISSUED_AHEAD_SECONDS)
    throw new errors.JWTClaimValidationFailed('issued in the future', payload, 'iat')
}

/** Keycloak names the kind of token in the payload; only an ID token has the hash of an access token (OpenID Connect 3.1.3.6). */
const isIdToken = (payload: JWTPayload): boolean =>
  'at_hash' in payload || (payload.typ !== undefined && payload.typ !== 'Bearer')

/** The error without the claims that jose and zod attach: causes are logged, and claims identify people. */
function withoutClaims(error: unknown): Error {
  if (error instanceof z.ZodError)
    return new Error(`claims: ${error.issues.map(({ path }) => path.join('.'))}`)
  if (!(error instanceof Error)) return new Error('unknown failure')
  const code = 'code' in error ? error.code : error.name
  return new Error(`${code}${'claim' in error ? ` ${error.claim}` : ''}`)
}

export type ServiceTokenOptions = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The resource of the token (RFC 8707); the provider chooses when it is not given. */
  readonly resource?: string
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

export type ServiceTokenSource = {
  /** Resolves to an access token that does not expire soon; rejects with SUBGRAPH_UNAVAILABLE when the provider gives none. */
  token(): Promise<string>
}

/** Creates a source of access tokens for a process itself (client credentials, RFC 6749 4.4), one request at a time. */
export function createServiceTokenSource(options: ServiceTokenOptions): ServiceTokenSource {
  const { clientId, clientSecret, resource, now = Date.now } = options
  const issuer = secureUrl(options.issuer)
  const parameters = new URLSearchParams(resource === undefined ? {} : { resource })
  let configuration: openid.Configuration | undefined
  let current = { token: '', until: Number.NEGATIVE_INFINITY }
  let pending: Promise<string> | undefined

  async function request(): Promise<string> {
    try {
      configuration ??= await openid.discovery(issuer, clientId, {}, openid.ClientSecretBasic(clientSecret), {
        // secureUrl has already refused http from another machine.
        execute: issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
        timeout: 5,
      })
      const { access_token, expires_in = 0 } = await openid.clientCredentialsGrant(configuration, parameters)
      // Renewed early, so that a token does not expire before the recipient checks it.
      const life = Math.max(0, expires_in - Math.min(60, expires_in / 10))
      current = { token: access_token, until: now() + life * 1000 }
      return access_token
    } catch (cause) {
      throw unavailable(
        'Er is nu geen toegangsbewijs te krijgen voor dit systeem. Probeer het later opnieuw.',
        cause,
      )
    }
  }

  return {
    async token() {
      if (now() < current.until) return current.token
      pending ??= request().finally(() => {
        pending = undefined
      })
      return pending
    },
  }
}
