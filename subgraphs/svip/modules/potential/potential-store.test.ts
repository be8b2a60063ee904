import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { openDatabase } from '../../../../kernel/database/database.ts'
import { DATABASES, openOne } from '../../../../test/support/owner/databases.ts'
import { freshDatabase } from '../../../../test/support/postgres.ts'
import {
  addressId,
  completed,
  countStanding,
  countsHeld,
  openPotential,
  type PotentialUnderTest,
  straightCount,
  straightSituations,
} from '../../../../test/support/svip/potential.ts'
import type { RegisterEvent } from '../../register/event.ts'
import { PHASE_LABELS, STATUS_LABELS } from '../../register/track-labels.ts'
import { migrations, type Tables, type TrackRow } from '../../store/tables.ts'
import { figuresOf } from './figures.ts'
import { fill } from './fill.ts'

const [a, b, c] = [addressId(1), addressId(2), addressId(3)] as const

for (const [name, open] of DATABASES) {
  describe(`the figures on ${name}`, () => {
    let under: PotentialUnderTest
    beforeAll(async () => {
      under = await openPotential(open)
    })
    afterAll(() => under.close())
    beforeEach(() => under.clear())

    const figures = async (municipality: string | null = null, day = '2027-01-04') =>
      figuresOf((await under.potential.counts(municipality, [day])).get(day) ?? [])

    test('follow an address from a project without a report to a matrix cell, handled and reopened', async () => {
      await under.locate([a], '1979')
      await under.tell(under.event(a, 'NCG'))
      expect(await figures('1979')).toMatchObject({ total: 1, noReport: 1, handled: 0, bothRunning: 0 })
      await under.tell(under.event(a, 'IMG', { phase: 'REPORTED', status: 'PREPARATION' }))
      const running = await figures('1979')
      expect(running).toMatchObject({ total: 1, noReport: 0, bothRunning: 1, outsideMatrix: 0 })
      expect(running.cells.filter(({ count }) => count > 0)).toEqual([
        { ncgStatus: 'S2_1', imgStatus: 'PREPARATION', group: 'B', count: 1 },
      ])
      expect(running.groups.find(({ group }) => group === 'B')?.count).toBe(1)
      await under.tell(under.event(a, 'IMG', completed))
      expect(await figures('1979')).toMatchObject({ handled: 1, bothRunning: 0 })
      await under.tell(under.event(a, 'IMG', { phase: 'EXECUTION', status: null }))
      expect(await figures('1979')).toMatchObject({ handled: 0, bothRunning: 1, outsideMatrix: 1 })
      expect(await figures('0014')).toEqual(figuresOf([]))
      expect(await figures()).toEqual(await figures('1979'))
    })

    test('use the most relevant of several claims: open before closed, then the newest', async () => {
      await under.tell(
        under.event(a, 'NCG'),
        under.event(a, 'IMG', { reference: 'new', since: '2026-05-01', ...completed }),
        under.event(a, 'IMG', {
          reference: 'old',
          since: '2020-05-01',
          phase: 'DECISION',
          status: 'DECISION',
        }),
      )
      expect((await figures()).cells.find(({ count }) => count > 0)).toMatchObject({ imgStatus: 'DECISION' })
      await under.tell(under.event(a, 'IMG', { reference: 'newer', since: '2026-06-01' }))
      expect((await figures()).cells.find(({ count }) => count > 0)).toMatchObject({
        imgStatus: 'INSPECTION',
      })
    })

    test('do not count a claim that is not about damage to the building', async () => {
      await under.tell(under.event(a, 'NCG'), under.event(a, 'IMG', { physical: false }))
      await under.tell(under.event(b, 'IMG', { physical: false }))
      expect(await figures()).toMatchObject({ total: 1, noReport: 1, bothRunning: 0, damageOnly: 0 })
      await under.tell(under.event(a, 'IMG', { physical: true }))
      expect(await figures()).toMatchObject({ total: 1, noReport: 0, bothRunning: 1 })
    })

    test('count a moved track at its new address, and remove its old one when nothing is left there', async () => {
      await under.tell(under.event(a, 'NCG'), under.event(b, 'IMG', { reference: 'moving' }))
      expect(await figures()).toMatchObject({ noReport: 1, damageOnly: 1 })
      await under.tell(under.event(a, 'IMG', { reference: 'moving' }))
      expect(await figures()).toMatchObject({ noReport: 0, bothRunning: 1, damageOnly: 0 })
      expect(await countsHeld(under.db)).toEqual(await straightCount(under.db, '2027-01-04'))
    })

    test('count an address before it is imported without a municipality, and after it with its own', async () => {
      await under.tell(under.event(a, 'NCG'))
      expect(await figures()).toMatchObject({ total: 1 })
      expect(await under.potential.listable(null)).toEqual(new Map())
      await under.locate([a], '1979')
      expect(await figures('1979')).toMatchObject({ total: 1 })
      expect(await figures()).toMatchObject({ total: 1 })
      await under.locate([a], '0014')
      expect(await figures('1979')).toMatchObject({ total: 0 })
      expect(await figures('0014')).toMatchObject({ total: 1 })
    })

    test('of past days do not change', async () => {
      await under.tell(under.event(a, 'NCG'))
      under.goTo('2027-01-10')
      await under.tell(under.event(b, 'NCG'), under.event(a, 'IMG'))
      await under.tell(under.event(b, 'IMG'))
      under.goTo('2027-02-01')
      const days = ['2027-01-03', '2027-01-04', '2027-01-09', '2027-01-10', '2027-02-01']
      const counts = await under.potential.counts(null, days)
      expect(
        days.map((day) => {
          const { noReport, bothRunning } = figuresOf(counts.get(day) ?? [])
          return [noReport, bothRunning]
        }),
      ).toEqual([
        [0, 0],
        [1, 0],
        [1, 0],
        [0, 2],
        [0, 2],
      ])
    })

    test('move with a reorganisation on its day, also when it is applied later; the past stays', async () => {
      await under.locate([a, b], '1979')
      await under.locate([a], '0014', '2027-02-01')
      await under.tell(under.event(a, 'NCG'), under.event(b, 'NCG'))
      expect(await figures('1979')).toMatchObject({ noReport: 2 })
      under.goTo('2027-02-03')
      // An event at another address, on a later day, before the reorganisation was applied.
      await under.tell(under.event(b, 'IMG'))
      await under.potential.settle()
      expect(await figures('1979', '2027-01-31')).toMatchObject({ noReport: 2, bothRunning: 0 })
      for (const day of ['2027-02-01', '2027-02-02'])
        expect(await figures('1979', day)).toMatchObject({ noReport: 1, bothRunning: 0 })
      expect(await figures('1979', '2027-02-03')).toMatchObject({ noReport: 0, bothRunning: 1 })
      expect(await figures('0014', '2027-01-31')).toMatchObject({ noReport: 0 })
      for (const day of ['2027-02-01', '2027-02-03'])
        expect(await figures('0014', day)).toMatchObject({ noReport: 1 })
      expect(await countsHeld(under.db)).toEqual(await straightCount(under.db, '2027-02-03'))
      // It is applied once: nothing is left for another process or day.
      under.goTo('2027-02-03')
      await under.potential.settle()
      const before = under.statements()
      await under.potential.settle()
      expect(under.statements()).toBe(before)
      expect(await figures('0014', '2027-02-03')).toMatchObject({ noReport: 1 })
    })

    test('computed from an existing register equal those that followed its events', async () => {
      await under.locate([a, b], '1979')
      await under.tell(
        under.event(a, 'NCG'),
        under.event(a, 'IMG'),
        under.event(b, 'NCG', completed),
        under.event(c, 'IMG'),
      )
      const [followed, areas] = [await countsHeld(under.db), await areasHeld()]
      for (const table of [
        'potential_address',
        'potential_count',
        'potential_day',
        'potential_area',
        'potential_move',
      ])
        await sql`delete from ${sql.table(table)}`.execute(under.db)
      await fill(under.db)
      expect(await countsHeld(under.db)).toEqual(followed)
      expect(await countsHeld(under.db, '2027-01-04')).toEqual(followed)
      expect(await areasHeld()).toEqual(areas)
    })

    const areasHeld = async () =>
      (await sql`select * from potential_area order by area`.execute(under.db)).rows

    describe('do not depend on an address with an objection', () => {
      const [objector, neighbours] = [
        addressId(400),
        Array.from({ length: 11 }, (_, index) => addressId(401 + index)),
      ]
      const days = ['2027-01-04', '2027-01-05', '2027-01-09', '2027-01-10', '2027-02-01']
      /** Everything that figures and lists return. */
      const everything = async () => {
        const situations = [...(await under.potential.listable(null)).keys()]
        return {
          counts: await Promise.all(['1979', '0014', null].map((code) => under.potential.counts(code, days))),
          listable: await Promise.all(['1979', '0014', null].map((code) => under.potential.listable(code))),
          page: await under.potential.page(situations, null, { first: 100, after: null }),
        }
      }
      /** A history of eleven neighbours, and of an address that objects on 9 January. */
      async function live(before: readonly RegisterEvent[], after: readonly RegisterEvent[]) {
        await under.clear()
        await under.locate([objector, ...neighbours], '1979')
        await under.tell(...neighbours.map((id) => under.event(id, 'NCG')))
        await under.tell(...neighbours.slice(0, 6).map((id) => under.event(id, 'IMG')))
        under.goTo('2027-01-05')
        await under.tell(...before)
        under.goTo('2027-01-09')
        await under.object(objector, 'RECEIVED')
        const first = await everything()
        under.goTo('2027-01-10')
        await under.tell(...after)
        await under.locate([objector], '0014', '2027-01-10')
        return [first, await everything()]
      }
      const events = {
        nothing: () => [],
        project: () => [under.event(objector, 'NCG', { status: 'S4_1', phase: 'PLANNING' })],
        claim: () => [under.event(objector, 'IMG')],
        ended: () => [under.event(objector, 'NCG', completed)],
      }
      type What = keyof typeof events

      test.each<[What, What]>([
        ['project', 'nothing'],
        ['claim', 'project'],
        ['project', 'claim'],
        ['nothing', 'claim'],
        ['project', 'ended'],
      ])('before: %s, after: %s', async (before, after) => {
        const quiet = await live([], [])
        expect(await live(events[before](), events[after]())).toEqual(quiet)
        // After the objection ends, all figures of every day are back.
        await under.object(objector, 'ENDED')
        expect(await countsHeld(under.db)).toEqual(await straightCount(under.db, '2027-01-10'))
        expect(await figures(null, '2027-01-04')).toMatchObject({ total: 11 })
      })
    })

    describe('list addresses', () => {
      const listed = async (
        situations: readonly string[],
        municipality: string | null = null,
        size = 100,
      ): Promise<readonly string[]> => {
        const ids: string[] = []
        for (let after = null; ; ) {
          const hits = await under.potential.page(situations, municipality, { first: size, after })
          ids.push(...hits.slice(0, size).map(({ address_id }) => address_id))
          const last = hits[size - 1]
          if (hits.length <= size || !last) return ids
          after = { expected: last.expected ?? 0, area: last.area, addressId: last.address_id } as never
        }
      }
      const NO_REPORT = ['NO_REPORT/INSPECTION/S2_1/']
      const ids = (from: number, until: number) =>
        Array.from({ length: until - from }, (_, index) => addressId(from + index))

      beforeEach(async () => {
        // 9901: 4 of 20 reported. 9919: 12 of 20 reported. 9999: too few addresses.
        await under.locate(ids(100, 120), '1979', undefined, '9901AB')
        await under.locate(ids(200, 220), '0014', undefined, '9919AB')
        await under.locate(ids(300, 303), '1979', undefined, '9999AB')
        await under.tell(
          ...[...ids(100, 120), ...ids(200, 220), ...ids(300, 303)].map((id) => under.event(id, 'NCG')),
          ...[...ids(100, 104), ...ids(200, 212), ...ids(300, 302)].map((id) =>
            under.event(id, 'IMG', completed),
          ),
        )
      })

      test('with the highest expected damage first, whole and in pages of any size', async () => {
        const all = [...ids(212, 220), ...ids(104, 120), ...ids(302, 303)]
        expect(await listed(NO_REPORT)).toEqual(all)
        for (const size of [1, 3, 25]) expect(await listed(NO_REPORT, null, size)).toEqual(all)
        const [first, , , , , , , , second] = await under.potential.page(NO_REPORT, null, {
          first: 50,
          after: null,
        })
        expect([first?.expected, second?.expected]).toEqual([60, 20])
        expect(
          (await under.potential.page(NO_REPORT, null, { first: 50, after: null })).at(-1)?.expected,
        ).toBeNull()
      })

      test('of one municipality, and of several situations together', async () => {
        expect(await listed(NO_REPORT, '0014')).toEqual(ids(212, 220))
        expect(await listed(NO_REPORT, '1966')).toEqual([])
        expect(await listed([...NO_REPORT, 'HANDLED/INSPECTION/S2_1/'], '0014', 7)).toEqual(ids(200, 220))
        expect(await listed([])).toEqual([])
      })

      test('leave out addresses with an objection; so do the figures of every day', async () => {
        const [decided = '', objector = '', other = ''] = ids(212, 215)
        const all = figuresOf((await under.potential.counts('0014', ['2027-01-04'])).get('2027-01-04') ?? [])
        under.goTo('2027-01-20')
        await under.object(objector, 'RECEIVED')
        await under.object(other, 'UPHELD')
        await under.object(decided, 'REJECTED')
        expect(await listed(NO_REPORT, '0014')).toEqual([decided, ...ids(215, 220)])
        for (const day of ['2027-01-04', '2027-01-19', '2027-01-20'])
          for (const municipality of ['0014', null]) {
            const { noReport } = await figures(municipality, day)
            expect(noReport).toBe((await listed(NO_REPORT, municipality)).length)
          }
        expect((await under.potential.listable('0014')).get(NO_REPORT[0] ?? '')).toBe(6)
        await under.object(objector, 'REJECTED')
        await under.object(other, 'ENDED')
        expect(await figures('0014', '2027-01-04')).toEqual(all)
        expect(await listed(NO_REPORT, '0014')).toEqual(ids(212, 220))
      })
    })
  })
}

