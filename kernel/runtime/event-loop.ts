import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'

/** How often the event loop is checked. */
const EVERY_MS = 50
/** A delay of this length is noticeable, and counted. */
const COUNTS_FROM_MS = 100
/** A delay of this length is a problem, and also logged. */
const LOGGED_FROM_MS = 1000

type Options = {
  readonly metrics: Pick<Metrics, 'eventLoopBlocked'>
  readonly logger: Pick<Logger, 'warn'>
  readonly now?: () => number
}

/**
 * Watches whether the event loop of this process is blocked. While it is blocked no request is served, and the process cannot report it:
 * the duration is known afterwards, and until then `/healthz` does not answer.
 */
export function watchEventLoop({ metrics, logger, now = () => performance.now() }: Options) {
  let last = now()
  const beat = () => {
    const current = now()
    const late = Math.max(0, current - last - EVERY_MS)
    last = current
    if (late < COUNTS_FROM_MS) return
    metrics.eventLoopBlocked.observe(late / 1000)
    if (late >= LOGGED_FROM_MS)
      logger.warn(
        { ms: Math.round(late) },
        'nobody was served for a while: something kept the event loop busy',
      )
  }
  const timer = setInterval(beat, EVERY_MS)
  timer.unref()
  return { beat, stop: () => clearInterval(timer) }
}
