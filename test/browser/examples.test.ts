import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../dev/world/sample.ts'
import { exampleGroups } from '../../gateway/playground/examples/example-groups.ts'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()

/** Runs an example as its persona. */
async function ask(id: string, addressId: string, variables: Readonly<Record<string, unknown>> = {}) {
  const example = exampleGroups({ ...SAMPLE.both, addressId }, new Date())
    .flatMap(({ examples }) => examples)
    .find((one) => one.id === id)
  if (!example) throw new Error(`There is no example ${id}.`)
  const { data, errors } = await system.ask(example.query, {
    as: example.persona,
    variables: { ...example.variables, ...variables },
    ...(example.headers ? { headers: example.headers } : {}),
  })
  expect(errors).toEqual([])
  return data
}

describe('the examples of the start page', () => {
  test('show one address from all sides, and explain the decision', async () => {
    const { address } = await ask('adres', SAMPLE.both.addressId)
    expect(address.otherSide.concurrence).toBe('BOTH_OPEN')
    expect(address.damage.claims[0].reference).toBe(SAMPLE.both.claim)
    expect(address.strengthening.project.reference).toBe(SAMPLE.both.project)
    const { decisionId } = address.access.find(({ owner }: { owner: string }) => owner === 'IMG')
    const { decision } = await ask('besluit', SAMPLE.both.addressId, { id: decisionId })
    expect(decision).toMatchObject({ owner: 'IMG', purpose: 'COOPERATION', reproducible: true })
  })

  test('list own files, with the other side', async () => {
    const { damageClaims } = await ask('schademeldingen', SAMPLE.both.addressId)
    expect(damageClaims.nodes).toHaveLength(5)
    const { strengtheningProjects } = await ask('versterking', SAMPLE.both.addressId)
    expect(strengtheningProjects.nodes).toHaveLength(5)
    // Another test may just have registered a claim at an unknown address: that claim has no address.
    const addresses = [...damageClaims.nodes, ...strengtheningProjects.nodes].flatMap(
      ({ address }) => address ?? [],
    )
    expect(addresses.length).toBeGreaterThanOrEqual(5)
    for (const { access } of addresses) {
      expect(access.length).toBeGreaterThan(0)
      for (const { reason } of access) expect(reason).not.toBe('PURPOSE_REQUIRED')
    }
  })

  test('let a consent open more, and its withdrawal less', async () => {
    const addressId = await makeAddress(system)
    const categories = async () => (await ask('adres', addressId)).address.damage.categories
    expect(await categories()).not.toContain('FINDINGS')
    const { recordConsent } = await ask('toestemming', addressId)
    expect(await categories()).toContain('FINDINGS')
    const { withdrawConsent } = await ask('intrekken', addressId, { id: recordConsent.id })
    expect(withdrawConsent.state).toBe('WITHDRAWN')
    expect(await categories()).not.toContain('FINDINGS')
  })

  test('submit an information request, and show it to the desk with the policy’s proposal', async () => {
    const addressId = await makeAddress(system)
    const { submitInformationRequest } = await ask('informatieverzoek', addressId)
    expect(submitInformationRequest).toMatchObject({ state: 'SUBMITTED', revision: 1 })
    const { informationRequests } = await ask('werkvoorraad', addressId, { filter: { addressId } })
    expect(informationRequests).toMatchObject({
      totalCount: 1,
      nodes: [{ number: submitInformationRequest.number, proposal: { outcome: 'GRANT' } }],
    })
    expect(informationRequests.nodes[0].actions).toContain('ASSESS')
  })

  test('show the other side to the editor who registers a claim, and let that side acknowledge the signal', async () => {
    const addressId = await makeAddress(system)
    const input = { addressId, reference: randomUUID() }
    const { registerDamageClaim } = await ask('melden', addressId, { input })
    expect(registerDamageClaim.address.otherSide).toMatchObject({
      concurrence: 'BOTH_OPEN',
      ncg: { open: true },
    })
    const { signals } = await ask('signalen', addressId, { filter: { addressId } })
    const { id, revision } = signals.nodes[0]
    const { acknowledgeSignal } = await ask('signaalgelezen', addressId, { input: { id, revision } })
    expect(acknowledgeSignal).toMatchObject({ id, revision: revision + 1, state: 'ACKNOWLEDGED' })
  })

  test('record the resident’s wish, and show it in the cooperation file', async () => {
    const addressId = await makeAddress(system)
    await ask('wensen', addressId)
    const { address } = await ask('samenwerking', addressId)
    expect(address.cooperation).toMatchObject({ withheld: [], wishes: { asked: true, process: 'TOGETHER' } })
  })

  test('show a municipality what is unsafe', async () => {
    const { acuteCases } = await ask('acuut', SAMPLE.acute.addressId)
    // The order depends on the reports of other tests.
    expect(acuteCases.nodes[0]).toMatchObject({ state: 'REPORTED', address: { city: expect.any(String) } })
  })

  test('count the whole area, list its addresses, and give figures per month', async () => {
    const { cooperationPotential } = await ask('potentieel', SAMPLE.both.addressId)
    expect(cooperationPotential.figures.stock.noReport).toBeGreaterThan(0)
    const { cooperationAddresses } = await ask('benaderen', SAMPLE.both.addressId)
    expect(cooperationAddresses.nodes[0].otherSide.concurrence).toBe('ONE_SIDE')
    const { monitoring } = await ask('monitoring', SAMPLE.both.addressId)
    expect(monitoring[0].month).toMatch(/-01-01$/)
  })

  test('make a set of addresses, and find it', async () => {
    const { createAddressSet } = await ask('lijst', SAMPLE.both.addressId)
    const { addressSets } = await ask('lijsten', SAMPLE.both.addressId)
    expect(addressSets).toContainEqual(
      expect.objectContaining({ id: createAddressSet.id, createdBy: 'SVIP' }),
    )
  })

  test('break the glass, and show the resident the disclosures', async () => {
    const addressId = await makeAddress(system)
    const { breakGlass } = await ask('noodtoegang', addressId)
    expect(breakGlass).toMatchObject({ owner: 'NCG', categories: expect.arrayContaining(['SAFETY']) })
    await ask('adres', addressId)
    const { disclosures } = await ask('verstrekkingen', addressId)
    expect(disclosures.nodes[0]).toMatchObject({ owner: 'IMG', purpose: 'COOPERATION' })
    expect(disclosures.nodes[0].notice).toEqual(expect.any(String))
  })

  test('give the policy of today', async () => {
    const { policy } = await ask('beleid', SAMPLE.both.addressId)
    expect(policy.rules.length).toBeGreaterThan(0)
  })
})
