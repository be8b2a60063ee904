import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { startBench } from './bench.ts'
import { chart } from './chart.ts'
import type { Scenario } from './contract.ts'
import { judge, measure } from './measure.ts'
import { helpText, readOptions } from './options.ts'
import { type Outcome, table } from './report.ts'
import { SCENARIOS } from './scenarios/index.ts'

/** `npm run bench`: compares this gateway with others, on this machine, in one run. */

const RESULTS = 'bench/results'
/** Above this the load generator may be the bottleneck. */
const BUSY = 0.7

async function main(): Promise<void> {
  const options = readOptions(
    process.argv.slice(2),
    SCENARIOS.map(({ name }) => name),
  )
  if (options.help) return say(helpText(SCENARIOS))
  const wanted = SCENARIOS.filter(
    ({ name }) => options.scenarios.length === 0 || options.scenarios.includes(name),
  )
  const started = performance.now()
  const bench = await startBench({ directory: '.data/bench', quick: options.quick, say })
  const outcomes: Outcome[] = []
  const run = async (scenario: Scenario) => {
    say(`${scenario.name}: ${scenario.title}`)
    const { stop, ...running } = await scenario.start(bench)
    try {
      const measured = await measure({ ...running, stop }, options.pace, say)
      const busiest = Math.max(...measured.flatMap(({ rounds }) => rounds.map(({ loadCpu }) => loadCpu)))
      outcomes.push({
        scenario: scenario.name,
        title: scenario.title,
        ours: running.ours,
        measured,
        targets: running.targets.map((target) => judge(target, measured)),
        notes: [
          ...(running.notes ?? []),
          ...(busiest > BUSY
            ? [`making the load took ${Math.round(busiest * 100)} % of a processor: it may be the limit`]
            : []),
        ],
      })
    } finally {
      await stop()
    }
  }
  try {
    for (const scenario of wanted) {
      try {
        await run(scenario)
      } catch (error) {
        // The results of the other scenarios are kept.
        process.exitCode = 1
        say(`${scenario.name} was broken off: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  } finally {
    await bench.stop()
  }
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  if (outcomes.length === 0) return
  say(`\n${table(outcomes)}\n\nIt took ${minutes} minutes.`)
  write(outcomes, options.quick)
}

function write(outcomes: readonly Outcome[], quick: boolean): void {
  const [cpu] = cpus()
  const machine = {
    processor: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
  }
  const at = new Date().toISOString()
  const name = `${RESULTS}/${quick ? 'quick-' : ''}${outcomes.map(({ scenario }) => scenario).join('-')}`
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(`${name}.json`, `${JSON.stringify({ at, quick, machine, outcomes }, null, 2)}\n`)
  const caption = `Samenloop, ${at.slice(0, 10)}, ${machine.cores} cores, Node ${machine.node}${quick ? ' (quick: ratios only)' : ''}`
  writeFileSync(`${name}.svg`, chart(outcomes, caption))
  say(`Written: ${name}.json and ${name}.svg`)
}

function say(text: string): void {
  console.log(text)
}

await main()
