import type { CsvLine, CsvRecord } from '../../tools/csv/csv.ts'
import { type ImportOptions, type ImportOutcome, importRecords } from '../../tools/import/client.ts'
import { COLUMNS, type ImportService, type WorldKind } from '../../tools/import/columns.ts'
import type { World } from './world.ts'

export type LoadProgress = { readonly kind: WorldKind; readonly rows: number; readonly total: number }

/**
 * Loads a world into running processes: addresses first, since everything else is about them, then damage and
 * strengthening side by side, then consents. Loading it again changes nothing.
 * @throws {Error} when anything of it was not accepted: an invented world has no excuse for that.
 */
export async function loadWorld(
  world: World,
  baseUrls: Readonly<Record<ImportService, string>>,
  token: ImportOptions['token'],
  onProgress?: (progress: LoadProgress) => void,
): Promise<Readonly<Record<WorldKind, ImportOutcome>>> {
  const load = async (kind: WorldKind): Promise<ImportOutcome> => {
    const total = world.totals[kind]
    const outcome = await importRecords(kind, numbered(world.records(kind)), {
      baseUrl: baseUrls[COLUMNS[kind].service],
      token,
      onProgress: onProgress && (({ rows }) => onProgress({ kind, rows, total })),
    })
    if (outcome.stopped) throw new Error(`De ${kind} zijn niet geladen. ${outcome.stopped.message}`)
    const [rejected] = outcome.rejectedRows
    if (rejected) throw new Error(`Rij ${rejected.line} van de ${kind} is afgekeurd: ${rejected.reason}`)
    return outcome
  }
  const addresses = await load('addresses')
  const img = load('img')
  const ncg = load('ncg')
  // When one fails, the other is not left behind at work.
  await Promise.allSettled([img, ncg])
  return { addresses, img: await img, ncg: await ncg, consents: await load('consents') }
}

/** With the columns in lower case, as a file is read. */
function* numbered(records: Iterable<CsvRecord>): Generator<CsvLine> {
  let line = 1
  for (const record of records) {
    line++
    yield {
      line,
      record: Object.fromEntries(
        Object.entries(record).map(([column, cell]) => [column.toLowerCase(), cell]),
      ),
    }
  }
}
