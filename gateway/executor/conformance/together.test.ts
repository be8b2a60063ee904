import { describeGraph } from '../../../test/support/executor/describe-graph.ts'
import { byKey } from '../../../test/support/executor/federation.ts'

const ref = (reference: object) => reference
const posts = [
  { __typename: 'Text', id: 't', made: 3, by: 'An' },
  { __typename: 'Image', id: 'i', made: 5, by: 'Bo' },
]

describeGraph(
  'combined federation directives',
  {
    old: {
      sdl: `type Query { feed: [Post] } interface Post { id: ID! made: Int age: Int }
        type Text implements Post @key(fields: "id") { id: ID! made: Int age: Int by: String } type Image implements Post @key(fields: "id") { id: ID! made: Int age: Int by: String }`,
      resolvers: {
        Query: { feed: () => posts },
        Text: { __resolveReference: byKey(posts, 'id'), age: () => -1 },
        Image: { __resolveReference: byKey(posts, 'id'), age: () => 50 },
      },
    },
    new: {
      sdl: `interface Post { id: ID! age: Int } type Text implements Post @key(fields: "id") { id: ID! made: Int @external age: Int @override(from: "old") @requires(fields: "made") by: String @external line: String @requires(fields: "by age2") age2: Int @external }
        type Image implements Post @key(fields: "id") { id: ID! age: Int @external shown: Int @requires(fields: "age") }`,
      resolvers: {
        Text: {
          __resolveReference: ref,
          age: ({ made }: { made: number }) => made * 100,
          line: ({ by, age2 }: { by: string; age2: number }) => `${by} ${age2}`,
        },
        Image: { __resolveReference: ref, shown: ({ age }: { age: number }) => age + 1 },
      },
    },
    more: {
      sdl: `type Text @key(fields: "id") { id: ID! age2: Int }`,
      resolvers: { Text: { __resolveReference: ref, age2: () => 7 } },
    },
  },
  [
    {
      name: 'a field of an interface moved for one of its types, and requires something there',
      query: '{ feed { age } }',
      data: { feed: [{ age: 300 }, { age: 50 }] },
    },
    {
      name: 'next to one that requires from two subgraphs',
      query: '{ feed { ... on Text { line age } ... on Image { shown } } }',
      data: { feed: [{ line: 'An 7', age: 300 }, { shown: 51 }] },
    },
  ],
)

describeGraph(
  'a root field of several subgraphs, with an interface type',
  {
    a: {
      sdl: `directive @note(text: String = "none", n: Int) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        type Query { node(id: ID!): Node @shareable a: Int } interface Node { id: ID! } type User implements Node @key(fields: "id") { id: ID! name: String } type Group implements Node @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: {
          node: (_: unknown, { id }: { id: string }) =>
            id === 'u' ? { __typename: 'User', id } : id === 'g' ? { __typename: 'Group', id } : null,
        },
        User: { __resolveReference: ref, name: () => 'Name' },
        Group: { __resolveReference: ref, title: () => 'Title' },
      },
    },
    b: {
      sdl: `directive @note(text: String = "none", n: Int) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        type Query { node(id: ID!): Node @shareable b: Int } interface Node { id: ID! } type User implements Node @key(fields: "id") { id: ID! mail: String } type Group implements Node @key(fields: "id") { id: ID! size: Int }`,
      resolvers: {
        Query: {
          node: (_: unknown, { id }: { id: string }) =>
            id === 'u' ? { __typename: 'User', id } : id === 'g' ? { __typename: 'Group', id } : null,
        },
        User: { __resolveReference: ref, mail: () => 'm@x' },
        Group: { __resolveReference: ref, size: () => 2 },
      },
    },
  },
  [
    {
      name: 'is fetched once, and completed by type',
      query:
        '{ u: node(id: "u") { __typename id ... on User { name mail } } g: node(id: "g") { ... on Group { title size } } n: node(id: "x") { id } }',
      data: {
        u: { __typename: 'User', id: 'u', name: 'Name', mail: 'm@x' },
        g: { title: 'Title', size: 2 },
        n: null,
      },
    },
    {
      name: 'with a directive of the client, with arguments and without',
      query:
        'query($n: Int) { node(id: "u") { id @note ...F @note(text: "x", n: $n) } } fragment F on User { name @note(n: $n) mail @note(text: null) }',
      variables: { n: 3 },
      data: { node: { id: 'u', name: 'Name', mail: 'm@x' } },
    },
  ],
)
