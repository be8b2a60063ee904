import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { DATA_CATEGORIES, OWNERS, PURPOSES, type Purpose } from '../../../kernel/vocabulary.ts'
import {
  type AddressFacts,
  createAddressStore,
} from '../../../subgraphs/svip/modules/addresses/address-store.ts'
import type { Tables } from '../../../subgraphs/svip/store/tables.ts'

/** Random facts of addresses, stored as in production, for tests that compare SQL with the engine. */

/** The bounds of consents: before, at and after the moments of the tests. */
const BOUNDS = ['2021-01-01T00:00:00Z', '2022-03-01T09:00:00.000Z', '2026-03-02T09:00:00.000Z'] as const
const SAID = { revision: 1, evidence: 'x', recorded_by: 'IMG', recorded_at: BOUNDS[0], channel: 'FORM' }
/** Most of the values, at random, so that facts often match the request. */
const most = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc
    .array(fc.constantFrom(true, true, true, false), { minLength: values.length, maxLength: values.length })
    .map((kept) => values.filter((_, index) => kept[index]))
const purposes = most(PURPOSES)

export const objections = fc.record({
  owner: fc.constantFrom(null, ...OWNERS),
  purposes: fc.oneof(fc.constant<Purpose[]>([]), purposes),
  state: fc.constantFrom('RECEIVED', 'UPHELD', 'REJECTED', 'ENDED'),
})
type Objection = typeof objections extends fc.Arbitrary<infer Value> ? Value : never

/** Few directions, so that consents at an address often overlap. */
const direction = fc.constantFrom(
  { owner: 'NCG', recipient: 'IMG' },
  { owner: 'NCG', recipient: 'IMG' },
  { owner: 'IMG', recipient: 'NCG' },
  { owner: 'IMG', recipient: 'SVIP' },
  { owner: 'NCG', recipient: 'SVIP' },
  { owner: 'IMG', recipient: 'GEMEENTE' },
)

const consents = fc.record({
  direction,
  state: fc.constantFrom('GIVEN', 'GIVEN', 'GIVEN', 'WITHDRAWN', 'REFUSED'),
  purposes,
  categories: most(DATA_CATEGORIES),
  valid_from: fc.constantFrom(...BOUNDS),
  valid_until: fc.constantFrom(
    null,
    null,
    ...BOUNDS.slice(1),
    '2030-01-01T00:00:00Z',
    '2030-01-01T00:00:00Z',
  ),
  ofRequest: fc.constantFrom(false, false, false, true),
})

const track = fc.record({ open: fc.boolean(), physical: fc.nat(7).map((of) => of > 0) })

const place = fc.record({
  municipality: fc.constantFrom('1979', '0014'),
  tracks: fc.record({
    IMG: fc.option(track, { freq: 8, nil: null }),
    NCG: fc.option(track, { freq: 8, nil: null }),
  }),
  objections: fc.oneof(fc.constant<Objection[]>([]), fc.array(objections, { maxLength: 2 })),
  wish: fc.constantFrom(null, true, false),
  consents: fc.array(consents, { minLength: 2, maxLength: 4 }),
})

/** A few addresses with random facts. */
export const places = fc.array(place, { minLength: 14, maxLength: 16 })
export type Places = typeof places extends fc.Arbitrary<infer Value> ? Value : never

let count = 0

/** Stores the facts at new addresses, and reads them as a decision does. */
export async function store(db: Kysely<Tables>, all: Places, day: string): Promise<readonly AddressFacts[]> {
  const addresses = createAddressStore(db)
  const placed = all.map((each, index) => ({
    ...each,
    id: `001020${String(count + index).padStart(10, '0')}`,
  }))
  count += all.length
  await addresses.importAll(
    placed.map(({ id, municipality }) => ({
      id,
      street: 'Proefstraat',
      house_number: 1,
      house_letter: null,
      house_number_addition: null,
      postcode: '9919AA',
      city: 'Loppersum',
      municipality,
      since: '2018-01-01',
    })),
  )
  const rows = {
    register_track: placed.flatMap(({ id, tracks }) =>
      OWNERS.flatMap((owner) => {
        const { [owner]: found } = tracks
        return found ? [trackRow(id, owner, found)] : []
      }),
    ),
    objection: placed.flatMap(({ id, objections: said }) => said.map((each) => objectionRow(id, each))),
    wish: placed.flatMap(({ id, wish }) =>
      wish === null ? [] : [{ ...SAID, id: randomUUID(), address_id: id, integral_approach: wish }],
    ),
    consent: placed.flatMap(({ id, consents: said }) =>
      said.map(({ ofRequest, direction: sharing, ...each }) => ({
        ...SAID,
        ...sharing,
        ...each,
        id: randomUUID(),
        address_id: id,
        given_by: 'OWNER',
        notice: 'x',
        stated_at: BOUNDS[0],
        withdrawn_at: each.state === 'WITHDRAWN' ? BOUNDS[0] : null,
        request_id: ofRequest ? randomUUID() : null,
      })),
    ),
  } satisfies Partial<Record<keyof Tables, readonly object[]>>
  for (const [table, some] of Object.entries(rows)) await insert(db, table, some)
  const facts = await addresses.facts(
    placed.map(({ id }) => id),
    day,
  )
  return [...facts.values()]
}

const trackRow = (id: string, owner: string, { open, physical }: { open: boolean; physical: boolean }) => ({
  owner,
  reference: id,
  address_id: id,
  phase: 'INSPECTION',
  status: owner === 'NCG' ? 'S2_1' : 'INSPECTION',
  open,
  physical,
  since: '2020-01-01',
  revision: 1,
  as_of: BOUNDS[0],
})

export const objectionRow = (addressId: string, objection: Objection) => ({
  ...SAID,
  ...objection,
  id: randomUUID(),
  address_id: addressId,
  received_at: BOUNDS[0],
  decide_by: '2026-04-01',
})

export async function insert(db: Kysely<Tables>, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(db)
}
