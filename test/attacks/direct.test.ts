import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { generateKeyPair, SignJWT } from 'jose'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import {
  base64url,
  errorsOf,
  handMade,
  layout,
  linesOf,
  now,
  PARTIES,
  type Party,
  payloadOf,
  post,
  recordOf,
  refusalOf,
  refusalsDuring,
  secrets,
  send,
  serviceToken,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** Past the gateway, straight at the parties: no network and no gateway protects them. */

const DOORS = ['svip', 'img', 'ncg', 'gateway'] as const

describe('without a token that holds', () => {
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
    ['a token with more behind it', async () => `Bearer ${await system.tokenOf('ncg.handler')}=x`],
    ['a token longer than any', async () => `Bearer ${'a'.repeat(9000)}`],
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
    ['a token of nobody', async () => `Bearer ${await tokenThatSays({ claims: { sub: '' } })}`],
    [
      'a token of an organisation that does not take part',
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
      'a key of ones own under the right name',
      async () =>
        `Bearer ${await new SignJWT(claims()).setProtectedHeader(header).sign((await generateKeyPair('RS256')).privateKey)}`,
    ],
    [
      'a key of ones own that came along',
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
      'a real token with other roles written in',
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

  test.each(TOKENS)(
    '%s opens no door: the same refusal everywhere, for every question',
    async (_name, authorization) => {
      const value = await authorization()
      const headers = value === undefined ? {} : { authorization: value }
      for (const door of DOORS) {
        const bodies = new Set<string>()
        for (const query of QUESTIONS.slice(0, door === 'svip' ? 5 : 2)) {
          const received = await post(door, query, { headers })
          expect(received.status).toBe(401)
          expect(received.headers.get('www-authenticate')).toBe('Bearer realm="samenloop"')
          bodies.add(withoutTrace(received.text))
        }
        expect([...bodies]).toEqual([expect.stringContaining('"code":"UNAUTHENTICATED"')])
        expect([...bodies][0]).not.toMatch(/"data"|expired|signature|kid|claim|issuer|audience/i)
      }
    },
  )

  test.each(PARTIES)('at %s there is no page that tells more without one', async (party) => {
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

  test('a token that was good a moment ago is not remembered past its end', async () => {
    const token = await tokenThatSays({ expiresIn: 2 })
    expect((await post('img', '{ __typename }', { token })).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await post('img', '{ __typename }', { token })).status).toBe(401)
  })
})

describe('a file by its own id', () => {
  const FILES = [
    {
      at: 'img',
      type: 'DamageClaim',
      root: 'damageClaim',
      list: 'damageClaims',
      owner: 'img.handler',
      other: 'ncg',
    },
    {
      at: 'ncg',
      type: 'StrengtheningProject',
      root: 'strengtheningProject',
      list: 'strengtheningProjects',
      owner: 'ncg.handler',
      other: 'img',
    },
  ] as const

  describe.each(FILES)('$type', ({ at, type, root, list, owner, other }) => {
    let id: string
    let addressId: string
    beforeAll(async () => {
      addressId = await makeAddress(system)
      const { data } = await system.ask(
        `query($id: ID!) { ${list}(filter: { addressId: $id }) { nodes { id } } }`,
        { as: owner, at, variables: { id: addressId } },
      )
      id = data[list].nodes[0].id
    })

    const STRANGERS: readonly (readonly [string, () => Promise<string>])[] = [
      ['a handler of the other agency', () => system.tokenOf(`${other}.handler`)],
      ['an SVIP officer of the other agency', () => system.tokenOf(`${other}.svip`)],
      ['the own municipality', () => system.tokenOf('gemeente.eemsdelta')],
      ['another municipality', () => system.tokenOf('gemeente.groningen')],
      ['the intervention team', () => system.tokenOf('intervention.team')],
      ['a privacy officer', () => system.tokenOf('privacy.officer')],
      ['the service of the other agency', () => serviceToken(other)],
      ['the service of the agency itself', () => serviceToken(at)],
      ['the service of the SVIP', () => serviceToken('svip')],
      ['the operator', () => system.tokenOf('operator')],
      [
        'someone of the agency without a role',
        () => tokenThatSays({ claims: { org: at.toUpperCase(), roles: [] } }),
      ],
      [
        'someone of the agency with a role that does not exist',
        () => tokenThatSays({ claims: { org: at.toUpperCase(), roles: ['admin', '__proto__'] } }),
      ],
      [
        'a privacy officer of the agency',
        () => tokenThatSays({ claims: { org: at.toUpperCase(), roles: ['privacy_officer'] } }),
      ],
    ]

    test.each(STRANGERS)(
      'is nothing to %s, whether it exists or not, and the attempt is on record',
      async (_name, tokenOf) => {
        const token = await tokenOf()
        const entity = `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { id reference address { id } } } }`
        const one = `query($id: ID!) { ${root}(id: $id) { id reference } }`
        const byId = (value: string) => ({
          token,
          variables: { r: [{ __typename: type, id: value }], id: value },
        })
        const refusals = await refusalsDuring(at, async () => {
          const known = await post(at, entity, byId(id))
          expect(known).toMatchObject({ status: 200, text: '{"data":{"_entities":[null]}}\n' })
          expect((await post(at, entity, byId(randomUUID()))).text).toBe(known.text)

          const found = await post(at, one, byId(id))
          expect(errorsOf(found)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
          expect(found.text).toContain(`"data":{"${root}":null}`)
          expect((await post(at, one, byId(randomUUID()))).text).toBe(found.text)

          const stock = await post(
            at,
            `query($id: ID!) { ${list}(filter: { addressId: $id }) { totalCount nodes { id } pageInfo { endCursor } } }`,
            { token, variables: { id: addressId } },
          )
          expect(errorsOf(stock)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
          expect(stock.text).not.toMatch(/totalCount|nodes|pageInfo/)
          expect(
            (
              await post(
                at,
                `query($id: ID!) { ${list}(filter: { addressId: $id }) { totalCount nodes { id } pageInfo { endCursor } } }`,
                { token, variables: { id: '0014209999999999' } },
              )
            ).text,
          ).toBe(stock.text)
        })
        expect(
          refusals.filter((refusal) => refusal === `${type} op identificatie`).length,
        ).toBeGreaterThanOrEqual(2)
        expect(refusals.filter((refusal) => refusal === root).length).toBeGreaterThanOrEqual(2)
        expect(refusals.filter((refusal) => refusal === list).length).toBeGreaterThanOrEqual(2)
      },
    )

    test.each(
      [
        'ncg.handler',
        'img.handler',
        'img.safety',
        'img.svip',
        'gemeente.eemsdelta',
        'privacy.officer',
      ].filter((as) => as !== owner),
    )('cannot be changed by %s, nothing changes, and the attempt is on record', async (as) => {
      const mutation = at === 'img' ? 'assignDamageHandler' : 'assignStrengtheningHandler'
      const before = await linesOf(at)
      const { data, errors } = await system.ask(
        `mutation($id: ID!) { ${mutation}(input: { id: $id, revision: 1, handler: { name: "Inbreker", email: "inbreker@example.nl" } }) { id reference } }`,
        { at, as, variables: { id } },
      )
      expect(data).toBeNull()
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      expect((await linesOf(at)).slice(before.length).flatMap((entry) => refusalOf(entry) ?? [])).toContain(
        mutation,
      )
      const file = await system.ask(`query($id: ID!) { ${root}(id: $id) { revision handler { name } } }`, {
        at,
        as: owner,
        variables: { id },
      })
      expect(file.data[root]).toMatchObject({
        revision: 1,
        handler: { name: expect.stringContaining('Proef') },
      })
    })
  })
})

describe('the SVIP, asked directly', () => {
  let postcode: string
  let id: string
  beforeAll(async () => {
    postcode = await makeAddresses(system, 2)
    id = addressIds(postcode, 2)[0] ?? ''
  })

  test('a decision of somebody else is nothing to who has no part in it, as one that does not exist, and the attempt is on record', async () => {
    const { data } = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { decisionId } } }',
      { as: 'ncg.handler', variables: { id } },
    )
    const decisionId: string = data.address.access[0].decisionId
    const query =
      'query($id: ID!) { decision(id: $id) { id outcome address { id } facts { id } explanation } }'
    for (const as of [
      'ncg.safety',
      'img.handler',
      'img.safety',
      'gemeente.eemsdelta',
      'gemeente.groningen',
      'intervention.team',
      'operator',
    ]) {
      const refusals = await refusalsDuring('svip', async () => {
        const known = await post('svip', query, { as, variables: { id: decisionId } })
        expect(known).toMatchObject({ status: 200, text: '{"data":{"decision":null}}\n' })
        for (const other of [randomUUID(), 'x', '', decisionId.slice(1), `${decisionId}'--`]) {
          expect((await post('svip', query, { as, variables: { id: other } })).text).toBe(known.text)
        }
      })
      expect(refusals.filter((refusal) => refusal === 'decision').length).toBeGreaterThanOrEqual(6)
    }
    const own = await system.ask(query, { at: 'svip', as: 'ncg.handler', variables: { id: decisionId } })
    expect(own.data.decision.id).toBe(decisionId)
  })

  test.each(['gemeente.eemsdelta', 'gemeente.groningen', 'intervention.team', 'privacy.officer', 'operator'])(
    '%s can record nothing for a resident, and the attempt is on record',
    async (as) => {
      const consents = async () =>
        (
          await system.ask('query($id: ID!) { address(id: $id) { consents { id } } }', {
            as: 'img.svip',
            variables: { id },
          })
        ).data.address.consents
      const before = await consents()
      const attempts = {
        recordConsent: `recordConsent(input: { addressId: "${id}", owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x" }) { id }`,
        withdrawConsent: `withdrawConsent(id: "${randomUUID()}") { id }`,
        recordWish: `recordWish(input: { addressId: "${id}", integralApproach: true, channel: FORM, evidence: "x" }) { id }`,
        ...(as === 'privacy.officer'
          ? {}
          : { recordObjection: `recordObjection(input: { addressId: "${id}", evidence: "x" }) { id }` }),
      }
      const refusals = await refusalsDuring('svip', async () => {
        for (const attempt of Object.values(attempts)) {
          const { data, errors } = await system.ask(`mutation { ${attempt} }`, { at: 'svip', as })
          expect(data).toBeNull()
          expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
        }
      })
      expect(refusals).toEqual(expect.arrayContaining(Object.keys(attempts)))
      expect(await consents()).toEqual(before)
    },
  )

  test('a purpose that does not exist is a clear error, and nothing is executed', async () => {
    for (const purpose of ['FOO', 'signalling', 'SIGNALLING, JOINT_INSPECTION', '__proto__']) {
      for (const door of DOORS) {
        const received = await post(door, '{ __typename }', {
          as: 'ncg.handler',
          headers: { 'x-purpose': purpose },
        })
        expect(errorsOf(received)).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
        expect(received.text).not.toContain('"data"')
        expect([door, received.status]).toEqual([door, 400])
      }
    }
  })
})

describe('doors that are not for people', () => {
  const PERSONAS = [
    'img.handler',
    'img.svip',
    'img.safety',
    'ncg.handler',
    'ncg.svip',
    'ncg.safety',
    'gemeente.eemsdelta',
    'gemeente.groningen',
    'intervention.team',
  ]

  test.each(PARTIES)(
    'the log of %s is for nobody who has no task in it; each attempt is on record',
    async (party) => {
      const tokens = await Promise.all([
        ...PERSONAS.map((as) => system.tokenOf(as)),
        serviceToken('img'),
        serviceToken('ncg'),
        tokenThatSays({ claims: { org: 'SVIP', roles: [] } }),
        tokenThatSays({ claims: { org: 'GEMEENTE', municipality: '1979', roles: ['service'] } }),
      ])
      const refusals = await refusalsDuring(party, async () => {
        for (const token of tokens) {
          const received = await send(party, '/log', { method: 'GET', token })
          expect(received.status).toBe(403)
          expect(received.text.length).toBeLessThan(300)
          expect(received.text).toContain('"code":"FORBIDDEN"')
        }
      })
      expect(refusals.filter((refusal) => refusal === 'log').length).toBeGreaterThanOrEqual(tokens.length)
    },
  )

  test('the log of a party is not for the privacy officer of a municipality or of the other agency', async () => {
    const tokens = await Promise.all([
      tokenThatSays({ claims: { org: 'GEMEENTE', municipality: '0014', roles: ['privacy_officer'] } }),
      tokenThatSays({ claims: { org: 'NCG', roles: ['privacy_officer'] } }),
    ])
    for (const token of tokens) expect((await send('img', '/log', { method: 'GET', token })).status).toBe(403)
    expect((await send('svip', '/log', { method: 'GET', token: tokens[0] ?? '' })).status).toBe(403)
  })

  test.each([
    [
      'img',
      'img',
      { reference: 'INBRAAK-1', kind: 'PHYSICAL', phase: 'REPORTED', registered_at: '2026-01-01' },
    ],
    ['ncg', 'ncg', { reference: 'INBRAAK-1', programme: 'BATCH', status: 'S1_2', started_at: '2026-01-01' }],
    [
      'svip',
      'addresses',
      {
        openbareruimtenaam: 'Inbraak',
        huisnummer: '1',
        postcode: '9999ZZ',
        woonplaatsnaam: 'X',
        gemeentecode: '0014',
      },
    ],
    [
      'svip',
      'consents',
      {
        given_by: 'OWNER',
        owner: 'IMG',
        recipient: 'NCG',
        purposes: 'COOPERATION',
        categories: 'FINDINGS',
        channel: 'FORM',
        evidence: 'x',
        notice: 'x',
        valid_from: '2026-01-01T00:00:00Z',
      },
    ],
  ] as const)(
    'at %s nobody but the operator imports %s; nothing is stored, and each attempt is on record',
    async (party, kind, row) => {
      const id = await makeAddress(system)
      const rows = [
        kind === 'addresses' ? { ...row, nummeraanduidingidentificatie: id } : { ...row, address_id: id },
      ]
      const tokens = await Promise.all([
        ...PERSONAS.map((as) => system.tokenOf(as)),
        system.tokenOf('privacy.officer'),
        serviceToken('img'),
        serviceToken('ncg'),
      ])
      const refusals = await refusalsDuring(party, async () => {
        for (const token of tokens) {
          const received = await send(party, `/import/${kind}`, { token, body: JSON.stringify({ rows }) })
          expect(received.status).toBe(403)
          expect(received.text).not.toContain(id)
          // What is wrong with the rows is nobody's business either.
          expect(
            withoutTrace((await send(party, `/import/${kind}`, { token, body: '{"rows":"x"}' })).text),
          ).toBe(withoutTrace(received.text))
        }
      })
      expect(refusals.filter((refusal) => refusal === `import ${kind}`).length).toBeGreaterThanOrEqual(
        tokens.length * 2,
      )
      const { data } = await system.ask(
        'query($id: ID!) { address(id: $id) { street consents { id } damage { claims { reference } } } }',
        { as: 'img.handler', variables: { id } },
      )
      expect(data.address).toEqual({
        street: 'Proefstraat',
        consents: [],
        damage: { claims: [{ reference: expect.stringMatching(/^P-/) }] },
      })
    },
  )

  const event = (owner: 'img' | 'ncg', addressId: string, wish: Readonly<Record<string, unknown>> = {}) => ({
    specversion: '1.0',
    id: randomUUID(),
    source: `urn:samenloop:${owner}`,
    type: owner === 'img' ? 'nl.img.damage-claim.registered' : 'nl.ncg.strengthening-project.registered',
    time: new Date().toISOString(),
    data: {
      addressId,
      reference: 'INBRAAK-2',
      phase: owner === 'img' ? 'REPORTED' : 'SCOPE',
      status: null,
      open: true,
      since: '2026-01-01',
      revision: 1,
    },
    ...wish,
  })
  const sendEvents = (token: string, events: unknown) =>
    send('svip', '/events', {
      token,
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events),
    })

  test('an agency cannot speak for the other one, nobody speaks for an agency, and each attempt is on record', async () => {
    const [id = ''] = addressIds(await makeAddresses(system, 1), 1)
    const empty = `${id.slice(0, 13)}990`
    await system.importRows('addresses', [
      {
        nummeraanduidingidentificatie: empty,
        openbareruimtenaam: 'Lege straat',
        huisnummer: '1',
        postcode: '9999ZZ',
        woonplaatsnaam: 'X',
        gemeentecode: '1979',
      },
    ])
    const img = await serviceToken('img')
    const attempts: (readonly [string, unknown])[] = [
      [img, [event('ncg', empty)]],
      [img, [event('img', empty), event('ncg', empty)]],
      [img, [event('img', empty, { source: 'urn:samenloop:ncg' })]],
      [img, [event('ncg', empty, { source: 'urn:samenloop:img' })]],
      [img, [event('img', empty, { source: 'URN:samenloop:img' })]],
      [await serviceToken('ncg'), [event('img', empty)]],
      [await serviceToken('svip'), [event('img', empty)]],
      [await system.tokenOf('operator'), [event('img', empty)]],
      [await system.tokenOf('privacy.officer'), [event('img', empty)]],
      [
        await tokenThatSays({ claims: { org: 'GEMEENTE', municipality: '1979', roles: ['service'] } }),
        [event('img', empty)],
      ],
      ...(await Promise.all(
        PERSONAS.map(
          async (as) =>
            [await system.tokenOf(as), [event(as.startsWith('ncg') ? 'ncg' : 'img', empty)]] as const,
        ),
      )),
    ]
    const refusals = await refusalsDuring('svip', async () => {
      for (const [token, events] of attempts) {
        const received = await sendEvents(token, events)
        expect(received.status).toBe(403)
        expect(received.text).not.toContain(empty)
      }
    })
    expect(refusals.filter((refusal) => refusal === 'events').length).toBeGreaterThanOrEqual(attempts.length)
    const { data } = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: SIGNALLING) { otherSide { img { present } ncg { present } } } }',
      { as: 'img.handler', variables: { id: empty } },
    )
    expect(data.address.otherSide).toEqual({ img: { present: false }, ncg: { present: false } })
  })

  test('what is no event is a clear error that repeats nothing of it', async () => {
    const img = await serviceToken('img')
    const id = '0024209912345678'
    const bad = [
      {},
      'x',
      null,
      [1],
      [event('img', id, { type: 'nl.img.__proto__' })],
      [event('img', id, { time: 'now' })],
      [event('img', id, { data: { addressId: id } })],
      Array(1001).fill(event('img', id)),
    ]
    for (const body of bad) {
      const received = await sendEvents(img, body)
      expect(received.status).toBe(400)
      expect(received.text).not.toContain(id)
    }
  })
})

