import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { hasCode } from '../errors.ts'
import { isUseless } from './session.ts'

/** How many different statements are kept ready: more than there are, and a bound on what a connection holds. */
const MAX_STATEMENTS = 500

/** "cached plan must not change result type": a migration changed a table since the statement was prepared. */
const PLAN_OUTDATED = '0A000'

/**
 * A pool in which each connection parses and plans a statement once (PREPARE): planning the statement that reads an address with
 * its facts takes PostgreSQL longer than executing it.
 *
 * A connection that turns out to be useless is closed when it comes back, in the place of being lent again.
 *
 * A statement whose result a migration changed is prepared anew and asked again; within a transaction that fails, and the
 * transaction with it. Something between us and PostgreSQL that lends a connection for one transaction at a time must know
 * prepared statements (PgBouncer does from 1.21 on).
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
      // Without values it is `begin` and the like, or a migration.
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
          // Whoever finds out first; for the others there are new names already.
          if (asked === generation) generation += 1
          return await query(text, values)
        }
      },
      release: (destroy?: boolean) => client.release(destroy || useless),
      // What the driver asks with a cursor, which nothing here does, is not in it.
    } as unknown as PostgresPoolClient
  }

  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      // One for each connection: the driver knows it by that.
      const present = known.get(client) ?? preparingClient(client)
      known.set(client, present)
      return present
    },
    end: () => pool.end(),
  }
}
