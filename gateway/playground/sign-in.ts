import * as openid from 'openid-client'

const CLIENT = 'samenloop-dev'

/** Only where nobody is in between may a code and a token go unencrypted. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** A provider that does not say how long its token lives gets little trust. */
const UNKNOWN_LIFE_SECONDS = 300

/** A sign-in under way: what only we and the browser that began it know. */
export type Attempt = {
  readonly state: string
  readonly verifier: string
  readonly redirectUri: string
}

/** Who signed in, and the token that says so. The token never leaves the process but in the page of its holder. */
export type SignedIn = {
  readonly subject: string
  readonly name: string
  readonly token: string
  readonly lifeSeconds: number
}

/** Why a sign-in came to nothing. */
export type SignInFailure = 'cancelled' | 'stale' | 'refused' | 'unavailable'

/** A failure with a code for operators; neither holds anything of the request. */
export type Failed = { readonly failure: SignInFailure; readonly code: string }

export type SignIn = {
  /** Resolves to the page of the identity provider where somebody says who they are. */
  begin(redirectUri: string): Promise<{ readonly location: URL; readonly attempt: Attempt } | Failed>
  /** Resolves to who signed in, from the query string with which the identity provider sent the browser back. */
  finish(query: URLSearchParams, attempt: Attempt): Promise<SignedIn | Failed>
}

export type SignInOptions = { readonly issuer: string; readonly resource: string }

/** Creates the sign-in with the authorization code flow and PKCE (RFC 6749 section 4.1, RFC 7636). */
export function createSignIn({ issuer, resource }: SignInOptions): SignIn {
  let known: Promise<openid.Configuration> | undefined
  const discover = (): Promise<openid.Configuration> => {
    const url = new URL(issuer)
    known ??= openid.discovery(url, CLIENT, undefined, openid.None(), {
      execute: LOOPBACK.has(url.hostname) ? [openid.allowInsecureRequests] : [],
      timeout: 5,
    })
    // The identity provider may start after us: a failure is not remembered.
    known.catch(() => {
      known = undefined
    })
    return known
  }

  return {
    async begin(redirectUri) {
      try {
        const verifier = openid.randomPKCECodeVerifier()
        const state = openid.randomState()
        const location = openid.buildAuthorizationUrl(await discover(), {
          redirect_uri: redirectUri,
          scope: 'openid profile',
          resource,
          state,
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
        return { location, attempt: { state, verifier, redirectUri } }
      } catch (error) {
        return explain(error)
      }
    },
    async finish(query, attempt) {
      const url = new URL(attempt.redirectUri)
      url.search = query.toString()
      try {
        const tokens = await openid.authorizationCodeGrant(await discover(), url, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        const subject = claims?.sub ?? ''
        return {
          subject,
          name: typeof claims?.name === 'string' ? claims.name : subject,
          token: tokens.access_token,
          lifeSeconds: tokens.expires_in ?? UNKNOWN_LIFE_SECONDS,
        }
      } catch (error) {
        return explain(error)
      }
    },
  }
}

/** Nobody answered, or something that is no identity provider did. Without a code: the connection itself failed. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  '',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_TIMEOUT',
])

/** Only codes of the protocol come out: the causes of these errors hold the query string, and so the code. */
function explain(error: unknown): Failed {
  if (error instanceof openid.AuthorizationResponseError) {
    return {
      failure: error.error === 'access_denied' ? 'cancelled' : 'refused',
      code: knownCode(error.error),
    }
  }
  if (error instanceof openid.ResponseBodyError) {
    return { failure: error.error === 'invalid_grant' ? 'stale' : 'refused', code: knownCode(error.error) }
  }
  if (error instanceof openid.ClientError) {
    const code = error.code ?? ''
    return { failure: UNREACHABLE.has(code) ? 'unavailable' : 'refused', code: code || 'no_answer' }
  }
  if (error instanceof TypeError && error.message === 'fetch failed')
    return { failure: 'unavailable', code: 'no_answer' }
  throw error
}

/** The error of an answer comes through the address bar, where anyone can write anything. */
const knownCode = (code: string): string => (/^[a-z_]{1,40}$/.test(code) ? code : 'unknown_error')
