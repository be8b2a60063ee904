import { type Logger, pino } from 'pino'

/**
 * A logger for one process. It is for operators and holds no personal data: what is logged is chosen field by field, and
 * these paths are struck out should they slip in.
 */
export function createLogger(
  name: string,
  options: { readonly level: string; readonly pretty: boolean },
): Logger {
  return pino({
    name,
    level: options.level,
    serializers: { err: safeError },
    redact: ['*.authorization', '*.headers', '*.variables', '*.token', '*.password', '*.secret'],
    ...(options.pretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
          },
        }
      : {}),
  })
}

/**
 * What is logged of a failure. A database repeats values in its messages and its driver keeps the parameters, so of its errors
 * only the kind and the code are logged (SQLSTATE, or the system's).
 */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name: type } = error
  const code = 'code' in error ? error.code : undefined
  if ('severity' in error || 'query' in error) return { type, code }
  return { type, code, message: withoutValues(error.message), stack: framesOf(error) }
}

/** A message without what it quotes and without numbers that could identify something. */
const withoutValues = (message: string): string => message.replace(/"[^"]*"/g, '"…"').replace(/\d{6,}/g, '…')

/** Where it happened; the head of a stack repeats the message. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
