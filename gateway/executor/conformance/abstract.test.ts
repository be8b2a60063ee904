import { describeGraph } from '../../../test/support/executor/describe-graph.ts'
import { byKey } from '../../../test/support/executor/federation.ts'

const ref = (reference: object) => reference
const books = { b: { id: 'b', title: 'Book', pages: 9 } }
const works = [
  { __typename: 'Book', id: 'b', title: 'Book' },
  { __typename: 'Film', id: 'f', title: 'Film' },
]

describeGraph(
  'interfaces and unions across subgraphs',
  {
    shelf: {
      sdl: `type Query { works: [Work!]! work(id: ID!): Work found: [Found] } interface Work { id: ID! title: String } union Found = Book | Film | Note
        type Book implements Work @key(fields: "id") { id: ID! title: String } type Film implements Work @key(fields: "id") { id: ID! title: String } type Note { text: String }`,
      resolvers: {
        Query: {
          works: () => works,
          work: (_: unknown, { id }: { id: string }) => works.find((work) => work.id === id),
          found: () => [...works, { __typename: 'Note', text: 'n' }, null],
        },
        Book: { __resolveReference: byKey(works, 'id') },
        Film: { __resolveReference: byKey(works, 'id') },
      },
    },
    print: {
      sdl: `interface Work { id: ID! price: Int sequel: Work } type Book implements Work @key(fields: "id") { id: ID! price: Int pages: Int sequel: Work } type Film implements Work @key(fields: "id") { id: ID! price: Int minutes: Int sequel: Work }`,
      resolvers: {
        Book: {
          __resolveReference: ref,
          price: () => 5,
          pages: () => books.b.pages,
          sequel: () => ({ __typename: 'Film', id: 'f' }),
        },
        Film: { __resolveReference: ref, price: () => 8, minutes: () => 90, sequel: () => null },
      },
    },
  },
  [
    {
      name: 'complete each object by its own type',
      query: '{ works { id title price } }',
      data: {
        works: [
          { id: 'b', title: 'Book', price: 5 },
          { id: 'f', title: 'Film', price: 8 },
        ],
      },
      sent: ['shelf', 'print'],
    },
    {
      name: 'return __typename under its own and under other names',
      query: '{ __typename works { __typename kind: __typename ... on Book { again: __typename pages } } }',
      data: {
        __typename: 'Query',
        works: [
          { __typename: 'Book', kind: 'Book', again: 'Book', pages: 9 },
          { __typename: 'Film', kind: 'Film' },
        ],
      },
    },
    {
      name: 'apply nested fragments to each member of a union',
      query:
        '{ found { ...F } } fragment F on Found { ... on Work { id ...W } ... on Note { text } } fragment W on Work { ... on Film { minutes } ... on Book { pages } }',
      data: { found: [{ id: 'b', pages: 9 }, { id: 'f', minutes: 90 }, { text: 'n' }, null] },
    },
    {
      name: 'follow a cycle between types',
      query: '{ work(id: "b") { sequel { title price sequel { id } } } }',
      data: { work: { sequel: { title: 'Film', price: 8, sequel: null } } },
    },
    {
      name: 'accept one alias for different fields of different types',
      query: '{ works { ... on Book { x: pages } ... on Film { x: title } } }',
      data: { works: [{ x: 9 }, { x: 'Film' }] },
      // Not valid (pages is an Int, title a String), so it is never executed after validation.
    },
    {
      name: 'return nothing for a type that does not occur',
      query: '{ work(id: "f") { ... on Book { pages } } }',
      data: { work: {} },
      sent: ['shelf'],
    },
  ],
)

