import { describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { countTokens, measure } from './operation-size.ts'

describe('the size of an operation', () => {
  test.each([
    ['{ a }', { depth: 1, rootFields: 1, fields: 1 }],
    ['{ a { b { c } d } e }', { depth: 3, rootFields: 2, fields: 5 }],
    ['{ ... { a { ... { b } } } }', { depth: 2, rootFields: 1, fields: 2 }],
    ['{ ...F ...F a { ...F } } fragment F on T { x { y } }', { depth: 3, rootFields: 3, fields: 7 }],
    ['{ ...Gone }', { depth: 0, rootFields: 0, fields: 0 }],
    ['{ ...F } fragment F on T { a ...F }', { depth: 1, rootFields: 1, fields: 1 }],
    [
      '{ a ...F } fragment F on T { b ...G } fragment G on T { c ...F }',
      { depth: 1, rootFields: 3, fields: 3 },
    ],
    ['query A { a { b } } query B { x y z }', { depth: 2, rootFields: 3, fields: 3 }],
    ['query($v: B = true @d) @d { x: a @skip(if: $v) y: b }', { aliases: 2, directives: 3 }],
    ['type T { a: Int }', { depth: 0, fields: 0 }],
  ])('%s', (text, expected) => {
    expect(measure(parse(text))).toMatchObject(expected)
  })

  test('is found in one pass, however often fragments use each other', () => {
    const levels = 500
    const bomb = `{ ...F0 } ${Array.from({ length: levels }, (_, index) => `fragment F${index} on T { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F${levels} on T { a }`
    expect(measure(parse(bomb)).fields).toBe(2 ** levels)
  })
})

describe('the number of tokens', () => {
  test.each([
    ['', 0],
    ['{ a(b: "c d") } # e f', 8],
    ['{ a \u0000 b }', 2],
    ['{ a '.repeat(100), 20],
  ])('of %j', (text, count) => {
    expect(countTokens(text, 20)).toBe(count)
  })
})
