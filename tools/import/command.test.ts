import { execFile } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import {
  allLoaded,
  createTestFolder,
  startReceiver,
  type TestReceiver,
} from '../../test/support/world/world.ts'
import type { ImportKind } from './columns.ts'
import { DONE, FAILED, INTERRUPTED, runImport } from './command.ts'

const folder = await createTestFolder()
afterAll(() => folder[Symbol.asyncDispose]())

/** Runs the command against a receiver, without a terminal; gives what it said and how it ended. */
async function run(
  receiver: TestReceiver | null,
  file: string,
  options: { readonly kind?: ImportKind; readonly report?: string; readonly signal?: AbortSignal } = {},
) {
  const screen = new PassThrough()
  const connected: string[] = []
  const report = options.report ?? `${file}.afgekeurd.csv`
  const code = await runImport(
    { kind: options.kind ?? 'addresses', file, report },
    {
      screen,
      signal: options.signal ?? new AbortController().signal,
      nowMs: () => 0,
      connect: async (service) => {
        if (!receiver) throw new Error('nothing may be started for a file that is not right')
        connected.push(service)
        return { baseUrl: receiver.baseUrl, token: 'token', close: async () => void connected.push('closed') }
      },
    },
  )
  screen.end()
  return { code, connected, said: String(screen.read() ?? ''), report }
}

const HEADER =
  'nummeraanduidingIdentificatie;openbareRuimteNaam;huisnummer;postcode;woonplaatsNaam;gemeentecode'
const row = (index: number) =>
  `00242099${String(index).padStart(8, '0')};Zeeëgelstraat;${index};9919AB;Loppersum;1979`
const addressFile = (rows: readonly string[]) =>
  folder.write('adressen.csv', `${[HEADER, ...rows].join('\r\n')}\r\n`)
const rejectEven = ({ rows }: { rows: readonly Readonly<Record<string, string>>[] }) => ({
  body: {
    results: rows.map(({ huisnummer }) =>
      Number(huisnummer) % 2 ? 'loaded' : { rejected: 'huisnummer: is "even"; mag niet' },
    ),
  },
})

