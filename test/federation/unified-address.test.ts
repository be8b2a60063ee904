import { beforeAll, describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../dev/world/sample.ts'
import { operation } from '../../gateway/playground/examples/example.ts'
import { makeAddresses } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()
const UNIFIED_QUERY = operation('unified-address')
const SUBGRAPHS = ['svip', 'img', 'ncg'] as const

const ask = (as: string, id: string, purpose: string | null) =>
  system.ask(UNIFIED_QUERY, { as, variables: { id, purpose } })

describe('one address, one query', () => {
  test('a handler of NCG sees their own project, what IMG may share for cooperation, and why not more', async () => {
    const { data, errors } = await ask('ncg.handler', SAMPLE.both.addressId, 'COOPERATION')
    expect(errors).toEqual([])
    const { otherSide, access, damage, strengthening } = data.address
    expect(strengthening.project.reference).toBe(SAMPLE.both.project)
    expect(damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
    expect(damage.claims).toMatchObject([
      { reference: SAMPLE.both.claim, status: 'PREPARATION', inspection: null, report: null },
    ])
    expect(damage.claims[0].handler.name).toEqual(expect.any(String))
    expect(otherSide).toMatchObject({
      concurrence: 'BOTH_OPEN',
      group: 'B',
      img: { status: 'Voorbereiding' },
      ncg: { status: '2.1 Opname plannen' },
    })
    expect(access[0]).toMatchObject({
      owner: 'IMG',
      outcome: 'PARTIAL',
      reason: 'CONSENT_MISSING',
      legalBasis: ['PUBLIC_TASK'],
      withheld: ['PLANNING', 'FINDINGS'],
    })
    expect(access[0].explanation).toContain('toestemming')
    expect(access[1]).toMatchObject({ owner: 'NCG', outcome: 'PERMITTED', decisionId: null })
  })

  test('the mirror: a handler of IMG sees their own claim and what NCG may share', async () => {
    const { data, errors } = await ask('img.handler', SAMPLE.both.addressId, 'STATUS_EXCHANGE')
    expect(errors).toEqual([])
    expect(data.address.damage.claims).toMatchObject([{ reference: SAMPLE.both.claim }])
    expect(data.address.strengthening).toMatchObject({
      categories: ['PRESENCE', 'STATUS'],
      project: { reference: SAMPLE.both.project, status: 'S2_1', handler: null },
    })
  })

  test('without a purpose the answer has the own side and the public facts, and access says what is missing', async () => {
    const { data, errors } = await ask('ncg.handler', SAMPLE.both.addressId, null)
    expect(errors).toEqual([])
    expect(data.address).toMatchObject({
      street: expect.any(String),
      damage: { categories: [], claims: null },
      strengthening: { project: { reference: SAMPLE.both.project } },
    })
    expect(data.address.access[0]).toMatchObject({
      owner: 'IMG',
      outcome: 'DENIED',
      reason: 'PURPOSE_REQUIRED',
      categories: [],
    })
    expect(data.address.otherSide).toMatchObject({
      img: null,
      concurrence: null,
      group: null,
      advice: null,
      ncg: { present: true },
    })
  })

  test('the header x-purpose gives the purpose, and the argument takes precedence', async () => {
    const query = `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { damage { categories } } }`
    const variables = { id: SAMPLE.both.addressId }
    const byHeader = await system.ask(query, { as: 'ncg.handler', purpose: 'COOPERATION', variables })
    const both = await system.ask(query, {
      as: 'ncg.handler',
      purpose: 'COOPERATION',
      variables: { ...variables, purpose: 'SIGNALLING' },
    })
    expect(byHeader.data.address.damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
    expect(both.data.address.damage.categories).toEqual(['PRESENCE'])
  })

  test('a municipality sees its own address for its plan, and of another one nothing, as if it did not exist', async () => {
    const own = await ask('gemeente.eemsdelta', SAMPLE.both.addressId, 'MUNICIPAL_PLAN')
    const foreign = await ask('gemeente.groningen', SAMPLE.both.addressId, 'MUNICIPAL_PLAN')
    const unknown = await ask('gemeente.groningen', '0014209999999999', 'MUNICIPAL_PLAN')
    expect(own.data.address).toMatchObject({
      damage: { categories: ['PRESENCE'] },
      strengthening: { categories: ['PRESENCE', 'STATUS'] },
    })
    expect(foreign).toEqual(unknown)
    expect(foreign).toEqual({ status: 200, data: { address: null }, errors: [] })
  })

  test('where only one side has a file, no purpose except signalling gives anything', async () => {
    const cooperation = await ask('img.handler', SAMPLE.onlyNcg.addressId, 'COOPERATION')
    const signalling = await ask('img.handler', SAMPLE.onlyNcg.addressId, 'SIGNALLING')
    expect(cooperation.data.address).toMatchObject({ strengthening: { categories: [], project: null } })
    expect(cooperation.data.address.access[1]).toMatchObject({ outcome: 'DENIED', reason: 'NO_CONCURRENCE' })
    expect(signalling.data.address).toMatchObject({
      strengthening: {
        categories: ['PRESENCE'],
        project: { reference: SAMPLE.onlyNcg.project, status: null },
      },
    })
  })

  test('an own claim gives access to the whole address, so to the other side, in the same query', async () => {
    const { data, errors } = await system.ask(
      `query($id: ID!) { damageClaims(filter: { addressId: $id }) { nodes { reference address { street strengthening { categories project { reference handler { name } } } access { owner outcome } } } } }`,
      { as: 'img.handler', purpose: 'COOPERATION', variables: { id: SAMPLE.both.addressId } },
    )
    expect(errors).toEqual([])
    expect(data.damageClaims.nodes).toMatchObject([
      {
        reference: SAMPLE.both.claim,
        address: {
          strengthening: {
            categories: ['PRESENCE', 'STATUS', 'HANDLER'],
            project: { reference: SAMPLE.both.project, handler: { name: expect.any(String) } },
          },
        },
      },
    ])
  })
})

describe('the cost of a query', () => {
  let two: string
  let hundred: string
  beforeAll(async () => {
    ;[two, hundred] = [await makeAddresses(system, 2), await makeAddresses(system, 100)]
  })

  const LIST = `query($postcode: String!) { addresses(postcode: $postcode, purpose: COOPERATION) {
    id otherSide { concurrence } access { outcome } damage { claims { reference } } strengthening { project { reference } } } }`

  async function cost(query: string, variables: Record<string, unknown>) {
    const read = async () => {
      const requests = await Promise.all(
        SUBGRAPHS.map((name) => system.metric(name, 'http_requests_total', 'route="/graphql"')),
      )
      const statements = await Promise.all(
        SUBGRAPHS.map((name) => system.metric(name, 'db_statements_total')),
      )
      return { requests, statements }
    }
    const before = await read()
    const { data, errors } = await system.ask(query, { as: 'ncg.handler', variables })
    const after = await read()
    expect(errors).toEqual([])
    const less = (a: readonly number[], b: readonly number[]) =>
      a.map((value, index) => value - (b[index] ?? 0))
    return {
      data,
      requests: less(after.requests, before.requests),
      statements: less(after.statements, before.statements),
    }
  }

  test('the unified query is one request to each subgraph', async () => {
    const { requests } = await cost(UNIFIED_QUERY, { id: SAMPLE.both.addressId, purpose: 'COOPERATION' })
    expect(requests).toEqual([1, 1, 1])
  })

  test('a list of a hundred addresses takes as many requests and statements as a list of two', async () => {
    const small = await cost(LIST, { postcode: two })
    const large = await cost(LIST, { postcode: hundred })
    expect(small.data.addresses).toHaveLength(2)
    expect(large.data.addresses).toHaveLength(100)
    expect(
      large.data.addresses.every(
        (address: { damage: { claims: unknown[] }; strengthening: { project: unknown } }) =>
          address.damage.claims.length === 1 && address.strengthening.project,
      ),
    ).toBe(true)
    expect(large.requests).toEqual(small.requests)
    expect(large.requests).toEqual([1, 1, 1])
    expect(large.statements).toEqual(small.statements)
  })
})
