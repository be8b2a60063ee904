import type { TestSubgraph } from '../test/support/executor/federation.ts'

/**
 * The four subgraphs of the public gateway benchmarks: 6 users, 9 products, 11 reviews, all by one author with two reviews, and a query
 * that traverses them three times.
 */

type Product = { readonly upc: string }
const text = (words: number, seed: number): string =>
  Array.from({ length: words }, (_, index) => `word${(seed * 31 + index * 7) % 97}`).join(' ')

const USERS = Array.from({ length: 6 }, (_, index) => ({
  id: `${index + 1}`,
  name: `User Name ${index + 1}`,
  username: `user-${index + 1}`,
}))
const PRODUCTS = Array.from({ length: 9 }, (_, index) => ({
  upc: `${index + 1}`,
  name: `Product ${index + 1}`,
  price: 100 * (index + 1),
  weight: 50 * (index + 1),
}))
const REVIEWS = Array.from({ length: 11 }, (_, index) => ({
  id: `${index + 1}`,
  body: text(70, index),
  product: { upc: `${(index % 9) + 1}` },
  author: { id: '1' },
}))

const reviewsOf = (upc: string) => REVIEWS.filter(({ product }) => product.upc === upc)

/** The subgraphs, without delays. */
export const SHOP: Readonly<Record<string, TestSubgraph>> = {
  accounts: {
    sdl: `type Query { users: [User] } type User @key(fields: "id") { id: ID! name: String username: String @shareable }`,
    resolvers: {
      Query: { users: () => USERS },
      User: { __resolveReference: ({ id }: { id: string }) => USERS.find((user) => user.id === id) },
    },
  },
  inventory: {
    sdl: `type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
    resolvers: {
      Product: {
        inStock: () => true,
        shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
          price > 500 ? 0 : weight,
      },
    },
  },
  products: {
    sdl: `type Query { topProducts(first: Int = 5): [Product] } type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_: unknown, { first }: { first: number }) => PRODUCTS.slice(0, first) },
      Product: { __resolveReference: ({ upc }: Product) => PRODUCTS.find((product) => product.upc === upc) },
    },
  },
  reviews: {
    sdl: `type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") } type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] } type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Review: { author: ({ author }: { author: { id: string } }) => ({ ...author, username: 'user-1' }) },
      User: { reviews: () => REVIEWS.slice(0, 2) },
      Product: { reviews: ({ upc }: Product) => reviewsOf(upc) },
    },
  },
}

const PARTS = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }`

const ROUND = '...Review author { ...User reviews { ...Review product { ...Product } } }'

/** The query. */
export const SHOP_QUERY = `query Shop {
  users { ...User reviews { ...Review product { ...Product reviews { ${ROUND} } } } }
  topProducts { ...Product reviews { ${ROUND} } }
} ${PARTS}`
