import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { generateKeyPair, SignJWT } from 'jose'
import { type GrantRequest, mintGrant } from '../../kernel/identity/grant.ts'
import type { Owner, Purpose } from '../../kernel/vocabulary.ts'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import {
  base64url,
  createAttempts,
  type Entry,
  entriesOf,
  grantKeys,
  handMade,
  newTrace,
  now,
  OUR_ENDPOINTS,
  payloadOf,
  post,
  recordOf,
  refusalOf,
  send,
  serviceToken,
  system,
} from './attacker.ts'

/** Directly at an owner, with a real token of a real person and every kind of grant except the right one. */

type Side = {
  readonly owner: Owner
  readonly other: Owner
  readonly at: 'img' | 'ncg'
  readonly grantField: 'imgGrant' | 'ncgGrant'
  /** A handler of the other agency, and another employee of it. */
  readonly handler: string
  readonly colleague: string
  readonly query: string
  /** The field with all files, and its value when nothing is shared. */
  readonly container: string
  readonly nothing: Readonly<Record<string, unknown>>
}

const SIDES: readonly Side[] = [
  {
    owner: 'IMG',
    other: 'NCG',
    at: 'img',
    grantField: 'imgGrant',
    handler: 'ncg.handler',
    colleague: 'ncg.svip',
    query: `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Address { id damage { categories
      claims { reference phase handler { name } inspection { plannedOn } report { summary } acuteSafety { description } award { amountCents } circumstances } } } } }`,
    container: 'damage',
    nothing: { categories: [], claims: null },
  },
  {
    owner: 'NCG',
    other: 'IMG',
    at: 'ncg',
    grantField: 'ncgGrant',
    handler: 'img.handler',
    colleague: 'img.svip',
    query: `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Address { id strengthening { categories
      project { reference status handler { name } inspection { plannedOn } advice { summary } riskProfile circumstances } } } } }`,
    container: 'strengthening',
    nothing: { categories: [], project: null },
  },
]

/** Addresses with a file on both sides; each test that reads data has its own, and so its own record. */
let addresses: readonly string[]
beforeAll(async () => {
  addresses = addressIds(await makeAddresses(system, 12), 12)
})
const address = (index: number): string => addresses[index] ?? ''

/** The trace of a grant and its use, as from a gateway: `log:verify` reports data that were shared in another request than the decision. */
const { headers } = newTrace()

/** A grant that the SVIP gave to this person. */
async function realGrant(
  { grantField }: Side,
  as: string,
  addressId: string,
  purpose: Purpose = 'COOPERATION',
): Promise<string> {
  const { data } = await system.ask(
    `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { ${grantField} } }`,
    { at: 'svip', as, headers, variables: { id: addressId, purpose } },
  )
  return data.address[grantField]
}

const entitiesBody = ({ query }: Side, representations: string): string =>
  `{"query":${JSON.stringify(query)},"variables":{"representations":${representations}}}`
const representationsOf = ({ grantField }: Side, addressId: string, ...grants: unknown[]): string =>
  JSON.stringify(
    grants.map((grant) => ({
      __typename: 'Address',
      id: addressId,
      ...(grant === undefined ? {} : { [grantField]: grant }),
    })),
  )
const ask = (side: Side, as: string, addressId: string, ...grants: unknown[]) =>
  send(side.at, '/graphql', {
    as,
    headers,
    body: entitiesBody(side, representationsOf(side, addressId, ...grants)),
  })

/** The exact answer about an address of which nothing is shared, whatever its files. */
const nothingOf = ({ container, nothing }: Side, addressId: string): string =>
  `${JSON.stringify({ data: { _entities: [{ id: addressId, [container]: nothing }] } })}\n`

const nestedLists = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

const decisionIdOf = (entry: Entry): string => entry.attributes['samenloop.decision_id']

