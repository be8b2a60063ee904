import { type Bench, type RunningSystem, startSystem } from '../bench.ts'
import type { Contestant, Scenario, Started } from '../contract.ts'
import { askUnified } from './questions.ts'
import { ADDRESSES } from './unified.ts'

const WHOLE = 'with everything'
const WITHOUT_RECORDS = 'without records'
const WITHOUT_ANY = 'without decisions, grants and records'

/** The unchanged processes, and processes in which modules of the bench replace the enforcement. */
const VARIANTS: Readonly<Record<string, string | null>> = {
  [WHOLE]: null,
  [WITHOUT_RECORDS]: 'records.ts',
  [WITHOUT_ANY]: 'enforcement.ts',
}

/** The cost of enforcing consent and of putting everything on record. */
export const enforcement: Scenario = {
  name: 'enforcement',
  title: 'the unified query with and without what protects a resident',
  start,
}

async function start(bench: Bench): Promise<Started> {
  const systems: RunningSystem[] = []
  const stop = async () => {
    await Promise.all(systems.map((system) => system.stop()))
  }
  try {
    const contestants: Contestant[] = []
    for (const [name, module] of Object.entries(VARIANTS)) {
      const without: Record<string, string> = module
        ? { NODE_OPTIONS: `--import=${new URL(`../without/${module}`, import.meta.url).href}` }
        : {}
      const system = await startSystem(bench, ADDRESSES, { environment: without })
      systems.push(system)
      const ask = askUnified(bench, ADDRESSES)
      contestants.push({ name, pid: system.pid('gateway'), url: system.url('gateway'), ask })
    }
    return {
      contestants,
      ours: WHOLE,
      targets: [{ figure: 'requestsPerSecond', of: WHOLE, against: WITHOUT_ANY, atLeast: 0.6 }],
      connections: 16,
      sameAnswers: false,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
