import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { startGateway } from '../../../gateway/server.ts'
import { readGatewayConfig } from '../../../gateway/settings.ts'
import { compose, type TestSubgraph } from '../executor/federation.ts'
import { freePort } from '../postgres.ts'
import { startIssuer } from './issuer.ts'
import { type RunningSubgraph, startSubgraph } from './subgraph.ts'

const NAMES = ['svip', 'img', 'ncg'] as const
type Name = (typeof NAMES)[number]

/** Three small subgraphs with a shared address entity. */
export const SUBGRAPHS: Readonly<Record<Name, TestSubgraph>> = {
  svip: {
    sdl: `type Query { address(id: ID!): Address addresses: [Address!] }
      type Mutation { rename(id: ID!): Address again(id: ID!): Address }
      type Address @key(fields: "id") { id: ID! street: String }`,
    resolvers: {
      Query: {
        address: (_: never, { id }: { id: string }) => ({ id, street: `street ${id}` }),
        addresses: () => ['1', '2'].map((id) => ({ id, street: `street ${id}` })),
      },
      Mutation: {
        rename: (_: never, { id }: { id: string }) => ({ id, street: 'new' }),
        again: (_: never, { id }: { id: string }) => ({ id, street: 'newer' }),
      },
    },
  },
  img: {
    sdl: 'type Address @key(fields: "id") { id: ID! damage: String }',
    resolvers: { Address: { damage: ({ id }: { id: string }) => `damage ${id}` } },
  },
  ncg: {
    sdl: 'type Address @key(fields: "id") { id: ID! strengthening: Strengthening } type Strengthening { phase: String! }',
    resolvers: { Address: { strengthening: ({ id }: { id: string }) => ({ phase: `phase ${id}` }) } },
  },
}

export const LOOK = 'query Look($id: ID!) { address(id: $id) { id street damage strengthening { phase } } }'

/** The complete answer to `LOOK`. */
export const seen = (id: string) => ({
  address: { id, street: `street ${id}`, damage: `damage ${id}`, strengthening: { phase: `phase ${id}` } },
})

export type Answered = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly data: unknown
  /** The code and the path of each error, sorted. */
  readonly errors: readonly string[]
}

type ReportedError = { readonly path?: readonly unknown[]; readonly extensions: { readonly code: string } }

type Start = (environment: Readonly<Record<string, string>>) => Promise<{ close(): Promise<void> }>

const inThisProcess: Start = (environment) => startGateway(readGatewayConfig(environment))

/** The real gateway, by default in this process, in front of subgraphs that the test controls. */
export async function startGatewayUnderTest(
  environment: Readonly<Record<string, string>> = {},
  start: Start = inThisProcess,
) {
  const directory = mkdtempSync(join(tmpdir(), 'samenloop-gateway-'))
  const supergraph = join(directory, 'supergraph.graphql')
  writeFileSync(supergraph, compose(SUBGRAPHS))
  const issuer = await startIssuer()
  const subgraphs = Object.fromEntries(
    await Promise.all(
      NAMES.map(async (name) => [name, await startSubgraph(await freePort(), SUBGRAPHS[name])] as const),
    ),
  ) as Record<Name, RunningSubgraph>
  const port = await freePort()
  const gateway = await start({
    NODE_ENV: 'test',
    // Without a timeout: how long a held answer takes depends on the machine.
    SUBGRAPH_TIMEOUT_MS: '60000',
    LOG_LEVEL: 'silent',
    GATEWAY_PORT: String(port),
    SUPERGRAPH: supergraph,
    IDENTITY_ISSUER: issuer.url,
    IMG_URL: subgraphs.img.url,
    NCG_URL: subgraphs.ncg.url,
    SVIP_URL: subgraphs.svip.url,
    ...environment,
  })
  let ended: Promise<void> | null = null
  const stop = () => {
    ended ??= gateway.close()
    return ended
  }
  const url = `http://127.0.0.1:${port}`
  const clients = new Agent({ connections: 500, pipelining: 1 })
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (subject: string) => {
    const token = tokens.get(subject) ?? issuer.token(subject)
    tokens.set(subject, token)
    return token
  }

  async function get(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const response = await request(`${url}${path}`, { dispatcher: clients })
    return { status: response.statusCode, text: await response.body.text() }
  }

  return {
    url,
    subgraphs,
    supergraph,
    tokenOf,
    get,
    async ask(
      query: string,
      {
        variables = { id: '1' },
        as = 'somebody',
        headers = {},
        signal,
      }: {
        variables?: Readonly<Record<string, unknown>>
        as?: string
        headers?: Readonly<Record<string, string>>
        signal?: AbortSignal
      } = {},
    ): Promise<Answered> {
      const response = await request(`${url}/graphql`, {
        method: 'POST',
        dispatcher: clients,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(as)}`,
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
        ...(signal ? { signal } : {}),
      })
      const text = await response.body.text()
      const { data = null, errors = [] } = text.startsWith('{')
        ? (JSON.parse(text) as { data?: unknown; errors?: readonly ReportedError[] })
        : {}
      return {
        status: response.statusCode,
        headers: response.headers,
        text,
        data,
        errors: errors.map(({ path = [], extensions: { code } }) => `${code} ${path.join('.')}`).toSorted(),
      }
    },
    /** A metric of the gateway, summed over the lines with `label`. */
    async metric(name: string, label = ''): Promise<number> {
      return (await get('/metrics')).text
        .split('\n')
        .filter((line) => line.startsWith(`${name}{`) && line.includes(label))
        .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
    },
    stop,
    async close() {
      await clients.destroy()
      await stop()
      for (const subgraph of Object.values(subgraphs)) subgraph.kill()
      issuer.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export type GatewayUnderTest = Awaited<ReturnType<typeof startGatewayUnderTest>>
