import { z } from 'zod'
import type { IdentityKeys } from './keys.ts'
import { SERVICE_CLIENTS } from './personas.ts'

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback)

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue({ code: 'custom', message: 'is not valid JSON' })
    return z.NEVER
  }
})

const signingKey = z.looseObject({
  kty: z.literal('RSA', 'must be an RSA key'),
  kid: z.string('must have a kid'),
  d: z.string('must be a private key'),
})

const secret = z.string('is missing').min(32, 'must be at least 32 characters long')

const settings = z.object({
  IDENTITY_PORT: port(4010),
  GATEWAY_PORT: port(4000),
  IDENTITY_JWKS: json.pipe(z.object({ keys: z.array(signingKey).min(1, 'must hold a key') })),
  IDENTITY_COOKIE_KEY: secret,
  IDENTITY_CLIENT_SECRETS: json.pipe(
    z.object(Object.fromEntries(SERVICE_CLIENTS.map(({ id }) => [id, secret]))),
  ),
})

/** What the identity process runs with. */
export type IdentitySettings = {
  readonly port: number
  readonly gatewayPort: number
  readonly jwks: IdentityKeys['jwks']
  readonly cookieKeys: readonly string[]
  readonly clientSecrets: Readonly<Record<string, string>>
}

/**
 * Reads the settings from the environment. Throws in production, and otherwise one error that names
 * everything that is wrong; it never repeats a value, because most of them are secrets.
 */
export function readSettings(environment: NodeJS.ProcessEnv): IdentitySettings {
  const { NODE_ENV: mode } = environment
  if (mode !== 'development' && mode !== 'test') {
    throw new Error(
      `The development identity provider lets anyone be anyone, so it does not run with NODE_ENV=${mode ?? 'production, which is meant when it is not set'}. ` +
        'Set NODE_ENV=development for a development system; in production, use your own OpenID Connect provider.',
    )
  }
  const result = settings.safeParse(environment)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const [name, ...rest] = issue.path.map(String)
      const missing = rest.length === 0 && environment[name ?? ''] === undefined
      return `  ${[name, ...rest].join('.')} ${missing ? 'is missing' : issue.message}`
    })
    throw new Error(`The identity provider cannot start:\n${lines.join('\n')}`)
  }
  const { data } = result
  return {
    port: data.IDENTITY_PORT,
    gatewayPort: data.GATEWAY_PORT,
    jwks: data.IDENTITY_JWKS,
    cookieKeys: [data.IDENTITY_COOKIE_KEY],
    clientSecrets: data.IDENTITY_CLIENT_SECRETS,
  }
}
