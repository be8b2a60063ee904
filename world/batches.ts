import type { CsvLine } from './csv.ts'

/** Rows that travel together, with the body of the request that carries them. */
export type Batch = { readonly lines: readonly CsvLine[]; readonly body: string }

/** The limits of the receiving side (kernel/import.ts, kernel/party.ts); the second with room to spare. */
const MAX_ROWS = 1000
const MAX_BYTES = 3_000_000

/** Divides records into batches. When reading them fails, what was read before still comes as a last batch. */
export async function* inBatches(records: Iterable<CsvLine> | AsyncIterable<CsvLine>): AsyncGenerator<Batch> {
  let lines: CsvLine[] = []
  let rows: string[] = []
  let bytes = 0
  const take = (): Batch => {
    const batch = { lines, body: `{"rows":[${rows.join(',')}]}` }
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
