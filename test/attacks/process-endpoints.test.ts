import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import {
  createAttempts,
  layout,
  PARTIES,
  post,
  send,
  serviceToken,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** The endpoints for processes, called by people and by the wrong process; and other ways to send an operation than the supported one. */

const SERVICES = ['svip', 'img', 'ncg', 'gateway'] as const

describe('endpoints for processes', () => {
  const attempts = createAttempts()
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

  test.each(PARTIES)('the log of %s is for nobody without a task in it', async (party) => {
    const tokens = await Promise.all([
      ...PERSONAS.map((as) => system.tokenOf(as)),
      serviceToken('img'),
      serviceToken('ncg'),
      tokenThatSays({ claims: { org: 'SVIP', roles: [] } }),
      tokenThatSays({ claims: { org: 'GEMEENTE', municipality: '1979', roles: ['service'] } }),
    ])
    for (const token of tokens) {
      const headers = attempts.at(party, 'log')
      const received = await send(party, '/log', { method: 'GET', token, headers })
      expect(received.status).toBe(403)
      expect(received.text.length).toBeLessThan(300)
      expect(received.text).toContain('"code":"FORBIDDEN"')
    }
  })

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
    ['svip', 'municipalities', { gemeentecode: '1979', gemeentenaam: 'Inbraak' }],
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
  ] as const)('at %s only the operator imports %s; nothing is stored', async (party, kind, row) => {
    const id = await makeAddress(system)
    const rows = [
      kind === 'addresses'
        ? { ...row, nummeraanduidingidentificatie: id }
        : kind === 'municipalities'
          ? row
          : { ...row, address_id: id },
    ]
    const tokens = await Promise.all([
      ...PERSONAS.map((as) => system.tokenOf(as)),
      system.tokenOf('privacy.officer'),
      serviceToken('img'),
      serviceToken('ncg'),
    ])
    const importAs = (token: string, body: string) =>
      send(party, `/import/${kind}`, { token, headers: attempts.at(party, `import ${kind}`), body })
    for (const token of tokens) {
      const received = await importAs(token, JSON.stringify({ rows }))
      expect(received.status).toBe(403)
      expect(received.text).not.toContain(id)
      // The faults of the rows are not reported to others either.
      expect(withoutTrace((await importAs(token, '{"rows":"x"}')).text)).toBe(withoutTrace(received.text))
    }
    const { data } = await system.ask(
      'query($id: ID!) { address(id: $id) { street consents { id } damage { claims { reference } } } }',
      { as: 'img.handler', variables: { id } },
    )
    expect(data.address).toEqual({
      street: 'Proefstraat',
      consents: [],
      damage: { claims: [{ reference: expect.stringMatching(/^P-/) }] },
    })
  })

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
  const sendEvents = (token: string, events: unknown, headers: Readonly<Record<string, string>> = {}) =>
    send('svip', '/events', {
      token,
      headers: { 'content-type': 'application/cloudevents-batch+json', ...headers },
      body: JSON.stringify(events),
    })

  test('an agency cannot send events of the other one, and nobody else can send events of an agency', async () => {
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
    const lies: (readonly [string, unknown])[] = [
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
    for (const [token, events] of lies) {
      const received = await sendEvents(token, events, attempts.at('svip', 'events'))
      expect(received.status).toBe(403)
      expect(received.text).not.toContain(empty)
    }
    const { data } = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: SIGNALLING) { otherSide { img { present } ncg { present } } } }',
      { as: 'img.handler', variables: { id: empty } },
    )
    expect(data.address.otherSide).toEqual({ img: { present: false }, ncg: { present: false } })
  })

  test('an invalid event is a clear error that repeats nothing of it', async () => {
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

  test('and each of these attempts is on record', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })
})

describe('other ways to send an operation', () => {
  const query = '{ __typename policy { id } }'

  test.each(SERVICES)('%s accepts only POST with JSON, one operation at a time', async (service) => {
    const as = 'ncg.handler'
    const json = JSON.stringify({ query: '{ __typename }' })
    const refused = await Promise.all([
      send(service, `/graphql?query=${encodeURIComponent(query)}`, { as, method: 'GET' }),
      send(service, `/graphql?query=${encodeURIComponent(query)}`, {
        as,
        method: 'GET',
        headers: { 'apollo-require-preflight': '1' },
      }),
      send(service, `/graphql?query=${encodeURIComponent(query)}`, { as, method: 'HEAD' }),
      send(service, '/graphql', { as, method: 'PUT', body: json }),
      send(service, '/graphql', { as, headers: { 'content-type': 'text/plain' }, body: json }),
      send(service, '/graphql', {
        as,
        headers: { 'content-type': 'text/plain', 'apollo-require-preflight': '1' },
        body: json,
      }),
      send(service, '/graphql', {
        as,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${encodeURIComponent(query)}`,
      }),
      send(service, '/graphql', {
        as,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${json}\r\n--x--`,
      }),
      send(service, '/graphql', { as, headers: { 'content-type': 'application/graphql' }, body: query }),
      send(service, '/graphql', { as, body: `[${json},${json}]` }),
      send(service, '/graphql', { as, body: '[]' }),
    ])
    for (const { status, text } of refused) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(text).not.toMatch(/"data":\{|twg-2023/)
    }
    expect(refused.every(({ headers }) => headers.get('access-control-allow-origin') === null)).toBe(true)
  })

  test.each(SERVICES)('%s stores no operation of one caller for another', async (service) => {
    const text = '{ __typename policy { id } }'
    const extensions = {
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
    }
    await send(service, '/graphql', { as: 'img.handler', body: JSON.stringify({ query: text, extensions }) })
    const received = await send(service, '/graphql', {
      as: 'ncg.handler',
      body: JSON.stringify({ extensions }),
    })
    expect(received.text).toMatch(/PERSISTED_QUERY_NOT_(FOUND|SUPPORTED)/)
    expect(received.text).not.toContain('twg-2023')
  })

  test('no answer may be cached by a proxy', async () => {
    for (const service of SERVICES)
      expect(
        (await post(service, '{ __typename }', { as: 'ncg.handler' })).headers.get('cache-control'),
      ).toBe('no-store')
    for (const party of PARTIES)
      expect(
        (await send(party, '/log', { method: 'GET', as: 'operator' })).headers.get('cache-control'),
      ).toBe('no-store')
  })

  test('the public endpoints of a process reveal no address and no person', async () => {
    const id = await makeAddress(system)
    await system.ask(
      'query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { claims { id } } } }',
      { as: 'ncg.handler', variables: { id } },
    )
    for (const service of Object.keys(layout.ports) as (keyof typeof layout.ports)[]) {
      for (const path of ['/metrics', '/healthz', '/readyz']) {
        const { text } = await send(service, path, { method: 'GET' })
        expect(text).not.toContain(id)
        expect(text).not.toMatch(/ncg\.handler|Proef|eyJ/)
      }
    }
  })
})
