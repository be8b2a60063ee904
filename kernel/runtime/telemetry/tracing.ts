import type { Trace } from '../../trace.ts'

/** Attributes of a span, without client input. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

export type SpanKind = 'internal' | 'server' | 'client'

/** A finished span. */
export type Span = {
  readonly name: string
  readonly kind: SpanKind
  readonly trace: Trace
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly endedAt: number
  readonly attributes: Attributes
  readonly failed: boolean
}

/** The exporter of spans; `null` in a process without one. */
export type Tracing = {
  /** Whether a trace is exported. @param parent the caller's decision; `null` when the trace begins here. */
  isSampled(traceId: string, parent: boolean | null): boolean
  record(span: Span): void
  /** Sends the queued spans. */
  close(): Promise<void>
}
