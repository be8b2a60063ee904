import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { recordOf } from '../attacks/attacker.ts'
import { ADDRESSES, FIGURES, makeSituations, POTENTIAL, times } from '../support/potential.ts'
import { client } from '../support/system.ts'

/** The cooperation potential as its users see it. No other test has addresses in Pekela and Stadskanaal. */

const system = client()
const PEKELA = '0765'
const STADSKANAAL = '0037'

const potential = async (municipality: string | null = PEKELA, as = 'ncg.svip') => {
  const { data, errors } = await system.ask(POTENTIAL, { as, variables: { municipality } })
  expect(errors).toEqual([])
  return data.cooperationPotential
}
const list = async (variables: Record<string, unknown>, as = 'ncg.svip') => {
  const { data, errors } = await system.ask(ADDRESSES, { as, variables })
  expect(errors).toEqual([])
  return data.cooperationAddresses
}
const idsOf = (page: { edges: { node: { id: string } }[] }) => page.edges.map(({ node }) => node.id)

describe('the figures', () => {
  test('follow an address through both agencies, at once, and give the advice of its group', async () => {
    const [id = ''] = await makeSituations(system, PEKELA, [{ ncg: 'S4_1' }])
    const before = (await potential()).figures.stock
    const registered = await system.ask(
      `mutation($input: RegisterDamageClaimInput!) { registerDamageClaim(input: $input) { id } }`,
      { as: 'img.handler', variables: { input: { addressId: id, reference: `P-${randomUUID()}` } } },
    )
    expect(registered.errors).toEqual([])
    const { figures, municipality, smallCountsHidden } = await potential()
    expect(municipality).toEqual({ code: PEKELA, name: 'Pekela' })
    expect(smallCountsHidden).toBe(false)
    expect(figures.stock).toMatchObject({
      total: before.total,
      noReport: before.noReport - 1,
      bothRunning: before.bothRunning + 1,
    })
    expect(figures.matrix.cells).toHaveLength(28)
    expect(figures.matrix.cells).toContainEqual({
      ncgStatus: 'S4_1',
      ncgLabel: '4.1 Planvorming voorbereiden',
      imgStatus: 'PREPARATION',
      imgLabel: 'Voorbereiding',
      group: 'E',
      count: 1,
    })
    const group = figures.matrix.groups.find((each: { group: string }) => each.group === 'E')
    expect(group.advice).toContain('Herstel van schade kan meegaan')
    const day = figures.on
    const { data, errors } = await system.ask(
      `query($m: String, $day: Date!) { cooperationPotential(municipality: $m, on: $day) { since figures { ...Figures }
         overTime(from: $day, every: DAY) { ...Figures } } } ${FIGURES}`,
      { as: 'privacy.officer', variables: { m: PEKELA, day } },
    )
    expect(errors).toEqual([])
    expect(data.cooperationPotential).toMatchObject({ since: day, figures, overTime: [figures] })
  })

  test('of the whole area include those of every municipality', async () => {
    const codes = [
      '0014',
      '0037',
      '0047',
      '0765',
      '1680',
      '1699',
      '1730',
      '1895',
      '1950',
      '1952',
      '1966',
      '1969',
      '1979',
    ]
    const parts = await Promise.all(codes.map(async (code) => (await potential(code)).figures.stock))
    const whole = await potential(null, 'intervention.team')
    expect(whole.municipality).toBeNull()
    // Other tests have files at addresses that the SVIP has not imported: they are counted, but in no municipality.
    const sum = (name: string) => parts.reduce((total, stock) => total + stock[name], 0)
    for (const name of ['total', 'noReport', 'handled', 'bothRunning', 'damageOnly'])
      expect(whole.figures.stock[name]).toBeGreaterThanOrEqual(sum(name))
    const { stock, matrix } = whole.figures
    expect(stock.total).toBe(stock.noReport + stock.handled + stock.bothRunning)
    const inCells = matrix.cells.reduce((total: number, { count }: { count: number }) => total + count, 0)
    expect(inCells + matrix.outside).toBe(stock.bothRunning)
  })

  test('take as many statements however many addresses there are', async () => {
    const cost = async (municipality: string | null) => {
      const least = []
      for (let round = 0; round < 4; round++) {
        const before = await system.metric('svip', 'db_statements_total')
        await potential(municipality)
        least.push((await system.metric('svip', 'db_statements_total')) - before)
      }
      return Math.min(...least)
    }
    expect(await cost('1680')).toBe(await cost(null))
  })

  test('follow an address that moves to another municipality; so do the lists', async () => {
    const [id = ''] = await makeSituations(system, STADSKANAAL, [{ ncg: 'S3_1' }])
    const [from, to] = [await potential(STADSKANAAL), await potential(PEKELA)]
    await system.importRows('addresses', [
      {
        nummeraanduidingidentificatie: id,
        openbareruimtenaam: 'Proefstraat',
        huisnummer: '1',
        postcode: '9501AA',
        woonplaatsnaam: 'X',
        gemeentecode: PEKELA,
        gemeentevanaf: '2021-01-01',
      },
    ])
    expect((await potential(STADSKANAAL)).figures.stock.noReport).toBe(from.figures.stock.noReport - 1)
    expect((await potential(PEKELA)).figures.stock.noReport).toBe(to.figures.stock.noReport + 1)
    const filter = { situation: 'NO_REPORT', ncgStatuses: ['S3_1'] }
    const where = async (municipality: string) =>
      idsOf(await list({ filter: { ...filter, municipality }, purpose: 'SIGNALLING' })).includes(id)
    expect([await where(STADSKANAAL), await where(PEKELA)]).toEqual([false, true])
  })
})

