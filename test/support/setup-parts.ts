import { startPostgres } from './postgres.ts'

/** For tests of parts: one PostgreSQL for the whole run. */
export default async function setup(): Promise<void> {
  if (process.env.TEST_POSTGRES_URL) return
  const postgres = await startPostgres()
  process.env.TEST_POSTGRES_URL = postgres.url
  Object.assign(globalThis, { stopTestPostgres: postgres.stop })
}
