import { type Bench, type RunningSystem, startSystem } from '../bench.ts'
import { startApollo, startAt, startHive, startProxy } from '../contenders/gateways.ts'
import type { Contestant, Scenario, Started, Target } from '../contract.ts'
import type { Running } from '../processes.ts'
import { askUnified } from './questions.ts'

export const ADDRESSES = 26_800
export const OURS = 'this gateway'
export const PLAIN = 'plain @apollo/gateway'
export const HIVE = 'Hive Gateway, native planner'
const PROXY = 'hand-written proxy'
const SERVICE = 'hand-written service'

const TARGETS: readonly Target[] = [
  { figure: 'cpuPerRequest', of: OURS, against: PLAIN, atMost: 0.25 },
  { figure: 'cpuPerRequest', of: OURS, against: HIVE, atMost: 0.6 },
  { figure: 'cpuPerRequest', of: OURS, against: PROXY, atMost: 1.5 },
  { figure: 'requestsPerSecond', of: OURS, against: SERVICE, atLeast: 0.5 },
]

/** One address with both sides, by all contenders: the main query of the product. */
export const unified: Scenario = {
  name: 'unified',
  title: 'the unified query, addresses and callers at random, everything on record',
  start: (bench) => startAll(bench, { ask: askUnified(bench, ADDRESSES), targets: TARGETS, connections: 16 }),
}

/** Starts our system and all its contenders on one query. */
export async function startAll(
  bench: Bench,
  { ask, targets, connections }: { ask: Contestant['ask']; targets: readonly Target[]; connections: number },
): Promise<Started> {
  const system = await startSystem(bench, ADDRESSES)
  const others: Running[] = []
  const stop = async () => {
    await Promise.all(others.map((other) => other.stop()))
    await system.stop()
  }
  try {
    const graph = { supergraph: 'schema/supergraph.graphql', subgraphs: subgraphsOf(system) }
    const contestants: Contestant[] = [
      { name: OURS, pid: system.pid('gateway'), url: system.url('gateway'), ask },
    ]
    const join = async (name: string, starting: Promise<Running>) => {
      const running = await starting
      others.push(running)
      contestants.push({ name, pid: running.pid, url: running.url, ask })
    }
    await join(PLAIN, startApollo(bench, graph))
    await join(HIVE, startHive(bench, graph))
    await join(PROXY, startProxy(bench, graph))
    await join(SERVICE, startService(bench, system))
    return { contestants, ours: OURS, targets, connections, sameAnswers: true, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export const subgraphsOf = (system: RunningSystem) => ({
  svip: system.url('svip'),
  img: system.url('img'),
  ncg: system.url('ncg'),
})

/** On the same databases; its seals go to another file, since two processes must not write to one. */
const startService = async (bench: Bench, system: RunningSystem) =>
  await startAt(bench, SERVICE, { supergraph: '', subgraphs: {} }, () => ['bench/contenders/service.ts'], {
    ...system.environment,
    SEAL_DIR: `${bench.directory}/state-service`,
    IMG_PORT: '0',
    NCG_PORT: '0',
    SVIP_PORT: '0',
  })
