import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The Dutch names of the values of enums, which `npm run schema` collects from the schemas of the parties (`tools/labels.ts`). */

/** The generated file, relative to the folder in which the processes are started. */
export const LABELS_FILE = 'schema/labels.json'

const valueLabel = z.strictObject({ value: z.string(), label: z.string(), explanation: z.string() })
const enumLabels = z.strictObject({ enum: z.string(), values: z.array(valueLabel) })

export type ValueLabel = z.infer<typeof valueLabel>
export type EnumLabels = z.infer<typeof enumLabels>

let known: ReadonlyMap<string, EnumLabels> | null = null

/** Returns the labels by the name of their enum. @throws {Error} when the file is missing or invalid. */
export function labelsByEnum(): ReadonlyMap<string, EnumLabels> {
  known ??= new Map(
    z
      .array(enumLabels)
      .parse(JSON.parse(readFileSync(LABELS_FILE, 'utf8')))
      .map((labels) => [labels.enum, labels]),
  )
  return known
}
