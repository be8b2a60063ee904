import { describe, expect, test } from '@jest/globals'
import { buildSchema, graphql } from 'graphql'
import { requestedFields } from './requested-fields.ts'

const schema = buildSchema(`
  type Query { address(id: ID): Address }
  type Address { strengthening: Strengthening }
  type Strengthening { categories: [String!]  project: Project }
  type Project { id: ID  reference: String  handler: Handler  address: Address }
  type Handler { name: String  phone: String }
`)

/** The requested fields below `strengthening`, for each time it is resolved. */
async function asked(
  selection: string,
  variables: Record<string, unknown> = {},
  rest = '',
): Promise<readonly string[][]> {
  const found: (readonly string[])[] = []
  const head = Object.keys(variables).map((name) => `$${name}: Boolean!`)
  const { errors } = await graphql({
    schema,
    source: `query ${head.length > 0 ? `(${head})` : ''} { address { ${selection} } } ${rest}`,
    variableValues: variables,
    rootValue: {
      address: {
        strengthening: (_args: unknown, _context: unknown, info: Parameters<typeof requestedFields>[0]) =>
          void found.push(requestedFields(info)),
      },
    },
  })
  expect(errors).toBeUndefined()
  return found.map((fields) => [...fields])
}

const one = async (selection: string, variables?: Record<string, unknown>, rest?: string) => {
  const [first, ...others] = await asked(selection, variables, rest)
  expect(others).toEqual([])
  return first
}

describe('the requested fields', () => {
  test('are the leaves below the field, by their path, sorted', async () => {
    expect(await one('strengthening { project { reference handler { phone name } } categories }')).toEqual([
      'categories',
      'project.handler.name',
      'project.handler.phone',
      'project.reference',
    ])
  })

  test('have their own name, not their alias, and occur once', async () => {
    expect(
      await one('strengthening { a: project { x: reference reference } b: project { y: reference } }'),
    ).toEqual(['project.reference'])
  })

  test('are found in fragments, inline and named, nested too', async () => {
    const rest = `
      fragment P on Project { handler { ...H } ... on Project { id } }
      fragment H on Handler { name }`
    expect(
      await one('strengthening { ... { project { ...P } } ... on Strengthening { categories } }', {}, rest),
    ).toEqual(['categories', 'project.handler.name', 'project.id'])
  })

  test('of the same field selected twice are merged', async () => {
    const rest = 'fragment A on Address { strengthening { project { id } } }'
    expect(await one('strengthening { categories } ...A', {}, rest)).toEqual(['categories', 'project.id'])
  })

  test('of an alias are separate', async () => {
    expect(await asked('a: strengthening { categories } b: strengthening { project { id } }')).toEqual([
      ['categories'],
      ['project.id'],
    ])
  })

  test.each([
    ['@skip(if: true)', false],
    ['@skip(if: false)', true],
    ['@include(if: true)', true],
    ['@include(if: false)', false],
    ['@skip(if: $yes)', false],
    ['@skip(if: $no)', true],
    ['@include(if: $yes)', true],
    ['@include(if: $no)', false],
    ['@include(if: $yes) @skip(if: $yes)', false],
  ])('with %s are there: %p', async (directive, there) => {
    const variables = { yes: true, no: false }
    const use = 'x: categories @include(if: $yes) @skip(if: $no)'
    const expected = there ? ['categories', 'project.id'] : ['categories']
    const places = [
      `strengthening { ${use} project { id ${directive} } }`,
      `strengthening { ${use} project ${directive} { id } }`,
      `strengthening { ${use} ... ${directive} { project { id } } }`,
      `strengthening { ${use} ... on Strengthening ${directive} { project { id } } }`,
    ]
    for (const place of places) expect(await one(place, variables)).toEqual(expected)
    const rest = 'fragment S on Strengthening { project { id } }'
    expect(await one(`strengthening { ${use} ...S ${directive} }`, variables, rest)).toEqual(expected)
  })

  test('do not include __typename', async () => {
    expect(await one('strengthening { __typename project { __typename id } }')).toEqual(['project.id'])
  })
})
