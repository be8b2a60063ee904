/** The dependencies of a process, and whether each is ready. */
export type Parts = Readonly<Record<string, boolean>>

/** Checks whether a process is ready: rejects when it is not, and returns the state of its dependencies. */
export type Check = () => Promise<Parts>

export type Readiness = {
  readonly ready: boolean
  /** The status as a word. */
  readonly parts: Readonly<Record<string, 'ready' | 'not ready'>>
}

/** How long a result is cached. */
const GOOD_FOR_MS = 250

/** Checks at most once per interval, for all callers together. A process with dependencies is ready when at least one of them is. */
export function cacheReadiness(check: Check): () => Promise<Readiness> {
  let last: Promise<Readiness> | null = null
  let until = 0
  return () => {
    if (!last || performance.now() > until) {
      // A check in progress is shared, however long it takes.
      until = Number.POSITIVE_INFINITY
      last = checkNow(check).finally(() => (until = performance.now() + GOOD_FOR_MS))
    }
    return last
  }
}

async function checkNow(check: Check): Promise<Readiness> {
  try {
    const parts = Object.entries(await check())
    return {
      ready: parts.length === 0 || parts.some(([, isReady]) => isReady),
      parts: Object.fromEntries(parts.map(([name, isReady]) => [name, isReady ? 'ready' : 'not ready'])),
    }
  } catch {
    return { ready: false, parts: {} }
  }
}
