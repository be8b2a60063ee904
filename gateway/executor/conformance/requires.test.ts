import { describeGraph } from '../../../test/support/executor/describe-graph.ts'
import { byKey } from '../../../test/support/executor/federation.ts'

const ref = (reference: object) => reference
const wares = [
  { id: '1', price: 10, weight: 2, size: { w: 2, h: 3 } },
  { id: '2', price: 20, weight: null, size: null },
]

describeGraph(
  '@requires',
  {
    shop: {
      sdl: `type Query { wares: [Ware!]! } type Ware @key(fields: "id") { id: ID! price: Int weight: Int size: Size cost: Int @external label: String @requires(fields: "cost") } type Size { w: Int h: Int }`,
      resolvers: {
        Query: { wares: () => wares },
        Ware: {
          __resolveReference: ({ id, cost }: { id: string; cost: number }) => ({
            ...wares.find((ware) => ware.id === id),
            label: `costs ${cost}`,
          }),
        },
      },
    },
    ship: {
      sdl: `type Ware @key(fields: "id") { id: ID! price: Int @external weight: Int @external size: Size @external
        cost: Int @requires(fields: "price weight") area: Int @requires(fields: "size { w h }") } type Size @external { w: Int h: Int }`,
      resolvers: {
        Ware: {
          __resolveReference: ref,
          cost: ({ price, weight }: { price: number; weight: number | null }) => price * (weight ?? 100),
          area: ({ size }: { size: { w: number; h: number } | null }) => size && size.w * size.h,
        },
      },
    },
    fiscus: {
      sdl: `type Ware @key(fields: "id") { id: ID! cost: Int @external tax: Int @requires(fields: "cost") }`,
      resolvers: { Ware: { __resolveReference: ref, tax: ({ cost }: { cost: number }) => cost / 10 } },
    },
  },
  [
    {
      name: 'gets the required fields, nulls included, though the client did not select them',
      query: '{ wares { cost } }',
      data: { wares: [{ cost: 20 }, { cost: 2000 }] },
      sent: ['shop', 'ship'],
    },
    {
      name: 'of the fields of an object',
      query: '{ wares { area size { w } } }',
      data: {
        wares: [
          { area: 6, size: { w: 2 } },
          { area: null, size: null },
        ],
      },
    },
    {
      name: 'of a field that itself has requirements',
      query: '{ wares { tax } }',
      data: { wares: [{ tax: 2 }, { tax: 200 }] },
      sent: ['shop', 'ship', 'fiscus'],
    },
    {
      name: 'in a circle of subgraphs',
      query: '{ wares { label } }',
      data: { wares: [{ label: 'costs 20' }, { label: 'costs 2000' }] },
      sent: ['shop', 'ship', 'shop'],
    },
    {
      name: 'next to the client’s fields under the same names',
      query: '{ wares { price weight cost tax label } }',
      data: {
        wares: [
          { price: 10, weight: 2, cost: 20, tax: 2, label: 'costs 20' },
          { price: 20, weight: null, cost: 2000, tax: 200, label: 'costs 2000' },
        ],
      },
    },
  ],
)

