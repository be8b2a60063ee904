/**
 * Fills addresses directly in SQL: each has an open claim and an open project, so that both sides have something to share, and some have a
 * consent. An address has the same contents in every size.
 */

/** The first addresses are in postcodes of these sizes; after those a postcode has a hundred. */
export const LISTS = {
  '1000AA': 2,
  '1000AB': 10,
  '1000AC': 100,
  '1000AD': 200,
  '1000AE': 200,
  '1000AF': 200,
  '1000AG': 200,
  '1000AH': 200,
} as const

/** The id of the address with this number, from 0. */
export const addressId = (index: number): string => `002420${String(index).padStart(10, '0')}`

const ID = `'002420' || lpad(i::text, 10, '0')`

let until = 0
/** The postcode of an address by its number: the postcodes are filled in order. */
const OF_LISTS = Object.entries(LISTS).map(([postcode, length]) => {
  until += length
  return `when i < ${until} then '${postcode}'`
})

const POSTCODE = `case ${OF_LISTS.join(' ')}
  else (2000 + (i / 100) % 7000)::text || chr(65 + (i / 700000) % 26) || 'A' end`

/** The statements that fill a database of a party with `count` addresses. */
export const FILLING: Readonly<Record<'svip' | 'img' | 'ncg', (count: number) => readonly string[]>> = {
  svip: (count) => [
    `insert into address (id, street, house_number, postcode, city)
     select ${ID}, 'Hoofdstraat', 1 + i % 200, ${POSTCODE}, 'Loppersum' from generate_series(0, ${count - 1}) i`,
    `insert into address_municipality (address_id, code, valid_from)
     select ${ID}, '1979', '2021-01-01' from generate_series(0, ${count - 1}) i`,
    `insert into register_track (owner, reference, address_id, phase, status, open, since, revision, as_of)
     select 'IMG', 'IMG-' || i, ${ID}, 'INSPECTION', 'INSPECTION', true, '2026-01-05', 1, '2026-01-05T10:00:00Z'
     from generate_series(0, ${count - 1}) i`,
    `insert into register_track (owner, reference, address_id, phase, status, open, since, revision, as_of)
     select 'NCG', 'NCG-' || i, ${ID}, 'INSPECTION', 'S2_1', true, '2024-03-01', 1, '2024-03-01T10:00:00Z'
     from generate_series(0, ${count - 1}) i`,
    ...(['IMG', 'NCG'] as const).map(
      (
        owner,
      ) => `insert into consent (id, revision, address_id, evidence, recorded_by, recorded_at, state, given_by, owner,
       recipient, purposes, categories, channel, notice, valid_from, stated_at)
     select md5('${owner}' || i)::uuid, 1, ${ID}, 'formulier', '${owner}', '2026-02-01T10:00:00Z', 'GIVEN', 'OWNER', '${owner}',
       '${owner === 'IMG' ? 'NCG' : 'IMG'}', '{COOPERATION,STATUS_EXCHANGE}', '{PLANNING,FINDINGS}', 'FORM', '1',
       '2026-02-01T10:00:00Z', '2026-02-01T10:00:00Z'
     from generate_series(0, ${count - 1}) i where i % 3 = 0`,
    ),
  ],
  img: (count) => [
    `insert into damage_claim (id, reference, address_id, kind, phase, registered_at, phase_since, handler_name, handler_phone,
       handler_email, urgency, inspection_planned_on, report_delivered_on, report_summary, revision)
     select md5(i::text)::uuid, 'IMG-' || i, ${ID}, 'PHYSICAL', 'INSPECTION', date '2026-01-05' - (i % 1000), '2026-01-05',
       'Zaakbegeleider ' || i % 300, '050-1234567', 'zb' || i % 300 || '@img.example', 'NORMAL', '2026-12-01', '2026-03-01',
       'Scheuren in de achtergevel en in het plafond van de woonkamer.', 1
     from generate_series(0, ${count - 1}) i`,
  ],
  ncg: (count) => [
    `insert into strengthening_project (id, reference, address_id, programme, status, status_since, started_at, handler_name,
       handler_phone, handler_email, inspection_planned_on, advice_delivered_on, advice_summary, meets_standard, measures, revision)
     select md5(i::text)::uuid, 'NCG-' || i, ${ID}, 'BATCH', 'S2_1', '2024-03-01', date '2024-03-01' - (i % 1000),
       'Begeleider ' || i % 300, '050-7654321', 'bg' || i % 300 || '@ncg.example', '2026-12-02', '2025-01-01',
       'De vloer van de verdieping wordt aan de gevels vastgemaakt.', false, '[]', 1
     from generate_series(0, ${count - 1}) i`,
  ],
}
