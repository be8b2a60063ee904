import { createPrivateKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { type GrantKeys, parseGrantKeys } from '../identity/grant.ts'

/** How settings are read from the environment: all faults at once, secrets never repeated, development ones refused in production. */

export type Environment = Readonly<Record<string, string | undefined>>

/** The prefix of secrets that `npm start` makes for development. */
const DEVELOPMENT = 'dev-'

/** Faults in the configuration, for the operator who starts the process. */
export class ConfigurationError extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'ConfigurationError'
  }
}

export function parseSettings<T extends z.ZodType>(shape: T, environment: Environment): z.output<T> {
  const parsed = shape.safeParse(environment)
  if (parsed.success) return parsed.data
  throw new ConfigurationError(
    parsed.error.issues.map(({ path, code, message }) => {
      const name = path.join('.')
      // The value itself may be a secret, so it is never repeated.
      return environment[name] === undefined && code === 'invalid_type'
        ? `${name} is missing`
        : `${name}: ${message}`
    }),
  )
}

/** Settings that hold secrets; each part of a list of keys counts. */
const SECRET = /_(KEY|KEYS|SECRET|TOKEN)$/

export function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new ConfigurationError(faults)
}

/** The faults of a configuration without a PostgreSQL URL, which would use the embedded database. */
export function embeddedFaults(mode: string, prefix: string, migrationUrl: string | undefined): string[] {
  if (mode === 'production')
    return [`${prefix}_DATABASE_URL is missing; production needs a PostgreSQL, not the embedded database`]
  if (migrationUrl)
    return [
      `${prefix}_MIGRATION_URL is given without ${prefix}_DATABASE_URL, the address for the process's own role`,
    ]
  return []
}

type Mode = {
  readonly NODE_ENV: string
  readonly IDENTITY_ISSUER: string
  readonly METRICS_TOKEN?: string | undefined
}

/** The faults of a production configuration: development secrets, the development identity provider, public metrics. */
export function developmentFaults(mode: Mode, environment: Environment): string[] {
  if (mode.NODE_ENV !== 'production') return []
  const faults = Object.entries(environment)
    .filter(
      ([name, value]) =>
        SECRET.test(name) && value?.split(',').some((part) => part.trim().startsWith(DEVELOPMENT)),
    )
    .map(([name]) => `${name} holds a development secret; make one of your own for production`)
  if (!mode.IDENTITY_ISSUER.startsWith('https://')) {
    faults.push('IDENTITY_ISSUER must be https in production; the development identity provider is refused')
  }
  if (!mode.METRICS_TOKEN)
    faults.push('METRICS_TOKEN is missing; in production the metrics are only for who has this token')
  if (faults.length > 0 && environment.NODE_ENV === undefined)
    faults.push(
      'NODE_ENV is not set, which means production; set NODE_ENV=development for a development system',
    )
  return faults
}

export function readSigningKey(text: string, context: z.core.$RefinementCtx<string>): KeyObject {
  try {
    const base64 = text.startsWith(DEVELOPMENT) ? text.slice(DEVELOPMENT.length) : text
    const key = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Reported below, without the key.
  }
  context.addIssue({ code: 'custom', message: 'must be an Ed25519 private key, PKCS#8 in base64' })
  return z.NEVER
}

export function readGrantKeys(text: string, context: z.core.$RefinementCtx<string>): GrantKeys {
  try {
    return parseGrantKeys(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'malformed' })
    return z.NEVER
  }
}
