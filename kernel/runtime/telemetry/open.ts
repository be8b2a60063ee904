import type { TracingConfig } from './settings.ts'
import type { Tracing } from './tracing.ts'

/** Opens the export of spans, when it is configured. */
export async function openTracing(service: string, config: TracingConfig | null): Promise<Tracing | null> {
  if (!config) return null
  // Imported here, so that a process without an export does not load it.
  const { exportSpans } = await import('./export.ts')
  return exportSpans(service, config)
}
