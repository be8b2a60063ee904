import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { makeAddress } from '../support/addresses.ts'
import { registerOf } from '../support/register.ts'
import { client } from '../support/system.ts'

const system = client()
const register = registerOf(system)
const reference = () => `E-${randomUUID().slice(0, 12)}`

/** Runs a mutation with this `input`, and returns its answer or errors. */
async function change(
  as: string,
  name: string,
  type: string,
  fields: string,
  input: object,
  purpose?: string,
) {
  const { data, errors } = await system.ask(
    `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    { as, variables: { input }, ...(purpose ? { purpose } : {}) },
  )
  return { done: data?.[name], errors }
}

const OTHER_SIDE =
  'id reference revision address { otherSide { concurrence group cooperation advice img { present open status } ncg { present open status } } }'

/** Registers a claim and a project at a new address. */
async function both() {
  const addressId = await makeAddress(system, { files: false })
  const claim = await change(
    'img.handler',
    'registerDamageClaim',
    'RegisterDamageClaimInput',
    'id reference revision',
    {
      addressId,
      reference: reference(),
    },
  )
  const project = await change(
    'ncg.handler',
    'registerStrengtheningProject',
    'RegisterStrengtheningProjectInput',
    'id reference revision',
    { addressId, reference: reference(), startedAt: '2026-01-01' },
  )
  return { addressId, claim: claim.done, project: project.done }
}

describe('registering returns the other side, in the same answer', () => {
  test('first without a track there, then with both open, with the group and the advice', async () => {
    const addressId = await makeAddress(system, { files: false })
    const first = await change(
      'img.handler',
      'registerDamageClaim',
      'RegisterDamageClaimInput',
      OTHER_SIDE,
      { addressId, reference: reference() },
      'STATUS_EXCHANGE',
    )
    expect(first.errors).toEqual([])
    expect(first.done.address.otherSide).toMatchObject({
      img: { present: true, open: true, status: 'Voorbereiding' },
      // Without a track at the other agency nothing is exchanged: presence is for signalling.
      group: null,
    })
    const second = await change(
      'ncg.handler',
      'registerStrengtheningProject',
      'RegisterStrengtheningProjectInput',
      OTHER_SIDE,
      { addressId, reference: reference() },
      'STATUS_EXCHANGE',
    )
    expect(second.errors).toEqual([])
    expect(second.done.address.otherSide).toMatchObject({
      concurrence: 'BOTH_OPEN',
      group: 'A',
      cooperation: 'UNLIKELY',
      advice: expect.stringContaining('lokaal plan'),
      img: { present: true, open: true, status: 'Voorbereiding' },
      ncg: { present: true, open: true, status: '1.2 Op te nemen in lokaal plan van aanpak' },
    })
  })

  test('and so does every step after it', async () => {
    const { claim } = await both()
    const { done } = await change(
      'img.handler',
      'advanceDamageClaim',
      'AdvanceDamageClaimInput',
      OTHER_SIDE,
      { id: claim.id, revision: 1, to: 'INSPECTION', inspectionPlannedOn: '2026-12-01' },
      'STATUS_EXCHANGE',
    )
    expect(done.address.otherSide.img).toMatchObject({ status: 'Opname' })
  })
})

describe('a group is advice, not an access rule', () => {
  test('a group where cooperation is unlikely shares as much as one where it is possible', async () => {
    const steps = [
      ['A', []],
      ['B', [{ to: 'S2_1', inspectionPlannedOn: '2026-12-02' }]],
      ['D', [{ to: 'S2_1' }, { to: 'S3_1', inspectionHeldOn: '2026-02-02' }]],
    ] as const
    const shared = []
    for (const [group, moves] of steps) {
      const { addressId, project } = await both()
      for (const [index, move] of moves.entries()) {
        const { errors } = await change(
          'ncg.handler',
          'advanceStrengtheningProject',
          'AdvanceStrengtheningProjectInput',
          'id',
          { id: project.id, revision: index + 1, ...move },
        )
        expect(errors).toEqual([])
      }
      const { data } = await system.ask(
        `query($id: ID!) { address(id: $id, purpose: COOPERATION) { otherSide { group } damage { categories claims { phase handler { name } } } strengthening { categories } access { owner outcome categories withheld } } }`,
        { as: 'ncg.handler', variables: { id: addressId } },
      )
      expect(data.address.otherSide.group).toBe(group)
      const { otherSide: _group, ...rest } = data.address
      shared.push(rest)
    }
    expect(shared[1]).toEqual(shared[0])
    expect(shared[2]).toEqual(shared[0])
    expect(shared[0].damage.claims).toHaveLength(1)
  })
})

describe('events tell what happened, and not what was found', () => {
  test('at IMG: structural damage, acute danger and its end', async () => {
    const { claim } = await both()
    const revise = async (name: string, type: string, input: object, as = 'img.handler') => {
      const { done, errors } = await change(as, name, type, 'revision', { id: claim.id, ...input })
      expect(errors).toEqual([])
      return done.revision
    }
    await revise('recordStructuralDamage', 'RecordStructuralDamageInput', {
      revision: 1,
      description: 'GEHEIM-fundering',
    })
    const danger = { description: 'GEHEIM-schoorsteen', reportedAt: '2026-11-20T08:00:00.000Z' }
    await revise('recordAcuteSafety', 'RecordAcuteSafetyInput', { revision: 2, ...danger }, 'img.safety')
    // More details are no second report.
    await revise('recordAcuteSafety', 'RecordAcuteSafetyInput', { revision: 3, ...danger }, 'img.safety')
    await revise('recordAcuteSafety', 'RecordAcuteSafetyInput', {
      revision: 4,
      ...danger,
      madeSafeAt: '2026-11-21T08:00:00.000Z',
    })
    expect(await register.track('IMG', claim.reference)).toMatchObject({
      revision: 5,
      notices: [expect.any(String), expect.any(String), expect.any(String)],
    })
  })

  test('at NCG: damage at the inspection; during works only when there are any', async () => {
    const { addressId, project } = await both()
    const find = (revision: number, moment: string) =>
      change(
        'ncg.handler',
        'recordFoundDamage',
        'RecordFoundDamageInput',
        'foundDamage { moment description }',
        {
          id: project.id,
          revision,
          moment,
          foundOn: '2026-02-01',
          description: 'GEHEIM-scheur',
        },
      )
    expect((await find(1, 'INSPECTION')).done.foundDamage).toEqual([
      { moment: 'INSPECTION', description: 'GEHEIM-scheur' },
    ])
    expect((await find(2, 'WORKS')).errors).toMatchObject([
      { message: expect.stringContaining('aannemer'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect((await register.track('NCG', project.reference))?.notices).toHaveLength(1)
    const seen = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: COOPERATION) { strengthening { project { foundDamage { description } } } } }`,
      { as: 'img.handler', variables: { id: addressId } },
    )
    expect(seen.data.address.strengthening.project.foundDamage).toBeNull()
  })
})

