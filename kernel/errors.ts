import { GraphQLError } from 'graphql'

/** The codes a client may rely on; every other failure reaches it as `INTERNAL`. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'CONFLICT',
  'DOCUMENT_NOT_TRUSTED',
  'FORBIDDEN',
  'INTERNAL',
  'METHOD_NOT_ALLOWED',
  'OPERATION_TOO_COMPLEX',
  'PERSISTED_QUERY_NOT_FOUND',
  'RATE_LIMITED',
  'RECORD_UNAVAILABLE',
  'SUBGRAPH_UNAVAILABLE',
  'UNAUTHENTICATED',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * A failure the client is told about. `message` is public: plain Dutch, says what to do,
 * and never holds personal data. What only we may know goes into `cause`, which is logged.
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

export const unauthenticated = (cause?: unknown): AppError =>
  new AppError(
    'UNAUTHENTICATED',
    'Log in: er is geen geldig toegangsbewijs meegestuurd, of het is verlopen.',
    { cause },
  )

export const recordUnavailable = (cause: unknown): AppError =>
  new AppError(
    'RECORD_UNAVAILABLE',
    'De vraag kan nu niet worden vastgelegd, en zonder vastlegging worden geen gegevens verstrekt. Probeer het later opnieuw.',
    { cause },
  )

/** Whether a failure is a system error with this code, like `EADDRINUSE`. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code
