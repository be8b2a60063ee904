import { LRUCache } from 'lru-cache'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

/** Enough for thousands of sign-ins an hour; older ones are forgotten first, so memory stays bounded. */
const MAX_RECORDS = 20_000

/**
 * Creates the storage of the provider: in memory, bounded, gone when the process ends.
 * It never keeps a session, so every sign-in asks again who you are; changing persona needs no logging out.
 */
export function createMemory(): AdapterFactory {
  const records = new LRUCache<string, AdapterPayload>({ max: MAX_RECORDS })

  return (model): Adapter => {
    const key = (id: string) => `${model}:${id}`
    return {
      async upsert(id, payload, expiresIn) {
        if (model === 'Session') return
        records.set(key(id), payload, expiresIn ? { ttl: expiresIn * 1000 } : {})
      },
      async find(id) {
        return records.get(key(id))
      },
      async findByUid() {
        return undefined
      },
      async findByUserCode() {
        return undefined
      },
      async consume(id) {
        const payload = records.get(key(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        records.delete(key(id))
      },
      async revokeByGrantId(grantId) {
        for (const [name, payload] of records.entries()) if (payload.grantId === grantId) records.delete(name)
      },
    }
  }
}
