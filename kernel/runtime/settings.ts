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

export const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback)

/** A whole number of what the name says: days, hours, seconds. */
export const whole = (min: number, max: number, fallback: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback)

/** A list with commas between. Which names there are is for who uses them to say. */
export const namesOr = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(',').flatMap((name) => name.trim() || []))

export const secretText = z.string().min(16, 'needs at least 16 characters')

/** Gives settings by the object that declares them. @throws {Error} for an object that was not read at the start. */
export type ReadSettings = <Part extends z.ZodObject>(part: Part) => z.output<Part>

/**
 * Reads settings that several parts of a process declare.
 * @param process takes the place of `X` in names that begin with `X_`: `X_PORT` is `IMG_PORT` at `img`.
 * @throws {ConfigurationError} with every fault of every part at once.
 */
export function openSettings(
  parts: readonly z.ZodObject[],
  environment: Environment,
  process = '',
): ReadSettings {
  const nameOf = (key: string) => key.replace(/^X_/, `${process.toUpperCase()}_`)
  const given = new Map(
    parts.map((part) => [
      part,
      Object.fromEntries(Object.keys(part.shape).map((key) => [key, environment[nameOf(key)]])),
    ]),
  )
  refuseFaults(
    [...given].flatMap(([part, values]) =>
      (part.safeParse(values).error?.issues ?? []).map(({ path, code, message }) => {
        const name = nameOf(path.join('.'))
        // The value itself may be a secret, so it is never repeated.
        if (environment[name] === undefined && code === 'invalid_type') return `${name} is missing`
        return message.startsWith(name) ? message : `${name}: ${message}`
      }),
    ),
  )
  return (part) => {
    const values = given.get(part)
    if (!values) throw new Error(`nobody declares the settings ${Object.keys(part.shape).join(', ')}`)
    return part.parse(values)
  }
}

export function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new ConfigurationError(faults)
}

/** Settings that hold secrets; each part of a list of keys counts. */
const SECRET = /_(KEY|KEYS|SECRET|TOKEN)$/

/** What is wrong with having no address of a PostgreSQL, so that the embedded database would be used. */
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

/** Makes a setting faulty. A message that begins with the name of the setting is a sentence by itself. */
export function faulty(context: z.core.$RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

export function readSigningKey(text: string, context: z.core.$RefinementCtx): KeyObject {
  try {
    const base64 = text.startsWith(DEVELOPMENT) ? text.slice(DEVELOPMENT.length) : text
    const key = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Reported below, without the key.
  }
  return faulty(context, 'must be an Ed25519 private key, PKCS#8 in base64')
}

export function readGrantKeys(text: string, context: z.core.$RefinementCtx): GrantKeys {
  try {
    return parseGrantKeys(text)
  } catch (error) {
    return faulty(context, error instanceof Error ? error.message : 'malformed')
  }
}
