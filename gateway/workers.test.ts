import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type GatewayUnderTest, LOOK, seen, startGatewayUnderTest } from '../test/support/gateway/gateway.ts'
import { freePort } from '../test/support/postgres.ts'
import { until } from '../test/support/until.ts'

type Line = {
  readonly msg: string
  readonly pid: number
  readonly level: number
  readonly err?: { message: string }
}

/** The gateway as in production: in separate processes. */
function spawnGateway(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['gateway/main.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  const lines = (): Line[] =>
    said.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
  return { child, ended, lines, said: () => said }
}

const WORKERS = 2
let running: ReturnType<typeof spawnGateway>
let gateway: GatewayUnderTest
beforeAll(async () => {
  gateway = await startGatewayUnderTest(
    { GATEWAY_WORKERS: String(WORKERS), LOG_LEVEL: 'info', RATE_LIMIT_UNKNOWN: '20' },
    async (environment) => {
      running = spawnGateway(environment)
      await until(() => workersReady().length === WORKERS)
      return {
        async close() {
          running.child.kill('SIGTERM')
          await running.ended
        },
      }
    },
  )
})
afterAll(async () => {
  await gateway.close()
})

/** The pids of the workers that logged that they are ready. */
const workersReady = () =>
  running.lines().flatMap(({ msg, pid }) => (msg === 'ready' && pid !== running.child.pid ? [pid] : []))

describe('a gateway with several processes', () => {
  test('returns the metrics of all workers together, whichever worker answers', async () => {
    await Promise.all(Array.from({ length: 40 }, () => gateway.ask(LOOK)))
    const figures = await Promise.all(
      Array.from({ length: 10 }, () =>
        gateway.metric('subgraph_requests_total', 'subgraph="svip",outcome="ok"'),
      ),
    )
    expect(new Set(figures)).toEqual(new Set([40]))
  })

  test('applies rate limits across all workers', async () => {
    // Without keep-alive, so that the workers take turns.
    const knock = () => fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { connection: 'close' } })
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await knock()).status))
    expect(statuses.toSorted()).toEqual([...Array(20).fill(401), ...Array(10).fill(429)])
  })

  test('loads a new supergraph at SIGHUP in all workers, and refuses an invalid one', async () => {
    const good = readFileSync(gateway.supergraph)
    writeFileSync(gateway.supergraph, 'type Query { a: Int }')
    running.child.kill('SIGHUP')
    const refused = () => running.lines().filter(({ msg }) => msg.startsWith('the new supergraph is refused'))
    await until(() => new Set(refused().map(({ pid }) => pid)).size === WORKERS)
    expect(refused()[0]).toMatchObject({ level: 50, err: { message: expect.any(String) } })
    expect((await gateway.ask(LOOK)).data).toEqual(seen('1'))
    // For the worker that starts in the next test.
    writeFileSync(gateway.supergraph, good)
  })

  test('replaces a worker that is killed, and keeps answering meanwhile', async () => {
    const [victim = 0] = workersReady()
    process.kill(victim, 'SIGKILL')
    await until(() => workersReady().length === WORKERS + 1)
    expect((await gateway.ask(LOOK)).data).toEqual(seen('1'))
  })

  test('shuts down gracefully: requests in flight are finished first', async () => {
    const { img } = gateway.subgraphs
    let go: () => void = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    img.behave(async (_request, response, body) => {
      await held
      response.setHeader('content-type', 'application/json')
      response.end(await img.answer(JSON.parse(body)))
    })
    const asked = Array.from({ length: 6 }, () => gateway.ask(LOOK))
    await until(() => img.underWay === 6)
    running.child.kill('SIGTERM')
    const refused = until(() =>
      gateway.get('/healthz').then(
        () => false,
        () => true,
      ),
    )
    // A process is killed after some seconds, which a busy machine may need to refuse: the test does not wait that long.
    await Promise.race([refused, sleep(3000)])
    go()
    expect((await Promise.all(asked)).map(({ data }) => data)).toEqual(Array(6).fill(seen('1')))
    expect(await running.ended).toEqual([0, null])
  })
})

test('workers that cannot start log why, and the gateway exits', async () => {
  const { ended, said } = spawnGateway({
    GATEWAY_WORKERS: '2',
    GATEWAY_PORT: String(await freePort()),
    SUPERGRAPH: '/nowhere/supergraph.graphql',
  })
  expect(await ended).toEqual([1, null])
  expect(said()).toContain('/nowhere/supergraph.graphql')
})
