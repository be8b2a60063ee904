/** Which of the rows about an address say how it is written today: a reorganisation of municipalities renames streets too. */

/** That an address lies in a municipality from a day on. */
export type Placement = { readonly code: string; readonly valid_from: string }

export type PlacedRow = {
  readonly municipality: string
  /** The day given; `null` when the row does not say: it then is about an address as it always was. */
  readonly since: string | null
}

export const ALWAYS = '1900-01-01'

/** What an import changes at one address. */
export type Change<Row> = {
  /** What is new or different among the municipalities it lay in, with the rows that say so. */
  readonly placements: readonly (Placement & { readonly row: Row })[]
  /** The row that says how the address is written; `null` when none of them is about today. */
  readonly description: Row | null
}

/**
 * Merges rows about one address into the municipalities it is known to have lain in. The same rows a second time give nothing new.
 * - A day given once is that day for good; the last row of a day counts.
 * - A row without a day that names the municipality of today adds nothing to a history that is there.
 * - The address is written as in the row of the municipality it lies in today, and as in none of the rows about another time.
 */
export function mergeHistory<Row extends PlacedRow>(
  stored: readonly Placement[],
  rows: readonly Row[],
  today: string,
): Change<Row> {
  const history = new Map(stored.map(({ code, valid_from }) => [valid_from, code]))
  const placements = new Map<string, Placement & { readonly row: Row }>()
  for (const row of rows) {
    if (row.since === null && inForce(history, today)?.code === row.municipality) continue
    const valid_from = row.since ?? ALWAYS
    if (history.get(valid_from) === row.municipality) continue
    history.set(valid_from, row.municipality)
    placements.set(valid_from, { code: row.municipality, valid_from, row })
  }
  // Known from the future alone, it is written as it will be at first.
  const current = inForce(history, today) ?? first(history)
  const isOfToday = ({ since, municipality }: Row) =>
    since === null ? municipality === current?.code : since === current?.valid_from
  return { placements: [...placements.values()], description: rows.findLast(isOfToday) ?? null }
}

type History = ReadonlyMap<string, string>

const inOrder = (history: History): readonly Placement[] =>
  [...history]
    .map(([valid_from, code]) => ({ valid_from, code }))
    .toSorted((a, b) => a.valid_from.localeCompare(b.valid_from))

const inForce = (history: History, today: string): Placement | undefined =>
  inOrder(history).findLast(({ valid_from }) => valid_from <= today)

const first = (history: History): Placement | undefined => inOrder(history)[0]
