import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { StatementLimits } from '../database/database.ts'
import type { GrantKeys } from '../identity/grant.ts'
import { DEFAULT_TERMS, RETENTION_KINDS, type Terms, termSetting } from '../records/retention/terms.ts'
import { frontDoorOf, frontDoorShape } from './front-door-settings.ts'
import {
  developmentFaults,
  type Environment,
  embeddedFaults,
  parseSettings,
  readGrantKeys,
  readSigningKey,
  refuseFaults,
} from './settings.ts'
import { type TracingConfig, tracingConfig, tracingShape } from './telemetry/settings.ts'
import type { WorkBounds } from './work.ts'

/**
 * The configuration of every process, read from the environment once, at the start. Nobody else reads `process.env`.
 */

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback)

const days = (fallback: number) => z.coerce.number().int().min(1).max(3650).default(fallback)

/** At most a century, so that no term is for ever by a slip. */
const termDays = z.coerce.number().int().min(1).max(36_525)

/** A list with commas between. Which names there are is for who uses them to say. */
const namesOr = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(',').flatMap((name) => name.trim() || []))
const names = namesOr('')

const termsByName = names.transform((pairs, context) => {
  const terms = pairs.map((pair) => /^([A-Z_]+)=([1-9]\d{0,3})$/.exec(pair))
  if (terms.every((term) => term !== null))
    return Object.fromEntries(terms.map(([, name = '', length]) => [name, Number(length)]))
  context.addIssue({ code: 'custom', message: 'must be NAME=days with commas between, 1 to 9999 days' })
  return z.NEVER
})

const secretText = z.string().min(16, 'needs at least 16 characters')

const common = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .describe('production when left out, so that what nobody set is strict'),
  METRICS_TOKEN: secretText.optional().describe('bearer token for /metrics; required in production'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  MAX_CONCURRENT_REQUESTS: z.coerce.number().int().positive().default(64).describe('worked on at a time'),
  MAX_WAITING_REQUESTS: z.coerce.number().int().positive().default(1000).describe('waiting for their turn'),
  MAX_CONNECTIONS: z.coerce.number().int().positive().default(4000).describe('open at a time'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_PRETTY: z.stringbool().default(false).describe('logs for people instead of JSON'),
  IDENTITY_ISSUER: z.url().default('http://127.0.0.1:4010').describe('issuer of the access tokens'),
  IDENTITY_JWKS_URL: z.url().optional().describe('public keys of the issuer; <issuer>/jwks when left out'),
  IDENTITY_RESOURCE: z
    .string()
    .default('urn:samenloop:graph')
    .describe('resource indicator for tokens of our own (RFC 8707)'),
  IDENTITY_AUDIENCE: z.string().default('samenloop'),
  IDENTITY_ACCEPT_PLAIN_JWT: z
    .stringbool()
    .default(false)
    .describe('also takes tokens typed JWT, for providers that do not follow RFC 9068'),
  CLAIM_CLIENT: z.string().default('client_id').describe('claim with the client; azp for Keycloak and Entra'),
  CLAIM_ORGANISATION: z.string().default('org').describe('claim with the organisation of the employee'),
  CLAIM_ROLES: z.string().default('roles'),
  CLAIM_MUNICIPALITY: z.string().default('municipality'),
  ...tracingShape,
  CLAIM_TEAM: z.string().default('team').describe('claim with the team within the organisation'),
})

const gateway = common.extend({
  GATEWAY_PORT: port(4000),
  IMG_URL: z.url().default('http://127.0.0.1:4001/graphql'),
  NCG_URL: z.url().default('http://127.0.0.1:4002/graphql'),
  SVIP_URL: z.url().default('http://127.0.0.1:4003/graphql'),
  SUPERGRAPH: z.string().default('schema/supergraph.graphql').describe('file with the composed schema'),
  SUPERGRAPH_WATCH: z.stringbool().default(true).describe('takes a new supergraph when the file changes'),
  GATEWAY_WORKERS: z.coerce.number().int().min(0).max(256).default(1).describe('0: one per core'),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().positive().default(5000),
  IMG_TIMEOUT_MS: z.coerce.number().int().positive().optional(),
  NCG_TIMEOUT_MS: z.coerce.number().int().positive().optional(),
  SVIP_TIMEOUT_MS: z.coerce.number().int().positive().optional(),
  SUBGRAPH_RETRY_MS: z.coerce.number().int().min(0).default(3000),
  SUBGRAPH_MAX_BYTES: z.coerce.number().int().positive().default(8_388_608).describe('of one answer'),
  COMPRESS_FROM_BYTES: z.coerce.number().int().min(0).default(16_384).describe('0: never'),
  ...frontDoorShape,
})

