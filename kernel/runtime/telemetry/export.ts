import {
  SpanKind as OtelKind,
  ROOT_CONTEXT,
  type SpanContext,
  SpanStatusCode,
  TraceFlags,
  trace as traceApi,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  type IdGenerator,
  NodeTracerProvider,
} from '@opentelemetry/sdk-trace-node'
import type { TracingConfig } from './settings.ts'
import type { SpanKind, Tracing } from './tracing.ts'

const KINDS: Readonly<Record<SpanKind, OtelKind>> = {
  internal: OtelKind.INTERNAL,
  server: OtelKind.SERVER,
  client: OtelKind.CLIENT,
}

/**
 * Exports spans over OTLP/HTTP, in batches in the background; spans that do not fit in the queue are dropped, so that requests never wait.
 * The ids are those of our own traces, so that a span, a line of the operational log and a line of a processing log refer to the same
 * request.
 */
export function exportSpans(service: string, { ratio, followsParent }: TracingConfig): Tracing {
  let next: SpanContext = { traceId: '', spanId: '', traceFlags: TraceFlags.SAMPLED }
  const idGenerator: IdGenerator = {
    generateTraceId: () => next.traceId,
    generateSpanId: () => next.spanId,
  }
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(
        resourceFromAttributes({ 'service.name': `samenloop-${service}`, 'service.namespace': 'samenloop' }),
      )
      .merge(detectResources({ detectors: [envDetector] })),
    // Decided per trace, before its first span.
    sampler: new AlwaysOnSampler(),
    idGenerator,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  const tracer = provider.getTracer('samenloop')

  return {
    isSampled: (traceId, parent) => (followsParent && parent !== null ? parent : isInShare(traceId, ratio)),
    record({ name, kind, trace, startedAt, endedAt, attributes, failed }) {
      const { traceId, spanId, parentSpanId } = trace
      next = { traceId, spanId, traceFlags: TraceFlags.SAMPLED }
      const parent =
        parentSpanId === null
          ? ROOT_CONTEXT
          : traceApi.setSpanContext(ROOT_CONTEXT, { ...next, spanId: parentSpanId, isRemote: true })
      const span = tracer.startSpan(name, { kind: KINDS[kind], startTime: startedAt, attributes }, parent)
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(endedAt)
    },
    close: () => provider.shutdown(),
  }
}

/** Samples the same traces in every process: it uses the last 14 digits, which are random in W3C Trace Context. */
const isInShare = (traceId: string, ratio: number): boolean =>
  Number.parseInt(traceId.slice(-14), 16) < ratio * 2 ** 56
