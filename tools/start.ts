import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { PERSONAS } from '../dev/identity/personas.ts'
import { loadWorld } from '../dev/world/load.ts'
import { SAMPLE } from '../dev/world/sample.ts'
import { createWorld, readScale, type World } from '../dev/world/world.ts'
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
import { pinKeys } from './trusted-keys.ts'

/**
 * `npm start`: the whole system on one machine, for development. Starts identity, subgraphs and gateway, loads the synthetic world the
 * first time, prints how to begin, and restarts a process that ends. Ctrl-C stops everything; the data stay. `WORLD_SCALE` (0.002 to 1,
 * default 1) makes that world smaller.
 */

/** The processes, including those that are starting. */
const children = new Map<ServiceName, Promise<ChildProcess>>()
const stopping = new AbortController()
const isStopping = () => stopping.signal.aborted

async function main(): Promise<void> {
  process.once('SIGINT', () => void stop(0))
  process.once('SIGTERM', () => void stop(0))
  process.once('SIGHUP', () => void stop(0))
  const layout = defaultLayout()
  const scale = readScale(process.env)
  await assertPortsFree(layout.ports)

  const started = performance.now()
  const marks = { loading: `${layout.directory}/world-loading`, loaded: `${layout.directory}/world-loaded` }
  const world = isWorldWanted(layout, marks) ? createWorld({ scale }) : null
  await bring('identity', layout)
  await pinKeys(layout)
  // The gateway starts without subgraphs; the agencies deliver to the SVIP once it is up.
  await Promise.all((['svip', 'img', 'ncg', 'gateway'] as const).map((name) => bring(name, layout)))
  if (world) {
    await load(world, layout)
    renameSync(marks.loading, marks.loaded)
  }
  if (isStopping()) return
  say(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} seconds.\n\n${welcome(layout)}`)
}

type Marks = { readonly loading: string; readonly loaded: string }

/**
 * The synthetic world is never mixed with other data: it is loaded into a new folder, or where loading was interrupted. The mark is set
 * first, so that a failed first start continues the next time.
 */
function isWorldWanted({ directory }: Layout, { loading, loaded }: Marks): boolean {
  if (existsSync(loading)) {
    say('Starting; the first start was interrupted and is finished now …')
    return true
  }
  if (existsSync(loaded)) {
    say('Starting; the data of last time are kept …')
    return false
  }
  // The first file that any command makes.
  if (existsSync(`${directory}/secrets.json`)) {
    say(`Starting with the existing data in ${directory}; the synthetic world is not loaded into them …`)
    return false
  }
  say(`First start: making databases and secrets in ${directory} …`)
  mkdirSync(directory, { recursive: true })
  writeFileSync(loading, new Date().toISOString())
  return true
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

/** Starts a process, and restarts it when it ends unexpectedly, while the others keep running. */
async function bring(name: ServiceName, layout: Layout): Promise<void> {
  const starting = startService(name, layout, stopping.signal)
  children.set(name, starting)
  const child = await starting
  if (isStopping()) return
  say(`  ${name.padEnd(8)} ${baseUrl(layout.ports, name)}`)
  child.once('exit', (code, signal) => {
    if (isStopping()) return
    say(
      `${name} ended (${signal ?? code}); starting it again. Its output is in ${layout.directory}/logs/${name}.log`,
    )
    const again = () => {
      if (isStopping()) return
      bring(name, layout).catch((error: unknown) => {
        if (isStopping()) return
        say(message(error))
        setTimeout(again, 5000)
      })
    }
    setTimeout(again, 500)
  })
}

async function load(world: World, layout: Layout): Promise<void> {
  const count = world.totals.addresses.toLocaleString('en')
  say(`Loading the synthetic world: ${count} addresses with their claims, projects and consents …`)
  const urls = {
    svip: baseUrl(layout.ports, 'svip'),
    img: baseUrl(layout.ports, 'img'),
    ncg: baseUrl(layout.ports, 'ncg'),
  }
  let shown = 0
  const token = await (await operatorTokens(layout))()
  await loadWorld(world, urls, token, ({ kind, rows, total }) => {
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

  curl -sS ${gateway}/graphql \\
    -H "authorization: Bearer $(${identity}npm run --silent token -- ncg.handler)" \\
    -H 'content-type: application/json' -H 'x-purpose: COOPERATION' \\
    -d '{"query":"{ address(id: \\"${SAMPLE.both.addressId}\\") { street houseNumber city otherSide { concurrence group advice } access { owner outcome explanation } damage { claims { reference status handler { name } } } strengthening { project { reference status } } } }"}'

Personas: ${PERSONAS.map(({ id }) => id).join(', ')}
Ctrl-C stops everything. The data stay in ${directory}; remove that folder to begin anew.`
}

async function stop(code: number): Promise<void> {
  if (isStopping()) return
  // `startService` stops those that are still starting.
  stopping.abort()
  if (children.size > 0) say('\nStopping …')
  // The gateway first: it finishes its requests while the subgraphs still run.
  const order: readonly ServiceName[] = ['gateway', 'img', 'ncg', 'svip', 'identity']
  for (const name of order) {
    const child = await children.get(name)?.catch(() => null)
    if (child) await stopService(child)
  }
  process.exit(code)
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function say(text: string): void {
  console.log(text)
}

try {
  await main()
} catch (error) {
  // Errors during a stop are caused by the stop.
  if (!isStopping()) {
    console.error(message(error))
    await stop(1)
  }
}
