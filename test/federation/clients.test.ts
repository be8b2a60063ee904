import { readFileSync } from 'node:fs'
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client, createRequest, fetchExchange, makeOperation } from '@urql/core'
import { type DocumentNode, parse } from 'graphql'
import { ClientError, GraphQLClient } from 'graphql-request'
import { SAMPLE } from '../../dev/world/sample.ts'
import { client } from '../support/system.ts'

/** The gateway with the most used GraphQL clients, unmodified. */

const system = client()
const url = `${system.urls.gateway}/graphql`
const id = SAMPLE.both.addressId

const ADDRESS = `query Address($id: ID!) { address(id: $id, purpose: COOPERATION) { id street access { owner outcome } } }`
const FORBIDDEN = '{ damageClaims { totalCount } }'
/** One field is refused while the other answers. */
const PARTLY = `query Partly($id: ID!) { address(id: $id) { id } damageClaim(id: "x") { id } }`
const PART = { address: { id }, damageClaim: null }
const MISTAKEN = '{ policy { identifier } }'

const POLICY = parse(readFileSync('schema/operations/policy.graphql', 'utf8'))
const manifest = Object.entries(
  JSON.parse(readFileSync('schema/trusted-documents.json', 'utf8')) as Record<string, string>,
)
const documentId = manifest.find(([, text]) => text.startsWith('query Policy {'))?.[0] ?? ''

const expected = { id, street: expect.any(String), access: expect.any(Array) }
const trustedOnes = () => system.metric('gateway', 'documents_total', 'kind="trusted"')

let authorization: string
beforeAll(async () => {
  authorization = `Bearer ${await system.tokenOf('ncg.handler')}`
})

test('a code generator reads the schema from the gateway, as clients see it', async () => {
  const response = await fetch(`${system.urls.gateway}/schema.graphql`)
  const text = await response.text()
  expect(response.headers.get('content-type')).toMatch('application/graphql')
  expect(text).toBe(readFileSync('schema/api.graphql', 'utf8'))
  expect(text).not.toMatch(/@join__|@category|_Entity|_Service/)
})

