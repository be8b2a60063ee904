import { describeGraph } from '../../../test/support/executor/describe-graph.ts'
import { byKey } from '../../../test/support/executor/federation.ts'

const ref = (reference: object) => reference
const cars = [
  { id: '1', name: 'One', speed: 100 },
  { id: '2', name: 'Two', speed: 200 },
]
const CARS = {
  a: {
    sdl: `type Query { cars: [Car!]! car(id: ID): Car } type Car @key(fields: "id") { id: ID! name(upper: Boolean = false): String owner: Owner } type Owner { name: String car: Car }`,
    resolvers: {
      Query: {
        cars: () => cars,
        car: (_: unknown, { id }: { id: string }) => cars.find((car) => car.id === id) ?? null,
      },
      Car: {
        __resolveReference: byKey(cars, 'id'),
        name: ({ name }: { name: string }, { upper }: { upper: boolean }) =>
          upper ? name.toUpperCase() : name,
        owner: (car: object) => ({ name: 'Owner', car }),
      },
    },
  },
  b: {
    sdl: `type Car @key(fields: "id") { id: ID! speed: Int name(upper: Boolean = false): String @external slogan: String @requires(fields: "name") }`,
    resolvers: {
      Car: {
        __resolveReference: ref,
        speed: ({ id }: { id: string }) => Number(id) * 100,
        slogan: ({ name }: { name: string }) => `${name}!`,
      },
    },
  },
}

describeGraph('@skip and @include', CARS, [
  ...[true, false].map((yes) => ({
    name: `on fields, with ${yes}`,
    query:
      'query($yes: Boolean!) { cars { id @include(if: $yes) speed @skip(if: $yes) slogan @include(if: $yes) @skip(if: false) } }',
    variables: { yes },
    data: {
      cars: yes
        ? [
            { id: '1', slogan: 'One!' },
            { id: '2', slogan: 'Two!' },
          ]
        : [{ speed: 100 }, { speed: 200 }],
    },
    ...(yes
      ? {}
      : { stock: { differs: 'it leaves the entity out when what a skipped field requires is not there' } }),
  })),
  {
    name: 'on the key and the required field, which are fetched nevertheless',
    query: '{ cars { id @skip(if: true) name @include(if: false) speed slogan } }',
    data: {
      cars: [
        { speed: 100, slogan: 'One!' },
        { speed: 200, slogan: 'Two!' },
      ],
    },
    sent: ['a', 'b'],
  },
  {
    name: 'on fragments of every kind, also nested',
    query:
      'query($a: Boolean = true, $b: Boolean = false) { ...Q @include(if: $a) ... @skip(if: $a) { never: cars { id } } } fragment Q on Query { cars { ... @include(if: $b) { id } ...C @skip(if: $b) } } fragment C on Car { speed @include(if: $a) ... on Car @skip(if: $a) { slogan } }',
    data: { cars: [{ speed: 100 }, { speed: 200 }] },
  },
  {
    name: 'on one of two selections of the same field',
    query:
      'query($yes: Boolean!) { cars { speed @include(if: $yes) speed @skip(if: $yes) name @skip(if: $yes) name } }',
    variables: { yes: true },
    data: {
      cars: [
        { speed: 100, name: 'One' },
        { speed: 200, name: 'Two' },
      ],
    },
  },
  {
    name: 'on all fields of a subgraph, which is then not called',
    query: 'query($no: Boolean!) { cars { id speed @include(if: $no) slogan @include(if: $no) } }',
    variables: { no: false },
    data: { cars: [{ id: '1' }, { id: '2' }] },
    sent: ['a'],
  },
  {
    name: 'on the root, so that no subgraph is called',
    query: '{ cars @skip(if: true) { id } __typename }',
    data: { __typename: 'Query' },
    sent: [],
  },
])