describeGraph(
  'one alias for fields whose types do not merge',
  {
    a: {
      sdl: `type Query { things: [Thing] } union Thing = One | Two type One @key(fields: "id") { id: ID! } type Two @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          things: () => [
            { __typename: 'One', id: '1' },
            { __typename: 'Two', id: '2' },
            { __typename: 'Two', id: '3' },
          ],
        },
      },
    },
    b: {
      sdl: `type One @key(fields: "id") { id: ID! size: String! note: String } type Two @key(fields: "id") { id: ID! size: String note: String! }`,
      resolvers: {
        One: { __resolveReference: ref, size: () => 'big', note: () => 'n' },
        Two: {
          __resolveReference: ref,
          size: ({ id }: { id: string }) => {
            if (id === '3') throw new Error('no size')
            return 'small'
          },
          note: () => 'm',
        },
      },
    },
  },
  [
    {
      name: 'are fetched under made-up aliases, and their errors have the client’s name',
      query: '{ things { ... on One { size note } ... on Two { size note } } }',
      data: {
        things: [
          { size: 'big', note: 'n' },
          { size: 'small', note: 'm' },
          { size: null, note: 'm' },
        ],
      },
      errors: ['DOWNSTREAM_SERVICE_ERROR things.2.size'],
      stock: 'same data',
    },
  ],
)

const media = [
  { __typename: 'Song', id: 's', name: 'Song', length: 3 },
  { __typename: 'Talk', id: 't', name: 'Talk', length: 30 },
]
describeGraph(
  '@interfaceObject',
  {
    media: {
      sdl: `type Query { media: [Medium!]! song: Song } interface Medium @key(fields: "id") { id: ID! name: String length: Int } type Song implements Medium @key(fields: "id") { id: ID! name: String length: Int artist: String } type Talk implements Medium @key(fields: "id") { id: ID! name: String length: Int }`,
      resolvers: {
        Query: { media: () => media, song: () => media[0] },
        Medium: { __resolveReference: byKey(media, 'id') },
        Song: { __resolveReference: byKey(media, 'id'), artist: () => 'Artist' },
        Talk: { __resolveReference: byKey(media, 'id') },
      },
    },
    votes: {
      sdl: `type Query { best: Medium charts: [Chart] } type Chart { top: [Medium!] } type Medium @key(fields: "id") @interfaceObject { id: ID! votes: Int length: Int @external perMinute: Int @requires(fields: "length") twin: Medium }`,
      resolvers: {
        Query: {
          best: () => ({ id: 't' }),
          charts: () => [{ top: [{ id: 's' }, { id: 't' }, { id: 's' }] }, { top: null }],
        },
        Medium: {
          __resolveReference: ref,
          votes: ({ id }: { id: string }) => (id === 's' ? 60 : 90),
          perMinute: ({ id, length }: { id: string; length: number }) => (id === 's' ? 60 : 90) / length,
          twin: ({ id }: { id: string }) => ({ id: id === 's' ? 't' : 's' }),
        },
      },
    },
  },
  [
    {
      name: 'adds fields to every member',
      query: '{ media { name votes } song { artist votes } }',
      data: {
        media: [
          { name: 'Song', votes: 60 },
          { name: 'Talk', votes: 90 },
        ],
        song: { artist: 'Artist', votes: 60 },
      },
    },
    {
      name: 'returns the concrete type when it is selected',
      query: '{ best { __typename name } charts { top { id ... on Song { artist } } } }',
      data: {
        best: { __typename: 'Talk', name: 'Talk' },
        charts: [
          { top: [{ id: 's', artist: 'Artist' }, { id: 't' }, { id: 's', artist: 'Artist' }] },
          { top: null },
        ],
      },
    },
    {
      name: 'does not fetch the concrete type when it is not needed',
      query: '{ best { id votes } }',
      data: { best: { id: 't', votes: 90 } },
      sent: ['votes'],
    },
    {
      name: 'can require fields of the members',
      query: '{ media { perMinute } best { perMinute } }',
      data: { media: [{ perMinute: 20 }, { perMinute: 3 }], best: { perMinute: 3 } },
    },
    {
      name: 'fetches the fields of one member also for another',
      query: '{ media { ... on Song { perMinute } ... on Talk { votes } } }',
      data: { media: [{ perMinute: 20 }, { votes: 90 }] },
      // The plan fetches the fields of both members for each; the talk has no length, which gives an error.
      errors: ['DOWNSTREAM_SERVICE_ERROR media.1.perMinute'],
    },
    {
      name: 'leads from one entity to another of any member type',
      query: '{ song { twin { __typename votes twin { name id: votes } } } }',
      data: { song: { twin: { __typename: 'Talk', votes: 90, twin: { name: 'Song', id: 60 } } } },
      stock: { differs: 'the alias of the client overwrites the key' },
    },
    {
      name: 'works in fragments with conditions',
      query:
        'query($yes: Boolean!) { media { ... on Song @include(if: $yes) { votes } ... on Medium @skip(if: $yes) { perMinute } } }',
      variables: { yes: true },
      data: { media: [{ votes: 60 }, {}] },
    },
  ],
)

describeGraph(
  'an interface without a member in a subgraph',
  {
    a: {
      sdl: `type Query { one: Thing sure: Thing! } interface Thing @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { one: () => ({ __typename: 'Other', id: '1' }), sure: () => null } },
    },
    b: {
      sdl: `type Query { other: Thing } type Thing @key(fields: "id") @interfaceObject { id: ID! field: String }`,
      resolvers: { Query: { other: () => ({ id: 'n', field: 'f' }) } },
    },
  },
  [
    {
      name: 'is answered where the value is an object',
      query: '{ other { id field } }',
      data: { other: { id: 'n', field: 'f' } },
    },
    {
      name: 'is null where the value is null',
      query: '{ one { id } }',
      data: { one: null },
      errors: ['DOWNSTREAM_SERVICE_ERROR one'],
    },
    {
      name: 'is not fetched where no subgraph can answer, which gives an error',
      query: '{ one { field } }',
      data: null,
      errors: ['INVALID_GRAPHQL one'],
      sent: [],
      stock: { differs: 'it answers null, as if there were nothing' },
    },
    {
      name: 'does not affect the rest of the answer',
      query: '{ it: one { field } other { field } }',
      data: { it: null, other: { field: 'f' } },
      errors: ['INVALID_GRAPHQL it'],
      sent: ['b'],
      stock: 'same data',
    },
    {
      name: 'gives no error where it was skipped',
      query: 'query($no: Boolean = false) { one @include(if: $no) { field } other { field } }',
      data: { other: { field: 'f' } },
      sent: ['b'],
    },
    {
      name: 'gives an error where null is not allowed',
      query: '{ sure { field } }',
      data: null,
      errors: ['INVALID_GRAPHQL sure'],
      sent: [],
    },
  ],
)
