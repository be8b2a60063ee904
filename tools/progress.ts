import { Presets, SingleBar } from 'cli-progress'

export type Progress = { show(done: number, total: number): void; end(): void }

/** The output: `process.stderr`, or a substitute in tests. */
export type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean }

const EVERY_MS = 3000
/** The maximum of redraws. */
const STEPS = 500

/** Shows the progress of a command on standard error: a bar on a terminal, elsewhere (a log, a pipe) a line now and then. */
export function createProgress(
  what: string,
  screen: Screen = process.stderr,
  nowMs: () => number = Date.now,
): Progress {
  return screen.isTTY ? bar(what, screen) : plain(what, screen, nowMs)
}

function bar(what: string, screen: Screen): Progress {
  const view = new SingleBar(
    { format: `${what} |{bar}| {percentage}% | {value} / {total}`, stream: screen, gracefulExit: false },
    Presets.shades_classic,
  )
  return {
    show(done, total) {
      if (!view.isActive) view.start(total, 0)
      if (done === total || done % STEPS === 0) view.update(done)
    },
    end: () => view.stop(),
  }
}

function plain(what: string, screen: Screen, nowMs: () => number): Progress {
  let next = nowMs() + EVERY_MS
  return {
    show(done, total) {
      if (done % STEPS !== 0 || nowMs() < next) return
      next = nowMs() + EVERY_MS
      screen.write(`${what}: ${done} / ${total}\n`)
    },
    end() {},
  }
}
