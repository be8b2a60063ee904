import { appendFile, chmod, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type CsvFile, csvLine } from '../csv/csv.ts'
import { CsvError } from '../csv/csv-file.ts'
import type { RejectedRow } from './client.ts'
import { REPORT_COLUMNS } from './columns.ts'

export type RejectedReport = {
  readonly path: string
  /** Adds the rows with their line and reason; the first ones make the file, in the place of an older one. */
  add(rows: readonly RejectedRow[]): Promise<void>
}

/** Spreadsheets only believe that a file is UTF-8 when it says so. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A CSV file of the rows that were rejected, with the columns and the delimiter of the file they came from.
 * @throws {CsvError} when it cannot be written there; better now than after an hour.
 */
export async function createReport(
  path: string,
  source: CsvFile,
  sourcePath: string,
): Promise<RejectedReport> {
  await assertWritable(path, sourcePath)
  // A corrected report that is imported has these columns already.
  const columns = source.columns.filter((column) => !isOwn(column))
  let started = false
  return {
    path,
    async add(rows) {
      const lines = rows.map(({ line, reason, record }) =>
        csvLine(
          [String(line), reason, ...columns.map((column) => record[column.toLowerCase()] ?? '')],
          source.delimiter,
        ),
      )
      if (started) return appendFile(path, lines.join(''))
      started = true
      // What is in the rows is for who imports them; a file that was there keeps its mode when it is written.
      await writeFile(path, '', { mode: 0o600 })
      await chmod(path, 0o600)
      await appendFile(
        path,
        BYTE_ORDER_MARK + csvLine([...REPORT_COLUMNS, ...columns], source.delimiter) + lines.join(''),
      )
    },
  }
}

const isOwn = (column: string): boolean => REPORT_COLUMNS.some((own) => own === column.toLowerCase())

async function assertWritable(path: string, sourcePath: string): Promise<void> {
  if (resolve(path) === resolve(sourcePath)) {
    throw new CsvError('Het rapport kan niet het bestand zelf zijn. Geef --report een andere naam.')
  }
  const folder = await stat(dirname(resolve(path))).catch(() => null)
  if (!folder?.isDirectory()) {
    throw new CsvError(
      `De map van het rapport "${path}" bestaat niet. Maak de map, of geef --report een andere naam.`,
    )
  }
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory())
    throw new CsvError(`Het rapport "${path}" is een map. Geef --report de naam van een bestand.`)
}
