import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { asksOnlyOfSchema } from './schema-only.ts'
import { documentId, readClosedTypes, readTrustedDocuments, variablesInUrl } from './trusted-documents.ts'

const SCHEMA = 'enum Purpose { A B } input Filter { purpose: Purpose } scalar Date type Query { a: Int }'
const folder = mkdtempSync(join(tmpdir(), 'samenloop-documents-'))
afterAll(() => rmSync(folder, { recursive: true }))

function manifest(content: unknown): string {
  const path = join(folder, 'manifest.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

describe('a manifest', () => {
  test('returns its documents by id and by text, and no properties of Object.prototype', () => {
    const text = 'query A {\n  a\n}'
    const documents = readTrustedDocuments(manifest({ [documentId(text)]: text }), SCHEMA)
    expect(documents.findById(documentId(text))).toMatchObject({ text })
    expect(documents.findByText(text)).toMatchObject({ id: documentId(text) })
    expect(documents.findByText(`${text}\n`)).toBeUndefined()
    for (const name of ['__proto__', 'constructor', 'toString', 'sha256:__proto__'])
      expect(documents.findById(name)).toBeUndefined()
  })

  test.each([
    ['a document that was changed', { [documentId('{ a }')]: '{ b }' }, /is not the hash/],
    ['a document that is no GraphQL', { [documentId('{')]: '{' }, /Syntax Error/],
    ['something else than texts', { [documentId('{ a }')]: { text: '{ a }' } }, /expected string/],
  ])('with %s stops the start', (_name, content, message) => {
    expect(() => readTrustedDocuments(manifest(content), SCHEMA)).toThrow(message)
  })

  test('has the id of the example in the specification', () => {
    expect(documentId('query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}')).toBe(
      'sha256:7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e',
    )
  })

  test('that is committed can be read', () => {
    const supergraph = readFileSync('schema/supergraph.graphql', 'utf8')
    expect(() => readTrustedDocuments('schema/trusted-documents.json', supergraph)).not.toThrow()
  })
})

describe('variables in a URL', () => {
  const closedTypes = readClosedTypes(SCHEMA)
  test.each([
    ['{ a }', []],
    ['query($p: Purpose, $b: Boolean!, $l: [Purpose!]!) { a }', ['p', 'b', 'l']],
    ['query($id: ID) { a }', null],
    ['query($text: String = "x") { a }', null],
    ['query($number: Int) { a }', null],
    ['query($day: Date) { a }', null],
    ['query($filter: Filter) { a }', null],
    ['mutation { a }', null],
    ['subscription { a }', null],
    ['query A { a } query B($id: ID) { a }', null],
    ['query A { a } mutation B { a }', null],
  ])('%s', (text, expected) => {
    const variables = variablesInUrl(parse(text), closedTypes)
    expect(variables && [...variables]).toEqual(expected)
  })

  test.each([
    ['{ __typename }', true],
    ['{ x: __typename __schema { types { name } } __type(name: "T") { name } }', true],
    ['{ ...F } fragment F on Query { ... { __typename } }', true],
    ['{ ...F } fragment F on Query { __typename ...F }', true],
    ['{ __typename a }', false],
    ['{ ... { a } }', false],
    ['{ ...F } fragment F on Query { __typename ...G } fragment G on Query { a }', false],
    ['{ ...Gone }', false],
    ['mutation { __typename }', false],
    ['query A { __typename } query B { a }', false],
    ['type T { a: Int }', false],
  ])('%s asks of the schema only: %s', (text, expected) => {
    expect(asksOnlyOfSchema(parse(text))).toBe(expected)
  })
})
