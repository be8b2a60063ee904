import { randomBytes } from 'node:crypto'
import type { Trace } from '../../trace.ts'
import type { Attributes, SpanKind, Tracing } from './tracing.ts'

/** A span in progress. */
export type OpenSpan = {
  /** The trace context for calls made within this span. */
  readonly trace: Trace
  /** @param attributes must have no data of a person or an address, and no client input. */
  end(attributes?: Attributes, failed?: boolean): void
}

/** Starts a span within a trace; `null` when the trace is not exported. */
export function startSpan(
  tracing: Tracing | null,
  parent: Trace,
  name: string,
  kind: SpanKind = 'internal',
): OpenSpan | null {
  if (!tracing || !parent.sampled) return null
  const trace = childOf(parent)
  const startedAt = nowMs()
  return {
    trace,
    end(attributes = {}, failed = false) {
      tracing.record({ name, kind, trace, startedAt, endedAt: nowMs(), attributes, failed })
    },
  }
}

/** Records a finished span; does nothing when the trace is not exported. */
export function recordSpan(
  tracing: Tracing | null,
  parent: Trace | undefined,
  name: string,
  milliseconds: number,
  attributes: Attributes,
  failed = false,
): void {
  if (!tracing || !parent?.sampled) return
  const endedAt = nowMs()
  const startedAt = endedAt - milliseconds
  tracing.record({ name, kind: 'internal', trace: childOf(parent), startedAt, endedAt, attributes, failed })
}

const childOf = ({ traceId, spanId }: Trace): Trace => ({
  traceId,
  spanId: randomBytes(8).toString('hex'),
  parentSpanId: spanId,
  sampled: true,
})

/** Milliseconds since the epoch, with fractions. */
export const nowMs = (): number => performance.timeOrigin + performance.now()
