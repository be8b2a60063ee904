import { parseArgs } from 'node:util'
import { IMPORT_KINDS, type ImportKind, type ImportService } from './import/columns.ts'
import { type Connection, FAILED, runImport } from './import/command.ts'
import { ensureRunning } from './system.ts'

const USAGE = `Gebruik: npm run import -- SOORT BESTAND.csv [--report BESTAND]

Leest een CSV-bestand in. Goede rijen worden geladen, afgekeurde komen met regelnummer en reden
in een rapport. Hetzelfde bestand nog eens inlezen verandert niets.

SOORT
  addresses       adressen uit de BAG
  municipalities  gemeenten, met hun dagen (CBS)
  img             schademeldingen van het IMG
  ncg             versterkingstrajecten van de NCG
  consents        toestemmingen

Opties
  --report BESTAND   waar de afgekeurde rijen komen (anders: BESTAND.csv.afgekeurd.csv)
  -h, --help         deze uitleg

De kolommen staan in docs/import.md. Eindigt met 0 als het hele bestand is verwerkt (ook met
afgekeurde rijen), met 1 als dat niet lukte, met 130 na Ctrl-C.
`

type Arguments = { readonly kind: ImportKind; readonly file: string; readonly report: string }

/** The parsed arguments; `null` for `--help`. */
function readArguments(): Arguments | null {
  const { values, positionals } = parse()
  if (values.help) return null
  const [name, file, ...rest] = positionals
  const kind = IMPORT_KINDS.find((each) => each === name)
  if (!kind || !file || rest.length > 0) throw new Error('geef een soort en één bestand')
  return { kind, file, report: values.report ?? `${file}.afgekeurd.csv` }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, report: { type: 'string' } },
    })
  } catch (error) {
    throw new Error('een optie is onbekend, of mist haar waarde', { cause: error })
  }
}

async function connect(service: ImportService): Promise<Connection> {
  // The SVIP receives the events of the agencies, so it must run too.
  process.stderr.write(`Verbinden met ${service.toUpperCase()} …\n`)
  const system = await ensureRunning(service === 'svip' ? ['svip'] : ['svip', service])
  return { baseUrl: system.url(service), token: system.operatorToken, close: () => system.stop() }
}

async function run(): Promise<number> {
  let asked: Arguments | null
  try {
    asked = readArguments()
  } catch (error) {
    process.stderr.write(`Dat kan niet: ${error instanceof Error ? error.message : error}.\n\n${USAGE}`)
    return FAILED
  }
  if (!asked) {
    process.stdout.write(USAGE)
    return 0
  }
  const interrupted = new AbortController()
  // The second Ctrl-C has no handler and ends the process at once.
  process.once('SIGINT', () => {
    process.stderr.write('\nEen ogenblik: wat al verstuurd is, wordt afgemaakt.\n')
    interrupted.abort()
  })
  const { signal } = interrupted
  return runImport(asked, { screen: process.stderr, signal, nowMs: () => performance.now(), connect })
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`Het importeren is mislukt: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = FAILED
}
