import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'

/** A file that cannot be imported, or no further; the message says in Dutch what to do about it. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
}

export type Encoding = 'utf8' | 'win1252'
export type Delimiter = ',' | ';' | '\t'

/** How a file is written, as found out by looking through it once. */
export type FileForm = {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** Whether the first line only says what the delimiter is (`sep=;`), as spreadsheets read and write it. */
  readonly hasHint: boolean
  /** About as many lines as there are; for showing progress. */
  readonly lines: number
  /** The beginning of the file, with all of the first record. */
  readonly head: string
}

const HEAD_BYTES = 65_536
const NEWLINE = 10
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * Looks through a whole file, a piece at a time: only so is it sure whether it is UTF-8, since the first letter with an
 * accent may be on the last line.
 * @throws {CsvError} for what is not a text file with at least one line.
 */
export async function inspectFile(path: string): Promise<FileForm> {
  await assertRegularFile(path)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let encoding: Encoding = 'utf8'
  let head: Buffer | null = null
  let lines = 0
  let last = NEWLINE
  for await (const chunk of readPieces(path, HEAD_BYTES)) {
    head ??= assertText(path, chunk)
    if (chunk.includes(0)) throw binary(path)
    lines += countNewlines(chunk)
    last = chunk.at(-1) ?? last
    if (encoding === 'utf8' && !decodes(decoder, chunk)) encoding = 'win1252'
  }
  if (encoding === 'utf8' && !decodes(decoder)) encoding = 'win1252'
  if (encoding === 'win1252' && head && startsWith(head, BYTE_ORDER_MARK)) {
    throw new CsvError(`${quote(path)} begint als UTF-8, maar bevat verderop andere tekens. ${SAVE_AS}`)
  }
  const text = head ? iconv.decode(head, encoding) : ''
  if (text.trim() === '') {
    throw new CsvError(
      `${quote(path)} is leeg. De eerste regel moet de kolomnamen bevatten, met de rijen eronder.`,
    )
  }
  const hint = readHint(text)
  return {
    encoding,
    delimiter: hint ?? findDelimiter(text),
    hasHint: hint !== null,
    lines: last === NEWLINE ? lines : lines + 1,
    head: text,
  }
}

async function assertRegularFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error)
  })
  if (found.isDirectory()) throw new CsvError(`${quote(path)} is een map. Geef de naam van een CSV-bestand.`)
  if (!found.isFile())
    throw new CsvError(`${quote(path)} is geen gewoon bestand. Bewaar de rijen eerst als CSV-bestand.`)
}

/** The bytes of a file, a piece at a time. */
export async function* readPieces(path: string, bytes: number): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: bytes })
  const pieces: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await pieces.next().catch((error: NodeJS.ErrnoException) => {
        throw unreadable(path, error)
      })
      if (done) return
      yield value
    }
  } finally {
    stream.destroy()
  }
}

/** Words for a file that the operating system does not give. */
function unreadable(path: string, error: NodeJS.ErrnoException): CsvError {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new CsvError(`${quote(path)} bestaat niet. Controleer de naam en de map.`)
  }
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    return new CsvError(`${quote(path)} mag niet worden gelezen. Controleer de rechten van het bestand.`)
  }
  return new CsvError(
    `${quote(path)} kan niet worden gelezen (${error.code ?? error.message}). Probeer het opnieuw.`,
  )
}

const SAVE_AS = 'Sla het op als "CSV UTF-8 (door scheidingstekens gescheiden)".'

function assertText(path: string, head: Buffer): Buffer {
  if (startsWith(head, [0x50, 0x4b, 3, 4]))
    throw new CsvError(`${quote(path)} is een werkblad of zip-bestand, geen CSV-bestand. ${SAVE_AS}`)
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]))
    throw new CsvError(`${quote(path)} is opgeslagen als UTF-16. ${SAVE_AS}`)
  return head
}

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

const binary = (path: string): CsvError =>
  new CsvError(`${quote(path)} is geen tekstbestand. Geef een CSV-bestand.`)

const quote = (path: string): string => `Het bestand "${path}"`

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

function countNewlines(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) count++
  return count
}

const DELIMITERS = [',', ';', '\t'] as const satisfies readonly Delimiter[]

/** @throws {CsvError} when the first line names a delimiter that cannot be one here. */
function readHint(text: string): Delimiter | null {
  const named = /^\s*"?sep=(.?)/i.exec(text)?.[1]
  if (named === undefined) return null
  const known = DELIMITERS.find((delimiter) => delimiter === named)
  if (known) return known
  throw new CsvError(
    `De eerste regel (sep=) noemt een scheidingsteken dat hier niet kan. Gebruik een puntkomma, een komma of een tab.`,
  )
}

/** Dutch spreadsheets write semicolons, registers write commas, a copied table has tabs; the names of the columns hold none. */
function findDelimiter(text: string): Delimiter {
  const names = text.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const count = (delimiter: Delimiter) => names.split(delimiter).length
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ','
}