describe('Apollo Client', () => {
  let apollo: ApolloClient
  beforeAll(() => {
    const link = new HttpLink({ uri: url, headers: { authorization } })
    apollo = new ApolloClient({ link, cache: new InMemoryCache() })
  })
  afterAll(() => apollo.stop())

  test('sends variables', async () => {
    const { data } = await apollo.query({ query: gql(ADDRESS), variables: { id } })
    expect(data).toMatchObject({ address: expected })
  })

  test('gets a refusal with its code', async () => {
    const { error } = await apollo.query({ query: gql(FORBIDDEN), errorPolicy: 'all' })
    if (!CombinedGraphQLErrors.is(error)) throw error ?? new Error('there was no error')
    expect(error.errors).toMatchObject([{ path: ['damageClaims'], extensions: { code: 'FORBIDDEN' } }])
  })

  test('gets the part that can be answered', async () => {
    const query = gql(PARTLY)
    const { data, error } = await apollo.query({ query, variables: { id }, errorPolicy: 'all' })
    expect(data).toMatchObject(PART)
    if (!CombinedGraphQLErrors.is(error)) throw error ?? new Error('there was no error')
    expect(error.errors).toMatchObject([{ path: ['damageClaim'], extensions: { code: 'FORBIDDEN' } }])
  })

  test('gets the errors of an invalid operation', async () => {
    const { error } = await apollo.query({ query: gql(MISTAKEN), errorPolicy: 'all' })
    if (!CombinedGraphQLErrors.is(error)) throw error ?? new Error('there was no error')
    expect(error.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
  })

  test.each([false, true])(
    'sends a trusted document by its id, with GET: %s',
    async (useGETForHashedQueries) => {
      const link = new PersistedQueryLink({
        generateHash: () => documentId.slice('sha256:'.length),
        useGETForHashedQueries,
      }).concat(new HttpLink({ uri: url, headers: { authorization, 'graphql-require-preflight': '1' } }))
      const trusting = new ApolloClient({ link, cache: new InMemoryCache() })
      const before = await trustedOnes()
      const { data } = await trusting.query({ query: POLICY, fetchPolicy: 'no-cache' })
      expect(data).toMatchObject({ policy: { id: 'twg-2023' } })
      expect(await trustedOnes()).toBe(before + 1)
      trusting.stop()
    },
  )

  test('sends the text of an unknown document, which is not stored', async () => {
    const link = new PersistedQueryLink({ generateHash: () => 'f'.repeat(64) }).concat(
      new HttpLink({ uri: url, headers: { authorization } }),
    )
    const trusting = new ApolloClient({ link, cache: new InMemoryCache() })
    const { data } = await trusting.query({ query: gql(ADDRESS), variables: { id } })
    expect(data).toMatchObject({ address: expected })
    trusting.stop()
  })
})

describe('urql', () => {
  let urql: Client
  beforeAll(() => {
    urql = new Client({
      url,
      exchanges: [fetchExchange],
      preferGetMethod: false,
      fetchOptions: () => ({ headers: { authorization } }),
    })
  })

  test('sends variables', async () => {
    const { data, error } = await urql.query(ADDRESS, { id })
    expect(error).toBeUndefined()
    expect(data).toMatchObject({ address: expected })
  })

  test('gets a refusal with its code', async () => {
    const { error } = await urql.query(FORBIDDEN, {})
    expect(error?.graphQLErrors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  test('gets the part that can be answered', async () => {
    const { data, error } = await urql.query(PARTLY, { id })
    expect(data).toMatchObject(PART)
    expect(error?.graphQLErrors).toMatchObject([{ path: ['damageClaim'], extensions: { code: 'FORBIDDEN' } }])
  })

  test('gets the errors of an invalid operation', async () => {
    const { error } = await urql.query(MISTAKEN, {})
    expect(error?.networkError).toBeUndefined()
    expect(error?.graphQLErrors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
  })

  test('sends a trusted document by its id', async () => {
    const trusted: DocumentNode & { readonly documentId: string } = {
      ...POLICY,
      definitions: [],
      documentId,
    }
    const before = await trustedOnes()
    const context = {
      url,
      requestPolicy: 'network-only' as const,
      fetchOptions: { headers: { authorization } },
    }
    const operation = makeOperation('query', createRequest(trusted, {}), context)
    const { data, error } = await urql.executeRequestOperation(operation)
    expect(error).toBeUndefined()
    expect(data).toMatchObject({ policy: { id: 'twg-2023' } })
    expect(await trustedOnes()).toBe(before + 1)
  })
})

describe('graphql-request', () => {
  let requests: GraphQLClient
  beforeAll(() => {
    requests = new GraphQLClient(url, { headers: { authorization } })
  })

  test('sends variables', async () => {
    expect(await requests.request(ADDRESS, { id })).toMatchObject({ address: expected })
  })

  test('gets a refusal with its code', async () => {
    const error = await requests.request(FORBIDDEN).catch((thrown: unknown) => thrown)
    if (!(error instanceof ClientError)) throw error
    expect(error.response.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  test('gets the part that can be answered', async () => {
    const lenient = new GraphQLClient(url, { headers: { authorization }, errorPolicy: 'all' })
    expect(await lenient.rawRequest(PARTLY, { id })).toMatchObject({
      data: PART,
      errors: [{ path: ['damageClaim'], extensions: { code: 'FORBIDDEN' } }],
    })
  })

  test('gets the errors of an invalid operation', async () => {
    const error = await requests.request(MISTAKEN).catch((thrown: unknown) => thrown)
    if (!(error instanceof ClientError)) throw error
    expect(error.response.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
  })
})