describe('importing a file', () => {
  test('loads it, says what became of it and disposes of what was started', async () => {
    await using receiver = await startReceiver(allLoaded)
    const { code, said, connected } = await run(receiver, await addressFile([row(1), row(2)]))
    expect(code).toBe(DONE)
    expect(connected).toEqual(['svip', 'closed'])
    expect(receiver.received[0]?.rows[0]).toMatchObject({
      openbareruimtenaam: 'Zeeëgelstraat',
      huisnummer: '1',
    })
    expect(said).toContain("UTF-8, gescheiden door puntkomma's")
    expect(said).toMatch(/geladen\s+2/)
    expect(said).toMatch(/ongewijzigd\s+0/)
    expect(said).toMatch(/afgekeurd\s+0/)
    expect(said).not.toContain('Let op')
  })

  test('puts rejected rows in a report that can be corrected and imported as it is', async () => {
    await using receiver = await startReceiver(rejectEven)
    const first = await run(receiver, await addressFile([row(1), row(2), '', row(4)]))
    expect(first.code).toBe(DONE)
    expect(first.said).toContain(first.report)
    const report = await readFile(first.report, 'utf8')
    expect(report).toBe(
      `\ufeffregel;reden;${HEADER}\n3;"huisnummer: is ""even""; mag niet";${row(2)}\n5;"huisnummer: is ""even""; mag niet";${row(4)}\n`,
    )
    const corrected = await folder.write('verbeterd.csv', report.replace(row(2), row(3)))
    const second = await run(receiver, corrected)
    expect(receiver.received[1]?.rows[0]).not.toHaveProperty('regel')
    expect(second.said).toMatch(/geladen\s+1/)
    expect(await readFile(second.report, 'utf8')).toBe(
      `\ufeffregel;reden;${HEADER}\n3;"huisnummer: is ""even""; mag niet";${row(4)}\n`,
    )
  })

  test('writes the report for its owner alone, without a formula in it, and takes that back as it was', async () => {
    await using receiver = await startReceiver(({ rows }) => ({
      body: { results: rows.map(() => ({ rejected: '=1+1' })) },
    }))
    const file = await folder.write(
      'formule.csv',
      `${HEADER}\n${row(2).replace('Zeeëgelstraat', '=HYPERLINK(1)')}\n`,
    )
    await writeFile(`${file}.afgekeurd.csv`, 'van eerder', { mode: 0o644 })
    const { report } = await run(receiver, file)
    expect((await stat(report)).mode & 0o777).toBe(0o600)
    expect(await readFile(report, 'utf8')).toContain("\n2;'=1+1;0024209900000002;'=HYPERLINK(1);")
    await run(receiver, await folder.write('nog-eens.csv', await readFile(report, 'utf8')))
    expect(receiver.received[1]?.rows[0]).toMatchObject({ openbareruimtenaam: '=HYPERLINK(1)' })
  })

  test('reads Windows-1252, and says that it did', async () => {
    await using receiver = await startReceiver(allLoaded)
    const path = await folder.write('oud.csv', iconv.encode(`${HEADER}\n${row(1)}\n`, 'win1252'))
    const { said } = await run(receiver, path)
    expect(said).toContain('Windows-1252')
    expect(receiver.received[0]?.rows[0]).toMatchObject({ openbareruimtenaam: 'Zeeëgelstraat' })
  })

  test('puts a row with the wrong number of columns in the report with the others, and loads the rest', async () => {
    await using receiver = await startReceiver(rejectEven)
    const file = await addressFile([row(1), row(2), 'half', `${row(3)};over`, row(5)])
    const { code, said, report } = await run(receiver, file)
    expect(code).toBe(DONE)
    expect(receiver.received.flatMap(({ rows }) => rows.map(({ huisnummer }) => huisnummer))).toEqual([
      '1',
      '2',
      '5',
    ])
    expect(said).toContain('5 rijen in')
    expect(said).toMatch(/geladen\s+2/)
    expect(said).toMatch(/afgekeurd\s+3/)
    const reported = await readFile(report, 'utf8')
    expect(reported).toContain(row(2))
    expect(reported).toMatch(/^4;"aantal kolommen: verwacht 6, gevonden 1;.*;half;;;;;$/m)
    expect(reported).toMatch(/^5;"aantal kolommen: verwacht 6, gevonden 7;.*;"1979;over"$/m)
  })

  test('of nothing but such rows reports them, and sends nothing', async () => {
    await using receiver = await startReceiver(allLoaded)
    const { code, said } = await run(receiver, await addressFile(['half', 'half']))
    expect(code).toBe(DONE)
    expect(receiver.received).toEqual([])
    expect(said).toMatch(/afgekeurd\s+2/)
  })

  test('keeps the good rows before a quotation mark that is not closed, and ends as failed', async () => {
    await using receiver = await startReceiver(rejectEven)
    const { code, said, report } = await run(receiver, await addressFile([row(1), row(2), '"half', row(3)]))
    expect(code).toBe(FAILED)
    expect(receiver.received.flatMap(({ rows }) => rows)).toHaveLength(2)
    expect(said).toContain('op regel 4 begint')
    expect(said).toContain('Opnieuw importeren is veilig')
    expect(await readFile(report, 'utf8')).toContain(row(2))
  })

  test('stops at a refusal with the words of the process', async () => {
    await using receiver = await startReceiver(() => ({
      status: 401,
      body: { errors: [{ message: 'Log in: er is geen geldig toegangsbewijs.' }] },
    }))
    const { code, said, connected } = await run(receiver, await addressFile([row(1)]))
    expect(code).toBe(FAILED)
    expect(said).toContain('Log in')
    expect(connected).toEqual(['svip', 'closed'])
  })

  test('says after Ctrl-C how much was loaded, and that it can be done again', async () => {
    const interrupted = new AbortController()
    await using receiver = await startReceiver((request) => {
      interrupted.abort()
      return allLoaded(request)
    })
    const rows = Array.from({ length: 5000 }, (_, index) => row(index))
    const { code, said } = await run(receiver, await addressFile(rows), { signal: interrupted.signal })
    expect(code).toBe(INTERRUPTED)
    expect(said).toMatch(/[12]\.000 rijen geladen/)
    expect(said).toContain('Opnieuw importeren is veilig')
  })
})

describe('a file that is not right', () => {
  test.each([
    { what: 'empty', content: '', says: 'is leeg' },
    { what: 'without names', content: `${row(1)}\n`, says: 'bevat geen kolomnamen van addresses' },
    { what: 'with a column nobody knows', content: `${HEADER};bsn\n`, says: 'Onbekende kolommen: bsn' },
    { what: 'without a column that is needed', content: 'postcode,huisnummer\n', says: 'openbareRuimteNaam' },
    {
      what: 'of another kind',
      content: 'reference,address_id,kind\n',
      says: 'geen kolomnamen van addresses',
    },
  ])('$what is refused before anything is started', async ({ content, says }) => {
    const { code, said } = await run(null, await folder.write('fout.csv', content))
    expect(code).toBe(FAILED)
    expect(said).toContain(says)
  })

  test('of another kind than was said is told by its name', async () => {
    const file = await folder.write('ncg.csv', 'reference,address_id,programme\n')
    const { code, said } = await run(null, file, { kind: 'img' })
    expect(code).toBe(FAILED)
    expect(said).toContain('Dit is een bestand met ncg, niet met img')
  })

  test('a report that would overwrite the file, or has no folder, is refused', async () => {
    const file = await addressFile([row(1)])
    expect((await run(null, file, { report: file })).said).toContain('niet het bestand zelf')
    expect((await run(null, file, { report: join(folder.path, 'geen', 'r.csv') })).said).toContain(
      'bestaat niet',
    )
    expect((await run(null, file, { report: folder.path })).said).toContain('is een map')
  })
})

describe('the command', () => {
  const command = (...words: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      const tool = fileURLToPath(new URL('../import.ts', import.meta.url))
      execFile(process.execPath, [tool, ...words], (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, stdout, stderr }),
      )
    })

  test('explains itself', async () => {
    const { code, stdout } = await command('--help')
    expect(code).toBe(DONE)
    expect(stdout).toContain('npm run import --')
  })

  test.each([
    [[]],
    [['img']],
    [['claims', 'a.csv']],
    [['img', 'a.csv', 'b.csv']],
    [['img', 'a.csv', '--wat']],
  ])('says how it is used when it is asked for %j', async (words) => {
    const { code, stderr } = await command(...words)
    expect(code).toBe(FAILED)
    expect(stderr).toContain('Gebruik:')
  })
})
