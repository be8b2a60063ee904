import { type Measured, median, ratiosOf, type TargetOutcome } from './measure.ts'

/** The outcome of a scenario. */
export type Outcome = {
  readonly scenario: string
  readonly title: string
  readonly ours: string
  readonly measured: readonly Measured[]
  readonly targets: readonly TargetOutcome[]
  readonly notes: readonly string[]
}

const HEADINGS = [
  'scenario',
  'contender',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'CPU ms/request',
  'peak MB',
  'throughput against ours',
  'CPU against ours',
]
const WORDS = {
  requestsPerSecond: 'throughput',
  p50: 'p50',
  p99: 'p99',
  cpuPerRequest: 'CPU per request',
} as const

/** All scenarios in one table, with the targets below. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ scenario, ours, measured }) =>
    measured.map((one, index) => [
      index === 0 ? scenario : '',
      one.name,
      middle(one, 'requestsPerSecond', 0),
      middle(one, 'p50', 1),
      middle(one, 'p99', 1),
      middle(one, 'cpuPerRequest', 3),
      String(one.peakMemory),
      spread(ratiosOf({ figure: 'requestsPerSecond', of: one.name, against: ours }, measured)),
      spread(ratiosOf({ figure: 'cpuPerRequest', of: one.name, against: ours }, measured)),
    ]),
  )
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  const below = outcomes.flatMap(({ scenario, targets, notes }) => [
    ...targets.map((outcome) => `${outcome.reached ? '✓' : '✗'} ${scenario}: ${describe(outcome)}`),
    ...notes.map((note) => `  ${scenario}: ${note}`),
  ])
  return [line(HEADINGS), rule, ...rows.map(line), '', ...below].join('\n')
}

const middle = (one: Measured, figure: keyof typeof WORDS, digits: number): string =>
  median(one.rounds.map((round) => round[figure])).toFixed(digits)

/** The median, and the range over the rounds. */
function spread(ratios: readonly number[]): string {
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)]
  return low === high
    ? `${median(ratios).toFixed(2)}×`
    : `${median(ratios).toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`
}

function describe({ target, ratios }: TargetOutcome): string {
  const limit = 'atMost' in target ? `at most ${target.atMost}×` : `at least ${target.atLeast}×`
  return `${WORDS[target.figure]} of ${target.of} is ${spread(ratios)} that of ${target.against}; the target is ${limit}`
}
