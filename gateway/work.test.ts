import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type GatewayUnderTest, startGatewayUnderTest } from '../test/support/gateway/gateway.ts'
import { until } from '../test/support/until.ts'

/** The bounds on concurrent work, and how callers share it. */

const STREET = '{ address(id: "1") { street } }'
const STREET_OF_1 = { address: { street: 'street 1' } }

let gateway: GatewayUnderTest
const sockets: Socket[] = []
const start = async (environment: Readonly<Record<string, string>>) => {
  gateway = await startGatewayUnderTest(environment)
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await gateway.close()
})

/** Holds back the answers of the SVIP until the returned function is called. */
function holdSvip(): () => void {
  const { svip } = gateway.subgraphs
  let go: () => void = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  svip.behave(async (_request, response, body) => {
    await held
    response.setHeader('content-type', 'application/json')
    response.end(await svip.answer(JSON.parse(body)))
  })
  return go
}

const metricIs = (name: string, value: number) => until(async () => (await gateway.metric(name)) === value)
const nothingUnderWay = async () => {
  await metricIs('requests_running', 0)
  expect(await gateway.metric('requests_waiting')).toBe(0)
}

async function open(text: string): Promise<Socket> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  await once(socket, 'connect')
  socket.write(text)
  return socket
}

describe('a flood of one caller', () => {
  test('is served within the bound and refused beyond it, and takes no slot from other callers', async () => {
    await start({ MAX_CONCURRENT_REQUESTS: '2', MAX_WAITING_REQUESTS: '4' })
    const go = holdSvip()
    const flood = Array.from({ length: 20 }, () => gateway.ask(STREET, { as: 'flooder' }))
    await metricIs('requests_overloaded_total', 14)
    expect([await gateway.metric('requests_running'), await gateway.metric('requests_waiting')]).toEqual([
      2, 4,
    ])
    expect(gateway.subgraphs.svip.underWay).toBe(2)

    // All slots are taken, so a request of the flood loses its slot.
    const honest = gateway.ask(STREET, { as: 'honest' })
    await metricIs('requests_overloaded_total', 15)
    expect(await gateway.metric('requests_waiting')).toBe(4)
    go()
    expect((await honest).data).toEqual(STREET_OF_1)
    const answers = await Promise.all(flood)
    const refused = answers.filter(({ status }) => status === 503)
    expect(refused).toHaveLength(15)
    for (const { errors, headers } of refused)
      expect([errors, headers['retry-after']]).toEqual([['OVERLOADED '], '1'])
    expect(answers.filter(({ status }) => status === 200).map(({ data }) => data)).toEqual(
      Array(5).fill(STREET_OF_1),
    )
    await nothingUnderWay()
  })

  test('that disconnects frees its slots, those of queued requests at once', async () => {
    await start({ MAX_CONCURRENT_REQUESTS: '2', MAX_WAITING_REQUESTS: '10' })
    const go = holdSvip()
    const leave = new AbortController()
    const flood = Array.from({ length: 8 }, () =>
      gateway.ask(STREET, { as: 'flooder', signal: leave.signal }).catch(() => 'gone'),
    )
    await metricIs('requests_waiting', 6)
    leave.abort()
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['gone']))
    await nothingUnderWay()
    go()
    expect((await gateway.ask(STREET)).data).toEqual(STREET_OF_1)
  })
})

describe('connections', () => {
  test('that send slowly do not block others', async () => {
    await start({ MAX_CONCURRENT_REQUESTS: '1', MAX_WAITING_REQUESTS: '1' })
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${await gateway.tokenOf('slow')}\r\n`
    for (let count = 0; count < 30; count++) {
      await open('POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: ')
      await open(`${head}content-length: 2000\r\n\r\n{"query":"`)
    }
    for (let count = 0; count < 5; count++) expect((await gateway.ask(STREET)).data).toEqual(STREET_OF_1)
    expect(await gateway.metric('requests_overloaded_total')).toBe(0)
    await nothingUnderWay()
  })

  test('beyond the bound are closed on arrival, until others have ended', async () => {
    await start({ MAX_CONNECTIONS: '3' })
    const held = await Promise.all(Array.from({ length: 3 }, () => open('GET /healthz HTTP/1.1\r\n')))
    const one = connect(Number(new URL(gateway.url).port), '127.0.0.1')
    sockets.push(one)
    one.on('error', () => {})
    await once(one, 'close')
    for (const socket of held) socket.destroy()
    await until(async () => (await gateway.ask(STREET).catch(() => null))?.status === 200)
  })
})
