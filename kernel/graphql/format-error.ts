import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { AppError, busyOf, ERROR_CODES } from '../errors.ts'
import { internalMessage } from '../runtime/http.ts'
import type { Trace } from '../trace.ts'

/** Apollo Server's own codes for an invalid operation, unchanged because clients know them. */
export const OPERATION_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])
const KNOWN = new Set<unknown>(ERROR_CODES)

/** Errors that client developers may have to ask us about: only the logs have the details. */
const TRACED = new Set<unknown>(['FORBIDDEN', 'INTERNAL', 'RECORD_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE'])

/** Texts of Apollo Server that do not say what to do. */
const IN_PLACE_OF = new Map([
  [
    'POST body missing, invalid Content-Type, or JSON object has no keys.',
    'Er staat geen vraag in het bericht. Stuur JSON met daarin query of documentId.',
  ],
  ['Operation batching disabled.', 'Stuur één vraag per bericht. Een lijst met vragen kan hier niet.'],
])

/**
 * Returns only errors that were meant for the client. Every other error becomes `INTERNAL`, without stack, SQL or values; its cause is
 * logged (`reportErrors`).
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  }
  const meant = meantForClient(thrown)
  if (meant) return { message: meant.message, ...place, extensions: { code: meant.code } }
  const code = formatted.extensions?.code
  if (code === 'BAD_USER_INPUT')
    return { message: withoutValues(formatted.message), ...place, extensions: { code } }
  const tokens = /more that (\d+) tokens/.exec(formatted.message)?.[1]
  if (tokens) {
    const message = `De vraag is te lang: meer dan ${tokens} woorden en tekens. Splits de vraag.`
    return { message, extensions: { code: 'OPERATION_TOO_COMPLEX' } }
  }
  // graphql-js gives this error no code: it follows the reported faults.
  if (formatted.message.startsWith('Too many errors processing variables')) {
    const message = 'Er klopt meer niet dan hier staat. Pas dit aan en stuur de vraag opnieuw.'
    return { message, extensions: { code: 'BAD_USER_INPUT' } }
  }
  // The depth at which the parser's stack overflows varies; the limit on tokens usually comes first.
  if (code === 'GRAPHQL_PARSE_FAILED' && formatted.message.includes('call stack')) {
    const message = 'De vraag is te diep genest om te lezen. Splits de vraag.'
    return { message, extensions: { code: 'OPERATION_TOO_COMPLEX' } }
  }
  if (OPERATION_CODES.has(code as string) || isRelayed(formatted)) {
    const message = IN_PLACE_OF.get(formatted.message) ?? withoutLiterals(formatted.message)
    return { message, ...place, extensions: { code } }
  }
  return { message: internalMessage(undefined), ...place, extensions: { code: 'INTERNAL' } }
}

/** Logs the cause of an error, and gives the client the trace id of an error that it may have to ask us about. */
export function reportErrors(logger: Logger): ApolloServerPlugin<{ readonly trace: Trace }> {
  return {
    requestDidStart: async () => ({
      async didEncounterErrors({ errors, contextValue }) {
        const { traceId } = contextValue.trace
        for (const error of errors) {
          const meant = meantForClient(error)
          if (meant?.originalError)
            logger.warn({ code: meant.code, err: meant.originalError, traceId }, 'failed')
          else if (
            !meant &&
            formatError({ message: '', extensions: error.extensions }, error).extensions?.code === 'INTERNAL'
          ) {
            logger.error({ err: unwrapResolverError(error), traceId }, 'unexpected failure')
          }
        }
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return
        const { traceId } = contextValue.trace
        const { singleResult } = response.body
        if (!singleResult.errors) return
        singleResult.errors = singleResult.errors.map((error) => {
          const code = error.extensions?.code
          const message = code === 'INTERNAL' ? internalMessage(traceId) : error.message
          return TRACED.has(code) ? { ...error, message, extensions: { code, traceId } } : error
        })
      },
    }),
  }
}

/** An error that the subgraph already formatted (the gateway adds the name of the subgraph). */
const isRelayed = ({ extensions }: GraphQLFormattedError): boolean =>
  extensions?.serviceName !== undefined && KNOWN.has(extensions.code)

/** Apollo Server wraps the error of a validation rule in one with its own code; ours takes precedence. */
function meantForClient(thrown: unknown): AppError | null {
  for (const error of [thrown, unwrapResolverError(thrown)]) {
    if (error instanceof AppError) return error
    if (error instanceof GraphQLError && error.originalError instanceof AppError) return error.originalError
    const busy = busyOf(error)
    if (busy) return busy
  }
  return null
}

/** How graphql-js names the expected type. */
const EXPECTED_TYPE =
  /; (?:(\w+) cannot represent |Enum "(\w+)" cannot represent |Value "[^"]*" does not exist in "(\w+)" enum|Expected (?:non-nullable )?type "([\w![\]]+)")/

/**
 * graphql-js repeats the invalid value of a variable, which may be personal data (graphql/graphql-js#2629). The path, the type, and the
 * names of missing or unknown fields are kept: they have no personal data.
 */
function withoutValues(message: string): string {
  const [variable, rest] = message.split(' got invalid value ')
  if (rest === undefined) return message
  const place = / at "(?<path>[\w.[\]]+)";/.exec(rest)?.groups?.path
  const why =
    /; (?<why>Field "\w+" (?:of required type "[^"]*" was not provided|is not defined by type "\w+"))/.exec(
      rest,
    )?.groups?.why
  const expected = EXPECTED_TYPE.exec(rest)
    ?.slice(1)
    .find((type) => type !== undefined)
  const reason = why ? `; ${why}.` : expected ? `; expected ${expected}.` : '.'
  return `${variable} got an invalid value${place ? ` at "${place}"` : ''}${reason}`
}

/** The message of graphql-js about an invalid operation, without the client's literals. */
function withoutLiterals(message: string): string {
  return message
    .replace(/ cannot represent [\s\S]*/, ' cannot represent this value.')
    .replace(/^Value "[\s\S]*" does not exist/, 'This value does not exist')
    .replace(/, found [\s\S]*/, ', found something else.')
    .replace(/(Name|String|BlockString|Int|Float) "[\s\S]*?"/g, '$1')
}
