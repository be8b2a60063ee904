import { beforeAll, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import { isOwnGateway } from '../support/system.ts'
import {
  createAttempts,
  type Entry,
  errorsOf,
  linesOf,
  post,
  recordOf,
  refusalOf,
  system,
  withoutTrace,
} from './attacker.ts'

/**
 * What an official of one municipality can learn about an address in another one: nothing, not even that it exists. The answers are the
 * same to the letter, and cost the same.
 */

const AS = 'gemeente.groningen'

/** In Eemsdelta, with files on both sides and a consent. */
let foreign: string
let foreignPostcode: string
/** An unknown address. */
let unknown: string
let unknownPostcode: string
/** In Groningen. */
let own: string
beforeAll(async () => {
  foreignPostcode = await makeAddresses(system, 3)
  foreign = addressIds(foreignPostcode, 1)[0] ?? ''
  unknown = `${foreign.slice(0, 13)}777`
  unknownPostcode = `${foreignPostcode.slice(0, 3)}${(Number(foreignPostcode[3]) + 1) % 10}QQ`
  own = await makeAddress(system, { municipality: '0014' })
  const consent = await system.ask(
    'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x" }) { id } }',
    { as: 'img.svip', variables: { id: foreign } },
  )
  expect(consent.errors).toEqual([])
})

const ALL = `id street houseNumber postcode city municipality { code name } otherSide { img { present } ncg { present } concurrence group advice asOf }
  access { owner outcome reason explanation decisionId } damage { categories claims { id reference } } strengthening { categories project { id reference } }`
const ENTITIES = (fields: string) =>
  `query($r: [_Any!]!) { _entities(representations: $r) { ... on Address { ${fields} } } }`

type Shape = {
  readonly name: string
  readonly at: 'gateway' | 'svip'
  readonly query: string
  readonly purpose?: string
}
const SHAPES: readonly Shape[] = [
  { name: 'a street', at: 'gateway', query: 'query($id: ID!) { address(id: $id) { street } }' },
  {
    name: 'everything',
    at: 'gateway',
    query: `query($id: ID!) { address(id: $id, purpose: MUNICIPAL_PLAN) { ${ALL} } }`,
  },
  {
    name: 'everything, with a purpose in the header',
    at: 'gateway',
    query: `query($id: ID!) { address(id: $id) { ${ALL} } }`,
    purpose: 'ACUTE_SAFETY',
  },
  {
    name: 'everything, for a purpose of others',
    at: 'gateway',
    query: `query($id: ID!) { address(id: $id, purpose: COOPERATION) { ${ALL} } }`,
  },
  {
    name: 'the same twice',
    at: 'gateway',
    query:
      'query($id: ID!) { a: address(id: $id) { street } b: address(id: $id, purpose: MUNICIPAL_PLAN) { damage { categories } } }',
  },
  {
    name: 'one beside an own address',
    at: 'gateway',
    query: 'query($id: ID!, $own: ID!) { a: address(id: $id) { street } b: address(id: $own) { street } }',
  },
  {
    name: 'the consents',
    at: 'gateway',
    query: 'query($id: ID!) { address(id: $id) { consents { id evidence } } }',
  },
  {
    name: 'the objections',
    at: 'gateway',
    query: 'query($id: ID!) { address(id: $id) { objections { id state receipt } } }',
  },
  {
    name: 'the name of the type',
    at: 'gateway',
    query: 'query($id: ID!) { address(id: $id) { __typename } }',
  },
  {
    name: 'nothing, by skipping',
    at: 'gateway',
    query: 'query($id: ID!) { address(id: $id) { street @skip(if: true) __typename } }',
  },
  {
    name: 'a street, directly',
    at: 'svip',
    query: 'query($id: ID!) { address(id: $id) { street } }',
  },
  {
    name: 'the statements, directly',
    at: 'svip',
    query:
      'query($id: ID!) { address(id: $id, purpose: MUNICIPAL_PLAN) { imgGrant ncgGrant access { decisionId } } }',
  },
  { name: 'an entity', at: 'svip', query: ENTITIES('id street imgGrant ncgGrant') },
  { name: 'an entity with its consents', at: 'svip', query: ENTITIES('id consents { id }') },
  { name: 'an entity without a field of it', at: 'svip', query: ENTITIES('__typename') },
]

const variablesFor = (id: string) => ({
  id,
  own,
  r: [{ __typename: 'Address', id, street: 'Proefstraat', imgGrant: 'x' }],
})
const attempts = createAttempts()
const askFor = ({ at, query, purpose }: Shape, id: string, headers: Readonly<Record<string, string>> = {}) =>
  post(at, query, {
    as: AS,
    variables: variablesFor(id),
    headers: purpose ? { 'x-purpose': purpose, ...headers } : headers,
  })

/**
 * The statements that two queries take. Other users of the system only add to the measurements, so the minimum of several counts; more are
 * made as long as the two differ.
 */
async function statementsOf(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<readonly [number, number]> {
  const cost = async (act: () => Promise<unknown>) => {
    const before = await system.metric('svip', 'db_statements_total')
    await act()
    return (await system.metric('svip', 'db_statements_total')) - before
  }
  let least: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < 40 && (round < 4 || least[0] !== least[1]); round++) {
    least = [Math.min(least[0], await cost(one)), Math.min(least[1], await cost(other))]
  }
  return least
}

/** An entry without the parts that differ between any two. */
const formOf = ({
  subject: _s,
  trace_id: _t,
  span_id: _i,
  parent_span_id: _p,
  start_time: _a,
  end_time: _b,
  attributes,
  ...rest
}: Entry) => ({
  ...rest,
  attributes: { ...attributes, 'dpl.core.data_subject_id': null },
})

describe('an address of another municipality is as one that does not exist', () => {
  test.each(SHAPES)('in a query for $name', async (shape) => {
    const there = await askFor(shape, foreign, attempts.at('svip', 'OUT_OF_SCOPE'))
    const not = await askFor(shape, unknown, attempts.at('svip', 'OUT_OF_SCOPE'))
    expect({ status: there.status, text: there.text }).toEqual({ status: not.status, text: not.text })
    expect(there.text).toMatch(/"(address|a|_entities)":(null|\[null\])/)
    expect(there.text).not.toContain(foreign)
    expect(errorsOf(there)).toEqual([])
  })

  test('and each of these queries is on record, with one line', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })

  test.each(SHAPES.filter(({ at, name }) => at === 'svip' || name === 'everything'))(
    'and takes as many statements in a query for $name',
    async (shape) => {
      const [there, not] = await statementsOf(
        () => askFor(shape, foreign),
        () => askFor(shape, unknown),
      )
      expect(there).toBe(not)
      expect(there).toBeGreaterThan(0)
    },
  )

  test('and leaves the same on record', async () => {
    const fresh = [addressIds(foreignPostcode, 3)[2] ?? '', `${foreign.slice(0, 13)}778`] as const
    for (const id of fresh) await askFor(SHAPES[1] as Shape, id)
    const [there, not] = await Promise.all(
      fresh.map(async (id) =>
        (await recordOf('svip', id)).filter((entry) => refusalOf(entry) === 'OUT_OF_SCOPE'),
      ),
    )
    expect(there).toHaveLength(1)
    expect(there?.map(formOf)).toEqual(not?.map(formOf))
    // No agency was queried, so none has it on record.
    for (const id of fresh) expect([await recordOf('img', id), await recordOf('ncg', id)]).toEqual([[], []])
  })

  test.each(['svip', 'gateway'] as const)(
    'in a street: neither an address nor their number, at %s',
    async (at) => {
      const query =
        'query($p: String!, $n: Int) { addresses(postcode: $p, houseNumber: $n, purpose: MUNICIPAL_PLAN) { id damage { categories } } }'
      const lists = at === 'svip' ? query.replace('damage { categories }', 'imgGrant') : query
      for (const n of [undefined, 1, 999]) {
        const there = await post(at, lists, { as: AS, variables: { p: foreignPostcode, n } })
        const not = await post(at, lists, { as: AS, variables: { p: unknownPostcode, n } })
        expect([there.status, JSON.parse(there.text)]).toEqual([200, { data: { addresses: [] } }])
        expect(not.text).toBe(there.text)
      }
      const ask = (p: string) => () => post(at, lists, { as: AS, variables: { p } })
      const [there, not] = await statementsOf(ask(foreignPostcode), ask(unknownPostcode))
      expect(there).toBe(not)
    },
  )

  test('in a street that lies in two municipalities: only the own part', async () => {
    const [street, mixed] = [
      await makeAddresses(system, 1, { municipality: '0014' }),
      `${foreign.slice(0, 13)}881`,
    ]
    await system.importRows('addresses', [
      {
        nummeraanduidingidentificatie: mixed,
        openbareruimtenaam: 'Proefstraat',
        huisnummer: '2',
        postcode: street,
        woonplaatsnaam: 'X',
        gemeentecode: '1979',
      },
    ])
    const query = 'query($p: String!) { addresses(postcode: $p) { id } }'
    const ids = async (as: string) =>
      (await system.ask(query, { as, variables: { p: street } })).data.addresses.map(
        ({ id }: { id: string }) => id,
      )
    expect(await ids(AS)).toEqual(addressIds(street, 1))
    expect(await ids('gemeente.eemsdelta')).toEqual([mixed])
    expect(await ids('img.handler')).toEqual([...addressIds(street, 1), mixed])
  })

  test('the municipality of today counts, whatever the past or future one', async () => {
    const [moved, moving] = [await makeAddress(system), await makeAddress(system)]
    const row = (id: string, gemeentevanaf: string) => ({
      nummeraanduidingidentificatie: id,
      openbareruimtenaam: 'Proefstraat',
      huisnummer: '1',
      postcode: '9999ZZ',
      woonplaatsnaam: 'X',
      gemeentecode: '0014',
      gemeentevanaf,
    })
    await system.importRows('addresses', [row(moved, '2021-01-01'), row(moving, '2099-01-01')])
    const see = async (as: string, id: string) =>
      (
        await post(
          'gateway',
          `query($id: ID!) { address(id: $id, purpose: MUNICIPAL_PLAN) { damage { categories } } }`,
          { as, variables: { id } },
        )
      ).text.trim()
    const seen = '{"data":{"address":{"damage":{"categories":["PRESENCE"]}}}}'
    const nothing = '{"data":{"address":null}}'
    expect([await see(AS, moved), await see('gemeente.eemsdelta', moved)]).toEqual([seen, nothing])
    expect([await see(AS, moving), await see('gemeente.eemsdelta', moving)]).toEqual([nothing, seen])
  })

  test.each([
    [
      'img',
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Address { id damage { categories claims { id reference } } } } }',
    ],
    [
      'ncg',
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Address { id strengthening { categories project { id reference } } } } }',
    ],
  ] as const)('at %s directly, where the attempt is on record as well', async (at, query) => {
    const ask = (id: string) => post(at, query, { as: AS, variables: { r: [{ __typename: 'Address', id }] } })
    const [there, not] = [await ask(foreign), await ask(unknown)]
    expect(there.text.replaceAll(foreign, 'ID')).toBe(not.text.replaceAll(unknown, 'ID'))
    expect(there.text).toMatch(/"categories":\[\]/)
    const refused = async (id: string) => (await recordOf(at, id)).map(refusalOf)
    expect(await refused(foreign)).toEqual(await refused(unknown))
    expect((await refused(foreign)).at(-1)).toBe('MISSING')
  })

  test('in a mutation about it', async () => {
    for (const mutation of [
      'recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x" }) { id }',
      'refuseConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], channel: FORM, evidence: "x" }) { id }',
      'breakGlass(input: { addressId: $id, owner: IMG, reason: "De gevel dreigt op straat te vallen." }) { id }',
      'recordWish(input: { addressId: $id, integralApproach: true, channel: FORM, evidence: "x" }) { id }',
      'recordObjection(input: { addressId: $id, evidence: "x" }) { id }',
    ]) {
      const ask = (id: string) =>
        post('svip', `mutation($id: ID!) { ${mutation} }`, { as: AS, variables: { id } })
      const [there, not] = [await ask(foreign), await ask(unknown)]
      expect(there.text).toBe(not.text)
      expect(errorsOf(there)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
    expect((await linesOf('svip')).map(refusalOf)).toEqual(
      expect.arrayContaining([
        'recordConsent',
        'refuseConsent',
        'breakGlass',
        'recordWish',
        'recordObjection',
      ]),
    )
  })
})

