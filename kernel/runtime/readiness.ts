/** Of each of the others that a process needs, whether it can do its work. */
export type Parts = Readonly<Record<string, boolean>>

/** Looks whether a process can do its work: rejects when it cannot, and tells of the others it needs. */
export type Look = () => Promise<Parts>

export type Readiness = {
  readonly ready: boolean
  /** In words, for people and probes. */
  readonly parts: Readonly<Record<string, 'ready' | 'not ready'>>
}

/** How long a look is good for: whoever asks more often costs nothing. */
const GOOD_FOR_MS = 250

/** Looks at most once in a while, for everybody together. A process that needs others is ready when one of them is. */
export function lookSometimes(look: Look): () => Promise<Readiness> {
  let last: Promise<Readiness> | null = null
  let until = 0
  return () => {
    if (!last || performance.now() > until) {
      // One that is under way is good, however long it takes.
      until = Number.POSITIVE_INFINITY
      last = lookNow(look).finally(() => (until = performance.now() + GOOD_FOR_MS))
    }
    return last
  }
}

async function lookNow(look: Look): Promise<Readiness> {
  try {
    const parts = Object.entries(await look())
    return {
      ready: parts.length === 0 || parts.some(([, isReady]) => isReady),
      parts: Object.fromEntries(parts.map(([name, isReady]) => [name, isReady ? 'ready' : 'not ready'])),
    }
  } catch {
    return { ready: false, parts: {} }
  }
}