describe('other ways in', () => {
  const query = '{ __typename policy { id } }'

  test.each(DOORS)('%s takes questions by POST as JSON alone, and one at a time', async (door) => {
    const as = 'ncg.handler'
    const json = JSON.stringify({ query: '{ __typename }' })
    const refused = await Promise.all([
      send(door, `/graphql?query=${encodeURIComponent(query)}`, { as, method: 'GET' }),
      send(door, `/graphql?query=${encodeURIComponent(query)}`, {
        as,
        method: 'GET',
        headers: { 'apollo-require-preflight': '1' },
      }),
      send(door, `/graphql?query=${encodeURIComponent(query)}`, { as, method: 'HEAD' }),
      send(door, '/graphql', { as, method: 'PUT', body: json }),
      send(door, '/graphql', { as, headers: { 'content-type': 'text/plain' }, body: json }),
      send(door, '/graphql', {
        as,
        headers: { 'content-type': 'text/plain', 'apollo-require-preflight': '1' },
        body: json,
      }),
      send(door, '/graphql', {
        as,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${encodeURIComponent(query)}`,
      }),
      send(door, '/graphql', {
        as,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${json}\r\n--x--`,
      }),
      send(door, '/graphql', { as, headers: { 'content-type': 'application/graphql' }, body: query }),
      send(door, '/graphql', { as, body: `[${json},${json}]` }),
      send(door, '/graphql', { as, body: '[]' }),
    ])
    for (const { status, text } of refused) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(text).not.toMatch(/"data":\{|twg-2023/)
    }
    expect(refused.every(({ headers }) => headers.get('access-control-allow-origin') === null)).toBe(true)
  })

  test.each(DOORS)('%s keeps no question of one person to be run by another', async (door) => {
    const { text } = await send(door, '/graphql', {
      as: 'ncg.handler',
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
    })
    expect(text).toContain('PERSISTED_QUERY_NOT_SUPPORTED')
  })

  test('an answer may be kept by nobody on the way', async () => {
    for (const door of DOORS)
      expect((await post(door, '{ __typename }', { as: 'ncg.handler' })).headers.get('cache-control')).toBe(
        'no-store',
      )
    for (const party of PARTIES satisfies readonly Party[])
      expect(
        (await send(party, '/log', { method: 'GET', as: 'operator' })).headers.get('cache-control'),
      ).toBe('no-store')
  })

  test('what everybody may see of a process holds no address and no person', async () => {
    const id = await makeAddress(system)
    await system.ask(
      'query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { claims { id } } } }',
      { as: 'ncg.handler', variables: { id } },
    )
    for (const service of Object.keys(layout.ports) as (keyof typeof layout.ports)[]) {
      for (const path of ['/metrics', '/healthz', '/readyz']) {
        const { text } = await send(service, path, { method: 'GET' })
        expect(text).not.toMatch(/\d{4}20\d{10}|ncg\.handler|Proef|eyJ/)
      }
    }
  })
})

test('what was asked here of an address is on record at the SVIP without the name of who asked, except in the decision', async () => {
  const id = await makeAddress(system)
  await system.ask(
    'query($id: ID!) { address(id: $id, purpose: COOPERATION) { otherSide { concurrence } damage { claims { id } } } }',
    { as: 'ncg.handler', variables: { id } },
  )
  for (const party of PARTIES) {
    for (const entry of await recordOf(party, id)) {
      if (entry.event_name) expect(entry.request.caller.subject).toBe('ncg.handler')
      else expect(JSON.stringify(entry)).not.toContain('ncg.handler')
    }
  }
})
