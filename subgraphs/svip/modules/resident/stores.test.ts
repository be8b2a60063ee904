import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Database } from '../../../../kernel/database/database.ts'
import {
  ADDRESS,
  type Asked,
  DATABASES,
  EMPLOYEES,
  makeAddress,
  recorder,
  someone,
} from '../../../../test/support/svip/resident.ts'
import type { Tables } from '../../store/tables.ts'
import { answer, extend } from './access-request.ts'
import {
  type AccessRequestFilter,
  changeAccessRequest,
  countAccessRequests,
  findAccessRequest,
  type NewAccessRequest,
  pageOfAccessRequests,
  placeOf as placeOfRequest,
  registerAccessRequest,
} from './access-request-store.ts'
import type { Disclosure, DisclosureKind } from './disclosure.ts'
import { allDisclosures, countDisclosures, pageOfDisclosures, placeOf } from './disclosure-store.ts'

const OTHER = '0010200000777777'
const BOTH: readonly DisclosureKind[] = ['SHARED', 'REFUSED']
const MUNICIPALITY = someone({ organisation: 'GEMEENTE', roles: ['municipal_officer'], municipality: '1979' })
const ONLY_EXPLAINED = { granted: false, registerShown: false, fileShown: [] }
const REGISTER = { granted: false, registerShown: true, fileShown: [] }

describe.each(DATABASES)('disclosures, on %s', (_name, open) => {
  let database: Database<Tables>
  let records: ReturnType<typeof recorder>
  const decided: Asked[] = [
    { opened: ONLY_EXPLAINED },
    { purpose: null },
    { purpose: 'STUCK_CASE' },
    { opened: REGISTER },
    {},
    { owner: 'NCG', purpose: 'MUNICIPAL_PLAN', caller: MUNICIPALITY },
  ]
  beforeAll(async () => {
    database = await open()
    records = recorder(database)
    await makeAddress(database)
    await makeAddress(database, OTHER)
    for (const question of decided) {
      await records.decided([question])
      await records.decided([question], OTHER)
    }
  })
  afterAll(async () => {
    await records?.close()
    await database?.close()
  })
  const all = (include = BOTH, party: 'IMG' | 'NCG' | null = null) =>
    allDisclosures(database.db, { addressId: ADDRESS, party, include })
  const summary = ({ kind, owner, recipient, purpose, categories }: Disclosure) =>
    `${kind} ${owner} to ${recipient.organisation} for ${purpose}: ${categories.join(' ')}`

  test('are what was opened or refused at the address, newest first', async () => {
    expect((await all()).map(summary)).toEqual([
      'SHARED NCG to GEMEENTE for MUNICIPAL_PLAN: PRESENCE STATUS',
      'SHARED IMG to NCG for COOPERATION: PRESENCE STATUS HANDLER',
      // The register has no handlers, whatever the decision gives.
      'SHARED IMG to NCG for COOPERATION: PRESENCE STATUS',
      'REFUSED IMG to NCG for STUCK_CASE: ',
    ])
  })

  test('have the rules that gave something, and name no employee', async () => {
    const [newest] = await all()
    expect(newest?.grounds).toEqual([
      {
        basis: 'PUBLIC_TASK',
        article: expect.stringContaining('AVG art. 6'),
        categories: ['PRESENCE', 'STATUS'],
      },
    ])
    const text = JSON.stringify(await all())
    for (const secret of Object.values(EMPLOYEES)) expect(text).not.toContain(secret)
  })

  test('can be filtered by kind, and by the agency that shared or received', async () => {
    expect((await all(['REFUSED'])).map(({ kind }) => kind)).toEqual(['REFUSED'])
    expect((await all(['SHARED'])).map(({ kind }) => kind)).toEqual(['SHARED', 'SHARED', 'SHARED'])
    expect((await all(BOTH, 'IMG')).map(({ owner }) => owner)).toEqual(['IMG', 'IMG', 'IMG'])
    expect(await all(BOTH, 'NCG')).toHaveLength(4)
  })

  test('come in pages that together are the list', async () => {
    const filter = { addressId: ADDRESS, party: null, include: BOTH }
    const seen: Disclosure[] = []
    for (let after: readonly string[] | null = null, more = true; more; ) {
      const rows = await pageOfDisclosures(database.db, filter, { first: 1, after })
      const [row] = rows
      if (row) seen.push(row)
      more = rows.length > 1
      after = row ? placeOf(row) : null
    }
    expect(seen).toEqual(await all())
    expect(await countDisclosures(database.db, filter)).toBe(4)
  })

  test.each(['', '-1', '1e3', '9'.repeat(16), 'abc', "1' or '1'='1"])(
    'refuse the cursor %j',
    async (cursor) => {
      const filter = { addressId: ADDRESS, party: null, include: BOTH }
      await expect(
        pageOfDisclosures(database.db, filter, { first: 1, after: [cursor] }),
      ).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      })
    },
  )

  test('of an unknown address are empty', async () => {
    const filter = { addressId: '0010200000000000', party: null, include: BOTH }
    expect(await allDisclosures(database.db, filter)).toEqual([])
    expect(await countDisclosures(database.db, filter)).toBe(0)
  })
})

