import { GraphQLError } from 'graphql'

/**
 * The codes that a client may rely on, each with the HTTP status of a request that is refused with it before execution (docs/errors.md).
 * Every other failure reaches a client as `INTERNAL`.
 */
export const HTTP_STATUS = {
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  DOCUMENT_NOT_TRUSTED: 400,
  FORBIDDEN: 403,
  INTERNAL: 500,
  METHOD_NOT_ALLOWED: 405,
  NOT_FOUND: 404,
  OPERATION_TOO_COMPLEX: 400,
  OVERLOADED: 503,
  PERSISTED_QUERY_NOT_FOUND: 400,
  RATE_LIMITED: 429,
  RECORD_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
} as const
export type ErrorCode = keyof typeof HTTP_STATUS
export const ERROR_CODES = Object.keys(HTTP_STATUS) as readonly ErrorCode[]

/**
 * An error that is returned to the client. `message` is public: it is in plain Dutch, says what to do, and never has personal data.
 * Internal details go into `cause`, which is logged.
 */
export class AppError extends GraphQLError {
  readonly code: ErrorCode

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly path?: readonly (string | number)[] } = {},
  ) {
    super(message, {
      extensions: { code },
      ...(options.path ? { path: options.path } : {}),
      ...(options.cause instanceof Error ? { originalError: options.cause } : {}),
    })
    this.name = 'AppError'
    this.code = code
  }
}

export const badInput = (message: string): AppError => new AppError('BAD_USER_INPUT', message)

export const forbidden = (): AppError =>
  new AppError('FORBIDDEN', 'U mag dit niet opvragen of wijzigen met uw rol.')

/** The request has no token. */
export const tokenMissing = (): AppError =>
  new AppError(
    'UNAUTHENTICATED',
    'Log in: er is geen toegangsbewijs meegestuurd. Een toepassing stuurt het mee als authorization: Bearer …',
  )

/** The token is not valid. The error does not say why: that would help somebody who tries tokens. */
export const tokenRefused = (cause: Error): AppError =>
  new AppError(
    'UNAUTHENTICATED',
    'Log opnieuw in: het toegangsbewijs dat is meegestuurd, is verlopen of niet geldig.',
    { cause },
  )

export const notFound = (): AppError =>
  new AppError('NOT_FOUND', 'Deze pagina bestaat niet. Controleer de URL.')

export const methodNotAllowed = (allowed: readonly string[]): AppError =>
  new AppError('METHOD_NOT_ALLOWED', `Deze URL kan alleen worden gevraagd met ${allowed.join(' of ')}.`)

export const overloaded = (cause?: unknown): AppError =>
  new AppError(
    'OVERLOADED',
    'Het is nu te druk om uw vraag te beantwoorden. Probeer het zo meteen opnieuw.',
    { cause },
  )

/** PostgreSQL cancelled a statement: it took too long, or waited too long for a lock (classes 57 and 55 of its error codes). */
const GIVEN_UP = ['57014', '55P03']

/** The error for a temporary failure of the database; `null` for any other failure. */
export const busyOf = (error: unknown): AppError | null =>
  GIVEN_UP.some((code) => hasCode(error, code)) ? overloaded(error) : null

export const recordUnavailable = (cause: unknown): AppError =>
  new AppError(
    'RECORD_UNAVAILABLE',
    'De vraag kan nu niet worden vastgelegd, en zonder vastlegging worden geen gegevens verstrekt. Probeer het later opnieuw.',
    { cause },
  )

/** Whether a failure is a system error with this code, like `EADDRINUSE`. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code
