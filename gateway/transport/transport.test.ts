import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type GatewayUnderTest,
  LOOK,
  seen,
  startGatewayUnderTest,
} from '../../test/support/gateway/gateway.ts'
import type { Behaviour } from '../../test/support/gateway/subgraph.ts'
import { until } from '../../test/support/until.ts'

let gateway: GatewayUnderTest
beforeAll(async () => {
  // Longer than a busy machine needs, so that no test depends on timing.
  gateway = await startGatewayUnderTest({ SUBGRAPH_TIMEOUT_MS: '120000', SUBGRAPH_RETRY_MS: '100000' })
})
afterAll(async () => {
  await gateway.close()
})
beforeEach(() => {
  for (const subgraph of Object.values(gateway.subgraphs)) {
    subgraph.requests()
    subgraph.gaveUp.splice(0)
  }
})
afterEach(() => {
  for (const subgraph of Object.values(gateway.subgraphs)) subgraph.behave(null)
})

/** Drops the connection the first times, then behaves. */
function dropFirst(name: 'svip' | 'img', times: number): Behaviour {
  let count = 0
  return async (request, response, body) => {
    count += 1
    if (count <= times) {
      request.socket.destroy()
      return
    }
    response.setHeader('content-type', 'application/json')
    response.end(await gateway.subgraphs[name].answer(JSON.parse(body)))
  }
}

const RENAME = 'mutation($id: ID!) { rename(id: $id) { street damage } }'

describe('a connection that fails', () => {
  test('during a query: the query is retried', async () => {
    gateway.subgraphs.svip.behave(dropFirst('svip', 2))
    expect(await gateway.ask(LOOK)).toMatchObject({ data: seen('1'), errors: [] })
    expect(gateway.subgraphs.svip.requests()).toHaveLength(3)
    expect(await gateway.metric('subgraph_retries_total', 'svip')).toBeGreaterThanOrEqual(2)
  })

  test('during a query, repeatedly: retries are bounded', async () => {
    gateway.subgraphs.svip.behave(dropFirst('svip', 100))
    expect(await gateway.ask(LOOK)).toMatchObject({ errors: ['SUBGRAPH_UNAVAILABLE address'] })
    expect(gateway.subgraphs.svip.requests()).toHaveLength(3)
  })

  test('during a mutation: it is never sent twice', async () => {
    gateway.subgraphs.svip.behave(dropFirst('svip', 1))
    const { errors } = await gateway.ask(RENAME)
    expect(errors).toEqual(['SUBGRAPH_UNAVAILABLE rename'])
    expect(gateway.subgraphs.svip.requests()).toHaveLength(1)
  })

  test('during a query after a mutation: the query is retried', async () => {
    gateway.subgraphs.img.behave(dropFirst('img', 1))
    const { data, errors } = await gateway.ask(RENAME)
    expect({ data, errors }).toEqual({ data: { rename: { street: 'new', damage: 'damage 1' } }, errors: [] })
    expect(gateway.subgraphs.svip.requests()).toHaveLength(1)
  })

  test('because the subgraph does not listen: a query waits until it does, a mutation fails at once', async () => {
    const { svip } = gateway.subgraphs
    svip.kill()
    const look = gateway.ask(LOOK)
    expect((await gateway.ask(RENAME)).errors).toEqual(['SUBGRAPH_UNAVAILABLE rename'])
    await svip.start()
    expect(await look).toMatchObject({ data: seen('1'), errors: [] })
  })
})

describe('a client that disconnects', () => {
  const hold: Behaviour = () => {}

  test('aborts its query', async () => {
    gateway.subgraphs.img.behave(hold)
    const leaving = new AbortController()
    const asked = gateway.ask(LOOK, { signal: leaving.signal })
    await until(() => gateway.subgraphs.img.underWay === 1)
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await until(() => gateway.subgraphs.img.gaveUp.length === 1)
    expect(await gateway.metric('subgraph_requests_total', 'outcome="abandoned"')).toBe(1)
  })

  test('does not abort its mutation: every mutation field is executed, and follow-up queries are not sent', async () => {
    const { svip, img } = gateway.subgraphs
    let go: () => void = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    svip.behave(async (_request, response, body) => {
      await held
      response.setHeader('content-type', 'application/json')
      response.end(await svip.answer(JSON.parse(body)))
    })
    const leaving = new AbortController()
    const asked = gateway.ask('mutation($id: ID!) { rename(id: $id) { damage } again(id: $id) { damage } }', {
      signal: leaving.signal,
    })
    await until(() => svip.underWay === 1)
    leaving.abort()
    await expect(asked).rejects.toThrow()
    // Wait until the gateway has noticed the disconnect.
    await gateway.get('/healthz')
    const before = await gateway.metric('subgraph_requests_total', 'subgraph="svip",outcome="ok"')
    go()
    await until(() => svip.underWay === 0)
    await gateway.ask('{ __typename }')
    expect(await gateway.metric('subgraph_requests_total', 'subgraph="svip",outcome="ok"')).toBe(before + 1)
    expect({ gaveUp: svip.gaveUp, read: img.requests() }).toEqual({ gaveUp: [], read: [] })
  })
})

describe('many concurrent clients', () => {
  test('500 clients while a subgraph is killed and restarted: each gets its complete answer', async () => {
    const { img } = gateway.subgraphs
    const before = process.memoryUsage().rss
    let next = 0
    let whole = 0
    const incomplete: unknown[] = []
    const TOTAL = 3000
    const work = async (client: number) => {
      while (next < TOTAL) {
        const id = String(next++)
        const answer = await gateway.ask(LOOK, { variables: { id }, as: `client ${client}` })
        if (JSON.stringify(answer.data) === JSON.stringify(seen(id)) && answer.status === 200) whole += 1
        else incomplete.push([answer.status, answer.errors])
      }
    }
    const clients = Array.from({ length: 500 }, (_, client) => work(client))
    await until(() => whole > 500)
    img.kill()
    await until(() => next > 1000)
    await img.start()
    await Promise.all(clients)
    expect({ whole, incomplete }).toEqual({ whole: TOTAL, incomplete: [] })
    expect(await gateway.metric('subgraph_breaker_open')).toBe(0)
    // Clients, gateway and subgraphs run in one process.
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024)
    // Three thousand operations in one process; how long that takes is not what is tested.
  })
})
