import { renameSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { compose } from '../test/support/executor/federation.ts'
import {
  type GatewayUnderTest,
  LOOK,
  SUBGRAPHS,
  seen,
  startGatewayUnderTest,
} from '../test/support/gateway/gateway.ts'
import { until } from '../test/support/until.ts'
import { startGateway } from './server.ts'
import { readGatewayConfig } from './settings.ts'

let gateway: GatewayUnderTest
const start = async (environment: Readonly<Record<string, string>> = {}) => {
  gateway = await startGatewayUnderTest(environment)
}
afterEach(async () => {
  await gateway.close()
})

const STREET = '{ address(id: "1") { street } }'
const NO_STREET = compose({
  ...SUBGRAPHS,
  svip: { sdl: (SUBGRAPHS.svip.sdl ?? '').replace('street: String', 'place: String') },
})

describe('a new supergraph', () => {
  test('replaces the previous one, and no operation fails', async () => {
    await start()
    let stop = false
    const failed: unknown[] = []
    const clients = Array.from({ length: 20 }, async () => {
      while (!stop) {
        const { status, errors } = await gateway.ask(
          '{ address(id: "1") { damage strengthening { phase } } }',
        )
        if (status !== 200 || errors.length > 0) failed.push([status, errors])
      }
    })
    expect((await gateway.ask(STREET)).errors).toEqual([])
    // An atomic replace: a new file under the old name.
    writeFileSync(`${gateway.supergraph}.new`, NO_STREET)
    renameSync(`${gateway.supergraph}.new`, gateway.supergraph)
    await until(async () => (await gateway.ask(STREET)).errors.length > 0)
    stop = true
    await Promise.all(clients)
    expect((await gateway.ask(STREET)).errors).toEqual(['GRAPHQL_VALIDATION_FAILED '])
    expect(failed).toEqual([])
    expect(await gateway.metric('supergraph_reloads_total', 'taken')).toBe(1)
  })

  test.each([
    ['is half a file', NO_STREET.slice(0, NO_STREET.length / 2)],
    ['is no supergraph', 'type Query { address: String }'],
    [
      'has a subgraph without a configured URL',
      compose({ ...SUBGRAPHS, other: { sdl: 'type Query { other: Int }' } }),
    ],
    [
      'has a field with a name that the gateway reserves',
      compose({ svip: { sdl: 'type Query { _r_item: Int }' } }),
    ],
  ])('that %s is refused, and the old one stays', async (_name, text) => {
    await start()
    writeFileSync(gateway.supergraph, text)
    await until(async () => (await gateway.metric('supergraph_reloads_total', 'refused')) > 0)
    expect((await gateway.ask(LOOK)).data).toEqual(seen('1'))
    // A valid supergraph is still accepted afterwards.
    writeFileSync(gateway.supergraph, NO_STREET)
    await until(async () => (await gateway.ask(STREET)).errors.length > 0)
  })

  test('a gateway that does not start with an invalid one logs why', async () => {
    await start()
    const broken = `${gateway.supergraph}.broken`
    writeFileSync(broken, compose({ other: { sdl: 'type Query { other: Int }' } }))
    const config = readGatewayConfig({ NODE_ENV: 'test', SUPERGRAPH: broken, LOG_LEVEL: 'silent' })
    await expect(startGateway(config)).rejects.toThrow('subgraph other')
  })
})

describe('shutdown', () => {
  beforeEach(() => start())

  test('finishes the requests in flight, and accepts no new connection', async () => {
    let go: () => void = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    const { img } = gateway.subgraphs
    img.behave(async (_request, response, body) => {
      await held
      response.setHeader('content-type', 'application/json')
      response.end(await img.answer(JSON.parse(body)))
    })
    const asked = gateway.ask(LOOK)
    await until(() => img.underWay === 1)
    let ended = false
    const end = gateway.stop().then(() => (ended = true))
    const { port } = new URL(gateway.url)
    await until(
      () =>
        new Promise<boolean>((resolve) => {
          const socket = connect(Number(port), '127.0.0.1', () => socket.destroy())
          socket.once('error', () => resolve(true)).once('close', () => resolve(false))
        }),
    )
    expect(ended).toBe(false)
    go()
    const { data, headers } = await asked
    expect(data).toEqual(seen('1'))
    expect(headers.connection).toBe('close')
    await end
  })
})

describe('readiness', () => {
  beforeEach(() => start())
  const readyz = async () => {
    const { status, text } = await gateway.get('/readyz')
    return { ...(JSON.parse(text) as Record<'status' | 'img' | 'ncg' | 'svip', string>), code: status }
  }

  test('follows the subgraphs, and names the one that is missing', async () => {
    expect(await readyz()).toEqual({ code: 200, status: 'ready', img: 'ready', ncg: 'ready', svip: 'ready' })
    gateway.subgraphs.img.kill()
    await until(async () => (await readyz()).img === 'not ready')
    expect(await readyz()).toMatchObject({ code: 200, status: 'ready', svip: 'ready' })
    for (const { kill } of Object.values(gateway.subgraphs)) kill()
    await until(async () => (await readyz()).code === 503)
    const none = { code: 503, status: 'not ready', img: 'not ready', ncg: 'not ready', svip: 'not ready' }
    expect(await readyz()).toEqual(none)
    await gateway.subgraphs.ncg.start()
    await until(async () => (await readyz()).code === 200)
  })

  test('with many concurrent requests, it calls a subgraph once', async () => {
    const before = gateway.subgraphs.img.probes
    await Promise.all(Array.from({ length: 200 }, () => gateway.get('/readyz')))
    // Two calls when a check expired in between, but not one per request.
    expect(gateway.subgraphs.img.probes - before).toBeLessThan(20)
  })
})