const POST = [
  {
    id: '1',
    replies: [
      { id: 'a', by: 'x' },
      { id: 'b', by: 'y' },
      { id: 'c', by: 'z' },
    ],
  },
  {
    id: '2',
    replies: [
      { id: 'd', by: 'x' },
      { id: 'e', by: 'y' },
    ],
  },
]
const PRICES: Readonly<Record<string, number>> = { EUR: 1, USD: 2, GBP: 3 }
describeGraph(
  '@requires of a field with arguments',
  {
    stock: {
      sdl: `type Query { wares: [Ware!]! posts: [Post!]! } type Ware @key(fields: "id") { id: ID! price(in: String = "EUR"): Int kind: Kind }
        type Kind { mean(in: String!): Int } type Post @key(fields: "id") { id: ID! replies(first: Int!): [Reply!] } type Reply @shareable { id: ID! by: ID }`,
      resolvers: {
        Query: {
          wares: () => [
            { id: '1', kind: {} },
            { id: '2', kind: {} },
          ],
          posts: () => POST,
        },
        Ware: {
          __resolveReference: (reference: object) => ({ ...reference, kind: {} }),
          price: ({ id }: { id: string }, given: { in: string }) => Number(id) * (PRICES[given.in] ?? 0),
        },
        Kind: { mean: (_: unknown, given: { in: string }) => 10 * (PRICES[given.in] ?? 0) },
        Post: {
          __resolveReference: byKey(POST, 'id'),
          replies: ({ replies }: { replies: unknown[] }, { first }: { first: number }) =>
            replies.slice(0, first),
        },
      },
    },
    ship: {
      sdl: `type Ware @key(fields: "id") { id: ID! price(in: String = "EUR"): Int @external kind: Kind @external
        usd: Int @requires(fields: "price(in: \\"USD\\")") gbp: Int @requires(fields: "price(in: \\"GBP\\")") eur: Int @requires(fields: "price")
        dear: Int @requires(fields: "kind { mean(in: \\"USD\\") }") dearer: Int @requires(fields: "kind { mean(in: \\"GBP\\") } price(in: \\"GBP\\")") colour: String }
        type Kind @external { mean(in: String!): Int }
        type Post @key(fields: "id") { id: ID! replies(first: Int!): [Reply!] @external last: ID @requires(fields: "replies(first: 3) { by }") } type Reply { by: ID @external }`,
      resolvers: {
        Ware: {
          __resolveReference: ref,
          colour: () => 'red',
          ...Object.fromEntries(
            ['usd', 'gbp', 'eur'].map((name) => [name, ({ price }: { price: number }) => price * 100]),
          ),
          dear: ({ kind }: { kind: { mean: number } }) => kind.mean,
          dearer: ({ kind, price }: { kind: { mean: number }; price: number }) => kind.mean + price,
        },
        Post: {
          __resolveReference: ref,
          last: ({ replies }: { replies: { by: string }[] }) => replies.at(-1)?.by,
        },
      },
    },
  },
  [
    {
      name: 'gets it with these arguments',
      query: '{ wares { usd } }',
      data: { wares: [{ usd: 200 }, { usd: 400 }] },
      sent: ['stock', 'ship'],
    },
    {
      name: 'and the client with other arguments',
      query: '{ wares { usd price(in: "GBP") } posts { last replies(first: 1) { id } } }',
      data: {
        wares: [
          { usd: 200, price: 3 },
          { usd: 400, price: 6 },
        ],
        posts: [
          { last: 'z', replies: [{ id: 'a' }] },
          { last: 'y', replies: [{ id: 'd' }] },
        ],
      },
      stock: { differs: 'it keeps both under one name (apollographql/federation#2996)' },
    },
    {
      name: 'and the client by the default, by a variable and under aliases',
      query:
        'query($in: String, $n: Int = 2) { wares { usd price other: price(in: $in) } posts { last ...A ...B } } fragment A on Post { replies(first: $n) { id } } fragment B on Post { replies(first: $n) { by } }',
      variables: { in: 'GBP' },
      data: {
        wares: [
          { usd: 200, price: 1, other: 3 },
          { usd: 400, price: 2, other: 6 },
        ],
        posts: [
          {
            last: 'z',
            replies: [
              { id: 'a', by: 'x' },
              { id: 'b', by: 'y' },
            ],
          },
          {
            last: 'y',
            replies: [
              { id: 'd', by: 'x' },
              { id: 'e', by: 'y' },
            ],
          },
        ],
      },
      stock: { differs: 'it keeps both under one name' },
    },
    {
      name: 'can be required by two fields with different arguments, or none',
      query: '{ wares { usd gbp eur colour dear dearer } }',
      data: {
        wares: [
          { usd: 200, gbp: 300, eur: 100, colour: 'red', dear: 20, dearer: 33 },
          { usd: 400, gbp: 600, eur: 200, colour: 'red', dear: 20, dearer: 36 },
        ],
      },
      sent: ['stock', 'ship', 'ship', 'ship'],
      stock: { differs: 'its planner keeps one of the two' },
    },
    {
      name: 'also in a fragment, under aliases and when some are skipped',
      query:
        'query($no: Boolean = false) { wares { ...F colour @include(if: $no) } } fragment F on Ware { a: usd ... on Ware { b: gbp c: eur @skip(if: true) } }',
      data: {
        wares: [
          { a: 200, b: 300 },
          { a: 400, b: 600 },
        ],
      },
      stock: { differs: 'its planner keeps one of the two' },
    },
  ],
)

