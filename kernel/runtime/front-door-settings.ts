import { z } from 'zod'

/** The settings of the gateway's admission; `docs/configuration.md` describes them. */

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)
const perMinute = z.coerce.number().int().positive().optional()

export const frontDoorShape = {
  MAX_DEPTH: count(15),
  MAX_ROOT_FIELDS: count(20),
  MAX_FIELDS: count(500),
  MAX_ALIASES: count(30),
  MAX_DIRECTIVES: count(50),
  MAX_TOKENS: count(2000),
  MAX_COST: count(25_000).describe('objects that an answer can hold'),
  MAX_BODY_BYTES: count(262_144),
  TRUSTED_DOCUMENTS: z
    .enum(['only', 'prefer'])
    .optional()
    .describe('only: no other documents than those of the file; prefer: others too'),
  TRUSTED_DOCUMENTS_FILE: z.string().default('schema/trusted-documents.json'),
  RATE_LIMIT_CALLER: perMinute.describe('requests a minute of one person in one application'),
  RATE_LIMIT_ORGANISATION: perMinute.describe('requests a minute of one organisation'),
  RATE_LIMIT_UNKNOWN: perMinute.describe('requests a minute without a valid token, by address'),
} as const

/** Requests per minute. High in development, where one machine acts as all users, and tests and benchmarks must not be limited. */
const RATE_LIMITS = {
  production: { caller: 1200, organisation: 60_000, unknown: 600 },
  development: { caller: 120_000, organisation: 600_000, unknown: 60_000 },
} as const

type Given = z.infer<z.ZodObject<typeof frontDoorShape>> & { readonly NODE_ENV: string }

/** The settings of the gateway's admission, with the defaults that depend on the mode. */
export function frontDoorOf(given: Given) {
  const production = given.NODE_ENV === 'production'
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
