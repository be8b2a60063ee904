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
  /** The operation names that may become labels: a client can make up any number of names. */
  readonly names: ReadonlySet<string>
  /** The error codes with a label of their own. */
  readonly codes: ReadonlySet<string>
}

/** Counts and times operations, and makes spans of them. Names and codes outside the lists become `other`. */
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

/** Measures the operations that Apollo Server answers, from their start. */
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

/** The names of the registered operations: those in the files of a folder, which may be absent. */
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
