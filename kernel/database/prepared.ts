import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { hasCode } from '../errors.ts'
import { isUseless } from './session.ts'

/** The maximum of prepared statements per connection: more than the code has, so only a bound. */
const MAX_STATEMENTS = 500

/** "cached plan must not change result type": a migration changed a table since the statement was prepared. */
const PLAN_OUTDATED = '0A000'

/**
 * A pool in which each connection parses and plans a statement once (PREPARE): planning the statement that reads an address with its facts
 * takes PostgreSQL longer than executing it.
 *
 * A connection that turns out to be unusable is closed when it is released, instead of reused.
 *
 * A statement whose result type a migration changed is prepared again and retried; within a transaction it fails, and the transaction with
 * it. A pooler in transaction mode must support prepared statements (PgBouncer does since 1.21).
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, number>()
  let generation = 0
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()

  function nameOf(text: string): string | undefined {
    const number = names.get(text) ?? (names.size < MAX_STATEMENTS ? names.size : undefined)
    if (number === undefined) return undefined
    names.set(text, number)
    return `samenloop_${generation}_${number}`
  }

  function preparingClient(client: pg.PoolClient): PostgresPoolClient {
    let useless = false
    const query = async (text: string, values: readonly unknown[]) => {
      // A statement without values is `begin` and the like, or a migration.
      const name = values.length > 0 ? nameOf(text) : undefined
      try {
        return await client.query({ text, values: [...values], ...(name ? { name } : {}) })
      } catch (error) {
        useless ||= isUseless(error)
        throw error
      }
    }
    return {
      query: async (text: string, values: readonly unknown[]) => {
        const asked = generation
        try {
          return await query(text, values)
        } catch (error) {
          if (!hasCode(error, PLAN_OUTDATED)) throw error
          // Only the first failure renames the statements.
          if (asked === generation) generation += 1
          return await query(text, values)
        }
      },
      release: (destroy?: boolean) => client.release(destroy || useless),
      // Cursors, which are not used here, are not prepared.
    } as unknown as PostgresPoolClient
  }

  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      // The driver tracks prepared names per connection.
      const present = known.get(client) ?? preparingClient(client)
      known.set(client, present)
      return present
    },
    end: () => pool.end(),
  }
}
