import { openDatabase } from '../../kernel/database/database.ts'
import { migrations as img } from '../../subgraphs/img/store/tables.ts'
import { migrations as ncg } from '../../subgraphs/ncg/store/tables.ts'
import { migrations as svip } from '../../subgraphs/svip/store/tables.ts'
import { FILLING } from './filling.ts'
import { ensureDatabase, type Postgres } from './postgres.ts'

const MIGRATIONS = { svip, img, ncg }
export const PARTIES = ['svip', 'img', 'ncg'] as const
/** Marks a filled database; one that was interrupted, or filled differently, lacks this mark. */
const FILLED = 'filled 1'

/** The settings with which each party's process connects to its database. */
export type Addresses = Readonly<Record<string, string>>

/**
 * Ensures databases with this number of addresses, the newest migration and empty logs; filled databases are reused.
 * @returns the settings with which the subgraphs connect.
 */
export async function ensureWorld(
  postgres: Postgres,
  count: number,
  say: (text: string) => void,
): Promise<Addresses> {
  const settings: Record<string, string> = {}
  for (const party of PARTIES) {
    const name = `${party}_${count}`
    await ensureDatabase(postgres, name)
    const { url, migrationUrl } = postgres.addresses(name)
    const [found] = await postgres.run(
      'postgres',
      `select shobj_description(oid, 'pg_database') as state from pg_database where datname = '${name}'`,
    )
    const database = await openDatabase({ url, migrationUrl, directory: '', migrations: MIGRATIONS[party] })
    await database.close()
    if (found?.state !== FILLED) await fill(postgres, { name, party, count, say })
    await emptyLogs(postgres, name)
    settings[`${party.toUpperCase()}_DATABASE_URL`] = url
    settings[`${party.toUpperCase()}_MIGRATION_URL`] = migrationUrl
  }
  return settings
}

async function fill(
  postgres: Postgres,
  {
    name,
    party,
    count,
    say,
  }: { name: string; party: keyof typeof FILLING; count: number; say: (text: string) => void },
): Promise<void> {
  const started = performance.now()
  say(`  filling ${name}, the first time only …`)
  // As a replica: without triggers and foreign key checks, since the rows are consistent by construction.
  await postgres.run(
    name,
    `set session_replication_role = replica`,
    `truncate ${party === 'svip' ? 'address, address_municipality, register_track, consent cascade' : party === 'img' ? 'damage_claim' : 'strengthening_project'}`,
    ...FILLING[party](count),
    `vacuum analyze`,
    `checkpoint`,
    `comment on database ${name} is '${FILLED}'`,
  )
  say(`  ${name} filled in ${Math.round((performance.now() - started) / 1000)} seconds`)
}

/** Every run begins with the same databases: the records of an earlier run would slow down a later one. */
async function emptyLogs(postgres: Postgres, name: string): Promise<void> {
  await postgres.run(
    name,
    `set session_replication_role = replica`,
    `truncate log_entry, log_content, log_seal`,
    `update log_head set seq = 0, at = 0, signature = '', hash = '${'0'.repeat(64)}'`,
  )
}
