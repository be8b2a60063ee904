import { type AppError, overloaded } from '../errors.ts'

/** The bounds on concurrent work of a process. */
export type WorkBound = {
  /** The maximum of concurrent requests. */
  readonly atOnce: number
  /** The maximum of queued requests of all callers together; beyond it one is refused. */
  readonly waiting: number
}

type Waiter = { readonly start: () => void; readonly refuse: (error: AppError) => void }
/** Frees the slot of a request; calling it again has no effect. */
export type Done = () => void

/**
 * Bounds the concurrent work of a process. Each caller has its own queue, and the queues are served round robin: a caller with a thousand
 * requests delays its own, and every other caller by one request at a time. When too many requests wait, the newest of the longest queue is
 * refused, so a caller with few requests never is.
 */
export function createTurns({ atOnce, waiting: maxWaiting }: WorkBound) {
  /** Callers with queued requests, in round-robin order. */
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
     * Resolves when the work may begin, to the function to call at its end.
     * @param onGone gets the function to call when the caller disconnects while it waits.
     * @throws {AppError} `OVERLOADED` when too many requests wait and this caller has the most, or when it disconnected.
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
