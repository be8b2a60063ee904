import type { TracingConfig } from './settings.ts'
import type { Tracing } from './tracing.ts'

/** Opens the export of spans, when the configuration says where they go. */
export async function openTracing(service: string, config: TracingConfig | null): Promise<Tracing | null> {
  if (!config) return null
  // Loaded only here: without an export it costs nothing, not even the time to load it.
  const { exportSpans } = await import('./export.ts')
  return exportSpans(service, config)
}
