import { expect, test } from '@jest/globals'
import { buildASTSchema, getNamedType, isObjectType } from 'graphql'
import { readTypeDefs } from '../../../kernel/graphql/schema.ts'
import { tenths } from './tenths.ts'

test.each([
  [null, null],
  [0, 0],
  [0.04, 0],
  [2 / 3, 0.7],
  [12.999, 13],
  [41.25, 41.3],
])('%p days are shown as %p', (days, shown) => {
  expect(tenths(days)).toBe(shown)
})

test('every Float in the schemas is documented as rounded to tenths', () => {
  const found = ['svip', 'img', 'ncg'].flatMap((name) => {
    const schema = buildASTSchema(readTypeDefs(name), {
      assumeValid: true,
    })
    return Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter((field) => getNamedType(field.type)?.name === 'Float')
            .map(({ name: field, description }) => ({ at: `${type.name}.${field}`, description }))
        : [],
    )
  })
  expect(found.length).toBeGreaterThan(4)
  for (const { at, description } of found)
    expect([at, description]).toEqual([at, expect.stringMatching(/tenths/)])
})
