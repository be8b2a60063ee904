import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Database, openDatabase } from '../../../../kernel/database/database.ts'
import type { Caller, Purpose } from '../../../../kernel/vocabulary.ts'
import { freshDatabase } from '../../../../test/support/postgres.ts'
import { explaining, touched } from '../../../../test/support/svip/query-plan.ts'
import { someone } from '../../../../test/support/svip/svip.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import type { SignalFilter } from '../../schema.generated.ts'
import { migrations, type Tables } from '../../store/tables.ts'
import type { Reader } from './reader.ts'
import { createSignalStore } from './signal-store.ts'

/**
 * The inboxes at 40,000 signals on a real PostgreSQL. The limits are for the plan and the number of rows, not for the time, which depends
 * on the machine.
 */

const TOTAL = 40_000
const TODAY = '2026-11-22'
const NOW = '2026-11-22T09:00:00.000Z'

/** Addresses with tracks on both sides, every hundredth with an objection; 30 % of the signals is open, 2 % for municipalities. */
const FILL = [
  `insert into address (id, street, house_number, postcode, city)
     select '001020' || lpad(g::text, 10, '0'), 'Proefstraat', 1, '9919AA', 'Loppersum' from generate_series(0, 7999) g`,
  `insert into address_municipality select id, '00' || (10 + right(id, 2)::int % 13), '2021-01-01' from address`,
  `insert into register_track select o, o || id, id, 'INSPECTION', null, true, '2026-01-01', 1, now() from address, unnest(array['IMG', 'NCG']) o`,
  `insert into objection (id, revision, address_id, evidence, recorded_by, recorded_at, owner, purposes, state, channel, received_at, decide_by)
     select gen_random_uuid(), 1, id, 'x', 'IMG', now(), null, '{}', 'RECEIVED', 'FORM', now(), '2026-12-01' from address where id like '%00'`,
  `with n as (select g, abs(hashint4(g::int) % 100) as hundred, abs(hashint4((g + 1)::int) % 100) as other from generate_series(1, ${TOTAL}) g),
   who as (select *, case when other < 2 then 'GEMEENTE' when other < 51 then 'NCG' else 'IMG' end as recipient,
     case when hundred < 12 then 'NEW' when hundred < 24 then 'ACKNOWLEDGED' when hundred < 30 then 'ACTED_ON'
       when hundred < 80 then 'CLOSED' else 'NOT_OPPORTUNE' end as state from n)
   insert into signal (id, key, revision, kind, about, recipient, address_id, purpose, state, created_at, due_on, assignee, team, links,
     result, not_opportune, ended_at)
   select gen_random_uuid(), g::text, 1,
     case when recipient = 'GEMEENTE' then 'STRUCTURAL_DAMAGE_OUTSIDE_STOCK'
       else (array['OTHER_TRACK_STARTED', 'JOINT_INSPECTION_POSSIBLE', 'REPAIR_CAN_GO_ALONG', 'DAMAGE_FOUND'])[1 + g % 4] end,
     case recipient when 'NCG' then 'IMG' when 'IMG' then 'NCG' else 'IMG' end, recipient, '001020' || lpad((g % 8000)::text, 10, '0'),
     'COOPERATION', state, '2026-11-01', date '2026-11-15' + abs(hashint4((g + 3)::int) % 40),
     case when g % 3 = 0 then lower(recipient) || '-' || g % 300 end, case when g % 3 = 1 then lower(recipient) || '-team-' || g % 60 end, '[]',
     case when state = 'CLOSED' then 'CHECKED' end, case when state = 'NOT_OPPORTUNE' then 'OVERTAKEN' end,
     case when hundred >= 30 then timestamptz '2026-11-20' end
   from who`,
  'vacuum analyze address_municipality, register_track, objection, signal',
]

const reader = (caller: Caller, purpose: Purpose | null = null): Reader => ({
  caller,
  policy: policyInForce(NOW),
  instant: NOW,
  today: TODAY,
  purpose,
})
const img = reader(someone('IMG', 'case_handler', { subject: 'img-6', team: 'img-team-7' }))
const ncg = reader(someone('NCG', 'svip_officer'))
const supervisor = reader(someone('SVIP', 'privacy_officer'))
const municipality = reader(someone('GEMEENTE', 'municipal_officer', { municipality: '0011' }))

