/** Which of the rows about an address describe it as it is today: a reorganisation of municipalities also renames streets. */

/** The municipality of an address from a day onwards. */
export type Placement = { readonly code: string; readonly valid_from: string }

export type PlacedRow = {
  readonly municipality: string
  /** The given day; `null` for a row without one, which holds from the beginning. */
  readonly since: string | null
}

export const ALWAYS = '1900-01-01'

/** The changes of an import to one address. */
export type Change<Row> = {
  /** The new or changed municipalities of the address, with the rows that they come from. */
  readonly placements: readonly (Placement & { readonly row: Row })[]
  /** The row that describes the address; `null` when no row is about today. */
  readonly description: Row | null
}

/**
 * Merges rows about one address into its known municipalities. The same rows a second time change nothing.
 * - A day that was given once stays; the last row of a day counts.
 * - A row without a day that names the current municipality adds nothing to an existing history.
 * - The description comes from the row of the municipality of today, and never from a row about another time.
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
  // An address that is only known in the future gets its first future description.
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
