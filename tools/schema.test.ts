import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { dataRules } from '../kernel/owner/permissions.ts'
import { assertNested, assertRulesComplete, readCategories } from '../kernel/schema.ts'
import type { IRules } from '../kernel/shield.ts'
import { protect } from '../kernel/subgraph.ts'
import { breakingChanges, check, composeSupergraph } from './schema.ts'

const schemaOf = (sdl: string) => buildSubgraphSchema([{ typeDefs: parse(sdl) }])
const img = readFileSync('schema/img.graphql', 'utf8')
const svip = readFileSync('schema/svip.graphql', 'utf8')

describe('the generated files', () => {
  test('are what the schema and the policy give, and break no client', () => {
    expect(check()).toEqual([])
  })
})

describe('a change of the API', () => {
  const landed = composeSupergraph()

  test('that adds breaks nothing', () => {
    expect(breakingChanges(landed, landed, '')).toEqual([])
  })

  test('that takes a field away is found, unless it was decided on', () => {
    const present = landed.replace(
      / {2}"""Name of the town \(woonplaats\)\."""\n {2}city: String![^\n]*\n/,
      '',
    )
    expect(present).not.toBe(landed)
    expect(breakingChanges(landed, present, '')).toEqual(['Address.city was removed.'])
    expect(breakingChanges(landed, present, 'Address.city was removed. # nobody asks for it')).toEqual([])
  })

  test('of a field that clients cannot see is no break', () => {
    const present = landed.replace(
      / {2}imgGrant: String @inaccessible[^\n]*/,
      '  imgGrant: Int @inaccessible',
    )
    expect(breakingChanges(landed, present, '')).toEqual([])
  })
})

describe('what stops the start', () => {
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

  test('a category that the policy does not know', () => {
    const more = img.replace('  CIRCUMSTANCES\n}', '  CIRCUMSTANCES\n  "?"\n  OTHER\n}')
    expect(() => readCategories(schemaOf(more))).toThrow('DataCategory is not the list')
  })

  test('a nested field of another category than the field that holds it', () => {
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
})
