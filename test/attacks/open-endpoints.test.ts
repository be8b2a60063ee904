import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { createHttpServer } from '../../kernel/runtime/http.ts'
import { createLogger } from '../../kernel/runtime/logger.ts'
import { createMetrics } from '../../kernel/runtime/metrics.ts'
import { SERVICES, type ServiceName, systemEnvironment } from '../../tools/system.ts'
import { layout, PARTIES, post, refusalsDuring, send, serviceToken, system } from './attacker.ts'

/** What a process shows without an access token, and how it starts without `NODE_ENV`. */

/** Every process that serves the graph; each reports its readiness without a token. */
const PROCESSES = ['svip', 'img', 'ncg', 'gateway'] as const

/** A process starts within this time, however busy the machine is; otherwise it hangs. */
const HANGS_AFTER_MS = 300_000

describe('without an access token', () => {
  test.each(PARTIES)('%s answers only the probes, whatever the path', async (party) => {
    const paths = [
      '/',
      '/graphql',
      '/log',
      '/events',
      '/import/addresses',
      '/outbox',
      '/register',
      '/retention',
    ]
    for (const path of [
      ...paths,
      '/favicon.ico',
      '/.well-known/openid-configuration',
      '/graphiql',
      '/nothing',
    ])
      for (const method of ['GET', 'POST'])
        expect([method, path, (await send(party, path, { method })).status]).toEqual([method, path, 401])
  })

  test.each(PROCESSES)('%s reports which part is not ready, and nothing else', async (name) => {
    const parts = JSON.parse((await send(name, '/readyz', { method: 'GET' })).text) as object
    const known = name === 'gateway' ? ['status', 'img', 'ncg', 'svip'] : ['status']
    expect(Object.keys(parts).toSorted()).toEqual(known.toSorted())
    expect(JSON.parse((await send(name, '/healthz', { method: 'GET' })).text)).toEqual({ status: 'ok' })
  })
})

describe('the metrics', () => {
  const metricsFor = async (metricsToken: string | undefined) => {
    const app = createHttpServer({
      logger: createLogger('gateway', { level: 'silent', pretty: false }),
      metrics: createMetrics('gateway'),
      maxBodyBytes: 1000,
      work: { atOnce: 1, waiting: 1, connections: 10 },
      ready: async () => ({}),
      metricsToken,
    })
    return async (
      authorization: string | undefined,
      remoteAddress = '127.0.0.1',
      method: 'GET' | 'HEAD' = 'GET',
    ) => {
      const headers = authorization === undefined ? {} : { authorization }
      return await app.inject({ method, url: '/metrics', headers, remoteAddress })
    }
  }

  test('are only for the holder of their token, also on this machine', async () => {
    const read = await metricsFor('a-token-of-the-metrics')
    const allowed = await read('Bearer a-token-of-the-metrics', '192.0.2.1')
    expect([allowed.statusCode, allowed.body.includes('process_cpu')]).toEqual([200, true])
    const person = `Bearer ${await system.tokenOf('privacy.officer')}`
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      'a-token-of-the-metrics',
      'bearer a-token-of-the-metrics ',
      'Bearer a-token-of-the-metricsX',
      'Bearer undefined',
      person,
    ])
      for (const method of ['GET', 'HEAD'] as const) {
        const refused = await read(authorization, '127.0.0.1', method)
        expect([authorization, refused.statusCode]).toEqual([authorization, 401])
        expect(refused.body).not.toContain('process_cpu')
      }
  })

  test('without a token are for this machine only', async () => {
    const read = await metricsFor(undefined)
    for (const here of ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])
      expect([here, (await read(undefined, here)).statusCode]).toEqual([here, 200])
    for (const elsewhere of ['192.0.2.1', '10.0.0.5', '::ffff:192.0.2.1', '2001:db8::1'])
      expect([elsewhere, (await read('Bearer undefined', elsewhere)).statusCode]).toEqual([elsewhere, 401])
  })

  test('count no addresses of the area: a live count would reveal each change and its address', async () => {
    for (const name of PROCESSES) {
      const { text } = await send(name, '/metrics', { method: 'GET' })
      const known = /^(address|register|track|consent|objection|cooperation_addresses)/
      expect(text.split('\n').filter((line) => known.test(line))).toEqual([])
    }
  })
})

describe('the schema of a subgraph', () => {
  test.each(PARTIES)('%s serves it to nobody, and the attempt is on record', async (party) => {
    const people = ['img.handler', 'ncg.svip', 'privacy.officer', 'gemeente.eemsdelta', 'operator']
    const tokens = [
      ...(await Promise.all(people.map((as) => system.tokenOf(as)))),
      ...(await Promise.all(PARTIES.map((name) => serviceToken(name)))),
    ]
    const refusals = await refusalsDuring(party, async () => {
      for (const token of tokens) {
        const { text } = await post(party, '{ _service { sdl } }', { token })
        expect(text).toContain('"code":"FORBIDDEN"')
        expect(text).not.toContain('@key')
      }
    })
    expect(refusals).toEqual(tokens.map(() => '_service'))
  })
})

describe('a process without NODE_ENV', () => {
  const startAlone = async (name: ServiceName) => {
    const { NODE_ENV: _mode, ...settings } = { ...process.env, ...(await systemEnvironment(layout)) }
    const child = spawn(process.execPath, [SERVICES[name].main], {
      env: { ...settings, NODE_OPTIONS: '', DATA_DIR: `${layout.directory}/nobody` },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    const [code] = await once(child, 'close')
    return { code, said }
  }

  test.each(PROCESSES)(
    'is in production: %s refuses the secrets of development with the reason',
    async (name) => {
      const { code, said } = await startAlone(name)
      expect(code).toBe(1)
      for (const reason of [
        'IMG_CLIENT_SECRET holds a development secret',
        'IDENTITY_ISSUER must be https',
        'METRICS_TOKEN is missing',
        'NODE_ENV is not set, which means production; set NODE_ENV=development for a development system',
      ])
        expect(said).toContain(reason)
    },
    HANGS_AFTER_MS,
  )

  test(
    'the identity provider of development does not start either',
    async () => {
      const { code, said } = await startAlone('identity')
      expect(code).toBe(1)
      expect(said).toMatch(/lets anyone be anyone[\s\S]*NODE_ENV=development/)
    },
    HANGS_AFTER_MS,
  )
})
