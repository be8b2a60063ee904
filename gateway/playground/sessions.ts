import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** More sessions than a development machine ever has; the oldest is evicted first, so that memory stays bounded. */
const MAX_KEPT = 500

/** Values that belong to one browser and expire. The browser only has an unguessable identifier. */
export type Sessions<Value extends object> = {
  /** Stores a value and returns its identifier. */
  add(value: Value, lifeSeconds: number): string
  /** Finds a value; `null` when it is unknown, ended or expired. */
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
