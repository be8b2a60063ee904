import { describe, expect, test } from '@jest/globals'
import { buildSchema, Kind, parse, validate } from 'graphql'
import { readBounds } from './bounds.ts'
import { createOperationChecks } from './check-operation.ts'

const SDL = `
  directive @length(max: Int!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | SCALAR
  directive @size(max: Int!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @range(min: Int!, max: Int!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @period(from: String!, until: String!) on SCALAR
  scalar Date @length(max: 10) @period(from: "1900-01-01", until: "2099-12-31")
  scalar _Any
  enum Kind { ONE OTHER }
  input Part { name: String @length(max: 5), parts: [Part!] @size(max: 2) }
  type Query {
    text(it: String @length(max: 5)): Int
    texts(them: [String!] @size(max: 3) @length(max: 5)): Int
    page(first: Int = 25 @range(min: 1, max: 100)): Int
    day(on: Date): Int
    kind(of: Kind): Int
    part(input: Part, ids: [ID!] @size(max: 3) @length(max: 5)): Int
    entities(representations: [_Any!]!): Int
    free(text: String): Int
  }
`
const schema = buildSchema(SDL)
const compile = createOperationChecks(schema, readBounds(parse(SDL)))

function refusalOf(query: string, variables: Readonly<Record<string, unknown>> = {}): string | null {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
  return compile({ document, operation })(variables)?.message ?? null
}

const PART = 'query($p: Part) { part(input: $p) }'
const nested = (depth: number): object => (depth === 0 ? { name: 'x' } : { parts: [nested(depth - 1)] })

describe('refused, with the path and the maximum', () => {
  test.each([
    ['a text', 'query($t: String) { text(it: $t) }', { t: 'xxxxxx' }, 'it heeft meer dan 5 tekens'],
    ['a literal text', '{ text(it: "xxxxxx") }', {}, 'it heeft meer dan 5 tekens'],
    ['a block text', '{ text(it: """xxxxxx""") }', {}, 'it heeft meer dan 5 tekens'],
    [
      'a default of a variable',
      'query($t: String = "xxxxxx") { text(it: $t) }',
      {},
      'it heeft meer dan 5 tekens',
    ],
    ['a NUL', 'query($t: String) { text(it: $t) }', { t: '\0' }, 'it bevat een teken dat niet bestaat'],
    [
      'half a character',
      'query($t: String) { text(it: $t) }',
      { t: '\ud800' },
      'it bevat een teken dat niet bestaat',
    ],
    ['a literal NUL', '{ text(it: "\\u0000") }', {}, 'it bevat een teken dat niet bestaat'],
    [
      'a text without a bound of its own',
      'query($t: String) { free(text: $t) }',
      { t: 'x'.repeat(10_001) },
      'text heeft meer dan 10.000 tekens',
    ],
    [
      'a list',
      'query($t: [String!]) { texts(them: $t) }',
      { t: ['', '', '', ''] },
      'them heeft meer dan 3 onderdelen',
    ],
    [
      'a text in a list',
      'query($t: [String!]) { texts(them: $t) }',
      { t: ['', 'xxxxxx'] },
      'them[1] heeft meer dan 5 tekens',
    ],
    [
      'a text in place of a list',
      'query($t: [String!]) { texts(them: $t) }',
      { t: 'xxxxxx' },
      'them heeft meer dan 5 tekens',
    ],
    [
      'a literal list with a variable in it',
      'query($t: String!) { texts(them: ["", "", "", $t]) }',
      { t: '' },
      'them heeft meer dan 3 onderdelen',
    ],
    [
      'a variable in a literal list',
      'query($t: String!) { texts(them: [$t]) }',
      { t: 'xxxxxx' },
      'them heeft meer dan 5 tekens',
    ],
    [
      'a variable in a literal object',
      'query($t: String) { part(input: { parts: [{ name: $t }] }) }',
      { t: 'xxxxxx' },
      'input.parts.name heeft meer dan 5 tekens',
    ],
    ['a number below', 'query($n: Int) { page(first: $n) }', { n: 0 }, 'first moet 1 tot 100 zijn'],
    ['a number above', '{ page(first: 101) }', {}, 'first moet 1 tot 100 zijn'],
    [
      'a number that is none',
      'query($n: Int) { page(first: $n) }',
      { n: Number.POSITIVE_INFINITY },
      'first moet 1 tot 100 zijn',
    ],
    [
      'a day before',
      'query($d: Date) { day(on: $d) }',
      { d: '1899-12-31' },
      'on moet van 1900-01-01 tot en met 2099-12-31 zijn',
    ],
    ['a day after', '{ day(on: "2100-01-01") }', {}, 'on moet van 1900-01-01 tot en met 2099-12-31 zijn'],
    [
      'a text in the place of an enum',
      'query($k: Kind) { kind(of: $k) }',
      { k: 'x'.repeat(101) },
      'of is geen Kind.',
    ],
    ['a field of an input', PART, { p: { name: 'xxxxxx' } }, 'input.name heeft meer dan 5 tekens'],
    [
      'deep in a recursive input',
      PART,
      { p: { parts: [{ parts: [{ name: '\0' }] }] } },
      'input.parts[0].parts[0].name bevat een teken dat niet bestaat',
    ],
    ['a mistyped name', PART, { p: { nmae: 'x' } }, 'input heeft geen onderdeel nmae'],
    ['a name that is no name', PART, { p: { 'J. Jansen': 'x' } }, 'input heeft geen onderdeel met die naam'],
    [
      'a name that an object inherits',
      PART,
      { p: JSON.parse('{"__proto__": 1}') },
      'input heeft geen onderdeel __proto__',
    ],
    [
      'a text in what has no type',
      'query($r: [_Any!]!) { entities(representations: $r) }',
      { r: [{ a: { b: '\0' } }] },
      'klopt niet: representations[0] bevat een teken dat niet bestaat.',
    ],
    [
      'a literal text in what has no type',
      '{ entities(representations: [{ a: "\\u0000" }]) }',
      {},
      'klopt niet: representations[0] bevat een teken dat niet bestaat.',
    ],
    [
      'a variable in a literal of no type',
      'query($t: String) { entities(representations: [{ a: $t }]) }',
      { t: '\0' },
      'bevat een teken dat niet bestaat',
    ],
    [
      'what has no type, nested without end',
      'query($r: [_Any!]!) { entities(representations: $r) }',
      { r: [nested(20)] },
      'klopt niet: representations[0] is te groot of te diep genest.',
    ],
    [
      'what has no type, with a text without end',
      'query($r: [_Any!]!) { entities(representations: $r) }',
      { r: [{ ok: 'x' }, { a: { b: 'x'.repeat(10_001) } }] },
      'klopt niet: representations[1] is te groot of te diep genest.',
    ],
  ])('%s', (_name, query, variables, says) => {
    expect(refusalOf(query, variables)).toContain(says)
  })
})

