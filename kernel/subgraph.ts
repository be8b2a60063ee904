import { ApolloServer } from '@apollo/server'
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { AppError, forbidden } from './errors.ts'
import { graphqlHandler } from './graphql-handler.ts'
import { apolloOptions, readPurpose } from './graphql-server.ts'
import { header } from './http.ts'
import { SUBGRAPH_LIMITS } from './limits.ts'
import { assertRulesComplete, type Categories, readCategories } from './schema.ts'
import { applyRules, deny, type IRules } from './shield.ts'
import type { Trace } from './trace.ts'
import type { Caller, Purpose } from './vocabulary.ts'

/** What every resolver knows about the request; each subgraph adds its loaders. */
export type RequestContext = {
  readonly caller: Caller
  readonly trace: Trace
  /** From the header `x-purpose`; an argument `purpose` goes before it. */
  readonly purpose: Purpose | null
}

/** A subgraph's schema before permissions, with the categories of its fields. */
export type SubgraphSchema = { readonly schema: GraphQLSchema; readonly categories: Categories }

/** @throws {Error} when a field of agency data has no category. */
export function buildSchema<Context>(
  typeDefs: DocumentNode,
  resolvers: GraphQLResolverMap<Context>,
): SubgraphSchema {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }])
  return { schema, categories: readCategories(schema) }
}

/** @throws {Error} when a field has no rule. What has none is refused all the same. */
export function protect(schema: GraphQLSchema, rules: IRules): GraphQLSchema {
  assertRulesComplete(schema, rules)
  return applyRules(schema, rules, { fallbackRule: deny, fallbackError: forbidden() })
}

type ServeOptions<Context extends RequestContext> = {
  readonly app: FastifyInstance
  readonly schema: GraphQLSchema
  readonly logger: Logger
  readonly introspection: boolean
  readonly context: (base: RequestContext) => Context
}

/** Serves a protected schema on `POST /graphql`. The caller was verified before (kernel/party.ts). */
export async function serveGraphql<Context extends RequestContext>(
  options: ServeOptions<Context>,
): Promise<void> {
  const { app, logger } = options
  const server = new ApolloServer<Context>({
    ...apolloOptions<Context>({ app, logger, limits: SUBGRAPH_LIMITS }),
    schema: options.schema,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
  })
  await server.start()
  app.route({
    url: '/graphql',
    method: 'POST',
    handler: graphqlHandler(server, { context: (request) => options.context(baseContext(request)) }),
  })
}

function baseContext(request: FastifyRequest): RequestContext {
  if (!request.caller) throw new AppError('UNAUTHENTICATED', 'Log in om vragen te stellen.')
  return { caller: request.caller, trace: request.trace, purpose: readPurpose(header(request, 'x-purpose')) }
}
