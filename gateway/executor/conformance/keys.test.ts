import { describeGraph } from '../../../test/support/executor/describe-graph.ts'
import { byKey } from '../../../test/support/executor/federation.ts'

const ref = (reference: object) => reference

const lamps = [
  { id: 'l1', name: 'Desk', watts: 7 },
  { id: 'l2', name: 'Floor', watts: 12 },
]
describeGraph(
  'an entity with one key',
  {
    shop: {
      sdl: `type Query { lamps: [Lamp!]! lamp(id: ID!): Lamp first: Lamp! nothing: Lamp } type Lamp @key(fields: "id") { id: ID! name: String! }`,
      resolvers: {
        Query: {
          lamps: () => lamps,
          lamp: (_: unknown, { id }: { id: string }) => lamps.find((lamp) => lamp.id === id) ?? null,
          first: () => lamps[0],
        },
        Lamp: { __resolveReference: byKey(lamps, 'id') },
      },
    },
    lab: {
      sdl: `type Lamp @key(fields: "id") { id: ID! watts: Int bulbs: [Bulb] } type Bulb { kind: String lamp: Lamp }`,
      resolvers: {
        Lamp: {
          __resolveReference: byKey(lamps, 'id'),
          bulbs: (lamp: { id: string }) => [{ kind: 'led', lamp }, null, { kind: 'gas', lamp: lamps[1] }],
        },
      },
    },
  },
  [
    {
      name: 'is completed in a list',
      query: '{ lamps { name watts } }',
      data: {
        lamps: [
          { name: 'Desk', watts: 7 },
          { name: 'Floor', watts: 12 },
        ],
      },
      sent: ['shop', 'lab'],
    },
    {
      name: 'is completed when the client does not select the key',
      query: '{ first { watts } }',
      data: { first: { watts: 7 } },
    },
    {
      name: 'needs no second subgraph for fields that the first one has',
      query: '{ first { id name } }',
      data: { first: { id: 'l1', name: 'Desk' } },
      sent: ['shop'],
    },
    {
      name: 'that is null causes no further fetch',
      query: '{ nothing { watts } }',
      data: { nothing: null },
      sent: ['shop'],
    },
    {
      name: 'is found by a variable',
      query: 'query($id: ID!) { lamp(id: $id) { watts } }',
      variables: { id: 'l2' },
      data: { lamp: { watts: 12 } },
    },
    {
      name: 'that does not exist is null',
      query: '{ lamp(id: "x") { watts } }',
      data: { lamp: null },
      sent: ['shop'],
    },
    {
      name: 'leads to another subgraph and back, through lists with nulls',
      query: '{ lamps { bulbs { kind lamp { name watts } } } }',
      data: {
        lamps: [
          {
            bulbs: [
              { kind: 'led', lamp: { name: 'Desk', watts: 7 } },
              null,
              { kind: 'gas', lamp: { name: 'Floor', watts: 12 } },
            ],
          },
          {
            bulbs: [
              { kind: 'led', lamp: { name: 'Floor', watts: 12 } },
              null,
              { kind: 'gas', lamp: { name: 'Floor', watts: 12 } },
            ],
          },
        ],
      },
    },
  ],
)

const seats = [{ hall: 'A', row: { number: 3, side: 'L' }, code: 'A3L', price: 40, view: 'good' }]
describeGraph(
  'an entity with several keys, of several fields and objects',
  {
    plan: {
      sdl: `type Query { seats: [Seat] } type Seat @key(fields: "hall row { number side }") { hall: String! row: Row! } type Row { number: Int! side: String! }`,
      resolvers: { Query: { seats: () => seats } },
    },
    desk: {
      sdl: `type Seat @key(fields: "hall row { number side }") @key(fields: "code") { hall: String! row: Row! code: ID! } type Row { number: Int! side: String! }`.replaceAll(
        'number: Int! side: String! }',
        'number: Int! @shareable side: String! @shareable }',
      ),
      resolvers: {
        Seat: {
          __resolveReference: ({ hall, row }: { hall: string; row: { number: number } }) =>
            seats.find((seat) => seat.hall === hall && seat.row.number === row.number),
        },
      },
    },
    till: {
      sdl: `type Seat @key(fields: "code") { code: ID! price: Int view: String }`,
      resolvers: { Seat: { __resolveReference: byKey(seats, 'code') } },
    },
  },
  [
    {
      name: 'is reached through a subgraph that has both keys',
      query: '{ seats { price } }',
      data: { seats: [{ price: 40 }] },
      sent: ['plan', 'desk', 'till'],
    },
    {
      name: 'returns the fields of its key',
      query: '{ seats { row { side } view code } }',
      data: { seats: [{ row: { side: 'L' }, view: 'good', code: 'A3L' }] },
    },
  ],
)

