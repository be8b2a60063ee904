import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Database, openDatabase } from '../../../../kernel/database/database.ts'
import { freshDatabase } from '../../../../test/support/postgres.ts'
import { CELL, fillFigures, NO_REPORT } from '../../../../test/support/svip/many-figures.ts'
import { explaining, touched } from '../../../../test/support/svip/query-plan.ts'
import { migrations, type Tables } from '../../store/tables.ts'
import { createPotentialStore } from './potential-store.ts'

/** At 100,000 addresses on a real PostgreSQL: the rows that a query reads do not depend on the number of addresses. */

const { TEST_POSTGRES_URL } = process.env
const onPostgres = TEST_POSTGRES_URL ? describe : describe.skip
const after = { expected: 0, area: '1030', addressId: '0010200000061000' }

onPostgres('at 100,000 addresses', () => {
  let database: Database<Tables>
  beforeAll(async () => {
    const { url, migrationUrl } = await freshDatabase(TEST_POSTGRES_URL ?? '')
    database = await openDatabase<Tables>({ url, migrationUrl, directory: '', migrations })
    await fillFigures(migrationUrl, 100_000)
  })
  afterAll(() => database.close())

  const planOf = async (ask: (store: ReturnType<typeof createPotentialStore>) => Promise<unknown>) => {
    const { explained, nodes } = explaining(database.db)
    await ask(createPotentialStore(explained))
    return nodes()
  }

  test.each([
    ['of the whole area', NO_REPORT, null, null],
    ['of a municipality', NO_REPORT, '1979', null],
    ['of one cell', [CELL], '1979', null],
    ['in the middle', NO_REPORT, null, after],
  ] as const)(
    'a page %s reads the addresses by an index, and no more than it needs',
    async (_what, situations, place, from) => {
      const page = { first: 25, after: from }
      const nodes = await planOf((store) => store.page(situations, place, page))
      expect(touched(nodes, 'potential_address')).toBeLessThan(2000)
      const read = nodes.filter((node) => node['Relation Name'] === 'potential_address')
      expect(read.map((node) => node['Node Type'])).toEqual(['Index Only Scan'])
      expect(await createPotentialStore(database.db).page(situations, place, page)).toHaveLength(26)
    },
  )

  test('figures read no address at all, and one count a day for each situation', async () => {
    const days = ['2026-11-22', '2026-10-31', '2026-09-30']
    const nodes = await planOf((store) => store.counts(null, days))
    expect(touched(nodes, 'potential_address')).toBe(0)
    expect(touched(nodes, 'potential_day')).toBeLessThanOrEqual(days.length * 60)
  })
})
