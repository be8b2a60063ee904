import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../dev/world/sample.ts'
import { client } from '../support/system.ts'

const system = client()
const id = SAMPLE.both.addressId
const manifest = JSON.parse(readFileSync('schema/trusted-documents.json', 'utf8')) as Record<string, string>

/** The id under which an operation is registered. */
const idOf = (name: string): string =>
  Object.entries(manifest).find(
    ([, text]) => text.includes(` ${name}(`) || text.includes(` ${name} {`),
  )?.[0] ?? 'not registered'

type Received = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: an answer is asserted on, whatever its form.
  readonly body: any
}

async function send(as: string, path: string, init: RequestInit = {}): Promise<Received> {
  const response = await fetch(`${system.urls.gateway}/graphql${path}`, {
    ...init,
    headers: { authorization: `Bearer ${await system.tokenOf(as)}`, ...init.headers },
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? null : JSON.parse(text),
  }
}

const post = (as: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  send(as, '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const get = (
  as: string,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { 'graphql-require-preflight': '1' },
) => send(as, `?${new URLSearchParams(parameters)}`, { headers })

describe('a trusted document', () => {
  test('is executed by its id, with variables', async () => {
    const variables = { id, purpose: 'COOPERATION' }
    const named = await post('ncg.handler', { documentId: idOf('UnifiedAddress'), variables })
    const written = await post('ncg.handler', { query: manifest[idOf('UnifiedAddress')], variables })
    expect(named.status).toBe(200)
    expect(named.body.data.address).toMatchObject({
      street: expect.any(String),
      damage: { categories: expect.arrayContaining(['PRESENCE']) },
    })
    expect(named.body.data.address.damage).toEqual(written.body.data.address.damage)
  })

  test('gives each caller what that caller may see, and no more', async () => {
    const outside = await post('gemeente.groningen', {
      documentId: idOf('UnifiedAddress'),
      variables: { id, purpose: 'MUNICIPAL_PLAN' },
    })
    expect(outside.body).toEqual({ data: { address: null } })
    const forbidden = await post('ncg.handler', { documentId: idOf('MyDamageClaims') })
    expect(forbidden.body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  test('that is unknown gives one error, with status 400', async () => {
    const documentId = `sha256:${'0'.repeat(64)}`
    const usual = await post('ncg.handler', { documentId })
    expect(usual.status).toBe(200)
    expect(usual.body).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
    const accept = 'application/graphql-response+json'
    const chosen = await post('ncg.handler', { documentId }, { accept })
    expect(chosen.status).toBe(400)
    expect(chosen.headers.get('content-type')).toContain(accept)
  })

  test.each([
    ['an id that is no text', { documentId: 7 }],
    ['both an id and a text', { documentId: 'sha256:x', query: '{ __typename }' }],
  ])('%s is malformed', async (_name, body) => {
    const { status, body: answer } = await post('ncg.handler', body)
    expect(status).toBe(400)
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

describe('GET', () => {
  test('answers a trusted document without variables, with an answer that nobody may cache', async () => {
    const { status, body, headers } = await get('ncg.handler', { documentId: idOf('Policy') })
    expect({ status, body }).toMatchObject({ status: 200, body: { data: { policy: { id: 'twg-2023' } } } })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('answers a trusted document whose variables can only be enum values', async () => {
    const { status, body } = await get('ncg.svip', {
      documentId: idOf('OpenObligations'),
      variables: JSON.stringify({ state: 'DONE', overdue: false }),
    })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { data: { obligations: { nodes: expect.any(Array) } } },
    })
  })

  test.each([
    ['an address', { documentId: idOf('UnifiedAddress'), variables: JSON.stringify({ id }) }],
    ['an address, without its variable', { documentId: idOf('UnifiedAddress') }],
    ['a postcode', { documentId: idOf('SearchAddresses'), variables: '{"postcode":"9901AB"}' }],
    ['a page of somebody', { documentId: idOf('MyDamageClaims') }],
    [
      'a variable that the document does not have',
      { documentId: idOf('Policy'), variables: JSON.stringify({ id }) },
    ],
    ['a mutation', { documentId: idOf('WithdrawConsent'), variables: JSON.stringify({ id }) }],
    ['a text', { query: '{ policy { id } }' }],
    ['a text with an address in it', { query: `{ address(id: "${id}") { street } }` }],
    ['more than the schema', { query: '{ __typename policy { id } }' }],
    ['more than the schema in a fragment', { query: '{ ...F } fragment F on Query { policy { id } }' }],
    ['a mutation of nothing', { query: 'mutation { __typename }' }],
    ['a query beside a mutation', { query: 'query A { __typename } mutation B { __typename }' }],
  ])('never accepts %s', async (_name, parameters) => {
    const { status, text, headers } = await get('img.handler', parameters)
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('POST')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('METHOD_NOT_ALLOWED')
    expect(text).not.toMatch(new RegExp(`"data"|${id}`))
  })

  test.each([
    ['the same parameter twice', 'query={__typename}&query={__typename}'],
    ['variables that are no object', 'query={__typename}&variables=[1]'],
    ['variables that are no JSON', 'query={__typename}&variables=GEHEIM'],
    ['nothing', ''],
  ])('with %s is a clear error', async (_name, search) => {
    const { status, text } = await send('img.handler', `?${search}`, {
      headers: { 'graphql-require-preflight': '1' },
    })
    expect(status).toBe(400)
    expect(text).not.toContain('GEHEIM')
  })
})

describe('a page of another site', () => {
  test('cannot query by GET, which a browser sends without a preflight', async () => {
    const { status, text } = await get('img.handler', { query: '{ __typename }' }, {})
    expect(status).toBe(400)
    expect(text).not.toContain('"data"')
  })

  test.each(['cross-site', 'same-site'])('is refused by the headers of the browser: %s', async (site) => {
    const headers = { 'sec-fetch-site': site, 'graphql-require-preflight': '1' }
    expect((await get('img.handler', { query: '{ __typename }' }, headers)).status).toBe(403)
    expect((await post('img.handler', { query: '{ __typename }' }, headers)).status).toBe(403)
  })

  test('gets no permission by CORS, for any request', async () => {
    const response = await fetch(`${system.urls.gateway}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.ok).toBe(false)
  })
})

test.each([
  ['trusted', { documentId: idOf('Policy') }],
  ['text', { query: '{ __typename }' }],
  ['unknown', { documentId: 'sha256:x' }],
])('operations are counted by how they were identified: %s', async (kind, body) => {
  const counted = () => system.metric('gateway', 'documents_total', `kind="${kind}"`)
  const before = await counted()
  await post('img.handler', body)
  expect(await counted()).toBe(before + 1)
})
