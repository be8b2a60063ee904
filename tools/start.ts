import type { ChildProcess } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { PERSONAS } from '../identity/personas.ts'
import { loadWorld } from '../world/load.ts'
import { SAMPLE } from '../world/sample.ts'
import { createWorld } from '../world/world.ts'
import {
  baseUrl,
  defaultLayout,
  isPortTaken,
  type Layout,
  operatorTokens,
  type Ports,
  SERVICE_NAMES,
  SERVICES,
  type ServiceName,
  startService,
  stopService,
} from './system.ts'

/**
 * `npm start`: the whole system on one machine, for development. Starts identity, subgraphs and gateway, loads the synthetic
 * world the first time, says how to begin, and restarts a process that ends. Ctrl-C stops everything; the data stay.
 */

const children = new Map<ServiceName, ChildProcess>()
let stopping = false

async function main(): Promise<void> {
  const layout = defaultLayout()
  await assertPortsFree(layout.ports)
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())

  const started = performance.now()
  const loadedMark = `${layout.directory}/world-loaded`
  const first = !existsSync(loadedMark)
  say(
    first
      ? `First start: making databases and secrets in ${layout.directory} …`
      : 'Starting; the data of last time are kept …',
  )

  await bring('identity', layout)
  // The gateway needs nobody to start; the agencies deliver to the SVIP when it is there.
  await Promise.all((['svip', 'img', 'ncg', 'gateway'] as const).map((name) => bring(name, layout)))
  if (first) {
    await load(layout)
    writeFileSync(loadedMark, new Date().toISOString())
  }
  if (stopping) return
  say(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} seconds.\n\n${welcome(layout)}`)
}

async function assertPortsFree(ports: Ports): Promise<void> {
  const taken = await Promise.all(
    SERVICE_NAMES.map(async (name) => ((await isPortTaken(ports[name])) ? name : null)),
  )
  const names = taken.filter((name) => name !== null)
  if (names.length === 0) return
  const lines = names.map(
    (name) =>
      `  - port ${ports[name]} (${name}): stop what listens there, or choose another with ${name.toUpperCase()}_PORT=<port>`,
  )
  throw new Error(`These ports are in use:\n${lines.join('\n')}\nIs Samenloop running already?`)
}

/** Starts a process and keeps it going: one that ends unasked is started again, and the others go on meanwhile. */
async function bring(name: ServiceName, layout: Layout): Promise<void> {
  const child = await startService(name, layout)
  children.set(name, child)
  if (stopping) return await stopService(child)
  say(`  ${name.padEnd(8)} ${baseUrl(layout.ports, name)}`)
  child.once('exit', (code, signal) => {
    children.delete(name)
    if (stopping) return
    say(
      `${name} ended (${signal ?? code}); starting it again. Its output is in ${layout.directory}/logs/${name}.log`,
    )
    const again = () => {
      if (stopping) return
      bring(name, layout).catch((error: unknown) => {
        say(message(error))
        setTimeout(again, 5000)
      })
    }
    setTimeout(again, 500)
  })
}

async function load(layout: Layout): Promise<void> {
  say('Loading the synthetic world: 66,800 addresses with their claims, projects and consents …')
  const urls = {
    svip: baseUrl(layout.ports, 'svip'),
    img: baseUrl(layout.ports, 'img'),
    ncg: baseUrl(layout.ports, 'ncg'),
  }
  let shown = 0
  const token = await (await operatorTokens(layout))()
  await loadWorld(createWorld(), urls, token, ({ kind, rows, total }) => {
    const now = performance.now()
    if (now - shown < 1000 && rows < total) return
    shown = now
    say(`  ${kind.padEnd(9)} ${rows.toLocaleString('en')} of ${total.toLocaleString('en')}`)
  })
}

function welcome({ ports, directory }: Layout): string {
  const gateway = baseUrl(ports, 'gateway')
  const identity = ports.identity === SERVICES.identity.port ? '' : `IDENTITY_PORT=${ports.identity} `
  return `Open ${gateway}/ in a browser to sign in as a persona and use GraphiQL, or ask one question here:

  curl -s ${gateway}/graphql \\
    -H "authorization: Bearer $(${identity}npm run --silent token -- ncg.handler)" \\
    -H 'content-type: application/json' -H 'x-purpose: COOPERATION' \\
    -d '{"query":"{ address(id: \\"${SAMPLE.both.addressId}\\") { street houseNumber city otherSide { concurrence group advice } access { owner outcome explanation } damage { claims { reference status handler { name } } } strengthening { project { reference status } } } }"}'

Personas: ${PERSONAS.map(({ id }) => id).join(', ')}
Ctrl-C stops everything. The data stay in ${directory}; remove that folder to begin anew.`
}

async function stop(): Promise<void> {
  stopping = true
  say('\nStopping …')
  // The gateway first: it finishes what it is answering while the rest is still there.
  const order: readonly ServiceName[] = ['gateway', 'img', 'ncg', 'svip', 'identity']
  for (const name of order) {
    const child = children.get(name)
    if (child) await stopService(child)
  }
  process.exit(0)
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function say(text: string): void {
  console.log(text)
}

try {
  await main()
} catch (error) {
  console.error(message(error))
  for (const child of children.values()) await stopService(child)
  process.exit(1)
}
