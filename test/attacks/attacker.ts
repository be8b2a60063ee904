import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { importJWK, type JWK, SignJWT } from 'jose'
import { type GrantKeys, parseGrantKeys } from '../../kernel/identity/grant.ts'
import { createServiceTokenSource } from '../../kernel/identity/identity.ts'
import { pseudonym } from '../../kernel/records/log/processing.ts'
import type { Owner } from '../../kernel/vocabulary.ts'
import type { ServiceName } from '../../tools/system.ts'
import { client, isOwnGateway, testLayout } from '../support/system.ts'

/**
 * The tools of the strongest attacker: real tokens of real people, every secret of the system, and the network. A protection that
 * withstands these withstands less.
 */

export type Party = 'img' | 'ncg' | 'svip'
export const PARTIES = ['img', 'ncg', 'svip'] as const satisfies readonly Party[]

/** Every endpoint whose refusals are made by our code. */
export const OUR_ENDPOINTS: readonly ServiceName[] = isOwnGateway ? [...PARTIES, 'gateway'] : PARTIES

export const layout = testLayout()
export const system = client(layout)
export const secrets = JSON.parse(readFileSync(`${layout.directory}/secrets.json`, 'utf8')) as Readonly<
  Record<string, string>
>

export const now = (): number => Math.floor(Date.now() / 1000)

type Sent = {
  readonly as?: string
  readonly token?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}