const books = [
  { id: '1', isbn: 'i1', title: 'One' },
  { id: '2', isbn: null, title: 'Two' },
  { id: '3', isbn: 'i3', title: 'Three' },
]
describeGraph(
  'a key that is null',
  {
    shelf: {
      sdl: `type Query { books: [Loan!] } type Loan { book: Book } type Book @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { books: () => books.map(({ id }) => ({ book: { id } })) } },
    },
    list: {
      sdl: `type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: ID }`,
      resolvers: { Book: { __resolveReference: byKey(books, 'id', 'isbn') } },
    },
    press: {
      sdl: `type Book @key(fields: "isbn") { isbn: ID title: String }`,
      resolvers: {
        Book: {
          __resolveReference: ({ isbn }: { isbn: string | null }) =>
            isbn ? books.find((book) => book.isbn === isbn) : null,
        },
      },
    },
  },
  [
    {
      name: 'leaves out the fields that depend on it, and no others',
      query: '{ books { book { id title } } }',
      data: {
        books: [
          { book: { id: '1', title: 'One' } },
          { book: { id: '2', title: null } },
          { book: { id: '3', title: 'Three' } },
        ],
      },
    },
  ],
)

const items = [{ id: '1', serial: 's', place: { row: 'r', shelf: 's', hall: 'h' }, title: 'Item' }]
describeGraph(
  'keys that only one subgraph each can resolve',
  {
    store: {
      sdl: `type Item @key(fields: "id", resolvable: true) @key(fields: "serial", resolvable: false) @key(fields: "place { row shelf }", resolvable: false) { id: ID! serial: ID! place: Place! title: String! } type Place { row: ID! @shareable shelf: ID! @shareable hall: ID! @shareable }`,
      resolvers: { Item: { __resolveReference: byKey(items, 'id') } },
    },
    box: {
      sdl: `type Query { items: [Item!]! } type Item @key(fields: "place { row shelf }", resolvable: false) @key(fields: "id place { shelf hall }", resolvable: true) @key(fields: "serial", resolvable: false) { id: ID! serial: ID! place: Place! title: String! @external label: String! @requires(fields: "title") } type Place { row: ID! @shareable shelf: ID! @shareable hall: ID! @shareable }`,
      resolvers: {
        Query: { items: () => items.map(({ id, serial, place }) => ({ id, serial, place })) },
        Item: {
          __resolveReference: (reference: { id?: string; place: { hall?: string } }) => {
            if (!reference.id || !reference.place.hall) throw new Error('not a key of this subgraph')
            return reference
          },
          label: ({ title }: { title: string }) => `label ${title}`,
        },
      },
    },
  },
  [
    {
      name: 'return through the key that the subgraph can resolve',
      query: '{ items { id title label } }',
      data: { items: [{ id: '1', title: 'Item', label: 'label Item' }] },
      stock: { differs: 'its planner takes the first key, also when that cannot be resolved' },
    },
  ],
)

const people = [{ id: 'p', home: { id: 'h', street: 'S' } }]
describeGraph(
  'an entity inside an entity',
  {
    town: {
      sdl: `type Query { person: Person } type Person @key(fields: "id") { id: ID! home: Home @shareable } type Home @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { person: () => people[0] } },
    },
    post: {
      sdl: `type Person @key(fields: "id home { id }") { id: ID! home: Home letters: Int } type Home @key(fields: "id") { id: ID! street: String }`.replace(
        'home: Home letters',
        'home: Home @shareable letters',
      ),
      resolvers: {
        Person: {
          __resolveReference: ref,
          letters: ({ home }: { home: { id: string } }) => home.id.length + 2,
        },
        Home: { __resolveReference: ref, street: () => 'S' },
      },
    },
  },
  [
    {
      name: 'can be a part of its key',
      query: '{ person { letters home { street } } }',
      data: { person: { letters: 3, home: { street: 'S' } } },
    },
  ],
)
