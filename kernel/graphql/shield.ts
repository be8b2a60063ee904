import { createRequire } from 'node:module'
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import type * as MiddlewareModule from 'graphql-middleware'
import type * as ShieldModule from 'graphql-shield'
import type { IRule, IRules } from 'graphql-shield'

/**
 * graphql-shield and graphql-middleware as CommonJS: their ESM builds do not load on Node 23 and later (maticzav/graphql-shield#1561). Of
 * the rule combinators only `and`, `or` and `not` work in CommonJS; `chain` and `race` refuse everything.
 */
const require = createRequire(import.meta.url)

export const { allow, and, deny, or, rule, shield } = require('graphql-shield') as typeof ShieldModule
const { applyMiddleware } = require('graphql-middleware') as typeof MiddlewareModule

export type { IRule, IRules } from 'graphql-shield'

/** Decides synchronously whether a field may be returned: `true`, or the error. */
type Check = (parent: unknown, info: GraphQLResolveInfo) => true | Error

const checks = new WeakMap<object, Check>([[allow, () => true]])

/** A synchronous rule. As any other rule, it refuses when it throws. */
export function check(name: string, decide: Check): IRule {
  const made = rule(name)((parent: unknown, _args, _context, info) => decide(parent, info))
  checks.set(made, decide)
  return made
}

type Options = Pick<Parameters<typeof shield>[1] & object, 'fallbackRule' | 'fallbackError'>
type Field = (
  resolve: (parent: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo) => unknown,
  parent: unknown,
  args: unknown,
  context: unknown,
  info: GraphQLResolveInfo,
) => unknown

/**
 * Wraps the resolvers in the rules. Synchronous rules do not make their field asynchronous: graphql-shield makes a promise of every field,
 * and a list of a hundred addresses has thousands.
 */
export function applyRules(schema: GraphQLSchema, rules: IRules, options: Options): GraphQLSchema {
  const guarded = shield(rules, { ...options, allowExternalErrors: true }).generate(schema)
  const given = rules as Readonly<Record<string, Readonly<Record<string, object>>>>
  const fields = Object.entries(guarded as Record<string, Record<string, unknown>>).map(
    ([type, byName]) =>
      [
        type,
        Object.fromEntries(
          Object.entries(byName).map(([name, middleware]) => {
            const known = given[type]?.[name]
            const decide = known && checks.get(known)
            return [name, decide ? atOnce(decide) : middleware]
          }),
        ),
      ] as const,
  )
  return applyMiddleware(schema, Object.fromEntries(fields) as Parameters<typeof applyMiddleware>[1])
}

const atOnce =
  (decide: Check): Field =>
  (resolve, parent, args, context, info) => {
    const verdict = decide(parent, info)
    return verdict === true ? resolve(parent, args, context, info) : verdict
  }
