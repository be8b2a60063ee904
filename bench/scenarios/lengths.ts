import { type Bench, type RunningSystem, startSystem } from '../bench.ts'
import type { Contestant, Scenario, Started } from '../contract.ts'
import { LISTS } from '../database/filling.ts'
import { askOnce } from '../load.ts'
import { askList, askLists } from './questions.ts'
import { ADDRESSES } from './unified.ts'

/** Postcodes by their total number of addresses; one list has at most 200. */
const POSTCODES = Map.groupBy(Object.entries(LISTS), ([, length]) => length)
const SUBGRAPHS = ['svip', 'img', 'ncg'] as const

const nameOf = (length: number): string => `${length.toLocaleString('en')} addresses in a list`

/** The list of both sides, from 2 to 1,000 addresses: the work may grow, the number of requests and statements may not. */
export const lengths: Scenario = {
  name: 'lengths',
  title: 'lists of 2 to 1,000 addresses with both sides (1,000 as five lists in one question)',
  start,
}

async function start(bench: Bench): Promise<Started> {
  const system = await startSystem(bench, ADDRESSES)
  const contestants: Contestant[] = []
  const join = (length: number, ask: Contestant['ask']) =>
    contestants.push({ name: nameOf(length), pid: system.pid('gateway'), url: system.url('gateway'), ask })
  for (const [length, lists] of POSTCODES)
    join(
      length,
      askList(bench, () => lists[0]?.[0] ?? ''),
    )
  const longest = POSTCODES.get(200)?.map(([postcode]) => postcode) ?? []
  join(200 * longest.length, askLists(bench, longest))
  try {
    const notes: string[] = []
    for (const contestant of contestants) notes.push(`${contestant.name}: ${await costs(system, contestant)}`)
    const [first] = contestants
    return {
      contestants,
      ours: first?.name ?? '',
      targets: [],
      connections: 4,
      sameAnswers: false,
      notes,
      stop: system.stop,
    }
  } catch (error) {
    await system.stop()
    throw error
  }
}

/** The cost of one separate query at the subgraphs; the minimum of several, since the subgraphs also have background work. */
async function costs(system: RunningSystem, contestant: Contestant): Promise<string> {
  const tries: { requests: number; statements: number }[] = []
  for (let count = 0; count < 4; count += 1) {
    const before = await counters(system)
    await askOnce(contestant, count)
    const after = await counters(system)
    tries.push({
      requests: after.requests - before.requests,
      statements: after.statements - before.statements,
    })
  }
  const least = (key: 'requests' | 'statements') => Math.min(...tries.map((one) => one[key]))
  return `${least('requests')} requests to subgraphs, ${least('statements')} SQL statements`
}

async function counters(system: RunningSystem): Promise<{ requests: number; statements: number }> {
  const headers = { authorization: `Bearer ${system.environment.METRICS_TOKEN}` }
  const texts = await Promise.all(
    SUBGRAPHS.map(
      async (name) => await (await fetch(new URL('/metrics', system.url(name)), { headers })).text(),
    ),
  )
  const sum = (pattern: RegExp) =>
    texts
      .flatMap((text) => text.split('\n'))
      .filter((line) => pattern.test(line))
      .reduce((total, line) => total + Number(line.split(' ').at(-1)), 0)
  return {
    requests: sum(/^http_requests_total\{.*route="\/graphql"/),
    statements: sum(/^db_statements_total/),
  }
}
