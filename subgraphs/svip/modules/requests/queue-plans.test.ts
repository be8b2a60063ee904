import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Database, openDatabase } from '../../../../kernel/database/database.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { freshDatabase } from '../../../../test/support/postgres.ts'
import { explaining, touched } from '../../../../test/support/svip/query-plan.ts'
import { someone } from '../../../../test/support/svip/svip.ts'
import type { InformationRequestFilter } from '../../schema.generated.ts'
import { migrations, type Tables } from '../../store/tables.ts'
import type { RequestSort } from './list.ts'
import { createRequestStore } from './request-store.ts'
import { requestNumbers } from './statistics.ts'

/**
 * The queues at 40,000 requests on a real PostgreSQL: a page reads a small part of the table by an index, wherever it is in the list. The
 * limits are for the plan and the number of rows, not for the time, which depends on the machine.
 */

const TOTAL = 40_000
const TODAY = '2026-11-22'

/** Five years of requests of two agencies, ten municipalities and the intervention team; 6 % is open. */
const FILL = `
  with n as (select g, g % 20 as twenty, abs(hashint4(g) % 100) as hundred, abs(hashint4(g + 1) % 4) as four from generate_series(1, ${TOTAL}) g),
  who as (
    select *, case when twenty < 9 then 'IMG' when twenty < 18 then 'NCG' when twenty = 18 then 'GEMEENTE' else 'SVIP' end as org,
      case when twenty < 9 then 'NCG' when twenty < 18 then 'IMG' when g % 40 < 20 then 'IMG' else 'NCG' end as of
    from n),
  state as (
    select *, case when of = 'IMG' then 'NCG' else 'IMG' end as desk,
      case when hundred < 2 then 'SUBMITTED' when hundred < 3 then 'ASSESSED' when hundred < 5 then 'FORWARDED'
        when hundred < 6 then 'ANSWERED' when hundred < 9 then 'WITHDRAWN' else 'CLOSED' end as state
    from who)
  insert into information_request (id, number, revision, kind, address_id, owner, purpose, categories, necessity,
    requester_organisation, requester_municipality, requester_subject, requester_team, requester_roles, idempotency_key, submission,
    state, outcome, assessing_desk, place, submitted_at, due_on, ended_at, assessors, forwarded_at, answered_at, place_text)
  select gen_random_uuid(), 'SVIP-2026-' || lpad(g::text, 6, '0'), 3,
    (array['STATUS_EXCHANGE', 'LINK_HANDLERS', 'ACCELERATION', 'OTHER'])[1 + four], '001020' || lpad((g % 1000)::text, 10, '0'),
    of, 'STATUS_EXCHANGE', '{STATUS}', 'De bewoner vraagt naar de versterking, zaak ' || g || case when g % 500 = 0 then ' lekkage' else '' end,
    org, case when org = 'GEMEENTE' then '00' || (10 + (g / 20) % 10) end, lower(org) || '-' || (g / 20) % 300,
    case when org in ('IMG', 'NCG') then lower(org) || '-team-' || (g / 20) % 60 end, '{case_handler}', g::text, 'x',
    state, case when state in ('ANSWERED', 'CLOSED') then (array['GRANTED', 'GRANTED', 'REFUSED', 'PARTLY_GRANTED'])[1 + abs(hashint4(g + 2) % 4)] end, desk,
    case state when 'SUBMITTED' then desk when 'ASSESSED' then desk when 'FORWARDED' then of when 'ANSWERED' then 'REQUESTER' end,
    date_trunc('milliseconds', timestamptz '2026-11-21' - (${TOTAL} - g) * interval '65 minutes'),
    case when hundred < 6 then date '2026-11-15' + abs(hashint4(g + 3) % 40) end,
    case when hundred >= 6 then timestamptz '2026-11-20' end, '{}',
    case when state in ('FORWARDED', 'ANSWERED', 'CLOSED') then timestamptz '2026-11-01' end,
    case when state in ('ANSWERED', 'CLOSED') then timestamptz '2026-11-02' end,
    'Proefstraat ' || g % 1000 || ', 9919' || chr(65 + (g % 20)::int) || chr(65 + ((g / 20) % 20)::int) || ' Loppersum'
  from state where g between $1 and $2`

const officer = someone('IMG', 'svip_officer')
const supervisor = someone('SVIP', 'privacy_officer')
const handler = someone('IMG', 'case_handler', { subject: 'img-7', team: 'img-team-7' })
const loner = someone('NCG', 'case_handler', { subject: 'ncg-8', team: null })
const newcomer = someone('NCG', 'case_handler', { subject: 'ncg-new', team: 'ncg-team-none' })
const municipality = someone('GEMEENTE', 'municipal_officer', { municipality: '0013' })
const priority = someone('NCG', 'priority_team')

