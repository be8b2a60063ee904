import { z } from 'zod'

/**
 * The OpenTelemetry settings that select the requests whose spans are exported. Its libraries read their other settings
 * (`OTEL_EXPORTER_OTLP_*`, `OTEL_BSP_*`, `OTEL_RESOURCE_ATTRIBUTES`) themselves.
 */
export const tracingShape = {
  OTEL_SDK_DISABLED: z.stringbool().default(false),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).default('otlp'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url().optional(),
  OTEL_TRACES_SAMPLER: z
    .enum([
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ])
    .default('parentbased_traceidratio'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.1),
} as const

const shape = z.object(tracingShape)

/** The selection of exported traces. */
export type TracingConfig = {
  /** The share of the traces that begin in this process. */
  readonly ratio: number
  /** Whether the caller's sampling decision takes precedence. */
  readonly followsParent: boolean
}

/** `null` when no spans are exported. */
export function tracingConfig(settings: z.infer<typeof shape>): TracingConfig | null {
  const endpoint = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_ENDPOINT
  if (!endpoint || settings.OTEL_SDK_DISABLED || settings.OTEL_TRACES_EXPORTER === 'none') return null
  const sampler = settings.OTEL_TRACES_SAMPLER
  const shares = { always_on: 1, always_off: 0, traceidratio: settings.OTEL_TRACES_SAMPLER_ARG }
  const base = sampler.replace('parentbased_', '') as keyof typeof shares
  return { ratio: shares[base], followsParent: sampler !== base }
}
