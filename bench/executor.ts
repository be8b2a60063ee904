import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ApolloGateway } from '@apollo/gateway'
import { parse, print } from 'graphql'
import { createExecutor } from '../gateway/executor/executor.ts'
import { readTypeDefs } from '../kernel/graphql/schema.ts'
import { compose, serve, type TestSubgraph } from '../test/support/executor/federation.ts'
import { mock } from '../test/support/executor/mock.ts'
import { UNIFIED_QUERY } from './scenarios/unified-query.ts'
import { SHOP, SHOP_QUERY } from './shop.ts'

/** Compares our executor with Apollo's: CPU time per operation, with subgraphs that answer from memory. */

const ROUNDS = 7
const secondsPerRound = Number(process.argv[2] ?? 1)

type Workload = {
  readonly name: string
  readonly supergraphSdl: string
  readonly subgraphs: Readonly<Record<string, TestSubgraph>>
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const WORKLOADS: readonly Workload[] = [
  {
    name: 'the unified query, one address',
    supergraphSdl: readFileSync('schema/supergraph.graphql', 'utf8'),
    subgraphs: Object.fromEntries(
      ['img', 'ncg', 'svip'].map((name) => [name, mock(print(readTypeDefs(name)), { isWhole: true })]),
    ),
    query: UNIFIED_QUERY,
    variables: { id: 'a', purpose: 'COOPERATION' },
  },
  {
    name: 'the public heavy query',
    supergraphSdl: compose(SHOP),
    subgraphs: SHOP,
    query: SHOP_QUERY,
    variables: {},
  },
]

type Run = () => Promise<unknown>

/** Both executors on one workload; the answers of the subgraphs are cached. */
async function start({ supergraphSdl, subgraphs, query, variables }: Workload) {
  const services = new Map(Object.entries(subgraphs).map(([name, subgraph]) => [name, serve(subgraph)]))
  const known = new Map<string, string>()
  let calls = 0
  const send = async (service: string, body: string): Promise<string> => {
    calls += 1
    const key = `${service} ${body}`
    const present = known.get(key)
    if (present !== undefined) return present
    const answer = await services.get(service)?.(JSON.parse(body))
    if (answer === undefined) throw new Error(`there is no subgraph ${service}`)
    known.set(key, answer)
    return answer
  }

  const executor = createExecutor(supergraphSdl)
  const document = parse(query)
  const key = createHash('sha256').update(query).digest('hex')
  const ours: Run = () => executor.execute({ document, operationName: null, variables, key }, send)

  process.env.APOLLO_TELEMETRY_DISABLED = '1'
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => ({
      process: async ({ request }) =>
        JSON.parse(await send(name, JSON.stringify({ query: request.query, variables: request.variables }))),
    }),
  })
  const { executor: execute } = await gateway.load()
  const asked = {
    document,
    queryHash: key,
    operationName: null,
    request: { query, variables },
    context: {},
    metrics: {},
  } as unknown as Parameters<typeof execute>[0]
  const stock: Run = () => execute(asked)

  const callsOf = async (run: Run): Promise<number> => {
    const before = calls
    await run()
    return calls - before
  }
  return { ours, stock, callsOf }
}

/** Microseconds of CPU time per operation, including the serialisation of the answer. */
async function cpuPerOperation(run: Run): Promise<number> {
  const until = performance.now() + secondsPerRound * 1000
  const before = process.cpuUsage()
  let operations = 0
  while (performance.now() < until) {
    JSON.stringify(await run())
    operations += 1
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / operations
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

for (const workload of WORKLOADS) {
  const { ours, stock, callsOf } = await start(workload)
  const same = JSON.stringify(await ours()) === JSON.stringify(await stock())
  const calls = { stock: await callsOf(stock), ours: await callsOf(ours) }
  const rounds = { stock: [] as number[], ours: [] as number[] }
  // In turns, so that other load on the machine affects both.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [a, b] = [await cpuPerOperation(stock), await cpuPerOperation(ours)]
    // The first round warms up the compiler.
    if (round === 0) continue
    rounds.stock.push(a)
    rounds.ours.push(b)
  }
  const ratios = rounds.stock.map((value, round) => value / (rounds.ours[round] ?? Number.NaN))
  console.log(
    [
      workload.name,
      `  answers ${JSON.stringify(await ours()).length} bytes, ${same ? 'the same' : 'NOT THE SAME'} from both`,
      `  stock ${median(rounds.stock).toFixed(0)} us, ours ${median(rounds.ours).toFixed(0)} us per operation`,
      `  requests to subgraphs: stock ${calls.stock}, ours ${calls.ours}`,
      `  ratio ${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)} in ${ROUNDS} rounds)`,
    ].join('\n'),
  )
}
