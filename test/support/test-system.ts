import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { loadWorld } from '../../dev/world/load.ts'
import { createWorld, SMALL } from '../../dev/world/world.ts'
import {
  baseUrl,
  type Layout,
  operatorTokens,
  type Ports,
  SERVICE_NAMES,
  type ServiceName,
  startService,
  stopService,
} from '../../tools/system.ts'
import { pinKeys } from '../../tools/trusted-keys.ts'
import { freePort } from './postgres.ts'

export type TestSystem = {
  readonly layout: Layout
  /** The processes, to kill and restart. */
  readonly processes: Map<ServiceName, ChildProcess>
  start(name: ServiceName): Promise<void>
  /** Stops everything and removes its folder. */
  remove(): Promise<void>
}

/** A system of real processes on separate ports. */
export async function startTestSystem(
  directory: string,
  options: {
    readonly world: boolean
    readonly environment?: Readonly<Record<string, string>>
    /** Starts another gateway instead of ours. */
    readonly gateway?: (layout: Layout) => Promise<ChildProcess>
  },
): Promise<TestSystem> {
  const ports = Object.fromEntries(
    await Promise.all(SERVICE_NAMES.map(async (name) => [name, await freePort()] as const)),
  ) as Ports
  // Background work would be counted among the statements of a query.
  const quiet = { SEAL_EVERY_SECONDS: '3600', HOUSEKEEPING_SECONDS: '3600' }
  const environment = { LOG_LEVEL: 'warn', ...quiet, ...options.environment }
  const layout: Layout = { ports, directory, environment }
  const processes = new Map<ServiceName, ChildProcess>()
  const start = async (name: ServiceName, signal?: AbortSignal) => {
    const { gateway } = options
    processes.set(
      name,
      name === 'gateway' && gateway ? await gateway(layout) : await startService(name, layout, signal),
    )
  }
  const remove = async () => {
    for (const name of SERVICE_NAMES.toReversed()) {
      const child = processes.get(name)
      if (child) await stopService(child)
    }
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await start('identity')
    await pinKeys(layout)
    await together(['svip', 'img', 'ncg', 'gateway'], start)
    if (options.world) {
      const urls = { svip: baseUrl(ports, 'svip'), img: baseUrl(ports, 'img'), ncg: baseUrl(ports, 'ncg') }
      await loadWorld(createWorld({ scale: SMALL }), urls, await (await operatorTokens(layout))())
    }
  } catch (error) {
    await remove()
    throw error
  }
  return { layout, processes, start: (name) => start(name), remove }
}

/** When one start fails, the others are aborted and stopped. */
async function together(
  names: readonly ServiceName[],
  start: (name: ServiceName, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController()
  const starts = names.map((name) => start(name, failed.signal))
  try {
    await Promise.all(starts)
  } catch (error) {
    failed.abort()
    await Promise.allSettled(starts)
    throw error
  }
}
