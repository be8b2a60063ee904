import { describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../dev/world/sample.ts'
import { client } from '../support/system.ts'

const system = client()
const id = SAMPLE.both.addressId

/** Sends an operation that must be refused, and returns its message after checking the status. */
async function refusalOf(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { status, data, errors } = await system.ask(query, {
    as: 'img.handler',
    variables,
    headers: { accept: 'application/graphql-response+json' },
  })
  expect({ status, data }).toEqual({ status: 400, data: null })
  expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }])
  return errors[0]?.message
}

const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')

describe('limits of an operation: the error gives the limit and the actual number', () => {
  test.each([
    [
      'nested too deep',
      `{ damageClaims { nodes { ${'address { damage { claims { '.repeat(6)} id ${' } } }'.repeat(6)} } } }`,
      /te diep genest: 21 lagen, toegestaan is 15/,
    ],
    [
      'nested too deep in fragments',
      `{ address(id: "${id}") { damage { ...F0 } } } ${repeat(12, (index) => `fragment F${index} on Damage { claims { address { damage { ...F${index + 1} } } } }`)} fragment F12 on Damage { categories }`,
      /39 lagen, toegestaan is 15/,
    ],
    [
      'too many aliases',
      `{ address(id: "${id}") { ${repeat(31, (index) => `a${index}: street`)} } }`,
      /31 aliassen, toegestaan is 30/,
    ],
    [
      'too many fields at the top',
      `{ ${repeat(21, (index) => `a${index}: policy { id }`)} }`,
      /bovenste niveau: 21 velden, toegestaan is 20/,
    ],
    [
      'too many fields at the top in a fragment',
      `{ ...F ...F ...F } fragment F on Query { ${repeat(7, () => 'policy { id }')} }`,
      /bovenste niveau: 21 velden, toegestaan is 20/,
    ],
    [
      'too many fields',
      `{ address(id: "${id}") { ${'street '.repeat(500)} } }`,
      /te veel velden: 501 velden, toegestaan is 500/,
    ],
    [
      'too many directives',
      `{ address(id: "${id}") { ${'street @include(if: true) '.repeat(51)} } }`,
      /51 directives, toegestaan is 50/,
    ],
    [
      'too long',
      `{ address(id: "${id}") { ${'street '.repeat(2500)} } }`,
      /2\.510 woorden en tekens, toegestaan is 2\.000/,
    ],
    ['very much too long', `{ ${'street '.repeat(30_000)} }`, /20\.000 of meer woorden/],
  ])('%s', async (_name, query, message) => {
    expect(await refusalOf(query)).toMatch(message)
  })

  test('too heavy: the sizes of lists are multiplied, with the values of variables', async () => {
    const inner = 'address { damage { claims { id } } objections { id } informationRequests { id } }'
    const query = `query($first: Int) { damageClaims(first: $first) { nodes { address { consents { ${inner} } } } } }`
    // 1 + 100 × (1 + 1 + 100 × (1 + 1 + 1 + 50 + 50 + 100))
    expect(await refusalOf(query, { first: 100 })).toMatch(
      /kan meer dan 1\.000\.000 onderdelen hebben, toegestaan is 25\.000/,
    )
    expect(await system.ask(query, { as: 'img.handler', variables: { first: 1 } })).toMatchObject({
      status: 200,
      data: { damageClaims: { nodes: [{}] } },
    })
  })
})

describe('a hostile operation is refused before it is validated or planned', () => {
  test.each([
    [
      'that doubles itself in fragments',
      `{ address(id: "${id}") { ...F0 } } ${repeat(150, (index) => `fragment F${index} on Address { ...F${index + 1} ...F${index + 1} }`)} fragment F150 on Address { id }`,
      /meer dan 1\.000\.000 velden/,
    ],
    ['that repeats a field many times', `{ policy { ${'rules { id } '.repeat(480)} } }`, /961 velden/],
    ['that is full of directives', `{ __typename ${'@skip(if: false) '.repeat(280)} }`, /280 directives/],
  ])('%s', async (_name, query, message) => {
    expect(await refusalOf(query)).toMatch(message)
    const planned = () => system.metric('gateway', 'plan_cache_misses_total')
    const before = await planned()
    for (let round = 0; round < 50; round += 1) {
      // A different text each time, so that no cache helps.
      expect(await refusalOf(`${query} # ${round}`)).toMatch(message)
    }
    expect(await planned()).toBe(before)
  })
})

describe('limits of a request', () => {
  test('a body that is too large, not JSON, or a list of operations is a clear error', async () => {
    const post = async (body: string, type = 'application/json') => {
      const response = await fetch(`${system.urls.gateway}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type, authorization: `Bearer ${await system.tokenOf('ncg.handler')}` },
        body,
      })
      return { status: response.status, text: await response.text() }
    }
    expect(
      await post(JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(300_000) } })),
    ).toMatchObject({ status: 413, text: expect.stringContaining('OPERATION_TOO_COMPLEX') })
    expect(await post('{"query":')).toMatchObject({
      status: 400,
      text: expect.stringContaining('BAD_USER_INPUT'),
    })
    expect(
      await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }])),
    ).toMatchObject({ status: 400 })
    expect(await post('query={__typename}', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 415,
    })
  })

  test('a wrong value of a variable is reported without being repeated', async () => {
    const { errors } = await system.ask(
      `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { id } }`,
      {
        as: 'ncg.handler',
        variables: { id, purpose: 'Jan de Vries, 123456782' },
      },
    )
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(errors[0]?.message).toContain('purpose is geen Purpose (kies uit SIGNALLING, ')
    expect(errors[0]?.message).not.toContain('Vries')
  })

  test('so is an unknown enum value in the document itself', async () => {
    const query = 'query($id: ID!) { address(id: $id, purpose: GEHEIM) { id } }'
    const { errors } = await system.ask(query, { as: 'ncg.handler', variables: { id } })
    const texts = errors.map(({ message }) => message)
    expect(texts).toContainEqual(
      expect.stringMatching(/^Kies een Purpose uit SIGNALLING, STATUS_EXCHANGE, .*\.$/),
    )
    expect(texts.join()).not.toContain('GEHEIM')
  })

  test('a page that is too large is refused with the maximum', async () => {
    const { errors } = await system.ask('{ damageClaims(first: 101) { totalCount } }', { as: 'img.handler' })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('1 tot 100'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})
