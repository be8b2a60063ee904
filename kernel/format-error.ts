import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
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
    const meant = meantForClient(thrown) ?? meantForClient(cause)
    if (meant) {
      if (meant.originalError) logger.warn({ code: meant.code, cause: meant.originalError.message }, 'failed')
      return { message: meant.message, ...place, extensions: { code: meant.code } }
    }
    const code = formatted.extensions?.code
    if (code === 'BAD_USER_INPUT')
      return { message: withoutValues(formatted.message), ...place, extensions: { code } }
    const tokens = /more that (\d+) tokens/.exec(formatted.message)?.[1]
    if (tokens)
      return {
        message: `De vraag is te lang: meer dan ${tokens} tekens en namen. Splits de vraag.`,
        extensions: { code: 'OPERATION_TOO_COMPLEX' },
      }
    if (OPERATION_CODES.has(code as string) || isRelayed(formatted)) {
      return { message: formatted.message, ...place, extensions: { code } }
    }
    logger.error({ err: cause }, 'unexpected failure')
    return { message: internalMessage(undefined), ...place, extensions: { code: 'INTERNAL' } }
  }
}

/** An error of a subgraph that already went through this formatter there (the gateway names the subgraph it came from). */
const isRelayed = ({ extensions }: GraphQLFormattedError): boolean =>
  extensions?.serviceName !== undefined && KNOWN.has(extensions.code)

/** Apollo Server wraps what a validation rule reports in an error with a code of its own; ours goes before it. */
function meantForClient(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  return error instanceof GraphQLError && error.originalError instanceof AppError ? error.originalError : null
}

/**
 * graphql-js repeats the offending value of a variable, and a value may be personal data (graphql/graphql-js#2629). What it
 * says about fields that are missing or unknown holds none, and helps.
 */
function withoutValues(message: string): string {
  const [variable] = message.split(' got invalid value ')
  const place =
    /(?: at "[^"]*")?; (?<why>Field "\w+" (?:of required type "[^"]*" was not provided|is not defined by type "\w+")\.?)/.exec(
      message,
    )
  if (variable === message) return message
  return `${variable} got an invalid value${place?.groups?.why ? `; ${place.groups.why}` : '.'}`
}
