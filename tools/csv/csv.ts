import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import { harmlessCell } from '../../kernel/spreadsheet.ts'
import {
  CsvError,
  type Delimiter,
  type Encoding,
  type FileForm,
  inspectFile,
  readPieces,
} from './csv-file.ts'
import { type Row, readRows } from './csv-rows.ts'

/** Text by column. */
export type CsvRecord = Readonly<Record<string, string>>

export type CsvLine = { readonly line: number; readonly record: CsvRecord }

/** A row with another number of cells than there are columns, with the reason in Dutch why it cannot be taken. */
export type MisshapenLine = CsvLine & { readonly reason: string }

export type CsvFile = Omit<FileForm, 'head'> & {
  /** As written in the file; the records have them in lower case. */
  readonly columns: readonly string[]
  /** Reads the file from its beginning. Gives every row that comes before a broken quotation, then throws CsvError. */
  records(): AsyncIterable<CsvLine | MisshapenLine>
}

const PIECE_BYTES = 262_144

/**
 * Opens a CSV file that has the names of its columns on the first line, in UTF-8 (with or without a byte order mark) or
 * Windows-1252, with commas, semicolons or tabs; before it may stand a line that says which (`sep=;`).
 * @throws {CsvError} when there is no such file, or when its first line cannot be names.
 */
export async function openCsv(path: string): Promise<CsvFile> {
  const { head, ...form } = await inspectFile(path)
  const columns = withoutEmptyEnd(
    (await headerOf(readRows([oneLineEnd(head)], form.delimiter), form))?.cells ?? [],
  )
  const keys = columns.map((column) => column.toLowerCase())
  const nameless = keys.indexOf('')
  if (nameless !== -1) {
    throw new CsvError(`Kolom ${nameless + 1} heeft geen naam. Geef elke kolom op de eerste regel een naam.`)
  }
  const double = columns.find((_column, index) => keys.indexOf(keys[index] ?? '') !== index)
  if (double) throw new CsvError(`De kolom "${double}" komt twee keer voor. Geef elke kolom een eigen naam.`)
  return { ...form, columns, records: () => readRecords(path, form, keys) }
}

type Form = Pick<FileForm, 'encoding' | 'delimiter' | 'hasHint'>

async function headerOf(rows: AsyncIterable<Row>, { hasHint }: Form): Promise<Row | undefined> {
  let isHint = hasHint
  for await (const row of rows) {
    if (!isHint) return row
    isHint = false
  }
  return undefined
}

/** Spreadsheets write columns that were used once, and are empty now. */
function withoutEmptyEnd(cells: readonly string[], atLeast = 0): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, Math.max(last + 1, atLeast))
}

async function* readRecords(
  path: string,
  form: Form,
  keys: readonly string[],
): AsyncGenerator<CsvLine | MisshapenLine> {
  let before = form.hasHint ? 2 : 1
  for await (const row of readRows(readText(path, form.encoding), form.delimiter)) {
    if (before > 0) {
      before -= 1
      continue
    }
    const { line } = row
    const cells = withoutEmptyEnd(row.cells, keys.length)
    yield cells.length === keys.length
      ? { line, record: toRecord(keys, cells) }
      : misshapen(line, keys, row.cells, form.delimiter)
  }
}

function misshapen(
  line: number,
  keys: readonly string[],
  cells: readonly string[],
  delimiter: Delimiter,
): MisshapenLine {
  const last = keys.length - 1
  // What is too much stays with the last column: nothing of the row is lost to whoever corrects it.
  const all = [...cells.slice(0, last), cells.slice(last).join(delimiter)]
  const reason =
    `aantal kolommen: verwacht ${keys.length}, gevonden ${cells.length}; ` +
    'een tekst met een scheidingsteken hoort tussen aanhalingstekens (")'
  return { line, record: toRecord(keys, all), reason }
}

function toRecord(keys: readonly string[], cells: readonly string[]): CsvRecord {
  const record: Record<string, string> = {}
  for (const [index, key] of keys.entries()) record[key] = cells[index] ?? ''
  return record
}

async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  // The second half of a line end may be at the start of the next piece.
  let held = ''
  for await (const chunk of readPieces(path, PIECE_BYTES)) {
    const text = held + decoder.write(chunk)
    held = text.endsWith('\r') ? '\r' : ''
    yield oneLineEnd(text.slice(0, text.length - held.length))
  }
  yield oneLineEnd(held + (decoder.end() ?? ''))
}

/** The parser counts lines wrong where a quoted cell holds a CRLF, so it only ever sees one sort of line end. */
const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Writes a file with a line of column names; records that lack a column get an empty cell. */
export async function writeCsv(
  path: string,
  columns: readonly string[],
  records: Iterable<CsvRecord>,
  delimiter: Delimiter = ',',
): Promise<void> {
  function* lines() {
    let piece = csvLine(columns, delimiter)
    for (const record of records) {
      piece += csvLine(
        columns.map((column) => record[column] ?? ''),
        delimiter,
      )
      if (piece.length > 65_536) {
        yield piece
        piece = ''
      }
    }
    yield piece
  }
  await pipeline(lines, createWriteStream(path))
}

/** Quoted whatever the delimiter of the file is: a spreadsheet may take another for it. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/

/** One line of a file, with its end; what a spreadsheet would carry out is marked as text. */
export const csvLine = (
  cells: readonly string[],
  delimiter: Delimiter,
  lineEnd: '\n' | '\r\n' = '\n',
): string =>
  stringify([cells.map(harmlessCell)], { delimiter, record_delimiter: lineEnd, quoted_match: QUOTED })
