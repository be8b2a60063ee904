import { openDatabase } from '../kernel/database/database.ts'
import { figuresOf } from '../subgraphs/svip/modules/potential/figures.ts'
import { createPotentialStore, type Place } from '../subgraphs/svip/modules/potential/potential-store.ts'
import { migrations, type Tables } from '../subgraphs/svip/store/tables.ts'
import { freshDatabase, startPostgres } from '../test/support/postgres.ts'
import { CELL, fillFigures, NO_REPORT } from '../test/support/svip/many-figures.ts'

/**
 * Measures the cooperation potential at ten and a hundred times as many addresses, on PostgreSQL: the cost of a query must not depend on
 * the number of addresses. `npm run bench:potential -- [rounds]`.
 */

const SIZES = [26_800, 268_000, 2_680_000]
const ROUNDS = Number(process.argv[2] ?? 200)
type Measured = { readonly what: string; readonly p50: number; readonly p99: number }

async function measureAt(url: string, size: number): Promise<readonly Measured[]> {
  const addresses = await freshDatabase(url)
  const { db, close } = await openDatabase<Tables>({ ...addresses, directory: '', migrations })
  await fillFigures(addresses.migrationUrl, size)
  const store = createPotentialStore(db)
  const today = (await store.known()).today
  const total = figuresOf((await store.counts(null, [today])).get(today) ?? []).total
  if (total !== size) throw new Error(`the figures say ${total} of ${size} addresses`)
  const middle: Place = { expected: 30, area: '1005', addressId: '0010200000011000' }
  const months = Array.from({ length: 24 }, (_, index) => new Date(Date.now() - index * 30 * 864e5)).map(
    (day) => day.toISOString().slice(0, 10),
  )
  const questions: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['figures 1 and 2, whole area', () => store.counts(null, [today])],
    ['figures 1 and 2, a municipality', () => store.counts('1979', [today])],
    ['figures 1 and 2, over 24 months', () => store.counts(null, months)],
    ['how many in a list', () => store.listable('1979')],
    ['a page of a list, whole area', () => store.page(NO_REPORT, null, { first: 25, after: null })],
    ['a page of a list, a municipality', () => store.page(NO_REPORT, '1979', { first: 25, after: null })],
    ['a page in the middle', () => store.page(NO_REPORT, null, { first: 25, after: middle })],
    ['a page of one cell', () => store.page([CELL], '1979', { first: 25, after: null })],
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
