import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

/** The life of information requests through the gateway, from form to answer. */

const system = client()

const REQUEST = `fragment Request on InformationRequest { id number revision state place overdue dueOn actions whatNow categories
  proposal { outcome categories { category road explanation } } consent { reply form consentId categories }
  answer { outcome reason categories onConsent until open revokedAt } followUp { remarks priorityDecision }
  buddyLink { imgHandler { name } ncgHandler { name email } } steps { action from to organisation role employee reason } }`

/** Takes a step and gives the request as it is then. */
async function step(as: string, mutation: string, input: object) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { data, errors } = await system.ask(
    `mutation($input: ${type}!) { step: ${mutation}(input: $input) { ...Request } } ${REQUEST}`,
    { as, variables: { input } },
  )
  expect(errors).toEqual([])
  return data.step
}
const refused = async (as: string, mutation: string, input: object) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { data, errors } = await system.ask(
    `mutation($input: ${type}!) { step: ${mutation}(input: $input) { id } }`,
    { as, variables: { input } },
  )
  expect(data?.step ?? null).toBeNull()
  return { code: errors[0]?.extensions.code, message: errors[0]?.message }
}
const form = (addressId: string, changes: object = {}) => ({
  addressId,
  kind: 'STATUS_EXCHANGE',
  purpose: 'STATUS_EXCHANGE',
  categories: ['STATUS', 'PLANNING'],
  necessity: 'De bewoner vraagt wanneer de versterking begint; dat bepaalt wanneer wij komen.',
  idempotencyKey: randomUUID(),
  ...changes,
})
const passes = { passes: true, reason: 'Ja.' }
const test6 = {
  purposeFits: passes,
  necessity: passes,
  proportionality: passes,
  subsidiarity: passes,
  legalBasis: passes,
  dataMinimised: passes,
}
const seen = async (as: string, addressId: string, purpose: string, owner: 'damage' | 'strengthening') => {
  const { data } = await system.ask(`query($id: ID!) { address(id: $id) { ${owner} { categories } } }`, {
    as,
    purpose,
    variables: { id: addressId },
  })
  return data.address[owner].categories as string[]
}

describe('a request for the status', () => {
  test('goes from form to closing with four people, and opens exactly what was granted', async () => {
    const addressId = await makeAddress(system)
    let request = await step('img.handler', 'submitInformationRequest', form(addressId))
    expect(request).toMatchObject({
      state: 'SUBMITTED',
      place: 'IMG',
      revision: 1,
      proposal: null,
      actions: ['WITHDRAW'],
    })
    const { id } = request
    const next = async (as: string, mutation: string, input: object = {}) => {
      request = await step(as, mutation, { id, revision: request.revision, ...input })
      return request
    }
    await next('img.svip', 'assignInformationRequest')
    await next('img.svip', 'assessInformationRequest', { test: test6 })
    expect(request.proposal).toMatchObject({
      outcome: 'GRANT',
      categories: [
        { category: 'STATUS', road: 'ALREADY_OPEN' },
        { category: 'PLANNING', road: 'OPEN_BY_REQUEST' },
      ],
    })
    await next('img.svip', 'forwardInformationRequest')
    expect(await seen('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual([
      'PRESENCE',
      'STATUS',
    ])
    await next('ncg.svip', 'answerInformationRequest', { granted: ['STATUS', 'PLANNING'] })
    expect(request.answer).toMatchObject({ outcome: 'GRANTED', open: true, onConsent: [] })
    expect(await seen('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual([
      'PRESENCE',
      'STATUS',
      'PLANNING',
    ])
    expect(await seen('img.colleague', addressId, 'STATUS_EXCHANGE', 'strengthening')).toContain('PLANNING')
    expect(await seen('img.svip', addressId, 'STATUS_EXCHANGE', 'strengthening')).not.toContain('PLANNING')
    await next('img.handler', 'recordInformationRequestFollowUp', { remarks: 'De bewoner is gebeld.' })
    await next('img.handler', 'closeInformationRequest')
    expect(request).toMatchObject({ state: 'CLOSED', place: null, actions: [] })
  })
})
