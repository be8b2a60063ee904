import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { bareCell } from '../../kernel/spreadsheet.ts'
import { ADDRESS_ID } from '../../kernel/vocabulary.ts'
import { isReady } from '../../tools/system.ts'
import { makeAddress } from '../support/addresses.ts'
import {
  errorsOf,
  layout,
  PARTIES,
  post,
  type Received,
  recordOf,
  secrets,
  send,
  serviceToken,
  system,
} from './attacker.ts'

/** Texts that a parser, a database, a log or a terminal could interpret. */

const HOSTILE: readonly string[] = [
  "' or '1'='1",
  "'; drop table address cascade; --",
  '0024209900000006; delete from consent',
  '" or ""="',
  '$1',
  '%',
  '_%',
  '\\',
  '$' + '{jndi:ldap://127.0.0.1/x}',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
  '\u001b[31mrood',
  '\u202e60000099',
  '００２４２０９９０００００００６',
  '٠٠٢٤٢٠٩٩٠٠٠٠٠٠٠٦',
  ' 0024209900000006',
  '0024209900000006\n',
  'a'.repeat(20_000),
]
/** Texts that JSON can write and PostgreSQL cannot store. */
const IMPOSSIBLE = ['\u0000', 'a\u0000b', '\ud800', 'x\udfff']

const CLEAR = new Set([
  'BAD_USER_INPUT',
  'OPERATION_TOO_COMPLEX',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'FORBIDDEN',
  'CONFLICT',
])

/** Expects a valid answer or a clear error: never an internal error, and no text of the database or the machine. */
function expectClear(received: Received): void {
  for (const { message, extensions } of errorsOf(received)) {
    expect(CLEAR).toContain(extensions.code)
    expect(message).not.toMatch(
      /input syntax|syntax error at|postgres|pglite|relation|column "|jsonb?_|invalid byte|encoding|call stack|undefined is|not a function|node_modules|\.ts:/i,
    )
  }
  expect(received.status).toBeLessThan(500)
}

let id: string
/** An address that no operation below may change. */
let untouched: string
beforeAll(async () => {
  id = await makeAddress(system)
  untouched = await makeAddress(system)
})
const stock = async () =>
  (await system.ask('{ damageClaims(first: 1) { totalCount } }', { as: 'img.handler' })).data.damageClaims
    .totalCount as number

/** Each operation takes one hostile text, as this person. */
const QUESTIONS: readonly (readonly [name: string, as: string, query: string])[] = [
  [
    'an id of an address',
    'img.handler',
    'query($x: ID!) { address(id: $x, purpose: SIGNALLING) { street } }',
  ],
  ['a postcode', 'img.handler', 'query($x: String!) { addresses(postcode: $x) { street } }'],
  ['an id of a decision', 'img.handler', 'query($x: ID!) { decision(id: $x) { id } }'],
  ['an id of a claim', 'img.handler', 'query($x: ID!) { damageClaim(id: $x) { id } }'],
  [
    'an address to list claims of',
    'img.handler',
    'query($x: ID!) { damageClaims(filter: { addressId: $x }) { totalCount } }',
  ],
  [
    'a handler to list claims of',
    'img.handler',
    'query($x: String!) { damageClaims(filter: { handlerEmail: $x }) { totalCount } }',
  ],
  ['a cursor', 'img.handler', 'query($x: String!) { damageClaims(after: $x) { totalCount } }'],
  ['an id of a project', 'ncg.handler', 'query($x: ID!) { strengtheningProject(id: $x) { id } }'],
  [
    'a handler to list projects of',
    'ncg.handler',
    'query($x: String!) { strengtheningProjects(filter: { handlerEmail: $x }) { totalCount } }',
  ],
  ['a consent to withdraw', 'img.svip', 'mutation($x: ID!) { withdrawConsent(id: $x) { id } }'],
  [
    'an address to consent for',
    'img.svip',
    'mutation($x: ID!) { recordConsent(input: { addressId: $x, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x" }) { id } }',
  ],
  [
    'an address to claim for',
    'img.handler',
    'mutation($x: ID!) { registerDamageClaim(input: { addressId: $x, reference: "x" }) { id } }',
  ],
  [
    'an objection to end',
    'img.svip',
    'mutation($x: ID!) { recordObjection(input: { id: $x, addressId: "0024209900000006", state: ENDED, evidence: "x" }) { id } }',
  ],
]