const beasts = [
  { __typename: 'Cat', id: 'c', lives: 9, toy: { __typename: 'Ball', size: 3 } },
  { __typename: 'Dog', id: 'd', tricks: 4, toy: { __typename: 'Bone', length: 8 } },
  { __typename: 'Dog', id: 'e', tricks: 5, toy: null },
]
describeGraph(
  '@requires with fragments and interfaces',
  {
    zoo: {
      sdl: `type Query { beasts: [Beast!]! } interface Beast { id: ID! toy: Toy } union Toy = Ball | Bone type Ball { size: Int } type Bone { length: Int }
        type Cat implements Beast @key(fields: "id") { id: ID! lives: Int toy: Toy } type Dog implements Beast @key(fields: "id") { id: ID! tricks: Int toy: Toy }`,
      resolvers: {
        Query: { beasts: () => beasts },
        Cat: { __resolveReference: byKey(beasts, 'id') },
        Dog: { __resolveReference: byKey(beasts, 'id') },
      },
    },
    vet: {
      sdl: `interface Beast { id: ID! fun: Int } union Toy = Ball | Bone type Ball @external { size: Int } type Bone @external { length: Int }
        type Cat implements Beast @key(fields: "id") { id: ID! lives: Int @external toy: Toy @external fun: Int @requires(fields: "lives toy { ... on Ball { size } ... on Bone { length } }") }
        type Dog implements Beast @key(fields: "id") { id: ID! tricks: Int @external toy: Toy @external fun: Int @requires(fields: "tricks toy { __typename ... on Bone { length } }") }`,
      resolvers: {
        Cat: {
          __resolveReference: ref,
          fun: ({ lives, toy }: { lives: number; toy: { size: number } }) => lives * toy.size,
        },
        Dog: {
          __resolveReference: ref,
          fun: ({ tricks, toy }: { tricks: number; toy: { length: number } | null }) =>
            tricks * (toy?.length ?? 1),
        },
      },
    },
  },
  [
    {
      name: 'gives each type what it requires',
      query: '{ beasts { id fun } }',
      data: {
        beasts: [
          { id: 'c', fun: 27 },
          { id: 'd', fun: 32 },
          { id: 'e', fun: 5 },
        ],
      },
    },
    {
      name: 'next to the client’s own fragments on the same objects',
      query:
        '{ beasts { __typename ... on Dog { fun toy { __typename ... on Bone { long: length } } } ... on Cat { toy { ... on Ball { size } } } } }',
      data: {
        beasts: [
          { __typename: 'Cat', toy: { size: 3 } },
          { __typename: 'Dog', fun: 32, toy: { __typename: 'Bone', long: 8 } },
          { __typename: 'Dog', fun: 5, toy: null },
        ],
      },
    },
  ],
)

