import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isUuid } from '../kernel/uuid.ts'
import { askAsOperator } from './ask-party.ts'
import { ensureRunning } from './system.ts'

const USAGE = `Gebruik: npm run outbox -- list|retry|discard img|ncg [ID…|--all]

Gebeurtenissen die het SVIP weigerde, staan bij de organisatie apart, met de reden.

  list      laat zien welke er zijn en waarom ze zijn geweigerd
  retry     biedt ze opnieuw aan, op hun oude plaats in de rij
  discard   gooit ze weg; doe dat alleen als vaststaat dat het register zonder kan

  --all        alle, in plaats van die met een ID uit de lijst
  -h, --help   deze uitleg

Klopt het register daarna? npm run register:reconcile vergelijkt het met de dossiers.
Eindigt met 0 als het is gedaan, met 1 als dat niet lukte.
`

const COMMANDS = ['list', 'retry', 'discard'] as const
const PARTIES = ['img', 'ncg'] as const

type Arguments = {
  readonly command: (typeof COMMANDS)[number]
  readonly party: (typeof PARTIES)[number]
  readonly ids: readonly string[] | 'all'
}

const refused = z.object({
  refused: z.array(
    z.object({ id: z.string(), type: z.string(), refused_at: z.string(), reason: z.string().nullable() }),
  ),
})
const changed = z.object({ changed: z.number() })

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, all: { type: 'boolean' } },
    })
  } catch (error) {
    throw new Error(`een optie is onbekend.\n\n${USAGE}`, { cause: error })
  }
}

/** The parsed arguments; `null` for `--help`. @throws {Error} in Dutch for invalid arguments. */
function readArguments(): Arguments | null {
  const { values, positionals } = parse()
  if (values.help) return null
  const [first, second, ...ids] = positionals
  const command = COMMANDS.find((each) => each === first)
  const party = PARTIES.find((each) => each === second)
  if (!command || !party) throw new Error(`zeg wat er moet gebeuren, en bij wie.\n\n${USAGE}`)
  if (command !== 'list' && ids.length === 0 && !values.all)
    throw new Error(`noem de ID's uit de lijst, of geef --all.\n\n${USAGE}`)
  if (!ids.every(isUuid)) throw new Error('een ID uit de lijst is een UUID.')
  return { command, party, ids: values.all ? 'all' : ids }
}

async function run(): Promise<void> {
  const asked = readArguments()
  if (!asked) {
    process.stdout.write(USAGE)
    return
  }
  const { command, party, ids } = asked
  const system = await ensureRunning(['svip', party])
  try {
    const ask = askAsOperator(system)
    if (command === 'list') {
      const list = refused.parse(await ask(party, '/outbox/refused')).refused
      for (const { id, type, refused_at, reason } of list)
        process.stdout.write(
          `${id}  ${refused_at.slice(0, 16)}  ${type}\n    ${reason ?? 'reden onbekend'}\n`,
        )
      process.stdout.write(list.length === 0 ? 'Er zijn geen geweigerde gebeurtenissen.\n' : '')
      return
    }
    const { changed: count } = changed.parse(await ask(party, `/outbox/${command}`, { ids }))
    const what = command === 'retry' ? 'opnieuw aangeboden' : 'weggegooid'
    process.stdout.write(`${count.toLocaleString('nl-NL')} gebeurtenissen ${what}.\n`)
  } finally {
    await system.stop()
  }
}

try {
  await run()
} catch (error) {
  process.stderr.write(`Dat lukte niet: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
