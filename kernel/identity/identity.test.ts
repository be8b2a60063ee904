import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import { AppError } from '../errors.ts'
import type { ClaimNames } from './claims.ts'
import { createServiceTokenSource, createTokenVerifier, type TokenVerifier } from './identity.ts'

const ISSUER = 'https://login.example'
const NOW = Date.UTC(2026, 2, 2, 9) / 1000
const CLAIMS = { organisation: 'org', roles: 'roles', municipality: 'municipality' }

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
type Changes = {
  claims?: Record<string, unknown>
  header?: Partial<JWTHeaderParameters>
  key?: Pair['privateKey']
}

let pair: Pair
let foreign: Pair
let server: Server
let jwksUrl: string
/** The answer of the key endpoint; null means an outage. */
let published: unknown
let fetches = 0
let clock: number
let verifier: TokenVerifier

const publish = async (keys: Record<string, Pair>): Promise<void> => {
  const jwk = async ([kid, { publicKey }]: [string, Pair]) => ({
    ...(await exportJWK(publicKey)),
    kid,
    use: 'sig',
  })
  published = { keys: await Promise.all(Object.entries(keys).map(jwk)) }
}

beforeAll(async () => {
  pair = await generateKeyPair('RS256', { extractable: true })
  foreign = await generateKeyPair('RS256', { extractable: true })
  server = createServer((_request, response) => {
    fetches++
    response.statusCode = published === null ? 503 : 200
    response.end(typeof published === 'string' ? published : JSON.stringify(published))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const create = (
  options: { acceptPlainJwt?: boolean; now?: () => number; claims?: ClaimNames } = {},
): TokenVerifier =>
  createTokenVerifier({
    issuer: ISSUER,
    audience: 'samenloop',
    jwksUrl,
    claims: CLAIMS,
    now: () => clock * 1000,
    ...options,
  })

beforeEach(async () => {
  await publish({ one: pair })
  fetches = 0
  clock = NOW
  verifier = create()
})
afterEach(() => {
  jest.restoreAllMocks()
})

const PAYLOAD = {
  iss: ISSUER,
  aud: 'samenloop',
  sub: 'img.handler',
  client_id: 'samenloop-dev',
  iat: NOW - 60,
  exp: NOW + 3600,
  org: 'IMG',
  roles: ['case_handler'],
}

const sign = ({ claims = {}, header = {}, key = pair.privateKey }: Changes = {}): Promise<string> =>
  new SignJWT({ ...PAYLOAD, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'one', ...header })
    .sign(key)

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Expects UNAUTHENTICATED, nothing cached and nothing revealed; returns the private reason. */
async function expectRefused(
  authorization: string | undefined,
  subject = verifier,
): Promise<string | undefined> {
  const before = subject.size
  const error: unknown = await subject.verify(authorization).then(
    () => 'let in',
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  if (!(error instanceof AppError)) return undefined
  expect(error.code).toBe('UNAUTHENTICATED')
  expect(error.message).toBe(
    /^Bearer +\S/i.test(authorization ?? '')
      ? 'Log opnieuw in: het toegangsbewijs dat is meegestuurd, is verlopen of niet geldig.'
      : 'Log in: er is geen toegangsbewijs meegestuurd. Een toepassing stuurt het mee als authorization: Bearer …',
  )
  // Neither the answer nor the log may have the token or its subject.
  const token = authorization?.split(' ').at(-1) ?? ''
  const said = `${error.message} ${error.originalError?.message} ${JSON.stringify(error.originalError)}`
  if (token.length > 20) expect(said).not.toContain(token.slice(0, 20))
  expect(said).not.toContain(PAYLOAD.sub)
  expect(subject.size).toBe(before)
  return error.originalError?.message
}

describe('a valid token', () => {
  test('gives its caller', async () => {
    expect(await verifier.verify(`Bearer ${await sign()}`)).toEqual({
      subject: 'img.handler',
      organisation: 'IMG',
      roles: ['case_handler'],
      municipality: null,
      team: null,
      client: 'samenloop-dev',
      expiresAt: NOW + 3600,
    })
  })

  test('gives the team of the caller when there is one', async () => {
    expect(await verifier.verify(`Bearer ${await sign({ claims: { team: 'img-noord' } })}`)).toMatchObject({
      team: 'img-noord',
    })
  })

  test.each(['bearer', 'BEARER', 'bEaReR'])('is accepted after %s', async (scheme) => {
    expect(await verifier.verify(`${scheme} ${await sign()}`)).toMatchObject({ organisation: 'IMG' })
  })

  test.each(['PS256', 'ES256', 'EdDSA'])('may be signed with %s', async (alg) => {
    const other = await generateKeyPair(alg)
    await publish({ other })
    const token = await sign({ header: { alg, kid: 'other' }, key: other.privateKey })
    expect(await verifier.verify(`Bearer ${token}`)).toMatchObject({ organisation: 'IMG' })
  })

  test('keeps known roles once, and loses unknown ones', async () => {
    const roles = ['safety_officer', 'admin', 'case_handler', 'case_handler', '__proto__']
    const caller = await verifier.verify(`Bearer ${await sign({ claims: { roles } })}`)
    expect(caller.roles).toEqual(['case_handler', 'safety_officer'])
  })

  test('without roles gives a caller without roles', async () => {
    expect(await verifier.verify(`Bearer ${await sign({ claims: { roles: undefined } })}`)).toMatchObject({
      roles: [],
    })
  })

  test('of a municipality gives its code', async () => {
    const token = await sign({ claims: { org: 'GEMEENTE', municipality: '0014' } })
    expect(await verifier.verify(`Bearer ${token}`)).toMatchObject({ municipality: '0014' })
  })

  test('gives a frozen caller', async () => {
    const caller = await verifier.verify(`Bearer ${await sign()}`)
    expect(Object.isFrozen(caller) && Object.isFrozen(caller.roles)).toBe(true)
  })

  test.each([
    ['begins', { nbf: NOW + 10, iat: NOW + 10 }],
    ['was issued', { iat: NOW + 60 }],
  ])('%s a little later by a clock that runs ahead', async (_what, claims) => {
    expect(await verifier.verify(`Bearer ${await sign({ claims })}`)).toMatchObject({ organisation: 'IMG' })
  })

  test.each([
    ['for several audiences', {}, { aud: ['account', 'samenloop'] }],
    ['with one role as a text', {}, { roles: 'case_handler' }],
    ['with roles as a scope', {}, { roles: 'openid case_handler profile' }],
    ['with a list of one organisation', {}, { org: ['IMG'] }],
    ['with many roles', {}, { roles: [...Array.from({ length: 200 }, (_, at) => `r${at}`), 'case_handler'] }],
    [
      'with the roles of a realm (Keycloak)',
      { roles: 'realm_access.roles' },
      { roles: undefined, realm_access: { roles: ['offline_access', 'case_handler'] }, typ: 'Bearer' },
    ],
    [
      'with the roles of a client whose name has a full stop (Keycloak)',
      { roles: 'resource_access.samenloop.nl.roles' },
      { roles: undefined, resource_access: { 'samenloop.nl': { roles: ['case_handler'] } } },
    ],
    ['with application roles and a version (Entra)', {}, { ver: '2.0', tid: 'a', oid: 'b', scp: 'read' }],
  ])('may be written %s', async (_how, names, claims) => {
    const other = create({ claims: { ...CLAIMS, ...names } })
    expect(await other.verify(`Bearer ${await sign({ claims })}`)).toMatchObject({
      organisation: 'IMG',
      roles: ['case_handler'],
    })
  })

  test.each(['__proto__.roles', 'constructor.name', 'realm_access.constructor.name', 'a..b', '.'])(
    'has no claim %s',
    async (roles) => {
      const other = create({ claims: { ...CLAIMS, roles } })
      const token = await sign({ claims: { realm_access: { roles: ['case_handler'] } } })
      expect(await other.verify(`Bearer ${token}`)).toMatchObject({ roles: [] })
    },
  )

  test('may have its claims under other names', async () => {
    const claims = {
      organisation: 'https://x.example/org',
      roles: 'groups',
      municipality: 'gm',
      client: 'azp',
    }
    const other = createTokenVerifier({
      issuer: ISSUER,
      audience: 'samenloop',
      jwksUrl,
      claims,
      now: () => NOW * 1000,
    })
    const token = await sign({
      claims: { 'https://x.example/org': 'GEMEENTE', groups: ['municipal_officer'], gm: '1979', azp: 'desk' },
    })
    expect(await other.verify(`Bearer ${token}`)).toMatchObject({
      organisation: 'GEMEENTE',
      roles: ['municipal_officer'],
      municipality: '1979',
      client: 'desk',
    })
  })
})

describe('a token is refused', () => {
  const refusals: { what: string; why: string; changes: Changes }[] = [
    { what: 'expired', why: 'exp', changes: { claims: { exp: NOW - 1 } } },
    { what: 'expiring now', why: 'exp', changes: { claims: { exp: NOW } } },
    { what: 'without expiry', why: 'exp', changes: { claims: { exp: undefined } } },
    { what: 'not yet valid', why: 'nbf', changes: { claims: { nbf: NOW + 11 } } },
    { what: 'issued in the future', why: 'iat', changes: { claims: { iat: NOW + 61 } } },
    { what: 'that says itself to be an ID token', why: 'typ', changes: { claims: { typ: 'ID' } } },
    { what: 'that says itself to be a refresh token', why: 'typ', changes: { claims: { typ: 'Refresh' } } },
    { what: 'with the hash of an access token', why: 'typ', changes: { claims: { at_hash: 'abc' } } },
    { what: 'of another issuer', why: 'iss', changes: { claims: { iss: `${ISSUER}/` } } },
    { what: 'without issuer', why: 'iss', changes: { claims: { iss: undefined } } },
    { what: 'for another audience', why: 'aud', changes: { claims: { aud: 'samenloop-dev' } } },
    { what: 'for no audience', why: 'aud', changes: { claims: { aud: [] } } },
    { what: 'without subject', why: 'sub', changes: { claims: { sub: undefined } } },
    { what: 'with an empty subject', why: 'subject', changes: { claims: { sub: '' } } },
    { what: 'with a line break in its subject', why: 'subject', changes: { claims: { sub: 'a\nb' } } },
    { what: 'with a very long subject', why: 'subject', changes: { claims: { sub: 'x'.repeat(256) } } },
    { what: 'without client', why: 'client', changes: { claims: { client_id: undefined } } },
    { what: 'that is an ID token', why: 'typ', changes: { header: { typ: 'JWT' } } },
    {
      what: 'without a type',
      why: 'typ',
      changes: { header: { typ: undefined } as unknown as Partial<JWTHeaderParameters> },
    },
    { what: 'that is a logout token', why: 'typ', changes: { header: { typ: 'logout+jwt' } } },
    { what: 'with an unknown key id', why: 'ERR_JWKS_NO_MATCHING_KEY', changes: { header: { kid: 'two' } } },
    { what: 'of an unknown organisation', why: 'organisation', changes: { claims: { org: 'KLM' } } },
    {
      what: 'of a property every object has',
      why: 'organisation',
      changes: { claims: { org: 'constructor' } },
    },
    { what: 'of no organisation', why: 'organisation', changes: { claims: { org: undefined } } },
    { what: 'of two organisations', why: 'organisation', changes: { claims: { org: ['IMG', 'NCG'] } } },
    { what: 'with an object in place of roles', why: 'roles', changes: { claims: { roles: { 0: 'x' } } } },
    { what: 'with a number among its roles', why: 'roles.0', changes: { claims: { roles: [1] } } },
    {
      what: 'of two municipalities',
      why: 'municipality',
      changes: { claims: { org: 'GEMEENTE', municipality: ['1979', '0014'] } },
    },
    { what: 'of a municipality without code', why: 'municipality', changes: { claims: { org: 'GEMEENTE' } } },
    {
      what: 'of a municipality without code (null)',
      why: 'municipality',
      changes: { claims: { org: 'GEMEENTE', municipality: null } },
    },
    {
      what: 'of a municipality with a number',
      why: 'municipality',
      changes: { claims: { org: 'GEMEENTE', municipality: 1979 } },
    },
    {
      what: 'of a municipality with a long code',
      why: 'municipality',
      changes: { claims: { org: 'GEMEENTE', municipality: '19790' } },
    },
    {
      what: 'of a municipality with a pattern',
      why: 'municipality',
      changes: { claims: { org: 'GEMEENTE', municipality: '%%%%' } },
    },
    {
      what: 'of another organisation with a code',
      why: 'municipality',
      changes: { claims: { org: 'IMG', municipality: '1979' } },
    },
  ]
  test.each(refusals)('$what', async ({ changes, why }) => {
    const cause = await expectRefused(`Bearer ${await sign(changes)}`)
    expect(cause?.split(' ').at(-1)).toBe(why)
  })

  test('signed with a foreign key under our key id', async () => {
    await expectRefused(`Bearer ${await sign({ key: foreign.privateKey })}`)
  })

  test('with its own key in the header', async () => {
    const jwk = await exportJWK(foreign.publicKey)
    await expectRefused(`Bearer ${await sign({ key: foreign.privateKey, header: { jwk, kid: 'own' } })}`)
  })

  test('unsigned (alg none)', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      const parts = `${encode({ alg, typ: 'at+jwt', kid: 'one' })}.${encode(PAYLOAD)}`
      for (const signature of ['', 'AA', (await sign()).split('.')[2]])
        await expectRefused(`Bearer ${parts}.${signature}`)
    }
  })

  test('signed with HS256 and the public key as the secret', async () => {
    const secrets = [await exportSPKI(pair.publicKey), JSON.stringify(await exportJWK(pair.publicKey))]
    for (const secret of secrets) {
      const parts = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'one' })}.${encode(PAYLOAD)}`
      await expectRefused(`Bearer ${parts}.${createHmac('sha256', secret).update(parts).digest('base64url')}`)
    }
  })

  test('altered in its payload, header or signature', async () => {
    const [header, , signature] = (await sign()).split('.')
    await expectRefused(`Bearer ${header}.${encode({ ...PAYLOAD, org: 'NCG' })}.${signature}`)
    const [, payload] = (await sign()).split('.')
    await expectRefused(
      `Bearer ${encode({ alg: 'RS256', typ: 'at+jwt', kid: 'one', x: 1 })}.${payload}.${signature}`,
    )
    await expectRefused(`Bearer ${header}.${payload}.${'A'.repeat(signature?.length ?? 0)}`)
  })

  const hostile = [
    undefined,
    '',
    ' ',
    'Bearer',
    'Bearer ',
    'Basic dXNlcjpwYXNz',
    'Bearer null',
    'Bearer undefined',
    'Bearer .',
    'Bearer ..',
    'Bearer ...',
    'Bearer e30.e30.e30',
    'Bearer bnVsbA.bnVsbA.bnVsbA',
    'Bearer W10.W10.W10',
    'Bearer a.b.c.d.e',
    'Bearer\teyJhbGciOiJub25lIn0.e30.',
    'Bearer {"alg":"none"}',
    'Bearer éé.éé.éé',
    `Bearer ${'a'.repeat(8193)}`,
    `Bearer ${'='.repeat(8000)}`,
    `Bearer ${'a.'.repeat(4000)}`,
    `${'Bearer '.repeat(1000)}x`,
    '[object Object]',
    '__proto__',
  ]
  test('in every hostile form', async () => {
    for (const authorization of hostile) await expectRefused(authorization)
  })

  test('when something stands before or behind it', async () => {
    const token = await sign()
    await expectRefused(`Bearer ${token}, Bearer ${token}`)
    await expectRefused(`Basic x, Bearer ${token}`)
    await expectRefused(`Bearer ${token} x`)
    await expectRefused(token)
  })

  test('typed JWT, until that is allowed', async () => {
    const token = await sign({ header: { typ: 'JWT' } })
    await expectRefused(`Bearer ${token}`)
    const lenient = create({ acceptPlainJwt: true })
    expect(await lenient.verify(`Bearer ${token}`)).toMatchObject({ organisation: 'IMG' })
    const untyped = await sign({ header: { typ: undefined } as unknown as Partial<JWTHeaderParameters> })
    expect(await lenient.verify(`Bearer ${untyped}`)).toMatchObject({ organisation: 'IMG' })
    await expectRefused(
      `Bearer ${await sign({ header: { typ: 'JWT' }, claims: { typ: 'ID', at_hash: 'abc' } })}`,
      lenient,
    )
    await expectRefused(`Bearer ${await sign({ header: { typ: 'logout+jwt' } })}`, lenient)
  })
})

describe('cached results', () => {
  test('are reused without the keys', async () => {
    const authorization = `Bearer ${await sign()}`
    const first = await verifier.verify(authorization)
    published = null
    expect(await verifier.verify(authorization)).toBe(first)
    expect({ fetches, size: verifier.size }).toEqual({ fetches: 1, size: 1 })
  })

  test('do not outlive the token', async () => {
    const authorization = `Bearer ${await sign({ claims: { exp: NOW + 10 } })}`
    await verifier.verify(authorization)
    clock = NOW + 9.999
    await verifier.verify(authorization)
    clock = NOW + 10
    await expect(verifier.verify(authorization)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(verifier.size).toBe(0)
  })

  test('do not outlive the key by more than five minutes', async () => {
    // jose uses the real clock for the age of its keys, so both clocks are moved together.
    let elapsed = 0
    const start = Date.now()
    jest.spyOn(Date, 'now').mockImplementation(() => start + elapsed)
    const subject = create({ now: () => NOW * 1000 + elapsed })
    const authorization = `Bearer ${await sign()}`
    const other = `Bearer ${await sign({ claims: { jti: 'other' } })}`
    await subject.verify(other)
    await publish({ two: foreign })
    // The worst case: verified with keys that are just not expired.
    elapsed = 149_000
    await subject.verify(authorization)
    elapsed = 300_000
    await expect(subject.verify(authorization)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('do not include refusals, so a new key works as soon as it is published', async () => {
    let elapsed = 0
    const start = Date.now()
    jest.spyOn(Date, 'now').mockImplementation(() => start + elapsed)
    const authorization = `Bearer ${await sign({ header: { kid: 'two' }, key: foreign.privateKey })}`
    await expectRefused(authorization)
    await publish({ one: pair, two: foreign })
    elapsed = 11_000
    expect(await verifier.verify(authorization)).toMatchObject({ organisation: 'IMG' })
  })

  test('unknown key ids do not cause repeated fetches of the keys', async () => {
    for (let n = 0; n < 20; n++) await expectRefused(`Bearer ${await sign({ header: { kid: `k${n}` } })}`)
    expect(fetches).toBe(1)
  })

  test('are gone after close', async () => {
    await verifier.verify(`Bearer ${await sign()}`)
    verifier.close()
    expect(verifier.size).toBe(0)
  })
})

describe('without keys no token is accepted', () => {
  test.each([null, 'not json', '[]', '{"keys":{}}', 'null'])(
    'when the key endpoint answers %j',
    async (answer) => {
      published = answer
      await expect(verifier.verify(`Bearer ${await sign()}`)).rejects.toMatchObject({
        code: 'SUBGRAPH_UNAVAILABLE',
        message: expect.stringContaining('Probeer het later opnieuw'),
      })
      await publish({ one: pair })
      expect(await verifier.verify(`Bearer ${await sign()}`)).toMatchObject({ organisation: 'IMG' })
    },
  )

  test('when the key endpoint is gone', async () => {
    const gone = createTokenVerifier({
      issuer: ISSUER,
      audience: 'samenloop',
      jwksUrl: 'http://127.0.0.1:1/',
      claims: CLAIMS,
    })
    await expect(gone.verify(`Bearer ${await sign()}`)).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
    })
  })

  test('an empty key set accepts no token', async () => {
    published = { keys: [] }
    await expectRefused(`Bearer ${await sign()}`)
  })

  test.each(['http://login.example/jwks', 'ftp://127.0.0.1/jwks', 'http://127.0.0.1.evil.example/'])(
    'keys from %s stop the start',
    (url) => {
      const options = { issuer: ISSUER, audience: 'samenloop', jwksUrl: url, claims: CLAIMS }
      expect(() => createTokenVerifier(options)).toThrow('must be https')
    },
  )
})

describe('the token of a service', () => {
  let provider: Server
  let issuer: string
  let issued: number
  let refuse: boolean
  let asked: { authorization: string | undefined; body: string }[]

  beforeEach(async () => {
    issued = 0
    refuse = false
    asked = []
    provider = createServer((request, response) => {
      response.setHeader('content-type', 'application/json')
      if (request.url?.startsWith('/.well-known/')) {
        response.end(JSON.stringify({ issuer, token_endpoint: `${issuer}/token` }))
        return
      }
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        asked.push({ authorization: request.headers.authorization, body })
        response.statusCode = refuse ? 401 : 200
        const answer = { access_token: `token-${++issued}`, token_type: 'Bearer', expires_in: 3600 }
        response.end(JSON.stringify(refuse ? { error: 'invalid_client' } : answer))
      })
    }).listen(0, '127.0.0.1')
    await once(provider, 'listening')
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  })
  afterEach(() => {
    provider.close()
    provider.closeAllConnections()
  })

  const source = () =>
    createServiceTokenSource({
      issuer,
      clientId: 'samenloop-img',
      clientSecret: 'geheim-geheim',
      resource: 'urn:samenloop:graph',
      now: () => clock * 1000,
    })

  test('is requested once for concurrent callers, with the secret in the header', async () => {
    const { token } = source()
    expect(await Promise.all([token(), token(), token()])).toEqual(['token-1', 'token-1', 'token-1'])
    expect(await token()).toBe('token-1')
    expect(asked).toHaveLength(1)
    expect(asked[0]?.authorization).toMatch(/^Basic /)
    expect(asked[0]?.body).not.toContain('geheim')
    expect(new URLSearchParams(asked[0]?.body).get('resource')).toBe('urn:samenloop:graph')
  })

  test('is renewed a minute before it ends', async () => {
    const { token } = source()
    await token()
    clock = NOW + 3539
    expect(await token()).toBe('token-1')
    clock = NOW + 3540
    expect(await token()).toBe('token-2')
  })

  test('is refused with a wrong secret, and given once that is corrected', async () => {
    const { token } = source()
    refuse = true
    await expect(token()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' })
    refuse = false
    expect(await token()).toMatch(/^token-/)
  })

  test('fails while the provider is down, and succeeds when it is back', async () => {
    const { token } = source()
    const { port } = new URL(issuer)
    provider.close()
    provider.closeAllConnections()
    await once(provider, 'close')
    await expect(token()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' })
    provider.listen(Number(port), '127.0.0.1')
    expect(await token()).toBe('token-1')
  })

  test('is never requested over plain http from another machine', () => {
    const options = { issuer: 'http://login.example', clientId: 'x', clientSecret: 'y', resource: 'urn:x' }
    expect(() => createServiceTokenSource(options)).toThrow('must be https')
  })
})
