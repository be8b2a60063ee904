import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fastify, { type FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { claimsOf, PERSONAS, SERVICE_CLIENTS } from '../dev/identity/personas.ts'
import { requireAudiences } from '../kernel/identity/audience.ts'
import type { Environment } from '../kernel/runtime/settings.ts'
import { freshDatabase } from '../test/support/postgres.ts'
import { readAgencyConfig } from './agency/config.ts'
import { readImgConfig, startImg } from './img/server.ts'
import { startNcg } from './ncg/server.ts'
import { readSvipConfig, startSvip } from './svip/server.ts'

/**
 * Tries every registered endpoint of every party as every persona and service. The table says who may use an endpoint: one that is not in
 * the table fails the test.
 */

const STARTS = {
  svip: (environment: Environment) => startSvip(readSvipConfig(environment)),
  img: (environment: Environment) => startImg(readImgConfig(environment)),
  ncg: (environment: Environment) => startNcg(readAgencyConfig('ncg', environment)),
} as const
type Name = keyof typeof STARTS
const NAMES = Object.keys(STARTS) as Name[]
const EVERYBODY = [...PERSONAS, ...SERVICE_CLIENTS]
const everybody = EVERYBODY.map(({ id }) => id)
const OPERATOR = ['samenloop-operator']
const AGENCIES = ['samenloop-img', 'samenloop-ncg']

/** Who may call each endpoint; `null` for endpoints without a token (`/healthz`, …). */
const MAY: Readonly<Record<Name, Readonly<Record<string, readonly string[] | null>>>> = {
  svip: {
    '/healthz': null,
    '/readyz': null,
    '/metrics': null,
    '/graphql': everybody,
    '/log': [...OPERATOR, 'privacy.officer'],
    '/import/addresses': OPERATOR,
    '/import/consents': OPERATOR,
    '/import/municipalities': OPERATOR,
    '/retention': OPERATOR,
    '/register/page': OPERATOR,
    '/register/look': OPERATOR,
    '/events': AGENCIES,
    '/legal-holds': AGENCIES,
  },
  img: agency('img'),
  ncg: agency('ncg'),
}
function agency(name: 'img' | 'ncg') {
  return {
    '/healthz': null,
    '/readyz': null,
    '/metrics': null,
    '/graphql': everybody,
    '/log': [...OPERATOR, 'privacy.officer', `${name}.privacy`],
    [`/import/${name}`]: OPERATOR,
    '/retention': OPERATOR,
    '/register/page': OPERATOR,
    '/register/look': OPERATOR,
    '/register/repair': OPERATOR,
    '/outbox/refused': OPERATOR,
    '/outbox/retry': OPERATOR,
    '/outbox/discard': OPERATOR,
  }
}

const apps = new Map<Name, FastifyInstance>()
const closers: (() => Promise<unknown>)[] = []
let tokenOf: (holder: (typeof EVERYBODY)[number]) => Promise<string>

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }
  const issuer = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
  ).listen(0, '127.0.0.1')
  await once(issuer, 'listening')
  const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`
  closers.push(async () => issuer.close())
  tokenOf = (holder) =>
    new SignJWT({
      client_id: holder.roles.includes('service') ? holder.id : 'samenloop-dev',
      ...claimsOf(holder),
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'at+jwt' })
      .setIssuer(url)
      .setAudience('samenloop')
      .setSubject(holder.id)
      .setIssuedAt()
      .setJti(randomBytes(8).toString('hex'))
      .setExpirationTime('10m')
      .sign(privateKey)
  for (const name of NAMES) {
    const party = await STARTS[name](await environment(name, url))
    apps.set(name, party.app)
    closers.unshift(() => party.close())
  }
})
afterAll(async () => {
  for (const close of closers) await close()
})

async function environment(name: Name, issuer: string): Promise<Record<string, string>> {
  const prefix = name.toUpperCase()
  const addresses = await freshDatabase(process.env.TEST_POSTGRES_URL ?? '')
  const { privateKey } = generateKeyPairSync('ed25519')
  const grantKeys = `one:${randomBytes(32).toString('base64url')}`
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'samenloop-endpoints-')),
    HOUSEKEEPING_SECONDS: '3600',
    IDENTITY_ISSUER: issuer,
    [`${prefix}_PORT`]: '0',
    [`${prefix}_DATABASE_URL`]: addresses.url,
    [`${prefix}_MIGRATION_URL`]: addresses.migrationUrl,
    [`${prefix}_LOG_SIGNING_KEY`]: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    [`${prefix}_PSEUDONYM_KEY`]: randomBytes(32).toString('base64url'),
    [`${prefix}_CLIENT_SECRET`]: randomBytes(32).toString('base64url'),
    IMG_GRANT_KEYS: grantKeys,
    NCG_GRANT_KEYS: grantKeys,
  }
}

const appOf = (name: Name): FastifyInstance => {
  const app = apps.get(name)
  if (!app) throw new Error(`${name} did not start`)
  return app
}

/** The endpoints that a process registered. */
const endpointsOf = (name: Name): readonly { readonly path: string; readonly methods: readonly string[] }[] =>
  [
    ...appOf(name)
      .printRoutes({ commonPrefix: false })
      .matchAll(/(\/\S*) \(([A-Z, ]+)\)/g),
  ].map(([, path = '', methods = '']) => ({ path, methods: methods.split(', ') }))

const tryIt = async (name: Name, method: string, url: string, token: string | null) =>
  await appOf(name).inject({
    method: method as 'GET',
    url,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { payload: '{}' } : {}),
  })

describe.each(NAMES)('the endpoints of %s', (name) => {
  test('are those of the table, and no others', () => {
    expect(
      endpointsOf(name)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(Object.keys(MAY[name]).toSorted())
  })

  test('accept the allowed callers, and refuse all others on record before they read the body', async () => {
    const got: Record<string, string[]> = {}
    const refusals: string[] = []
    for (const { path, methods } of endpointsOf(name)) {
      if (MAY[name][path] === null) continue
      for (const method of methods) {
        const allowed: string[] = []
        for (const holder of EVERYBODY) {
          const response = await tryIt(name, method, path, await tokenOf(holder))
          if (response.statusCode !== 403) allowed.push(holder.id)
          else {
            refusals.push(path)
            if (method !== 'HEAD') expect(response.json().errors[0].extensions.code).toBe('FORBIDDEN')
          }
        }
        got[`${method} ${path}`] = allowed.toSorted()
      }
    }
    const expected = endpointsOf(name).flatMap(({ path, methods }) => {
      const may = MAY[name][path]
      return may ? methods.map((method) => [`${method} ${path}`, may.toSorted()] as const) : []
    })
    expect(got).toEqual(Object.fromEntries(expected))

    const operator = SERVICE_CLIENTS.find(({ id }) => id === 'samenloop-operator')
    if (!operator) throw new Error('the operator is missing')
    const log = await tryIt(name, 'GET', `/log?chain=${name}/processing`, await tokenOf(operator))
    const recorded = log.body.split('\n').filter((line) => line.includes('\\"name\\":\\"Geweigerd: '))
    // An allowed caller may still get an error about the body, as for the events here.
    expect(recorded.length).toBeGreaterThanOrEqual(refusals.length)
  })

  test('refuse requests without a token', async () => {
    for (const { path, methods } of endpointsOf(name))
      for (const method of methods)
        expect([path, (await tryIt(name, method, path, null)).statusCode]).toEqual([
          path,
          MAY[name][path] === null ? 200 : 401,
        ])
  })
})

test('an endpoint without an audience stops the start', () => {
  const app = fastify()
  requireAudiences(app)
  expect(() => app.get('/new', async () => ({}))).toThrow('/new does not say for whom it is')
})
