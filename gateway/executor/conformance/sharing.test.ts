import { describeGraph } from '../../../test/support/executor/describe-graph.ts'
import { byKey } from '../../../test/support/executor/federation.ts'

const ref = (reference: object) => reference
const films = [
  { id: '1', title: 'One', year: 1999, by: { id: 'd', name: 'Dir', born: 1960 } },
  { id: '2', title: 'Two', year: 2001, by: null },
]

describeGraph(
  '@provides',
  {
    home: {
      sdl: `type Query { top: [Film] @provides(fields: "title by { name }") all: [Film] } type Film @key(fields: "id") { id: ID! title: String @external by: Person @external } type Person @key(fields: "id") { id: ID! name: String @external }`,
      resolvers: {
        Query: {
          top: () =>
            films.map(({ id, by }) => ({ id, title: `top ${id}`, by: by && { id: by.id, name: 'top' } })),
          all: () => films.map(({ id }) => ({ id })),
        },
      },
    },
    base: {
      sdl: `type Film @key(fields: "id") { id: ID! title: String @shareable year: Int by: Person @shareable } type Person @key(fields: "id") { id: ID! name: String @shareable born: Int }`,
      resolvers: {
        Film: { __resolveReference: byKey(films, 'id') },
        Person: { __resolveReference: () => films[0]?.by },
      },
    },
  },
  [
    {
      name: 'answers the provided fields in that subgraph',
      query: '{ top { title by { name } } }',
      data: {
        top: [
          { title: 'top 1', by: { name: 'top' } },
          { title: 'top 2', by: null },
        ],
      },
      sent: ['home'],
    },
    {
      name: 'fetches the other fields from another subgraph',
      query: '{ top { title year by { name born } } }',
      data: {
        top: [
          { title: 'top 1', year: 1999, by: { name: 'top', born: 1960 } },
          { title: 'top 2', year: 2001, by: null },
        ],
      },
    },
    {
      name: 'applies to that path only',
      query: '{ all { title by { name } } }',
      data: {
        all: [
          { title: 'One', by: { name: 'Dir' } },
          { title: 'Two', by: null },
        ],
      },
      sent: ['home', 'base'],
    },
  ],
)

const media = [
  { __typename: 'Song', id: 's', length: 3, artist: 'A' },
  { __typename: 'Talk', id: 't', length: 30, speaker: 'B' },
]
describeGraph(
  '@provides on interfaces and unions',
  {
    radio: {
      sdl: `type Query { now: Medium @provides(fields: "... on Song { length }") queue: [Item] @provides(fields: "... on Talk { length }") }
        interface Medium { id: ID! length: Int } union Item = Song | Talk
        type Song implements Medium @key(fields: "id") { id: ID! length: Int @external } type Talk implements Medium @key(fields: "id") { id: ID! length: Int @external }`,
      resolvers: {
        Query: {
          now: () => ({ __typename: 'Song', id: 's', length: -1 }),
          queue: () => media.map(({ __typename, id }) => ({ __typename, id, length: -1 })),
        },
      },
    },
    base: {
      sdl: `type Song @key(fields: "id") { id: ID! length: Int @shareable artist: String } type Talk @key(fields: "id") { id: ID! length: Int @shareable speaker: String }`,
      resolvers: {
        Song: { __resolveReference: byKey(media, 'id') },
        Talk: { __resolveReference: byKey(media, 'id') },
      },
    },
  },
  [
    {
      name: 'answers the fields of the provided type in that subgraph',
      query: '{ now { ... on Song { length } } queue { ... on Talk { length } } }',
      data: { now: { length: -1 }, queue: [{}, { length: -1 }] },
      sent: ['radio'],
    },
    {
      name: 'fetches the other type from another subgraph',
      query: '{ queue { ... on Song { length artist } ... on Talk { length speaker } } }',
      data: {
        queue: [
          { length: 3, artist: 'A' },
          { length: -1, speaker: 'B' },
        ],
      },
    },
  ],
)

