import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { OWNERS, type Owner } from '../kernel/vocabulary.ts'
import { askAsOperator } from './ask-party.ts'
import { compareRegister, type Difference, repairRegister } from './compare-register.ts'
import { ensureRunning } from './system.ts'

const USAGE = `Gebruik: npm run register:reconcile [-- --repair] [--report BESTAND]

Vergelijkt het register van het SVIP met de dossiers van IMG en NCG: ontbreekt er een traject, staat er iets
anders, of staat er een dat er niet (meer) is? Ook meldingen die het register had moeten krijgen tellen mee.
Dit kan terwijl iedereen doorwerkt: wat nog onderweg is, telt niet als verschil.

  --repair           laat de organisatie opnieuw doorgeven wat niet klopt, langs de gewone weg
  --report BESTAND   schrijft elk verschil als CSV-regel (organisatie;soort;kenmerk)
  -h, --help         deze uitleg

Draai dit met --repair na een nieuwe versie die meer vraagt, en na het terugzetten van een back-up.
Eindigt met 0 als alles klopt of is hersteld, met 1 als dat niet zo is, met 130 na Ctrl-C.
`

const DONE = 0
const FAILED = 1
const INTERRUPTED = 130

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  MISSING: 'ontbreekt in het register',
  DIFFERENT: 'staat anders in het register',
  SUPERFLUOUS: 'staat alleen in het register',
  NOTICE_MISSING: 'melding ontbreekt in het register',
}

type Arguments = { readonly repair: boolean; readonly report: WriteStream | null }
type Tally = { tracks: number; underWay: number; sent: number; readonly kinds: Map<string, number> }

/** A number in Dutch notation: 26.800. */
const amount = (count: number): string => count.toLocaleString('nl-NL')

function readArguments(): (Omit<Arguments, 'report'> & { readonly report: string | undefined }) | null {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        repair: { type: 'boolean' },
        report: { type: 'string' },
      },
    })
    return values.help ? null : { repair: values.repair ?? false, report: values.report }
  } catch (error) {
    throw new Error(`een optie is onbekend.\n\n${USAGE}`, { cause: error })
  }
}

/** Reconciles one agency. @returns whether there are no differences left. */
async function reconcile(
  ask: Parameters<typeof compareRegister>[0],
  owner: Owner,
  { repair, report }: Arguments,
): Promise<boolean> {
  const tally: Tally = { tracks: 0, underWay: 0, sent: 0, kinds: new Map() }
  const show = () =>
    process.stderr.isTTY && process.stderr.write(`\r${owner}: ${amount(tally.tracks)} trajecten vergeleken `)
  for await (const { tracks, differences, underWay } of compareRegister(ask, owner)) {
    tally.tracks += tracks
    tally.underWay += underWay
    for (const { kind, reference } of differences) {
      tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1)
      report?.write(`${owner};${kind};"${reference.replaceAll('"', '""')}"\n`)
    }
    if (repair) tally.sent += await repairRegister(ask, owner, differences)
    show()
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const lines = Object.entries(KINDS).flatMap(([kind, text]) => {
    const count = tally.kinds.get(kind) ?? 0
    return count > 0 ? [`  ${amount(count)} × ${text}`] : []
  })
  process.stdout.write(
    [
      `${owner}: ${amount(tally.tracks)} trajecten vergeleken, ${lines.length === 0 ? 'alles klopt' : 'er zijn verschillen'}.`,
      ...lines,
      ...(tally.underWay > 0 ? [`  ${amount(tally.underWay)} nog onderweg; dat is geen verschil`] : []),
      ...(tally.sent > 0 ? [`  ${amount(tally.sent)} gebeurtenissen opnieuw doorgegeven`] : []),
      '',
    ].join('\n'),
  )
  return lines.length === 0
}

/** After a repair everything is compared again, because resent events may be refused. */
async function run(): Promise<number> {
  const wanted = readArguments()
  if (!wanted) {
    process.stdout.write(USAGE)
    return DONE
  }
  const interrupted = new AbortController()
  // The second Ctrl-C has no handler and ends the process at once.
  process.once('SIGINT', () => interrupted.abort())
  const report = wanted.report === undefined ? null : createWriteStream(wanted.report, { mode: 0o600 })
  const system = await ensureRunning(['svip', 'img', 'ncg'])
  try {
    const ask = askAsOperator(system, interrupted.signal)
    const compare = async (repair: boolean) => {
      let well = true
      for (const owner of OWNERS)
        well =
          (await reconcile(ask, owner, { repair, report: repair || !wanted.repair ? report : null })) && well
      return well
    }
    if (await compare(wanted.repair)) return DONE
    if (!wanted.repair) {
      process.stdout.write('Herstellen: npm run register:reconcile -- --repair\n')
      return FAILED
    }
    process.stdout.write('Hersteld. Nog een keer vergelijken:\n')
    return (await compare(false)) ? DONE : FAILED
  } catch (error) {
    if (!interrupted.signal.aborted) throw error
    process.stderr.write('Gestopt. Een volgende keer begint het vergelijken opnieuw.\n')
    return INTERRUPTED
  } finally {
    if (report) await finished(report.end())
    await system.stop()
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`Dat lukte niet: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = FAILED
}
