import type { Bench } from './bench.ts'

/** What a scenario is to the bench: it starts contestants, which are measured by turns, and says what is hoped for. */

/** One request of the load. */
export type Question = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

/** Something that answers questions, as a process of its own. */
export type Contestant = {
  readonly name: string
  /** The process whose processor time and memory count. */
  readonly pid: number
  readonly url: string
  /** Makes the next question; deterministic, so that every contestant gets the same ones. */
  readonly ask: (count: number) => Question
  /** Starts what goes on while it is measured; resolves to what ends it. */
  readonly beside?: () => Promise<() => Promise<void>>
}

/** What is measured of a contestant. */
export type Figure = 'requestsPerSecond' | 'p50' | 'p99' | 'cpuPerRequest'

/** A figure of one contestant as a part of that of another, in the same round. */
export type Target = {
  readonly figure: Figure
  readonly of: string
  readonly against: string
} & ({ readonly atMost: number } | { readonly atLeast: number })

export type Started = {
  readonly contestants: readonly Contestant[]
  /** The one that the others are compared with. */
  readonly ours: string
  readonly targets: readonly Target[]
  /** How many questions are under way at a time. */
  readonly connections: number
  /** Whether the contestants must give the same answer to the same question. */
  readonly sameAnswers: boolean
  /** What was found besides, a sentence each. */
  readonly notes?: readonly string[]
  stop(): Promise<void>
}

export type Scenario = {
  readonly name: string
  /** What is asked, in one line. */
  readonly title: string
  start(bench: Bench): Promise<Started>
}
