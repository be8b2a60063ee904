import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { ADDRESS_ID } from '../../kernel/vocabulary.ts'
import { type CsvRecord, csvLine } from '../../tools/csv/csv.ts'
import { COLUMNS, WORLD_KINDS, type WorldKind } from '../../tools/import/columns.ts'
import { CELL_PHASES, PROJECT_STATUSES } from './figures.ts'
import { MUNICIPALITIES } from './places.ts'
import { SAMPLE } from './sample.ts'
import { createWorld, SMALL, type World } from './world.ts'

const read = (world: World) => ({
  addresses: [...world.records('addresses')],
  img: [...world.records('img')],
  ncg: [...world.records('ncg')],
  consents: [...world.records('consents')],
})
const worlds = { full: createWorld(), small: createWorld({ scale: SMALL }) }
const records = { full: read(worlds.full), small: read(worlds.small) }

const cell = (record: CsvRecord, column: string): string => record[column] ?? ''
const tally = (rows: readonly CsvRecord[], key: (row: CsvRecord) => string) =>
  Object.fromEntries([...Map.groupBy(rows, key)].map(([value, same]) => [value, same.length]))
const idOf = (row: CsvRecord) => cell(row, 'address_id')

/** Figures 1 and 2, counted from nothing but the records. */
function recount({ img, ncg }: (typeof records)['full']) {
  const claims = Map.groupBy(img, idOf)
  const counts = { withoutClaim: 0, withClosedClaims: 0, bothOpen: 0, openClaimOnly: 0 }
  const cells: Record<string, number> = {}
  for (const project of ncg) {
    const open = (claims.get(idOf(project)) ?? []).filter((claim) => cell(claim, 'closed_at') === '')
    if (!claims.has(idOf(project))) counts.withoutClaim++
    else if (open.length === 0) counts.withClosedClaims++
    else if (cell(project, 'completed_at') === '') {
      counts.bothOpen++
      for (const claim of open) {
        const place = `${cell(project, 'status')} ${cell(claim, 'phase')}`
        cells[place] = (cells[place] ?? 0) + 1
      }
    } else counts.openClaimOnly++
  }
  return { counts, cells }
}

const everyCell = (count: number) =>
  Object.fromEntries(
    PROJECT_STATUSES.flatMap((status) => CELL_PHASES.map((phase) => [`${status} ${phase}`, count])),
  )

describe('the figures of the evaluation of 2021', () => {
  test('come out exactly in the full world', () => {
    const { counts, cells } = recount(records.full)
    expect(counts).toEqual({
      withoutClaim: 17_700,
      withClosedClaims: 7_700,
      bothOpen: 1_400,
      openClaimOnly: 0,
    })
    expect(cells).toEqual(everyCell(50))
    expect(records.full.ncg).toHaveLength(26_800)
    expect(records.full.addresses).toHaveLength(66_800)
  })

  test('come out in proportion in the small world, with every cell filled', () => {
    const { counts, cells } = recount(records.small)
    expect(counts).toEqual({ withoutClaim: 354, withClosedClaims: 154, bothOpen: 28, openClaimOnly: 0 })
    expect(cells).toEqual(everyCell(1))
    expect(records.small.addresses).toHaveLength(536 + 800)
  })

  test('hold for programmes and acutely unsafe situations', () => {
    const programmes = tally(records.full.ncg, (row) => cell(row, 'programme'))
    expect(programmes).toMatchObject({ KOPLOPER: 60, BOUWIMPULS: 1_000 })
    expect(Object.keys(programmes)).toHaveLength(6)
    const acute = records.full.img.filter((row) => cell(row, 'acute_reported_at') !== '')
    expect(acute).toHaveLength(57)
    expect(acute.filter((row) => cell(row, 'acute_made_safe_at') === '')).toHaveLength(3)
  })

  test('leave 40,000 addresses with one or two claims and no strengthening', () => {
    const strengthened = new Set(records.full.ncg.map(idOf))
    const damageOnly = Map.groupBy(
      records.full.img.filter((row) => !strengthened.has(idOf(row))),
      idOf,
    )
    expect(damageOnly.size).toBe(40_000)
    expect(new Set([...damageOnly.values()].map((claims) => claims.length))).toEqual(new Set([1, 2]))
  })

  test('never put more than three closed claims and one open claim at an address', () => {
    for (const claims of Map.groupBy(records.full.img, idOf).values()) {
      const open = claims.filter((claim) => cell(claim, 'closed_at') === '').length
      expect(open).toBeLessThanOrEqual(1)
      expect(claims.length - open).toBeLessThanOrEqual(3)
    }
  })

  test('are announced by the totals', () => {
    for (const size of ['full', 'small'] as const) {
      const counted = Object.fromEntries(WORLD_KINDS.map((kind) => [kind, records[size][kind].length]))
      expect(counted).toEqual(worlds[size].totals)
    }
  })
})

