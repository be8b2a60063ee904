import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type GatewayUnderTest, LOOK, seen, startGatewayUnderTest } from '../test/support/gateway/gateway.ts'

const TWO =
  'query One($id: ID!) { address(id: $id) { id } } query Two($id: ID!) { address(id: $id) { street } }'

/** Requests of every kind, each answered by Apollo Server first and then as a known operation. */
const REQUESTS: readonly (readonly [string, string, Parameters<GatewayUnderTest['ask']>[1]])[] = [
  ['a question', LOOK, {}],
  ['in the other media type', LOOK, { headers: { accept: 'application/graphql-response+json' } }],
  ['a variable that is missing', LOOK, { variables: {} }],
  ['a variable of another kind', LOOK, { variables: { id: ['1'] } }],
  ['a text with two questions and none named', TWO, {}],
  ['an invalid question', '{ nothing }', { variables: {} }],
  ['one without anything to ask a subgraph', '{ __typename }', { variables: {} }],
]

describe('an answer without Apollo Server', () => {
  let gateway: GatewayUnderTest
  beforeAll(async () => {
    gateway = await startGatewayUnderTest()
  })
  beforeEach(async () => {
    await gateway.ask(LOOK)
  })
  afterAll(async () => {
    await gateway.close()
  })

  const plain = ({ status, text, headers }: Awaited<ReturnType<GatewayUnderTest['ask']>>) => ({
    status,
    // In our own errors only the trace id differs.
    text: text.replaceAll(/[0-9a-f]{32}/g, 'trace'),
    headers: Object.fromEntries(
      ['content-type', 'cache-control', 'content-length'].map((name) => [name, headers[name]]),
    ),
  })

  test.each(REQUESTS)('%s gets exactly the answer of Apollo Server', async (_name, query, options) => {
    // A new text always goes through Apollo Server.
    const fresh = `${query} # ${crypto.randomUUID()}`
    const [first, second] = [await gateway.ask(fresh, options), await gateway.ask(fresh, options)]
    expect(plain(second)).toEqual(plain(first))
  })

  test('an operation that fails in part is executed once, with the errors of Apollo Server', async () => {
    const { ncg, img } = gateway.subgraphs
    ncg.behave((_request, response) => void response.writeHead(500).end())
    const fresh = `${LOOK} # in part`
    const first = await gateway.ask(fresh)
    img.requests()
    const second = await gateway.ask(fresh)
    expect(img.requests()).toHaveLength(1)
    ncg.behave(null)
    expect(plain(second)).toEqual(plain(first))
    expect(second.errors).not.toEqual([])
    expect((await gateway.ask(fresh)).data).toEqual(seen('1'))
  })
})
