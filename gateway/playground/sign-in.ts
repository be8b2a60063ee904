import * as openid from 'openid-client'

const CLIENT = 'samenloop-dev'

/** Only on the loopback interface may a code and a token go unencrypted. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** The lifetime of a token when the provider does not give one. */
const UNKNOWN_LIFE_SECONDS = 300

/** A sign-in in progress: the secrets that only we and the browser that began it know. */
export type Attempt = {
  readonly state: string
  readonly verifier: string
  readonly redirectUri: string
}

/** The user who signed in, and the access token, which leaves the process only to the user's own page. */
export type SignedIn = {
  readonly subject: string
  readonly name: string
  readonly token: string
  readonly lifeSeconds: number
}

/** Why a sign-in failed. */
export type SignInFailure = 'cancelled' | 'stale' | 'refused' | 'unavailable'

/** A failure with a code for operators; neither has data of the request. */
export type Failed = { readonly failure: SignInFailure; readonly code: string }

export type SignIn = {
  /** Resolves to the URL of the identity provider's sign-in page. */
  begin(redirectUri: string): Promise<{ readonly location: URL; readonly attempt: Attempt } | Failed>
  /** Resolves to the user who signed in, from the query string with which the identity provider redirected the browser back. */
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
    // A failure is not cached: the identity provider may start after the gateway.
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

/** The codes when no identity provider answered. An error without a code is a failed connection. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  '',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_TIMEOUT',
])

/** Returns only codes of the protocol: the causes of these errors include the query string, and so the authorization code. */
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

/** The error code comes from the URL, so it can be any text. */
const knownCode = (code: string): string => (/^[a-z_]{1,40}$/.test(code) ? code : 'unknown_error')
