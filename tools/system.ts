import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createServiceTokenSource } from '../kernel/identity/identity.ts'
import { developmentSecrets } from './secrets.ts'

/** The five processes of a development system: their ports, starting them, and checking whether they run. */

export const SERVICES = {
  identity: { port: 4010, main: 'dev/identity/main.ts' },
  svip: { port: 4003, main: 'subgraphs/svip/main.ts' },
  img: { port: 4001, main: 'subgraphs/img/main.ts' },
  ncg: { port: 4002, main: 'subgraphs/ncg/main.ts' },
  gateway: { port: 4000, main: 'gateway/main.ts' },
} as const
export type ServiceName = keyof typeof SERVICES
export const SERVICE_NAMES = Object.keys(SERVICES) as ServiceName[]

/** How long a process may take to become ready; at the first start it makes its database. */
const READY_WITHIN_MS = 300_000

export type Ports = Readonly<Record<ServiceName, number>>

/** Ports from the environment (`GATEWAY_PORT`, …), the usual ones otherwise. */
export function readPorts(environment: NodeJS.ProcessEnv): Ports {
  const entries = SERVICE_NAMES.map((name) => {
    const text = environment[`${name.toUpperCase()}_PORT`]
    const port = text === undefined ? SERVICES[name].port : Number(text)
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new Error(`${name.toUpperCase()}_PORT must be a port number, 1 to 65535.`)
    return [name, port] as const
  })
  return Object.fromEntries(entries) as Ports
}

export const baseUrl = (ports: Ports, name: ServiceName): string => `http://127.0.0.1:${ports[name]}`

export type Layout = {
  readonly ports: Ports
  /** Folder with the state: databases, secrets, seals, logs. */
  readonly directory: string
  /** Settings that override those of the layout. */
  readonly environment?: Readonly<Record<string, string>>
}

/** The environment of every process of a system. */
export async function systemEnvironment({
  ports,
  directory,
  environment,
}: Layout): Promise<Record<string, string>> {
  const graphql = (name: ServiceName) => `${baseUrl(ports, name)}/graphql`
  return {
    ...(await developmentSecrets(`${directory}/secrets.json`)),
    // A system that is started here is in development by default; a separate process is in production.
    NODE_ENV: process.env.NODE_ENV || 'development',
    DATA_DIR: directory,
    IDENTITY_ISSUER: baseUrl(ports, 'identity'),
    IMG_URL: graphql('img'),
    NCG_URL: graphql('ncg'),
    SVIP_URL: graphql('svip'),
    ...Object.fromEntries(SERVICE_NAMES.map((name) => [`${name.toUpperCase()}_PORT`, String(ports[name])])),
    ...environment,
  }
}

/**
 * Starts one process; its output goes to `<directory>/logs/<name>.log`.
 * @param signal aborts the start: the process is stopped.
 * @throws {Error} with the output of the process when it ends before it is ready, or is not ready in time; it is then stopped.
 */
export async function startService(
  name: ServiceName,
  layout: Layout,
  signal: AbortSignal = new AbortController().signal,
): Promise<ChildProcess> {
  const env = { ...process.env, ...(await systemEnvironment(layout)) }
  signal.throwIfAborted()
  const logFile = `${layout.directory}/logs/${name}.log`
  mkdirSync(dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile, { flags: 'a' })
  await once(log, 'open')
  log.on('error', (error) => console.error(`The output of ${name} is no longer kept: ${error.message}`))
  const child = spawn(process.execPath, [SERVICES[name].main], {
    env,
    // A separate process group: the parent handles Ctrl-C and stops the processes in the right order.
    detached: true,
    // The output goes to the file itself: a pipe breaks when the parent has exited, and writes to it then hang. Through the IPC channel the
    // process notices that exit.
    stdio: ['ignore', log, 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4000)
    log.write(chunk)
  })
  child.once('close', () => log.end())

  const waiting = new AbortController()
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, killedBy) =>
      reject(
        new Error(
          said.trim()
            ? `${name} could not start: ${said.trim()}`
            : `${name} ended (${killedBy ?? code}); see ${logFile}`,
        ),
      ),
    )
  })
  // After the start, the caller watches the process.
  ended.catch(() => {})
  try {
    await Promise.race([ended, untilReady(name, layout.ports, AbortSignal.any([signal, waiting.signal]))])
    return child
  } catch (error) {
    await stopService(child)
    throw error
  } finally {
    waiting.abort()
  }
}

async function untilReady(name: ServiceName, ports: Ports, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (!(await isReady(ports, name))) {
    if (Date.now() > deadline)
      throw new Error(`${name} was not ready within ${READY_WITHIN_MS / 1000} seconds.`)
    await sleep(100, undefined, { signal })
  }
}

export async function isReady(ports: Ports, name: ServiceName): Promise<boolean> {
  try {
    const response = await fetch(`${baseUrl(ports, name)}/readyz`, { signal: AbortSignal.timeout(10_000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

/** Shuts a process down gracefully, and kills it when it does not end in time. */
export async function stopService(child: ChildProcess, withinMs = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs)
  await ended
  clearTimeout(timer)
}

export type RunningSystem = {
  url(name: ServiceName): string
  /** An access token of the operator's service identity: imports and verification of the logs. */
  operatorToken(): Promise<string>
  /** Stops the processes that were started here; those that already ran keep running. */
  stop(): Promise<void>
}

/** Makes sure that these processes (and the identity provider) run, starting those that do not. */
export async function ensureRunning(
  names: readonly ServiceName[],
  layout: Layout = defaultLayout(),
): Promise<RunningSystem> {
  const started: ChildProcess[] = []
  const stop = async () => {
    for (const child of started.reverse()) await stopService(child)
  }
  try {
    for (const name of new Set<ServiceName>(['identity', ...names])) {
      if (!(await isReady(layout.ports, name))) started.push(await startService(name, layout))
    }
    return { url: (name) => baseUrl(layout.ports, name), operatorToken: await operatorTokens(layout), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export const defaultLayout = (): Layout => ({
  ports: readPorts(process.env),
  directory: process.env.DATA_DIR ?? '.data',
})

export async function operatorTokens(layout: Layout): Promise<() => Promise<string>> {
  const { OPERATOR_CLIENT_SECRET: clientSecret = '' } = await developmentSecrets(
    `${layout.directory}/secrets.json`,
  )
  return createServiceTokenSource({
    issuer: process.env.IDENTITY_ISSUER ?? baseUrl(layout.ports, 'identity'),
    clientId: 'samenloop-operator',
    clientSecret: process.env.OPERATOR_CLIENT_SECRET ?? clientSecret,
    resource: process.env.IDENTITY_RESOURCE ?? 'urn:samenloop:graph',
  }).token
}

/** Whether a port is in use. */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)))
  })
}