describeGraph(
  'shared fields',
  {
    one: {
      sdl: `type Query { town: Town @shareable version: String @shareable } type Town @shareable { name: String here: Place one: Int } type Place @shareable { x: Int }`.replace(
        'type Town @shareable { name: String here: Place one: Int }',
        'type Town { name: String @shareable here: Place @shareable one: Int }',
      ),
      resolvers: { Query: { town: () => ({ name: 'T', here: { x: 1 }, one: 1 }), version: () => 'v' } },
    },
    two: {
      sdl: `type Query { town: Town @shareable version: String @shareable } type Town { name: String @shareable here: Place @shareable two: Int } type Place { x: Int @shareable y: Int @shareable }`,
      resolvers: { Query: { town: () => ({ name: 'T', here: { x: 1, y: 2 }, two: 2 }), version: () => 'v' } },
    },
  },
  [
    {
      name: 'are merged from as many subgraphs as needed',
      query: '{ town { name one two here { x y } } }',
      data: { town: { name: 'T', one: 1, two: 2, here: { x: 1, y: 2 } } },
    },
    {
      name: 'are fetched once',
      query: '{ version town { name } }',
      data: { version: 'v', town: { name: 'T' } },
    },
  ],
)

describeGraph(
  '@override, @external and @inaccessible',
  {
    old: {
      sdl: `type Query { houses: [House] hidden: Int @inaccessible } type House @key(fields: "id") { id: ID! owner: String roof: String attic: String secret: String @inaccessible } enum Size { S L }`,
      resolvers: {
        Query: { houses: () => [{ id: '1', owner: 'old', roof: 'old', secret: 'x', attic: 'dust' }] },
        House: {
          __resolveReference: (r: object) => ({
            ...r,
            owner: 'old',
            roof: 'old',
            secret: 'x',
            attic: 'dust',
          }),
        },
      },
    },
    new: {
      sdl: `type House @key(fields: "id") { id: ID! owner: String @override(from: "old") roof: String @external secret: String @external kind: String @requires(fields: "secret roof") cellar: String @override(from: "gone") size: Size } enum Size { S L }`,
      resolvers: {
        House: {
          __resolveReference: ref,
          owner: () => 'new',
          cellar: () => 'deep',
          size: () => 'L',
          kind: ({ secret, roof }: { secret: string; roof: string }) => secret + roof,
        },
      },
    },
  },
  [
    {
      name: 'fetch the field from where it moved to',
      query: '{ houses { owner cellar } }',
      data: { houses: [{ owner: 'new', cellar: 'deep' }] },
    },
    {
      name: 'require fields that are hidden from clients',
      query: '{ houses { kind size } }',
      data: { houses: [{ kind: 'xold', size: 'L' }] },
    },
    {
      name: 'leave out hidden values, under any alias',
      query: '{ houses { kind secret: attic roof: size } }',
      data: { houses: [{ kind: 'xold', secret: 'dust', roof: 'L' }] },
      stock: { differs: 'the alias of the client writes what is required' },
    },
  ],
)

describeGraph(
  'subgraphs of federation 1',
  {
    people: {
      asIs: true,
      sdl: `extend type Query { me: User } type User @key(fields: "id") { id: ID! name: String email: String }`,
      resolvers: {
        Query: { me: () => ({ id: 'u', name: 'Name', email: 'a@b' }) },
        User: { __resolveReference: (r: object) => ({ ...r, name: 'Name', email: 'a@b' }) },
      },
    },
    mail: {
      asIs: true,
      sdl: `extend type User @key(fields: "id") { id: ID! @external email: String @external box: String @requires(fields: "email") }`,
      resolvers: {
        User: { __resolveReference: ref, box: ({ email }: { email: string }) => `box of ${email}` },
      },
    },
    talk: {
      asIs: true,
      sdl: `type Query { messages: [Message] } type Message { by: User @provides(fields: "name") } type User @key(fields: "id") @extends { id: ID! @external name: String @external }`,
      resolvers: { Query: { messages: () => [{ by: { id: 'u', name: 'provided' } }] } },
    },
  },
  [
    {
      name: 'extend a type',
      query: '{ me { name box } }',
      data: { me: { name: 'Name', box: 'box of a@b' } },
    },
    {
      name: 'provide and require',
      query: '{ messages { by { name box } } }',
      data: { messages: [{ by: { name: 'provided', box: 'box of a@b' } }] },
      sent: ['talk', 'people', 'mail'],
    },
  ],
)

