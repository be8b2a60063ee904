import { unwrapResolverError } from '@apollo/server/errors'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { AppError, ERROR_CODES } from './errors.ts'
import { internalMessage } from './http.ts'

/** Apollo Server's own codes for a faulty operation; kept, because clients know them. */
const OPERATION_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])
const KNOWN = new Set<unknown>(ERROR_CODES)

/**
 * Lets only errors out that were meant for the client. Everything else becomes `INTERNAL`, and its cause goes to the log:
 * no stack, no SQL, no values.
 */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
    }
    const cause = unwrapResolverError(thrown)
    if (cause instanceof AppError) {
      if (cause.originalError) logger.warn({ code: cause.code, cause: cause.originalError.message }, 'failed')
      return { message: cause.message, ...place, extensions: { code: cause.code } }
    }
    const code = formatted.extensions?.code
    if (code === 'BAD_USER_INPUT') return { message: withoutValues(formatted.message), ...place, extensions: { code } }
    if (OPERATION_CODES.has(code as string) || isRelayed(formatted)) {
      return { message: formatted.message, ...place, extensions: { code } }
    }
    logger.error({ err: cause }, 'unexpected failure')
    return { message: internalMessage(undefined), ...place, extensions: { code: 'INTERNAL' } }
  }
}

/** An error of a subgraph that already went through this formatter there (the gateway names the subgraph it came from). */
const isRelayed = ({ extensions }: GraphQLFormattedError): boolean => extensions?.serviceName !== undefined && KNOWN.has(extensions.code)

/** graphql-js repeats the offending value of a variable; a value may be personal data (graphql/graphql-js#2629). */
function withoutValues(message: string): string {
  return message.replace(/got invalid value [\s\S]*?(?=( at "|; )|$)/, 'got an invalid value').replace(/(?<=; ).*cannot represent[\s\S]*$/, 'it does not have the form of its type.')
}
