import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { exportJWK, SignJWT } from 'jose'
import { freePort } from '../test/support/postgres.ts'
import { developmentSecrets } from '../tools/secrets.ts'
import type { Ports, ServiceName } from '../tools/system.ts'
import { baseUrl, SERVICE_NAMES, startService, stopService } from '../tools/system.ts'
import { type Addresses, ensureWorld } from './database/databases.ts'
import { type Postgres, startPostgres } from './database/postgres.ts'

/** What the scenarios share: the databases, and callers with access tokens. */
export type Bench = {
  readonly directory: string
  readonly quick: boolean
  say(text: string): void
  /** Returns the settings for the databases with this number of addresses, which are made when missing. */
  world(count: number): Promise<Addresses>
  /** The settings of all our processes. */
  readonly environment: Readonly<Record<string, string>>
  readonly callers: readonly Caller[]
  /** The tokens of hostile callers. */
  readonly hostileCallers: readonly Caller[]
  stop(): Promise<void>
}

export type Caller = { readonly token: string; readonly organisation: 'IMG' | 'NCG' }

const ISSUER = 'https://identity.example'
/** So many that each of them stays below the rate limit of one person when that is in force (`scenarios/hostile.ts`). */
const CALLERS = 100
const HOSTILE_CALLERS = 4
/** The limits of the gateway are raised, because they are not what is measured. */
const WIDE = {
  RATE_LIMIT_CALLER: '1000000000',
  RATE_LIMIT_ORGANISATION: '1000000000',
  TRUSTED_DOCUMENTS: 'prefer',
  MAX_COST: '1000000',
}

/** Starts what every scenario needs. */
export async function startBench(options: {
  readonly directory: string
  readonly quick: boolean
  readonly say: (text: string) => void
}): Promise<Bench> {
  const { directory, say } = options
  const identity = await startIdentity()
  let postgres: Promise<Postgres> | null = null
  const worlds = new Map<number, Promise<Addresses>>()
  const world = async (count: number) => {
    postgres ??= startPostgres(`${directory}/postgres`)
    const server = await postgres
    const known = worlds.get(count) ?? ensureWorld(server, count, say)
    worlds.set(count, known)
    return await known
  }
  return {
    ...options,
    world,
    environment: {
      ...(await secrets(directory)),
      ...identity.environment,
      METRICS_TOKEN: randomUUID(),
    },
    callers: identity.callers.slice(0, CALLERS),
    hostileCallers: identity.callers.slice(CALLERS),
    async stop() {
      await identity.stop()
      await (await postgres)?.stop()
    },
  }
}

/** The secrets of a development system without their prefix, because everything runs as in production. */
async function secrets(directory: string): Promise<Record<string, string>> {
  const made = await developmentSecrets(`${directory}/secrets.json`)
  return Object.fromEntries(
    Object.entries(made).map(([name, value]) => [name, value.replaceAll(/(^|,)dev-/g, '$1')]),
  )
}

/** Our own issuer, to have many callers without as many sign-ins. */
async function startIdentity() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', use: 'sig', alg: 'RS256' }
  const server = createServer((_request, response) => response.end(JSON.stringify({ keys: [key] })))
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  server.unref()
  const callers = await Promise.all(
    Array.from({ length: CALLERS + HOSTILE_CALLERS }, async (_, index): Promise<Caller> => {
      const organisation = index % 2 === 0 ? 'IMG' : 'NCG'
      const token = await new SignJWT({ org: organisation, roles: ['case_handler'], client_id: 'bench' })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'bench' })
        .setIssuer(ISSUER)
        .setAudience('samenloop')
        .setSubject(`medewerker-${index}`)
        .setIssuedAt()
        .setExpirationTime('6h')
        .sign(privateKey)
      return { token, organisation }
    }),
  )
  return {
    callers,
    environment: { IDENTITY_ISSUER: ISSUER, IDENTITY_JWKS_URL: `http://127.0.0.1:${port}/jwks` },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type RunningSystem = {
  readonly ports: Ports
  /** The settings of the processes, for a contender without some of them. */
  readonly environment: Readonly<Record<string, string>>
  pid(name: ServiceName): number
  /** The URL of `/graphql` of a process. */
  url(name: ServiceName): string
  stop(): Promise<void>
}

const NAMES = ['svip', 'img', 'ncg', 'gateway'] as const satisfies readonly ServiceName[]

/** Starts our processes as in production, on the databases with this number of addresses. */
export async function startSystem(
  bench: Bench,
  count: number,
  options: { readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<RunningSystem> {
  const ports = Object.fromEntries(
    await Promise.all(SERVICE_NAMES.map(async (name) => [name, await freePort()] as const)),
  ) as Ports
  const environment = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    ...WIDE,
    ...bench.environment,
    ...(await bench.world(count)),
    ...options.environment,
  }
  const layout = { ports, directory: `${bench.directory}/state-${count}`, environment }
  const children = new Map<ServiceName, Awaited<ReturnType<typeof startService>>>()
  const stop = async () => {
    await Promise.all(children.values().map((child) => stopService(child)))
  }
  try {
    for (const name of NAMES) children.set(name, await startService(name, layout))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ports,
    environment,
    pid: (name) => children.get(name)?.pid ?? 0,
    url: (name) => `${baseUrl(ports, name)}/graphql`,
    stop,
  }
}
