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