describe('the addresses without a report', () => {
  test('are listed for signalling, by phase, in pages, and each is on record before it is shown', async () => {
    const ids = await makeSituations(system, PEKELA, [
      ...times(6, { ncg: 'S5_1' }),
      ...times(6, { ncg: 'S5_1', img: 'COMPLETION' }),
    ])
    const filter = { situation: 'NO_REPORT', ncgPhases: ['EXECUTION'], municipality: PEKELA }
    const first = await list({ filter, first: 4, purpose: 'SIGNALLING' }, 'ncg.handler')
    expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    // Half of them have a report; another test may have addresses in the same postcode area.
    const [expected = 0, ...others] = new Set<number>(
      first.edges.map((edge: { expectedDamage: number }) => edge.expectedDamage),
    )
    expect([expected % 10, others]).toEqual([0, []])
    expect(expected).toBeGreaterThan(0)
    const { endCursor } = first.pageInfo
    const second = await list({ filter, first: 4, after: endCursor, purpose: 'SIGNALLING' }, 'ncg.handler')
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids.slice(0, 6))
    const [shown = '', notShown = ''] = [ids[0], ids[7]]
    const record = await recordOf('svip', shown)
    expect(record.map(({ name, attributes }) => attributes?.['samenloop.purpose'] ?? name)).toContain(
      'SIGNALLING',
    )
    expect(record.some(({ name }) => name?.startsWith('Adres getoond in een lijst'))).toBe(true)
    expect(await recordOf('svip', notShown)).toEqual([])
  })

  test('give access to everything that the purpose allows, in the same query', async () => {
    const [id = ''] = await makeSituations(system, PEKELA, [{ ncg: 'S2_1', img: 'INSPECTION' }])
    const { data, errors } = await system.ask(
      `query($filter: CooperationFilter!) { cooperationAddresses(filter: $filter, purpose: COOPERATION, first: 100) { nodes {
         id street otherSide { group ncg { status } } damage { claims { status } } strengthening { categories } } } }`,
      {
        as: 'img.handler',
        purpose: 'COOPERATION',
        variables: {
          filter: { municipality: PEKELA, cells: [{ ncgStatus: 'S2_1', imgStatus: 'INSPECTION' }] },
        },
      },
    )
    expect(errors).toEqual([])
    const node = data.cooperationAddresses.nodes.find((each: { id: string }) => each.id === id)
    expect(node).toMatchObject({
      otherSide: { group: 'B', ncg: { status: '2.1 Opname plannen' } },
      damage: { claims: [{ status: 'INSPECTION' }] },
      strengthening: { categories: ['PRESENCE', 'STATUS', 'HANDLER'] },
    })
  })

  test('take as many statements for a page of fifty as for one of one', async () => {
    await makeSituations(system, PEKELA, times(50, { ncg: 'S1_2' }))
    const filter = { situation: 'NO_REPORT', ncgStatuses: ['S1_2'], municipality: PEKELA }
    const cost = async (first: number) => {
      const least = []
      for (let round = 0; round < 4; round++) {
        const before = await system.metric('svip', 'db_statements_total')
        expect((await list({ filter, first, purpose: 'SIGNALLING' })).edges).toHaveLength(first)
        least.push((await system.metric('svip', 'db_statements_total')) - before)
      }
      return Math.min(...least)
    }
    expect(await cost(50)).toBe(await cost(1))
  })

  test('include the progress of NCG for a municipality, which sees only its own', async () => {
    const filter = { situation: 'NO_REPORT', ncgPhases: ['INSPECTION'] }
    const page = await list({ filter, purpose: 'MUNICIPAL_PLAN', first: 100 }, 'gemeente.eemsdelta')
    expect(page.totalCount).toBe(page.edges.length)
    expect(page.totalCount).toBeGreaterThan(0)
    const ask = (id: string) =>
      system.ask(`query($id: ID!) { address(id: $id) { municipality { code } } }`, {
        as: 'img.handler',
        variables: { id },
      })
    const places = await Promise.all(idsOf(page).slice(0, 5).map(ask))
    for (const { data } of places) expect(data.address.municipality.code).toBe('1979')
  })
})
