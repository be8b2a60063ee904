import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { SERVICE_CLIENTS } from './personas.ts'

/** What the development identity provider must be given, and what nobody else may read. */
export type IdentityKeys = {
  /** One private RSA key for RS256; its public half is what the provider publishes. */
  readonly jwks: { readonly keys: readonly JWK[] }
  readonly cookieKey: string
  /** Client id to secret, one for each service client. */
  readonly clientSecrets: Readonly<Record<string, string>>
}

// The prefix marks a secret of development, which production refuses.
const secret = (): string => `dev-${randomBytes(32).toString('base64url')}`

/** Generates fresh keys and secrets; nothing is derived from anything, so no two are ever the same. */
export async function generateIdentityKeys(): Promise<IdentityKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = await exportJWK(privateKey)
  return {
    // The thumbprint (RFC 7638) as `kid`: a new key can never pass for an old one.
    jwks: { keys: [{ ...key, kid: await calculateJwkThumbprint(key), use: 'sig', alg: 'RS256' }] },
    cookieKey: secret(),
    clientSecrets: Object.fromEntries(SERVICE_CLIENTS.map(({ id }) => [id, secret()])),
  }
}

/** The environment variables in which the identity process wants these keys. */
export const identityEnvironment = (keys: IdentityKeys): Record<string, string> => ({
  IDENTITY_JWKS: JSON.stringify(keys.jwks),
  IDENTITY_COOKIE_KEY: keys.cookieKey,
  IDENTITY_CLIENT_SECRETS: JSON.stringify(keys.clientSecrets),
})