const LISTS: readonly (readonly [string, Caller, InformationRequestFilter, RequestSort])[] = [
  ['the queue of a desk', officer, { place: 'IMG' }, 'DUE'],
  ['what is overdue at a desk', officer, { place: 'IMG', overdue: true }, 'DUE'],
  ['unassigned requests of a desk', officer, { place: 'IMG', unassigned: true }, 'DUE'],
  ['all requests that a desk may see', officer, {}, 'DUE'],
  ['all requests that a desk may see, newest first', officer, {}, 'NEWEST'],
  ['all', supervisor, {}, 'DUE'],
  ['all, newest first', supervisor, {}, 'NEWEST'],
  ['all overdue requests', supervisor, { overdue: true }, 'DUE'],
  ['one kind', supervisor, { kinds: ['ACCELERATION'], open: true }, 'DUE'],
  ['those of a privacy officer of an agency', someone('NCG', 'privacy_officer'), {}, 'OLDEST'],
  ['their own and those of the team', handler, {}, 'DUE'],
  ['their own', handler, { mine: true }, 'NEWEST'],
  ['their own, without a team', loner, {}, 'DUE'],
  ['nothing, for a new employee', newcomer, {}, 'DUE'],
  ['those of a municipality', municipality, {}, 'DUE'],
  ['those of a priority team', priority, {}, 'DUE'],
  ['one address', supervisor, { addressId: '0010200000000042' }, 'NEWEST'],
  ['the one with a number', supervisor, { number: 'SVIP-2026-021321' }, 'DUE'],
  ['the one with a number, at a desk', officer, { number: 'SVIP-2026-021321' }, 'DUE'],
  ['a search by number', supervisor, { search: 'SVIP-2026-021321' }, 'DUE'],
  ['a search by postcode', officer, { search: '9919 CD' }, 'DUE'],
  ['a search by a rare word', handler, { search: 'lekkage' }, 'DUE'],
  ['a search by a common word', officer, { search: 'versterking' }, 'DUE'],
]

const { TEST_POSTGRES_URL } = process.env
const onPostgres = TEST_POSTGRES_URL ? describe : describe.skip

onPostgres('at 40,000 requests', () => {
  let database: Database<Tables>
  beforeAll(async () => {
    const { url, migrationUrl } = await freshDatabase(TEST_POSTGRES_URL ?? '')
    database = await openDatabase<Tables>({ url, migrationUrl, directory: '', migrations })
    // Autovacuum does this in production; the role of the process may not.
    const owner = new pg.Client({ connectionString: migrationUrl })
    await owner.connect()
    await owner.query(
      `insert into address (id, street, house_number, postcode, city)
       select '001020' || lpad(g::text, 10, '0'), 'Proefstraat', 1, '9919AA', 'Loppersum' from generate_series(0, 999) g`,
    )
    for (let from = 1; from <= TOTAL; from += 20_000) await owner.query(FILL, [from, from + 19_999])
    await owner.query('vacuum analyze information_request')
    await owner.end()
  })
  afterAll(() => database.close())

  test.each(LISTS)(
    'a page of %s uses an index, without reading the table or sorting it',
    async (_what, caller, filter, sort) => {
      const { explained, nodes } = explaining(database.db)
      const page = { first: 25, after: null }
      await createRequestStore(explained).page(caller, filter, sort, page, TODAY)
      const plan = nodes()
      expect(plan.map((node) => node['Node Type'])).not.toContain('Seq Scan')
      expect(touched(plan, 'information_request')).toBeLessThan(TOTAL / 20)
      for (const node of plan.filter((each) => each['Node Type'].includes('Sort')))
        expect(node.Plans?.[0]?.['Actual Rows']).toBeLessThan(TOTAL / 20)
    },
  )

  test.each([
    [
      'a page in the middle of all requests',
      supervisor,
      {},
      'NEWEST',
      ['2024-06-01T00:00:00Z', '00000000-0000-4000-8000-000000000000'],
    ],
    [
      'a page in the middle of a queue',
      officer,
      { place: 'IMG' },
      'DUE',
      ['2026-12-10', '80000000-0000-4000-8000-000000000000'],
    ],
    [
      'a page deep in the ended requests',
      officer,
      {},
      'DUE',
      ['9999-12-31', 'c0000000-0000-4000-8000-000000000000'],
    ],
  ] as const)('%s costs as much as the first one', async (_what, caller, filter, sort, after) => {
    const { explained, nodes } = explaining(database.db)
    const page = { first: 25, after }
    await createRequestStore(explained).page(caller, filter, sort, page, TODAY)
    const store = createRequestStore(database.db)
    expect(nodes().map((node) => node['Node Type'])).not.toContain('Seq Scan')
    expect(touched(nodes(), 'information_request')).toBeLessThan(1000)
    expect(await store.page(caller, filter, sort, page, TODAY)).toHaveLength(26)
  })

  test.each([
    ['the queue of a desk', officer, { place: 'IMG' }],
    ['all requests that a desk may see', officer, {}],
    ['all', supervisor, {}],
  ] as const)('a count of %s reads each request once at most', async (_what, caller, filter) => {
    const { explained, nodes } = explaining(database.db)
    await createRequestStore(explained).count(caller, filter, TODAY)
    expect(touched(nodes(), 'information_request')).toBeGreaterThan(0)
    expect(touched(nodes(), 'information_request')).toBeLessThanOrEqual(TOTAL)
    const counted = await createRequestStore(database.db).count(caller, filter, TODAY)
    expect(counted).toBeGreaterThan(0)
    if (caller === supervisor) expect(counted).toBe(TOTAL)
  })

  test.each([
    ['a year', '2026-01-01'],
    ['all years', '2020-01-01'],
  ])('statistics of %s read each request once at most', async (_what, from) => {
    const { explained, nodes } = explaining(database.db)
    await requestNumbers(explained, from, '2026-12-31', TODAY)
    expect(touched(nodes(), 'information_request')).toBeGreaterThan(0)
    expect(touched(nodes(), 'information_request')).toBeLessThanOrEqual(TOTAL)
    const numbers = await requestNumbers(database.db, from, '2026-12-31', TODAY)
    const all = numbers.find(({ level }) => level === 7)?.submitted
    if (from === '2020-01-01') expect(all).toBe(TOTAL)
    else expect(all).toBeLessThan(TOTAL)
  })
})
