import type { ExportLine } from '../kernel/records/log/export.ts'
import { createProgress, type Progress, type Screen } from './progress.ts'

/**
 * Passes on the lines of exported logs and shows the progress: on a terminal a bar for each chain, elsewhere a line for each party, and now
 * and then one for a long chain.
 */
export async function* withProgress(
  lines: AsyncIterable<ExportLine>,
  screen: Screen = process.stderr,
  nowMs: () => number = Date.now,
): AsyncGenerator<ExportLine> {
  let progress: Progress | null = null
  let done = 0
  let total = 0
  try {
    for await (const line of lines) {
      if (line.type === 'export' && !screen.isTTY) screen.write(`Verifying the log of ${line.party}\n`)
      if (line.type === 'chain') {
        progress?.end()
        progress = createProgress(line.chain.padEnd(16), screen, nowMs)
        done = 0
        total = line.head.seq
      }
      // The number of entries in the export may be wrong; the verification checks that.
      if (line.type === 'entry') {
        done += 1
        progress?.show(done, Math.max(done, total))
      }
      yield line
    }
  } finally {
    progress?.end()
  }
}
