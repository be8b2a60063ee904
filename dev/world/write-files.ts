import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeCsv } from '../../tools/csv/csv.ts'
import { COLUMNS, WORLD_KINDS } from '../../tools/import/columns.ts'
import { createWorld, readScale, SMALL, type World } from './world.ts'

/** Writes a world as four files that `npm run import` reads: `addresses.csv` and so on; gives their names. */
export async function writeWorld(world: World, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    WORLD_KINDS.map(async (kind) => {
      const path = join(folder, `${kind}.csv`)
      await writeCsv(path, COLUMNS[kind].columns, world.records(kind))
      return path
    }),
  )
}

const USAGE = `Gebruik: npm run world:write -- MAP [--small]

Schrijft de verzonnen wereld als CSV-bestanden in MAP, om het importeren mee te proberen.
Met --small een vijftigste deel ervan: de eerste adressen, met wat erbij hoort. Wie npm start met WORLD_SCALE
gebruikt, geeft dat hier ook mee. Dan verandert importeren niets aan wat er al staat.
`

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { small: { type: 'boolean' } },
  })
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0) throw new Error(USAGE)
  const paths = await writeWorld(
    createWorld({ scale: readScale(process.env), part: values.small ? SMALL : 1 }),
    folder,
  )
  process.stdout.write(`${paths.join('\n')}\n`)
}

if (import.meta.main) {
  try {
    await run()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
