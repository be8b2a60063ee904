import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../dev/world/sample.ts'
import { startGateway } from '../../gateway/server.ts'
import { type GatewayConfig, readGatewayConfig } from '../../gateway/settings.ts'
import { systemEnvironment } from '../../tools/system.ts'
import { freePort } from '../support/postgres.ts'
import { layout, system } from './attacker.ts'

/** Gateways with other settings than those of the shared system, in front of the same subgraphs. */

const running: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const gateway of running) await gateway.close()
})

async function gatewayWith(changes: Partial<GatewayConfig>) {
  const port = await freePort()
  const config = readGatewayConfig({ ...(await systemEnvironment(layout)), LOG_LEVEL: 'silent' })
  running.push(await startGateway({ ...config, ...changes, GATEWAY_PORT: port }))
  const url = `http://127.0.0.1:${port}`

  async function post(body: object, token: string | null = 'img.handler', path = '/graphql') {
    const authorization = token?.startsWith('eyJ') ? token : token && (await system.tokenOf(token))
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json',
        'content-type': 'application/json',
        ...(authorization ? { authorization: `Bearer ${authorization}` } : {}),
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return { url, post }
}

const id = SAMPLE.both.addressId
// This system has no identity provider for production; all other checks of that mode apply.
const PRODUCTION = { NODE_ENV: 'production' as const }

describe('a gateway with trusted documents only', () => {
  test('refuses every other operation, and one that only resembles a trusted one', async () => {
    const { post } = await gatewayWith({ ...PRODUCTION, trustedDocuments: 'only' })
    const manifest = JSON.parse(readFileSync('schema/trusted-documents.json', 'utf8')) as Record<
      string,
      string
    >
    const [documentId = '', text = ''] =
      Object.entries(manifest).find(([, query]) => query.includes('query Policy {')) ?? []

    expect(await post({ documentId })).toMatchObject({ status: 200 })
    expect(await post({ query: text })).toMatchObject({ status: 200 })
    expect(
      await post({ query: text, documentId: null, operationName: 'Policy', extensions: null, variables: {} }),
    ).toMatchObject({ status: 200 })

    for (const body of [
      { query: '{ policy { id } }' },
      { query: '{ __typename }' },
      { query: '{ __schema { types { name } } }' },
      { query: `${text} ` },
      { query: `${text}\n# x` },
      { query: `query Policy { address(id: "${id}") { street } }` },
      { query: '{ policy { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: documentId } } },
      { query: '{ policy { id } }', extensions: { documentId } },
      { documentId: documentId.toUpperCase() },
      { documentId: documentId.slice('sha256:'.length) },
      { documentId: '__proto__' },
      { documentId: 'constructor' },
      { extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } },
    ]) {
      const received = await post(body)
      expect([body, received.status]).toEqual([body, 400])
      expect(received.text).toMatch(/DOCUMENT_NOT_TRUSTED|PERSISTED_QUERY_NOT_FOUND/)
      expect(received.text).not.toContain(id)
    }
  })
})

describe('a gateway in production', () => {
  test('reveals nothing of its schema: no introspection, no suggestions, no GraphiQL', async () => {
    const { post, url } = await gatewayWith({ ...PRODUCTION, trustedDocuments: 'prefer' })
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Address") { name } }',
      '{ ...F } fragment F on Query { __schema { queryType { name } } }',
    ]) {
      const received = await post({ query })
      expect(received.status).toBe(400)
      expect(received.text).not.toMatch(/"data"|imgGrant|Address"/)
    }
    const mistyped = await post({ query: `{ addres(id: "${id}") { stret } }` })
    expect(mistyped.text).not.toMatch(/Did you mean|addresses|street/)
    expect((await fetch(`${url}/graphiql`)).status).toBe(404)
    expect((await fetch(`${url}/schema.graphql`)).status).toBe(404)
  })

  test('names the values of an enum only for a registered document', async () => {
    const { post } = await gatewayWith({ ...PRODUCTION, trustedDocuments: 'prefer' })
    const variables = { id, purpose: 'GEHEIM' }
    const manifest = Object.entries(JSON.parse(readFileSync('schema/trusted-documents.json', 'utf8')))
    const [documentId, text] =
      manifest.find(([, query]) => String(query).includes('query UnifiedAddress')) ?? []
    const registered = await post({ documentId, variables })
    expect(registered.text).toContain('purpose is geen Purpose (kies uit SIGNALLING, STATUS_EXCHANGE, ')
    const other = await post({ query: `${text} `, variables })
    expect(other.text).toContain('purpose is geen Purpose.')
    const inText = await post({ query: `{ address(id: "${id}", purpose: GEHEIM) { id } }` })
    expect(inText.text).toContain('GRAPHQL_VALIDATION_FAILED')
    expect(inText.text).not.toMatch(/GEHEIM|SIGNALLING/)
    for (const received of [registered, other]) {
      expect(received.text).toContain('BAD_USER_INPUT')
      expect(received.text).not.toContain('GEHEIM')
    }
  })
})

describe('a flood of requests', () => {
  test('of one person is limited for that person, with when to retry', async () => {
    const { post, url } = await gatewayWith({ perMinute: { caller: 5, organisation: 100, unknown: 100 } })
    const flood = await Promise.all(Array.from({ length: 12 }, () => post({ query: '{ __typename }' })))
    expect(flood.map(({ status }) => status).toSorted()).toEqual([
      ...Array(5).fill(200),
      ...Array(7).fill(429),
    ])
    const refused = flood.find(({ status }) => status === 429)
    expect(refused?.text).toContain('RATE_LIMITED')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    // The limit applies before the body is read: otherwise an invalid body would be a 400.
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await system.tokenOf('img.handler')}`,
      },
      body: '{',
    })
    expect(response.status).toBe(429)
    expect((await post({ query: '{ __typename }' }, 'img.colleague')).status).toBe(200)
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/rate_limited_total\{by="caller".*\} 8/)
  })

  test('without a valid token is limited, and blocks nobody with one', async () => {
    const { post } = await gatewayWith({ perMinute: { caller: 100, organisation: 100, unknown: 5 } })
    const forged = `${(await system.tokenOf('img.handler')).slice(0, -8)}AAAAAAAA`
    const flood = await Promise.all(
      Array.from({ length: 12 }, (_, index) => post({ query: '{ __typename }' }, index % 2 ? forged : null)),
    )
    expect(flood.map(({ status }) => status).toSorted()).toEqual([
      ...Array(5).fill(401),
      ...Array(7).fill(429),
    ])
    expect((await post({ query: '{ __typename }' })).status).toBe(200)
  })
})
