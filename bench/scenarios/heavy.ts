import { writeFileSync } from 'node:fs'
import { compose } from '../../test/support/executor/federation.ts'
import type { Bench } from '../bench.ts'
import { startApollo, startAt, startHive } from '../contenders/gateways.ts'
import type { Contestant, Scenario, Started } from '../contract.ts'
import type { Running } from '../processes.ts'
import { SHOP, SHOP_QUERY } from '../shop.ts'
import { HIVE, OURS, PLAIN } from './unified.ts'

/** The query of the public gateway benchmarks, on subgraphs like theirs. */
export const heavy: Scenario = {
  name: 'heavy',
  title: 'the query of the public gateway benchmarks: four subgraphs, three times round',
  start,
}

async function start(bench: Bench): Promise<Started> {
  const subgraphs = await startAt(bench, 'shop subgraphs', { supergraph: '', subgraphs: {} }, () => [
    'bench/contenders/shop-subgraphs.ts',
  ])
  const running: Running[] = [subgraphs]
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()))
  }
  try {
    const supergraph = `${bench.directory}/shop.graphql`
    writeFileSync(supergraph, compose(SHOP))
    const place = (name: string) => new URL(`/${name}`, subgraphs.url).href
    const graph = {
      supergraph,
      subgraphs: Object.fromEntries(Object.keys(SHOP).map((name) => [name, place(name)])),
    }
    const body = JSON.stringify({ query: SHOP_QUERY })
    const contestants: Contestant[] = []
    const join = async (name: string, starting: Promise<Running>) => {
      const one = await starting
      running.push(one)
      const headers = { 'content-type': 'application/json' }
      contestants.push({ name, pid: one.pid, url: one.url, ask: () => ({ body, headers }) })
    }
    await join(
      OURS,
      startAt(bench, OURS, graph, () => ['bench/contenders/shop-gateway.ts']),
    )
    await join(PLAIN, startApollo(bench, graph))
    await join(HIVE, startHive(bench, graph))
    return {
      contestants,
      ours: OURS,
      targets: [
        { figure: 'requestsPerSecond', of: OURS, against: PLAIN, atLeast: 4 },
        { figure: 'requestsPerSecond', of: OURS, against: HIVE, atLeast: 1.2 },
      ],
      connections: 50,
      sameAnswers: true,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