describeGraph(
  'types that subgraphs know only in part',
  {
    wide: {
      sdl: `type Query { hues: [Hue] thing: Thing things(in: Filter): [Thing] lost: [Thing] sure: [Thing!] } enum Hue { RED BLUE BLACK @inaccessible } union Thing = Nut | Bolt | Wax type Wax @inaccessible { id: ID! } type Nut @key(fields: "id") { id: ID! } type Bolt @key(fields: "id") { id: ID! } input Filter { hue: Tint only: Int } enum Tint { LIGHT DARK }`,
      resolvers: {
        Query: {
          hues: () => ['RED', 'BLACK', null],
          thing: () => ({ __typename: 'Bolt', id: 'b' }),
          lost: () => [
            { __typename: 'Wax', id: 'w' },
            { __typename: 'Nut', id: 'n' },
          ],
          sure: () => [
            { __typename: 'Wax', id: 'w' },
            { __typename: 'Nut', id: 'n' },
          ],
          things: (_: unknown, { in: given }: { in?: { hue?: string } }) => [
            { __typename: 'Nut', id: given?.hue ?? 'none' },
            { __typename: 'Bolt', id: 'b' },
          ],
        },
      },
    },
    narrow: {
      sdl: `type Query { other: Thing } union Thing = Nut | Wire type Nut @key(fields: "id") { id: ID! m: Int } type Wire { metres: Int } type Bolt @key(fields: "id") { id: ID! torque: Int }`,
      resolvers: {
        Query: { other: () => ({ __typename: 'Wire', metres: 3 }) },
        Nut: { __resolveReference: ref, m: () => 6 },
        Bolt: { __resolveReference: ref, torque: () => 9 },
      },
    },
  },
  [
    {
      name: 'return null for an inaccessible value of an enum',
      query: '{ hues }',
      data: { hues: ['RED', null, null] },
      stock: 'same data',
    },
    {
      name: 'return null for an inaccessible member of a union',
      query: '{ lost { __typename ... on Nut { id } } }',
      data: { lost: [null, { __typename: 'Nut', id: 'n' }] },
      stock: 'same data',
    },
    {
      name: 'report of such a member only that there is no value, in a non-null position',
      query: '{ sure { ... on Nut { id } } }',
      data: { sure: null },
      errors: ['INVALID_GRAPHQL sure.0'],
    },
    {
      name: 'return the members of a union that a subgraph has',
      query:
        '{ thing { ... on Bolt { torque } ... on Wire { metres } ... on Nut { m } } other { __typename ... on Bolt { torque } ... on Wire { metres } } }',
      data: { thing: { torque: 9 }, other: { __typename: 'Wire', metres: 3 } },
    },
    {
      name: 'accept an input as literal and as variable',
      query:
        'query($in: Filter, $hue: Tint) { a: things(in: $in) { ... on Nut { id } } b: things(in: { hue: $hue }) { ... on Nut { id } } c: things { ... on Nut { id } } }',
      variables: { in: { hue: 'DARK' }, hue: 'LIGHT' },
      data: { a: [{ id: 'DARK' }, {}], b: [{ id: 'LIGHT' }, {}], c: [{ id: 'none' }, {}] },
    },
  ],
)
