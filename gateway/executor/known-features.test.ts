import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { compose } from '../../test/support/executor/federation.ts'
import { createExecutor } from './executor.ts'

/** Supergraphs that use a feature that this gateway does not support. */

const link = (version: string, ...names: string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: [${names.map((name) => JSON.stringify(name))}])\n`
const subgraph = (sdl: string) => ({ sdl, asIs: true })

const COMPOSED = {
  'a progressive override': {
    subgraphs: {
      before: subgraph(
        `${link('v2.7', '@key')} type Query { item: Item } type Item @key(fields: "id") { id: ID! place: String }`,
      ),
      after: subgraph(
        `${link('v2.7', '@key', '@override')} type Item @key(fields: "id") { id: ID! place: String @override(from: "before", label: "percent(100)") size: Int }`,
      ),
    },
    says: '@join__field(overrideLabel:) at Item.place',
  },
  'an argument from the context': {
    subgraphs: {
      one: subgraph(
        `${link('v2.8', '@key', '@context', '@fromContext')} type Query { user: User } type User @key(fields: "id") @context(name: "who") { id: ID! name: String child: Child }
         type Child @key(fields: "id") { id: ID! greeting(name: String @fromContext(field: "$who { name }")): String }`,
      ),
    },
    says: 'https://specs.apollo.dev/context/v0.1',
  },
  'a field that requires authentication': {
    subgraphs: { one: subgraph(`${link('v2.9', '@authenticated')} type Query { a: Int @authenticated }`) },
    says: '@authenticated at Query.a',
  },
  'a custom directive': {
    subgraphs: {
      one: subgraph(
        `${link('v2.9', '@composeDirective')} extend schema @link(url: "https://example.nl/secret/v1.0", import: ["@secret"]) @composeDirective(name: "@secret")
         directive @secret on FIELD_DEFINITION type Query { a: Int @secret }`,
      ),
    },
    says: 'https://example.nl/secret/v1.0',
  },
}

describe('a supergraph with an unsupported feature is refused', () => {
  test.each(Object.entries(COMPOSED))('%s', (_what, { subgraphs, says }) => {
    expect(() => createExecutor(compose(subgraphs))).toThrow(says)
  })

  const OURS = readFileSync('schema/supergraph.graphql', 'utf8')
  test.each([
    ['a newer version of a feature', 'join/v0.5', 'join/v0.6', 'https://specs.apollo.dev/join/v0.6'],
    ['a feature under another name', 'join/v0.5",', 'join/v0.5", as: "j",', '@link(as:)'],
    [
      'an unknown argument',
      '@join__type(graph: SVIP)',
      '@join__type(graph: SVIP, when: "x")',
      '@join__type(when:)',
    ],
    ['a name that every object has', '@join__type(graph: SVIP)', '@constructor', '@constructor'],
  ])('%s', (_what, from, to, says) => {
    expect(OURS).toContain(from)
    expect(() => createExecutor(OURS.replace(from, to))).toThrow(says)
  })

  test('and our own is accepted', () => {
    expect(() => createExecutor(OURS)).not.toThrow()
  })
})
