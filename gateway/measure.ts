import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ApolloServerPlugin } from '@apollo/server'
import { Kind, parse } from 'graphql'
import type { Metrics } from '../kernel/runtime/metrics.ts'
import { startSpan } from '../kernel/runtime/telemetry/span.ts'
import type { Tracing } from '../kernel/runtime/telemetry/tracing.ts'
import type { GatewayContext, Measuring } from './context.ts'

type Options = {
  readonly metrics: Metrics
  readonly tracing: Tracing | null
  /** Names that may be told: a client can give its operation any name, and a different one each time. */
  readonly names: ReadonlySet<string>
  /** The codes of errors that are counted by themselves. */
  readonly codes: ReadonlySet<string>
}

/** Counts and times operations, and makes spans of them. What a client made up is `other`. */
export const measureOperations =
  ({ metrics, tracing, names, codes }: Options) =>
  ({ trace }: GatewayContext): Measuring => {
    const started = performance.now()
    const span = startSpan(tracing, trace, 'operation')
    return {
      end(name, type, { data, errors = [] }) {
        const outcome = errors.length === 0 ? 'ok' : data ? 'partial' : 'failed'
        const operation = name && names.has(name) ? name : 'other'
        metrics.operations.inc({ operation, outcome })
        metrics.operationSeconds.observe({ operation }, (performance.now() - started) / 1000)
        for (const { extensions } of errors) {
          const code = String(extensions?.code)
          metrics.operationErrors.inc({ code: codes.has(code) ? code : 'other' })
        }
        span?.end({ operation, type: type ?? 'none', outcome }, outcome === 'failed')
      },
    }
  }

/** Measures what the server answers, from where it began. */
export const measureAnswers = (
  measure: (context: GatewayContext) => Measuring,
): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart({ contextValue }) {
    const measuring = contextValue.executed?.measuring ?? measure(contextValue)
    return {
      async willSendResponse({ operationName, operation, response: { body } }) {
        measuring.end(operationName, operation?.operation, body.kind === 'single' ? body.singleResult : {})
      },
    }
  },
})

/** The names of the operations that are registered: those in the files of a folder, which need not be there. */
export function operationNames(folder: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const file of filesIn(folder))
    for (const definition of parse(readFileSync(file, 'utf8')).definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) names.add(definition.name.value)
  return names
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.graphql') ? [`${entry.parentPath}/${entry.name}`] : [],
  )
}
