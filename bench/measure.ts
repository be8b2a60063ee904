import { isDeepStrictEqual } from 'node:util'
import type { Contestant, Figure, Started, Target } from './contract.ts'
import { askOnce, load } from './load.ts'
import type { Pace } from './options.ts'
import { cpuMilliseconds, peakMemory } from './processes.ts'

/** The measurement of one contestant in one round. */
export type Round = Readonly<Record<Figure, number>> & { readonly failed: number; readonly loadCpu: number }

export type Measured = {
  readonly name: string
  readonly rounds: readonly Round[]
  /** MB, over all rounds. */
  readonly peakMemory: number
}

export type TargetOutcome = {
  readonly target: Target
  readonly ratios: readonly number[]
  readonly reached: boolean
}

/**
 * Warms every contestant up and then measures them in turns, so that other load on the machine affects all.
 * @throws {Error} when answers that should be equal differ, or a request fails: the figures would be meaningless.
 */
export async function measure(
  started: Started,
  pace: Pace,
  say: (text: string) => void,
): Promise<readonly Measured[]> {
  const { contestants, connections } = started
  if (started.sameAnswers) await assertSame(contestants)
  const rounds = new Map<Contestant, Round[]>(contestants.map((contestant) => [contestant, []]))
  for (const contestant of contestants) {
    say(`  warming up: ${contestant.name}`)
    await load(contestant, { seconds: pace.warmUpSeconds, connections, from: 0 })
  }
  for (let round = 0; round < pace.rounds; round += 1) {
    say(`  round ${round + 1} of ${pace.rounds}`)
    // The rounds begin with a different contestant each.
    const order = contestants.map((_, index) => contestants[(index + round) % contestants.length])
    for (const contestant of order) {
      if (!contestant) continue
      const end = await contestant.beside?.()
      const before = cpuMilliseconds(contestant.pid)
      const stretch = await load(contestant, {
        seconds: pace.seconds,
        connections,
        from: 1_000_000 * (round + 1),
      })
      const cpu = cpuMilliseconds(contestant.pid) - before
      await end?.()
      if (stretch.failed > 0)
        throw new Error(`${contestant.name} failed ${stretch.failed} of ${stretch.requests} questions`)
      const at = (part: number) => stretch.latencies[Math.floor(stretch.requests * part)] ?? Number.NaN
      rounds.get(contestant)?.push({
        requestsPerSecond: stretch.requests / stretch.seconds,
        p50: at(0.5),
        p99: at(0.99),
        cpuPerRequest: cpu / stretch.requests,
        failed: stretch.failed,
        loadCpu: stretch.loadCpu,
      })
    }
  }
  return contestants.map((contestant) => ({
    name: contestant.name,
    rounds: rounds.get(contestant) ?? [],
    peakMemory: peakMemory(contestant.pid),
  }))
}

/** Sends a few requests to all contestants. */
async function assertSame(contestants: readonly Contestant[]): Promise<void> {
  for (let count = 0; count < 6; count += 1) {
    const [first, ...others] = await Promise.all(
      contestants.map(async (contestant) => ({
        name: contestant.name,
        answer: withoutIds(await askOnce(contestant, count)),
      })),
    )
    for (const { name, answer } of others)
      if (!isDeepStrictEqual(answer, first?.answer))
        throw new Error(
          `${name} answers otherwise than ${first?.name}:\n${JSON.stringify(answer)}\n${JSON.stringify(first?.answer)}`,
        )
  }
}

/** Decision ids differ between answers. */
const withoutIds = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'decisionId' ? null : value)))

/** Compares the contestants per round, and takes the median. */
export function judge(target: Target, measured: readonly Measured[]): TargetOutcome {
  const ratios = ratiosOf(target, measured)
  const middle = median(ratios)
  return { target, ratios, reached: 'atMost' in target ? middle <= target.atMost : middle >= target.atLeast }
}

/** The ratio between a figure of two contestants, for each round. */
export function ratiosOf(
  { figure, of, against }: Pick<Target, 'figure' | 'of' | 'against'>,
  measured: readonly Measured[],
): readonly number[] {
  const rounds = (name: string) => measured.find((one) => one.name === name)?.rounds ?? []
  const other = rounds(against)
  return rounds(of).map((round, index) => round[figure] / (other[index]?.[figure] ?? Number.NaN))
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
