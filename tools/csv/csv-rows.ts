import { type CsvError as ParseFault, parse } from 'csv-parse'
import { bareCell } from '../../kernel/spreadsheet.ts'
import { CsvError, type Delimiter } from './csv-file.ts'

/** A row with the line of the file on which it starts; a quoted cell may run over several lines. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** Also the limit to what an unclosed quotation mark can swallow. */
const MAX_ROW_BYTES = 100_000

/**
 * The rows of a text that comes in pieces, its lines ended by `\n`. Rows without anything in them are skipped.
 * Gives every row that comes before what is broken, then throws CsvError.
 */
export async function* readRows(
  texts: Iterable<string> | AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<Row> {
  const rows: Row[] = []
  let lastLine = 0
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: MAX_ROW_BYTES,
    // Read as a stream, the parser would drop the good rows it still holds when it meets a broken one.
    on_record: (written: string[], { lines }) => {
      lastLine = lines
      const cells = written.map(bareCell)
      if (cells.some((cell) => cell !== '')) rows.push({ line: lines - newlinesIn(written), cells })
      return null
    },
  })
  // The faults arrive through the callbacks below; unheard, this event would end the process.
  parser.on('error', () => {})
  parser.resume()
  const take = () => rows.splice(0)
  for await (const text of texts) {
    const fault = await faultOf((done) => parser.write(text, done))
    yield* take()
    if (fault) throw explain(fault, lastLine + 1)
  }
  const fault = await faultOf((done) => parser.end(done))
  yield* take()
  if (fault) throw explain(fault, lastLine + 1)
}

const faultOf = (act: (done: (error?: Error | null) => void) => void): Promise<Error | null> =>
  new Promise((resolve) => act((error) => resolve(error ?? null)))

const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0)

const QUOTING =
  'Zet een tekst met een scheidingsteken tussen aanhalingstekens ("), en schrijf een aanhalingsteken in die tekst dubbel ("").'

function explain(fault: Error, line: number): unknown {
  const code = 'code' in fault ? (fault.code as ParseFault['code']) : null
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new CsvError(
        `In de rij die op regel ${line} begint, wordt een aanhalingsteken (") niet gesloten. ${QUOTING}`,
      )
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return new CsvError(
        `In de rij die op regel ${line} begint, staat een aanhalingsteken (") op een verkeerde plaats. ${QUOTING} Haal een = voor een aanhalingsteken weg: dat is een formule.`,
      )
    default:
      return fault
  }
}
