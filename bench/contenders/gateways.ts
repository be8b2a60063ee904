import { freePort } from '../../test/support/postgres.ts'
import type { Bench } from '../bench.ts'
import { HIVE, installPeers } from '../peers/install.ts'
import { type Running, startProcess } from '../processes.ts'

/** Starts the gateways that ours is compared with, on a supergraph and its subgraphs. */

export type Graph = {
  readonly supergraph: string
  /** The URL of each subgraph, by name. */
  readonly subgraphs: Readonly<Record<string, string>>
}

export async function startApollo(bench: Bench, graph: Graph): Promise<Running> {
  return await startAt(bench, 'plain @apollo/gateway', graph, () => ['bench/contenders/apollo.ts'])
}

export async function startHive(bench: Bench, graph: Graph): Promise<Running> {
  await installPeers(bench.say)
  return await startAt(bench, 'Hive Gateway', graph, (port) => [
    HIVE.main,
    'supergraph',
    graph.supergraph,
    '--hive-router-runtime',
    '--config-path',
    HIVE.config,
    '--host',
    '127.0.0.1',
    '--port',
    port,
  ])
}

export async function startProxy(bench: Bench, graph: Graph): Promise<Running> {
  return await startAt(bench, 'hand-written proxy', graph, () => ['bench/contenders/proxy.ts'])
}

/** Starts a contender that listens on `PORT`. */
export async function startAt(
  bench: Bench,
  name: string,
  { supergraph, subgraphs }: Graph,
  arguments_: (port: string) => readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = String(await freePort())
  return await startProcess({
    name,
    arguments: arguments_(port),
    environment: {
      PORT: port,
      SUPERGRAPH: supergraph,
      SUBGRAPHS: JSON.stringify(subgraphs),
      APOLLO_TELEMETRY_DISABLED: '1',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    url: `http://127.0.0.1:${port}/graphql`,
    logs: `${bench.directory}/logs`,
  })
}