describe.each(DATABASES)('subject access requests, on %s', (_name, open) => {
  let database: Database<Tables>
  beforeAll(async () => {
    database = await open()
    await makeAddress(database)
    await makeAddress(database, OTHER)
  })
  afterAll(async () => database?.close())

  const register = (changes: Partial<NewAccessRequest> = {}) =>
    registerAccessRequest(database.db, {
      address_id: ADDRESS,
      received_on: '2026-10-31',
      channel: 'LETTER',
      evidence: 'brief-1',
      registered_by: 'IMG',
      registered_at: '2026-11-01T09:00:00.000Z',
      ...changes,
    })
  const all = { registeredBy: null }
  const toAnswer = {
    answeredOn: '2026-11-20',
    outcome: 'PROVIDED',
    channel: 'LETTER',
    evidence: 'brief-2',
    reason: null,
  } as const

  test('registered twice with the same evidence are one, also concurrently', async () => {
    const rows = await Promise.all([register(), register(), register()])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    expect(rows[0]).toMatchObject({
      revision: 1,
      state: 'OPEN',
      received_on: '2026-10-31',
      due_on: '2026-11-30',
    })
    await expect(register({ received_on: '2026-10-30' })).rejects.toMatchObject({ code: 'CONFLICT' })
    // Another organisation does not learn that this one has such a request.
    expect((await register({ registered_by: 'NCG', received_on: '2026-10-30' })).id).not.toBe(rows[0]?.id)
  })

  test('do not exist outside their scope', async () => {
    const { id } = await register()
    expect(await findAccessRequest(database.db, id, { registeredBy: 'IMG' })).toMatchObject({ id })
    expect(await findAccessRequest(database.db, id, { registeredBy: 'NCG' })).toBeNull()
    expect(await findAccessRequest(database.db, 'no uuid', all)).toBeNull()
    await expect(
      changeAccessRequest(database.db, { id, revision: 1 }, { registeredBy: 'NCG' }, () => ({})),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  test('of two concurrent changes the second is a conflict, and a refused change changes nothing', async () => {
    const { id } = await register({ evidence: 'brief-tegelijk' })
    const prolong = (reason: string) =>
      changeAccessRequest(database.db, { id, revision: 1 }, all, (row) =>
        extend(row, { months: 2, reason }, '2026-11-22', '2026-11-22T09:00:00.000Z'),
      )
    const results = await Promise.allSettled([prolong('een'), prolong('twee')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT' },
    })
    const after = await findAccessRequest(database.db, id, all)
    expect(after).toMatchObject({ revision: 2, due_on: '2027-01-31' })
    await expect(
      changeAccessRequest(database.db, { id, revision: 2 }, all, (row) =>
        answer(row, { ...toAnswer, outcome: 'REFUSED' }, '2026-11-22'),
      ),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await findAccessRequest(database.db, id, all)).toEqual(after)
  })

  test('are listed open and urgent first, in pages that together are the list', async () => {
    await sql`delete from subject_access_request`.execute(database.db)
    const days = ['2026-11-20', '2026-09-01', '2026-10-01', '2026-11-01']
    const rows = []
    for (const [index, received_on] of days.entries())
      rows.push(
        await register({
          received_on,
          evidence: `brief-${index}`,
          address_id: index === 3 ? OTHER : ADDRESS,
        }),
      )
    const answered = rows[1]
    await changeAccessRequest(database.db, { id: answered?.id ?? '', revision: 1 }, all, (row) =>
      answer(row, toAnswer, '2026-11-22'),
    )
    const list = (changes: Partial<AccessRequestFilter> = {}) => ({
      ...all,
      state: null,
      overdue: null,
      addressId: null,
      today: '2026-11-22',
      ...changes,
    })
    const received = async (changes: Partial<AccessRequestFilter> = {}) =>
      (await pageOfAccessRequests(database.db, list(changes), { first: 10, after: null })).map(
        ({ received_on }) => received_on,
      )
    const inOrder = ['2026-10-01', '2026-11-01', '2026-11-20', '2026-09-01']
    expect(await received()).toEqual(inOrder)
    expect(await received({ overdue: true })).toEqual(['2026-10-01'])
    expect(await received({ overdue: false })).toEqual(inOrder.slice(1))
    expect(await received({ state: 'ANSWERED' })).toEqual(['2026-09-01'])
    expect(await received({ addressId: OTHER })).toEqual(['2026-11-01'])
    expect(await received({ registeredBy: 'NCG' })).toEqual([])
    expect(await countAccessRequests(database.db, list({ state: 'OPEN' }))).toBe(3)

    const paged: string[] = []
    for (let after: readonly string[] | null = null, more = true; more; ) {
      const page = await pageOfAccessRequests(database.db, list(), { first: 1, after })
      const [row] = page
      if (row) paged.push(row.received_on)
      more = page.length > 1
      after = row ? placeOfRequest(row) : null
    }
    expect(paged).toEqual(inOrder)
    await expect(
      pageOfAccessRequests(database.db, list(), { first: 1, after: ['OPEN', '2026-02-30', 'x'] }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})
