import type { CsvLine } from '../csv/csv.ts'

/** Rows that travel together, with the body of the request that carries them. */
export type Batch = {
  readonly lines: readonly CsvLine[]
  readonly body: string
  /** What the rows are about. */
  readonly about: ReadonlySet<string>
}

/** The limits of the receiving side (kernel/import.ts, kernel/runtime/party.ts); the second with room to spare. */
const MAX_ROWS = 1000
const MAX_BYTES = 3_000_000

/**
 * Divides records into batches. When reading them fails, what was read before still comes as a last batch.
 * @param identity the columns that say what a row is about, in lower case.
 */
export async function* inBatches(
  records: Iterable<CsvLine> | AsyncIterable<CsvLine>,
  identity: readonly string[],
): AsyncGenerator<Batch> {
  let lines: CsvLine[] = []
  let rows: string[] = []
  let bytes = 0
  const take = (): Batch => {
    const about = new Set(
      lines.flatMap(({ record }) => identity.map((column) => `${column}=${record[column]}`)),
    )
    const batch = { lines, body: `{"rows":[${rows.join(',')}]}`, about }
    lines = []
    rows = []
    bytes = 0
    return batch
  }
  try {
    for await (const line of records) {
      const row = JSON.stringify(line.record)
      const size = Buffer.byteLength(row)
      if (lines.length === MAX_ROWS || (lines.length > 0 && bytes + size > MAX_BYTES)) yield take()
      lines.push(line)
      rows.push(row)
      bytes += size
    }
  } catch (error) {
    if (lines.length > 0) yield take()
    throw error
  }
  if (lines.length > 0) yield take()
}