/** Texts that are stored to the letter, at the address of this file. */
const STORED: readonly (readonly [name: string, as: string, mutation: string])[] = [
  [
    'the proof of a consent',
    'img.svip',
    'mutation($id: ID!, $x: String!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: $x }) { text: evidence } }',
  ],
  [
    'the notice of a consent',
    'img.svip',
    'mutation($id: ID!, $x: String!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x", notice: $x }) { text: notice } }',
  ],
  [
    'the proof of a refusal',
    'img.svip',
    'mutation($id: ID!, $x: String!) { refuseConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [JOINT_INSPECTION], channel: FORM, evidence: $x }) { text: evidence } }',
  ],
  [
    'the proof of a wish',
    'img.svip',
    'mutation($id: ID!, $x: String!) { recordWish(input: { addressId: $id, integralApproach: false, channel: FORM, evidence: $x }) { id } }',
  ],
  [
    'the proof of an objection',
    'img.svip',
    'mutation($id: ID!, $x: String!) { recordObjection(input: { addressId: $id, owner: NCG, purposes: [ACCELERATION], evidence: $x }) { id } }',
  ],
  [
    'the reference of a claim',
    'img.handler',
    'mutation($id: ID!, $x: String!) { registerDamageClaim(input: { addressId: $id, reference: $x }) { text: reference } }',
  ],
]

