import { describeGraph } from '../../../test/support/executor/describe-graph.ts'

const ref = (reference: object) => reference
const refuse = () => {
  throw new Error('refused')
}

describeGraph(
  'null in a non-null position',
  {
    a: {
      sdl: `type Query { maybe: Item sure: Item! all: [Item!]! some: [Item] rows: [[Item!]] }
        type Item @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          maybe: () => ({ id: '2' }),
          sure: () => ({ id: '2' }),
          all: () => [{ id: '1' }, { id: '2' }, { id: '1' }],
          some: () => [{ id: '1' }, { id: '2' }, null],
          rows: () => [[{ id: '1' }], [{ id: '1' }, { id: '2' }], null],
        },
      },
    },
    b: {
      sdl: `type Item @key(fields: "id") { id: ID! must: Int! may: Int deep: Deep } type Deep { must: Int! list: [Int!]! }`,
      resolvers: {
        Item: {
          __resolveReference: ref,
          must: ({ id }: { id: string }) => (id === '2' ? refuse() : 1),
          may: ({ id }: { id: string }) => (id === '2' ? refuse() : 1),
          deep: () => ({ must: 1, list: [1] }),
        },
      },
    },
  },
  [
    {
      name: 'stays where null is allowed',
      query: '{ some { id may } }',
      data: { some: [{ id: '1', may: 1 }, { id: '2', may: null }, null] },
      errors: ['DOWNSTREAM_SERVICE_ERROR some.1.may'],
    },
    {
      name: 'makes the item of the list null',
      query: '{ some { id must } }',
      data: { some: [{ id: '1', must: 1 }, null, null] },
      errors: ['DOWNSTREAM_SERVICE_ERROR some.1.must'],
    },
    {
      name: 'makes the object null',
      query: '{ maybe { must } }',
      data: { maybe: null },
      errors: ['DOWNSTREAM_SERVICE_ERROR maybe.must'],
    },
    {
      name: 'makes the whole answer null',
      query: '{ sure { must } maybe { id } }',
      data: null,
      errors: ['DOWNSTREAM_SERVICE_ERROR sure.must'],
    },
    {
      name: 'makes a list of non-null items null, and the answer',
      query: '{ all { must } }',
      data: null,
      errors: ['DOWNSTREAM_SERVICE_ERROR all.1.must'],
    },
    {
      name: 'stays within its list in a list of lists',
      query: '{ rows { must } }',
      data: { rows: [[{ must: 1 }], null, null] },
      errors: ['DOWNSTREAM_SERVICE_ERROR rows.1.1.must'],
    },
    {
      name: 'is reported with the client’s name and path',
      query: '{ x: some { y: may z: may } }',
      data: { x: [{ y: 1, z: 1 }, { y: null, z: null }, null] },
      errors: ['DOWNSTREAM_SERVICE_ERROR x.1.y', 'DOWNSTREAM_SERVICE_ERROR x.1.z'],
    },
    {
      name: 'is reported once for each path of an entity',
      query: '{ all { a: id } l: some { may } m: maybe { n: may } }',
      data: {
        all: [{ a: '1' }, { a: '2' }, { a: '1' }],
        l: [{ may: 1 }, { may: null }, null],
        m: { n: null },
      },
      errors: ['DOWNSTREAM_SERVICE_ERROR l.1.may', 'DOWNSTREAM_SERVICE_ERROR m.n'],
    },
  ],
)

describeGraph(
  'a failure in a field that the client did not select',
  {
    a: {
      sdl: `type Query { wares: [Ware] } type Ware @key(fields: "id") { id: ID! weight: Int secret: Int @inaccessible }`,
      resolvers: {
        Query: { wares: () => [{ id: '1' }, { id: '2' }, { id: '1' }] },
        Ware: {
          weight: ({ id }: { id: string }) => (id === '1' ? refuse() : 2),
          secret: ({ id }: { id: string }) => (id === '1' ? refuse() : 3),
        },
      },
    },
    b: {
      sdl: `type Ware @key(fields: "id") { id: ID! weight: Int @external secret: Int @external cost: Int @requires(fields: "weight") hidden: Int @requires(fields: "secret") }`,
      resolvers: {
        Ware: {
          __resolveReference: ref,
          cost: ({ weight }: { weight: number | null }) => weight && weight * 2,
          hidden: ({ secret }: { secret: number | null }) => secret && secret * 2,
        },
      },
    },
  },
  [
    {
      name: 'is reported at a path that the client selected',
      query: '{ wares { cost } }',
      data: { wares: [{ cost: null }, { cost: 4 }, { cost: null }] },
      errors: ['DOWNSTREAM_SERVICE_ERROR wares.0', 'DOWNSTREAM_SERVICE_ERROR wares.2'],
      stock: 'same data',
    },
    {
      name: 'never shows the name of what is inaccessible',
      query: '{ wares { secret: id hidden } }',
      data: {
        wares: [
          { secret: '1', hidden: null },
          { secret: '2', hidden: 6 },
          { secret: '1', hidden: null },
        ],
      },
      errors: ['DOWNSTREAM_SERVICE_ERROR wares.0', 'DOWNSTREAM_SERVICE_ERROR wares.2'],
      stock: { differs: 'the alias of the client takes the place of what is required' },
    },
  ],
)

describeGraph(
  'an entity that its subgraph does not have',
  {
    a: {
      sdl: `type Query { maybe: Item sure: Item! some: [Item] } type Item @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          maybe: () => ({ id: '2' }),
          sure: () => ({ id: '2' }),
          some: () => [{ id: '1' }, { id: '2' }],
        },
      },
    },
    b: {
      sdl: `type Item @key(fields: "id") { id: ID! must: Int! may: Int }`,
      resolvers: {
        Item: {
          __resolveReference: ({ id }: { id: string }) => (id === '2' ? null : { id }),
          must: () => 1,
          may: () => 1,
        },
      },
    },
  },
  [
    {
      name: 'is null, without an error',
      query: '{ maybe { id must } }',
      data: { maybe: null },
      stock: 'same data',
    },
    {
      name: 'is null in a list, next to the entities that exist',
      query: '{ some { id must may } }',
      data: { some: [{ id: '1', must: 1, may: 1 }, null] },
      stock: 'same data',
    },
    {
      name: 'has the fields that are known, when no further field is required',
      query: '{ maybe { id may } }',
      data: { maybe: { id: '2', may: null } },
    },
    {
      name: 'is an error where the type is non-null',
      query: '{ sure { must } }',
      data: null,
      errors: ['INVALID_GRAPHQL sure'],
      stock: 'same data',
    },
  ],
)
