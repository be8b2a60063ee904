import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { aNewRequest, readAll } from '../../../../test/support/svip/requests.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import type { InformationRequestFilter } from '../../schema.generated.ts'
import { REQUEST_SORTS, type RequestSort } from './list.ts'
import { createRequestStore, type NewRequest, type RequestStore } from './request-store.ts'
import { type NumbersRow, requestNumbers } from './statistics.ts'
import { type InformationRequestRow, REQUEST_KINDS, REQUEST_STATES, type RequestState } from './tables.ts'

/** Lists and statistics over a few hundred requests of all kinds, each compared with the same in TypeScript. */

const TODAY = '2026-03-10'
const EVERYTHING = someone('SVIP', 'privacy_officer')

/** Requests of every kind, state and requester; the same in every run. */
function everySort(addresses: readonly string[]): NewRequest[] {
  let seed = 20260302
  const pick = <T>(...values: readonly T[]): T => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return values[Math.floor((seed / 2147483648) * values.length)] as T
  }
  return Array.from({ length: 240 }, (): NewRequest => {
    const requester_organisation = pick('IMG', 'IMG', 'NCG', 'NCG', 'GEMEENTE', 'SVIP')
    const owner =
      requester_organisation === 'IMG' ? 'NCG' : requester_organisation === 'NCG' ? 'IMG' : pick('IMG', 'NCG')
    const assessing_desk = owner === 'IMG' ? 'NCG' : 'IMG'
    const state = pick(...REQUEST_STATES)
    const answered = (['ANSWERED', 'FOLLOWED_UP', 'CLOSED'] as RequestState[]).includes(state)
    const outcome = answered ? pick('GRANTED', 'PARTLY_GRANTED', 'REFUSED') : null
    const place = {
      SUBMITTED: assessing_desk,
      ASSESSED: assessing_desk,
      AWAITING_CONSENT: assessing_desk,
      FORWARDED: owner,
      RETURNED: 'REQUESTER',
      ANSWERED: 'REQUESTER',
      FOLLOWED_UP: 'REQUESTER',
      CLOSED: null,
      WITHDRAWN: null,
    }[state] as InformationRequestRow['place']
    // Few days and moments, so that many are equal.
    const submitted_at = `2026-0${pick(1, 2, 3)}-0${pick(1, 2)}T${pick('08', '23')}:30:00.000Z`
    return aNewRequest(pick(...addresses), {
      kind: pick(...REQUEST_KINDS),
      owner,
      assessing_desk,
      requester_organisation,
      requester_municipality: requester_organisation === 'GEMEENTE' ? pick('1979', '0014') : null,
      requester_subject: pick('jan', 'piet', 'kees'),
      requester_team: pick('noord', 'zuid', null),
      state,
      place,
      outcome,
      necessity: pick('Wanneer begint de versterking?', 'De bewoner wil één afspraak.', 'Dak lekt; spoed.'),
      assignee: place === assessing_desk || place === owner ? pick(null, 'anna', 'ron') : null,
      submitted_at,
      due_on: place === null ? null : pick('2026-03-09', TODAY, '2026-03-11'),
      ended_at: place === null ? '2026-03-08T09:00:00.000Z' : null,
      forwarded_at: state === 'FORWARDED' || (answered && pick(true, true, false)) ? submitted_at : null,
      answered_at: answered ? `2026-03-0${pick(3, 5, 9)}T09:15:00.000Z` : null,
    })
  })
}

const officer = (organisation: 'IMG' | 'NCG') => someone(organisation, 'svip_officer')
const GEMEENTE = someone('GEMEENTE', 'municipal_officer', { subject: 'jan' })

