import { type AppError, overloaded } from '../errors.ts'

/** How much work a process takes on. */
export type WorkBound = {
  /** Requests that are worked on at a time. */
  readonly atOnce: number
  /** Requests that wait for their turn, of all callers together; beyond it one is refused. */
  readonly waiting: number
}

type Waiter = { readonly start: () => void; readonly refuse: (error: AppError) => void }
/** Puts in order that a place is free again; calling it twice does no more. */
export type Done = () => void

/**
 * Bounds the work that is under way in a process. Who cannot be served at once waits in the line of its own caller, and callers have
 * their turn one after the other: somebody who sends a thousand requests makes a thousand wait, and everybody else for one. When
 * too many wait, the newest of the longest line is refused, which is never somebody with few.
 */
export function createTurns({ atOnce, waiting: maxWaiting }: WorkBound) {
  /** In the order of their turns; a caller without somebody waiting is not in it. */
  const lines = new Map<string, Waiter[]>()
  let running = 0
  let waiting = 0

  function free(): Done {
    let isDone = false
    return () => {
      if (isDone) return
      isDone = true
      running -= 1
      next()
    }
  }

  function next(): void {
    const [first] = lines
    if (!first || running >= atOnce) return
    const [who, line] = first
    lines.delete(who)
    const waiter = line.shift()
    if (line.length > 0) lines.set(who, line)
    waiting -= 1
    running += 1
    waiter?.start()
  }

  function leave(who: string, waiter: Waiter): void {
    const line = lines.get(who)
    const place = line?.indexOf(waiter) ?? -1
    if (!line || place === -1) return
    line.splice(place, 1)
    waiting -= 1
    if (line.length === 0) lines.delete(who)
  }

  function refuseOne(): void {
    const [who, line] = lines
      .entries()
      .reduce((longest, one) => (one[1].length > longest[1].length ? one : longest))
    const last = line.at(-1)
    if (!last) return
    leave(who, last)
    last.refuse(overloaded())
  }

  return {
    /**
     * Resolves when the work may begin, to what must be called at its end.
     * @param onGone is given what to call when the caller goes away while it waits.
     * @throws {AppError} `OVERLOADED` when too many wait and this caller has the most, or it went away.
     */
    take(who: string, onGone: (leave: () => void) => void = () => {}): Promise<Done> {
      if (running < atOnce) {
        running += 1
        return Promise.resolve(free())
      }
      return new Promise((resolve, reject) => {
        const waiter: Waiter = { start: () => resolve(free()), refuse: reject }
        const line = lines.get(who) ?? []
        line.push(waiter)
        lines.set(who, line)
        waiting += 1
        onGone(() => {
          leave(who, waiter)
          reject(overloaded())
        })
        if (waiting > maxWaiting) refuseOne()
      })
    },
    running: () => running,
    waiting: () => waiting,
  }
}
export type Turns = ReturnType<typeof createTurns>
