import { describe, expect, test } from '@jest/globals'
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql'
import { formatError } from './format-error.ts'

const schema = buildSchema(`
  enum Purpose { COOPERATION SIGNALLING }
  input Filter { purpose: Purpose, first: Int, ids: [ID!] }
  type Query { list(filter: Filter, needed: Int): Int }
`)
const SECRET = 'J. Jansen'

/** The error message for these variables. */
function answerTo(declared: string, variables: Record<string, unknown>): string {
  const document = parse(`query(${declared}) { list }`)
  const definitions = getOperationAST(document)?.variableDefinitions ?? []
  const [error] = getVariableValues(schema, definitions, variables).errors ?? []
  if (!error) throw new Error('These variables fit.')
  return formatError({ message: error.message, extensions: { code: 'BAD_USER_INPUT' } }, error).message
}

describe('an invalid variable', () => {
  test.each([
    { declared: '$p: Purpose', value: SECRET, says: 'got an invalid value; expected Purpose.' },
    { declared: '$p: Purpose', value: 1, says: 'got an invalid value; expected Purpose.' },
    { declared: '$p: Int', value: SECRET, says: 'got an invalid value; expected Int.' },
    { declared: '$p: Filter', value: SECRET, says: 'got an invalid value; expected Filter.' },
    {
      declared: '$p: Filter',
      value: { first: SECRET },
      says: 'got an invalid value at "p.first"; expected Int.',
    },
    {
      declared: '$p: Filter',
      value: { ids: ['1', null] },
      says: 'got an invalid value at "p.ids[1]"; expected ID!.',
    },
    {
      declared: '$p: Filter',
      value: { fist: SECRET },
      says: 'got an invalid value; Field "fist" is not defined by type "Filter".',
    },
  ])('$declared with $value: the place and the type, never the value', ({ declared, value, says }) => {
    const message = answerTo(declared, { p: value })
    expect(message).toBe(`Variable "$p" ${says}`)
    expect(message).not.toContain(SECRET)
  })

  test('is named when it is missing', () => {
    expect(answerTo('$p: Int!', {})).toBe('Variable "$p" of required type "Int!" was not provided.')
  })
})

test('more faults than are reported are the client’s error, not an internal one', () => {
  const document = parse('query($a: Int!, $b: Int!) { list }')
  const { errors = [] } = getVariableValues(
    schema,
    getOperationAST(document)?.variableDefinitions ?? [],
    {},
    { maxErrors: 1 },
  )
  const said = errors.map((error) =>
    formatError({ message: error.message, extensions: error.extensions }, error),
  )
  expect(said.at(-1)).toEqual({
    message: 'Er klopt meer niet dan hier staat. Pas dit aan en stuur de vraag opnieuw.',
    extensions: { code: 'BAD_USER_INPUT' },
  })
})

test.each([
  'Operation batching disabled.',
  'POST body missing, invalid Content-Type, or JSON object has no keys.',
])('"%s" says what to do instead', (message) => {
  const { message: said, extensions } = formatError({ message, extensions: { code: 'BAD_REQUEST' } }, null)
  expect(said).toMatch(/Stuur/)
  expect(extensions?.code).toBe('BAD_REQUEST')
})
