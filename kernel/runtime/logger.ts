import { type Logger, pino } from 'pino'
import { currentTrace } from './telemetry/current.ts'

/**
 * A logger for one process. It is for operators and holds no personal data: what is logged is chosen field by field, and
 * what looks like a secret or could identify somebody is struck out should it slip in. A line within a trace that is exported names it.
 */
export function createLogger(
  name: string,
  options: { readonly level: string; readonly pretty: boolean },
  destination?: { write(line: string): void },
): Logger {
  const settings = {
    name,
    level: options.level,
    serializers: { err: safeError },
    formatters: { log: (line: Record<string, unknown>) => struckObject(line, 0) },
    mixin: () => {
      const trace = currentTrace()
      return trace ? { traceId: trace.traceId, spanId: trace.spanId } : {}
    },
    ...(options.pretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
          },
        }
      : {}),
  }
  return destination ? pino(settings, destination) : pino(settings)
}

const STRUCK = '[struck out]'
/** Names of what is never logged, wherever it is; `authorization` and `x-api-key` as well as `accessToken` and `clientSecret`. */
const SECRET_NAME =
  /authorization|cookie|token|secret|password|api-?key|variables|headers|parameters|^body$|^query$/i
/** A JWT, whatever it is called. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.?[\w-]*/g
/** An identification of the BAG. */
const ADDRESS = /\b\d{4}20\d{10}\b/g
/** Deeper than anything that is logged on purpose. */
const MAX_DEPTH = 5

function struck(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replace(JWT, STRUCK).replace(ADDRESS, STRUCK)
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH) return STRUCK
  // Its serializer comes after this.
  if (value instanceof Error) return value
  if (Array.isArray(value)) return value.map((item) => struck(item, depth + 1))
  return struckObject(value, depth)
}

const struckObject = (value: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_NAME.test(key) ? STRUCK : struck(item, depth + 1),
    ]),
  )

/**
 * What is logged of a failure. A database repeats values in its messages and its driver keeps the parameters, so of its errors
 * only the kind and the code are logged (SQLSTATE, or the system's). A parser of JSON quotes what it read.
 */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name: type } = error
  const code = 'code' in error ? error.code : undefined
  if ('severity' in error || 'query' in error) return { type, code }
  if (type === 'SyntaxError') return { type, code, stack: framesOf(error) }
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
