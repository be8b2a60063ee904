import type { Bench } from './bench.ts'

/** A scenario starts contestants, which are measured in turns, and sets targets. */

/** One request of the load. */
export type Question = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

/** A contestant answers requests in a separate process. */
export type Contestant = {
  readonly name: string
  /** The process whose processor time and memory count. */
  readonly pid: number
  readonly url: string
  /** Makes the next request; deterministic, so that every contestant gets the same ones. */
  readonly ask: (count: number) => Question
  /** Starts a background load during the measurement; resolves to the function that stops it. */
  readonly beside?: () => Promise<() => Promise<void>>
}

/** A measured figure of a contestant. */
export type Figure = 'requestsPerSecond' | 'p50' | 'p99' | 'cpuPerRequest'

/** A target: the ratio between a figure of two contestants in the same round. */
export type Target = {
  readonly figure: Figure
  readonly of: string
  readonly against: string
} & ({ readonly atMost: number } | { readonly atLeast: number })

export type Started = {
  readonly contestants: readonly Contestant[]
  /** The contestant that the others are compared with. */
  readonly ours: string
  readonly targets: readonly Target[]
  /** The number of concurrent requests. */
  readonly connections: number
  /** Whether the contestants must give the same answer to the same request. */
  readonly sameAnswers: boolean
  /** Further findings, one sentence each. */
  readonly notes?: readonly string[]
  stop(): Promise<void>
}

export type Scenario = {
  readonly name: string
  /** The description in one line. */
  readonly title: string
  start(bench: Bench): Promise<Started>
}
