import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** More people than ever use one development machine; the oldest goes first, so that memory cannot be filled up. */
const MAX_KEPT = 500

/** Things that belong to one browser and end by themselves. The browser only has an identifier that cannot be guessed. */
export type Sessions<Value extends object> = {
  /** Keeps a value and returns the identifier to find it by. */
  add(value: Value, lifeSeconds: number): string
  /** Finds a value, or `null`: never there, ended or expired. */
  find(id: string | null): Value | null
  end(id: string | null): void
}

/** @param now milliseconds since the epoch. */
export function createSessions<Value extends object>(now: () => number): Sessions<Value> {
  const kept = new LRUCache<string, { readonly value: Value; readonly until: number }>({ max: MAX_KEPT })
  return {
    add(value, lifeSeconds) {
      const id = randomBytes(32).toString('base64url')
      kept.set(id, { value, until: now() + lifeSeconds * 1000 })
      return id
    },
    find(id) {
      const found = id === null ? undefined : kept.get(id)
      if (found && now() < found.until) return found.value
      this.end(id)
      return null
    },
    end(id) {
      if (id !== null) kept.delete(id)
    },
  }
}
