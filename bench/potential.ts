import pg from 'pg'
import { openDatabase } from '../kernel/database.ts'
import { figuresOf } from '../subgraphs/svip/potential/figures.ts'
import { createPotentialStore, type Place } from '../subgraphs/svip/potential/potential-store.ts'
import { CELLS, toKey } from '../subgraphs/svip/potential/situation.ts'
import { migrations, type Tables } from '../subgraphs/svip/store/tables.ts'
import { freshDatabase, startPostgres } from '../test/support/postgres.ts'

/**
 * The cooperation potential at ten and a hundred times as many addresses, on PostgreSQL: what a question costs must not follow from
 * how many there are. `npm run bench:potential -- [rounds]`.
 */

const SIZES = [26_800, 268_000, 2_680_000]
const ROUNDS = Number(process.argv[2] ?? 200)
const MUNICIPALITIES = ['0014', '1895', '1952', '1966', '1979']
/** As in the Netherlands: so many addresses to a postcode of four digits. */
const PER_AREA = 2000
const DAYS = 730

/** Two thirds without a report, the rest handled or in one of the cells; each area in one municipality. */
const SITUATIONS = [
  ...['SCOPE', 'INSPECTION', 'ASSESSMENT', 'PLANNING', 'EXECUTION', 'COMPLETION'].flatMap((ncgPhase) =>
    Array.from({ length: 11 }, () =>
      toKey({ name: 'NO_REPORT', ncgPhase, ncgStatus: null, imgStatus: null }),
    ),
  ),
  ...Array.from({ length: 6 }, () =>
    toKey({ name: 'HANDLED', ncgPhase: 'COMPLETION', ncgStatus: null, imgStatus: null }),
  ),
  ...CELLS.map((cell) => toKey({ name: 'BOTH_RUNNING', ncgPhase: 'PLANNING', ...cell })),
]

const FILL = [
  `insert into potential_address select '001020' || lpad(i::text, 10, '0'), ($2::text[])[1 + i % cardinality($2::text[])],
     ($3::text[])[1 + (i / ${PER_AREA}) % 5], (1000 + i / ${PER_AREA})::text from generate_series(0, $1::int - 1) i`,
  `insert into potential_count select municipality, situation, count(*) from potential_address group by 1, 2
   union all select 'ALL', situation, count(*) from potential_address group by 2`,
  `insert into potential_day select scope, situation, current_date - d, greatest(0, count - d) from potential_count, generate_series(0, ${DAYS}) d`,
  `insert into potential_area select area, count(*), count(*) filter (where situation not like 'NO_REPORT%') * (abs(hashtext(area)) % 3)
   from potential_address group by area`,
  `update potential_state set since = current_date - ${DAYS}`,
]

type Measured = { readonly what: string; readonly p50: number; readonly p99: number }

async function measureAt(url: string, size: number): Promise<readonly Measured[]> {
  const addresses = await freshDatabase(url)
  const { db, close } = await openDatabase<Tables>({ ...addresses, directory: '', migrations })
  const owner = new pg.Client({ connectionString: addresses.migrationUrl })
  await owner.connect()
  for (const statement of FILL) {
    const parameters = [size, SITUATIONS, MUNICIPALITIES].slice(0, statement.includes('$1') ? 3 : 0)
    await owner.query(statement, parameters)
  }
  await owner.query('vacuum analyze')
  await owner.end()
  const store = createPotentialStore(db)
  const today = (await store.known()).today
  const total = figuresOf((await store.counts(null, [today])).get(today) ?? []).total
  if (total !== size) throw new Error(`the figures say ${total} of ${size} addresses`)
  const noReport = [...new Set(SITUATIONS)].filter((key) => key.startsWith('NO_REPORT'))
  const middle: Place = { expected: 30, area: '1005', addressId: '0010200000011000' }
  const months = Array.from({ length: 24 }, (_, index) => new Date(Date.now() - index * 30 * 864e5)).map(
    (day) => day.toISOString().slice(0, 10),
  )
  const questions: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['figures 1 and 2, whole area', () => store.counts(null, [today])],
    ['figures 1 and 2, a municipality', () => store.counts('1979', [today])],
    ['figures 1 and 2, over 24 months', () => store.counts(null, months)],
    ['how many in a list', () => store.listable('1979')],
    ['a page of a list, whole area', () => store.page(noReport, null, { first: 25, after: null })],
    ['a page of a list, a municipality', () => store.page(noReport, '1979', { first: 25, after: null })],
    ['a page in the middle', () => store.page(noReport, null, { first: 25, after: middle })],
    ['a page of one cell', () => store.page([SITUATIONS.at(-1) ?? ''], '1979', { first: 25, after: null })],
  ]
  const measured: Measured[] = []
  for (const [what, ask] of questions) {
    for (let warm = 0; warm < 10; warm++) await ask()
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const startedAt = performance.now()
      await ask()
      times.push(performance.now() - startedAt)
    }
    times.sort((a, b) => a - b)
    const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN
    measured.push({ what, p50: at(0.5), p99: at(0.99) })
  }
  await close()
  return measured
}

const postgres = await startPostgres()
try {
  const bySize = new Map<number, readonly Measured[]>()
  for (const size of SIZES) {
    console.error(`${size.toLocaleString('en')} addresses …`)
    bySize.set(size, await measureAt(postgres.url, size))
  }
  const smallest = bySize.get(SIZES[0] ?? 0) ?? []
  console.log(
    `| question | ${SIZES.map((size) => `p50 / p99 ms at ${size.toLocaleString('en')}`).join(' | ')} | p50 largest / smallest |`,
  )
  console.log(`| --- |${' ---: |'.repeat(SIZES.length + 1)}`)
  for (const [index, first] of smallest.entries()) {
    const row = SIZES.flatMap((size) => bySize.get(size)?.[index] ?? [])
    const cells = row.map(({ p50, p99 }) => `${p50.toFixed(1)} / ${p99.toFixed(1)}`)
    console.log(
      `| ${first.what} | ${cells.join(' | ')} | ${((row.at(-1)?.p50 ?? 0) / first.p50).toFixed(2)}× |`,
    )
  }
} finally {
  await postgres.stop()
}