const { TEST_POSTGRES_URL } = process.env
const onPostgres = TEST_POSTGRES_URL ? test : test.skip

onPostgres('a database of before the figures gets those of the register it holds', async () => {
  const urls = await freshDatabase(TEST_POSTGRES_URL ?? '')
  const before = Object.fromEntries(
    Object.entries(migrations).filter(([name]) => name < '2026-11-22-svip-9-potential'),
  )
  const old = await openDatabase<Tables>({ ...urls, directory: '', migrations: before })
  const tracks = [a, b, c].flatMap((id, index) =>
    (['IMG', 'NCG'] as const).slice(0, 1 + (index % 2)).map((owner) => ({
      owner,
      reference: `${owner}-${id}`,
      address_id: id,
      phase: 'INSPECTION',
      status: owner === 'NCG' ? 'S2_1' : 'VIEWS',
      open: true,
      since: '2026-01-01',
      revision: 1,
      as_of: '2026-01-01T00:00:00Z',
    })),
  )
  await old.db.insertInto('register_track').values(tracks).execute()
  await old.close()
  const { db, close } = await openDatabase<Tables>({ ...urls, directory: '', migrations })
  try {
    expect(await countsHeld(db)).toEqual(await straightCount(db, '2026-11-22'))
    expect(await countsHeld(db)).toMatchObject({
      'ALL BOTH_RUNNING/INSPECTION/S2_1/VIEWS': 1,
      'ALL DAMAGE_ONLY///': 2,
    })
  } finally {
    await close()
  }
})