type Sees = (row: InformationRequestRow) => boolean
/** Who sees which requests, in words. */
const EYES: Readonly<Record<string, readonly [Caller, Sees]>> = {
  'a handler of IMG sees their own': [
    someone('IMG', 'case_handler', { subject: 'jan' }),
    (row) => row.requester_organisation === 'IMG' && row.requester_subject === 'jan',
  ],
  'a handler in a team sees those of the team too': [
    someone('NCG', 'case_handler', { subject: 'piet', team: 'zuid' }),
    (row) =>
      row.requester_organisation === 'NCG' &&
      (row.requester_subject === 'piet' || row.requester_team === 'zuid'),
  ],
  'an officer of IMG sees what the desk assesses, and what was forwarded to it': [
    officer('IMG'),
    (row) => row.assessing_desk === 'IMG' || (row.owner === 'IMG' && row.forwarded_at !== null),
  ],
  'an officer of NCG likewise': [
    officer('NCG'),
    (row) => row.assessing_desk === 'NCG' || (row.owner === 'NCG' && row.forwarded_at !== null),
  ],
  'a priority team sees granted accelerations at their agency': [
    someone('NCG', 'priority_team'),
    (row) =>
      row.owner === 'NCG' &&
      row.kind === 'ACCELERATION' &&
      (row.outcome === 'GRANTED' || row.outcome === 'PARTLY_GRANTED'),
  ],
  'a municipality sees its own, whoever submitted it': [
    GEMEENTE,
    (row) => row.requester_organisation === 'GEMEENTE' && row.requester_municipality === '1979',
  ],
  'another one with a team of the same name sees its own': [
    { ...GEMEENTE, municipality: '0014', team: 'noord' },
    (row) => row.requester_organisation === 'GEMEENTE' && row.requester_municipality === '0014',
  ],
  'a municipality without a code sees nothing': [{ ...GEMEENTE, municipality: null }, () => false],
  'the intervention team sees its own': [
    someone('SVIP', 'intervention_team', { subject: 'kees' }),
    (row) => row.requester_organisation === 'SVIP' && row.requester_subject === 'kees',
  ],
  'a privacy officer of an agency sees its own requests and those for its data': [
    someone('IMG', 'privacy_officer'),
    (row) => row.requester_organisation === 'IMG' || row.owner === 'IMG',
  ],
  'the privacy officer of the SVIP sees all': [EVERYTHING, () => true],
  'a privacy officer of a municipality sees none': [someone('GEMEENTE', 'privacy_officer'), () => false],
  'a safety officer sees none': [someone('IMG', 'safety_officer'), () => false],
  'the service of the operator sees none': [someone('SVIP', 'service'), () => false],
  'a caller without any role left sees none, not even their own': [
    someone('IMG', 'case_handler', { subject: 'jan', team: 'noord', roles: [] }),
    () => false,
  ],
  'an officer of a municipality has no desk': [someone('GEMEENTE', 'svip_officer'), () => false],
}

const order: Readonly<Record<RequestSort, (row: InformationRequestRow) => string>> = {
  DUE: ({ due_on, id }) => `${due_on ?? '9999-12-31'} ${id}`,
  OLDEST: ({ submitted_at, id }) => `${submitted_at} ${id}`,
  NEWEST: ({ submitted_at, id }) => `${submitted_at} ${id}`,
}
function sorted(rows: readonly InformationRequestRow[], sort: RequestSort): string[] {
  const ids = rows
    .map((row) => [order[sort](row), row.id] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, id]) => id)
  return sort === 'NEWEST' ? ids.toReversed() : ids
}

