import type { ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { badInput } from '../errors.ts'
import type { Trace } from '../trace.ts'
import { PURPOSES, type Purpose } from '../vocabulary.ts'
import { nameEnumValues } from './bounds/enum-literals.ts'
import { formatError, reportErrors } from './format-error.ts'
import { statusByMediaType } from './graphql-handler.ts'
import { type Limits, limitOperation, limitRequest } from './limits.ts'

type CommonOptions = {
  readonly app: FastifyInstance
  readonly logger: Logger
  readonly limits: Limits
  /** Whether everybody may read the schema. Otherwise errors tell nothing of it either. */
  readonly introspection: boolean
}

/** What the servers of gateway and subgraphs have in common: limits, form of errors, and nothing that reports elsewhere. */
export function apolloOptions<Context extends { readonly trace: Trace }>({
  app,
  logger,
  limits,
  introspection,
}: CommonOptions) {
  const plugins: ApolloServerPlugin<Context>[] = [
    fastifyApolloDrainPlugin(app),
    reportErrors(logger),
    limitRequest(),
    statusByMediaType(),
    keptNowhere(),
    ApolloServerPluginCacheControlDisabled(),
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
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    validationRules: [limitOperation(limits), ...(introspection ? [nameEnumValues] : [])],
    formatError,
    logger,
    plugins,
  }
}

/**
 * Forbids everyone on the way to keep an answer (RFC 9111 5.2.2.5). Apollo's own plugin says the same after looking at each
 * field for what may be kept, which is never anything.
 */
const keptNowhere = (): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    async willSendResponse({ response }) {
      response.http.headers.set('cache-control', 'no-store')
    },
  }),
})

/** @throws {AppError} `BAD_USER_INPUT` for a purpose that does not exist: guessing would ask for the wrong thing. */
export function readPurpose(text: string | undefined): Purpose | null {
  if (text === undefined || text === '') return null
  const purpose = PURPOSES.find((value) => value === text)
  if (!purpose) throw badInput(`Onbekend doel in de header x-purpose. Kies uit: ${PURPOSES.join(', ')}.`)
  return purpose
}
