import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { createTestFolder } from '../../test/support/world/world.ts'
import { type CsvLine, type MisshapenLine, openCsv, writeCsv } from './csv.ts'
import { CsvError } from './csv-file.ts'

const folder = await createTestFolder()
afterAll(() => folder[Symbol.asyncDispose]())

/** Everything that could be read, and the message about what could not. */
async function readAll(path: string) {
  const lines: (CsvLine | MisshapenLine)[] = []
  try {
    const file = await openCsv(path)
    for await (const line of file.records()) lines.push(line)
    return { ...file, read: lines, problem: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { read: lines, problem: error.message }
  }
}
const readText = async (content: string | Uint8Array) => readAll(await folder.write('file.csv', content))

describe('the form of a file', () => {
  const text = 'Naam,Plaats\nJoëlle,Café één\n'
  test.each([
    { form: 'UTF-8', content: Buffer.from(text), encoding: 'utf8' },
    { form: 'UTF-8 with a byte order mark', content: Buffer.from(`\ufeff${text}`), encoding: 'utf8' },
    { form: 'Windows-1252', content: iconv.encode(text, 'win1252'), encoding: 'win1252' },
  ])('$form is recognised, and é and ë arrive', async ({ content, encoding }) => {
    const file = await readText(content)
    expect(file).toMatchObject({ encoding, columns: ['Naam', 'Plaats'] })
    expect(file.read).toEqual([{ line: 2, record: { naam: 'Joëlle', plaats: 'Café één' } }])
  })

  test.each([
    ['sep=;\r\na;b,c\r\n1;2\r\n', ';'],
    ['\ufeff"sep=,"\na,b;c\n1,2\n', ','],
    ['SEP=\t\na\tb;c\n1\t2\n', '\t'],
    ['a\tb;c\td\n1\t2\t3\n', '\t'],
  ])('a first line may name the delimiter, and is no row: %j', async (content, delimiter) => {
    const file = await readText(content)
    expect(file).toMatchObject({ delimiter, problem: null })
    expect(file.read).toHaveLength(1)
    expect(file.read[0]).toMatchObject({
      line: content.toLowerCase().includes('sep=') ? 3 : 2,
      record: { a: '1' },
    })
  })

  test('a delimiter that cannot be one is refused by the name of that line', async () => {
    expect((await readText('sep=|\na|b\n')).problem).toContain('sep=')
  })

  test('cells and names of fixed width are taken without their padding, also between quotation marks', async () => {
    const { read } = await readText('"a  ";"b\u00a0"\n"1   ";"\u00a0Dijk  "\n')
    expect(read).toEqual([{ line: 2, record: { a: '1', b: 'Dijk' } }])
  })

  test('empty columns at the end are none; what stands in one is too much', async () => {
    const { read } = await readText('a;b;;\n1;2;;\n3;4;;x\n')
    expect(read).toEqual([
      { line: 2, record: { a: '1', b: '2' } },
      expect.objectContaining({ line: 3, reason: expect.stringContaining('gevonden 4') }),
    ])
  })

  test('the encoding is right when the first accent is far into the file', async () => {
    const rows = 'a,b\n'.repeat(100_000)
    const late = await readText(iconv.encode(`x,y\n${rows}één,€\n`, 'win1252'))
    expect(late.read.at(-1)).toEqual({ line: 100_002, record: { x: 'één', y: '€' } })
  })

  test('a character of several bytes is whole wherever the pieces of the file end', async () => {
    const rows = `${'€é,ë\n'.repeat(60_000)}`
    const { read } = await readText(`ab,c\n${rows}`)
    expect(read).toHaveLength(60_000)
    expect(read.every(({ record }) => record.ab === '€é' && record.c === 'ë')).toBe(true)
  })

  test.each([
    { ends: 'LF', newline: '\n' },
    { ends: 'CRLF', newline: '\r\n' },
    { ends: 'CR', newline: '\r' },
  ])('lines may end with $ends, also within quotes, and every line is counted', async ({ newline }) => {
    const lines = ['a;b', '1;"een', 'twee', 'drie"', '', '2;x', ';', '3;"y"']
    const { read, problem } = await readText(lines.join(newline))
    expect(problem).toBeNull()
    expect(read).toEqual([
      { line: 2, record: { a: '1', b: 'een\ntwee\ndrie' } },
      { line: 6, record: { a: '2', b: 'x' } },
      { line: 8, record: { a: '3', b: 'y' } },
    ])
  })

  test('names and cells are trimmed, and a comma in a Dutch file with semicolons is text', async () => {
    const file = await readText(' Naam ;"Adres" \n "Bos, H." ; x \n')
    expect(file).toMatchObject({ delimiter: ';', columns: ['Naam', 'Adres'] })
    expect(file.read).toEqual([{ line: 2, record: { naam: 'Bos, H.', adres: 'x' } }])
  })

  test('a file with names only has no rows', async () => {
    expect(await readText('a,b\n')).toMatchObject({ read: [], problem: null })
  })
})

describe('a file that cannot be read', () => {
  test.each([
    { what: 'nothing', content: '', says: 'is leeg' },
    { what: 'a byte order mark only', content: '\ufeff\r\n', says: 'is leeg' },
    { what: 'a workbook', content: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), says: 'geen CSV-bestand' },
    { what: 'UTF-16', content: Buffer.from('\ufeffa;b\r\n', 'utf16le'), says: 'UTF-16' },
    {
      what: 'UTF-8 that goes on as something else',
      content: Buffer.concat([Buffer.from('\ufeffa,b\n'), Buffer.from([0xe9, 44, 97])]),
      says: 'begint als UTF-8',
    },
    { what: 'binary content', content: Buffer.from([97, 44, 98, 10, 0, 1]), says: 'geen tekstbestand' },
    { what: 'a column without a name', content: 'a,,c\n1,2,3\n', says: 'Kolom 2 heeft geen naam' },
    { what: 'the same name twice', content: 'a,b,A\n1,2,3\n', says: '"A" komt twee keer voor' },
    { what: 'a quote in the names that is never closed', content: 'a,"b\n1,2\n', says: 'regel 1' },
  ])('$what is refused, with what to do', async ({ content, says }) => {
    const { problem, read } = await readText(content)
    expect(problem).toContain(says)
    expect(read).toEqual([])
  })

  test('a name that does not exist, and a folder, are told apart', async () => {
    await mkdir(join(folder.path, 'map.csv'))
    expect((await readAll(join(folder.path, 'geen.csv'))).problem).toContain('bestaat niet')
    expect((await readAll(join(folder.path, 'map.csv'))).problem).toContain('is een map')
    expect((await readAll('/dev/null')).problem).toContain('geen gewoon bestand')
  })

  test.each([
    {
      broken: 'a quote that is never closed',
      row: '3,"x\n4,y',
      says: 'op regel 4 begint, wordt een aanhalingsteken',
    },
    { broken: 'text after a closing quote', row: '3,"x"y', says: 'regel 4' },
    { broken: 'a quote in the middle of a cell', row: '3,5" buis', says: 'regel 4' },
    { broken: 'a quote that swallows the file', row: `3,"x\n${'4,y\n'.repeat(40_000)}`, says: 'regel 4' },
  ])('$broken stops the reading there; the good rows before it are given', async ({ row, says }) => {
    const { problem, read } = await readText(`a,b\n1,x\n2,y\n${row}\n`)
    expect(problem).toContain(says)
    expect(read.map(({ line }) => line)).toEqual([2, 3])
  })
})

