import { ApolloServer } from '@apollo/server'
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { forbidden, tokenMissing } from '../errors.ts'
import { forCallers } from '../identity/audience.ts'
import { header } from '../runtime/http.ts'
import type { Trace } from '../trace.ts'
import type { Caller, Purpose } from '../vocabulary.ts'
import { limitInputs } from './bounds/limit-inputs.ts'
import { graphqlHandler } from './graphql-handler.ts'
import { apolloOptions, readPurpose } from './graphql-server.ts'
import { SUBGRAPH_LIMITS } from './limits.ts'
import { recordRefusedMutations } from './refused-mutations.ts'
import { assertRulesComplete, type Categories, readCategories } from './schema.ts'
import { applyRules, deny, type IRules } from './shield.ts'

/** The context of every resolver; each subgraph adds its loaders. */
export type RequestContext = {
  readonly caller: Caller
  readonly trace: Trace
  /** From the header `x-purpose`; an argument `purpose` takes precedence. */
  readonly purpose: Purpose | null
}

/** A subgraph's schema before permissions, with the categories of its fields. */
export type SubgraphSchema = { readonly schema: GraphQLSchema; readonly categories: Categories }

/** Builds a schema whose mutations put their refusals on record. @throws {Error} when a field of agency data has no category. */
export function buildSchema<Context>(
  typeDefs: DocumentNode,
  resolvers: GraphQLResolverMap<Context>,
): SubgraphSchema {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }])
  recordRefusedMutations(schema)
  return { schema, categories: readCategories(schema) }
}

/**
 * Applies the permission rules.
 * @throws {Error} when a field has no rule (it would be refused anyway), or a mutation no resolver.
 */
export function protect(schema: GraphQLSchema, rules: IRules): GraphQLSchema {
  assertRulesComplete(schema, rules)
  assertMutationsResolve(schema)
  return applyRules(schema, rules, { fallbackRule: deny, fallbackError: forbidden() })
}

function assertMutationsResolve(schema: GraphQLSchema): void {
  const missing = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ resolve }) => !resolve)
  if (missing.length > 0)
    throw new Error(
      `Without a resolver, so nothing would change: ${missing.map(({ name }) => name).join(', ')}`,
    )
}

type ServeOptions<Context extends RequestContext> = {
  readonly app: FastifyInstance
  /** The hand-written schema, with the bounds of inputs. */
  readonly typeDefs: DocumentNode
  readonly schema: GraphQLSchema
  readonly logger: Logger
  readonly introspection: boolean
  readonly context: (base: RequestContext) => Context
}

/**
 * Serves a protected schema on `POST /graphql`. The caller is already verified (kernel/runtime/party.ts).
 * @throws {Error} when an argument, input field or list has no bound.
 */
export async function serveGraphql<Context extends RequestContext>(
  options: ServeOptions<Context>,
): Promise<void> {
  const { app, logger } = options
  const common = apolloOptions<Context>({
    app,
    logger,
    limits: SUBGRAPH_LIMITS,
    introspection: options.introspection,
  })
  const server = new ApolloServer<Context>({
    ...common,
    plugins: [...common.plugins, limitInputs(options.typeDefs, () => options.introspection)],
    schema: options.schema,
  })
  await server.start()
  app.route({
    url: '/graphql',
    method: 'POST',
    ...forCallers,
    handler: graphqlHandler(server, { context: (request) => options.context(baseContext(request)) }),
  })
}

function baseContext(request: FastifyRequest): RequestContext {
  if (!request.caller) throw tokenMissing()
  return { caller: request.caller, trace: request.trace, purpose: readPurpose(header(request, 'x-purpose')) }
}
