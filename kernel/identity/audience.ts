import type { FastifyInstance } from 'fastify'
import { type Caller, isAgency, isOperator } from '../vocabulary.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For whom the endpoint is; every endpoint of a party has one. */
    readonly audience?: Audience
  }
}

/**
 * For whom an endpoint is: the operator's service identity alone, those of the agencies, or every caller with a valid token, of whom
 * the endpoint itself says what each may. A refusal is on record under the name.
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

/** The options of an endpoint that says itself what each caller may. */
export const forCallers = { config: { audience: { who: 'CALLERS' } } } as const

/** The name under which it is on record that an endpoint is not for this caller; `null` when it is. */
export function refusalOf(audience: Audience | undefined, caller: Caller): string | null {
  // A path that does not exist is nobody's: the answer is that it does not exist.
  if (!audience || audience.who === 'CALLERS') return null
  return MAY[audience.who](caller) ? null : audience.name
}

/** Lets no endpoint be made from here on without an audience. @throws {Error} when one is: a missing rule stops the start. */
export function requireAudiences(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (!config?.audience) throw new Error(`${url} does not say for whom it is`)
  })
}
