import { describe, expect, test } from '@jest/globals'
import { generateKeyPair, SignJWT } from 'jose'
import {
  base64url,
  handMade,
  linesOf,
  now,
  PARTIES,
  payloadOf,
  post,
  refusalOf,
  secrets,
  send,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** At the gateway and directly, with everything that resembles a token. */

const SERVICES = ['svip', 'img', 'ncg', 'gateway'] as const

describe('without a valid token', () => {
  const claims = () => ({
    iss: system.urls.identity,
    aud: 'samenloop',
    sub: 'ncg.handler',
    client_id: 'samenloop-dev',
    org: 'NCG',
    roles: ['case_handler'],
    iat: now(),
    exp: now() + 300,
  })
  const header = {
    alg: 'RS256',
    typ: 'at+jwt',
    kid: JSON.parse(secrets.IDENTITY_JWKS ?? '').keys[0].kid as string,
  }

  const TOKENS: readonly (readonly [name: string, authorization: () => Promise<string | undefined>])[] = [
    ['no token', async () => undefined],
    ['an empty token', async () => 'Bearer '],
    ['a word', async () => 'Bearer token'],
    ['another scheme', async () => `Basic ${await system.tokenOf('ncg.handler')}`],
    ['a token without a scheme', async () => await system.tokenOf('ncg.handler')],
    [
      'two tokens',
      async () => `Bearer ${await system.tokenOf('ncg.handler')} ${await system.tokenOf('ncg.handler')}`,
    ],
    ['a token with a suffix', async () => `Bearer ${await system.tokenOf('ncg.handler')}=x`],
    ['a token that is too long', async () => `Bearer ${'a'.repeat(9000)}`],
    ['a token that has expired', async () => `Bearer ${await tokenThatSays({ expiresIn: -1 })}`],
    [
      'a token of another issuer',
      async () => `Bearer ${await tokenThatSays({ issuer: 'https://identity.example' })}`,
    ],
    ['a token for another audience', async () => `Bearer ${await tokenThatSays({ audience: 'elsewhere' })}`],
    ['an identity token', async () => `Bearer ${await tokenThatSays({ header: { typ: 'JWT' } })}`],
    ['a logout token', async () => `Bearer ${await tokenThatSays({ header: { typ: 'logout+jwt' } })}`],
    [
      'a token that is not valid yet',
      async () => `Bearer ${await tokenThatSays({ claims: { nbf: now() + 600 } })}`,
    ],
    ['a token without a subject', async () => `Bearer ${await tokenThatSays({ claims: { sub: '' } })}`],
    [
      'a token of an organisation that is not a party',
      async () => `Bearer ${await tokenThatSays({ claims: { org: 'SHELL' } })}`,
    ],
    [
      'a token of a municipality without its code',
      async () =>
        `Bearer ${await tokenThatSays({ claims: { org: 'GEMEENTE', roles: ['municipal_officer'] } })}`,
    ],
    [
      'a token of an agency that is also a municipality',
      async () => `Bearer ${await tokenThatSays({ claims: { org: 'IMG', municipality: '1979' } })}`,
    ],
    [
      'a token of two municipalities',
      async () =>
        `Bearer ${await tokenThatSays({ claims: { org: 'GEMEENTE', municipality: ['0014', '1979'], roles: ['municipal_officer'] } })}`,
    ],
    ['alg none', async () => `Bearer ${base64url({ ...header, alg: 'none' })}.${base64url(claims())}.`],
    [
      'HS256 with the public key as secret',
      async () =>
        `Bearer ${handMade({ ...header, alg: 'HS256' }, claims(), JSON.stringify(JSON.parse(secrets.IDENTITY_JWKS ?? '').keys[0].n))}`,
    ],
    [
      'HS256 with a key of the grants',
      async () =>
        `Bearer ${handMade({ ...header, alg: 'HS256' }, claims(), Buffer.from((secrets.IMG_GRANT_KEYS ?? '').split(':')[1] ?? '', 'base64url'))}`,
    ],
    [
      'the attacker’s own key under the right name',
      async () =>
        `Bearer ${await new SignJWT(claims()).setProtectedHeader(header).sign((await generateKeyPair('RS256')).privateKey)}`,
    ],
    [
      'the attacker’s own key in the token',
      async () => {
        const { privateKey } = await generateKeyPair('RS256', { extractable: true })
        return `Bearer ${await new SignJWT(claims()).setProtectedHeader({ ...header, jku: 'http://127.0.0.1:9/jwks' }).sign(privateKey)}`
      },
    ],
    [
      'a key that does not exist',
      async () =>
        `Bearer ${await new SignJWT(claims()).setProtectedHeader({ ...header, kid: 'x' }).sign((await generateKeyPair('RS256')).privateKey)}`,
    ],
    [
      'a real token with other roles',
      async () => {
        const [head, , signature] = (await system.tokenOf('gemeente.groningen')).split('.')
        return `Bearer ${head}.${base64url({ ...payloadOf(await system.tokenOf('gemeente.groningen')), org: 'IMG', municipality: undefined, roles: ['case_handler'] })}.${signature}`
      },
    ],
  ]

  const QUESTIONS = [
    '{ __schema { types { name } } }',
    '{ _service { sdl } }',
    '{ policy { id } }',
    '{ __typename }',
    '{{{',
  ]

  /** A sent token is distinguished from none; an expired one is not distinguished from other invalid ones. */
  const wasSent = (value: string | undefined): boolean =>
    value?.startsWith('Bearer ') === true && value !== 'Bearer '

  test.each(TOKENS)(
    '%s is no access: the same refusal everywhere, for every operation',
    async (_name, authorization) => {
      const value = await authorization()
      const headers = value === undefined ? {} : { authorization: value }
      for (const service of SERVICES) {
        const bodies = new Set<string>()
        for (const query of QUESTIONS.slice(0, service === 'svip' ? 5 : 2)) {
          const received = await post(service, query, { headers })
          expect(received.status).toBe(401)
          expect(received.headers.get('www-authenticate')).toBe(
            `Bearer realm="samenloop"${wasSent(value) ? ', error="invalid_token"' : ''}`,
          )
          bodies.add(withoutTrace(received.text))
        }
        expect([...bodies]).toEqual([expect.stringContaining('"code":"UNAUTHENTICATED"')])
        expect([...bodies][0]).toContain(
          wasSent(value) ? 'is verlopen of niet geldig' : 'er is geen toegangsbewijs',
        )
        expect([...bodies][0]).not.toMatch(/"data"|expired|signature|kid|claim|issuer|audience/i)
      }
    },
  )

  test.each(PARTIES)('at %s no page reveals more without one', async (party) => {
    for (const [method, path] of [
      ['GET', '/log'],
      ['HEAD', '/log'],
      ['POST', '/import/img'],
      ['POST', '/import/addresses'],
      ['POST', '/events'],
      ['GET', '/graphql'],
      ['GET', '/nope'],
      ['GET', '/../log'],
    ] as const) {
      expect((await send(party, path, { method })).status).toBe(401)
    }
  })

  test('every refusal is on record, a flood of them as one entry with their number', async () => {
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
    const read = () =>
      Promise.all(
        PARTIES.map(async (party) =>
          (await linesOf(party))
            .flatMap((line) => /^UNAUTHENTICATED ×(\d+)$/.exec(refusalOf(line) ?? '')?.[1] ?? [])
            .map(Number),
        ),
      )
    await pause(1100)
    const before = await read()
    await Promise.all(
      PARTIES.flatMap((party) =>
        Array.from({ length: 60 }, () => post(party, '{ __typename }', { token: 'none' })),
      ),
    )
    await pause(1300)
    const after = await read()
    for (const [index, numbers] of after.entries()) {
      const added = numbers.slice(before[index]?.length)
      expect(added.reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(60)
      expect(added.length).toBeLessThan(20)
    }
  })

  test('an expired token is not cached past its end', async () => {
    const token = await tokenThatSays({ expiresIn: 2 })
    expect((await post('img', '{ __typename }', { token })).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await post('img', '{ __typename }', { token })).status).toBe(401)
  })
})
