import type { ExportLine } from '../kernel/records/log/export.ts'
import type { Problem } from '../kernel/records/log/read-chain.ts'
import { DECISION_CHAIN, type DecisionOnRecord } from '../subgraphs/svip/decisions/decision-log.ts'
import { type Period, readDecisions, readSomeDecisions } from '../subgraphs/svip/decisions/read-log.ts'
import { isDay } from '../subgraphs/svip/policy/calendar.ts'
import { linesOfFiles, linesOfParty } from './log-lines.ts'
import { createProgress } from './progress.ts'
import { ensureRunning } from './system.ts'

/** The source of past decisions: exported files, or the SVIP itself when there are none. */
export type Source = { readonly files: readonly string[] }

/** The exit codes of commands about past decisions. */
export const ENDED = { SAME: 0, DIFFERENT: 1, COULD_NOT_LOOK: 2 } as const

/**
 * Reads `--from` and `--until`.
 * @throws {Error} when one is not a day, or they are in the wrong order.
 */
export function readPeriod(from: string | undefined, until: string | undefined): Period {
  for (const [name, day] of Object.entries({ from, until }))
    if (day !== undefined && !isDay(day))
      throw new Error(`--${name} must be a day that exists, written as 2026-11-22.`)
  if (from !== undefined && until !== undefined && from > until)
    throw new Error('--from must not be later than --until.')
  return { from: from ?? null, until: until ?? null }
}

/**
 * Reads and verifies the whole decision log while it shows progress, and calls back with the decisions of the period.
 * @returns whether the log is complete and unchanged; faults are printed on standard error.
 */
export async function eachDecision(
  source: Source,
  period: Period,
  visit: (decision: DecisionOnRecord) => void,
): Promise<boolean> {
  return await withLines(source, {}, async (lines) => {
    const progress = createProgress('Reading the log')
    const reading = await readDecisions(lines, period, visit, progress.show)
    progress.end()
    if (reading.chain) {
      const { entries, erased, keyFingerprint } = reading.chain
      console.log(
        `${DECISION_CHAIN}: ${entries} entries, ${erased} of them erased after their term, signed with key ${keyFingerprint}`,
      )
    }
    return report(reading.problems)
  })
}

export type Found = { readonly decision: DecisionOnRecord; readonly seq: number }

/**
 * Finds one decision. From the SVIP it reads only that entry; of files it verifies the whole log. An entry that does not match its
 * commitment is not found, and the log then counts as not intact; faults are printed on standard error.
 */
export async function oneDecision(
  source: Source,
  id: string,
): Promise<{ readonly found: Found | undefined; readonly intact: boolean }> {
  return await withLines(source, { id }, async (lines) => {
    const found: Found[] = []
    const visit = (decision: DecisionOnRecord, seq: number) => {
      if (decision.id === id) found.push({ decision, seq })
    }
    const everything: Period = { from: null, until: null }
    const problems =
      source.files.length > 0
        ? (await readDecisions(lines, everything, visit)).problems
        : await readSomeDecisions(lines, visit)
    return { found: found[0], intact: report(problems) }
  })
}

async function withLines<T>(
  { files }: Source,
  wanted: { readonly id?: string },
  read: (lines: AsyncIterable<ExportLine>) => Promise<T>,
): Promise<T> {
  if (files.length > 0) return await read(linesOfFiles(files))
  const system = await ensureRunning(['svip'])
  try {
    return await read(linesOfParty(system, 'svip', { chain: DECISION_CHAIN, ...wanted }))
  } finally {
    await system.stop()
  }
}

function report(problems: readonly Problem[]): boolean {
  for (const { chain, seq, what } of problems)
    console.error(`✗ ${chain}${seq === null ? '' : ` entry ${seq}`}: ${what}`)
  return problems.length === 0
}
