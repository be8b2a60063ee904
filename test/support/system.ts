import { personaToken } from '../../dev/identity/persona-token.ts'
import { baseUrl, type Layout, operatorTokens, type ServiceName } from '../../tools/system.ts'

/** The shared system as users access it: over HTTP, with tokens of real sign-ins. */

export const testLayout = (): Layout => {
  const text = process.env.TEST_SYSTEM
  if (!text) throw new Error('The test system does not run; run this test through `npm run test:system`.')
  return JSON.parse(text) as Layout
}

export const systemUrls = (layout: Layout = testLayout()): Readonly<Record<ServiceName, string>> => ({
  gateway: baseUrl(layout.ports, 'gateway'),
  identity: baseUrl(layout.ports, 'identity'),
  svip: baseUrl(layout.ports, 'svip'),
  img: baseUrl(layout.ports, 'img'),
  ncg: baseUrl(layout.ports, 'ncg'),
})

/** Whether the gateway is ours. Tests do not expect our texts and statuses of another gateway (`test/portability`). */
export const isOwnGateway = process.env.TEST_GATEWAY === undefined

export type Answer = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on answers of any form.
  readonly data: any
  readonly errors: readonly { message: string; path?: unknown; extensions: { code: string } }[]
}

export type Ask = {
  /** The caller; without a persona no token is sent. */
  readonly as?: string
  readonly token?: string
  readonly purpose?: string
  readonly variables?: Readonly<Record<string, unknown>>
  /** The endpoint: the gateway, or a subgraph directly. */
  readonly at?: 'gateway' | 'svip' | 'img' | 'ncg'
  readonly headers?: Readonly<Record<string, string>>
}

/** A client of a system. */
export function client(layout: Layout = testLayout()) {
  const urls = systemUrls(layout)
  const tokens = new Map<string, Promise<string>>()

  const tokenOf = (persona: string): Promise<string> => {
    const known = tokens.get(persona)
    if (known) return known
    const token =
      persona === 'operator'
        ? operatorTokens(layout).then((source) => source())
        : personaToken(urls.identity, persona)
    tokens.set(persona, token)
    return token
  }

  async function post(url: string, body: unknown, ask: Ask): Promise<{ status: number; body: unknown }> {
    const token = ask.token ?? (ask.as ? await tokenOf(ask.as) : undefined)
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(ask.purpose ? { 'x-purpose': ask.purpose } : {}),
        ...ask.headers,
      },
      body: JSON.stringify(body),
      // Less than the time limit of a test, so that the test shows which answer is missing.
      signal: AbortSignal.timeout(240_000),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }

  return {
    urls,
    tokenOf,
    async ask(query: string, ask: Ask = {}): Promise<Answer> {
      const { status, body } = await post(
        `${urls[ask.at ?? 'gateway']}/graphql`,
        { query, variables: ask.variables },
        ask,
      )
      const { data = null, errors = [] } = body as Partial<Answer>
      return { status, data, errors }
    },
    /** Sends rows to an importer, by default as the operator. */
    async importRows(
      kind: 'addresses' | 'municipalities' | 'img' | 'ncg' | 'consents',
      rows: readonly Record<string, string>[],
      ask: Ask = { as: 'operator' },
    ) {
      const at = kind === 'img' || kind === 'ncg' ? kind : 'svip'
      const { status, body } = await post(`${urls[at]}/import/${kind}`, { rows }, ask)
      return { status, body: body as { results: readonly unknown[] } }
    },
    /** A metric of a process, summed over the lines with `label`, or over all. */
    async metric(service: ServiceName, name: string, label = ''): Promise<number> {
      const text = await (await fetch(`${urls[service]}/metrics`)).text()
      return text
        .split('\n')
        .filter((line) => line.startsWith(`${name}{`) && line.includes(label))
        .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
    },
    /** The whole log of a party, as lines. */
    async log(party: 'svip' | 'img' | 'ncg', as = 'operator'): Promise<Record<string, unknown>[]> {
      const response = await fetch(`${urls[party]}/log`, {
        headers: { authorization: `Bearer ${await tokenOf(as)}` },
      })
      if (!response.ok) throw new Error(`log: ${response.status}`)
      return (await response.text())
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    },
  }
}
