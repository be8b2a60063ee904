import type { ClientMetadata } from 'oidc-provider'
import { SERVICE_CLIENTS } from './personas.ts'

/** The public client of people: the desk, GraphiQL and the token command (PKCE, no secret). */
export const PUBLIC_CLIENT = 'samenloop-dev'

/** What a client asks a token for (RFC 8707); every token is for it, asked or not. */
export const RESOURCE = 'urn:samenloop:graph'

/** The `aud` of every access token. */
export const AUDIENCE = 'samenloop'

/** Where the token command lets the code be sent: nothing listens there, it reads the redirect itself. */
export const printedRedirect = (issuer: string): string => `${issuer}/token-printed`

/** The two spellings under which a browser on this machine reaches the gateway. */
export const gatewayOrigins = (gatewayPort: number): readonly string[] => [
  `http://127.0.0.1:${gatewayPort}`,
  `http://localhost:${gatewayPort}`,
]

export type ClientOptions = {
  readonly issuer: string
  readonly gatewayPort: number
  readonly clientSecrets: Readonly<Record<string, string>>
}

/** Registers the public client and every service client; throws when a service client has no secret. */
export function registerClients({ issuer, gatewayPort, clientSecrets }: ClientOptions): ClientMetadata[] {
  const people: ClientMetadata = {
    client_id: PUBLIC_CLIENT,
    client_name: 'Samenloop',
    // 'web' compares redirect URIs to the letter; 'native' would let any port through (RFC 8252 section 7.3).
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    response_modes: ['query'],
    redirect_uris: [
      ...gatewayOrigins(gatewayPort).map((origin) => `${origin}/callback`),
      printedRedirect(issuer),
    ],
  }
  const services = SERVICE_CLIENTS.map(({ id }): ClientMetadata => {
    const secret = clientSecrets[id]
    if (!secret) throw new Error(`The client ${id} has no secret.`)
    return {
      client_id: id,
      client_secret: secret,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    }
  })
  return [people, ...services]
}
