import { type Logger, pino } from 'pino'
import { currentTrace } from './telemetry/current.ts'

/**
 * A logger for one process. It is for operators and has no personal data: logged fields are chosen one by one, and anything that looks like
 * a secret or could identify a person is redacted. A line within an exported trace has the trace id.
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
/** Names of fields that are never logged, at any depth; `authorization` and `x-api-key` as well as `accessToken` and `clientSecret`. */
const SECRET_NAME =
  /authorization|cookie|token|secret|password|api-?key|variables|headers|parameters|^body$|^query$/i
/** A JWT, under any name. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.?[\w-]*/g
/** An identification of the BAG. */
const ADDRESS = /\b\d{4}20\d{10}\b/g
/** Deeper than any intentional log field. */
const MAX_DEPTH = 5

function struck(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replace(JWT, STRUCK).replace(ADDRESS, STRUCK)
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH) return STRUCK
  // The error serializer runs after this.
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
 * The part of an error that may be logged. A database repeats values in its messages and its driver keeps the parameters, so only the kind and the
 * code of its errors are logged (SQLSTATE, or the system's). A JSON parser quotes its input.
 */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name: type } = error
  const code = 'code' in error ? error.code : undefined
  if ('severity' in error || 'query' in error) return { type, code }
  if (type === 'SyntaxError') return { type, code, stack: framesOf(error) }
  return { type, code, message: withoutValues(error.message), stack: framesOf(error) }
}

/** A message without quoted texts and long numbers, which could identify something. */
const withoutValues = (message: string): string => message.replace(/"[^"]*"/g, '"…"').replace(/\d{6,}/g, '…')

/** The stack without its first lines, which repeat the message. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
