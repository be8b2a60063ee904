import { type CsvFile, type CsvLine, openCsv } from '../csv/csv.ts'
import { CsvError } from '../csv/csv-file.ts'
import { type ImportCounts, type ImportOutcome, importRecords } from './client.ts'
import { COLUMNS, columnProblem, type ImportKind, type ImportService, REPORT_COLUMNS } from './columns.ts'
import type { Receiver } from './post-batch.ts'
import { amount, createProgress, type Screen } from './progress.ts'
import { createReport, type RejectedReport } from './report.ts'

export type ImportCommand = {
  readonly kind: ImportKind
  readonly file: string
  /** Where rejected rows go. */
  readonly report: string
}

export type ImportSurroundings = {
  readonly screen: Screen
  readonly signal: AbortSignal
  readonly nowMs: () => number
  /** Finds or starts the process, and disposes of what it started. */
  connect(service: ImportService): Promise<Connection>
}

export type Connection = Pick<Receiver, 'baseUrl' | 'token'> & { close(): Promise<void> }

/** Everything was answered for, rejected rows included: they are in the report. */
export const DONE = 0
/** Not everything could be read or sent. */
export const FAILED = 1
/** Stopped by Ctrl-C, as shells count it. */
export const INTERRUPTED = 130

/** Imports a file and says in Dutch how that went; gives the exit code. */
export async function runImport(command: ImportCommand, surroundings: ImportSurroundings): Promise<number> {
  const { screen } = surroundings
  try {
    const file = await openCsv(command.file)
    const problem = columnProblem(command.kind, file.columns)
    if (problem) throw new CsvError(problem)
    screen.write(`${command.file}: ${describe(file)}\n`)
    return await importFile(command, file, surroundings)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    screen.write(`${error.message}\n`)
    return FAILED
  }
}

async function importFile(
  command: ImportCommand,
  file: CsvFile,
  surroundings: ImportSurroundings,
): Promise<number> {
  const { screen, signal, nowMs } = surroundings
  const report = await createReport(command.report, file, command.file)
  const connection = await surroundings.connect(COLUMNS[command.kind].service)
  try {
    const view = createProgress(screen, file.lines, nowMs)
    const start = nowMs()
    const sieve = createSieve(report)
    const sent = await importRecords(command.kind, sieve.rows(file), {
      ...connection,
      signal,
      onProgress: (counts) => view.show(sieve.withMisshapen(counts)),
      onRejected: report.add,
    }).finally(view.end)
    const outcome = sieve.withMisshapen(sent)
    screen.write(summarise(outcome, (nowMs() - start) / 1000, report.path))
    return exitCode(outcome)
  } finally {
    await connection.close()
  }
}

/** Keeps back the rows that have no place in the columns, in the report, and counts them with what the process rejects. */
function createSieve(report: Pick<RejectedReport, 'add'>) {
  let misshapen = 0
  return {
    async *rows(file: Pick<CsvFile, 'records'>): AsyncGenerator<CsvLine> {
      for await (const row of file.records()) {
        if ('reason' in row) {
          misshapen += 1
          await report.add([row])
        } else {
          yield withoutReportColumns(row)
        }
      }
    },
    withMisshapen: <Counts extends ImportCounts>(counts: Counts): Counts => ({
      ...counts,
      rows: counts.rows + misshapen,
      rejected: counts.rejected + misshapen,
    }),
  }
}

function withoutReportColumns({ line, record }: CsvLine): CsvLine {
  const row = { ...record }
  for (const column of REPORT_COLUMNS) delete row[column]
  return { line, record: row }
}

const DELIMITER_NAMES = { ',': "komma's", ';': "puntkomma's", '\t': 'tabs' } as const

const describe = ({ encoding, delimiter, lines }: CsvFile): string =>
  `${encoding === 'utf8' ? 'UTF-8' : 'Windows-1252'}, gescheiden door ${DELIMITER_NAMES[delimiter]}, ongeveer ${amount(Math.max(0, lines - 1))} rijen`

function summarise(outcome: ImportOutcome, seconds: number, report: string): string {
  const rate = amount(Math.round(outcome.rows / Math.max(seconds, 0.001)))
  const counts: readonly (readonly [string, number])[] = [
    ['geladen', outcome.loaded],
    ['ongewijzigd', outcome.unchanged],
    ['afgekeurd', outcome.rejected],
  ]
  const width = Math.max(...counts.map(([, count]) => amount(count).length))
  return [
    `${amount(outcome.rows)} rijen in ${seconds.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} seconden (${rate} per seconde)`,
    ...counts.map(([name, count]) => `  ${name.padEnd(12)} ${amount(count).padStart(width)}`),
    ...(outcome.rejected > 0
      ? [
          `Let op: niet alle rijen zijn geladen. Regelnummers en redenen: ${report}`,
          'Verbeter de rijen in dat rapport en importeer het; de rest blijft staan.',
        ]
      : []),
    ...(outcome.stopped ? stopLines(outcome) : []),
    '',
  ].join('\n')
}

function stopLines({ stopped, loaded, unchanged, line }: ImportOutcome): string[] {
  return [
    stopped?.message ?? '',
    `Tot en met regel ${amount(Math.max(line, 1))} is alles verwerkt. In totaal: ${amount(loaded)} rijen geladen, ${amount(unchanged)} ongewijzigd. Opnieuw importeren is veilig: wat er al staat, blijft gelijk.`,
  ]
}

function exitCode({ stopped }: ImportOutcome): number {
  if (!stopped) return DONE
  return stopped.reason === 'INTERRUPTED' ? INTERRUPTED : FAILED
}