describe('a new owner', () => {
  test.each([
    ['img.handler', 'recordDamageOwnershipChange', 'RecordDamageOwnershipChangeInput', 'claim'],
    [
      'ncg.handler',
      'recordStrengtheningOwnershipChange',
      'RecordStrengtheningOwnershipChangeInput',
      'project',
    ],
  ] as const)(
    'reported by %s ends the consent of the former one from the next query on',
    async (as, name, type, file) => {
      const made = await both()
      const input = {
        addressId: made.addressId,
        givenBy: 'OWNER',
        owner: 'IMG',
        recipient: 'NCG',
        purposes: ['COOPERATION'],
        categories: ['FINDINGS'],
        channel: 'FORM',
        evidence: 'f-1',
        notice: 'v1',
      }
      const look = async () =>
        (
          await system.ask(
            `query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { categories } consents { state withdrawalReceipt } } }`,
            { as: 'ncg.handler', variables: { id: made.addressId } },
          )
        ).data.address
      const { errors } = await change('ncg.handler', 'recordConsent', 'RecordConsentInput', 'id', input)
      expect(errors).toEqual([])
      expect((await look()).damage.categories).toContain('FINDINGS')

      const told = await change(as, name, type, 'ownershipChangedOn revision', {
        id: made[file].id,
        revision: made[file].revision,
        changedOn: dutchDay(new Date()),
      })
      expect(told.errors).toEqual([])
      const after = await look()
      expect(after.damage.categories).not.toContain('FINDINGS')
      expect(after.consents).toMatchObject([{ state: 'WITHDRAWN' }])
      const { data } = await system.ask(
        `{ obligations(filter: { recipient: NCG }, first: 100) { nodes { cause address { id } } } }`,
        { as: 'ncg.svip' },
      )
      const here = data.obligations.nodes.filter(
        (each: { address: { id: string } }) => each.address?.id === made.addressId,
      )
      expect(here).toMatchObject([{ cause: 'CONSENT_WITHDRAWN' }])
    },
  )

  test('cannot have a future date', async () => {
    const { claim } = await both()
    const { errors } = await change(
      'img.handler',
      'recordDamageOwnershipChange',
      'RecordDamageOwnershipChangeInput',
      'id',
      { id: claim.id, revision: 1, changedOn: '2999-01-01' },
    )
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect((await register.track('IMG', claim.reference))?.notices).toEqual([])
  })
})