describeGraph(
  '@requires of nested fields, across subgraphs',
  {
    a: {
      sdl: `type Query { order: Order } type Order @key(fields: "id") { id: ID! lines: [Line!] } type Line { ware: Ware count: Int } type Ware @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          order: () => ({
            id: 'o',
            lines: [
              { ware: { id: '1' }, count: 2 },
              { ware: { id: '2' }, count: 3 },
            ],
          }),
        },
        Order: { __resolveReference: ref },
      },
    },
    b: {
      sdl: `type Ware @key(fields: "id") { id: ID! price: Int }`,
      resolvers: { Ware: { __resolveReference: byKey(wares, 'id') } },
    },
    c: {
      sdl: `type Order @key(fields: "id") { id: ID! lines: [Line!] @external sum: Int @requires(fields: "lines { count ware { price } }") }
        type Line @external { ware: Ware count: Int } type Ware @key(fields: "id") { id: ID! price: Int @external }`,
      resolvers: {
        Order: {
          __resolveReference: ref,
          sum: ({ lines }: { lines: { count: number; ware: { price: number } }[] }) =>
            lines.reduce((sum, { count, ware }) => sum + count * ware.price, 0),
        },
      },
    },
  },
  [
    {
      name: 'collects it in a list of entities',
      query: '{ order { sum } }',
      data: { order: { sum: 80 } },
      sent: ['a', 'b', 'c'],
    },
    {
      name: 'also when the client selects the same list with other arguments',
      query: '{ order { sum lines { n: count count: ware { price: id } } } }',
      data: {
        order: {
          sum: 80,
          lines: [
            { n: 2, count: { price: '1' } },
            { n: 3, count: { price: '2' } },
          ],
        },
      },
      stock: { differs: 'aliases overwrite what is required (apollographql/federation#3036)' },
    },
  ],
)

const LENGTH = { CM: 100, INCH: 39 } as const
describeGraph(
  '@requires with arguments inside fragments and lists',
  {
    a: {
      sdl: `type Query { boxes: [Box] } type Box @key(fields: "id") { id: ID! holds: [Thing] } union Thing = Rod | Ring interface Long { size(in: Unit!): Int } enum Unit { CM INCH }
        type Rod implements Long { size(in: Unit!): Int } type Ring implements Long { size(in: Unit!): Int }`,
      resolvers: {
        Query: { boxes: () => [{ id: '1' }, { id: '2' }] },
        Box: {
          __resolveReference: ref,
          holds: ({ id }: { id: string }) => [
            { __typename: 'Rod', m: Number(id) },
            null,
            { __typename: 'Ring', m: 10 },
          ],
        },
        Rod: { size: ({ m }: { m: number }, given: { in: keyof typeof LENGTH }) => m * LENGTH[given.in] },
        Ring: { size: ({ m }: { m: number }, given: { in: keyof typeof LENGTH }) => m * LENGTH[given.in] },
      },
    },
    b: {
      sdl: `type Box @key(fields: "id") { id: ID! holds: [Thing] @external
        cm: Int @requires(fields: "holds { ... on Rod { size(in: CM) } ... on Ring { size(in: INCH) } }")
        inch: Int @requires(fields: "holds { ... on Long { size(in: INCH) } }") }
        union Thing = Rod | Ring interface Long { size(in: Unit!): Int } enum Unit { CM INCH }
        type Rod implements Long @external { size(in: Unit!): Int } type Ring implements Long @external { size(in: Unit!): Int }`,
      resolvers: {
        Box: {
          __resolveReference: ref,
          cm: ({ holds }: { holds: ({ size: number } | null)[] }) =>
            holds.reduce((sum, it) => sum + (it?.size ?? 0), 0),
          inch: ({ holds }: { holds: ({ size: number } | null)[] }) =>
            holds.reduce((sum, it) => sum + (it?.size ?? 0), 0),
        },
      },
    },
  },
  [
    {
      name: 'gets them for each type',
      query: '{ boxes { cm } }',
      data: { boxes: [{ cm: 490 }, { cm: 590 }] },
      stock: 'same',
    },
    {
      name: 'and twice where two fields require them differently',
      query: '{ boxes { cm inch holds { ... on Rod { size(in: CM) } } } }',
      data: {
        boxes: [
          { cm: 490, inch: 429, holds: [{ size: 100 }, null, {}] },
          { cm: 590, inch: 468, holds: [{ size: 200 }, null, {}] },
        ],
      },
      stock: { differs: 'its planner keeps one of the two' },
    },
  ],
)

const AMOUNTS: Readonly<Record<string, number>> = { EUR: 100, USD: 110 }
const timesRate = (
  { price }: { readonly price: number | null },
  { rate }: { readonly rate: number | null },
): number | null => price && price * (rate ?? 1)
describeGraph(
  '@requires with arguments of a field that itself requires with arguments',
  {
    prices: {
      sdl: `type Query { things: [Item!]! } interface Item { id: ID! } type Thing implements Item @key(fields: "id") { id: ID! price(currency: String): Int }`,
      resolvers: {
        Query: { things: () => [{ __typename: 'Thing', id: '1' }] },
        Thing: {
          __resolveReference: ref,
          price: (_: unknown, { currency }: { currency: string }) => AMOUNTS[currency] ?? 1,
        },
      },
    },
    levies: {
      sdl: `type Thing @key(fields: "id") { id: ID! price(currency: String): Int @external
        tax(rate: Int): Int @requires(fields: "price(currency: \\"EUR\\")")
        duty(rate: Int): Int @requires(fields: "price(currency: \\"USD\\")") }`,
      resolvers: { Thing: { __resolveReference: ref, tax: timesRate, duty: timesRate } },
    },
    totals: {
      sdl: `type Thing @key(fields: "id") { id: ID! tax(rate: Int): Int @external duty(rate: Int): Int @external
        total(of: Int): String @requires(fields: "tax(rate: 2) duty(rate: 3)") plain: String @requires(fields: "tax duty(rate: 4)") }`,
      resolvers: {
        Thing: {
          __resolveReference: ref,
          total: ({ tax, duty }: { tax: number; duty: number }) => `${tax} and ${duty}`,
          plain: ({ tax, duty }: { tax: number; duty: number }) => `${tax}, ${duty}`,
        },
      },
    },
    reports: {
      sdl: `type Thing @key(fields: "id") { id: ID! total(of: Int): String @external report: String @requires(fields: "total(of: 1)") }`,
      resolvers: {
        Thing: { __resolveReference: ref, report: ({ total }: { total: string }) => `report: ${total}` },
      },
    },
  },
  [
    {
      name: 'gets each with its own',
      query: '{ things { ... on Thing { total } } }',
      data: { things: [{ total: '200 and 330' }] },
      stock: { differs: 'it asks without the arguments' },
    },
    {
      name: 'next to the same fields with other arguments',
      query: '{ things { ... on Thing { tax duty total plain t: tax(rate: 5) price(currency: "USD") } } }',
      data: {
        things: [{ tax: 100, duty: 110, total: '200 and 330', plain: '100, 440', t: 500, price: 110 }],
      },
      stock: { differs: 'it asks without the arguments' },
    },
    {
      name: 'at every depth',
      query: '{ things { ... on Thing { report } } }',
      data: { things: [{ report: 'report: 200 and 330' }] },
      stock: { differs: 'it asks without the arguments' },
    },
  ],
)
