import { type AppError, badInput } from '../errors.ts'

/** Relay connections by keyset: a page costs the same wherever it is in the list. */

export const MAX_PAGE = 100

export type PageRequest = { readonly first: number; readonly after: readonly string[] | null }

/**
 * Reads `first` and `after`.
 * @param parts how many sort keys a cursor of this list holds.
 * @throws {AppError} `BAD_USER_INPUT` for a size outside 1 to 100 or a cursor that is not from this list.
 */
export function readPage(
  args: { readonly first?: number | null; readonly after?: string | null },
  parts: number,
): PageRequest {
  const first = args.first ?? 25
  if (first < 1 || first > MAX_PAGE) throw badInput(`Vraag met first 1 tot ${MAX_PAGE} regels tegelijk.`)
  if (args.after === null || args.after === undefined) return { first, after: null }
  const after = decodeCursor(args.after)
  if (after?.length !== parts) throw wrongCursor()
  return { first, after }
}

/** The refusal of a cursor that is not from this list. */
export const wrongCursor = (): AppError =>
  badInput('De cursor in after hoort niet bij deze lijst. Neem een cursor uit pageInfo of edges.')

export const encodeCursor = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url')

function decodeCursor(cursor: string): readonly string[] | null {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : null
  } catch {
    return null
  }
}

/**
 * Makes a connection of `rows`, which hold one more than the page when more follows.
 * @param toNode gives nothing for a row that is left out of the page.
 * @param total how many there are in all: called once, and only when somebody asks for the number.
 */
export function connection<Row, Node>(
  rows: readonly Row[],
  page: PageRequest,
  total: () => number | Promise<number>,
  toNode: (row: Row) => Node | undefined,
  keysOf: (row: Row) => readonly string[],
) {
  let counted: ReturnType<typeof total> | undefined
  const totalCount = () => {
    counted ??= total()
    return counted
  }
  const listed = rows
    .slice(0, page.first)
    .map((row) => ({ cursor: encodeCursor(keysOf(row)), node: toNode(row) }))
  const edges = listed.flatMap(({ cursor, node }) => (node === undefined ? [] : [{ cursor, node }]))
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    // GraphQL calls a function for the value of its field.
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: listed.at(0)?.cursor ?? null,
      endCursor: listed.at(-1)?.cursor ?? null,
    },
  }
}