/** The trace id differs for every request; comparisons ignore it. */
const TRACE_OF_ERROR = /("code":"[A-Z_]+","traceId":")[0-9a-f]{32}/g

export type Received = { readonly status: number; readonly text: string; readonly headers: Headers }

/** Sends a request, and returns the raw answer. */
export async function send(
  service: ServiceName,
  path: string,
  { as, token, method = 'POST', headers = {}, body }: Sent,
): Promise<Received> {
  const bearer = token ?? (as ? await system.tokenOf(as) : undefined)
  const response = await fetch(`${system.urls[service]}${path}`, {
    method,
    headers: {
      // With this media type a refusal has its own status; with the older one it is 200.
      accept: 'application/graphql-response+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return {
    status: response.status,
    text: text.replaceAll(TRACE_OF_ERROR, '$1<trace>'),
    headers: response.headers,
  }
}

/** Sends an operation, and returns the raw answer. */
export const post = (
  service: ServiceName,
  query: string,
  sent: Sent & { readonly variables?: unknown } = {},
): Promise<Received> =>
  send(service, '/graphql', { body: JSON.stringify({ query, variables: sent.variables }), ...sent })

/** The errors of an answer, whatever its form. */
export const errorsOf = ({ text }: Received): readonly { message: string; extensions: { code: string } }[] =>
  (JSON.parse(text) as { errors?: readonly { message: string; extensions: { code: string } }[] }).errors ?? []

/** Removes the trace from an error, so that two can be compared. */
export const withoutTrace = (text: string): string => text.replaceAll(/[0-9a-f]{32}/g, '<trace>')

// biome-ignore lint/suspicious/noExplicitAny: entries of several kinds are asserted on.
export type Entry = any

/** Every entry of the logs of a party, in order. */
export async function entriesOf(party: Party): Promise<Entry[]> {
  const lines = await system.log(party)
  return lines.flatMap(({ type, content }) =>
    type === 'entry' && typeof content === 'string' ? [JSON.parse(content)] : [],
  )
}

/** Lines about the data that the tests load before they begin. */
const LOADED = 'Ingelezen uit een bestand'

/** The records of a party about an address: processing lines, and at the SVIP also decisions. */
export async function recordOf(party: Party, addressId: string): Promise<Entry[]> {
  const key = Buffer.from(secrets[`${party.toUpperCase()}_PSEUDONYM_KEY`] ?? '')
  const subjects = new Set([addressId, pseudonym(key, addressId)])
  return (await entriesOf(party)).filter(({ subject, name }) => subjects.has(subject) && name !== LOADED)
}

export const refusalOf = (entry: Entry): string | undefined => entry?.attributes?.['samenloop.refusal']

/** The lines of the processing log of a party, in order; the decisions of the SVIP have their own chain. */
export const linesOf = async (party: Party): Promise<Entry[]> =>
  (await entriesOf(party)).filter((entry) => entry.attributes !== undefined)

/** The refusals that a party put on record while `act` ran. */
export async function refusalsDuring(party: Party, act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = (await linesOf(party)).length
  await act()
  const refusals = (await linesOf(party)).slice(before).flatMap((line) => refusalOf(line) ?? [])
  // Refusals without a valid token are counted and recorded some time later, so these are of earlier requests.
  return refusals.filter((refusal) => !refusal.startsWith('UNAUTHENTICATED ×'))
}

/** A new trace, and the headers of a request in it. */
export function newTrace() {
  const trace = randomUUID().replaceAll('-', '')
  return { trace, headers: { traceparent: `00-${trace}-1234567890abcdef-01` } }
}

/** Attempts that must be on record. Each has its own trace, so that one reading of the log, at the end, finds the record of each. */
export function createAttempts() {
  const made: { readonly party: Party; readonly trace: string; readonly refusals: readonly string[] }[] = []
  return {
    /** The headers of an attempt that `party` must put on record with exactly these refusals. */
    at(party: Party, ...refusals: readonly string[]): Readonly<Record<string, string>> {
      const { trace, headers } = newTrace()
      made.push({ party, trace, refusals: refusals.toSorted() })
      return headers
    },
    /** Returns the attempts without the expected record; there must be attempts. */
    async notOnRecord(): Promise<
      readonly { readonly expected: readonly string[]; readonly found: readonly string[] }[]
    > {
      if (made.length === 0) throw new Error('no attempts were made')
      const byTrace = new Map<string, Entry[]>()
      for (const party of new Set(made.map((attempt) => attempt.party))) {
        for (const line of await linesOf(party)) {
          const key = `${party} ${line.trace_id}`
          byTrace.set(key, [...(byTrace.get(key) ?? []), line])
        }
      }
      return made.flatMap(({ party, trace, refusals }) => {
        const lines = byTrace.get(`${party} ${trace}`) ?? []
        const found = lines.map((line) => refusalOf(line) ?? `given: ${line.name}`).sort()
        return found.join('\n') === refusals.join('\n') ? [] : [{ expected: refusals, found }]
      })
    },
  }
}

const signingJwk = (JSON.parse(secrets.IDENTITY_JWKS ?? '{}') as { keys: readonly JWK[] }).keys[0] as JWK

export type TokenWish = {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly issuer?: string
  readonly audience?: string
  /** Seconds from now. */
  readonly expiresIn?: number
}

/** An access token with any claims, signed with the key of the identity provider. */
export async function tokenThatSays({
  claims = {},
  header = {},
  issuer = system.urls.identity,
  audience = 'samenloop',
  expiresIn = 300,
}: TokenWish): Promise<string> {
  return await new SignJWT({
    sub: 'made.up',
    client_id: 'samenloop-dev',
    org: 'NCG',
    roles: ['case_handler'],
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: signingJwk.kid ?? '', ...header })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(now() + expiresIn)
    .sign(await importJWK(signingJwk, 'RS256'))
}

/** The token of a process, which has no access to the data of people. */
export const serviceToken = (name: Party): Promise<string> =>
  createServiceTokenSource({
    issuer: system.urls.identity,
    clientId: `samenloop-${name}`,
    clientSecret: secrets[`${name.toUpperCase()}_CLIENT_SECRET`] ?? '',
    resource: 'urn:samenloop:graph',
  }).token()

export const grantKeys = (owner: Owner): GrantKeys => parseGrantKeys(secrets[`${owner}_GRANT_KEYS`] ?? '')

export const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A JWS made by hand, with an HMAC of any hash over any key. */
export function handMade(
  header: unknown,
  payload: unknown,
  key: Uint8Array | string,
  hash = 'sha256',
): string {
  const signed = `${base64url(header)}.${base64url(payload)}`
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}

export const payloadOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
