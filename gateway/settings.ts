import { z } from 'zod'
import { type ProcessConfig, readProcessConfig } from '../kernel/runtime/config.ts'
import { type Environment, port } from '../kernel/runtime/settings.ts'

/** The settings of the gateway; `docs/configuration.md` says what each is for. */

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)
const perMinute = z.coerce.number().int().positive().optional()

export const gatewaySettings = z.object({
  GATEWAY_PORT: port(4000),
  IMG_URL: z.url().default('http://127.0.0.1:4001/graphql'),
  NCG_URL: z.url().default('http://127.0.0.1:4002/graphql'),
  SVIP_URL: z.url().default('http://127.0.0.1:4003/graphql'),
  SUPERGRAPH: z.string().default('schema/supergraph.graphql'),
  SUPERGRAPH_WATCH: z.stringbool().default(true),
  GATEWAY_WORKERS: z.coerce.number().int().min(0).max(256).default(1),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().positive().default(5000),
  IMG_TIMEOUT_MS: z.coerce.number().int().positive().optional(),
  NCG_TIMEOUT_MS: z.coerce.number().int().positive().optional(),
  SVIP_TIMEOUT_MS: z.coerce.number().int().positive().optional(),
  SUBGRAPH_RETRY_MS: z.coerce.number().int().min(0).default(3000),
  SUBGRAPH_MAX_BYTES: z.coerce.number().int().positive().default(8_388_608),
  COMPRESS_FROM_BYTES: z.coerce.number().int().min(0).default(16_384),
  MAX_DEPTH: count(15),
  MAX_ROOT_FIELDS: count(20),
  MAX_FIELDS: count(500),
  MAX_ALIASES: count(30),
  MAX_DIRECTIVES: count(50),
  MAX_TOKENS: count(2000),
  MAX_COST: count(25_000),
  MAX_BODY_BYTES: count(262_144),
  TRUSTED_DOCUMENTS: z.enum(['only', 'prefer']).optional(),
  TRUSTED_DOCUMENTS_FILE: z.string().default('schema/trusted-documents.json'),
  RATE_LIMIT_CALLER: perMinute,
  RATE_LIMIT_ORGANISATION: perMinute,
  RATE_LIMIT_UNKNOWN: perMinute,
})

/** Requests a minute. Wide in development, where one machine plays everybody; tests and measurements must not meet them. */
const RATE_LIMITS = {
  production: { caller: 300, organisation: 60_000, unknown: 600 },
  development: { caller: 120_000, organisation: 600_000, unknown: 60_000 },
} as const

/** The settings of admission, with those that depend on the mode. */
export function admissionSettings(production: boolean, given: z.infer<typeof gatewaySettings>) {
  const usual = RATE_LIMITS[production ? 'production' : 'development']
  return {
    trustedDocuments: given.TRUSTED_DOCUMENTS ?? (production ? ('only' as const) : ('prefer' as const)),
    limits: {
      depth: given.MAX_DEPTH,
      rootFields: given.MAX_ROOT_FIELDS,
      fields: given.MAX_FIELDS,
      aliases: given.MAX_ALIASES,
      directives: given.MAX_DIRECTIVES,
      tokens: given.MAX_TOKENS,
    },
    perMinute: {
      caller: given.RATE_LIMIT_CALLER ?? usual.caller,
      organisation: given.RATE_LIMIT_ORGANISATION ?? usual.organisation,
      unknown: given.RATE_LIMIT_UNKNOWN ?? usual.unknown,
    },
  }
}

export type GatewayConfig = ProcessConfig &
  z.infer<typeof gatewaySettings> &
  ReturnType<typeof admissionSettings>

/** @throws {ConfigurationError} with every fault at once. */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  const { config, own } = readProcessConfig(environment, gatewaySettings)
  return { ...config, ...own, ...admissionSettings(config.NODE_ENV === 'production', own) }
}