describe('a row with another number of cells than there are columns', () => {
  test.each([
    { what: 'too few', row: '3', found: 1, record: { a: '3', b: '' } },
    { what: 'too many', row: '3,x,y,', found: 4, record: { a: '3', b: 'x,y,' } },
  ])('with $what is given with the reason and all of its text, and the reading goes on', async (wrong) => {
    const { problem, read } = await readText(`a,b\n1,x\n${wrong.row}\n4,"y\nz"\n5\n6,u\n`)
    expect(problem).toBeNull()
    expect(read).toMatchObject([
      { line: 2, record: { a: '1', b: 'x' } },
      {
        line: 3,
        record: wrong.record,
        reason: expect.stringMatching(`^aantal kolommen: verwacht 2, gevonden ${wrong.found};`),
      },
      { line: 4, record: { a: '4', b: 'y\nz' } },
      { line: 6, reason: expect.stringContaining('gevonden 1') },
      { line: 7, record: { a: '6', b: 'u' } },
    ])
    expect(read.filter((row) => 'reason' in row)).toHaveLength(2)
  })

  test('of which there is one, is no different', async () => {
    const { read } = await readText('a\nx,y\n')
    expect(read).toMatchObject([{ record: { a: 'x,y' }, reason: expect.stringContaining('verwacht 1') }])
  })
})

describe('writing', () => {
  test('what is written is read back as it was, whatever is in the cells', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ë', '€', ',', ';', '"', '\n', ' ', '|', "'"), maxLength: 8 })
      .map((text) => `x${text}x`)
    const path = join(folder.path, 'written.csv')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, fc.oneof(cell, fc.constant('')))),
        fc.constantFrom(',' as const, ';' as const),
        async (cells, delimiter) => {
          const records = cells.map(([a, b]) => ({ a, b }))
          await writeCsv(path, ['a', 'b'], records, delimiter)
          const { read, problem } = await readAll(path)
          expect(problem).toBeNull()
          expect(read.map(({ record }) => record)).toEqual(records)
          const starts = records.map((_, index) =>
            records.slice(0, index).reduce((line, { a, b }) => line + (a + b).split('\n').length, 2),
          )
          expect(read.map(({ line }) => line)).toEqual(starts)
        },
      ),
      { numRuns: 100 },
    )
  })
})
