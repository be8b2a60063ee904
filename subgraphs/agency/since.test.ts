import { afterEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { type Database, openDatabase } from '../../kernel/database/database.ts'
import { aClaim } from '../../test/support/owner/img.ts'
import { aProject } from '../../test/support/owner/ncg.ts'
import { createClaimStore } from '../img/store/claim-store.ts'
import { migrations as ofImg } from '../img/store/tables.ts'
import { createProjectStore } from '../ncg/store/project-store.ts'
import { migrations as ofNcg } from '../ncg/store/tables.ts'
import type { OwnerTables } from './file-table.ts'

/** The day since which a file is in its state is shared with the state, so it is never derived from a day that is not shared. */

const NOW = new Date('2026-03-02T09:00:00Z')
const TODAY = '2026-03-02'
const DERIVED = '2025-06-01'

const open = async (migrations: typeof ofImg): Promise<Database<OwnerTables>> =>
  await openDatabase({ directory: 'memory://', migrations, onStatement: () => {} })

const AGENCIES = [
  {
    name: 'IMG',
    table: 'damage_claim',
    since: 'phase_since',
    migrations: ofImg,
    last: '2026-11-30-claims-3-since-of-its-own',
    type: 'nl.img.damage-claim.advanced',
    state: { phase: 'ASSESSMENT', status: 'VIEWS' },
    bring: (db: Kysely<OwnerTables>, since: string | null, other = false) =>
      createClaimStore(db, () => NOW).importAll([
        aClaim(1, { phase_since: since, phase: other ? 'DECISION' : 'ASSESSMENT' }),
      ]),
    row: (since: string | null) => aClaim(1, { phase_since: since, report_delivered_on: DERIVED }),
  },
  {
    name: 'NCG',
    table: 'strengthening_project',
    since: 'status_since',
    migrations: ofNcg,
    last: '2026-11-30-projects-3-since-of-its-own',
    type: 'nl.ncg.strengthening-project.advanced',
    state: { phase: 'PLANNING', status: 'S4_1' },
    bring: (db: Kysely<OwnerTables>, since: string | null, other = false) =>
      createProjectStore(db, () => NOW).importAll([
        aProject(1, { status_since: since, status: other ? 'S4_2' : 'S4_1' }),
      ]),
    row: (since: string | null) =>
      aProject(1, { status: 'S4_1', status_since: since, advice_delivered_on: DERIVED }),
  },
] as const

describe.each(AGENCIES)('at $name', (agency) => {
  let database: Database<OwnerTables> | undefined
  afterEach(async () => {
    await database?.close()
  })

  const stored = async (db: Kysely<OwnerTables>) => {
    const { rows } = await sql<{ since: string | null; revision: number }>`
      select ${sql.ref(agency.since)} as since, revision from ${sql.table(agency.table)}`.execute(db)
    return rows[0]
  }

  test('an import without that day keeps the known day, until the state changes', async () => {
    database = await open(agency.migrations)
    const { db } = database
    const bring = async (since: string | null, other = false) => [
      ...(await agency.bring(db, since, other)).values(),
    ]
    expect(await bring('2025-05-05')).toEqual(['loaded'])
    expect(await bring(null)).toEqual(['unchanged'])
    expect(await stored(db)).toEqual({ since: '2025-05-05', revision: 1 })
    expect(await bring(null, true)).toEqual(['loaded'])
    expect(await stored(db)).toEqual({ since: TODAY, revision: 2 })
    expect(await bring('2025-07-07', true)).toEqual(['loaded'])
    expect(await stored(db)).toEqual({ since: '2025-07-07', revision: 3 })
  })

  test.each([
    ['that an import derived is forgotten, and the SVIP hears it', DERIVED, null, 1],
    ['of a step stays', '2025-05-05', '2025-05-05', 0],
  ])('a day %s', async (_what, before, after, eventCount) => {
    const { [agency.last]: last, ...earlier } = agency.migrations
    database = await open(earlier)
    const { db } = database
    const table = sql.table(agency.table)
    await sql`insert into ${table} select * from json_populate_record(null::${table},
      ${JSON.stringify(agency.row(before))}::json)`.execute(db)
    await last?.up(db)
    expect((await stored(db))?.since).toBe(after)
    const events = await db.selectFrom('outbox').selectAll().execute()
    expect(events.map(({ type, data }) => ({ type, data: JSON.parse(data) }))).toEqual(
      Array.from({ length: eventCount }, () => ({
        type: agency.type,
        data: expect.objectContaining({ ...agency.state, open: true, since: null, revision: 2 }),
      })),
    )
  })
})
