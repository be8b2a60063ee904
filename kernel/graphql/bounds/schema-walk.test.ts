import { readFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { describe, expect, test } from '@jest/globals'
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql'
import { readTypeDefs } from '../schema.ts'
import { argumentAt, type Bound, inputFieldAt, readBounds, unbounded } from './bounds.ts'
import { createOperationChecks } from './check-operation.ts'
import { unsized } from './list-sizes.ts'

/** The whole schema: every input has a maximum, and so has every list in an answer. */

const SUBGRAPHS = ['img', 'ncg', 'svip'] as const
const supergraph = readFileSync('schema/supergraph.graphql', 'utf8')
const bounds = readBounds(parse(supergraph))
const schema = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema()

type Place = {
  readonly at: string
  readonly type: GraphQLInputType
  readonly description: string | null | undefined
}

/** Every argument of every field that a client can select, and every input field. */
const places: readonly Place[] = Object.values(schema.getTypeMap()).flatMap((type): Place[] => {
  if (type.name.startsWith('__')) return []
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({
      at: inputFieldAt(type.name, field.name),
      type: field.type,
      description: field.description,
    }))
  if (!isObjectType(type)) return []
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.map((argument) => ({
      at: argumentAt(type.name, field.name, argument.name),
      type: argument.type,
      description: argument.description,
    })),
  )
})

test.each(SUBGRAPHS)('%s: every argument, input field and list declares its bound', (name) => {
  const document = readTypeDefs(name)
  expect(unbounded(document)).toEqual([])
  expect(unsized(document)).toEqual([])
})

test.each([
  ['a text', 'type Query { a(x: String): Int }', ['Query.a(x:)']],
  ['an id', 'input I { x: ID! }', ['I.x']],
  ['a number', 'input I { x: Int }', ['I.x']],
  ['a list of enum values', 'enum E { A } input I { x: [E!]! }', ['I.x']],
  ['a list of texts that has only one of the two', 'input I { x: [String!] @length(max: 3) }', ['I.x']],
  ['a scalar of its own', 'scalar S', ['S']],
  ['an argument in an extension', 'extend type Query { a(x: String): Int }', ['Query.a(x:)']],
  ['nothing but enums and booleans', 'enum E { A } input I { x: E y: Boolean }', []],
])('finds what has no bound: %s', (_name, sdl, missing) => {
  expect(unbounded(parse(sdl))).toEqual(missing)
})

test.each([
  ['a list', 'type T { a: [T!]! }', ['T.a']],
  ['a list of texts', 'type T { a: [String!]! }', ['T.a']],
  ['nodes of what is no page', 'type T { nodes: [T!]! }', ['T.nodes']],
  [
    'a page without a bounded first',
    'type C { nodes: [Int!]! pageInfo: Int } type T { a(first: Int): C! }',
    ['T.a'],
  ],
  [
    'nothing of a page with one',
    'type C { nodes: [Int!]! pageInfo: Int } type T { a(first: Int @range(min: 1, max: 9)): C! }',
    [],
  ],
  [
    'nothing with a size, or of enums',
    'enum E { A } type T { a: [T!]! @listSize(assumedSize: 3) b: [E!]! }',
    [],
  ],
])('finds what has no size: %s', (_name, sdl, missing) => {
  expect(unsized(parse(sdl))).toEqual(missing)
})

test.each(SUBGRAPHS)('%s: the gateway has the same bounds', (name) => {
  for (const [at, bound] of readBounds(readTypeDefs(name)))
    expect({ at, bound: bounds.get(at) }).toEqual({ at, bound })
})

test('every bound is in the description that introspection shows', () => {
  expect(places.length).toBeGreaterThan(300)
  for (const { at, description } of places) {
    const bound = bounds.get(at)
    const largest = bound?.size ?? bound?.length ?? bound?.range?.[1]
    if (largest !== undefined)
      expect({ at, description }).toEqual({
        at,
        description: expect.stringContaining(largest.toLocaleString('en-GB')),
      })
  }
})

test('a list of enum values can have all of them', () => {
  for (const { at, type } of places) {
    const named = getNamedType(type)
    if (isListType(getNullableType(type)) && isEnumType(named))
      expect(bounds.get(at)?.size).toBeGreaterThanOrEqual(named.getValues().length)
  }
})

/** A value just beyond the bound, and one on the bound, of the right type. */
function beyond(
  type: GraphQLInputType,
  bound: Bound | undefined,
): readonly (readonly [over: unknown, fits: unknown])[] {
  const nullable = getNullableType(type)
  const named = getNamedType(type)
  const size = isListType(nullable) ? bound?.size : undefined
  const inList = (value: unknown) => (isListType(nullable) ? [value] : value)
  const length = isScalarType(named) ? (bound?.length ?? bounds.get(named.name)?.length) : undefined
  const hostile = ['a\0', '\ud800'].map((text) => [inList(text), inList('a')] as const)
  return [
    ...(size === undefined ? [] : [[Array(size + 1).fill(null), Array(size).fill(null)] as const]),
    ...(length === undefined
      ? []
      : [[inList('x'.repeat(length + 1)), inList('x'.repeat(length))] as const, ...hostile]),
    ...(bound?.range ? [[inList(bound.range[1] + 1), inList(bound.range[1])] as const] : []),
  ]
}

describe('a value beyond its bound is refused with its path, and without the value', () => {
  const compile = createOperationChecks(schema, bounds)
  const checkOf = (text: string) => {
    const document = parse(text)
    const operation = document.definitions.find(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    )
    if (!operation) throw new Error('no operation')
    return compile({ document, operation })
  }

  /** An argument that leads to an input type, and a function that wraps a value of that type for it. */
  function wayTo(input: string): { readonly through: Place; readonly around: (value: unknown) => unknown } {
    const holder = places.find((place) => getNamedType(place.type).name === input)
    if (!holder) throw new Error(`nothing takes a ${input}`)
    const inList = (value: unknown) => (isListType(getNullableType(holder.type)) ? [value] : value)
    if (holder.at.includes('(')) return { through: holder, around: inList }
    const [parent = '', field = ''] = holder.at.split('.')
    const { through, around } = wayTo(parent)
    return { through, around: (value) => around({ [field]: inList(value) }) }
  }

  test.each(places.map((place) => [place.at, place] as const))('%s', (at, place) => {
    const [parent = '', field = '', argument] = at.split(/[.(:)]+/)
    const { through, around } = argument
      ? { through: place, around: (value: unknown) => value }
      : wayTo(parent)
    const [on = '', asked = '', as = ''] = through.at.split(/[.(:)]+/)
    const check = checkOf(
      `query($v: ${String(through.type)}) { ...F } fragment F on ${on} { ${asked}(${as}: $v) { __typename } }`,
    )
    const given = (value: unknown) => ({ v: around(argument ? value : { [field]: value }) })
    for (const [over, fits] of beyond(place.type, bounds.get(at))) {
      const refusal = check(given(over))
      expect(refusal).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining(argument ?? field),
      })
      expect(refusal?.message.length).toBeLessThan(200)
      expect(check(given(fits))).toBeNull()
    }
  })
})