/** What each subgraph needs, with its own prefix (`IMG_PORT`, `NCG_DATABASE_URL`, …). */
const subgraphKeys = {
  PORT: z.coerce.number().int().min(0).max(65535),
  DATABASE_URL: z.string().optional(),
  MIGRATION_URL: z.string().optional(),
  GRANT_KEYS: z.string(),
  LOG_SIGNING_KEY: z.string(),
  PSEUDONYM_KEY: secretText,
  CLIENT_SECRET: secretText,
} as const

/** What every process needs to verify who calls. */
export type IdentityConfig = z.infer<typeof common> & { readonly jwksUrl: string }

/** How much a process takes on at a time. */
export const workBounds = (config: z.infer<typeof common>): WorkBounds => ({
  atOnce: config.MAX_CONCURRENT_REQUESTS,
  waiting: config.MAX_WAITING_REQUESTS,
  connections: config.MAX_CONNECTIONS,
})

/** The options of the token check that follow from the configuration. */
export const verifierOptions = (config: IdentityConfig) => ({
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

export type GatewayConfig = z.infer<typeof gateway> &
  ReturnType<typeof frontDoorOf> & { readonly jwksUrl: string; readonly tracing: TracingConfig | null }

export type SubgraphName = 'img' | 'ncg' | 'svip'

export type SubgraphConfig = z.infer<typeof common> & {
  readonly name: SubgraphName
  readonly tracing: TracingConfig | null
  readonly jwksUrl: string
  readonly port: number
  readonly databaseUrl: string | undefined
  readonly migrationUrl: string | undefined
  /** How long the database works on a statement; migrations take the time they take. */
  readonly databaseLimits: StatementLimits
  /** Folder for the embedded database, when there is no address of a PostgreSQL. */
  readonly dataDirectory: string
  readonly sealFile: (chain: string) => string
  readonly logSigningKey: KeyObject
  readonly sealEverySeconds: number
  readonly pseudonymKey: Uint8Array
  readonly clientSecret: string
  readonly svipUrl: string
  readonly grantSeconds: number
  /** How long the steps of an information request may take, in calendar days; the SVIP's. */
  readonly requestTerms: Readonly<
    Record<
      'assess' | 'supplement' | 'consent' | 'answer' | 'followUp' | 'acute' | 'maxExtension' | 'maxGrant',
      number
    >
  >
  /** Cells of the cooperation matrix that are set otherwise, as JSON; only the SVIP uses it. */
  readonly cooperationGroups: string
  /** Rules of signals that are off, terms by purpose, and how old news may be; the SVIP's. */
  readonly signals: {
    readonly off: readonly string[]
    readonly termDays: Readonly<Record<string, number>>
    readonly newsDays: number
  }
  /** Kinds of damage that count for the cooperation; only IMG uses it. */
  readonly physicalDamageKinds: readonly string[]
  /** Days within which breaking the glass is reviewed; only the SVIP uses it. */
  readonly emergencyReviewDays: number
  /** Between the rounds of what the SVIP does by itself. */
  readonly housekeepingSeconds: number
  /** Days that a joint inspection may delay a side before that has to be confirmed; the SVIP's. */
  readonly maxDelayDays: number
  /** Hours within which an acutely unsafe situation is made safe; the SVIP's. */
  readonly acuteSafeHours: number
  /** By owner; an agency only has its own, the SVIP both. */
  readonly grantKeys: { readonly IMG: GrantKeys; readonly NCG: GrantKeys }
  /** How long records are kept. */
  readonly terms: Terms
}

const DEFAULT_PORTS = { img: 4001, ncg: 4002, svip: 4003 } as const

/** @throws {ConfigurationError} with every fault at once. */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  const config = parseSettings(gateway, environment)
  refuseFaults(developmentFaults(config, environment))
  return {
    ...config,
    ...frontDoorOf(config),
    tracing: tracingConfig(config),
    jwksUrl: config.IDENTITY_JWKS_URL ?? `${config.IDENTITY_ISSUER}/jwks`,
  }
}

/** @throws {ConfigurationError} with every fault at once. */
export function readSubgraphConfig(name: SubgraphName, environment: Environment): SubgraphConfig {
  const prefix = name.toUpperCase()
  const owners = name === 'svip' ? (['IMG', 'NCG'] as const) : ([prefix] as const)
  const shape = common.extend({
    DATA_DIR: z.string().default('.data'),
    DATABASE_STATEMENT_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .positive()
      .default(15_000)
      .describe('PostgreSQL only'),
    DATABASE_LOCK_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000).describe('PostgreSQL only'),
    SEAL_DIR: z
      .string()
      .optional()
      .describe('folder for the seals of the logs; keep it outside the database server'),
    SEAL_EVERY_SECONDS: z.coerce.number().int().positive().default(60),
    SVIP_URL: z.url().default('http://127.0.0.1:4003/graphql'),
    REQUEST_ASSESS_DAYS: days(5).describe('for the own desk to assess an information request'),
    REQUEST_SUPPLEMENT_DAYS: days(14).describe('for the requester to supplement it'),
    REQUEST_CONSENT_DAYS: days(14).describe('for the resident to reply'),
    REQUEST_ANSWER_DAYS: days(10).describe('for the other desk to answer'),
    REQUEST_FOLLOW_UP_DAYS: days(30).describe('for what follows from the answer'),
    REQUEST_ACUTE_DAYS: days(1).describe('for each of these when the purpose is acute safety'),
    REQUEST_MAX_EXTENSION_DAYS: days(14).describe('that one extension adds at most'),
    REQUEST_MAX_GRANT_DAYS: days(183).describe('that a granted request stays open at most'),
    SIGNAL_RULES_OFF: names.describe('rules of signals that are off, with commas between'),
    SIGNAL_TERM_DAYS: termsByName.describe('PURPOSE=days with commas between, where a default does not do'),
    PHYSICAL_DAMAGE_KINDS: namesOr('PHYSICAL').describe(
      'kinds of damage that count for the cooperation, with commas between; IMG checks them',
    ),
    SIGNAL_NEWS_DAYS: days(30).describe('that a track may be in its state to be news'),
    GRANT_SECONDS: z.coerce.number().int().min(1).max(30).default(10).describe('life of a grant'),
    COOPERATION_GROUPS: z
      .string()
      .default('{}')
      .describe('cells of the cooperation matrix that differ from figure 2, as JSON; the SVIP checks them'),
    COOPERATION_MAX_DELAY_DAYS: z.coerce
      .number()
      .int()
      .min(0)
      .max(365)
      .default(14)
      .describe('that a joint inspection may delay a side without being confirmed'),
    ACUTE_SAFE_HOURS: z.coerce
      .number()
      .int()
      .min(1)
      .max(168)
      .default(48)
      .describe('to make an acutely unsafe situation safe'),
    HOUSEKEEPING_SECONDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(86_400)
      .default(300)
      .describe('between what the SVIP does by itself'),
    EMERGENCY_REVIEW_DAYS: z.coerce.number().int().min(1).max(31).default(7).describe('term of a review'),
    [`${prefix}_PORT`]: subgraphKeys.PORT.default(DEFAULT_PORTS[name]),
    [`${prefix}_DATABASE_URL`]: subgraphKeys.DATABASE_URL,
    [`${prefix}_MIGRATION_URL`]: subgraphKeys.MIGRATION_URL,
    [`${prefix}_LOG_SIGNING_KEY`]: subgraphKeys.LOG_SIGNING_KEY.transform(readSigningKey),
    [`${prefix}_PSEUDONYM_KEY`]: subgraphKeys.PSEUDONYM_KEY,
    [`${prefix}_CLIENT_SECRET`]: subgraphKeys.CLIENT_SECRET,
    ...Object.fromEntries(
      owners.map((owner) => [`${owner}_GRANT_KEYS`, subgraphKeys.GRANT_KEYS.transform(readGrantKeys)]),
    ),
    ...Object.fromEntries(
      RETENTION_KINDS.map((kind) => [termSetting(name, kind), termDays.default(DEFAULT_TERMS[kind])]),
    ),
  })
  const config = parseSettings(shape, environment) as z.infer<typeof common> & Record<string, unknown>
  const own = <T>(key: string) => config[`${prefix}_${key}`] as T
  refuseFaults([
    ...developmentFaults(config, environment),
    ...(own('DATABASE_URL') ? [] : embeddedFaults(config.NODE_ENV, prefix, own('MIGRATION_URL'))),
  ])
  const dataDirectory = `${config.DATA_DIR as string}/${name}`
  const sealDirectory = (config.SEAL_DIR as string | undefined) ?? `${config.DATA_DIR as string}/seals`
  const none: GrantKeys = new Map()
  return {
    ...config,
    name,
    tracing: tracingConfig(config),
    jwksUrl: config.IDENTITY_JWKS_URL ?? `${config.IDENTITY_ISSUER}/jwks`,
    port: own('PORT'),
    databaseUrl: own('DATABASE_URL'),
    migrationUrl: own('MIGRATION_URL'),
    databaseLimits: {
      statement: config.DATABASE_STATEMENT_TIMEOUT_MS as number,
      lock: config.DATABASE_LOCK_TIMEOUT_MS as number,
      idleTransaction: 60_000,
    },
    dataDirectory,
    sealFile: (chain) => `${sealDirectory}/${chain.replace('/', '-')}.jsonl`,
    logSigningKey: own('LOG_SIGNING_KEY'),
    sealEverySeconds: config.SEAL_EVERY_SECONDS as number,
    pseudonymKey: Buffer.from(own<string>('PSEUDONYM_KEY')),
    clientSecret: own('CLIENT_SECRET'),
    svipUrl: config.SVIP_URL as string,
    grantSeconds: config.GRANT_SECONDS as number,
    requestTerms: {
      assess: config.REQUEST_ASSESS_DAYS as number,
      supplement: config.REQUEST_SUPPLEMENT_DAYS as number,
      consent: config.REQUEST_CONSENT_DAYS as number,
      answer: config.REQUEST_ANSWER_DAYS as number,
      followUp: config.REQUEST_FOLLOW_UP_DAYS as number,
      acute: config.REQUEST_ACUTE_DAYS as number,
      maxExtension: config.REQUEST_MAX_EXTENSION_DAYS as number,
      maxGrant: config.REQUEST_MAX_GRANT_DAYS as number,
    },
    cooperationGroups: config.COOPERATION_GROUPS as string,
    signals: {
      off: config.SIGNAL_RULES_OFF as string[],
      termDays: config.SIGNAL_TERM_DAYS as Record<string, number>,
      newsDays: config.SIGNAL_NEWS_DAYS as number,
    },
    physicalDamageKinds: config.PHYSICAL_DAMAGE_KINDS as string[],
    emergencyReviewDays: config.EMERGENCY_REVIEW_DAYS as number,
    housekeepingSeconds: config.HOUSEKEEPING_SECONDS as number,
    maxDelayDays: config.COOPERATION_MAX_DELAY_DAYS as number,
    acuteSafeHours: config.ACUTE_SAFE_HOURS as number,
    grantKeys: {
      IMG: (config.IMG_GRANT_KEYS as GrantKeys | undefined) ?? none,
      NCG: (config.NCG_GRANT_KEYS as GrantKeys | undefined) ?? none,
    },
    terms: Object.fromEntries(
      RETENTION_KINDS.map((kind) => [kind, config[termSetting(name, kind)]]),
    ) as Terms,
  }
}
