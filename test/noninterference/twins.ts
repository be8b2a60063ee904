import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Layout,
  type Ports,
  SERVICE_NAMES,
  type ServiceName,
  startService,
  stopService,
} from '../../tools/system.ts'
import { copyDatabase, freePort, freshDatabase, startPostgres } from '../support/postgres.ts'
import { client } from '../support/system.ts'

/**
 * Two worlds with one history: a system is filled, stopped, and copied with all its data, so that everything from before the copy has the
 * same id and moment in both. A later change to one of them is the only difference.
 */

export type User = ReturnType<typeof client>
export type Twins = {
  readonly worlds: readonly [User, User]
  /** Stops everything and removes the data. */
  remove(): Promise<void>
}

const PARTIES = ['SVIP', 'IMG', 'NCG'] as const
const SERVICES = ['svip', 'img', 'ncg', 'gateway'] as const
type Databases = Readonly<Record<(typeof PARTIES)[number], Awaited<ReturnType<typeof freshDatabase>>>>

/** Starts both worlds. @param fill makes their shared contents. */
export async function startTwins(fill: (user: User) => Promise<void>): Promise<Twins> {
  const folders = ['one', 'other'].map((name) => mkdtempSync(join(tmpdir(), `samenloop-twin-${name}-`)))
  const [here = '', there = ''] = folders
  const processes = new Set<ChildProcess>()
  const postgres = await startPostgres()
  const stop = async (children: Iterable<ChildProcess>) => {
    await Promise.all([...children].map((child) => stopService(child)))
  }
  const remove = async () => {
    await stop(processes)
    await postgres.stop()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
  const start = async (layout: Layout, names: readonly ServiceName[]) => {
    // One after the other: in parallel they would only slow each other down.
    for (const name of names) processes.add(await startService(name, layout))
  }
  try {
    const databases = await forEachParty(() => freshDatabase(postgres.url))
    const one = await layoutIn(here, databases)
    await start(one, ['identity'])
    const identity = [...processes]
    await start(one, SERVICES)
    await fill(client(one))
    await settled(client(one))
    await stop([...processes].filter((child) => !identity.includes(child)))
    cpSync(here, there, { recursive: true })
    const copies = await forEachParty((party) => copyDatabase(postgres.url, databases[party]))
    // One identity provider for both, because it has no data.
    const other = await layoutIn(there, copies, { identity: one.ports.identity })
    for (const layout of [one, other]) await start(layout, SERVICES)
    return { worlds: [client(one), client(other)], remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function forEachParty(make: (party: keyof Databases) => Promise<Databases['IMG']>): Promise<Databases> {
  const made = await Promise.all(PARTIES.map(async (party) => [party, await make(party)] as const))
  return Object.fromEntries(made) as Databases
}

async function layoutIn(
  directory: string,
  databases: Databases,
  given: Partial<Ports> = {},
): Promise<Layout> {
  const free = await Promise.all(SERVICE_NAMES.map(async (name) => [name, await freePort()] as const))
  const environment = Object.fromEntries(
    PARTIES.flatMap((party) => [
      [`${party}_DATABASE_URL`, databases[party].url],
      [`${party}_MIGRATION_URL`, databases[party].migrationUrl],
    ]),
  )
  // Background work would be counted among the statements of a query; a busy machine is no difference.
  const quiet = {
    SEAL_EVERY_SECONDS: '3600',
    HOUSEKEEPING_SECONDS: '3600',
    SUBGRAPH_TIMEOUT_MS: '60000',
    // A query has as many fields as possible; the worlds are small.
    MAX_COST: '1000000000',
    RATE_LIMIT_CALLER: '1000000000',
    RATE_LIMIT_ORGANISATION: '1000000000',
  }
  return {
    ports: { ...(Object.fromEntries(free) as Ports), ...given },
    directory,
    environment: { LOG_LEVEL: 'warn', ...quiet, ...environment },
  }
}

/** Waits until the register has accepted every event of both agencies. */
export async function settled(user: User): Promise<void> {
  const hangs = Date.now() + 60_000
  for (const party of ['img', 'ncg'] as const)
    while ((await user.metric(party, 'outbox_waiting')) > 0) {
      if (Date.now() > hangs) throw new Error(`the events of ${party} do not get through`)
      await sleep(25)
    }
}
