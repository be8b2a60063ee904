import { beforeAll, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { entriesOf, errorsOf, post, recordOf, refusalOf, system } from './attacker.ts'

/**
 * Queries through the gateway with aliases that are names of federation, and with two purposes in one operation. Apollo's executor lets
 * such an alias write or read the grants that open the data (apollographql/federation#3036); ours keeps aliases apart.
 */

let addresses: readonly string[]
beforeAll(async () => {
  addresses = addressIds(await makeAddresses(system, 16), 16)
})
const address = (index: number): string => addresses[index] ?? ''

const FIELDS =
  'categories claims { reference phase handler { name } inspection { plannedOn } report { summary } }'

describe('an alias that federation uses itself', () => {
  const target = () => address(0)

  test.each([
    [
      'imgGrant on an address',
      `query($id: ID!) { address(id: $id) { imgGrant: street damage { ${FIELDS} } } }`,
    ],
    [
      'ncgGrant on an address',
      `query($id: ID!) { address(id: $id) { ncgGrant: postcode strengthening { categories project { reference } } } }`,
    ],
    ['id on an address', `query($id: ID!) { address(id: $id) { id: street damage { ${FIELDS} } } }`],
    [
      '__typename on an address',
      `query($id: ID!) { address(id: $id) { __typename: street damage { ${FIELDS} } } }`,
    ],
    ['imgGrant for the key', `query($id: ID!) { address(id: $id) { imgGrant: id damage { ${FIELDS} } } }`],
    [
      'imgGrant for an object',
      `query($id: ID!) { address(id: $id) { imgGrant: municipality { name } damage { ${FIELDS} } } }`,
    ],
    [
      'imgGrant for the name of the type',
      `query($id: ID!) { address(id: $id) { imgGrant: __typename damage { ${FIELDS} } } }`,
    ],
    [
      'both at once',
      `query($id: ID!) { address(id: $id) { imgGrant: street ncgGrant: city damage { ${FIELDS} } strengthening { categories } } }`,
    ],
    [
      'one for the other',
      `query($id: ID!) { address(id: $id) { imgGrant: damage { ${FIELDS} } ncgGrant: strengthening { categories } } }`,
    ],
    [
      'in a fragment',
      `query($id: ID!) { address(id: $id) { ...F damage { ${FIELDS} } } } fragment F on Address { imgGrant: street }`,
    ],
    [
      'in a fragment in a fragment',
      `query($id: ID!) { address(id: $id) { ...F damage { ${FIELDS} } } } fragment F on Address { ...G } fragment G on Address { imgGrant: street }`,
    ],
    [
      'in an inline fragment',
      `query($id: ID!) { address(id: $id) { ... { ... on Address { imgGrant: street } } damage { ${FIELDS} } } }`,
    ],
    [
      'behind a variable',
      `query($id: ID!, $yes: Boolean = true) { address(id: $id) { imgGrant: street @include(if: $yes) damage { ${FIELDS} } } }`,
    ],
    [
      'that is skipped',
      `query($id: ID!) { address(id: $id) { imgGrant: street @skip(if: true) damage { ${FIELDS} } } }`,
    ],
    [
      'with an argument of a variable',
      `query($id: ID!) { imgGrant: address(id: $id, purpose: COOPERATION) { damage { ${FIELDS} } } }`,
    ],
    ['on the root', `query($id: ID!) { id: address(id: $id) { damage { ${FIELDS} } } }`],
    [
      'deep down, on the address of a claim',
      `query($id: ID!) { address(id: $id) { damage { claims { address { imgGrant: street damage { ${FIELDS} } } } } } }`,
    ],
    [
      'on the other side',
      `query($id: ID!) { address(id: $id) { otherSide { imgGrant: concurrence } damage { ${FIELDS} } } }`,
    ],
    [
      'on a decision',
      `query($id: ID!) { address(id: $id) { access { id: reason __typename: outcome } damage { ${FIELDS} } } }`,
    ],
    [
      'on the answer of the owner',
      `query($id: ID!) { address(id: $id) { damage { imgGrant: categories claims { id: reference __typename: phase } } } }`,
    ],
    [
      'in a list',
      `query($id: ID!) { addresses(postcode: "9919AA") { imgGrant: street damage { ${FIELDS} } } address(id: $id) { street } }`,
    ],
    [
      'in an operation that is not run',
      `query A($id: ID!) { address(id: $id) { damage { ${FIELDS} } } } query B($id: ID!) { address(id: $id) { imgGrant: street } }`,
    ],
  ])('%s is only a name: the answer is that of any other alias', async (_name, query) => {
    const ask = (text: string) =>
      post('gateway', text, {
        as: 'ncg.handler',
        headers: { 'x-purpose': 'COOPERATION' },
        body: JSON.stringify({
          query: text,
          variables: { id: target() },
          ...(text.includes('query A') ? { operationName: 'A' } : {}),
        }),
      })
    const [named, plain] = [await ask(query), await ask(underOtherNames(query))]
    expect([named.status, plain.status]).toEqual([200, 200])
    expect(JSON.parse(named.text)).toEqual(JSON.parse(plain.text.replaceAll('"other_', '"')))
    expect(named.text).toMatch(/^\{"data":/)
    expect(named.text).not.toMatch(/"errors"|eyJ/)
  })

  /** Replaces each alias that has the name of an internal field by a neutral one. */
  const underOtherNames = (query: string): string =>
    query.replaceAll(/\b(imgGrant|ncgGrant|id|__typename): (?=[a-z_])/g, 'other_$1: ')

  test('the client gets the value of the field under the alias, and no more of the other side than without it', async () => {
    const { data, errors } = await system.ask(
      `query($id: ID!) { address(id: $id) { imgGrant: street id: postcode __typename: city damage { __typename: categories imgGrant: claims { id: phase report { summary } handler { name } } } strengthening { ncgGrant: categories } } }`,
      { as: 'ncg.handler', purpose: 'COOPERATION', variables: { id: target() } },
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      address: {
        imgGrant: expect.stringMatching(/^[A-Z][a-z]+straat/),
        id: expect.stringMatching(/^\d{4}[A-Z]{2}$/),
        __typename: expect.stringMatching(/^[A-Z][a-z]+$/),
        damage: {
          __typename: ['PRESENCE', 'STATUS', 'HANDLER'],
          imgGrant: [{ id: 'INSPECTION', report: null, handler: { name: 'Proef Behandelaar' } }],
        },
        strengthening: { ncgGrant: expect.arrayContaining(['PRESENCE', 'STATUS']) },
      },
    })
  })

  test('and the owner got no other grant with these queries than that of the SVIP', async () => {
    const record = await recordOf('img', target())
    expect(record.length).toBeGreaterThan(20)
    const odd = record.filter(
      (entry) =>
        refusalOf(entry) !== 'MISSING' &&
        (refusalOf(entry) || entry.attributes['samenloop.purpose'] !== 'COOPERATION'),
    )
    expect(odd).toEqual([])
  })

  test('an alias on the schema itself is answered as well', async () => {
    const answers = await Promise.all(
      ['{ imgGrant: __schema { queryType { name } } }', '{ __type(name: "Address") { id: name } }'].map(
        async (query) => (await system.ask(query, { as: 'ncg.handler' })).data as unknown,
      ),
    )
    expect(answers).toEqual([{ imgGrant: { queryType: { name: 'Query' } } }, { __type: { id: 'Address' } }])
  })

  test('a field under its own name is no alias', async () => {
    const { data, errors } = await system.ask(
      `query($id: ID!) { address(id: $id) { id: id __typename: __typename } }`,
      { as: 'ncg.handler', variables: { id: address(1) } },
    )
    expect(errors).toEqual([])
    expect(data.address).toEqual({ id: address(1), __typename: 'Address' })
  })

  test.each([
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'then',
    'toString',
    'grant',
    'data',
    'errors',
    'extensions',
  ])('another special name, %s, changes nothing', async (name) => {
    const query = `query($id: ID!) { ${name}: address(id: $id, purpose: SIGNALLING) { ${name}: damage { ${name}: categories claims { ${name}: reference x: phase } } y: street } }`
    const { text } = await post('gateway', query, { as: 'ncg.handler', variables: { id: address(2) } })
    expect(text).toContain(`"${name}":["PRESENCE"]`)
    expect(text).toContain('"x":null')
    expect(text).not.toContain('INSPECTION')
    const { status, data } = await system.ask('{ policy { id } }', { as: 'ncg.handler' })
    expect({ status, data }).toEqual({ status: 200, data: { policy: { id: 'twg-2023' } } })
  })
})

describe('what is not in the API schema', () => {
  test('the grants cannot be selected, and the error is that of any unknown field', async () => {
    for (const field of ['imgGrant', 'ncgGrant']) {
      const query = (name: string) => `query($id: ID!) { address(id: $id, purpose: COOPERATION) { ${name} } }`
      const real = await post('gateway', query(field), { as: 'ncg.handler', variables: { id: address(0) } })
      const none = await post('gateway', query('xyzzyGrant'), {
        as: 'ncg.handler',
        variables: { id: address(0) },
      })
      expect(real.status).toBe(400)
      expect(real.text.replaceAll(field, 'F').replace(/"column":\d+/, '')).toBe(
        none.text.replaceAll('xyzzyGrant', 'F').replace(/"column":\d+/, ''),
      )
      expect(real.text).not.toContain('eyJ')
    }
  })

  test('a mistyped name is never corrected to that of a grant', async () => {
    const { text } = await post('gateway', `query($id: ID!) { address(id: $id) { imgGran ncgGrantt } }`, {
      as: 'ncg.handler',
      variables: { id: address(0) },
    })
    expect(text).not.toMatch(/"(imgGrant|ncgGrant)\\?"/)
  })

  test.each([
    [
      '_entities',
      `{ _entities(representations: [{ __typename: "Address", id: "0024209900000006" }]) { ... on Address { id } } }`,
    ],
    ['_service', '{ _service { sdl } }'],
    ['_entities with an alias', `query($r: [_Any!]!) { x: _entities(representations: $r) { __typename } }`],
  ])('%s does not exist at the gateway', async (_name, query) => {
    const received = await post('gateway', query, { as: 'ncg.handler', variables: { r: [] } })
    expect(received.status).toBe(400)
    expect(errorsOf(received)[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(received.text).not.toContain('"data"')
  })

  test('introspection shows neither the grants nor the endpoints of federation', async () => {
    const { data } = await system.ask(
      '{ __schema { types { name fields(includeDeprecated: true) { name args { name } } inputFields { name } } directives { name } } }',
      { as: 'ncg.handler' },
    )
    const text = JSON.stringify(data)
    expect(text).toContain('"damage"')
    expect(text).not.toMatch(/imgGrant|ncgGrant|_entities|_service|_Any|_Entity|join__|inaccessible/)
  })
})

describe('two purposes in one operation', () => {
  const SIGNALLED = {
    categories: ['PRESENCE'],
    claims: [{ reference: expect.any(String), phase: null, handler: null, inspection: null, report: null }],
  }
  const JOINT = {
    categories: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING'],
    claims: [
      {
        reference: expect.any(String),
        phase: 'INSPECTION',
        handler: { name: 'Proef Behandelaar' },
        inspection: { plannedOn: '2026-12-01' },
        report: null,
      },
    ],
  }
  const purposesOnRecord = async (id: string) =>
    (await recordOf('img', id))
      .map((entry) => refusalOf(entry) ?? entry.attributes['samenloop.purpose'])
      .sort()

  test.each([
    ['the wider one last', 'SIGNALLING', 'JOINT_INSPECTION', 3],
    ['the wider one first', 'JOINT_INSPECTION', 'SIGNALLING', 4],
  ])('at one address: each gets only its own, with %s', async (_name, a, b, index) => {
    const { data, errors } = await system.ask(
      `query($id: ID!, $a: Purpose, $b: Purpose) { a: address(id: $id, purpose: $a) { ...F } b: address(id: $id, purpose: $b) { ...F } } fragment F on Address { damage { ${FIELDS} } }`,
      { as: 'ncg.handler', variables: { id: address(index), a, b } },
    )
    expect(errors).toEqual([])
    const expected = { SIGNALLING: SIGNALLED, JOINT_INSPECTION: JOINT } as const
    expect(data).toEqual({
      a: { damage: expected[a as keyof typeof expected] },
      b: { damage: expected[b as keyof typeof expected] },
    })
    expect(await purposesOnRecord(address(index))).toEqual(['JOINT_INSPECTION', 'SIGNALLING'])
  })

  test('at two addresses: neither gets the other one’s', async () => {
    const { data } = await system.ask(
      `query($x: ID!, $y: ID!) { a: address(id: $x, purpose: SIGNALLING) { id damage { ${FIELDS} } } b: address(id: $y, purpose: JOINT_INSPECTION) { id damage { ${FIELDS} } } c: address(id: $x) { id damage { ${FIELDS} } } }`,
      { as: 'ncg.handler', variables: { x: address(5), y: address(6) } },
    )
    expect(data).toEqual({
      a: { id: address(5), damage: SIGNALLED },
      b: { id: address(6), damage: JOINT },
      c: { id: address(5), damage: { categories: [], claims: null } },
    })
    expect(data.a.damage.claims[0].reference).not.toBe(data.b.damage.claims[0].reference)
    expect(await purposesOnRecord(address(5))).toEqual(['MISSING', 'SIGNALLING'])
    expect(await purposesOnRecord(address(6))).toEqual(['JOINT_INSPECTION'])
  })

  test('in two lists of the same street: each gets only its own', async () => {
    const postcode = await makeAddresses(system, 3)
    const { data } = await system.ask(
      `query($p: String!) { a: addresses(postcode: $p, purpose: SIGNALLING) { damage { ${FIELDS} } } b: addresses(postcode: $p, purpose: JOINT_INSPECTION) { damage { ${FIELDS} } } }`,
      { as: 'ncg.handler', variables: { p: postcode } },
    )
    expect(data).toEqual({ a: Array(3).fill({ damage: SIGNALLED }), b: Array(3).fill({ damage: JOINT }) })
    for (const id of addressIds(postcode, 3))
      expect(await purposesOnRecord(id)).toEqual(['JOINT_INSPECTION', 'SIGNALLING'])
  })

  test('the purpose of an argument does not apply to an address that is reached again through a claim', async () => {
    const id = address(7)
    const { data } = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: JOINT_INSPECTION) { damage { claims { reference address { damage { ${FIELDS} } } } } } }`,
      { as: 'ncg.handler', variables: { id } },
    )
    expect(data.address.damage.claims[0].address.damage).toEqual({ categories: [], claims: null })
    expect(await purposesOnRecord(id)).toEqual(['JOINT_INSPECTION', 'MISSING'])
  })

  test('with another purpose in the header each part of the answer is decided and recorded for its own purpose', async () => {
    const id = address(8)
    const { data } = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: JOINT_INSPECTION) { damage { claims { address { damage { ${FIELDS} } access { purpose } } } } } }`,
      {
        as: 'ncg.handler',
        purpose: 'SIGNALLING',
        variables: { id },
      },
    )
    expect(data.address.damage.claims[0].address).toEqual({
      damage: SIGNALLED,
      access: [{ purpose: 'SIGNALLING' }, { purpose: 'SIGNALLING' }],
    })
    const used = (await recordOf('img', id)).map((entry) => [
      entry.attributes['samenloop.decision_id'],
      entry.attributes['samenloop.purpose'],
    ])
    const decided = (await recordOf('svip', id))
      .filter((entry) => entry.event_name)
      .map((entry) => [entry.id, entry.request.purpose])
    expect(used.toSorted()).toEqual(decided.toSorted())
    expect(used).toHaveLength(2)
  })

  test('two concurrent callers each get only their own', async () => {
    const id = address(9)
    const query = `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { damage { categories claims { phase } } } }`
    const purposes = {
      'ncg.handler': 'SIGNALLING',
      'ncg.svip': 'STATUS_EXCHANGE',
      'gemeente.eemsdelta': 'MUNICIPAL_PLAN',
      'gemeente.groningen': 'MUNICIPAL_PLAN',
      'intervention.team': 'STUCK_CASE',
      'privacy.officer': 'COOPERATION',
    }
    const rounds = Array.from({ length: 4 }, () => Object.entries(purposes)).flat()
    const answers = await Promise.all(
      rounds.map(
        async ([as, purpose]) =>
          [
            as,
            (await system.ask(query, { as, variables: { id, purpose } })).data.address?.damage.categories ??
              null,
          ] as const,
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(
        [
          ['ncg.handler', ['PRESENCE']],
          ['ncg.svip', ['PRESENCE', 'STATUS']],
          ['gemeente.eemsdelta', ['PRESENCE']],
          ['gemeente.groningen', null],
          ['intervention.team', ['PRESENCE', 'STATUS', 'HANDLER']],
          ['privacy.officer', []],
        ].map((answer) => JSON.stringify(answer)),
      ),
    )
  })
})

test('everything that an owner shared here has a decision of the SVIP with a grant', async () => {
  const decisions = new Map(
    (await entriesOf('svip')).filter((entry) => entry.event_name).map((entry) => [entry.id, entry]),
  )
  const ids = addresses.slice(0, 10)
  const shared = (
    await Promise.all(ids.map(async (id) => (await recordOf('img', id)).map((entry) => ({ id, entry }))))
  )
    .flat()
    .filter(({ entry }) => entry.attributes['samenloop.decision_id'])
  expect(shared.length).toBeGreaterThan(5)
  for (const { id, entry } of shared) {
    expect(decisions.get(entry.attributes['samenloop.decision_id'])).toMatchObject({
      granted: true,
      request: { addressId: id, owner: 'IMG' },
    })
  }
})
