import { describe, expect, test } from '@jest/globals'
import type { Categories } from '../graphql/schema.ts'
import { DATA_CATEGORIES, type DataCategory } from '../vocabulary.ts'
import { mayServe, minimise } from './minimise.ts'

const CATEGORIES: Categories = new Map([
  [
    'Project',
    new Map<string, DataCategory>([
      ['reference', 'PRESENCE'],
      ['handler', 'HANDLER'],
      ['measures', 'FINDINGS'],
      ['advice', 'FINDINGS'],
      ['cost', 'FINANCIAL'],
    ]),
  ],
])

const PROJECT = {
  reference: 'ncg-1',
  handler: { name: 'B. Begeleider', phone: null },
  measures: [{ description: 'Kap' }, { description: 'Schoorsteen' }],
  advice: null,
  cost: 1250,
  secret: 'not in the schema',
}

const only = (...categories: DataCategory[]) => minimise(CATEGORIES, 'Project', PROJECT, new Set(categories))

describe('minimise', () => {
  test('keeps the fields of allowed categories, with their nested objects', () => {
    const served = only('PRESENCE', 'HANDLER', 'FINDINGS')
    expect(Object.keys(served).sort()).toEqual(['advice', 'handler', 'measures', 'reference'])
    expect(served).toMatchObject({
      reference: 'ncg-1',
      handler: { name: 'B. Begeleider', phone: null },
      measures: [{ description: 'Kap' }, { description: 'Schoorsteen' }],
      advice: null,
    })
  })

  test('removes withheld fields completely', () => {
    const served = only('PRESENCE')
    expect(Object.keys(served)).toEqual(['reference'])
    expect(JSON.stringify(served)).not.toMatch(/Begeleider|Kap|1250/)
  })

  test('removes a field without a category, whatever is allowed', () => {
    expect(only(...DATA_CATEGORIES)).not.toHaveProperty('secret')
  })

  test('returns no field of an unknown type', () => {
    expect(Object.keys(minimise(CATEGORIES, 'Claim', PROJECT, new Set(DATA_CATEGORIES)))).toEqual([])
  })

  test('returns no field when no category is allowed', () => {
    expect(Object.keys(only())).toEqual([])
  })

  test('does not change its argument', () => {
    const before = structuredClone(PROJECT)
    only('HANDLER')
    expect(PROJECT).toEqual(before)
    expect(mayServe(PROJECT, 'reference', 'PRESENCE')).toBe(false)
  })
})

describe('mayServe', () => {
  const served = only('PRESENCE', 'HANDLER', 'FINDINGS')

  test('allows fields that were kept, also nested ones', () => {
    expect(mayServe(served, 'reference', 'PRESENCE')).toBe(true)
    expect(mayServe(served.handler, 'name', 'HANDLER')).toBe(true)
    for (const measure of served.measures) expect(mayServe(measure, 'description', 'FINDINGS')).toBe(true)
  })

  test('allows a withheld field, which is null', () => {
    expect(mayServe(served, 'cost', 'FINANCIAL')).toBe(true)
    expect(served).not.toHaveProperty('cost')
  })

  test('stops a value whose category is not allowed', () => {
    expect(mayServe({ ...served, cost: 1250 }, 'cost', 'FINANCIAL')).toBe(false)
    expect(mayServe(served.handler, 'name', 'CIRCUMSTANCES')).toBe(false)
  })

  test.each([
    [PROJECT],
    [PROJECT.handler],
    [{}],
    [[]],
    [null],
    [undefined],
    ['text'],
    [1],
    [true],
    [() => PROJECT],
  ])('stops what did not go through minimise: %p', (parent) => {
    for (const category of DATA_CATEGORIES) expect(mayServe(parent, 'reference', category)).toBe(false)
  })

  test('cannot be fooled by a forged mark', () => {
    const parsed: unknown = JSON.parse(
      '{"served":["PRESENCE"],"Symbol(served)":["PRESENCE"],"reference":"x"}',
    )
    expect(mayServe(parsed, 'reference', 'PRESENCE')).toBe(false)
    expect(mayServe({ [Symbol('served')]: new Set(['PRESENCE']) }, 'reference', 'PRESENCE')).toBe(false)
  })
})
