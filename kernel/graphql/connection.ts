import { type AppError, badInput } from '../errors.ts'

/** Relay connections with keyset pagination: every page of a list costs the same. */

export const MAX_PAGE = 100

export type PageRequest = { readonly first: number; readonly after: readonly string[] | null }

/**
 * Reads `first` and `after`.
 * @param parts the number of sort keys in a cursor of this list.
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

/** The error for a cursor that is not from this list. */
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
 * Makes a connection of `rows`, which has one row more than the page when another page follows.
 * @param toNode gives nothing for a row that is left out of the page.
 * @param total counts all rows; called once, and only when the client selects `totalCount`.
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
    // graphql-js calls a function to get the value of a field.
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: listed.at(0)?.cursor ?? null,
      endCursor: listed.at(-1)?.cursor ?? null,
    },
  }
}
