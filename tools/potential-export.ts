import { once } from 'node:events'
import { chmodSync, createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { PURPOSES } from '../kernel/vocabulary.ts'
import { csvLine } from './csv/csv.ts'
import { createProgress } from './progress.ts'
import { baseUrl, readPorts } from './system.ts'

const USAGE = `Gebruik: npm run potential:export -- --purpose DOEL --filter JSON BESTAND.csv

Schrijft de adressen van cooperationAddresses in een CSV-bestand: waar de meeste schade wordt verwacht eerst.
U vraagt ze met uw eigen toegangsbewijs en voor een doel. Elk adres wordt vastgelegd voordat u het krijgt; wat
het doel niet toelaat, wordt geweigerd. Bewaar het bestand zoals dossiers, en niet langer dan nodig.

  --purpose DOEL   waarvoor: SIGNALLING, COOPERATION, JOINT_INSPECTION, INTEGRAL_APPROACH of MUNICIPAL_PLAN
  --filter JSON    welke adressen, als CooperationFilter van het schema, bijvoorbeeld
                   '{"situation":"NO_REPORT","ncgPhases":["PLANNING"],"municipality":"1979"}'
  -h, --help       deze uitleg

Omgeving: SAMENLOOP_TOKEN, het toegangsbewijs (in ontwikkeling: npm run --silent token -- ncg.svip), en
SAMENLOOP_URL, het adres van de gateway (http://127.0.0.1:GATEWAY_PORT/graphql).
Eindigt met 0 als alle adressen in het bestand staan, met 1 als dat niet zo is; het bestand is dan niet volledig.
`

const QUERY = `query Export($filter: CooperationFilter!, $purpose: Purpose!, $after: String) {
  cooperationAddresses(filter: $filter, purpose: $purpose, first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { expectedDamage node { id street houseNumber houseLetter houseNumberAddition postcode city municipality { code } } } } }`

type Edge = {
  readonly expectedDamage: number | null
  readonly node: {
    readonly id: string
    readonly street: string
    readonly houseNumber: number
    readonly houseLetter: string | null
    readonly houseNumberAddition: string | null
    readonly postcode: string | null
    readonly city: string
    readonly municipality: { readonly code: string }
  }
}
type Page = {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly Edge[]
}
type Wish = { readonly filter: unknown; readonly purpose: string; readonly path: string }

const COLUMNS = [
  'nummeraanduidingIdentificatie',
  'openbareRuimteNaam',
  'huisnummer',
  'huisletter',
  'huisnummertoevoeging',
  'postcode',
  'woonplaatsNaam',
  'gemeentecode',
  'verwachteSchadeProcent',
]

const lineOf = ({ expectedDamage, node }: Edge): string =>
  csvLine(
    [
      node.id,
      node.street,
      String(node.houseNumber),
      node.houseLetter ?? '',
      node.houseNumberAddition ?? '',
      node.postcode ?? '',
      node.city,
      node.municipality.code,
      expectedDamage === null ? '' : String(expectedDamage),
    ],
    ',',
  )

function readWish(): Wish | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      purpose: { type: 'string' },
      filter: { type: 'string' },
    },
  })
  if (values.help) return null
  const [path, ...rest] = positionals
  if (path === undefined || rest.length > 0) throw new Error(`Geef één bestand.\n\n${USAGE}`)
  const { purpose = '' } = values
  if (!PURPOSES.some((known) => known === purpose))
    throw new Error(`Geef een doel met --purpose.\n\n${USAGE}`)
  return { purpose, path, filter: JSON.parse(values.filter ?? '{}') as unknown }
}

async function ask({ filter, purpose }: Wish, after: string | null): Promise<Page> {
  const { SAMENLOOP_TOKEN: token, SAMENLOOP_URL: url } = process.env
  if (!token) throw new Error('Zet uw toegangsbewijs in SAMENLOOP_TOKEN.')
  const response = await fetch(url ?? `${baseUrl(readPorts(process.env), 'gateway')}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { filter, purpose, after } }),
  })
  const { data, errors } = (await response.json()) as {
    data?: { cooperationAddresses: Page } | null
    errors?: readonly { readonly message: string }[]
  }
  if (!data || errors) throw new Error(errors?.[0]?.message ?? `de gateway antwoordde ${response.status}`)
  return data.cooperationAddresses
}

/** @returns whether every address of the list is in the file. */
async function write(wish: Wish): Promise<boolean> {
  let page = await ask(wish, null)
  // Opened once there is an answer, so that a refusal does not overwrite an existing file. Only the user may read it.
  const file = createWriteStream(wish.path, { mode: 0o600 })
  await once(file, 'open')
  // Writing to an existing file does not change its mode.
  chmodSync(wish.path, 0o600)
  const progress = createProgress('Adressen', process.stderr)
  const written = new Set<string>()
  try {
    file.write(csvLine(COLUMNS, ','))
    for (;;) {
      for (const edge of page.edges) {
        // The order can change between pages, so an address may be returned twice; it is written once.
        if (written.has(edge.node.id)) continue
        written.add(edge.node.id)
        if (!file.write(lineOf(edge))) await once(file, 'drain')
        progress.show(written.size, page.totalCount)
      }
      if (!page.pageInfo.hasNextPage) break
      page = await ask(wish, page.pageInfo.endCursor)
    }
  } finally {
    progress.end()
    file.end()
    await once(file, 'close')
  }
  process.stdout.write(`${written.size} adressen in ${wish.path}.\n`)
  if (written.size === page.totalCount) return true
  process.stderr.write(
    `Het zijn er nu ${page.totalCount}: er veranderde iets. Voer de opdracht opnieuw uit.\n`,
  )
  return false
}

try {
  const wish = readWish()
  if (wish === null) process.stdout.write(USAGE)
  else if (!(await write(wish))) process.exitCode = 1
} catch (error) {
  process.stderr.write(`Dat lukte niet: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