const LISTS: readonly (readonly [string, Reader, SignalFilter])[] = [
  ['the inbox of an agency', img, {}],
  ['the overdue signals in it', img, { overdue: true }],
  ['the new signals in it', ncg, { states: ['NEW'] }],
  ['the open signals in it', ncg, { states: ['NEW', 'ACKNOWLEDGED', 'ACTED_ON'] }],
  ['the closed signals in it', ncg, { states: ['CLOSED', 'NOT_OPPORTUNE'] }],
  ['closed signals', ncg, { states: ['CLOSED'] }],
  ['signals of a handler', img, { mine: true }],
  ['signals of a team', img, { team: 'img-team-7' }],
  ['unassigned signals', img, { unassigned: true, open: true }],
  ['signals that an agency sent', img, { direction: 'SENT' }],
  ['closed signals that an agency sent', img, { direction: 'SENT', states: ['CLOSED'] }],
  ['one municipality in an inbox', img, { municipality: '0012' }],
  ['one kind, for its purpose', { ...img, purpose: 'COOPERATION' }, { kinds: ['OTHER_TRACK_STARTED'] }],
  ['the inbox of a municipality', municipality, {}],
  ['the inbox of a privacy officer', reader(someone('NCG', 'privacy_officer')), {}],
  ['all', supervisor, {}],
  ['all overdue signals', supervisor, { overdue: true }],
  ['one address', img, { addressId: '0010200000000042' }],
]

const { TEST_POSTGRES_URL } = process.env
const onPostgres = TEST_POSTGRES_URL ? describe : describe.skip

onPostgres('at 40,000 signals', () => {
  let database: Database<Tables>
  beforeAll(async () => {
    const { url, migrationUrl } = await freshDatabase(TEST_POSTGRES_URL ?? '')
    database = await openDatabase<Tables>({ url, migrationUrl, directory: '', migrations })
    // Autovacuum does this in production; the role of the process may not.
    const owner = new pg.Client({ connectionString: migrationUrl })
    await owner.connect()
    for (const statement of FILL) await owner.query(statement)
    await owner.end()
  })
  afterAll(() => database.close())

  test.each(LISTS)(
    'a page of %s uses an index, without reading the table or sorting it',
    async (_what, as, filter) => {
      const { explained, nodes } = explaining(database.db)
      const store = createSignalStore(database.db)
      const page = { first: 25, after: null }
      await createSignalStore(explained).page(as, filter, page)
      const plan = nodes()
      expect(await store.page(as, filter, page)).not.toEqual([])
      const scanned = plan.filter((node) => node['Node Type'] === 'Seq Scan')
      expect(scanned.map((node) => node['Relation Name'])).not.toContain('signal')
      expect(touched(plan, 'signal')).toBeLessThan(TOTAL / 20)
      for (const node of plan.filter((each) => each['Node Type'].includes('Sort')))
        expect(node.Plans?.[0]?.['Actual Rows']).toBeLessThan(TOTAL / 20)
    },
  )

  test.each([
    ['a page in the middle of an inbox', img, ['2026-12-10', '80000000-0000-4000-8000-000000000000']],
    ['a page deep in the closed signals', ncg, ['9026-12-10', 'c0000000-0000-4000-8000-000000000000']],
    [
      'a page in the middle of all signals',
      supervisor,
      ['9026-12-01', '80000000-0000-4000-8000-000000000000'],
    ],
  ] as const)('%s costs as much as the first one', async (_what, as, after) => {
    const { explained, nodes } = explaining(database.db)
    const page = { first: 25, after }
    await createSignalStore(explained).page(as, {}, page)
    const store = createSignalStore(database.db)
    expect(touched(nodes(), 'signal')).toBeLessThan(1000)
    expect(await store.page(as, {}, page)).toHaveLength(26)
  })

  test.each([
    ['overdue signals in an inbox', img, { overdue: true }],
    ['an inbox', img, {}],
    ['all', supervisor, {}],
  ] as const)('a count of %s reads each signal once at most', async (_what, as, filter) => {
    const { explained, nodes } = explaining(database.db)
    await createSignalStore(explained).count(as, filter)
    expect(touched(nodes(), 'signal')).toBeGreaterThan(0)
    expect(touched(nodes(), 'signal')).toBeLessThanOrEqual(TOTAL)
    const counted = await createSignalStore(database.db).count(as, filter)
    expect(counted).toBeGreaterThan(0)
    if (as === supervisor) expect(counted).toBe(TOTAL)
  })
})
