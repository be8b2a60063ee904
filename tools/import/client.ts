import type { RowResult } from '../../kernel/import.ts'
import type { CsvLine } from '../csv/csv.ts'
import { CsvError } from '../csv/csv-file.ts'
import { type Batch, inBatches } from './batches.ts'
import { COLUMNS, type ImportKind } from './columns.ts'
import { INTERRUPTED, postBatch, type Receiver, type Stop } from './post-batch.ts'

export type ImportCounts = {
  /** Rows that were answered for: loaded, unchanged or rejected. */
  readonly rows: number
  readonly loaded: number
  readonly unchanged: number
  readonly rejected: number
  /** Up to this line every row was answered for. */
  readonly line: number
}

export type RejectedRow = CsvLine & { readonly reason: string }

export type ImportOutcome = ImportCounts & {
  /** In the order of the file; empty when `onRejected` took them. */
  readonly rejectedRows: readonly RejectedRow[]
  /** Why not everything was sent; `null` when it was. What was loaded before stays loaded. */
  readonly stopped: Stop | null
}

export type ImportOptions = Receiver & {
  readonly onProgress?: ((counts: ImportCounts) => void) | undefined
  /** Takes the rejected rows of each batch, so that they need not be kept. */
  readonly onRejected?: ((rows: readonly RejectedRow[]) => Promise<void>) | undefined
}

const IN_FLIGHT = 2

/**
 * Sends records to the process that owns them, in batches, two at a time, and adds up what became of them. Rejected rows
 * and a process that refuses or cannot be reached are outcomes, not exceptions.
 */
export async function importRecords(
  kind: ImportKind,
  records: Iterable<CsvLine> | AsyncIterable<CsvLine>,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const rejectedRows: RejectedRow[] = []
  let counts: ImportCounts = { rows: 0, loaded: 0, unchanged: 0, rejected: 0, line: 0 }
  let stopped: Stop | null = null
  let complete = true

  const settle = async ({ batch, answer }: Sent): Promise<void> => {
    const results = await answer
    if (!Array.isArray(results)) {
      stopped ??= results
      complete = false
      return
    }
    const rejected = rejectedOf(batch, results)
    counts = add(counts, results, complete ? batch.lines.at(-1)?.line : undefined)
    if (rejected.length > 0) await (options.onRejected?.(rejected) ?? rejectedRows.push(...rejected))
    options.onProgress?.(counts)
  }

  // Settled in the order of the file, whichever is answered first.
  const sent: Sent[] = []
  const identity = COLUMNS[kind].identity.map((column) => column.toLowerCase())
  try {
    for await (const batch of inBatches(records, identity)) {
      while (sent.length === IN_FLIGHT || sent.some((earlier) => overlap(earlier.batch, batch))) {
        await settle(sent.shift() as Sent)
      }
      if (options.signal?.aborted) stopped ??= INTERRUPTED
      if (stopped) break
      sent.push({ batch, answer: postBatch(kind, batch.body, batch.lines.length, options) })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    stopped = { reason: 'FILE', message: error.message }
  }
  for (const each of sent) await settle(each)
  return { ...counts, rejectedRows, stopped }
}

type Sent = { readonly batch: Batch; readonly answer: Promise<RowResult[] | Stop> }

/** Batches about the same thing may not overtake each other: of two rows the later one of the file counts. */
const overlap = (one: Batch, other: Batch): boolean => [...other.about].some((each) => one.about.has(each))

const rejectedOf = ({ lines }: Batch, results: readonly RowResult[]): RejectedRow[] =>
  lines.flatMap((line, index) => {
    const result = results[index]
    return typeof result === 'object' ? [{ ...line, reason: result.rejected }] : []
  })

function add(counts: ImportCounts, results: readonly RowResult[], line = counts.line): ImportCounts {
  const loaded = results.filter((result) => result === 'loaded').length
  const unchanged = results.filter((result) => result === 'unchanged').length
  return {
    rows: counts.rows + results.length,
    loaded: counts.loaded + loaded,
    unchanged: counts.unchanged + unchanged,
    rejected: counts.rejected + results.length - loaded - unchanged,
    line,
  }
}
