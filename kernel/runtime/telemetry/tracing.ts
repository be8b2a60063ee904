import type { Trace } from '../../trace.ts'

/** Texts and numbers of our own making. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

export type SpanKind = 'internal' | 'server' | 'client'

/** A piece of work that is done. */
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

/** Where spans go. A process that exports none has `null` in its place, and loads nothing of it. */
export type Tracing = {
  /** Whether a trace is exported. @param parent what the caller decided; `null` when the trace begins here. */
  isSampled(traceId: string, parent: boolean | null): boolean
  record(span: Span): void
  /** Sends what waits. */
  close(): Promise<void>
}
