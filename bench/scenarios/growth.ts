import { type Bench, type RunningSystem, startSystem } from '../bench.ts'
import type { Contestant, Scenario, Started } from '../contract.ts'
import { askUnified } from './questions.ts'

const SIZES = [26_800, 268_000, 2_680_000]
const QUICK_SIZES = [2_680, 26_800]

const nameOf = (size: number): string => `${size.toLocaleString('en')} addresses`

/** The unified query, with ten and a hundred times as many addresses. */
export const growth: Scenario = {
  name: 'growth',
  title: 'the unified query with 26,800, 268,000 and 2,680,000 addresses',
  start,
}

async function start(bench: Bench): Promise<Started> {
  const sizes = bench.quick ? QUICK_SIZES : SIZES
  const systems: RunningSystem[] = []
  const stop = async () => {
    await Promise.all(systems.map((system) => system.stop()))
  }
  try {
    const contestants: Contestant[] = []
    for (const size of sizes) {
      const system = await startSystem(bench, size)
      systems.push(system)
      const ask = askUnified(bench, size)
      contestants.push({ name: nameOf(size), pid: system.pid('gateway'), url: system.url('gateway'), ask })
    }
    const [smallest = 0] = sizes
    const largest = sizes.at(-1) ?? 0
    return {
      contestants,
      ours: nameOf(smallest),
      targets: [{ figure: 'p50', of: nameOf(largest), against: nameOf(smallest), atMost: 1.25 }],
      connections: 16,
      sameAnswers: false,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
