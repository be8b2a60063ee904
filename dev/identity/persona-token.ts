import * as openid from 'openid-client'
import { PUBLIC_CLIENT, printedRedirect, RESOURCE } from './clients.ts'
import { findPersona, PERSONAS } from './personas.ts'

/** A sign-in takes five hops; more means that the provider sends us round in circles. */
const MAX_HOPS = 10

/** The cookies of one sign-in. Paths do not matter: every name is used once and only one host is visited. */
class CookieJar {
  readonly #cookies = new Map<string, string>()

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1)
      const at = pair.indexOf('=')
      if (at > 0) this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  get header(): string {
    return Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ')
  }
}

async function discover(issuer: string): Promise<openid.Configuration> {
  try {
    return await openid.discovery(new URL(issuer), PUBLIC_CLIENT, undefined, openid.None(), {
      execute: [openid.allowInsecureRequests],
    })
  } catch (cause) {
    const message = `The identity provider at ${issuer} does not answer. Start it with "npm start" first.`
    throw new Error(message, { cause })
  }
}

/** Walks through the pages as a browser would and returns the redirect that carries the code. */
async function signIn(start: URL, persona: string, redirectUri: string): Promise<URL> {
  const jar = new CookieJar()
  let url = start
  let body: URLSearchParams | null = null
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    if (url.href.startsWith(`${redirectUri}?`)) return url
    // Cookies and choices are for the identity provider alone.
    if (url.origin !== start.origin) throw new Error(`The identity provider sent us to ${url.origin}.`)
    const response: Response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: { cookie: jar.header, accept: 'text/html' },
    })
    jar.take(response)
    await response.body?.cancel()
    const location = response.headers.get('location')
    if (location) {
      url = new URL(location, url)
      body = null
    } else if (response.ok && !body) {
      body = new URLSearchParams({ persona })
    } else {
      throw new Error(`The identity provider refused the sign-in (HTTP ${response.status}).`)
    }
  }
  throw new Error('The identity provider keeps redirecting.')
}

/**
 * Signs a persona in with the authorization code flow and PKCE (RFC 7636), without a browser, and returns
 * the access token. Rejects with a message for people when the persona is unknown, when the identity
 * provider does not answer, or when it refuses.
 */
export async function personaToken(issuer: string, persona: string): Promise<string> {
  if (!findPersona(persona)) {
    const known = PERSONAS.map(({ id }) => `  ${id}`).join('\n')
    throw new Error(`There is no persona "${persona}". Choose one of:\n${known}`)
  }
  const configuration = await discover(issuer)
  const redirectUri = printedRedirect(issuer)
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const expectedState = openid.randomState()
  const start = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid',
    resource: RESOURCE,
    state: expectedState,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  })
  const answer = await signIn(start, persona, redirectUri)
  const tokens = await openid.authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier,
    expectedState,
    idTokenExpected: true,
  })
  return tokens.access_token
}
