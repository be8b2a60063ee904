import { buildSubgraphSchema } from '@apollo/subgraph'
import { describe, expect, test } from '@jest/globals'
import { parse, print } from 'graphql'
import {
  assertNested,
  assertRulesComplete,
  joinSchema,
  readCategories,
  readTypeDefs,
} from '../kernel/graphql/schema.ts'
import { allow, type IRules } from '../kernel/graphql/shield.ts'
import { protect } from '../kernel/graphql/subgraph.ts'
import { dataRules } from '../kernel/minimise/data-rules.ts'
import { breakingChanges, check, composeSupergraph } from './schema.ts'

const schemaOf = (sdl: string) => buildSubgraphSchema([{ typeDefs: parse(sdl) }])
const img = print(readTypeDefs('img'))
const svip = print(readTypeDefs('svip'))

describe('the generated files', () => {
  test('are up to date, and break no client', async () => {
    expect(await check()).toEqual([])
  })
})

describe('a change of the API', () => {
  const landed = composeSupergraph()

  test('that adds a field breaks nothing', async () => {
    const present = landed.replace(
      '  city: String!',
      '  town: String @join__field(graph: SVIP)\n  city: String!',
    )
    expect(present).not.toBe(landed)
    expect(await breakingChanges(landed, present, '')).toEqual([])
  })

  test('that removes a field is found, unless it was accepted', async () => {
    const present = landed.replace(
      / {2}"""Name of the town \(woonplaats\)\."""\n {2}city: String![^\n]*\n/,
      '',
    )
    expect(present).not.toBe(landed)
    const removed = "Field 'city' was removed from object type 'Address'"
    expect(await breakingChanges(landed, present, '')).toEqual([removed])
    expect(await breakingChanges(landed, present, `${removed} # nobody asks for it`)).toEqual([])
  })

  test('that adds a value to an enum is found too', async () => {
    const present = landed.replace(
      '  CIRCUMSTANCES ',
      '  WEATHER @join__enumValue(graph: SVIP)\n  CIRCUMSTANCES ',
    )
    expect(present).not.toBe(landed)
    expect(await breakingChanges(landed, present, '')).toEqual([
      "Enum value 'WEATHER' was added to enum 'DataCategory'",
    ])
  })

  test('of a hidden field breaks nothing', async () => {
    const present = landed.replace(
      / {2}imgGrant: String @inaccessible[^\n]*/,
      '  imgGrant: Int @inaccessible',
    )
    expect(await breakingChanges(landed, present, '')).toEqual([])
  })
})

describe('a schema of several files', () => {
  const join = (...sdl: readonly string[]) => print(joinSchema(sdl.map((text) => parse(text))))

  test('is the same, whichever file extends a type', () => {
    expect(join('type Query { a: Int }', 'extend type Query { b: T } type T { c: Int }')).toBe(
      join('type Query { a: Int b: T }', 'type T { c: Int }'),
    )
    expect(join('type Query', 'extend type Query { a: Int }', 'extend type Query { b: Int }')).toBe(
      join('type Query { a: Int b: Int }'),
    )
  })

  test.each([
    ['a type that is nowhere', 'extend type Other { b: Int }', 'extended, but not defined: Other'],
    ['a directive', 'extend type Query @key(fields: "a") { b: Int }', 'extended by more than fields: Query'],
    ['an interface', 'extend type Query implements Node { b: Int }', 'extended by more than fields: Query'],
  ])('loses no extension: %s', (_what, extension, fault) => {
    expect(() => join('type Query { a: Int }', extension)).toThrow(fault)
  })
})

describe('the start fails for', () => {
  test.each([
    ['of an agency', img, '  reference: String @category(is: PRESENCE)', '  reference: String'],
    ['of the SVIP', svip, '  status: String @category(is: STATUS)', '  status: String'],
  ])('a field %s without a mark', (_name, sdl, marked, unmarked) => {
    expect(sdl).toContain(marked)
    expect(() => readCategories(schemaOf(sdl.replace(marked, unmarked)))).toThrow(
      /needs either @category or @open/,
    )
  })

  test('a field with both marks', () => {
    const both = img.replace('@category(is: HANDLER)', '@category(is: HANDLER) @open(because: "?")')
    expect(() => readCategories(schemaOf(both))).toThrow('DamageClaim.handler needs either')
  })

  test('a category that is not in the policy', () => {
    const more = img.replace('  "Personal circumstances', '  "?"\n  OTHER\n  "Personal circumstances')
    expect(() => readCategories(schemaOf(more))).toThrow('DataCategory is not the list')
  })

  test('a nested field of another category than its parent field', () => {
    const mixed = img.replace(
      '  heldOn: Date @category(is: PLANNING)',
      '  heldOn: Date @category(is: STATUS)',
    )
    const schema = schemaOf(mixed)
    expect(() => assertNested(schema, readCategories(schema))).toThrow(
      'DamageInspection.heldOn is not PLANNING, as DamageClaim.inspection is',
    )
  })

  test('a field without a permission rule, at the agencies and at the SVIP', () => {
    for (const sdl of [img, svip]) {
      const schema = schemaOf(sdl)
      const rules = dataRules(schema, readCategories(schema)) as IRules
      expect(() => assertRulesComplete(schema, rules)).toThrow(/Without a permission rule.*Query\./)
      expect(() => protect(schema, rules)).toThrow('Without a permission rule')
    }
  })

  test('a mutation without a resolver', () => {
    const schema = schemaOf('type Query { a: Int } type Mutation { change: Int }')
    const rules: IRules = { Query: { a: allow }, Mutation: { change: allow } }
    expect(() => protect(schema, rules)).toThrow('Without a resolver, so nothing would change: change')
  })
})
