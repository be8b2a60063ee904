import { Presets, SingleBar } from 'cli-progress'
import type { ImportCounts } from './client.ts'

export type ProgressView = { show(counts: ImportCounts): void; end(): void }

/** Where people look at: `process.stderr`, or what a test puts in its place. */
export type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean }

const EVERY_MS = 3000

/** A bar on a terminal; elsewhere (a log, a pipe) a plain line now and then. */
export function createProgress(screen: Screen, lines: number, nowMs: () => number): ProgressView {
  return screen.isTTY ? bar(screen, lines) : plain(screen, lines, nowMs)
}

function bar(screen: Screen, lines: number): ProgressView {
  const view = new SingleBar(
    {
      format: 'Importeren |{bar}| {percentage}% | {rows} rijen | afgekeurd: {rejected}',
      stream: screen,
      hideCursor: true,
      // The command handles Ctrl-C itself.
      gracefulExit: false,
    },
    Presets.shades_classic,
  )
  view.start(lines, 0, { rows: 0, rejected: 0 })
  return {
    show: ({ line, rows, rejected }) => view.update(line, { rows: amount(rows), rejected: amount(rejected) }),
    end: () => view.stop(),
  }
}

function plain(screen: Screen, lines: number, nowMs: () => number): ProgressView {
  let next = nowMs() + EVERY_MS
  return {
    show({ line, rows, rejected }) {
      if (nowMs() < next) return
      next = nowMs() + EVERY_MS
      const percentage = Math.min(100, Math.round((100 * line) / lines))
      screen.write(`${amount(rows)} rijen verwerkt (${percentage}%), waarvan ${amount(rejected)} afgekeurd\n`)
    },
    end() {},
  }
}

/** As numbers are written in Dutch: 26.800. */
export const amount = (count: number): string => count.toLocaleString('nl-NL')
