import { z } from 'zod'
import { type Kept, termSetting } from '../records/retention/kinds.ts'
import {
  developmentFaults,
  type Environment,
  embeddedFaults,
  openSettings,
  port,
  readSigningKey,
  refuseFaults,
  secretText,
} from './settings.ts'
import { type TracingConfig, tracingConfig, tracingShape } from './telemetry/settings.ts'
import type { WorkBounds } from './work.ts'

/**
 * The settings that every process has, and those that every subgraph has besides. What a process or a module has of its own it declares
 * itself; all are read from the environment at once, at the start. What each is for is in `docs/configuration.md`.
 */

const processSettings = z.object({
  // Left out it is production, so that what nobody set is strict.
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  METRICS_TOKEN: secretText.optional(),
  HOST: z.string().default('127.0.0.1'),
  MAX_CONCURRENT_REQUESTS: z.coerce.number().int().positive().default(64),
  MAX_WAITING_REQUESTS: z.coerce.number().int().positive().default(1000),
  MAX_CONNECTIONS: z.coerce.number().int().positive().default(4000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_PRETTY: z.stringbool().default(false),
  IDENTITY_ISSUER: z.url().default('http://127.0.0.1:4010'),
  IDENTITY_JWKS_URL: z.url().optional(),
  IDENTITY_RESOURCE: z.string().default('urn:samenloop:graph'),
  IDENTITY_AUDIENCE: z.string().default('samenloop'),
  IDENTITY_ACCEPT_PLAIN_JWT: z.stringbool().default(false),
  CLAIM_CLIENT: z.string().default('client_id'),
  CLAIM_ORGANISATION: z.string().default('org'),
  CLAIM_ROLES: z.string().default('roles'),
  CLAIM_MUNICIPALITY: z.string().default('municipality'),
  CLAIM_TEAM: z.string().default('team'),
  ...tracingShape,
})

export type ProcessConfig = z.infer<typeof processSettings> & {
  readonly tracing: TracingConfig | null
  readonly jwksUrl: string
}

const toProcessConfig = (given: z.infer<typeof processSettings>): ProcessConfig => ({
  ...given,
  tracing: tracingConfig(given),
  jwksUrl: given.IDENTITY_JWKS_URL ?? `${given.IDENTITY_ISSUER}/jwks`,
})

/** What every process has, and what one has of its own. @throws {ConfigurationError} with every fault at once. */
export function readProcessConfig<Own extends z.ZodObject>(
  environment: Environment,
  own: Own,
): { readonly config: ProcessConfig; readonly own: z.output<Own> } {
  const read = openSettings([processSettings, own], environment)
  const config = toProcessConfig(read(processSettings))
  refuseFaults(developmentFaults(config, environment))
  return { config, own: read(own) }
}

/** How much a process takes on at a time. */
export const workBounds = (config: ProcessConfig): WorkBounds => ({
  atOnce: config.MAX_CONCURRENT_REQUESTS,
  waiting: config.MAX_WAITING_REQUESTS,
  connections: config.MAX_CONNECTIONS,
})

/** The options of the token check that follow from the configuration. */
export const verifierOptions = (config: ProcessConfig) => ({
  issuer: config.IDENTITY_ISSUER,
  audience: config.IDENTITY_AUDIENCE,
  jwksUrl: config.jwksUrl,
  acceptPlainJwt: config.IDENTITY_ACCEPT_PLAIN_JWT,
  claims: {
    organisation: config.CLAIM_ORGANISATION,
    roles: config.CLAIM_ROLES,
    municipality: config.CLAIM_MUNICIPALITY,
    team: config.CLAIM_TEAM,
    client: config.CLAIM_CLIENT,
  },
})

export type SubgraphName = 'img' | 'ncg' | 'svip'

const DEFAULT_PORTS = { img: 4001, ncg: 4002, svip: 4003 } as const

const milliseconds = (fallback: number) => z.coerce.number().int().positive().default(fallback)

/** What each subgraph needs; `X_` is its own prefix. */
const subgraphSettings = (name: SubgraphName) =>
  z.object({
    DATA_DIR: z.string().default('.data'),
    DATABASE_STATEMENT_TIMEOUT_MS: milliseconds(15_000),
    DATABASE_LOCK_TIMEOUT_MS: milliseconds(10_000),
    SEAL_DIR: z.string().optional(),
    SEAL_EVERY_SECONDS: z.coerce.number().int().positive().default(60),
    X_PORT: port(DEFAULT_PORTS[name]),
    X_DATABASE_URL: z.string().optional(),
    X_MIGRATION_URL: z.string().optional(),
    X_LOG_SIGNING_KEY: z.string().transform(readSigningKey),
    X_PSEUDONYM_KEY: secretText,
    X_CLIENT_SECRET: secretText,
  })

/** At most a century, so that no term is for ever by a slip. */
const termDays = z.coerce.number().int().min(1).max(36_525)

/** What a subgraph declares: what it keeps, with the default terms, and its own settings. */
type Declared = { readonly kept: readonly Kept[]; readonly settings: readonly z.ZodObject[] }

/** @throws {ConfigurationError} with every fault at once. */
export function readSubgraphConfig(
  name: SubgraphName,
  environment: Environment,
  { kept, settings }: Declared,
) {
  const ofSubgraph = subgraphSettings(name)
  const ofTerms = z.object(
    Object.fromEntries(kept.map(({ kind, days }) => [termSetting('x', kind), termDays.default(days)])),
  )
  const read = openSettings([processSettings, ofSubgraph, ofTerms, ...settings], environment, name)
  const config = toProcessConfig(read(processSettings))
  const given = read(ofSubgraph)
  const terms = read(ofTerms)
  refuseFaults([
    ...developmentFaults(config, environment),
    ...(given.X_DATABASE_URL
      ? []
      : embeddedFaults(config.NODE_ENV, name.toUpperCase(), given.X_MIGRATION_URL)),
  ])
  const sealDirectory = given.SEAL_DIR ?? `${given.DATA_DIR}/seals`
  return {
    ...config,
    name,
    port: given.X_PORT,
    databaseUrl: given.X_DATABASE_URL,
    migrationUrl: given.X_MIGRATION_URL,
    /** How long the database works on a statement; migrations take the time they take. */
    databaseLimits: {
      statement: given.DATABASE_STATEMENT_TIMEOUT_MS,
      lock: given.DATABASE_LOCK_TIMEOUT_MS,
      idleTransaction: 60_000,
    },
    /** Of the embedded database, when there is no address of a PostgreSQL. */
    dataDirectory: `${given.DATA_DIR}/${name}`,
    sealFile: (chain: string) => `${sealDirectory}/${chain.replace('/', '-')}.jsonl`,
    logSigningKey: given.X_LOG_SIGNING_KEY,
    sealEverySeconds: given.SEAL_EVERY_SECONDS,
    pseudonymKey: Buffer.from(given.X_PSEUDONYM_KEY),
    clientSecret: given.X_CLIENT_SECRET,
    /** With the terms as they are set. */
    kept: kept.map((each): Kept => ({ ...each, days: terms[termSetting('x', each.kind)] ?? each.days })),
    /** Reads the settings that the process or one of its modules declares. */
    settings: read,
  }
}

export type SubgraphConfig = Readonly<ReturnType<typeof readSubgraphConfig>>
