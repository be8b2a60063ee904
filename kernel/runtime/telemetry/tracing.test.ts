import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { startReceiver } from '../../../test/support/otlp.ts'
import { exportSpans } from './export.ts'
import { openTracing } from './open.ts'
import { tracingConfig, tracingShape } from './settings.ts'
import { recordSpan, startSpan } from './span.ts'
import type { Span, Tracing } from './tracing.ts'

const configOf = (environment: Readonly<Record<string, string>>) =>
  tracingConfig(z.object(tracingShape).parse(environment))
const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }

describe('whether spans are exported', () => {
  test.each<Readonly<Record<string, string>>>([
    {},
    { ...ENDPOINT, OTEL_SDK_DISABLED: 'true' },
    { ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none' },
    { OTEL_TRACES_SAMPLER: 'always_on' },
  ])('not with %p', async (environment) => {
    expect(configOf(environment)).toBeNull()
    expect(await openTracing('test', configOf(environment))).toBeNull()
  })

  test.each([
    [{}, { ratio: 0.1, followsParent: true }],
    [{ OTEL_TRACES_SAMPLER_ARG: '0.5' }, { ratio: 0.5, followsParent: true }],
    [{ OTEL_TRACES_SAMPLER: 'always_on' }, { ratio: 1, followsParent: false }],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, { ratio: 0, followsParent: false }],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio' }, { ratio: 0.1, followsParent: false }],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_on' }, { ratio: 1, followsParent: true }],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, { ratio: 0, followsParent: true }],
  ])('of which traces, with %p', (environment, expected) => {
    expect(configOf({ ...ENDPOINT, ...environment })).toEqual(expected)
    expect(configOf({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1/x', ...environment })).toEqual(
      expected,
    )
  })

  test.each([{ OTEL_TRACES_SAMPLER: 'sometimes' }, { OTEL_TRACES_SAMPLER_ARG: '2' }])(
    '%p is refused',
    (wrong) => {
      expect(() => configOf({ ...ENDPOINT, ...wrong })).toThrow()
    },
  )
})

const TRACE = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', parentSpanId: null }

describe('sampling', () => {
  const idsOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      ((index * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0'),
    ).map((part) => `${'0'.repeat(18)}${part}${'8'.repeat(6)}`)

  test('has the configured share, and is the same in every process', async () => {
    const [one, other] = [0, 1].map(() => exportSpans('test', { ratio: 0.25, followsParent: true }))
    const chosen = idsOf(4000).filter((id) => one?.isSampled(id, null))
    expect(chosen.length / 4000).toBeCloseTo(0.25, 1)
    expect(chosen.every((id) => other?.isSampled(id, null))).toBe(true)
    await one?.close()
    await other?.close()
  })

  test.each([
    [0, true, true],
    [1, false, false],
  ])("is the caller's, when that is followed", async (ratio, parent, expected) => {
    const tracing = exportSpans('test', { ratio, followsParent: true })
    expect(tracing.isSampled(TRACE.traceId, parent)).toBe(expected)
    await tracing.close()
  })
})

describe('a span', () => {
  const keep = () => {
    const spans: Span[] = []
    const tracing: Tracing = {
      isSampled: () => true,
      record: (span) => spans.push(span),
      close: async () => {},
    }
    return { tracing, spans }
  }

  test('is part of its trace', () => {
    const { tracing, spans } = keep()
    const span = startSpan(tracing, { ...TRACE, sampled: true }, 'outer', 'client')
    if (span) recordSpan(tracing, span.trace, 'inner', 5, { entries: 2 })
    span?.end({ outcome: 'ok' })
    expect(spans).toMatchObject([
      {
        name: 'inner',
        trace: { traceId: TRACE.traceId, parentSpanId: span?.trace.spanId },
        attributes: { entries: 2 },
      },
      { name: 'outer', kind: 'client', trace: { traceId: TRACE.traceId, parentSpanId: TRACE.spanId } },
    ])
    expect((spans[0]?.endedAt ?? 0) - (spans[0]?.startedAt ?? 0)).toBeCloseTo(5)
  })

  test('of a trace that is not exported is not made', () => {
    const { tracing, spans } = keep()
    expect(startSpan(tracing, TRACE, 'x')).toBeNull()
    expect(startSpan(null, { ...TRACE, sampled: true }, 'x')).toBeNull()
    recordSpan(tracing, { ...TRACE, sampled: false }, 'x', 1, {})
    recordSpan(tracing, undefined, 'x', 1, {})
    expect(spans).toEqual([])
  })
})

test('spans are exported over OTLP with our ids, at the latest when the process ends', async () => {
  const receiver = await startReceiver()
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.endpoint
  const tracing = exportSpans('test', { ratio: 1, followsParent: true })
  const span = {
    name: 'work',
    kind: 'server',
    startedAt: 1_763_800_000_000,
    endedAt: 1_763_800_000_250,
  } as const
  tracing.record({
    ...span,
    trace: { ...TRACE, parentSpanId: 'c'.repeat(16) },
    attributes: { n: 1 },
    failed: true,
  })
  await tracing.close()
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  receiver.close()
  expect(receiver.spans(TRACE.traceId)).toMatchObject([
    {
      service: 'samenloop-test',
      spanId: TRACE.spanId,
      parentSpanId: 'c'.repeat(16),
      name: 'work',
      startTimeUnixNano: '1763800000000000000',
      endTimeUnixNano: '1763800000250000000',
      status: { code: 2 },
    },
  ])
})
