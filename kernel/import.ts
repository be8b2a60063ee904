import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badInput, forbidden } from './errors.ts'
import { isStorable } from './input.ts'
import type { LogTables } from './log/tables.ts'
import type { Party } from './party.ts'
import { readDate, readInstant } from './scalars.ts'
import { ADDRESS_ID } from './vocabulary.ts'

/**
 * The receiving side of an import: `POST /import/<kind>` with `{ "rows": [{ column: text }] }`, at most 1000 rows. The
 * process that owns the data checks every row itself, stores the good ones in one transaction and says of each what became
 * of it. Sending the same rows again changes nothing.
 */

/** What became of a row; `rejected` says why, in Dutch, without repeating the value. */
export type RowResult = 'loaded' | 'unchanged' | { readonly rejected: string }

export const MAX_ROWS = 1000

const body = z.object({ rows: z.array(z.record(z.string(), z.string())).min(1).max(MAX_ROWS) })

/** Checks and stores records of one kind; the results are in the same order. */
export type Importer = (records: readonly Record<string, string>[]) => Promise<readonly RowResult[]>

/**
 * Makes an importer.
 * @param row the columns, by lower-case name; a column that is not in it refuses the whole batch.
 * @param store stores rows that are right, and says of each what became of it, in the same order.
 */
export function createImporter<Shape extends z.ZodRawShape>(
  row: z.ZodObject<Shape>,
  store: (rows: readonly z.output<z.ZodObject<Shape>>[]) => Promise<readonly RowResult[]>,
): Importer {
  const known = Object.keys(row.shape)
  return async (records) => {
    const unknown = Object.keys(records[0] ?? {}).filter((column) => !known.includes(column))
    if (unknown.length > 0)
      throw badInput(`Onbekende kolommen: ${unknown.join(', ')}. Bekend zijn: ${known.join(', ')}.`)
    const parsed = records.map((record) => row.safeParse(record))
    const stored = await store(parsed.flatMap(({ data }) => (data === undefined ? [] : [data])))
    let position = 0
    return parsed.map(({ error }) =>
      error
        ? { rejected: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
        : (stored[position++] ?? { rejected: 'niet verwerkt' }),
    )
  }
}

/** Serves an importer to the operator's service identity; a person changes one thing at a time, through a mutation. */
export function serveImport(
  party: Pick<Party<LogTables>, 'app' | 'recordImport' | 'recordRefusal'>,
  kind: string,
  importer: Importer,
): void {
  // Before the body is read: a stranger's is not looked at.
  const onRequest = async (request: FastifyRequest) => {
    if (request.caller?.roles.includes('service') && request.caller.organisation === 'SVIP') return
    await party.recordRefusal(request, `import ${kind}`)
    throw forbidden()
  }
  party.app.post(`/import/${kind}`, { onRequest }, async (request) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success) throw badInput(`Stuur 1 tot ${MAX_ROWS} rijen, elk met tekst per kolom.`)
    await party.recordImport(request, parsed.data.rows)
    return { results: await importer(parsed.data.rows) }
  })
}

/** Columns: what a cell of an imported file may hold. An empty cell is no value. */

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
export const day = z
  .string('ontbreekt')
  .refine((value) => readDate(value) !== null, 'is geen datum: schrijf JJJJ-MM-DD')
export const instant = z
  .string('ontbreekt')
  .refine((value) => readInstant(value) !== null, 'is geen tijdstip: schrijf JJJJ-MM-DDTUU:MM:SSZ')
  .transform((value) => readInstant(value) as string)
export const wholeNumber = z
  .string('ontbreekt')
  .regex(/^\d{1,9}$/, 'is geen geheel getal')
  .transform(Number)
export const yesNo = z
  .enum(['true', 'false', 'ja', 'nee'], 'is geen ja of nee')
  .transform((value) => value === 'true' || value === 'ja')
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
