import { readFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { describe, expect, test } from '@jest/globals'
import { Kind, parse, validate } from 'graphql'
import { compileCost } from './cost.ts'
import { readListSizes } from './list-sizes.ts'

const supergraph = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')
const schema = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema()
const listSizes = readListSizes(supergraph)

function costOf(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
  return compileCost(operation, { schema, listSizes, fragments })(variables)
}

describe('the cost of an operation', () => {
  test.each([
    ['an object', '{ address(id: "x") { street city municipality { name } } }', 2],
    ['nothing for what it asks of the schema', '{ __typename __schema { types { fields { name } } } }', 0],
    ['the usual page', '{ damageClaims { nodes { id } } }', 1 + 25],
    ['a page as large as it asks', '{ damageClaims(first: 100) { nodes { handler { name } } } }', 1 + 200],
    ['edges with what is in them', '{ damageClaims(first: 7) { edges { cursor node { id } } } }', 1 + 14],
    [
      'only the lists of a page, not the fields next to them',
      '{ damageClaims(first: 100) { totalCount pageInfo { hasNextPage } } }',
      2,
    ],
    ['a list as long as the schema says', '{ addresses(postcode: "9901AB") { id } }', 200],
    ['a list at an address, as long as it can be there', '{ address(id: "x") { consents { id } } }', 1 + 100],
    [
      'lists in lists, multiplied',
      '{ damageClaims(first: 10) { nodes { address { consents { address { id } } } } } }',
      1 + 10 * (1 + 1 + 100 * 2),
    ],
    [
      'the claims of a street, with who handles them, well within the limit',
      '{ addresses(postcode: "9901AB") { damage { claims { handler { name } inspection { plannedOn } } } } }',
      200 * (1 + 1 + 10 * 3),
    ],
    [
      'a fragment, at each use',
      'query { a: address(id: "x") { ...A } b: address(id: "y") { ...A ...A } } fragment A on Address { municipality { name } }',
      2 + 3,
    ],
    [
      'a fragment on a page, by the size of each page',
      'query { a: damageClaims(first: 2) { ...P } b: damageClaims(first: 30) { ...P } } fragment P on DamageClaimConnection { nodes { id } }',
      2 + 32,
    ],
    ['inline fragments', '{ ... { address(id: "x") { ... on Address { municipality { name } } } } }', 2],
    ['a mutation', 'mutation { withdrawConsent(id: "x") { address { id } } }', 2],
  ])('counts %s', (_name, query, cost) => {
    expect(costOf(query)).toBe(cost)
  })

  test.each([
    ['its value', { first: 40 }, 41],
    ['its default when it is not given', {}, 1 + 3],
    ['the usual page when it is null', { first: null }, 1 + 25],
    ['no page when it is below zero', { first: -1_000_000 }, 1],
    ['no page when it is no number', { first: '100' }, 1],
  ])('fills in a variable: %s', (_name, variables, cost) => {
    expect(costOf('query($first: Int = 3) { damageClaims(first: $first) { nodes { id } } }', variables)).toBe(
      cost,
    )
  })

  test('a page of pages of lists exceeds the limit', () => {
    const inner = 'address { damage { claims { address { informationRequests { steps { revision } } } } } }'
    expect(costOf(`{ damageClaims(first: 100) { nodes { ${inner} } } }`)).toBeGreaterThan(100_000)
  })
})
