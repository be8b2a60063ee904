import { errors, interactionPolicy, type JWKS, Provider } from 'oidc-provider'
import { notFound } from '../../kernel/errors.ts'
import {
  AUDIENCE,
  type ClientOptions,
  gatewayOrigins,
  PUBLIC_CLIENT,
  RESOURCE,
  registerClients,
} from './clients.ts'
import { createMemory } from './memory.ts'
import { errorPage, pageHeaders } from './pages.ts'
import { claimsOf, findPersona, findServiceClient } from './personas.ts'

const ONE_HOUR = 60 * 60
const SCOPES = ['openid', 'profile']

export type ProviderOptions = ClientOptions & {
  readonly jwks: JWKS
  readonly cookieKeys: readonly string[]
}

/**
 * Creates an OpenID Connect provider that issues access tokens of RFC 9068 to the personas and service
 * clients; everything it has no use for is switched off. Throws when a secret or a signing key is missing.
 */
export function createProvider({ jwks, cookieKeys, ...options }: ProviderOptions): Provider {
  const { issuer } = options
  const origins = gatewayOrigins(options.gatewayPort)
  // Only the question who you are: these people have nothing to consent to.
  const policy = interactionPolicy.base()
  policy.remove('consent')

  const provider = new Provider(issuer, {
    adapter: createMemory(),
    clients: registerClients(options),
    jwks,
    scopes: SCOPES,
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic'],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'org', 'roles', 'municipality', 'team'] },
    // There is no userinfo endpoint to ask for the name later: it would want a token of another audience.
    conformIdTokenClaims: false,
    // Cookies do not tell ports apart, so other programs on this machine see these names.
    cookies: {
      keys: [...cookieKeys],
      names: {
        session: 'samenloop_identity_session',
        interaction: 'samenloop_identity_interaction',
        resume: 'samenloop_identity_resume',
      },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/auth' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: ONE_HOUR,
      AuthorizationCode: 60,
      ClientCredentials: ONE_HOUR,
      Grant: ONE_HOUR,
      IdToken: ONE_HOUR,
      Interaction: ONE_HOUR,
      Session: ONE_HOUR,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== RESOURCE) throw new errors.InvalidTarget()
          return {
            audience: AUDIENCE,
            scope: '',
            accessTokenTTL: ONE_HOUR,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          }
        },
      },
    },
    interactions: { policy, url: (_context, interaction) => `/interaction/${interaction.uid}` },
    // No session is kept (memory.ts), so a code cannot end with one.
    expiresWithSession: () => false,
    loadExistingGrant: async ({ oidc }) => {
      const { client, account } = oidc
      if (!client || !account) return undefined
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: account.accountId })
      grant.addOIDCScope(SCOPES)
      await grant.save()
      return grant
    },
    findAccount: (_context, id) => {
      const persona = findPersona(id)
      return (
        persona && { accountId: id, claims: () => ({ sub: id, name: persona.name, ...claimsOf(persona) }) }
      )
    },
    extraTokenClaims: (_context, token) => {
      const holder =
        token.kind === 'AccessToken' ? findPersona(token.accountId) : findServiceClient(token.clientId)
      // An unknown holder must not get a token that merely lacks claims.
      if (!holder) throw new errors.InvalidGrant('unknown holder')
      return claimsOf(holder)
    },
    // The desk exchanges its code from the browser; nobody else's page may.
    clientBasedCORS: (_context, origin, client) =>
      client.clientId === PUBLIC_CLIENT && origins.includes(origin),
    renderError: (context, { error, error_description }) => {
      context.set(pageHeaders())
      context.body = errorPage(error, error_description)
    },
  })
  // What the provider answers itself is in English, and calls a wrong URL a wrong request.
  provider.use(async (context, next) => {
    await next()
    if (context.status !== 404) return
    const isPage = context.accepts('json', 'html') === 'html'
    if (isPage) context.set(pageHeaders())
    context.body = isPage ? errorPage('not_found') : { errors: [notFound()] }
    context.status = 404
  })
  provider.on('server_error', (_context, error) => {
    process.stderr.write(`identity: ${error.stack ?? error.message}\n`)
  })
  return provider
}
