import { AppError } from '../../kernel/errors.ts'
import type { RowResult } from '../../kernel/import.ts'
import type { FileStore } from './file-store.ts'
import type { FileRow } from './file-table.ts'

/**
 * Stores imported files and returns the result of each, in the same order; of rows with the same reference the last valid one counts.
 * @param check throws an `AppError` with the reason, without the value, for a row that is not plausible.
 */
export async function importFiles<Row extends FileRow, Filter>(
  store: Pick<FileStore<Row, Filter>, 'importAll'>,
  rows: readonly Row[],
  check: (row: Row) => void,
): Promise<readonly RowResult[]> {
  const faults = rows.map((row) => faultOf(() => check(row)))
  const byReference = new Map(
    rows.filter((_, index) => faults[index] === null).map((row) => [row.reference, row]),
  )
  const results = await store.importAll([...byReference.values()])
  return rows.map(({ reference }, index) => {
    const fault = faults[index]
    return fault ? { rejected: fault } : (results.get(reference) ?? 'unchanged')
  })
}

function faultOf(check: () => void): string | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}