describe('a text with a special meaning to software', () => {
  test.each(QUESTIONS)('as %s finds nothing and breaks nothing', async (_name, as, query) => {
    for (const x of [...HOSTILE, ...IMPOSSIBLE]) {
      const received = await post('gateway', query, { as, variables: { x } })
      expectClear(received)
      expect(received.text).not.toMatch(/"(street|id)":"/)
      expect(received.text).not.toMatch(/"totalCount":[1-9]/)
    }
  })

  test.each(STORED)('as %s is a text like any other', async (_name, as, mutation) => {
    for (const text of HOSTILE) {
      const x = mutation.includes('registerDamageClaim')
        ? `${text.slice(0, 500)} ${randomUUID()}`
        : text.slice(0, 200)
      const received = await post('gateway', mutation, { as, variables: { id, x } })
      expectClear(received)
      const stored = /"text":("(?:[^"\\]|\\.)*")/.exec(received.text)?.[1]
      if (stored !== undefined) expect(JSON.parse(stored).trim()).toBe(x.trim())
    }
  })

  test.each(STORED)('as %s is a clear error when it cannot be stored', async (_name, as, mutation) => {
    for (const x of IMPOSSIBLE) {
      const received = await post('gateway', mutation, { as, variables: { id, x: `${x} ${randomUUID()}` } })
      expectClear(received)
      expect(errorsOf(received)).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    }
  })

  test('as the reason of a withdrawal is a clear error when it cannot be stored', async () => {
    // A new address: the other one has the maximum of consents by now.
    const own = await makeAddress(system)
    const { data } = await system.ask(
      'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [PLANNING], channel: FORM, evidence: "x" }) { id } }',
      { as: 'img.svip', variables: { id: own } },
    )
    const received = await post(
      'gateway',
      'mutation($c: ID!, $x: String) { withdrawConsent(id: $c, reason: $x) { id } }',
      { as: 'img.svip', variables: { c: data.recordConsent.id, x: 'GEHEIM-reden\u0000' } },
    )
    expectClear(received)
    expect(errorsOf(received)).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test.each([
    [
      'a claim of the year nought',
      'img.handler',
      'mutation($id: ID!) { registerDamageClaim(input: { addressId: $id, reference: "JAAR-0", registeredAt: "0000-01-01" }) { id } }',
    ],
    [
      'a consent from the year nought',
      'img.svip',
      'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x", validFrom: "0000-01-01T00:00:00Z" }) { id } }',
    ],
    [
      'a consent until after the last year',
      'img.svip',
      'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x", validUntil: "9999-12-31T23:59:59-23:59" }) { id } }',
    ],
    [
      'a cursor of the year nought',
      'img.handler',
      `query { damageClaims(after: "${Buffer.from('["0000-01-01","00000000-0000-0000-0000-000000000000"]').toString('base64url')}") { totalCount } }`,
    ],
  ])('%s is a clear error', async (_name, as, query) => {
    const received = await post('gateway', query, {
      as,
      ...(query.includes('$id') ? { variables: { id } } : {}),
    })
    expectClear(received)
    expect(errorsOf(received)[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  test('in a reference of federation finds nothing and breaks nothing', async () => {
    for (const at of PARTIES) {
      for (const typename of [
        ...HOSTILE.filter((text) => text.length < 100),
        'Query',
        'Mutation',
        'Damage',
        'Strengthening',
        'Handler',
        '_Service',
        '_Entity',
        'String',
        '__Schema',
      ]) {
        const received = await post(
          at,
          'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
          {
            as: 'img.handler',
            variables: { r: [{ __typename: typename, id, sdl: 'x', claims: [{ reference: 'x' }] }] },
          },
        )
        expect(received.text).not.toMatch(/"__typename":"/)
        expect(received.text).not.toMatch(/relation|syntax error|node_modules|at \w+ \(/)
        expect(received.status).toBeLessThan(500)
      }
    }
  })
})

describe('an import', () => {
  const OTHERS = ['kind', 'phase', 'registered_at']

  test('of hostile texts stores them as texts, or names the fault without repeating them', async () => {
    const texts = HOSTILE.filter((text) => text.length < 500)
    const run = randomUUID().slice(0, 8)
    const before = await stock()
    const rows = texts.map((text, index) => ({
      reference: `${text} ${run} ${index}`,
      address_id: id,
      kind: 'PHYSICAL',
      phase: 'REPORTED',
      registered_at: '2026-01-05',
      circumstances: text,
    }))
    const { status, body } = await system.importRows('img', rows)
    expect(status).toBe(200)
    expect(body.results).toEqual(texts.map(() => 'loaded'))
    expect(await stock()).toBeGreaterThanOrEqual(before + texts.length)
    const bad = await system.importRows(
      'img',
      texts.map((text) => ({
        reference: run,
        address_id: text,
        kind: text,
        phase: text,
        registered_at: text,
      })),
    )
    for (const [index, result] of bad.body.results.entries()) {
      // The quotes of a spreadsheet are not part of a value: two of the texts are an identification.
      const columns = ADDRESS_ID.test(bareCell(texts[index] ?? '')) ? OTHERS : ['address_id', ...OTHERS]
      expect(result).toEqual({ rejected: expect.stringMatching(new RegExp(`^${columns.join(': .*; ')}: `)) })
      if ((texts[index] ?? '').length > 12) expect(JSON.stringify(result)).not.toContain(texts[index])
    }
  })

  test('of a text that cannot be stored refuses that row, and loads the others', async () => {
    const run = randomUUID()
    const row = (reference: string, name: string) => ({
      reference,
      address_id: id,
      kind: 'PHYSICAL',
      phase: 'REPORTED',
      registered_at: '2026-01-05',
      handler_name: name,
      handler_email: 'GEHEIM-adres@img.example',
    })
    const { status, body } = await system.importRows('img', [
      row(`${run}-1`, 'Goed'),
      row(`${run}-2`, 'GEHEIM\u0000naam'),
      row(`${run}-3`, 'Ook goed'),
    ])
    expect(status).toBe(200)
    expect(body.results).toEqual(['loaded', { rejected: expect.stringContaining('handler_name') }, 'loaded'])
  })

  test('with columns of the prototype is refused as a whole', async () => {
    const bodies = [
      `{"rows":[{"__proto__":"x"}]}`,
      `{"rows":[{"__proto__":{"polluted":"x"},"reference":"x"}]}`,
      `{"rows":[{"constructor":"x","reference":"x"}]}`,
      `{"rows":[{"constructor":{"prototype":{"polluted":"x"}}}]}`,
      `{"__proto__":{"rows":[{}]},"rows":[]}`,
      `{"rows":{"length":1,"0":{}}}`,
      `{"rows":[null]}`,
      `{"rows":[["reference"]]}`,
      `{"rows":[{"reference":{"toString":"x"}}]}`,
      `{"rows":${JSON.stringify(Array(1001).fill({ reference: 'x' }))}}`,
      `{"rows":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      '[]',
      'null',
      '"x"',
      '{',
    ]
    for (const [party, kind] of [
      ['img', 'img'],
      ['ncg', 'ncg'],
      ['svip', 'addresses'],
      ['svip', 'municipalities'],
      ['svip', 'consents'],
    ] as const) {
      for (const body of bodies) {
        const received = await send(party, `/import/${kind}`, { as: 'operator', body })
        expect([body.slice(0, 60), received.status]).toEqual([body.slice(0, 60), 400])
        expectClear(received)
      }
    }
  })
})

describe('an event', () => {
  test.each([
    ['a revision that is too large', { revision: 2 ** 40 }],
    ['a reference that cannot be stored', { reference: 'GEHEIM-kenmerk\u0000' }],
    ['a phase that cannot be stored', { phase: 'x\u0000' }],
    ['a status that cannot be stored', { status: '\u0000' }],
    ['a day of the year nought', { since: '0000-01-01' }],
    ['a phase of the prototype', { phase: '__proto__' }],
    ['a status of the prototype', { status: 'constructor' }],
  ])('with %s is a clear error, or a text like any other', async (_name, wish) => {
    const token = await serviceToken('img')
    const target = await makeAddress(system)
    const track = {
      addressId: target,
      reference: `E-${randomUUID()}`,
      phase: 'REPORTED',
      status: null,
      open: true,
      since: '2099-01-01',
      revision: 1,
    }
    const event = {
      specversion: '1.0',
      id: randomUUID(),
      source: 'urn:samenloop:img',
      type: 'nl.img.damage-claim.registered',
      time: new Date().toISOString(),
      data: { ...track, ...wish },
    }
    const received = await send('svip', '/events', { token, body: JSON.stringify([event]) })
    expect([204, 400]).toContain(received.status)
    const look = await post(
      'gateway',
      'query($id: ID!) { address(id: $id, purpose: STATUS_EXCHANGE) { otherSide { img { phase status } group } } }',
      { as: 'ncg.handler', variables: { id: target } },
    )
    expect(errorsOf(look)).toEqual([])
  })
})

describe('a body that is no operation', () => {
  test.each(['gateway', 'svip', 'img', 'ncg'] as const)('is a clear error at %s', async (door) => {
    const question = '{ __typename }'
    const bodies = [
      '',
      '{',
      'null',
      '1',
      '"x"',
      '{}',
      `{"query":"${question}","__proto__":{"polluted":true}}`,
      `{"query":"${question}","variables":{"__proto__":{"polluted":true}}}`,
      `{"query":"${question}","variables":{"a":{"constructor":{"prototype":{"polluted":true}}}}}`,
      `{"query":null}`,
      `{"query":["${question}"]}`,
      `{"query":{"toString":"x"}}`,
      `{"query":"${question}","variables":"{}x"}`,
      `{"query":"${question}","variables":[1]}`,
      `{"query":"${question}","operationName":["x"]}`,
      `{"query":"${question}","extensions":"x"}`,
      `{"query":"query A { __typename } query B { __typename }"}`,
      `{"query":"\u0000"}`,
      `{"query":"{ \\ud800 }"}`,
    ]
    for (const body of bodies) {
      const received = await send(door, '/graphql', {
        as: 'ncg.handler',
        body,
        headers: { 'content-type': 'application/json' },
      })
      expect([body, received.status]).toEqual([body, 400])
      expectClear(received)
      expect(received.text).not.toContain('"data":{')
    }
  })

  test.each(['gateway', 'svip', 'img', 'ncg'] as const)(
    'is a clear error at %s, also when it names an operation that does not exist',
    async (door) => {
      for (const operationName of ['x', '__proto__', 'constructor', 'toString']) {
        const received = await send(door, '/graphql', {
          as: 'ncg.handler',
          body: JSON.stringify({ query: '{ policy { id } }', operationName }),
        })
        expect([operationName, received.status]).toEqual([operationName, 400])
        expectClear(received)
      }
    },
  )

  test('leaves no trace in the process that received it', async () => {
    for (const door of ['gateway', 'svip', 'img', 'ncg'] as const)
      expect((await post(door, '{ __typename }', { as: 'ncg.handler' })).text).toBe(
        '{"data":{"__typename":"Query"}}\n',
      )
  })
})

describe('an operation that is too large', () => {
  const nested = (depth: number, leaf = 'categories') =>
    `query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { ${'claims { address { damage { '.repeat(depth)} ${leaf} ${'} } } '.repeat(depth)} } } }`
  const wide = (count: number) =>
    `query($id: ID!) { address(id: $id, purpose: COOPERATION) { ${'street '.repeat(count)} } }`
  const aliased = (count: number) =>
    `query($id: ID!) { ${Array.from({ length: count }, (_, index) => `a${index}: address(id: $id, purpose: COOPERATION) { damage { categories } }`).join(' ')} }`
  const cyclic = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { ...A } } fragment A on Address { street ...B } fragment B on Address { city ...A }`
  const selfish = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { ...A } } fragment A on Address { street ...A }`
  const directives = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { street ${'@include(if: true) '.repeat(1500)} } }`

  test.each([
    ['very deep', nested(20)],
    [
      'deep in fragments',
      `query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { ...F0 } } } ${Array.from({ length: 12 }, (_, index) => `fragment F${index} on Damage { claims { address { damage { ...F${index + 1} } } } }`).join(' ')} fragment F12 on Damage { categories }`,
    ],
    ['very wide', wide(3000)],
    ['very often the same under other names', aliased(31)],
    ['in a circle', cyclic],
    ['in a circle of one', selfish],
    ['full of directives', directives],
    ['a megabyte', `${wide(1)} # ${'x'.repeat(1_000_000)}`],
    ['half a million brackets', '{'.repeat(250_000)],
  ])('that is %s is refused by the gateway', async (_name, query) => {
    const received = await post('gateway', query, { as: 'ncg.handler', variables: { id: untouched } })
    expect([400, 413]).toContain(received.status)
    expectClear(received)
    expect(received.text).not.toContain('"data"')
  })

  test('and none of these operations reached a party', async () => {
    expect(await Promise.all(PARTIES.map((party) => recordOf(party, untouched)))).toEqual([[], [], []])
  })

  test.each([
    [
      'thousands of names',
      'svip',
      `{ ${Array.from({ length: 3000 }, (_, index) => `a${index}: policy { id }`).join(' ')} }`,
      {},
    ],
    [
      'thousands of names',
      'img',
      `query($r: [_Any!]!) { ${Array.from({ length: 3000 }, (_, index) => `a${index}: _entities(representations: $r) { __typename }`).join(' ')} }`,
      { r: [] },
    ],
    ['five thousand levels', 'svip', `${'{ a '.repeat(5000)}${'}'.repeat(5000)}`, {}],
    [
      'a hundred levels',
      'img',
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Address { damage { ${'claims { address { damage { '.repeat(33)} categories ${'} } } '.repeat(33)} } } } }`,
      { r: [] },
    ],
  ] as const)(
    'of %s is refused by %s as well, for direct callers',
    async (_name, party, query, variables) => {
      const received = await post(party, query, { as: 'img.handler', variables })
      expect(received.status).toBe(400)
      expect(errorsOf(received)).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }])
    },
  )

  test('that doubles itself in fragments costs an owner no more than its length', async () => {
    // Expanded it would have 2⁴⁰ fields, and never finish.
    const levels = 40
    const bomb = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Address { damage { ...F0 } } } } ${Array.from({ length: levels }, (_, index) => `fragment F${index} on Damage { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F${levels} on Damage { categories }`
    const plain =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Address { damage { categories } } } }'
    const r = Array.from({ length: 60 }, (_, index) => ({
      __typename: 'Address',
      id: `001420000000${String(index).padStart(4, '0')}`,
    }))
    const asked = async (query: string) => {
      const before = await system.metric('img', 'db_statements_total')
      const received = await post('img', query, { as: 'gemeente.groningen', variables: { r } })
      expectClear(received)
      return (await system.metric('img', 'db_statements_total')) - before
    }
    const usual = await asked(plain)
    expect(usual).toBeGreaterThan(0)
    expect(await asked(bomb)).toBeLessThanOrEqual(usual)
  })

  test('that doubles itself in fragments costs the gateway no more than its length', async () => {
    const levels = 40
    const bomb = `query($id: ID!) { address(id: $id) { ...F0 } } ${Array.from({ length: levels }, (_, index) => `fragment F${index} on Address { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F${levels} on Address { street }`
    expectClear(await post('gateway', bomb, { as: 'gemeente.groningen', variables: { id } }))
  })
})

describe('after all of this', () => {
  test('every process is ready, and has its data', async () => {
    for (const service of ['gateway', 'svip', 'img', 'ncg', 'identity'] as const)
      expect([service, await isReady(layout.ports, service)]).toEqual([service, true])
    const { data, errors } = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: SIGNALLING) { street damage { claims { id } } strengthening { categories } } }',
      { as: 'img.handler', variables: { id } },
    )
    expect(errors).toEqual([])
    expect(data.address).toMatchObject({ street: 'Proefstraat', strengthening: { categories: ['PRESENCE'] } })
    expect(data.address.damage.claims.length).toBeGreaterThan(20)
  })

  test('the operational logs of the processes have no token, no person and no address', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const names = PERSONAS.flatMap(({ id: subject, name }) => [subject, name])
    const forbidden: readonly (readonly [string, RegExp | string])[] = [
      ['a token', /eyJ[\w-]{10,}\.eyJ/],
      ['an address', /\b\d{4}20\d{10}\b/],
      ['contents of a file', /GEHEIM|Proef Be|Proefstraat|proef-[0-9a-f]{8}@/],
      ['a reference', /\b[PV]-[0-9a-f]{8}-\d|IMG-20\d\d-\d{7}|NCG-\d{6}/],
      ['a statement for the database with its values', /"params":/],
      ...names.map((name) => [`the person ${name}`, name] as const),
      ...Object.entries(secrets).map(([name, value]) => [`the secret ${name}`, value] as const),
    ]
    for (const service of ['gateway', 'svip', 'img', 'ncg', 'identity']) {
      const text = readFileSync(`${layout.directory}/logs/${service}.log`, 'utf8')
      const found = forbidden
        .filter(([, pattern]) => (typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)))
        .map(([what]) => what)
      expect([service, found]).toEqual([service, []])
    }
  })
})