describeGraph('names and variables', CARS, [
  {
    name: 'arguments under several aliases at once',
    query:
      '{ car(id: 1) { a: name b: name(upper: true) name slogan } other: car(id: "2") { name(upper: true) slogan } }',
    data: {
      car: { a: 'One', b: 'ONE', name: 'One', slogan: 'One!' },
      other: { name: 'TWO', slogan: 'Two!' },
    },
    stock: {
      differs:
        'the arguments of the client overwrite those that are required (apollographql/federation#2996)',
    },
  },
  {
    name: 'aliases that the plan itself uses',
    query:
      '{ id: car(id: 1) { id: speed name: slogan speed: id _r_x: speed __typename: slogan _q_0_name: id representations: id } }',
    data: {
      id: {
        id: 100,
        name: 'One!',
        speed: '1',
        _r_x: 100,
        __typename: 'One!',
        _q_0_name: '1',
        representations: '1',
      },
    },
    stock: { differs: 'aliases overwrite keys and types (apollographql/federation#3036)' },
  },
  {
    name: 'aliases with a special meaning in JavaScript',
    query:
      '{ __proto__: car(id: 1) { __proto__: speed constructor: id toString: slogan then: speed hasOwnProperty: id } }',
    data: JSON.parse(
      '{"__proto__":{"__proto__":100,"constructor":"1","toString":"One!","then":100,"hasOwnProperty":"1"}}',
    ) as object,
    stock: 'same',
  },
  {
    name: 'one alias for two fields at two paths',
    query: '{ cars { x: owner { x: car { x: speed name } } } }',
    data: {
      cars: [{ x: { x: { x: 100, name: 'One' } } }, { x: { x: { x: 200, name: 'Two' } } }],
    },
  },
  {
    name: 'one alias for two selections of an object',
    query: '{ cars { o: owner { name } o: owner { car { id } } ... on Car { o: owner { car { speed } } } } }',
    data: {
      cars: [
        { o: { name: 'Owner', car: { id: '1', speed: 100 } } },
        { o: { name: 'Owner', car: { id: '2', speed: 200 } } },
      ],
    },
  },
  {
    name: 'variables with the names of the plan’s own',
    query:
      'query($representations: ID, $_r_x: Boolean, $__proto__: Boolean) { car(id: $representations) { speed name(upper: $_r_x) x: name(upper: $__proto__) } }',
    variables: { representations: '2', _r_x: true },
    data: { car: { speed: 200, name: 'TWO', x: 'Two' } },
  },
  {
    name: 'a variable that is not given, null, or left to its default',
    query:
      'query($a: ID, $b: ID = "1", $c: ID = "1") { a: car(id: $a) { id } b: car(id: $b) { speed } c: car(id: $c) { id } }',
    variables: { c: null },
    data: { a: null, b: { speed: 100 }, c: null },
  },
  {
    name: 'fragments that spread each other twice, forty deep, in reasonable time',
    query: `{ cars { ...F0 } } ${Array.from({ length: 40 }, (_, n) => `fragment F${n} on Car { ...F${n + 1} ...F${n + 1} }`).join(' ')} fragment F40 on Car { speed }`,
    data: { cars: [{ speed: 100 }, { speed: 200 }] },
  },
  {
    name: 'one operation of several',
    query: 'query A { car(id: 1) { id } } query B { car(id: 2) { speed } }',
    operationName: 'B',
    data: { car: { speed: 200 } },
  },
])

const NULL_CONDITION = { differs: 'it takes a condition that is null for false' }
describeGraph('a condition that is sent as null, though its variable has a default', CARS, [
  ...[
    [
      'that leaves out',
      'query($s: Boolean = true) { cars { id name @skip(if: $s) speed @include(if: $s) } }',
    ],
    [
      'of a fragment',
      'query($s: Boolean = true) { cars { id ...F } } fragment F on Car { ... @include(if: $s) { speed } }',
    ],
    [
      'of an introspection field',
      'query($s: Boolean = false) { __schema @skip(if: $s) { queryType { name } } }',
    ],
    [
      'of one operation of several',
      'query A($s: Boolean = true) { cars @skip(if: $s) { id } } query B($s: ID) { car(id: $s) { id } }',
    ],
  ].map(([name = '', query = '']) => ({
    name: `is refused: ${name}`,
    query,
    operationName: query.startsWith('query A') ? 'A' : null,
    variables: { s: null },
    data: null,
    errors: ['BAD_USER_INPUT'],
    sent: [],
    stock: NULL_CONDITION,
  })),
  {
    name: 'is no error in another operation, where the variable has another type',
    query: 'query A($s: Boolean = true) { cars @skip(if: $s) { id } } query B($s: ID) { car(id: $s) { id } }',
    operationName: 'B',
    variables: { s: null },
    data: { car: null },
  },
])

