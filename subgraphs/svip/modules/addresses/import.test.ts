import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays } from '../../../../kernel/calendar.ts'
import { createImporter } from '../../../../kernel/import.ts'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { migrations, type Tables } from '../../store/tables.ts'
import { createAddressStore } from './address-store.ts'
import { addressRow, importAddresses, importMunicipalities, municipalityRow } from './import.ts'
import { createMunicipalityStore, isKnownMunicipality, municipality } from './municipalities.ts'

const TODAY = '2026-11-30'
const record = (changes: Record<string, string>) => ({
  nummeraanduidingidentificatie: '0024200099910001',
  openbareruimtenaam: 'Hoofdweg',
  huisnummer: '1',
  postcode: '9919AA',
  woonplaatsnaam: 'Loppersum',
  gemeentecode: '1979',
  ...changes,
})

describe.each(DATABASES)('the import of addresses and municipalities, on %s', (_name, open) => {
  let database: Awaited<ReturnType<typeof openIt>>
  const openIt = () => open<Tables>(migrations)
  const followed: (readonly string[])[] = []
  let take: ReturnType<typeof createImporter>
  let takeMunicipalities: ReturnType<typeof createImporter>
  const facts = async (id: string, day = TODAY) =>
    (await createAddressStore(database.db).facts([id], day)).get(id)

  beforeAll(async () => {
    database = await openIt()
    const store = createAddressStore(database.db, async (_transaction, ids) => void followed.push(ids))
    take = createImporter(addressRow, (rows) => importAddresses(store, rows, TODAY))
    const municipalities = createMunicipalityStore(database.db)
    await municipalities.load()
    takeMunicipalities = createImporter(municipalityRow, (rows) => importMunicipalities(municipalities, rows))
  })
  afterAll(() => database.close())

  test('an address may have no postcode', async () => {
    const id = '0024200099910002'
    expect(await take([record({ nummeraanduidingidentificatie: id, postcode: '' })])).toEqual(['loaded'])
    expect(await facts(id)).toMatchObject({ postcode: null, city: 'Loppersum' })
    expect(await take([record({ nummeraanduidingidentificatie: id, postcode: '991AA' })])).toEqual([
      { rejected: expect.stringContaining('postcode') },
    ])
  })

  test('an address with its history is changed once, in one batch or in several', async () => {
    const id = '0024200099910011'
    const rows = [
      record({ nummeraanduidingidentificatie: id, gemeentecode: '1966', gemeentevanaf: '' }),
      record({
        nummeraanduidingidentificatie: id,
        openbareruimtenaam: 'Nieuwe Hoofdweg',
        gemeentevanaf: '2021-01-01',
      }),
    ]
    expect(await take(rows)).toEqual(['loaded', 'loaded'])
    followed.length = 0
    expect(await take(rows)).toEqual(['unchanged', 'unchanged'])
    for (const row of rows) expect(await take([row])).toEqual(['unchanged'])
    expect(followed.flat()).toEqual([])
    expect(await facts(id)).toMatchObject({ street: 'Nieuwe Hoofdweg', municipality: '1979' })
    expect(await facts(id, '2020-12-31')).toMatchObject({ municipality: '1966' })
  })

  test('an address can be in a former or future municipality', async () => {
    const tomorrow = addDays(TODAY, 1)
    const rows = [
      record({ nummeraanduidingidentificatie: '0024200099910012', gemeentecode: '0024' }),
      record({ nummeraanduidingidentificatie: '0024200099910012', gemeentevanaf: '2021-01-01' }),
      record({ nummeraanduidingidentificatie: '0024200099910013' }),
      record({
        nummeraanduidingidentificatie: '0024200099910013',
        gemeentecode: '1995',
        gemeentevanaf: tomorrow,
      }),
    ]
    expect(await take(rows)).toEqual(['loaded', 'loaded', 'loaded', 'loaded'])
    expect(municipality('1995').name).toBe('Gemeente 1995')
    expect(await facts('0024200099910013', tomorrow)).toMatchObject({ municipality: '1995' })
  })

  test('an unknown municipality refuses the row, until it is imported; that needs no release', async () => {
    const row = record({ nummeraanduidingidentificatie: '0024200099910014', gemeentecode: '1994' })
    expect(await take([row])).toEqual([{ rejected: expect.stringContaining('municipalities') }])
    const made = { gemeentecode: '1994', gemeentenaam: 'Wierdenland', geldigvanaf: '2026-01-01' }
    expect(await takeMunicipalities([made])).toEqual(['loaded'])
    expect(await takeMunicipalities([made])).toEqual(['unchanged'])
    expect([isKnownMunicipality('1994'), municipality('1994').name]).toEqual([true, 'Wierdenland'])
    expect(await take([row])).toEqual(['loaded'])
    expect(await takeMunicipalities([{ ...made, gemeentenaam: 'Wierden', geldigtot: '2030-01-01' }])).toEqual(
      ['loaded'],
    )
    expect(municipality('1994').name).toBe('Wierden')
  })

  test.each([
    [{ gemeentecode: '199', gemeentenaam: 'X' }, 'gemeentecode'],
    [{ gemeentecode: '1993', gemeentenaam: '' }, 'gemeentenaam'],
    [
      { gemeentecode: '1993', gemeentenaam: 'X', geldigvanaf: '2030-01-01', geldigtot: '2029-01-01' },
      'geldigtot',
    ],
  ])('an impossible municipality is refused', async (row, says) => {
    expect(await takeMunicipalities([row])).toEqual([{ rejected: expect.stringContaining(says) }])
    expect(isKnownMunicipality('1993')).toBe(false)
  })
})
