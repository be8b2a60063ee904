import { parseArgs } from 'node:util'

/** The duration and number of measurements. */
export type Pace = { readonly rounds: number; readonly seconds: number; readonly warmUpSeconds: number }

export type Options = {
  readonly help: boolean
  readonly quick: boolean
  /** Names of the scenarios; empty for all. */
  readonly scenarios: readonly string[]
  readonly pace: Pace
}

const FULL: Pace = { rounds: 5, seconds: 4, warmUpSeconds: 4 }
const QUICK: Pace = { rounds: 3, seconds: 2, warmUpSeconds: 2 }

/** Reads the command line. @throws {Error} for an unknown option or scenario. */
export function readOptions(arguments_: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...arguments_],
    options: {
      help: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      scenario: { type: 'string', multiple: true, default: [] },
    },
  })
  const unknown = values.scenario.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`There is no scenario ${unknown.join(', ')}. Choose from: ${known.join(', ')}.`)
  return {
    help: values.help,
    quick: values.quick,
    scenarios: values.scenario,
    pace: values.quick ? QUICK : FULL,
  }
}

/** The text of `--help`. */
export const helpText = (scenarios: readonly { readonly name: string; readonly title: string }[]): string =>
  `npm run bench -- [--quick] [--scenario NAME]…

Measures this gateway beside others on this machine: starts what it needs, warms up, lets all contestants take turns, prints one
table and writes it to bench/results/ as JSON and as a chart. The databases are kept in .data/bench for the next time.

  --scenario NAME  only this one; may be given more than once
  --quick          shorter rounds, and no more than 26,800 addresses: ratios mean something, figures do not
  --help           this text

Scenarios:
${scenarios.map(({ name, title }) => `  ${name.padEnd(12)} ${title}`).join('\n')}`
