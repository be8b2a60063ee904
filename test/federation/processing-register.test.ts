import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { ProcessingRegister } from '../../kernel/records/processing-register.ts'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()
const QUESTION = `query($id: ID!, $purpose: Purpose!) { address(id: $id, purpose: $purpose) {
  otherSide { concurrence } consents { id } damage { claims { reference } } strengthening { project { reference } } } }`

let address: string
beforeAll(async () => {
  address = await makeAddress(system)
})

const activitiesIn = async (party: 'svip' | 'img' | 'ncg'): Promise<Set<unknown>> => {
  const contents = (await system.log(party)).flatMap(({ content }) =>
    typeof content === 'string'
      ? [JSON.parse(content) as { attributes?: Readonly<Record<string, unknown>> }]
      : [],
  )
  return new Set(contents.flatMap(({ attributes }) => attributes?.['dpl.core.processing_activity_id'] ?? []))
}

describe('the register of processing activities', () => {
  test('is the same for anyone, without signing in', async () => {
    const response = await fetch(`${system.urls.gateway}/verwerkingsregister.json`)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual(
      JSON.parse(readFileSync('schema/processing-register.json', 'utf8')) as ProcessingRegister,
    )
  })

  test('has every activity that any log of any party names', async () => {
    for (const purpose of ['COOPERATION', 'STATUS_EXCHANGE', 'JOINT_INSPECTION', 'COMPENSATION_SCHEMES'])
      for (const as of ['ncg.handler', 'img.handler'])
        await system.ask(QUESTION, { as, variables: { id: address, purpose } })
    await system.ask(QUESTION, {
      as: 'gemeente.groningen',
      variables: { id: address, purpose: 'MUNICIPAL_PLAN' },
    })
    await system.ask('{ damageClaims { totalCount } }', { as: 'ncg.handler' })
    const response = await fetch(`${system.urls.gateway}/verwerkingsregister.json`)
    const { activities } = (await response.json()) as ProcessingRegister
    const known = new Set<unknown>(activities.map(({ id }) => id))
    const named = await Promise.all((['svip', 'img', 'ncg'] as const).map(activitiesIn))
    for (const ids of named) expect([...ids].filter((id) => !known.has(id))).toEqual([])
    expect(named[1]).toContain('urn:samenloop:verwerkingsactiviteit:img:verstrekking-cooperation:twg-2023')
    expect(named[2]).toContain(
      'urn:samenloop:verwerkingsactiviteit:ncg:verstrekking-compensation-schemes:twg-2023',
    )
  })
})
