import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { AppError, badInput, forbidden } from './errors.ts'
import { formatError, reportErrors } from './format-error.ts'
import { header } from './http.ts'
import { type Limits, limitAliases, limitDepth, limitRequest, SUBGRAPH_LIMITS } from './limits.ts'
import { assertRulesComplete, type Categories, readCategories } from './schema.ts'
import { applyMiddleware, deny, type IRules, shield } from './shield.ts'
import type { Trace } from './trace.ts'
import { type Caller, PURPOSES, type Purpose } from './vocabulary.ts'

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
  return applyMiddleware(
    schema,
    shield(rules, { fallbackRule: deny, fallbackError: forbidden(), allowExternalErrors: true }),
  )
}

type CommonOptions = { readonly app: FastifyInstance; readonly logger: Logger; readonly limits: Limits }

/** What the servers of gateway and subgraphs have in common: limits, form of errors, and nothing that reports elsewhere. */
export function apolloOptions<Context extends { readonly trace: Trace }>({
  app,
  logger,
  limits,
}: CommonOptions) {
  const plugins: ApolloServerPlugin<Context>[] = [
    fastifyApolloDrainPlugin(app),
    reportErrors(logger),
    limitRequest(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ]
  return {
    allowBatchedHttpRequests: false,
    persistedQueries: false as const,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitDepth(limits.depth), limitAliases(limits.aliases)],
    formatError,
    logger,
    plugins,
  }
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
  })
  await server.start()
  app.route({
    url: '/graphql',
    method: 'POST',
    handler: fastifyApolloHandler(server, {
      context: async (request) => options.context(baseContext(request)),
    }),
  })
}

function baseContext(request: FastifyRequest): RequestContext {
  if (!request.caller) throw new AppError('UNAUTHENTICATED', 'Log in om vragen te stellen.')
  return { caller: request.caller, trace: request.trace, purpose: readPurpose(header(request, 'x-purpose')) }
}

/** @throws {AppError} `BAD_USER_INPUT` for a purpose that does not exist: guessing would ask for the wrong thing. */
export function readPurpose(text: string | undefined): Purpose | null {
  if (text === undefined || text === '') return null
  const purpose = PURPOSES.find((value) => value === text)
  if (!purpose) throw badInput(`Onbekend doel in de header x-purpose. Kies uit: ${PURPOSES.join(', ')}.`)
  return purpose
}
