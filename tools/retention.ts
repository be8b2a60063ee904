import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { dutchDay } from '../kernel/graphql/scalars.ts'
import type { RetentionEvent } from '../kernel/records/retention/run.ts'
import { ensureRunning, type RunningSystem } from './system.ts'

const USAGE = `Gebruik: npm run retention [-- --dry-run]

Wist wat ouder is dan zijn bewaartermijn: de inhoud van de logboeken en de gegevens van de SVIP met een
termijn. De ketens van de logboeken blijven controleerbaar (npm run log:verify), en elke keer wissen staat
zelf in het verwerkingenlog. Wat gaat over een adres met een bewaarplicht, blijft.

De dossiers van IMG en NCG worden niet geraakt: die vallen onder de selectielijst van het archief.

  --dry-run    telt alleen; er wordt niets gewist
  -h, --help   deze uitleg

Stoppen mag op elk moment: een volgende keer gaat het verder. De termijnen staan in docs/configuration.md.
Eindigt met 0 als alles is gedaan, met 1 als dat niet lukte, met 130 na Ctrl-C.
`

const PARTIES = ['img', 'ncg', 'svip'] as const
const DONE = 0
const FAILED = 1
const INTERRUPTED = 130

type Outcome = Extract<RetentionEvent, { type: 'kind' }>
type Holds = Extract<RetentionEvent, { type: 'holds' }>['holds']

/** Applies the terms at one party, or counts what that would erase; yields the result of each kind. */
async function* applyTerms(
  system: RunningSystem,
  party: (typeof PARTIES)[number],
  dryRun: boolean,
  signal: AbortSignal,
): AsyncGenerator<RetentionEvent> {
  const response = await fetch(`${system.url(party)}/retention`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await system.operatorToken()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ dryRun }),
    signal,
  })
  if (!response.ok || !response.body) {
    const { errors } = (await response.json().catch(() => ({}))) as {
      errors?: readonly { readonly message: string }[]
    }
    yield { type: 'failed', message: errors?.[0]?.message ?? `antwoord ${response.status}` }
    return
  }
  const stream = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
  let complete = false
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const event = JSON.parse(line) as RetentionEvent
      complete ||= event.type === 'end' || event.type === 'failed'
      yield event
    }
  } catch (error) {
    // The connection was lost. This is reported below, and the other parties still run.
    if (signal.aborted) throw error
  }
  if (!complete) yield { type: 'failed', message: 'het proces hield op voordat het klaar was' }
}

/** @returns whether everything was done. */
async function runParty(
  system: RunningSystem,
  party: (typeof PARTIES)[number],
  dryRun: boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const outcomes: Outcome[] = []
  let holds: Holds = []
  let failure: string | null = null
  const bar = createBar()
  try {
    for await (const event of applyTerms(system, party, dryRun, signal)) {
      if (event.type === 'progress') bar.show(`${party.toUpperCase()}: ${event.label}`, event)
      if (event.type === 'kind') outcomes.push(event)
      if (event.type === 'holds') holds = event.holds
      if (event.type === 'failed') failure = event.message
    }
  } finally {
    bar.end()
    process.stdout.write(`${report(party, outcomes, dryRun)}${describeHolds(holds)}\n`)
  }
  if (failure) process.stderr.write(`${party.toUpperCase()} is niet klaar: ${failure}\n`)
  return failure === null
}

/** A bar on a terminal; elsewhere the report at the end is enough. */
function createBar() {
  if (!process.stderr.isTTY) return { show() {}, end() {} }
  const bar = new SingleBar(
    {
      format: '{label} |{bar}| {percentage}% | {erased}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      // The command itself handles Ctrl-C.
      gracefulExit: false,
    },
    Presets.shades_classic,
  )
  bar.start(1, 0, { label: '', erased: '' })
  return {
    show(label: string, { done, of, erased }: { done: number; of: number; erased: number }) {
      bar.setTotal(Math.max(1, of))
      bar.update(of === 0 ? 1 : done, { label, erased: amount(erased) })
    },
    end: () => bar.stop(),
  }
}

function report(party: string, outcomes: readonly Outcome[], dryRun: boolean): string {
  const header = [
    party.toUpperCase(),
    'termijn',
    dryRun ? 'te wissen' : 'gewist',
    'vastgehouden',
    'oudste dat blijft',
  ]
  const rows = outcomes.map(({ label, termDays, erased, held, oldest }) => [
    label,
    `${amount(termDays)} dagen`,
    amount(erased),
    amount(held),
    oldest ? dutchDay(new Date(oldest)) : '-',
  ])
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((cells) => cells[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return `${[header, ...rows].map(line).join('\n')}\n`
}

/** Describes the legal holds that prevent erasing: whose, since when and at how many addresses. */
const describeHolds = (holds: Holds): string =>
  holds
    .map(
      ({ organisation, since, addresses }) =>
        `Bewaarplicht van ${organisation} sinds ${since}: ${amount(addresses)} ${addresses === 1 ? 'adres' : 'adressen'}\n`,
    )
    .join('')

/** A number in Dutch notation: 26.800. */
const amount = (count: number): string => count.toLocaleString('nl-NL')

function readArguments(): { readonly help: boolean; readonly dryRun: boolean } {
  try {
    const { values } = parseArgs({
      options: { help: { type: 'boolean', short: 'h' }, 'dry-run': { type: 'boolean' } },
    })
    return { help: values.help ?? false, dryRun: values['dry-run'] ?? false }
  } catch (error) {
    throw new Error(`een optie is onbekend.\n\n${USAGE}`, { cause: error })
  }
}

async function run(): Promise<number> {
  const { help, dryRun } = readArguments()
  if (help) {
    process.stdout.write(USAGE)
    return DONE
  }
  const interrupted = new AbortController()
  // The second Ctrl-C has no handler and ends the process at once.
  process.once('SIGINT', () => interrupted.abort())
  const { signal } = interrupted
  const system = await ensureRunning(['svip', 'img', 'ncg'])
  let complete = true
  try {
    for (const party of PARTIES) complete = (await runParty(system, party, dryRun, signal)) && complete
  } catch (error) {
    if (!signal.aborted) throw error
    process.stderr.write('Gestopt. Wat al gewist is, staat hierboven; een volgende keer gaat het verder.\n')
    return INTERRUPTED
  } finally {
    await system.stop()
  }
  if (complete) process.stdout.write(dryRun ? 'Geteld; er is niets gewist.\n' : 'Klaar.\n')
  return complete ? DONE : FAILED
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`Dat lukte niet: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = FAILED
}
