import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { createMetrics } from './metrics.ts'

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const ours = async (): Promise<readonly string[]> =>
  (await createMetrics('test').registry.getMetricsAsJSON())
    .map(({ name }) => name)
    .filter((name) => !/^(?:nodejs|process)_/.test(name))

test('every metric is described for who runs it', async () => {
  const described = [...read('docs/operations.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name)
  expect((await ours()).filter((name) => !described.includes(name))).toEqual([])
})

test('every alert is about a metric that exists', async () => {
  const expressions = [...read('deploy/alerts.yml').matchAll(/expr: (.*)/g)].map(
    ([, expression = '']) => expression,
  )
  const named = expressions.flatMap(
    (expression) => expression.match(/\b[a-z]+(?:_[a-z]+)+(?=[[{ ]|$)/g) ?? [],
  )
  expect(expressions.length).toBeGreaterThan(10)
  const known = new Set((await ours()).flatMap((name) => [name, `${name}_bucket`]))
  expect(named.filter((name) => !known.has(name) && name !== 'histogram_quantile')).toEqual([])
  expect(named.length).toBeGreaterThanOrEqual(expressions.length)
})
