import { createRequire } from 'node:module'
import type * as MiddlewareModule from 'graphql-middleware'
import type * as ShieldModule from 'graphql-shield'

/**
 * graphql-shield and graphql-middleware as CommonJS: their ESM builds do not load on Node 23 and later
 * (maticzav/graphql-shield#1561). Of the rules only `and`, `or` and `not` work there; `chain` and `race` refuse everything.
 */
const require = createRequire(import.meta.url)

export const { allow, and, deny, or, rule, shield } = require('graphql-shield') as typeof ShieldModule
export const { applyMiddleware } = require('graphql-middleware') as typeof MiddlewareModule
export type { IRule, IRules } from 'graphql-shield'
