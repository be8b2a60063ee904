import { beforeAll, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()
const DECISION = `query($id: ID!) { decision(id: $id) {
  id decidedAt address { id } owner requestedBy requestedByRoles requestedByMunicipality { code } purpose outcome reason legalBasis categories withheld policyVersion
  rules { id article summary } facts { kind id revision } granted registerShown explanation reproducible } }`

let address: string
let decisionId: string
beforeAll(async () => {
  address = await makeAddress(system)
  const { data } = await system.ask(
    `query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { owner decisionId } damage { categories } } }`,
    {
      as: 'ncg.handler',
      variables: { id: address },
    },
  )
  decisionId = data.address.access[0].decisionId
})

describe('a decision', () => {
  test('is explained to its caller, with its rules and facts, and its replay gives the same result', async () => {
    const { data, errors } = await system.ask(DECISION, { as: 'ncg.handler', variables: { id: decisionId } })
    expect(errors).toEqual([])
    expect(data.decision).toMatchObject({
      id: decisionId,
      address: { id: address },
      owner: 'IMG',
      requestedBy: 'NCG',
      purpose: 'COOPERATION',
      outcome: 'PARTIAL',
      reason: 'CONSENT_MISSING',
      categories: ['PRESENCE', 'STATUS', 'HANDLER'],
      policyVersion: 'twg-2023',
      reproducible: true,
      requestedByRoles: ['case_handler'],
      requestedByMunicipality: null,
      granted: true,
      registerShown: false,
    })
    expect(data.decision.rules[0].article).toContain('Tijdelijke wet Groningen')
    expect(data.decision.facts.map(({ kind }: { kind: string }) => kind)).toContain('track')
  })

  test.each(['ncg.svip', 'img.svip', 'privacy.officer'])('is shown to %s', async (as) => {
    const { data } = await system.ask(DECISION, { as, variables: { id: decisionId } })
    expect(data.decision.id).toBe(decisionId)
  })

  test.each(['img.handler', 'ncg.safety', 'gemeente.eemsdelta', 'gemeente.groningen', 'intervention.team'])(
    'does not exist for %s, as if it was never made',
    async (as) => {
      const there = await system.ask(DECISION, { as, variables: { id: decisionId } })
      const absent = await system.ask(DECISION, {
        as,
        variables: { id: '00000000-0000-4000-8000-000000000000' },
      })
      expect(there).toEqual({ status: 200, data: { decision: null }, errors: [] })
      expect(there).toEqual(absent)
    },
  )

  test('without a disclosure opened nothing; one that showed the register says so', async () => {
    const opened = async (fields: string) => {
      const asked = await system.ask(
        `query($id: ID!) { address(id: $id, purpose: STATUS_EXCHANGE) { ${fields} access { owner decisionId } } }`,
        { as: 'img.handler', variables: { id: address } },
      )
      const id = asked.data.address.access.find(({ owner }: { owner: string }) => owner === 'NCG').decisionId
      const { data } = await system.ask(DECISION, { as: 'img.handler', variables: { id } })
      return [data.decision.granted, data.decision.registerShown]
    }
    expect(await opened('')).toEqual([false, false])
    expect(await opened('otherSide { concurrence }')).toEqual([false, true])
  })

  test('of a municipality names it', async () => {
    const asked = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: MUNICIPAL_PLAN) { access { owner decisionId } } }`,
      { as: 'gemeente.eemsdelta', variables: { id: address } },
    )
    const [{ decisionId: id }] = asked.data.address.access
    const { data } = await system.ask(DECISION, { as: 'gemeente.eemsdelta', variables: { id } })
    expect(data.decision).toMatchObject({
      requestedBy: 'GEMEENTE',
      requestedByRoles: ['municipal_officer'],
      requestedByMunicipality: { code: '1979' },
    })
  })

  test('that refused does not reveal afterwards the tracks that it withheld', async () => {
    const { data } = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: MUNICIPAL_PLAN) { access { owner decisionId outcome } } }`,
      { as: 'ncg.handler', variables: { id: address } },
    )
    const [{ decisionId: refused, outcome }] = data.address.access
    const explained = await system.ask(DECISION, { as: 'ncg.handler', variables: { id: refused } })
    expect(outcome).toBe('DENIED')
    expect(explained.data.decision.facts.filter(({ id }: { id: string }) => id.startsWith('IMG:'))).toEqual(
      [],
    )
  })
})

describe('the policy', () => {
  test.each([
    ['2020-05-31', null],
    ['2020-06-01', 'guo-2020'],
    ['2023-06-30', 'guo-2020'],
    ['2023-07-01', 'twg-2023'],
  ])('of %s is %s', async (on, id) => {
    const { data } = await system.ask(
      `query($on: Date) { policy(on: $on) { id placeholder rules { id } } }`,
      { as: 'gemeente.groningen', variables: { on } },
    )
    expect(data.policy?.id ?? null).toBe(id)
    if (id)
      expect(data.policy).toMatchObject({
        placeholder: true,
        rules: expect.arrayContaining([{ id: expect.any(String) }]),
      })
  })

  test('of a day that does not exist is a clear error', async () => {
    const { errors } = await system.ask(`query { policy(on: "2026-02-30") { id } }`, { as: 'ncg.handler' })
    expect(errors[0]?.message).toContain('2026-11-22')
  })
})
