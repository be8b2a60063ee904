import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import { avgTest, buddies, form, linking, type Request, requestsIn } from '../support/information-requests.ts'
import { outOfBounds } from '../support/out-of-bounds.ts'
import { client } from '../support/system.ts'

/** Queues, searches, pages and statistics, through the gateway. */

const system = client()
const { submit, forwarded } = requestsIn(system)

const LIST = `query($filter: InformationRequestFilter, $sort: InformationRequestSort, $first: Int, $after: String) {
  informationRequests(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount nodes { id number kind state place owner assignee dueOn overdue }
    edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
type Filter = Readonly<Record<string, unknown>>
async function list(as: string, variables: Record<string, unknown>): Promise<Request> {
  const { data, errors } = await system.ask(LIST, { as, variables })
  expect(errors).toEqual([])
  return data.informationRequests
}

/** A word that only the requests of this file have in their necessity. */
const word = `kenwoord${randomUUID().slice(0, 8)}`
const necessity = `Nodig om af te stemmen met de bewoner: ${word}.`
let postcode: string
/** Ids by description. */
const made: Record<string, string> = {}
const names = (nodes: readonly { id: string }[]) =>
  nodes.map(({ id }) => Object.entries(made).find(([, known]) => known === id)?.[0] ?? 'another').sort()

beforeAll(async () => {
  postcode = await makeAddresses(system, 4)
  const [one = '', two = '', three = '', four = ''] = addressIds(postcode, 4)
  made.submitted = (await submit('img.handler', form(one, { necessity }))).id
  const taken = await submit('img.colleague', form(two, { necessity, categories: ['HANDLER'] }))
  await taken.next('img.svip', 'assign')
  made.taken = taken.id
  made.forwarded = (await forwarded('img.handler', 'img.svip', form(three, { necessity }))).id
  const refused = await forwarded('img.handler', 'img.svip', form(four, { necessity, ...linking }))
  await refused.next('ncg.svip', 'answer', { granted: [], reason: 'Er is al contact.' })
  await refused.next('img.handler', 'close')
  made.refused = refused.id
  const other = form(one, {
    necessity,
    owner: 'NCG',
    kind: 'OTHER',
    purpose: 'ACUTE_SAFETY',
    categories: ['SAFETY'],
  })
  made.municipal = (await submit('gemeente.eemsdelta', other)).id
  const stuck = { kind: 'OTHER', purpose: 'STUCK_CASE', owner: 'IMG', categories: ['PLANNING'] }
  made.stuck = (await submit('intervention.team', form(two, { necessity, ...stuck }))).id
})

const ALL = ['forwarded', 'municipal', 'refused', 'stuck', 'submitted', 'taken']
const OF_IMG = ['forwarded', 'refused', 'submitted', 'taken']

describe('visibility', () => {
  test.each([
    ['img.handler', OF_IMG],
    ['img.colleague', OF_IMG],
    ['img.svip', ['forwarded', 'municipal', 'refused', 'submitted', 'taken']],
    ['ncg.svip', ['forwarded', 'refused', 'stuck']],
    ['gemeente.eemsdelta', ['municipal']],
    ['gemeente.groningen', []],
    ['intervention.team', ['stuck']],
    ['img.privacy', ['forwarded', 'refused', 'stuck', 'submitted', 'taken']],
    ['ncg.privacy', ['forwarded', 'municipal', 'refused', 'submitted', 'taken']],
    ['privacy.officer', ALL],
    ['img.priority', []],
    ['img.safety', []],
    ['ncg.handler', []],
  ] as const)('%s', async (as, expected) => {
    const { nodes, totalCount } = await list(as, { filter: { search: word }, first: 50 })
    expect(names(nodes)).toEqual(expected)
    expect(totalCount).toBe(expected.length)
    // The address gives the same requests.
    const { data } = await system.ask(
      `query($postcode: String!) { addresses(postcode: $postcode) { informationRequests { id } } }`,
      { as, variables: { postcode } },
    )
    expect(names(data.addresses.flatMap(({ informationRequests }: Request) => informationRequests))).toEqual(
      expected,
    )
  })
})

describe('a filter', () => {
  const FILTERS: readonly (readonly [
    name: string,
    as: string,
    filter: Filter,
    expected: readonly string[],
  ])[] = [
    ['place', 'img.svip', { place: 'IMG' }, ['municipal', 'submitted', 'taken']],
    ['place, at the other desk', 'img.svip', { place: 'NCG' }, ['forwarded']],
    ['states', 'privacy.officer', { states: ['FORWARDED', 'CLOSED'] }, ['forwarded', 'refused']],
    ['no state', 'privacy.officer', { states: [] }, []],
    ['kinds', 'privacy.officer', { kinds: ['OTHER'] }, ['municipal', 'stuck']],
    ['owner', 'privacy.officer', { owner: 'IMG' }, ['stuck']],
    ['outcome', 'img.svip', { outcome: 'REFUSED' }, ['refused']],
    ['under way', 'img.handler', { open: true }, ['forwarded', 'submitted', 'taken']],
    ['done', 'img.handler', { open: false }, ['refused']],
    ['overdue', 'privacy.officer', { overdue: true }, []],
    ['not overdue', 'privacy.officer', { overdue: false }, ALL],
    ['mine', 'img.colleague', { mine: true }, ['taken']],
    ['not mine', 'img.colleague', { mine: false }, ['forwarded', 'refused', 'submitted']],
    ['assignee', 'img.svip', { assignee: 'img.svip' }, ['taken']],
    ['taken up', 'img.svip', { unassigned: false }, ['taken']],
    ['nobody has taken up', 'img.svip', { unassigned: true }, ['municipal', 'submitted']],
    [
      'several together',
      'img.svip',
      { place: 'IMG', kinds: ['STATUS_EXCHANGE'], unassigned: true },
      ['submitted'],
    ],
    // The assignee is visible to the desk alone.
    ['assignee, for the requester', 'img.handler', { assignee: 'img.svip' }, []],
    ['assigned, for the requester', 'img.handler', { unassigned: false }, []],
    ['assignee, for the other desk', 'ncg.svip', { assignee: 'img.svip' }, []],
  ]
  test.each(FILTERS)('by %s', async (_name, as, filter, expected) => {
    const { nodes, totalCount } = await list(as, { filter: { search: word, ...filter }, first: 50 })
    expect(names(nodes)).toEqual(expected)
    expect(totalCount).toBe(expected.length)
  })

  test('by address, number, postcode and words', async () => {
    const found = async (filter: Filter) => names((await list('img.svip', { filter, first: 50 })).nodes)
    const [one = ''] = addressIds(postcode, 1)
    expect(await found({ addressId: one })).toEqual(['municipal', 'submitted'])
    expect(await found({ search: postcode })).toEqual([
      'forwarded',
      'municipal',
      'refused',
      'submitted',
      'taken',
    ])
    expect(await found({ search: `${word.toUpperCase()} afstemmen` })).toEqual([])
    expect(await found({ search: `${word.toUpperCase()} stemmen loppersum` })).toHaveLength(5)
    const { data } = await system.ask('query($id: ID!) { informationRequest(id: $id) { number } }', {
      as: 'img.svip',
      variables: { id: made.taken },
    })
    expect(await found({ search: data.informationRequest.number })).toEqual(['taken'])
    expect(await found({ addressId: '0000200000000000' })).toEqual([])
    expect(await found({ addressId: "' or 1=1 --" })).toEqual([])
  })
})

describe('an order', () => {
  test.each(['DUE', 'NEWEST', 'OLDEST'])(
    '%s returns every request once, whatever the size of the page',
    async (sort) => {
      const all = await list('privacy.officer', { filter: { search: word }, sort, first: 50 })
      for (const first of [1, 2, 4]) {
        const seen: string[] = []
        let after: string | null = null
        do {
          const page: Request = await list('privacy.officer', {
            filter: { search: word },
            sort,
            first,
            after,
          })
          expect(page.nodes.length).toBeLessThanOrEqual(first)
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
          seen.push(...page.nodes.map(({ id }: { id: string }) => id))
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
        } while (after !== null)
        expect(seen).toEqual(all.nodes.map(({ id }: { id: string }) => id))
      }
      expect(all.nodes).toHaveLength(6)
    },
  )

  test('puts requests that are due first on top, and ended ones last', async () => {
    const { nodes } = await list('privacy.officer', { filter: { search: word }, sort: 'DUE' })
    const dates = nodes.map(({ dueOn }: { dueOn: string | null }) => dueOn ?? '9999-12-31')
    expect(dates).toEqual(dates.toSorted())
    expect(names([nodes[0]])).toEqual(['municipal'])
    expect(names([nodes.at(-1)])).toEqual(['refused'])
    const newest = await list('privacy.officer', { filter: { search: word }, sort: 'NEWEST', first: 1 })
    expect(names(newest.nodes)).toEqual(['stuck'])
  })

  const SIZE = outOfBounds('first moet 1 tot 100 zijn')
  const CURSOR = /^De cursor in after/
  const cursor = (text: string) => ({ after: Buffer.from(text).toString('base64url') })
  test.each([
    ['0', { first: 0 }, SIZE],
    ['101', { first: 101 }, SIZE],
    ['an invalid cursor', { after: 'x' }, CURSOR],
    ['a cursor of another list', cursor('["a"]'), CURSOR],
    ['a cursor that is no date', cursor(`["x","${randomUUID()}"]`), CURSOR],
    ['a cursor that is no id', cursor('["2026-01-01","x"]'), CURSOR],
  ])('refuses %s', async (_name, variables, message) => {
    const { data, errors } = await system.ask(LIST, { as: 'img.svip', variables })
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(errors[0]?.message).toMatch(message)
  })
})

describe('a list of twenty', () => {
  const all = `kostwoord${randomUUID().slice(0, 8)}`
  beforeAll(async () => {
    const ids = addressIds(await makeAddresses(system, 20), 20)
    for (const [index, id] of ids.entries()) {
      const life = await forwarded(
        'img.handler',
        'img.svip',
        form(id, { ...linking, necessity: `Om elkaar te kunnen bellen: ${all}.` }),
      )
      if (index % 2 === 0) {
        await life.next('ncg.svip', 'answer', { granted: ['HANDLER'], reason: 'De planning verandert nog.' })
        await life.next('img.handler', 'followUp', { remarks: 'Gebeld.', ...buddies })
      }
    }
  })

  const NODES = `nodes { id number address { street } steps { action at } buddyLink { imgHandler { name } } actions whatNow answer { outcome } }`
  const LISTS = [
    [
      'the queue, with address, steps and link',
      20,
      'img.svip',
      `query($first: Int, $search: String) { informationRequests(filter: { search: $search }, first: $first) { totalCount ${NODES} } }`,
    ],
    [
      'the queue, with the addresses and what is asked there',
      20,
      'img.svip',
      `query($first: Int, $search: String) { informationRequests(filter: { search: $search }, first: $first) { nodes { address { street informationRequests { number state } } } } }`,
    ],
    // With the steps of each this is the longest page that is not too heavy: 1 + 4 × (1 + 1 + 100 × (1 + 50)) of at most 25,000.
    [
      'the queue, with the addresses, what is asked there and its steps',
      4,
      'img.svip',
      `query($first: Int, $search: String) { informationRequests(filter: { search: $search }, first: $first) { nodes { address { street informationRequests { number steps { action } } } } } }`,
    ],
  ] as const
  test.each(LISTS)('takes as many statements as one of two: %s (%i)', async (_name, many, as, query) => {
    const cost = async (first: number) => {
      const before = await system.metric('svip', 'db_statements_total')
      const { data, errors } = await system.ask(query, { as, variables: { first, search: all } })
      expect(errors).toEqual([])
      expect(data.informationRequests.nodes).toHaveLength(first)
      return (await system.metric('svip', 'db_statements_total')) - before
    }
    await cost(2)
    const [two, more] = [await cost(2), await cost(many)]
    expect(more).toBe(two)
    expect(two).toBeLessThan(20)
  })
})

describe('the statistics', () => {
  const STATISTICS = `query($from: Date, $until: Date) { informationRequestStatistics(from: $from, until: $until) { from until
    total { ...N } byKind { ...N } byOutcome { ...N } byDesk { ...N } byKindOutcomeAndDesk { ...N } } }
    fragment N on InformationRequestNumbers { kind outcome desk submitted open overdue answered meanDays medianDays }`
  const read = async (as = 'ncg.svip', variables = {}) => {
    const { data, errors } = await system.ask(STATISTICS, { as, variables })
    expect(errors).toEqual([])
    return data.informationRequestStatistics
  }

  test('count what happened, by kind, outcome and desk, in one statement', async () => {
    const address = await makeAddress(system)
    const before = await read()
    const life = await forwarded('img.handler', 'img.svip', form(address))
    await life.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
    await submit('img.handler', form(address, linking))
    const done = await submit('ncg.handler', form(address))
    await done.next('ncg.svip', 'assess', { test: avgTest('necessity') })
    await done.next('ncg.handler', 'close')
    const statements = await system.metric('svip', 'db_statements_total')
    const after = await read()
    expect((await system.metric('svip', 'db_statements_total')) - statements).toBeLessThanOrEqual(4)

    const numbers = (statistics: Request, list: string, which: Filter) =>
      statistics[list].find((row: Request) =>
        Object.entries(which).every(([column, value]) => row[column] === value),
      ) ?? { submitted: 0, open: 0, answered: 0 }
    const grown = (list: string, which: Filter) => {
      const [then, now] = [numbers(before, list, which), numbers(after, list, which)]
      return [now.submitted - then.submitted, now.open - then.open, now.answered - then.answered]
    }
    const less = (column: string) => after.total[column] - before.total[column]
    expect([less('submitted'), less('open'), less('answered'), less('overdue')]).toEqual([3, 2, 2, 0])
    expect(grown('byKind', { kind: 'STATUS_EXCHANGE' })).toEqual([2, 1, 2])
    expect(grown('byKind', { kind: 'LINK_HANDLERS' })).toEqual([1, 1, 0])
    expect(grown('byOutcome', { outcome: 'GRANTED' })).toEqual([1, 1, 1])
    expect(grown('byOutcome', { outcome: 'REFUSED' })).toEqual([1, 0, 1])
    expect(grown('byOutcome', { outcome: null })).toEqual([1, 1, 0])
    expect(grown('byDesk', { desk: 'IMG' })).toEqual([2, 2, 1])
    expect(grown('byDesk', { desk: 'NCG' })).toEqual([1, 0, 1])
    expect(
      grown('byKindOutcomeAndDesk', { kind: 'STATUS_EXCHANGE', outcome: 'REFUSED', desk: 'NCG' }),
    ).toEqual([1, 0, 1])
    expect(after.total.meanDays).toBeGreaterThanOrEqual(0)
    expect(after.total.medianDays).toBeLessThan(1)
  })

  test('of a period without requests are zero, and a reversed period is refused', async () => {
    const none = await read('privacy.officer', { from: '2001-01-01', until: '2001-12-31' })
    expect(none).toMatchObject({ total: { submitted: 0, meanDays: null }, byKind: [], byDesk: [] })
    const { errors } = await system.ask(STATISTICS, {
      as: 'privacy.officer',
      variables: { from: '2026-02-01', until: '2026-01-01' },
    })
    expect(errors).toMatchObject([
      { message: 'De eerste dag (from) ligt na de laatste (until).', extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})