describe.each(SIDES)('$owner, queried directly', (side) => {
  const { owner, other, at, handler, colleague } = side
  const caller = { subject: handler, organisation: other }
  const target = () => address(owner === 'IMG' ? 0 : 1)

  const right = (wish: Partial<GrantRequest> = {}): GrantRequest => ({
    owner,
    addr: target(),
    caller,
    purpose: 'COOPERATION',
    pol: 'twg-2023',
    cats: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY', 'FINANCIAL', 'CIRCUMSTANCES'],
    dec: randomUUID(),
    issuedAt: now(),
    ttlSeconds: 10,
    ...wish,
  })
  const header = { alg: 'HS256', typ: 'samenloop-grant+jwt', kid: 'dev-1' }
  const claims = (wish: Readonly<Record<string, unknown>> = {}) => {
    const { addr, purpose, pol, cats, dec } = right()
    return {
      iss: 'svip',
      aud: at,
      sub: handler,
      org: other,
      addr,
      purpose,
      pol,
      cats,
      dec,
      jti: randomUUID(),
      iat: now(),
      exp: now() + 10,
      ...wish,
    }
  }
  const key = () => grantKeys(owner).get('dev-1')?.export() ?? new Uint8Array()
  const otherKey = () => grantKeys(other).get('dev-1')?.export() ?? new Uint8Array()
  /** Signs with the right key, but with other claims or another header than the SVIP would write. */
  const signed = (
    wish: Readonly<Record<string, unknown>>,
    headerWish: Readonly<Record<string, unknown>> = {},
    hash?: string,
  ) => handMade({ ...header, ...headerWish }, claims(wish), key(), hash)
  /** A real grant with a changed payload and the original signature. */
  const altered = async (wish: Readonly<Record<string, unknown>>) => {
    const grant = await realGrant(side, handler, target())
    const [head, , signature] = grant.split('.')
    return `${head}.${base64url({ ...payloadOf(grant), ...wish })}.${signature}`
  }

  test('control: a grant of the SVIP opens what it names and no more, on record at both', async () => {
    const id = address(owner === 'IMG' ? 2 : 3)
    const { status, text } = await ask(side, handler, id, await realGrant(side, handler, id))
    expect(status).toBe(200)
    expect(text).toContain('"categories":["PRESENCE","STATUS","HANDLER"]')
    expect(text).toMatch(/"reference":"[PV]-/)
    expect(text).not.toContain('GEHEIM')
    expect(text).not.toContain('2026-12-0')
    const [line] = (await recordOf(at, id)).filter((entry) => entry.attributes['samenloop.decision_id'])
    expect(line.attributes).toMatchObject({
      'samenloop.purpose': 'COOPERATION',
      'samenloop.recipient': other,
      'samenloop.categories': ['PRESENCE', 'STATUS', 'HANDLER'],
    })
    const decisions = (await recordOf('svip', id)).filter((entry) => entry.id === decisionIdOf(line))
    expect(decisions).toMatchObject([
      { granted: true, request: { caller: { subject: handler }, owner, purpose: 'COOPERATION' } },
    ])
  })

  const ATTACKS: readonly (readonly [name: string, grant: () => unknown, refusal: string])[] = [
    ['no grant', () => undefined, 'MISSING'],
    ['null', () => null, 'MISSING'],
    ['an empty text', () => '', 'MALFORMED'],
    ['the text null', () => 'null', 'MALFORMED'],
    ['the text undefined', () => 'undefined', 'MALFORMED'],
    ['two dots', () => '..', 'MALFORMED'],
    ['three letters', () => 'a.b.c', 'MALFORMED'],
    ['zero', () => 0, 'MALFORMED'],
    ['one', () => 1, 'MALFORMED'],
    ['a huge number', () => 1e308, 'MALFORMED'],
    ['true', () => true, 'MALFORMED'],
    ['false', () => false, 'MALFORMED'],
    ['an empty list', () => [], 'MALFORMED'],
    ['an empty object', () => ({}), 'MALFORMED'],
    ['the claims without a signature', () => claims(), 'MALFORMED'],
    ['an object that poses as text', () => ({ toString: 'x', valueOf: 1, length: 3 }), 'MALFORMED'],
    ['a list with a valid grant', async () => [mintGrant(grantKeys(owner), right())], 'MALFORMED'],
    [
      'an object with a valid grant',
      async () => ({ token: mintGrant(grantKeys(owner), right()) }),
      'MALFORMED',
    ],
    ['ten thousand letters', () => 'a'.repeat(10_000), 'MALFORMED'],
    ['ten thousand dots', () => '.'.repeat(10_000), 'MALFORMED'],
    ['lists in lists', () => JSON.parse(nestedLists(8)), 'MALFORMED'],
    [
      'a valid grant that is too long',
      () => signed({ purpose: 'COOPERATION', note: 'x'.repeat(5000) }),
      'MALFORMED',
    ],
    ['forged with the attacker’s own key', () => handMade(header, claims(), randomBytes(32)), 'FORGED'],
    ['forged with an empty key', () => handMade(header, claims(), ''), 'FORGED'],
    ['forged with the name of the key as key', () => handMade(header, claims(), 'dev-1'), 'FORGED'],
    ['a key id that does not exist', () => signed({}, { kid: 'dev-2' }), 'FORGED'],
    ['a key id of the prototype', () => signed({}, { kid: '__proto__' }), 'FORGED'],
    ['no key id', () => signed({}, { kid: undefined }), 'FORGED'],
    ['alg none', () => `${base64url({ ...header, alg: 'none' })}.${base64url(claims())}.`, 'MALFORMED'],
    [
      'alg none with the signature of a real one',
      () => `${base64url({ ...header, alg: 'none' })}.${base64url(claims())}.${signed({}).split('.')[2]}`,
      'MALFORMED',
    ],
    ['HS512 with the right key', () => signed({}, { alg: 'HS512' }, 'sha512'), 'MALFORMED'],
    ['RS256 in the header over an HMAC with the right key', () => signed({}, { alg: 'RS256' }), 'MALFORMED'],
    [
      'RS256 with the attacker’s own key',
      async () =>
        await new SignJWT(claims())
          .setProtectedHeader({ ...header, alg: 'RS256' })
          .sign((await generateKeyPair('RS256')).privateKey),
      'MALFORMED',
    ],
    [
      'a key that is in the header',
      () =>
        handMade({ ...header, jwk: { kty: 'oct', k: base64url('0'.repeat(32)) } }, claims(), '0'.repeat(32)),
      'FORGED',
    ],
    ['an extension that must be understood', () => signed({}, { crit: ['x'], x: 1 }), 'MALFORMED'],
    [
      'a real grant with wider categories',
      () => altered({ cats: ['PRESENCE', 'STATUS', 'HANDLER', 'FINDINGS', 'FINANCIAL', 'CIRCUMSTANCES'] }),
      'FORGED',
    ],
    [
      'a real grant of another address, changed to this address',
      async () => {
        const [head, , signature] = (await realGrant(side, handler, address(4))).split('.')
        return `${head}.${base64url(claims())}.${signature}`
      },
      'FORGED',
    ],
    ['a real grant with a longer life', () => altered({ exp: now() + 86_400 }), 'FORGED'],
    ['a real grant with another purpose', () => altered({ purpose: 'STUCK_CASE' }), 'FORGED'],
    [
      'a real grant without its signature',
      async () => (await realGrant(side, handler, target())).replace(/[^.]*$/, ''),
      'FORGED',
    ],
    [
      'a real grant with its signature cut short',
      async () => (await realGrant(side, handler, target())).slice(0, -4),
      'FORGED',
    ],
    [
      'a real grant that expired a second ago',
      () => mintGrant(grantKeys(owner), right({ issuedAt: now() - 11 })),
      'EXPIRED',
    ],
    [
      'a real grant of yesterday',
      () => mintGrant(grantKeys(owner), right({ issuedAt: now() - 86_400 })),
      'EXPIRED',
    ],
    [
      'a grant of more than 30 seconds ago with a lifetime of an hour',
      () => signed({ iat: now() - 32, exp: now() + 3600 }),
      'EXPIRED',
    ],
    [
      'a grant issued tomorrow',
      () => mintGrant(grantKeys(owner), right({ issuedAt: now() + 86_400 })),
      'MALFORMED',
    ],
    ['a grant without its time of issue', () => signed({ iat: undefined }), 'MALFORMED'],
    ['a grant without an expiry', () => signed({ exp: undefined }), 'MALFORMED'],
    ['a grant that begins later', () => signed({ nbf: now() + 60 }), 'MALFORMED'],
    ['another kind of token with the right key', () => signed({}, { typ: 'at+jwt' }), 'MALFORMED'],
    ['a plain JWT with the right key', () => signed({}, { typ: 'JWT' }), 'MALFORMED'],
    ['no kind of token with the right key', () => signed({}, { typ: undefined }), 'MALFORMED'],
    ['another issuer with the right key', () => signed({ iss: owner.toLowerCase() }), 'MALFORMED'],
    ['no issuer with the right key', () => signed({ iss: undefined }), 'MALFORMED'],
    ['an audience in capitals with the right key', () => signed({ aud: owner }), 'OTHER_OWNER'],
    ['no audience with the right key', () => signed({ aud: undefined }), 'OTHER_OWNER'],
    [
      'the other agency as audience with the right key',
      () => mintGrant(grantKeys(owner), right({ owner: other })),
      'OTHER_OWNER',
    ],
    ['no policy version with the right key', () => signed({ pol: undefined }), 'MALFORMED'],
    [
      'a policy version that would write its own activity into the log',
      () => signed({ pol: 'v1\nurn:samenloop:verwerkingsactiviteit:img:eigen-taak:v1' }),
      'MALFORMED',
    ],
    ['no categories with the right key', () => signed({ cats: [] }), 'MALFORMED'],
    [
      'a category that does not exist with the right key',
      () => signed({ cats: ['PRESENCE', 'EVERYTHING'] }),
      'MALFORMED',
    ],
    ['categories as a text with the right key', () => signed({ cats: 'FINDINGS' }), 'MALFORMED'],
    ['a purpose that does not exist with the right key', () => signed({ purpose: 'CURIOSITY' }), 'MALFORMED'],
    ['no decision with the right key', () => signed({ dec: undefined }), 'MALFORMED'],
    ['made with the key of the other agency', () => handMade(header, claims(), otherKey()), 'FORGED'],
    ['a grant for the other agency', () => mintGrant(grantKeys(other), right({ owner: other })), 'FORGED'],
    ['a real grant for another address', () => realGrant(side, handler, address(4)), 'OTHER_ADDRESS'],
    ['several addresses with the right key', () => signed({ addr: [target(), address(4)] }), 'MALFORMED'],
    ['a real grant of a colleague', () => realGrant(side, colleague, target()), 'OTHER_CALLER'],
    [
      'a real grant of a municipality',
      () => realGrant(side, 'gemeente.eemsdelta', target(), 'MUNICIPAL_PLAN'),
      'OTHER_CALLER',
    ],
    [
      'a grant for a caller with the same name elsewhere',
      () => mintGrant(grantKeys(owner), right({ caller: { subject: handler, organisation: 'SVIP' } })),
      'OTHER_CALLER',
    ],
    ['the access token of the caller', () => system.tokenOf(handler), 'MALFORMED'],
    [
      'the access token of a handler of this agency',
      () => system.tokenOf(`${owner.toLowerCase()}.handler`),
      'MALFORMED',
    ],
  ]

  const attempts = createAttempts()

  test.each(ATTACKS)('with %s nothing is shared', async (_name, make, refusal) => {
    const body = entitiesBody(side, representationsOf(side, target(), await make()))
    const received = await send(at, '/graphql', { as: handler, headers: attempts.at(at, refusal), body })
    expect(received).toMatchObject({ status: 200, text: nothingOf(side, target()) })
  })

  test.each([
    ['a megabyte of letters', JSON.stringify('a'.repeat(1_000_000))],
    ['a megabyte of dots', JSON.stringify('.'.repeat(1_000_000))],
    ['ten thousand letters and one', JSON.stringify('a'.repeat(10_001))],
    ['endlessly nested lists', nestedLists(20_000)],
  ])('with %s nothing is read, and the caller is on record', async (_name, grant) => {
    const { trace, headers } = newTrace()
    const body = entitiesBody(
      side,
      `[{"__typename":"Address","id":"${target()}","${side.grantField}":${grant}}]`,
    )
    const received = await send(at, '/graphql', { as: handler, headers, body })
    expect(received.status).toBe(400)
    const message =
      'De invoer klopt niet: representations[0] is te groot of te diep genest. Pas dit aan en stuur de vraag opnieuw.'
    expect(JSON.parse(received.text)).toEqual({
      errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
    })
    const entries = (await entriesOf(at)).filter((entry) => entry.trace_id === trace)
    expect(entries).toMatchObject([{ route: '/graphql', caller: { subject: handler, organisation: other } }])
  })

  test.each([
    ['a colleague', () => system.tokenOf(colleague)],
    ['a municipality', () => system.tokenOf('gemeente.eemsdelta')],
    ['the intervention team', () => system.tokenOf('intervention.team')],
    ['a privacy officer', () => system.tokenOf('privacy.officer')],
    ['the service of the same agency', () => serviceToken(other.toLowerCase() as 'img' | 'ncg')],
    ['the service of the SVIP', () => serviceToken('svip')],
  ])('a real grant is useless to %s', async (_name, tokenOf) => {
    const body = entitiesBody(
      side,
      representationsOf(side, target(), await realGrant(side, handler, target())),
    )
    const headers = attempts.at(at, 'OTHER_CALLER')
    const received = await send(at, '/graphql', { token: await tokenOf(), headers, body })
    expect(received).toMatchObject({ status: 200, text: nothingOf(side, target()) })
  })

  test('each of these attempts is on record, with the reason and without shared categories', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
    for (const { attributes } of await recordOf(at, target())) {
      expect(attributes).toMatchObject({ 'samenloop.categories': [] })
      expect(attributes).not.toHaveProperty('samenloop.decision_id')
    }
  })

  test('a grant for signalling gives no findings, whatever the query, and the record names what was given', async () => {
    const id = address(owner === 'IMG' ? 5 : 6)
    const { text } = await ask(side, handler, id, await realGrant(side, handler, id, 'SIGNALLING'))
    expect(text).toContain('"categories":["PRESENCE"]')
    expect(text).not.toMatch(/GEHEIM|INSPECTION|S2_1|Proef Be|RAISED|123456/)
    const [line] = (await recordOf(at, id)).filter((entry) => entry.attributes['samenloop.decision_id'])
    expect(line.attributes).toMatchObject({
      'samenloop.purpose': 'SIGNALLING',
      'samenloop.categories': ['PRESENCE'],
    })
  })

  test('the record names no field that was withheld', async () => {
    const id = address(owner === 'IMG' ? 7 : 8)
    await ask(side, handler, id, await realGrant(side, handler, id, 'SIGNALLING'))
    const [line] = (await recordOf(at, id)).filter((entry) => entry.attributes['samenloop.decision_id'])
    const file = owner === 'IMG' ? 'claims' : 'project'
    expect(line.attributes['samenloop.fields'].filter((field: string) => field.startsWith(file))).toEqual([
      `${file}.reference`,
    ])
  })

  test('several grants for one address in one operation each give their own, and each is on record', async () => {
    const id = address(owner === 'IMG' ? 9 : 10)
    const [signalling, cooperation] = await Promise.all([
      realGrant(side, handler, id, 'SIGNALLING'),
      realGrant(side, handler, id),
    ])
    const forged = handMade(header, claims({ addr: id }), randomBytes(32))
    const { text } = await ask(side, handler, id, undefined, cooperation, forged, signalling, null)
    const categories = JSON.parse(text).data._entities.map(
      (entity: Record<string, { categories: string[] }>) => entity[side.container]?.categories,
    )
    expect(categories).toEqual([[], ['PRESENCE', 'STATUS', 'HANDLER'], [], ['PRESENCE'], []])
    const lines = await recordOf(at, id)
    expect(lines.map((line) => refusalOf(line) ?? line.attributes['samenloop.purpose']).sort()).toEqual([
      'COOPERATION',
      'FORGED',
      'MISSING',
      'SIGNALLING',
    ])
  })

  test('a grant does not reveal whether an address or file exists: the refusal is the same to the letter', async () => {
    const unknown = `${target().slice(0, 13)}999`
    const received = await ask(side, handler, unknown, await realGrant(side, handler, target()))
    expect(received.text).toBe(nothingOf(side, unknown))
    expect((await recordOf(at, unknown)).map(refusalOf)).toEqual(['OTHER_ADDRESS'])
  })

  test('an invalid address is null, and never an error with more details', async () => {
    const ids = [
      '',
      'x',
      '0',
      `${target()} `,
      `${target()}\n`,
      target().slice(1),
      '../../etc/passwd',
      1,
      null,
      true,
      {},
      [target()],
      { id: target() },
    ]
    const grant = await realGrant(side, handler, target())
    const body = entitiesBody(
      side,
      JSON.stringify(ids.map((id) => ({ __typename: 'Address', id, [side.grantField]: grant }))),
    )
    const { status, text } = await send(at, '/graphql', { as: handler, body })
    expect({ status, data: JSON.parse(text) }).toEqual({
      status: 200,
      data: { data: { _entities: ids.map(() => null) } },
    })
  })

  test('a grant is no access token, at any of the processes', async () => {
    const grant = await realGrant(side, handler, target())
    for (const service of OUR_ENDPOINTS) {
      const received = await post(service, `{ __typename }`, { token: grant })
      expect(received.status).toBe(401)
      expect(received.text).not.toContain('data')
    }
  })

  test('no grant opens the files by their own id', async () => {
    const type = owner === 'IMG' ? 'DamageClaim' : 'StrengtheningProject'
    const [root, filter] =
      owner === 'IMG' ? ['damageClaims', 'damageClaims'] : ['strengtheningProjects', 'strengtheningProjects']
    const own = await system.ask(
      `query($id: ID!) { ${filter}(filter: { addressId: $id }) { nodes { id } } }`,
      { as: `${owner.toLowerCase()}.handler`, variables: { id: target() } },
    )
    const [{ id }] = own.data[root ?? ''].nodes
    const grant = await realGrant(side, handler, target())
    const byId = createAttempts()
    const received = await post(
      at,
      `query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${type} { id reference } } }`,
      {
        as: handler,
        headers: byId.at(at, `${type} op identificatie`),
        variables: {
          representations: [{ __typename: type, id, [side.grantField]: grant, grant, addr: target() }],
        },
      },
    )
    expect(received).toMatchObject({ status: 200, text: '{"data":{"_entities":[null]}}\n' })
    expect(await byId.notOnRecord()).toEqual([])
  })
})

test('a grant with a lifetime of more than 30 seconds cannot be made', async () => {
  const grant = mintGrant(grantKeys('IMG'), {
    owner: 'IMG',
    addr: address(0),
    caller: { subject: 'ncg.handler', organisation: 'NCG' },
    purpose: 'SIGNALLING',
    pol: 'twg-2023',
    cats: ['PRESENCE'],
    dec: randomUUID(),
    issuedAt: now(),
    ttlSeconds: 3600,
  })
  const { iat, exp } = payloadOf(grant) as { iat: number; exp: number }
  expect(exp - iat).toBe(30)
})
