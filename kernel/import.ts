import { z } from 'zod'
import { badInput } from './errors.ts'
import { isStorable } from './graphql/input.ts'
import { PERIOD, readDay, readMoment } from './graphql/scalars.ts'
import { forOperator } from './identity/audience.ts'
import type { LogTables } from './records/log/tables.ts'
import type { Party } from './runtime/party.ts'
import { bareCell, spreadsheetHabit } from './spreadsheet.ts'
import { ADDRESS_ID } from './vocabulary.ts'

/**
 * The receiving side of an import: `POST /import/<kind>` with `{ "rows": [{ column: text }] }`, at most 1000 rows. The process that owns
 * the data validates every row, stores the valid ones in one transaction and reports the result of each. Sending the same rows again
 * changes nothing.
 */

/** The result of a row; `rejected` has the reason in Dutch, without repeating the value. */
export type RowResult = 'loaded' | 'unchanged' | { readonly rejected: string }

export const MAX_ROWS = 1000

const body = z.object({ rows: z.array(z.record(z.string(), z.string())).min(1).max(MAX_ROWS) })

/** Validates and stores records of one kind; the results are in the same order. */
export type Importer = (records: readonly Record<string, string>[]) => Promise<readonly RowResult[]>

/**
 * Makes an importer.
 * @param row the columns, by lower-case name; a column that is not in it refuses the whole batch.
 * @param store stores valid rows, and returns the result of each, in the same order.
 */
export function createImporter<Shape extends z.ZodRawShape>(
  row: z.ZodObject<Shape>,
  store: (rows: readonly z.output<z.ZodObject<Shape>>[]) => Promise<readonly RowResult[]>,
): Importer {
  const known = Object.keys(row.shape)
  return async (given) => {
    const records = given.map((record) =>
      Object.fromEntries(Object.entries(record).map(([column, cell]) => [column, bareCell(cell)])),
    )
    const unknown = Object.keys(records[0] ?? {}).filter((column) => !known.includes(column))
    if (unknown.length > 0)
      throw badInput(`Onbekende kolommen: ${unknown.join(', ')}. Bekend zijn: ${known.join(', ')}.`)
    const parsed = records.map((record) => row.safeParse(record))
    const stored = await store(parsed.flatMap(({ data }) => (data === undefined ? [] : [data])))
    let position = 0
    return parsed.map(({ error }, index) =>
      error
        ? { rejected: error.issues.map((issue) => reasonOf(issue, records[index] ?? {})).join('; ') }
        : (stored[position++] ?? { rejected: 'niet verwerkt' }),
    )
  }
}

/** The reason of a rejection: the column, the fault, and a hint when a spreadsheet may have caused it. */
function reasonOf({ path, message }: z.core.$ZodIssue, record: Readonly<Record<string, string>>): string {
  const habit = spreadsheetHabit(record[String(path[0])] ?? '')
  return `${path.join('.')}: ${message}${habit === null ? '' : ` (${habit})`}`
}

/** Serves an importer to the operator's service identity; a person changes one thing at a time, through a mutation. */
export function serveImport(
  party: Pick<Party<LogTables>, 'app' | 'recordImport'>,
  kind: string,
  importer: Importer,
): void {
  party.app.post(`/import/${kind}`, forOperator(`import ${kind}`), async (request) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success) throw badInput(`Stuur 1 tot ${MAX_ROWS} rijen, elk met tekst per kolom.`)
    await party.recordImport(request, parsed.data.rows)
    return { results: await importer(parsed.data.rows) }
  })
}

/** The types of the columns of an imported file. An empty cell is no value. */

export const optional = <T extends z.ZodType<unknown, string>>(column: T) =>
  z.preprocess((cell) => (cell === '' || cell === undefined ? null : cell), column.nullable()).default(null)

export const text = z
  .string('ontbreekt')
  .trim()
  .min(1, 'mag niet leeg zijn')
  .max(2000, 'is langer dan 2000 tekens')
  .refine(isStorable, 'bevat een teken dat niet bestaat')
export const addressId = z
  .string('ontbreekt')
  .regex(ADDRESS_ID, 'is geen BAG-nummeraanduiding: 16 cijfers, het vijfde en zesde zijn 20')
const WITHIN = `van ${PERIOD.from} tot en met ${PERIOD.until}`
export const day = z
  .string('ontbreekt')
  .refine((value) => readDay(value) !== null, `is geen datum: schrijf JJJJ-MM-DD, ${WITHIN}`)
export const instant = z
  .string('ontbreekt')
  .refine((value) => readMoment(value) !== null, `is geen tijdstip: schrijf JJJJ-MM-DDTUU:MM:SSZ, ${WITHIN}`)
  .transform((value) => readMoment(value) as string)
export const wholeNumber = z
  .string('ontbreekt')
  .regex(/^\d{1,9}$/, 'is geen geheel getal')
  .transform(Number)
/** Also as spreadsheets write it: `TRUE`, `WAAR`. */
export const yesNo = z
  .string('ontbreekt')
  .toLowerCase()
  .pipe(z.enum(['true', 'false', 'ja', 'nee', 'waar', 'onwaar'], 'is geen ja of nee'))
  .transform((value) => ['true', 'ja', 'waar'].includes(value))
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `kies uit ${values.join(', ')}`)
/** Several values in one cell, separated by `|`. */
export const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string('ontbreekt')
    .transform((value) =>
      value
        .split('|')
        .map((item) => item.trim())
        .filter(Boolean),
    )
    .pipe(z.array(oneOf(values)).min(1, 'mag niet leeg zijn'))
