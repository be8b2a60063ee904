import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { manifestOf, readGraph, readOperations } from './operations.ts'

const graph = readGraph(readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8'))
const read = (file: string, text: string) => readOperations(new Map([[file, text]]), graph)

describe('the documents of schema/operations', () => {
  test('get an id that does not depend on comments and whitespace', () => {
    const [plain] = read('policy.graphql', 'query Policy { policy { id } }')
    const [spaced] = read('policy.graphql', '# Why.\nquery Policy{policy{ id }}')
    expect(plain?.id).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(spaced).toEqual(plain)
    expect(plain).toMatchObject({ name: 'Policy', inUrl: true })
    expect(JSON.parse(manifestOf(read('policy.graphql', 'query Policy { policy { id } }')))).toEqual({
      [plain?.id ?? '']: plain?.text,
    })
  })

  test.each([
    ['another name than that of its file', 'query Other { policy { id } }', 'named PolicyToday'],
    ['no name', '{ policy { id } }', 'named PolicyToday'],
    [
      'two operations',
      'query PolicyToday { policy { id } } query B { policy { id } }',
      'needs one operation',
    ],
    ['a field that is not there', 'query PolicyToday { policy { idd } }', 'Cannot query field "idd"'],
    [
      'an address in its text',
      'query PolicyToday { address(id: "0024209900000006") { id } }',
      'use a variable',
    ],
    [
      'more than the limits of the gateway',
      `query PolicyToday { policy { ${'id '.repeat(501)} } }`,
      '502 velden, toegestaan is 500',
    ],
  ])('are refused with %s, with what is wrong', (_name, text, message) => {
    expect(() => read('policy-today.graphql', text)).toThrow(message)
    expect(() => read('policy-today.graphql', text)).toThrow('policy-today.graphql')
  })
})
