import type { ExportLine } from '../kernel/records/log/export.ts'
import { createProgress, type Progress, type Screen } from './progress.ts'

/**
 * Hands lines of exported logs on, and says meanwhile how far they are: on a terminal a bar for each chain, elsewhere a line for each
 * party, and one now and then for a long chain.
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
      // What an export says of itself may be wrong; that is for who verifies it.
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
