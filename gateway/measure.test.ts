import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type GatewayUnderTest, LOOK, startGatewayUnderTest } from '../test/support/gateway/gateway.ts'
import { operationNames } from './measure.ts'

describe('the names of operations', () => {
  test('are those in the files of the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samenloop-operations-'))
    mkdirSync(join(folder, 'desk'))
    writeFileSync(join(folder, 'a.graphql'), 'query One { a } mutation Two { b } { c }')
    writeFileSync(join(folder, 'desk', 'b.graphql'), 'query Three { a } fragment Four on A { a }')
    writeFileSync(join(folder, 'manifest.json'), '{}')
    expect([...operationNames(folder)].toSorted()).toEqual(['One', 'Three', 'Two'])
    expect(operationNames(join(folder, 'nowhere')).size).toBe(0)
  })
})

describe('the metrics', () => {
  let gateway: GatewayUnderTest
  beforeAll(async () => {
    gateway = await startGatewayUnderTest()
  })
  afterAll(async () => {
    await gateway.close()
  })
  /** Ignores Node's own metrics, some of which come and go. */
  const series = async () =>
    (await gateway.get('/metrics')).text
      .split('\n')
      .filter((line) => line !== '' && !/^(?:#|nodejs_|process_)/.test(line)).length

  test('do not grow with names that callers make up', async () => {
    const odd = async (index: number) => {
      await gateway.ask(`query Jan${index}($id: ID!) { address(id: $id) { a${index}: street } }`)
      await gateway.ask(`query Jan${index} { nothing${index} }`, { variables: {} })
      await gateway.get(`/nowhere/${index}`)
    }
    await odd(0)
    // The request for the metrics is itself counted.
    await series()
    const before = await series()
    for (let index = 1; index < 20; index++) await odd(index)
    expect(await series()).toBe(before)
    expect((await gateway.get('/metrics')).text).not.toContain('Jan')
    expect(await gateway.metric('graphql_operations_total', 'operation="other",outcome="failed"')).toBe(20)
  })

  test('count what was planned and what failed, and measure how long it took', async () => {
    const [misses, seconds] = ['plan_cache_misses_total', 'graphql_operation_seconds_count']
    const before = { misses: await gateway.metric(misses), seconds: await gateway.metric(seconds) }
    gateway.subgraphs.ncg.behave((_request, response) => void response.writeHead(500).end())
    for (let count = 0; count < 3; count++) await gateway.ask(LOOK)
    expect(await gateway.metric(misses)).toBe(before.misses + 1)
    expect(await gateway.metric(seconds)).toBe(before.seconds + 3)
    expect(await gateway.metric('plan_cache_entries')).toBe(before.misses + 1)
    expect(await gateway.metric('graphql_operations_total', 'outcome="partial"')).toBe(3)
    expect(await gateway.metric('graphql_errors_total', 'SUBGRAPH_UNAVAILABLE')).toBe(3)
    expect(await gateway.metric('subgraph_requests_total', 'subgraph="ncg",outcome="status"')).toBe(3)
  })
})