describe('after 100,000 random events', () => {
  test('the figures of every scope equal a recount, and those of each day the counts of that day', async () => {
    const under = await openPotential(openOne)
    try {
      const random = createRandom(20_261_122)
      const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
      const places = Array.from({ length: 1200 }, (_, index) => addressId(index))
      // A sixth is never imported.
      await under.locate(places.slice(0, 500), '1979')
      await under.locate(places.slice(500, 1000), '0014', undefined, '9731AB')
      await under.locate(places.slice(100, 300), '1952', '2027-01-06')
      const refs = Array.from({ length: 3000 }, (_, index) => String(index).padStart(6, '0'))
      const event = (): RegisterEvent => {
        const owner = random() < 0.6 ? 'IMG' : 'NCG'
        const open = random() < 0.7
        const reference = `${owner}-${pick(refs)}`
        const home = places[Number(reference.slice(4)) % places.length] as string
        const state: Partial<TrackRow> = {
          reference,
          open,
          since: `2026-0${1 + Math.floor(random() * 9)}-01`,
          physical: owner === 'NCG' || random() < 0.8,
          phase: pick([...PHASE_LABELS[owner].keys()]),
          status: open && random() < 0.9 ? pick([...STATUS_LABELS[owner].keys()]) : null,
        }
        return under.event(random() < 0.05 ? pick(places) : home, owner, state)
      }
      const days = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-09']
      const found: Record<string, Awaited<ReturnType<typeof straightSituations>>> = {}
      for (const day of days) {
        under.goTo(day)
        await under.potential.settle()
        for (let batch = 0; batch < 20; batch++) await under.tell(...Array.from({ length: 1000 }, event))
        await under.locate([pick(places), pick(places)], pick(['1979', '0014', '1966']), day)
        for (let change = 0; change < 15; change++)
          await under.object(pick(places.slice(0, 1000)), pick(['RECEIVED', 'UPHELD', 'REJECTED', 'ENDED']))
        found[day] = await straightSituations(under.db, day)
        // Also past days: without addresses that object now, and with those that no longer do.
        for (const [past, placed] of Object.entries(found))
          expect(await countsHeld(under.db, past)).toEqual(await countStanding(under.db, placed))
        expect(await countsHeld(under.db)).toEqual(await countStanding(under.db, found[day] ?? []))
      }
    } finally {
      await under.close()
    }
  })
})

/** Mulberry32: the same events in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