for (const [name, open] of DATABASES) {
  describe(`lists on ${name}`, () => {
    let svip: SvipUnderTest
    let store: RequestStore
    let all: InformationRequestRow[]
    let addresses: string[]
    beforeAll(async () => {
      svip = await openSvip(open)
      store = createRequestStore(svip.db, svip.now)
      addresses = [await svip.address(), await svip.address(), await svip.address()]
      all = []
      for (const request of everySort(addresses))
        all.push(
          await store.submit(request, {
            subject: request.requester_subject,
            organisation: request.requester_organisation,
            role: 'case_handler',
          }),
        )
    })
    afterAll(() => svip.close())

    const idsOf = async (
      caller: Caller,
      filter: InformationRequestFilter = {},
      sort: RequestSort = 'DUE',
      first = 100,
    ) => (await readAll(store, caller, filter, sort, TODAY, first)).map(({ id }) => id)

    describe('visibility', () => {
      test.each(Object.entries(EYES))(
        '%s, in lists, counts, by id and at an address alike',
        async (_what, [caller, sees]) => {
          const theirs = all.filter(sees)
          expect(await idsOf(caller)).toEqual(sorted(theirs, 'DUE'))
          expect(await store.count(caller, {}, TODAY)).toBe(theirs.length)
          const found = await Promise.all(all.map(({ id }) => store.find(id, caller)))
          expect(found.flatMap((row) => row?.id ?? []).toSorted()).toEqual(
            theirs.map(({ id }) => id).toSorted(),
          )
          const there = await store.byAddresses(addresses, caller)
          expect(there.map(({ id }) => id)).toEqual(sorted(theirs, 'NEWEST'))
        },
      )

      test('the expectations cover some requests and leave out others', () => {
        for (const [what, [, sees]] of Object.entries(EYES))
          if (!/ none|nothing| no desk/.test(what)) expect([what, all.some(sees)]).toEqual([what, true])
      })
    })

    const FILTERS: readonly (readonly [string, InformationRequestFilter, Sees])[] = [
      ['nothing', {}, () => true],
      ['no filter', { place: null, states: null, search: '  ', open: null }, () => true],
      ['the desk', { place: 'IMG' }, ({ place }) => place === 'IMG'],
      ['requests at the requester', { place: 'REQUESTER' }, ({ place }) => place === 'REQUESTER'],
      [
        'states',
        { states: ['SUBMITTED', 'CLOSED'] },
        ({ state }) => state === 'SUBMITTED' || state === 'CLOSED',
      ],
      ['an empty list of states', { states: [] }, () => false],
      ['kinds', { kinds: ['ACCELERATION'] }, ({ kind }) => kind === 'ACCELERATION'],
      ['owner', { owner: 'IMG' }, ({ owner }) => owner === 'IMG'],
      ['outcome', { outcome: 'REFUSED' }, ({ outcome }) => outcome === 'REFUSED'],
      ['open', { open: true }, ({ place }) => place !== null],
      ['done', { open: false }, ({ place }) => place === null],
      ['overdue', { overdue: true }, ({ due_on }) => due_on === '2026-03-09'],
      ['in time', { overdue: false }, ({ due_on }) => due_on !== '2026-03-09'],
      [
        'several at once',
        { place: 'NCG', kinds: ['OTHER', 'STATUS_EXCHANGE'], overdue: true },
        ({ place, kind, due_on }) =>
          place === 'NCG' && (kind === 'OTHER' || kind === 'STATUS_EXCHANGE') && due_on === '2026-03-09',
      ],
    ]
    test.each(FILTERS)('filters by %s, and counts the same', async (_what, filter, matches) => {
      const expected = all.filter(matches)
      expect(await idsOf(EVERYTHING, filter)).toEqual(sorted(expected, 'DUE'))
      expect(await store.count(EVERYTHING, filter, TODAY)).toBe(expected.length)
    })

    test('finds a request by its number, and only when the caller may see it', async () => {
      const number = all[100]?.number ?? ''
      for (const written of [number, number.toLowerCase(), ` ${number} `])
        expect(await idsOf(EVERYTHING, { number: written })).toEqual([all[100]?.id])
      for (const other of [
        '',
        '  ',
        '\0',
        '%',
        number.slice(0, -1),
        `${number}0`,
        'SVIP-2026',
        "' or 1=1 --",
      ])
        expect([other, await store.count(EVERYTHING, { number: other }, TODAY)]).toEqual([other, 0])
      const ofNcg = all.find(({ requester_organisation }) => requester_organisation === 'NCG')
      expect(await idsOf(GEMEENTE, { number: ofNcg?.number ?? '' })).toEqual([])
    })

    test('filters by address and by requester', async () => {
      const [address = ''] = addresses
      expect(await store.count(EVERYTHING, { addressId: address }, TODAY)).toBe(
        all.filter(({ address_id }) => address_id === address).length,
      )
      const jan = someone('IMG', 'case_handler', { subject: 'jan', team: 'noord' })
      const own = ({ requester_subject }: InformationRequestRow) => requester_subject === 'jan'
      const ofTeam = all.filter(
        (row) => row.requester_organisation === 'IMG' && (own(row) || row.requester_team === 'noord'),
      )
      expect(await idsOf(jan, { mine: true })).toEqual(sorted(ofTeam.filter(own), 'DUE'))
      expect(await idsOf(jan, { mine: false })).toEqual(
        sorted(
          ofTeam.filter((row) => !own(row)),
          'DUE',
        ),
      )
    })

    test('an assignee is found only by the desk that has the request', async () => {
      const img = all.filter(({ place }) => place === 'IMG')
      const assigned = img.filter(({ assignee }) => assignee === 'anna')
      expect(assigned.length).toBeGreaterThan(0)
      expect(await idsOf(officer('IMG'), { assignee: 'anna' })).toEqual(sorted(assigned, 'DUE'))
      expect(await idsOf(officer('IMG'), { unassigned: true })).toEqual(
        sorted(
          img.filter(({ assignee }) => assignee === null),
          'DUE',
        ),
      )
      for (const other of [EVERYTHING, someone('IMG', 'case_handler', { subject: 'jan' })])
        for (const filter of [{ assignee: 'anna' }, { unassigned: true }, { unassigned: false }])
          expect(await store.count(other, filter, TODAY)).toBe(0)
    })

    describe('search', () => {
      const found = async (search: string) => (await idsOf(EVERYTHING, { search })).length
      const withText = (text: string) => all.filter(({ necessity }) => necessity.includes(text)).length

      test('finds a request by its number, whole or in part', async () => {
        const row = all[100]
        const [, year, serial] = row?.number.split('-') ?? []
        for (const search of [
          row?.number,
          row?.number.toLowerCase(),
          `${year}-${serial}`,
          serial,
          ` ${serial} `,
        ])
          expect([search, await idsOf(EVERYTHING, { search: search ?? '' })]).toEqual([search, [row?.id]])
      })

      test('finds by postcode with and without a space, house number and street', async () => {
        for (const search of [
          '9919AA',
          '9919 aa',
          'proefstraat',
          'Proefstraat 12a-3',
          '12a',
          'loppersum 9919 AA',
        ])
          expect([search, await found(search)]).toEqual([search, all.length])
        expect(await found('9919AB')).toBe(0)
      })

      test('finds words of the necessity: all, one, adjacent or excluded', async () => {
        expect(await found('VERSTERKING')).toBe(withText('versterking'))
        expect(await found('bewoner afspraak')).toBe(withText('bewoner'))
        expect(await found('één')).toBe(withText('één'))
        expect(await found('spoed or versterking')).toBe(withText('spoed') + withText('versterking'))
        expect(await found('"dak lekt"')).toBe(withText('Dak lekt'))
        expect(await found('"lekt dak"')).toBe(0)
        expect(await found('proefstraat -spoed')).toBe(all.length - withText('spoed'))
      })

      test.each([
        "' or 1=1 --",
        '\0',
        'een\0twee',
        '\uD800',
        '&|!():*<->',
        '"',
        '-',
        '%',
        '\\',
        ')('.repeat(500),
        'a '.repeat(1000),
        '<script>',
        '$1',
        "E'\\x00'",
        'or or -or "or',
      ])('accepts %j', async (search) => {
        expect(await found(search)).toBe(0)
        expect(await store.count(EVERYTHING, { search }, TODAY)).toBe(0)
      })

      test('finds only what the caller may see', async () => {
        const row = all.find(({ requester_organisation }) => requester_organisation === 'NCG')
        expect(await store.count(GEMEENTE, { search: row?.number ?? '' }, TODAY)).toBe(0)
      })
    })

    describe('pages', () => {
      test.each(REQUEST_SORTS)(
        'by %s return each request once, whatever their size, with equal days',
        async (sort) => {
          for (const first of [3, 7, 100])
            expect(await idsOf(EVERYTHING, {}, sort, first)).toEqual(sorted(all, sort))
        },
        60_000,
      )

      test('continue at their place when the last request has moved', async () => {
        const page = async (after: readonly string[] | null) =>
          await store.page(EVERYTHING, {}, 'OLDEST', { first: 20, after }, TODAY)
        const first = (await page(null)).slice(0, 20)
        const last = first.at(-1)
        // A cursor is a place and not a request: it still works when that request has been erased.
        const second = await page([last?.submitted_at ?? '', last?.id ?? ''])
        expect(second.slice(0, 20).map(({ id }) => id)).toEqual(sorted(all, 'OLDEST').slice(20, 40))
      })

      const ID = '00000000-0000-4000-8000-000000000000'
      test.each([
        ['DUE', ['2026-03-09T08:30:00Z', ID]],
        ['DUE', ['2026-02-30', ID]],
        ['DUE', ['infinity', ID]],
        ['DUE', ['10000-01-01', ID]],
        ['DUE', ["2026-03-09'; drop table x; --", ID]],
        ['DUE', ['2026-03-09', 'x']],
        ['DUE', ['2026-03-09', '\0']],
        ['NEWEST', ['2026-03-09', ID]],
        ['NEWEST', ['now', ID]],
        ['OLDEST', ['2026-03-09T25:00:00Z', ID]],
        ['OLDEST', ['', '']],
        ['OLDEST', []],
      ] as const)('by %s do not begin after %j', async (sort, after) => {
        const page = { first: 1, after }
        await expect(store.page(EVERYTHING, {}, sort, page, TODAY)).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
        })
      })

      test('begin after unusual but valid moments', async () => {
        for (const moment of [
          '2026-03-09T08:30:00+23:59',
          '0001-01-02T00:00Z',
          '9999-12-31T23:59:59.999999999Z',
        ])
          for (const sort of ['NEWEST', 'OLDEST'] as const)
            expect(await store.page(EVERYTHING, {}, sort, { first: 1, after: [moment, ID] }, TODAY)).toEqual(
              expect.any(Array),
            )
      })
    })

    describe('statistics', () => {
      const dutchDay = (instant: string) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date(instant))
      const count = (rows: readonly InformationRequestRow[]) => {
        const days = rows
          .flatMap(({ answered_at, submitted_at }) =>
            answered_at === null ? [] : [(Date.parse(answered_at) - Date.parse(submitted_at)) / 86_400_000],
          )
          .toSorted((a, b) => a - b)
        const [low = 0, high = 0] = [days[Math.ceil(days.length / 2) - 1], days[Math.floor(days.length / 2)]]
        const round = (value: number | null) => value && Math.round(value * 1e6)
        return {
          submitted: rows.length,
          open: rows.filter(({ place }) => place !== null).length,
          overdue: rows.filter(({ due_on }) => due_on === '2026-03-09').length,
          answered: days.length,
          mean_days: days.length === 0 ? null : round(days.reduce((a, b) => a + b, 0) / days.length),
          median_days: days.length === 0 ? null : round((low + high) / 2),
        }
      }
      const numbersOf = ({ submitted, open, overdue, answered, mean_days, median_days }: NumbersRow) => ({
        submitted,
        open,
        overdue,
        answered,
        mean_days: mean_days && Math.round(mean_days * 1e6),
        median_days: median_days && Math.round(median_days * 1e6),
      })
      const LEVELS = [
        [7, () => 'all'],
        [3, ({ kind }) => `${kind}`],
        [5, ({ outcome }) => `${outcome}`],
        [6, ({ assessing_desk }) => `${assessing_desk}`],
        [0, ({ kind, outcome, assessing_desk }) => `${kind} ${outcome} ${assessing_desk}`],
      ] as const satisfies readonly (readonly [
        number,
        (row: Pick<NumbersRow, 'kind' | 'outcome' | 'assessing_desk'>) => string,
      ])[]

      test.each([
        ['2026-01-01', '2026-12-31'],
        ['2026-02-01', '2026-02-02'],
        // 23:30 in UTC is the next day in the Netherlands.
        ['2026-01-03', '2026-01-03'],
        ['2026-03-03', '2026-12-31'],
      ])('from %s until %s equal a recount', async (from, until) => {
        const period = all.filter(
          ({ submitted_at }) => dutchDay(submitted_at) >= from && dutchDay(submitted_at) <= until,
        )
        const numbers = await requestNumbers(svip.db, from, until, TODAY)
        for (const [level, key] of LEVELS) {
          const expected = Object.fromEntries(
            [...Map.groupBy(period, key)].map(([group, rows]) => [group, count(rows)]),
          )
          const present = Object.fromEntries(
            numbers.filter((row) => row.level === level).map((row) => [key(row), numbersOf(row)]),
          )
          expect(present).toEqual(level === 7 && period.length === 0 ? { all: count([]) } : expected)
        }
        expect(period.length).toBeGreaterThan(0)
      })

      test('take one statement, also over no request and over the whole period', async () => {
        for (const [from, until] of [
          ['2026-01-01', '2026-12-31'],
          ['2019-01-01', '2019-12-31'],
          ['0001-01-01', '9999-12-31'],
        ] as const) {
          const before = svip.statements()
          const numbers = await requestNumbers(svip.db, from, until, TODAY)
          expect(svip.statements() - before).toBe(1)
          const total = numbers.find(({ level }) => level === 7)
          expect(total?.submitted).toBe(from === '2019-01-01' ? 0 : all.length)
        }
      })
    })
  })
}
