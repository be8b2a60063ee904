import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Kysely, PostgresDialect } from 'kysely'
import { pino } from 'pino'
import { measureOutbox } from '../../subgraphs/agency/outbox/metrics.ts'
import { createHttpServer } from './http.ts'
import { createMetrics } from './metrics.ts'

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

function ours(): readonly string[] {
  const metrics = createMetrics('test')
  const { registry } = metrics
  createHttpServer({
    logger: pino({ level: 'silent' }),
    metrics,
    maxBodyBytes: 1,
    work: { atOnce: 1, waiting: 1, connections: 1 },
    ready: async () => ({}),
  })
  // Only the names are used, so this database is not read.
  const pool = () => Promise.reject(new Error('there is no database here'))
  measureOutbox(registry, new Kysely({ dialect: new PostgresDialect({ pool }) }), { isBarred: () => false })
  return registry
    .getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => !/^(?:nodejs|process)_/.test(name))
}

test('every metric is in the operations page', () => {
  const described = [...read('docs/operations.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name)
  expect(ours().filter((name) => !described.includes(name))).toEqual([])
})

test('every alert is about a metric that exists', () => {
  const expressions = [...read('deploy/alerts.yml').matchAll(/expr: (.*)/g)].map(
    ([, expression = '']) => expression,
  )
  const named = expressions.flatMap(
    (expression) => expression.match(/\b[a-z]+(?:_[a-z]+)+(?=[[{ ]|$)/g) ?? [],
  )
  expect(expressions.length).toBeGreaterThan(10)
  const known = new Set(ours().flatMap((name) => [name, `${name}_bucket`, `${name}_count`]))
  expect(named.filter((name) => !known.has(name) && name !== 'histogram_quantile')).toEqual([])
  expect(named.length).toBeGreaterThanOrEqual(expressions.length)
})
