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
  /** Whether the schema is public. If not, errors do not reveal it either. */
  readonly introspection: boolean
}

/** The options that gateway and subgraphs share: limits, format of errors, and no reporting to Apollo. */
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
 * Forbids caching of answers (RFC 9111 5.2.2.5). Apollo's own plugin would set the same header after it had computed the cache policy of
 * every field.
 */
const keptNowhere = (): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    async willSendResponse({ response }) {
      response.http.headers.set('cache-control', 'no-store')
    },
  }),
})

/** @throws {AppError} `BAD_USER_INPUT` for an unknown purpose. */
export function readPurpose(text: string | undefined): Purpose | null {
  if (text === undefined || text === '') return null
  const purpose = PURPOSES.find((value) => value === text)
  if (!purpose) throw badInput(`Onbekend doel in de header x-purpose. Kies uit: ${PURPOSES.join(', ')}.`)
  return purpose
}