test('the values of an enum are listed for callers who may know them, at most thirty, and never the value that was sent', () => {
  const sdl = `enum Many { ${Array.from({ length: 33 }, (_, index) => `V${index}`).join(' ')} }
    enum Kind { ONE OTHER } type Query { kind(of: Kind): Int many(of: [Many!]): Int }`
  const own = buildSchema(sdl)
  const known = 'query($k: Kind) { kind(of: $k) }'
  const check = createOperationChecks(own, readBounds(parse(sdl)), (text) => text !== `${known} `)
  const messageOf = (text: string, variables: Readonly<Record<string, unknown>>) => {
    const document = parse(text)
    const [operation] = document.definitions
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
    return check({ document, operation })(variables)?.message
  }
  const again = ' Pas dit aan en stuur de vraag opnieuw.'
  expect(messageOf(known, { k: 'J. Jansen' })).toBe(
    `De invoer klopt niet: of is geen Kind (kies uit ONE, OTHER).${again}`,
  )
  expect(messageOf(`${known} `, { k: 'J. Jansen' })).toBe(`De invoer klopt niet: of is geen Kind.${again}`)
  const many = messageOf('query($m: [Many!]) { many(of: $m) }', { m: ['V0', 'V33', 'x'.repeat(9000)] })
  expect(many).toContain('of[1] is geen Many (kies uit V0, V1, ')
  expect(many).toMatch(/V29 en nog 3\); of\[2\] is geen Many/)
  expect(messageOf(known, { k: 'ONE' })).toBeUndefined()
})

test.each([
  ['on the bound', 'query($t: String) { text(it: $t) }', { t: 'xxxxx' }],
  ['nothing', 'query($t: String) { text(it: $t) }', {}],
  ['null', 'query($t: [String!], $p: Part) { texts(them: $t) part(input: $p) }', { t: null, p: null }],
  ['an undeclared variable', '{ text(it: "x") }', { other: 'x'.repeat(50) }],
  ['a value of the wrong type, which coercion reports', PART, { p: { name: 1, parts: 'x' } }],
  [
    'an unused variable',
    'query($t: String) { page(first: 1) @skip(if: false) ...F } fragment F on Query { text(it: $t) }',
    { t: 'x' },
  ],
])('let through: %s', (_name, query, variables) => {
  expect(refusalOf(query, variables)).toBeNull()
})

test('of two operations in a document only the executed one counts', () => {
  const document = parse('query A($t: String) { text(it: $t) } query B($t: String) { free(text: $t) }')
  const [first, second] = document.definitions
  if (first?.kind !== Kind.OPERATION_DEFINITION || second?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error('no operations')
  const variables = { t: 'xxxxxx' }
  expect(compile({ document, operation: first })(variables)).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(compile({ document, operation: second })(variables)).toBeNull()
})

test('thousands of faults give one short refusal, without checking all values', () => {
  const names = Object.fromEntries(
    Array.from({ length: 12_000 }, (_, index) => [
      `unknown${index}`,
      {
        get value(): never {
          throw new Error('looked at')
        },
      },
    ]),
  )
  const message = refusalOf(PART, { p: names })
  expect(message).toContain('input heeft geen onderdeel unknown0; ')
  expect(message?.length).toBeLessThan(400)
  expect(refusalOf('query($i: [ID!]) { part(ids: $i) }', { i: Array(100_000).fill('x'.repeat(6)) })).toBe(
    'De invoer klopt niet: ids heeft meer dan 3 onderdelen. Pas dit aan en stuur de vraag opnieuw.',
  )
})