describe('a part of the world', () => {
  test('is its first addresses with what belongs to them, as they are in the whole', () => {
    const part = createWorld({ part: SMALL })
    const some = read(part)
    for (const kind of WORLD_KINDS) {
      const whole = new Set(records.full[kind].map((row) => JSON.stringify(row)))
      expect(some[kind].length).toBe(part.totals[kind])
      expect(some[kind].length).toBeGreaterThan(0)
      expect(some[kind].filter((row) => !whole.has(JSON.stringify(row)))).toEqual([])
    }
    expect(some.addresses).toHaveLength(records.full.addresses.length * SMALL)
  })
})

describe('identification', () => {
  const ids = records.full.addresses.map((row) => cell(row, 'nummeraanduidingIdentificatie'))

  test('of every address is a BAG nummeraanduiding in the synthetic range, and no other has it', () => {
    expect(ids.filter((id) => !ADDRESS_ID.test(id) || !/^\d{6}99/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('of an address says nothing about its municipality: Eemsdelta has ids of four', () => {
    const eemsdelta = records.full.addresses.filter((row) => cell(row, 'gemeentecode') === '1979')
    const prefixes = eemsdelta.map((row) => cell(row, 'nummeraanduidingIdentificatie').slice(0, 4))
    expect([...new Set(prefixes)].sort()).toEqual(['0003', '0010', '0024', '1979'])
  })

  test('of claims, projects and consents is unique, and each is about a known address', () => {
    const known = new Set(ids)
    for (const kind of ['img', 'ncg', 'consents'] as const) {
      const column = kind === 'consents' ? 'evidence' : 'reference'
      const rows = records.full[kind]
      expect(new Set(rows.map((row) => cell(row, column))).size).toBe(rows.length)
      expect(rows.filter((row) => !known.has(idOf(row)))).toEqual([])
    }
  })

  test('of an address by postcode, number, letter and addition is unique; 15 to 25 share a postcode', () => {
    const { addresses } = records.full
    const places = addresses.map((row) =>
      ['postcode', 'huisnummer', 'huisletter', 'huisnummertoevoeging']
        .map((column) => cell(row, column))
        .join(),
    )
    expect(new Set(places).size).toBe(places.length)
    // The world may end within the last postcode.
    const sizes = Object.values(tally(addresses, (row) => cell(row, 'postcode'))).slice(0, -1)
    expect(sizes.filter((size) => size < 15 || size > 25)).toEqual([])
  })
})

describe('places', () => {
  test('every address lies in one of the five municipalities, and every postcode in one town', () => {
    const { addresses } = records.full
    const codes = tally(addresses, (row) => cell(row, 'gemeentecode'))
    expect(Object.keys(codes).sort()).toEqual(MUNICIPALITIES.map(({ code }) => code).sort())
    const towns = Map.groupBy(addresses, (row) => cell(row, 'postcode'))
    for (const same of towns.values()) {
      expect(new Set(same.map((row) => cell(row, 'woonplaatsNaam') + cell(row, 'gemeentecode'))).size).toBe(1)
    }
  })
})

describe('stability', () => {
  const digest = (rows: readonly CsvRecord[], kind: WorldKind) => {
    const lines = rows.slice(0, 2000).map((row) =>
      csvLine(
        COLUMNS[kind].columns.map((column) => cell(row, column)),
        ',',
      ),
    )
    return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 16)
  }

  // A change here changes what every installation holds: documentation and screens that show it change along.
  test('the first records are the same on every machine', () => {
    const digests = (size: 'full' | 'small') =>
      Object.fromEntries(WORLD_KINDS.map((kind) => [kind, digest(records[size][kind], kind)]))
    expect({ full: digests('full'), small: digests('small') }).toEqual({
      full: {
        addresses: '1065f22aafdcab2c',
        img: 'd8f0d9d881e2031f',
        ncg: '8b2ce8f79af7a231',
        consents: '033a80d5204a115c',
      },
      small: {
        addresses: 'af30ad42fe46ed50',
        img: '6c3eef49f09c299f',
        ncg: 'ba9e63b6668ffc77',
        consents: 'ff407f35ded814de',
      },
    })
  })

  test('making the world again, or reading it again, gives the same records', () => {
    expect(read(createWorld({ scale: SMALL }))).toEqual(records.small)
    expect([...worlds.small.records('img')]).toEqual(records.small.img)
  })

  test('the smallest world has everything too', () => {
    const smallest = read(createWorld({ scale: 1 / 500 }))
    expect(recount(smallest).cells).toEqual(everyCell(1))
    for (const { addressId } of Object.values(SAMPLE)) {
      expect(smallest.addresses.map((row) => cell(row, 'nummeraanduidingIdentificatie'))).toContain(addressId)
    }
  })

  test('a scale that makes no world is refused', () => {
    for (const scale of [0, -1, 1 / 501, 1.5, Number.NaN])
      expect(() => createWorld({ scale })).toThrow(RangeError)
  })
})

describe('the sample addresses', () => {
  test.each(Object.entries(SAMPLE))(
    '%s is what it says, the same in every world, without a consent',
    (_name, sample) => {
      for (const { addresses, img, ncg, consents } of Object.values(records)) {
        const [address] = addresses.filter(
          (row) => cell(row, 'nummeraanduidingIdentificatie') === sample.addressId,
        )
        expect(address).toMatchObject({
          postcode: sample.postcode,
          huisnummer: String(sample.houseNumber),
          huisletter: '',
          gemeentecode: sample.municipality,
        })
        const at = (rows: readonly CsvRecord[]) => rows.filter((row) => idOf(row) === sample.addressId)
        expect(at(img).map((row) => cell(row, 'reference'))).toEqual(sample.claim ? [sample.claim] : [])
        expect(at(ncg).map((row) => cell(row, 'reference'))).toEqual(sample.project ? [sample.project] : [])
        expect(at(consents)).toEqual([])
      }
      const at = (size: 'full' | 'small', kind: 'img' | 'ncg') =>
        records[size][kind].filter((row) => idOf(row) === sample.addressId)
      expect(at('small', 'img')).toEqual(at('full', 'img'))
      expect(at('small', 'ncg')).toEqual(at('full', 'ncg'))
    },
  )

  test('are in the cells that the documentation counts on', () => {
    const { img, ncg } = records.full
    const status = (id: string) => cell(ncg.find((row) => idOf(row) === id) ?? {}, 'status')
    const phase = (id: string) => cell(img.find((row) => idOf(row) === id) ?? {}, 'phase')
    expect([status(SAMPLE.both.addressId), phase(SAMPLE.both.addressId)]).toEqual(['S2_1', 'REPORTED'])
    expect([status(SAMPLE.groningen.addressId), phase(SAMPLE.groningen.addressId)]).toEqual([
      'S4_1',
      'INSPECTION',
    ])
    expect([status(SAMPLE.acute.addressId), phase(SAMPLE.acute.addressId)]).toEqual(['S3_1', 'INSPECTION'])
  })
})