describe('what a municipality may not see of its own addresses', () => {
  test('the consents are forbidden, whether there are any or not, and the attempt is on record', async () => {
    const [without, withOne] = [await makeAddress(system), await makeAddress(system)]
    await system.ask(
      'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x" }) { id } }',
      { as: 'img.svip', variables: { id: withOne } },
    )
    const before = (await linesOf('svip')).length
    for (const at of ['gateway', 'svip'] as const) {
      const ask = (id: string) =>
        post(at, 'query($id: ID!) { address(id: $id) { street consents { id evidence state } } }', {
          as: 'gemeente.eemsdelta',
          variables: { id },
        })
      const [a, b] = [await ask(without), await ask(withOne)]
      expect(a.text).toBe(b.text)
      expect(errorsOf(a)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
    expect(
      (await linesOf('svip')).slice(before).filter((line) => refusalOf(line) === 'consents').length,
    ).toBeGreaterThanOrEqual(4)
  })

  test('the files of an agency are forbidden, with the same error for every filter', async () => {
    for (const list of ['damageClaims', 'strengtheningProjects']) {
      const ask = (id: string) =>
        post(
          'gateway',
          `query($id: ID) { ${list}(filter: { addressId: $id }) { totalCount nodes { id } } }`,
          { as: AS, variables: { id } },
        )
      const [there, not] = [await ask(foreign), await ask(unknown)]
      expect(there.text).toBe(not.text)
      expect(errorsOf(there)[0]?.extensions.code).toBe('FORBIDDEN')
      expect(there.text).not.toContain('totalCount')
    }
  })
})

// Another gateway has its own error texts, which only the caller sees.
const describeOwn = isOwnGateway ? describe : describe.skip

describeOwn('an error names no address', () => {
  const VARIABLE: readonly (readonly [
    name: string,
    query: string,
    variables: (id: string) => Record<string, unknown>,
    headers?: (id: string) => Record<string, string>,
  ])[] = [
    [
      'an id in place of a purpose',
      'query($p: Purpose) { policy { id } address(id: "0024209999999999", purpose: $p) { street } }',
      (id) => ({ p: id }),
    ],
    [
      'an id in place of a number',
      'query($p: Int) { addresses(postcode: "9999ZZ", houseNumber: $p) { street } }',
      (id) => ({ p: id }),
    ],
    ['an object in place of an id', 'query($p: ID!) { address(id: $p) { street } }', (id) => ({ p: { id } })],
    ['an id in a postcode', 'query($p: String!) { addresses(postcode: $p) { street } }', (id) => ({ p: id })],
    ['an id with a suffix', 'query($p: ID!) { address(id: $p) { street } }', (id) => ({ p: `${id}0` })],
    [
      'a consent without a party',
      'mutation($p: RecordConsentInput!) { recordConsent(input: $p) { id } }',
      (id) => ({ p: { addressId: id } }),
    ],
    ['an id in place of a date', 'query($p: Date) { policy(on: $p) { id } }', (id) => ({ p: id })],
    ['an id as purpose in the header', '{ policy { id } }', () => ({}), (id) => ({ 'x-purpose': id })],
    ['an id in place of a list', 'query($p: [ID!]!) { address(id: $p) { street } }', (id) => ({ p: [id] })],
    [
      'an id in the list of an agency',
      'query($p: String) { damageClaims(after: $p) { totalCount } }',
      (id) => ({ p: id }),
    ],
  ]
  test.each(VARIABLE)('for %s', async (_name, query, variables, headers = () => ({})) => {
    for (const as of ['img.handler', AS]) {
      const received = await post('gateway', query, {
        as,
        variables: variables(foreign),
        headers: headers(foreign),
      })
      expect(errorsOf(received).length).toBeGreaterThan(0)
      expect(received.text).not.toContain(foreign)
      expect(received.text).not.toMatch(/\d{4}20\d{10}/)
    }
  })

  test.each(['gateway', 'svip'] as const)('for an id in a place for another value, at %s', async (at) => {
    for (const query of [
      `{ address(id: "${foreign}", purpose: "${foreign}") { street } }`,
      `{ addresses(postcode: "9999ZZ", houseNumber: "${foreign}") { street } }`,
      `{ policy(on: "${foreign}") { id } }`,
      `query($p: Purpose = "${foreign}") { address(id: "0024209999999999", purpose: $p) { street } }`,
    ]) {
      const received = await post(at, query, { as: AS })
      // Errors that only the owner of a scalar can find come back in an answer.
      expect(errorsOf(received).length).toBeGreaterThan(0)
      expect(withoutTrace(received.text)).not.toContain(foreign)
    }
  })
})
