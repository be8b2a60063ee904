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
  test('keeps the fields of the categories that may be served, with what is nested in them', () => {
    const served = only('PRESENCE', 'HANDLER', 'FINDINGS')
    expect(Object.keys(served).sort()).toEqual(['advice', 'handler', 'measures', 'reference'])
    expect(served).toMatchObject({
      reference: 'ncg-1',
      handler: { name: 'B. Begeleider', phone: null },
      measures: [{ description: 'Kap' }, { description: 'Schoorsteen' }],
      advice: null,
    })
  })

  test('leaves nothing at all of what is withheld', () => {
    const served = only('PRESENCE')
    expect(Object.keys(served)).toEqual(['reference'])
    expect(JSON.stringify(served)).not.toMatch(/Begeleider|Kap|1250/)
  })

  test('drops a field the schema gives no category, whatever may be served', () => {
    expect(only(...DATA_CATEGORIES)).not.toHaveProperty('secret')
  })

  test('leaves nothing of a type the schema does not know', () => {
    expect(Object.keys(minimise(CATEGORIES, 'Claim', PROJECT, new Set(DATA_CATEGORIES)))).toEqual([])
  })

  test('leaves nothing when nothing may be served', () => {
    expect(Object.keys(only())).toEqual([])
  })

  test('does not touch what it was given', () => {
    const before = structuredClone(PROJECT)
    only('HANDLER')
    expect(PROJECT).toEqual(before)
    expect(mayServe(PROJECT, 'reference', 'PRESENCE')).toBe(false)
  })
})

describe('mayServe', () => {
  const served = only('PRESENCE', 'HANDLER', 'FINDINGS')

  test('lets what was served leave, nested parts too', () => {
    expect(mayServe(served, 'reference', 'PRESENCE')).toBe(true)
    expect(mayServe(served.handler, 'name', 'HANDLER')).toBe(true)
    for (const measure of served.measures) expect(mayServe(measure, 'description', 'FINDINGS')).toBe(true)
  })

  test('lets a withheld field be null, for it is not there', () => {
    expect(mayServe(served, 'cost', 'FINANCIAL')).toBe(true)
    expect(served).not.toHaveProperty('cost')
  })

  test('stops a value that is there without its category', () => {
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

  test('cannot be fooled by a mark from outside', () => {
    const parsed: unknown = JSON.parse(
      '{"served":["PRESENCE"],"Symbol(served)":["PRESENCE"],"reference":"x"}',
    )
    expect(mayServe(parsed, 'reference', 'PRESENCE')).toBe(false)
    expect(mayServe({ [Symbol('served')]: new Set(['PRESENCE']) }, 'reference', 'PRESENCE')).toBe(false)
  })
})
