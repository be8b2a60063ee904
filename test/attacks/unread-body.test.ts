import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { ServiceName } from '../../tools/system.ts'
import { type RawRequest, rawRequest } from '../support/raw-request.ts'
import { serviceToken, system } from './attacker.ts'

/**
 * A client whose body is too large, or is refused anyway, reads the reason, even when it reads nothing before everything is sent: at every
 * endpoint that accepts a body, for every refusal that comes before the body is read.
 */

const EVENTS = 'application/cloudevents-batch+json'
const FORM = 'application/x-www-form-urlencoded'

type Endpoint = {
  readonly at: ServiceName
  readonly path: string
  /** A persona or process that has access. */
  readonly as: string
  /** A caller with a valid token and without access, if there is one. */
  readonly not?: string
  readonly type?: string
}

const forOperator = (at: ServiceName, paths: readonly string[]): Endpoint[] =>
  paths.map((path) => ({ at, path, as: 'operator', not: 'img.handler' }))
const OUTBOX = ['/outbox/retry', '/outbox/discard']

const ENDPOINTS: readonly Endpoint[] = [
  ...(['gateway', 'svip', 'img', 'ncg'] as const).map((at) => ({ at, path: '/graphql', as: 'img.handler' })),
  { at: 'svip', path: '/events', as: 'service img', not: 'operator', type: EVENTS },
  ...forOperator('svip', ['/import/addresses', '/import/consents', '/retention']),
  ...forOperator('svip', ['/register/page', '/register/look']),
  ...(['img', 'ncg'] as const).flatMap((at) =>
    forOperator(at, [
      `/import/${at}`,
      '/retention',
      '/register/page',
      '/register/look',
      '/register/repair',
      ...OUTBOX,
    ]),
  ),
]

const tokenOf = (who: string) => (who === 'service img' ? serviceToken('img') : system.tokenOf(who))

/** The maximum sizes. */
const LIMITS = { gateway: 262_144, party: 4 * 1024 * 1024 }
const SEVERAL_MB = 6_000_000
const SIZES = [LIMITS.gateway + 1, SEVERAL_MB]

async function expectRefusal(
  { at, ...request }: RawRequest & { at: ServiceName },
  status: number,
  code: string,
) {
  for (const chunked of [false, true]) {
    const answer = await rawRequest(system.urls[at], { ...request, chunked })
    expect({ status: answer.status, ...JSON.parse(answer.body) }).toEqual({
      status,
      errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code }) }],
    })
    expect(answer.headers).toMatch(/connection: close/i)
  }
}

describe.each(ENDPOINTS)(
  'at $at, $path refuses with a complete answer',
  ({ at, path, as, not, type = 'application/json' }) => {
    const bearer = async (who: string) => ({
      authorization: `Bearer ${await tokenOf(who)}`,
      'content-type': type,
    })

    const limit = at === 'gateway' ? LIMITS.gateway : LIMITS.party

    test('without or with a forged token, without access, another type, another method, a wrong purpose', async () => {
      const bytes = 600_000
      await expectRefusal({ at, path, bytes }, 401, 'UNAUTHENTICATED')
      const forged = { authorization: 'Bearer x.y.z' }
      await expectRefusal({ at, path, bytes, headers: forged }, 401, 'UNAUTHENTICATED')
      if (not) await expectRefusal({ at, path, bytes, headers: await bearer(not) }, 403, 'FORBIDDEN')
      const ofOtherType = { ...(await bearer(as)), 'content-type': 'text/xml' }
      await expectRefusal({ at, path, bytes, headers: ofOtherType }, 415, 'BAD_USER_INPUT')
      await expectRefusal({ at, path, bytes, headers: ofOtherType, method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED')
      const nosy = { ...(await bearer(as)), 'x-purpose': 'NOSY' }
      await expectRefusal({ at, path, bytes, headers: nosy }, 400, 'BAD_USER_INPUT')
    })

    test.each([limit + 1, SEVERAL_MB])('%d bytes, which is too large', async (bytes) => {
      await expectRefusal({ at, path, bytes }, 401, 'UNAUTHENTICATED')
      await expectRefusal({ at, path, bytes, headers: await bearer(as) }, 413, 'OPERATION_TOO_COMPLEX')
    })
  },
)

test('these are all endpoints that accept a body', () => {
  const files = ['gateway', 'kernel', 'subgraphs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('test'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  )
  const found = files.flatMap((text) =>
    [...text.matchAll(/\b(?:app|scope)\.post(?:<.*>)?\(\s*['`](.*?)['`]/g)].map(([, path = '']) => path),
  )
  const covered = (path: string) =>
    ENDPOINTS.some((endpoint) => endpoint.path === path || endpoint.path.startsWith(path.split('$')[0] ?? ''))
  expect(found.length).toBeGreaterThan(8)
  expect(found.filter((path) => !covered(path))).toEqual(['/logout'])
})

describe('the gateway, which has more kinds of refusals', () => {
  test.each(SIZES)('%d bytes from another site, by GET, and for signing out', async (bytes) => {
    const authorization = `Bearer ${await system.tokenOf('img.handler')}`
    const path = '/graphql'
    await expectRefusal(
      { at: 'gateway', path, bytes, headers: { authorization, 'sec-fetch-site': 'cross-site' } },
      403,
      'FORBIDDEN',
    )
    await expectRefusal(
      {
        at: 'gateway',
        path: `${path}?query=%7B%20policy%20%7B%20id%20%7D%20%7D`,
        method: 'GET',
        bytes,
        headers: { authorization, 'apollo-require-preflight': 'yes' },
      },
      405,
      'METHOD_NOT_ALLOWED',
    )
    const form = await rawRequest(system.urls.gateway, {
      path: '/logout',
      bytes,
      headers: { 'content-type': FORM },
    })
    expect(form).toMatchObject({ status: 413, body: expect.stringMatching(/<\/html>\s*$/) })
  })
})

describe('the identity provider', () => {
  test.each(SIZES)('%d bytes at each of its endpoints get a complete answer', async (bytes) => {
    for (const [path, type, status] of [
      ['/token', FORM, 400],
      ['/token', 'application/json', 400],
      ['/auth', FORM, 404],
      ['/interaction/x', FORM, 400],
      ['/nowhere', FORM, 404],
      ['/healthz', FORM, 200],
    ] as const)
      for (const chunked of [false, true]) {
        const headers = { 'content-type': type }
        const answer = await rawRequest(system.urls.identity, { path, bytes, chunked, headers })
        expect([path, type, answer.status]).toEqual([path, type, status])
        expect(answer.headers).toMatch(/connection: close/i)
        expect(answer.body).not.toBe('')
      }
  })

  test.each(SIZES)('%d bytes under another name of this machine get a complete answer', async (bytes) => {
    const headers = { host: 'elsewhere.example', 'content-type': FORM }
    const answer = await rawRequest(system.urls.identity, { path: '/token', bytes, headers })
    expect(answer).toMatchObject({ status: 421, body: expect.stringContaining('only answers as') })
  })
})

test.each(['gateway', 'svip', 'img', 'ncg', 'identity'] as const)(
  'headers that are too large get a complete answer from %s',
  async (at) => {
    const headers = { 'x-long': 'x'.repeat(20_000) }
    for (const bytes of SIZES) {
      const answer = await rawRequest(system.urls[at], { path: '/graphql', headers, bytes })
      expect(answer).toMatchObject({ status: 431, body: expect.stringContaining('headers') })
    }
  },
)
