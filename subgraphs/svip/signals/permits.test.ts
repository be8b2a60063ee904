import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { openOne } from '../../../kernel/owner/testkit/databases.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import { DATA_CATEGORIES, OWNERS, PURPOSES } from '../../../kernel/vocabulary.ts'
import { createAddressStore } from '../addresses/address-store.ts'
import { toFacts } from '../decisions/decider.ts'
import { decide } from '../policy/decide.ts'
import { policyInForce } from '../policy/versions/index.ts'
import type { Tables } from '../store/tables.ts'
import { openSvip, type SvipUnderTest, someone } from '../testkit.ts'
import { permits } from './permits.ts'

/** The condition that lists count with, held against the engine that decides, over addresses of every sort. */

const INSTANTS = {
  'guo-2020': '2022-03-01T09:00:00.000Z',
  'twg-2023': '2026-03-02T09:00:00.000Z',
  'no policy': '2019-03-01T09:00:00.000Z',
}
const CALLERS = [
  someone('IMG', 'case_handler'),
  someone('NCG', 'svip_officer'),
  someone('NCG', 'safety_officer', { roles: ['safety_officer', 'case_handler'] }),
  someone('GEMEENTE', 'municipal_officer'),
  someone('SVIP', 'intervention_team'),
  someone('IMG', 'privacy_officer'),
]
const TOTAL = 160

let seed = 20261122
const draw = (): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed / 2147483648
}
const pick = <T>(...values: readonly T[]): T => values[Math.floor(draw() * values.length)] as T
const some = <T>(values: readonly T[]): T[] => values.filter(() => draw() < 0.6)
const several = <T>(most: number, make: () => T): T[] =>
  Array.from({ length: Math.floor(draw() * (most + 1)) }, make)

const insert = (db: Kysely<Tables>, table: keyof Tables, rows: readonly object[]) =>
  sql`insert into ${sql.table(table)} (${sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)))})
    select ${sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)))}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(db)

let svip: SvipUnderTest
const ids = Array.from({ length: TOTAL }, (_, index) => `001020${String(index).padStart(10, '0')}`)
beforeAll(async () => {
  svip = await openSvip(openOne)
  const { db } = svip
  await createAddressStore(db).importAll(
    ids.map((id) => ({
      id,
      street: 'Proefstraat',
      house_number: 1,
      house_letter: null,
      house_number_addition: null,
      postcode: '9919AA',
      city: 'Loppersum',
      municipality: '1979',
      municipality_since: '2018-01-01',
    })),
  )
  const said = (address_id: string) => ({
    id: randomUUID(),
    revision: 1,
    address_id,
    evidence: 'x',
    recorded_by: 'IMG',
    recorded_at: INSTANTS['guo-2020'],
    channel: 'FORM',
  })
  await insert(
    db,
    'register_track',
    ids.flatMap((address_id) =>
      some(OWNERS).map((owner) => ({
        owner,
        reference: address_id,
        address_id,
        phase: 'INSPECTION',
        open: draw() < 0.5,
        since: '2020-01-01',
        revision: 1,
        as_of: INSTANTS['guo-2020'],
      })),
    ),
  )
  await insert(
    db,
    'objection',
    ids.flatMap((address_id) =>
      several(1, () => ({
        ...said(address_id),
        owner: pick(null, ...OWNERS),
        purposes: pick([], some(PURPOSES)),
        state: pick('RECEIVED', 'UPHELD', 'REJECTED', 'ENDED'),
        received_at: INSTANTS['guo-2020'],
        decide_by: '2026-04-01',
      })),
    ),
  )
  await insert(
    db,
    'wish',
    some(ids).map((address_id) => ({ ...said(address_id), integral_approach: draw() < 0.7 })),
  )
  await insert(
    db,
    'consent',
    ids.flatMap((address_id) =>
      several(3, () => {
        const owner = pick(...OWNERS)
        const state = pick('GIVEN', 'GIVEN', 'GIVEN', 'WITHDRAWN', 'REFUSED')
        return {
          ...said(address_id),
          state,
          given_by: 'OWNER',
          owner,
          recipient: pick(owner === 'IMG' ? 'NCG' : 'IMG', 'GEMEENTE', 'SVIP'),
          purposes: some(PURPOSES),
          categories: some(DATA_CATEGORIES),
          notice: 'x',
          valid_from: pick('2021-01-01T00:00:00Z', INSTANTS['guo-2020'], INSTANTS['twg-2023']),
          valid_until: pick(null, INSTANTS['guo-2020'], INSTANTS['twg-2023'], '2030-01-01T00:00:00Z'),
          withdrawn_at: state === 'WITHDRAWN' ? '2021-02-01T00:00:00Z' : null,
          request_id: draw() < 0.1 ? randomUUID() : null,
        }
      }),
    ),
  )
}, 60_000)
afterAll(() => svip.close())

describe.each(Object.entries(INSTANTS))('under %s', (_name, instant) => {
  test('a list gives exactly what the engine gives, for every reader, purpose and category', async () => {
    const policy = policyInForce(instant)
    const facts = await createAddressStore(svip.db).facts(ids, dutchDay(new Date(instant)))
    expect(facts.size).toBe(TOTAL)
    const questions = PURPOSES.flatMap((purpose) =>
      DATA_CATEGORIES.map((category) => ({ purpose, category })),
    )
    let given = 0
    for (const caller of CALLERS)
      for (const owner of OWNERS) {
        const conditions = questions.map(({ purpose, category }) =>
          permits({ caller, policy, instant }, owner, purpose, category),
        )
        const { rows } = await sql<{ address_id: string; given: readonly boolean[] }>`
          select s.address_id, array[${sql.join(conditions)}] as given
          from (select id as address_id from address) s`.execute(svip.db)
        for (const row of rows) {
          const address = facts.get(row.address_id)
          if (!address) throw new Error('no such address')
          const decided = PURPOSES.flatMap((purpose) => {
            const { categories } = decide(
              {
                caller,
                owner,
                addressId: address.id,
                addressMunicipality: address.municipality,
                purpose,
                instant,
              },
              toFacts(address),
              policy,
            )
            return DATA_CATEGORIES.map((category) => categories.includes(category))
          })
          expect([row.address_id, caller.subject, owner, row.given]).toEqual([
            row.address_id,
            caller.subject,
            owner,
            decided,
          ])
          given += decided.filter(Boolean).length
        }
      }
    expect(given > 0).toBe(policy !== null)
  })
})
