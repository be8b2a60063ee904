import type { Logger } from 'pino'
import type { Metrics } from '../../kernel/runtime/metrics.ts'
import { startSpan } from '../../kernel/runtime/telemetry/span.ts'
import type { Tracing } from '../../kernel/runtime/telemetry/tracing.ts'
import type { Trace } from '../../kernel/trace.ts'
import type { BreakerState } from './breaker.ts'
import type { FailureKind } from './failure.ts'

/** The telemetry of one call to a subgraph. */
export type ObservedCall = {
  /** The parent span of the subgraph's work. */
  readonly trace: Trace
  end(outcome: 'ok' | FailureKind): void
}

export type CallObserver = {
  begin(trace: Trace): ObservedCall
  retried(): void
  breakerChanged(state: BreakerState): void
}

export type ObserverOptions = {
  readonly subgraph: string
  readonly metrics: Metrics
  readonly logger: Logger
  readonly tracing: Tracing | null
}

/** Measures the calls to a subgraph, makes spans of them, and logs when the breaker opens and closes. */
export function observeCalls({ subgraph, metrics, logger, tracing }: ObserverOptions): CallObserver {
  metrics.subgraphBreakerOpen.set({ subgraph }, 0)
  return {
    begin(trace) {
      const started = performance.now()
      const span = startSpan(tracing, trace, 'fetch', 'client')
      return {
        trace: span?.trace ?? trace,
        end(outcome) {
          metrics.subgraphSeconds.observe({ subgraph }, (performance.now() - started) / 1000)
          metrics.subgraphRequests.inc({ subgraph, outcome })
          span?.end({ subgraph, outcome }, outcome !== 'ok')
        },
      }
    },
    retried: () => metrics.subgraphRetries.inc({ subgraph }),
    breakerChanged(state) {
      metrics.subgraphBreakerOpen.set({ subgraph }, state === 'closed' ? 0 : 1)
      if (state === 'open')
        logger.error({ subgraph }, 'the subgraph keeps failing; it is left alone for a moment')
      if (state === 'closed') logger.info({ subgraph }, 'the subgraph answers again')
    },
  }
}