describeGraph('what is asked about the schema', CARS, [
  {
    name: 'is refused with the reason when an argument may not be null, and no subgraph is called',
    query: 'query($n: String = "Car") { t: __type(name: $n) { name } cars { id } }',
    variables: { n: null },
    data: null,
    errors: ['- t'],
    sent: [],
    stock: { differs: 'it gives null without an error' },
  },
  {
    name: 'is answered together with data, in the order of the operation',
    query:
      'query($name: String!) { __schema { queryType { name } } cars { id } t: __type(name: $name) { name fields { name } } none: __type(name: "No") { name } }',
    variables: { name: 'Owner' },
    data: {
      __schema: { queryType: { name: 'Query' } },
      cars: [{ id: '1' }, { id: '2' }],
      t: { name: 'Owner', fields: [{ name: 'name' }, { name: 'car' }] },
      none: null,
    },
    sent: ['a'],
  },
  {
    name: 'also in fragments, with conditions, and alone',
    query:
      'query($no: Boolean = false) { ...Q ... @include(if: $no) { never: __schema { queryType { name } } } } fragment Q on Query { __typename id: __schema { ...S } } fragment S on __Schema { queryType { n: name } mutationType { name } }',
    data: { __typename: 'Query', id: { queryType: { n: 'Query' }, mutationType: null } },
    sent: [],
    stock: { differs: 'its planner looks for the schema in a subgraph' },
  },
])

let counter = 0
describeGraph(
  'mutations',
  {
    a: {
      sdl: `type Query { a: Int } type Mutation { add(n: Int!): Counter! reset: Int fail: Counter } type Counter @key(fields: "id") { id: ID! value: Int }`,
      resolvers: {
        Mutation: {
          add: (_: unknown, { n }: { n: number }) => {
            counter += n
            return { id: 'c', value: counter }
          },
          reset: () => {
            counter = 0
            return counter
          },
          fail: () => {
            throw new Error('no')
          },
        },
      },
    },
    b: {
      sdl: `type Mutation { times(n: Int!): Int } type Counter @key(fields: "id") { id: ID! seen: Int }`,
      resolvers: {
        Mutation: {
          times: (_: unknown, { n }: { n: number }) => {
            counter *= n
            return counter
          },
        },
        Counter: { __resolveReference: ref, seen: () => counter },
      },
    },
  },
  [
    {
      name: 'run one after the other, across subgraphs',
      query: 'mutation { reset a: add(n: 2) { value } times(n: 5) b: add(n: 1) { value } c: times(n: 2) }',
      data: { reset: 0, a: { value: 2 }, times: 10, b: { value: 11 }, c: 22 },
      sent: ['a', 'b', 'a', 'b'],
    },
    {
      name: 'read the new state after each of them, though the fetch is the same',
      query: 'mutation { reset x: add(n: 3) { seen } times(n: 4) y: add(n: 1) { seen } }',
      data: { reset: 0, x: { seen: 3 }, times: 12, y: { seen: 13 } },
      stock: 'same',
    },
    {
      name: 'go on after one that fails',
      query: 'mutation { reset f: fail { seen } g: add(n: 1) { value } }',
      data: { reset: 0, f: null, g: { value: 1 } },
      errors: ['DOWNSTREAM_SERVICE_ERROR f'],
      stock: 'same',
    },
  ],
)
