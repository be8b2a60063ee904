import { randomHex } from './runtime/random.ts'

/** A position in a distributed trace (W3C Trace Context). */
export type Trace = {
  /** 32 hex digits; the same in every process that handles the request. */
  readonly traceId: string
  /** 16 hex digits; the span of this process. */
  readonly spanId: string
  /** 16 hex digits of the caller's span, or `null` when the trace starts here. */
  readonly parentSpanId: string | null
  /** Whether its spans are exported; undecided when left out. */
  readonly sampled?: boolean
}

/** Decides whether the spans of a trace are exported. @param parent the caller's decision; `null` when the trace starts here. */
type IsSampled = (traceId: string, parent: boolean | null) => boolean

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/

/** Continues the caller's trace; a missing or malformed `traceparent` starts a new one, as the standard requires. */
export function continueTrace(traceparent: string | undefined, isSampled?: IsSampled): Trace {
  const match = TRACEPARENT.exec(traceparent ?? '')
  const traceId = match?.[1] ?? randomHex(16)
  const trace = {
    traceId,
    spanId: randomHex(8),
    parentSpanId: match?.[2] ?? null,
  }
  if (!isSampled) return trace
  const flags = match?.[3]
  return {
    ...trace,
    sampled: isSampled(traceId, flags === undefined ? null : (Number.parseInt(flags, 16) & 1) === 1),
  }
}

/** The `traceparent` header for a call made on behalf of this span. */
export const traceparent = ({ traceId, spanId, sampled = true }: Trace): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`
