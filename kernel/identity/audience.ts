import type { FastifyInstance } from 'fastify'
import { type Caller, isAgency, isOperator } from '../vocabulary.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The audience of the endpoint; every endpoint of a party has one. */
    readonly audience?: Audience
  }
}

/**
 * Who may call an endpoint: only the operator's service identity, the service identities of the agencies, or every caller with a valid
 * token, in which case the endpoint itself checks permissions. A refusal is recorded under the name.
 */
export type Audience =
  | { readonly who: 'OPERATOR' | 'AGENCIES'; readonly name: string }
  | { readonly who: 'CALLERS' }

const MAY = {
  OPERATOR: isOperator,
  AGENCIES: isAgency,
} as const satisfies Record<string, (caller: Caller) => boolean>

/** The options of an endpoint for the operator's service identity alone. */
export const forOperator = (name: string) => ({ config: { audience: { who: 'OPERATOR', name } } }) as const

/** The options of an endpoint for the service identities of IMG and NCG. */
export const forAgencies = (name: string) => ({ config: { audience: { who: 'AGENCIES', name } } }) as const

/** The options of an endpoint that checks permissions itself. */
export const forCallers = { config: { audience: { who: 'CALLERS' } } } as const

/** The name under which a refusal of this caller is recorded; `null` when the caller is in the audience. */
export function refusalOf(audience: Audience | undefined, caller: Caller): string | null {
  // A path without an endpoint has no audience: it is answered with 404.
  if (!audience || audience.who === 'CALLERS') return null
  return MAY[audience.who](caller) ? null : audience.name
}

/** From here on, registering an endpoint without an audience throws, so that the process does not start. */
export function requireAudiences(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (!config?.audience) throw new Error(`${url} does not say for whom it is`)
  })
}
