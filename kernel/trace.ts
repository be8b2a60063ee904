import { randomHex } from './random.ts'

/** The place of one process's work in a distributed trace (W3C Trace Context). */
export type Trace = {
  /** 32 hex digits; the same in every process that works on the request. */
  readonly traceId: string
  /** 16 hex digits; this process's part. */
  readonly spanId: string
  /** 16 hex digits of the caller's part, or `null` when the trace starts here. */
  readonly parentSpanId: string | null
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/

/** Continues the caller's trace; a missing or malformed `traceparent` starts a new one, as the standard demands. */
export function continueTrace(traceparent: string | undefined): Trace {
  const match = TRACEPARENT.exec(traceparent ?? '')
  return {
    traceId: match?.[1] ?? randomHex(16),
    spanId: randomHex(8),
    parentSpanId: match?.[2] ?? null,
  }
}

/** The `traceparent` header for a call made on behalf of this span. */
export const traceparent = (trace: Trace): string => `00-${trace.traceId}-${trace.spanId}-01`
