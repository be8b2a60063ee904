import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()
const reference = () => `T-${randomUUID().slice(0, 12)}`

/** An address that the SVIP knows and that has no files. */
async function emptyAddress(): Promise<string> {
  const [id = ''] = addressIds(await makeAddresses(system, 1), 1)
  const fresh = `${id.slice(0, 13)}900`
  await system.importRows('addresses', [
    {
      nummeraanduidingidentificatie: fresh,
      openbareruimtenaam: 'Leegstraat',
      huisnummer: '1',
      postcode: '9999ZZ',
      woonplaatsnaam: 'Loppersum',
      gemeentecode: '1979',
    },
  ])
  return fresh
}

const OTHER_SIDE = `query($id: ID!) { address(id: $id, purpose: STATUS_EXCHANGE) { otherSide { img { open phase status } ncg { open phase status } concurrence group } } }`
const otherSide = async (id: string, as: string) =>
  (await system.ask(OTHER_SIDE, { as, variables: { id } })).data.address.otherSide

const REGISTER_CLAIM = `mutation($input: RegisterDamageClaimInput!) { registerDamageClaim(input: $input) { id reference phase status revision address { street } } }`
const ADVANCE_CLAIM = `mutation($input: AdvanceDamageClaimInput!) { advanceDamageClaim(input: $input) { id phase status revision closedAt inspection { plannedOn heldOn } report { structuralDamage } award { amountCents } } }`
const REGISTER_PROJECT = `mutation($input: RegisterStrengtheningProjectInput!) { registerStrengtheningProject(input: $input) { id reference status phase revision } }`
const ADVANCE_PROJECT = `mutation($input: AdvanceStrengtheningProjectInput!) { advanceStrengtheningProject(input: $input) { id status phase revision completedAt measures { description done } } }`

describe('the life cycle of a damage claim', () => {
  test('goes through its six phases, and the register follows each step at once', async () => {
    const addressId = await emptyAddress()
    const registered = await system.ask(REGISTER_CLAIM, {
      as: 'img.handler',
      variables: { input: { addressId, reference: reference() } },
    })
    expect(registered.errors).toEqual([])
    const { id } = registered.data.registerDamageClaim
    expect(registered.data.registerDamageClaim).toMatchObject({
      phase: 'REPORTED',
      status: 'PREPARATION',
      revision: 1,
      address: { street: 'Leegstraat' },
    })
    const steps: readonly (readonly [Record<string, unknown>, Record<string, unknown>])[] = [
      [
        { to: 'INSPECTION', inspectionPlannedOn: '2026-12-01' },
        { phase: 'INSPECTION', status: 'INSPECTION' },
      ],
      [
        { to: 'INSPECTION', inspectionHeldOn: '2026-12-01' },
        { phase: 'INSPECTION', inspection: { plannedOn: '2026-12-01', heldOn: '2026-12-01' } },
      ],
      [
        {
          to: 'ASSESSMENT',
          report: { deliveredOn: '2026-12-10', summary: 'scheuren', structuralDamage: true },
        },
        { status: 'VIEWS', report: { structuralDamage: true } },
      ],
      [
        { to: 'DECISION', award: { decidedOn: '2026-12-20', amountCents: 250_000 } },
        { status: 'DECISION', award: { amountCents: 250_000 } },
      ],
      [{ to: 'EXECUTION' }, { phase: 'EXECUTION', status: null }],
      [
        { to: 'COMPLETION', closedAt: '2027-01-05' },
        { phase: 'COMPLETION', closedAt: '2027-01-05' },
      ],
    ]
    let revision = 1
    for (const [input, expected] of steps) {
      const { data, errors } = await system.ask(ADVANCE_CLAIM, {
        as: 'img.handler',
        variables: { input: { id, revision, ...input } },
      })
      expect(errors).toEqual([])
      expect(data.advanceDamageClaim).toMatchObject({ ...expected, revision: ++revision })
      expect((await otherSide(addressId, 'img.handler')).img.open).toBe(input.to !== 'COMPLETION')
    }
  })

  test('at an address unknown to the SVIP is shown without the address', async () => {
    const unknown = '0024209912300001'
    const registered = await system.ask(REGISTER_CLAIM, {
      as: 'img.handler',
      variables: { input: { addressId: unknown, reference: reference() } },
    })
    expect(registered.errors).toEqual([])
    expect(registered.data.registerDamageClaim).toMatchObject({ phase: 'REPORTED', address: null })
  })

  test('a step that is not possible names the possible ones, and changes nothing', async () => {
    const addressId = await emptyAddress()
    const { data } = await system.ask(REGISTER_CLAIM, {
      as: 'img.handler',
      variables: { input: { addressId, reference: reference() } },
    })
    const { id } = data.registerDamageClaim
    const jump = await system.ask(ADVANCE_CLAIM, {
      as: 'img.handler',
      variables: { input: { id, revision: 1, to: 'DECISION' } },
    })
    expect(jump.errors).toMatchObject([
      {
        message: expect.stringContaining('REPORTED, INSPECTION, COMPLETION'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
    const bare = await system.ask(ADVANCE_CLAIM, {
      as: 'img.handler',
      variables: { input: { id, revision: 1, to: 'INSPECTION' } },
    })
    expect(bare.errors[0]?.message).toContain('inspectionPlannedOn')
    const { data: now } = await system.ask(`query($id: ID!) { damageClaim(id: $id) { phase revision } }`, {
      as: 'img.handler',
      variables: { id },
    })
    expect(now.damageClaim).toEqual({ phase: 'REPORTED', revision: 1 })
  })

  test('of two concurrent changes one is a conflict, and nothing is lost', async () => {
    const addressId = await emptyAddress()
    const { data } = await system.ask(REGISTER_CLAIM, {
      as: 'img.handler',
      variables: { input: { addressId, reference: reference() } },
    })
    const { id } = data.registerDamageClaim
    const assign = (name: string) =>
      system.ask(
        `mutation($input: AssignDamageHandlerInput!) { assignDamageHandler(input: $input) { handler { name } revision } }`,
        {
          as: 'img.handler',
          variables: { input: { id, revision: 1, handler: { name, email: 'a@img.example' } } },
        },
      )
    const answers = await Promise.all([assign('Anna'), assign('Bert')])
    expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'ok').sort()).toEqual(['CONFLICT', 'ok'])
    const winner = answers.find(({ errors }) => errors.length === 0)?.data.assignDamageHandler.handler.name
    const { data: now } = await system.ask(
      `query($id: ID!) { damageClaim(id: $id) { handler { name } revision } }`,
      { as: 'img.handler', variables: { id } },
    )
    expect(now.damageClaim).toEqual({ handler: { name: winner }, revision: 2 })
  })

  test('an acutely unsafe situation is recorded by a safety officer, and made safe', async () => {
    const addressId = await emptyAddress()
    const { data } = await system.ask(REGISTER_CLAIM, {
      as: 'img.handler',
      variables: { input: { addressId, reference: reference() } },
    })
    const record = (input: Record<string, unknown>) =>
      system.ask(
        `mutation($input: RecordAcuteSafetyInput!) { recordAcuteSafety(input: $input) { acutelyUnsafe acuteSafety { reportedAt madeSafeAt } revision } }`,
        {
          as: 'img.safety',
          variables: { input: { id: data.registerDamageClaim.id, description: 'schoorsteen los', ...input } },
        },
      )
    const reported = await record({ revision: 1, reportedAt: '2026-11-20T08:00:00Z' })
    expect(reported.data.recordAcuteSafety).toMatchObject({
      acutelyUnsafe: true,
      acuteSafety: { madeSafeAt: null },
    })
    const safe = await record({ revision: 2, madeSafeAt: '2026-11-21T08:00:00Z' })
    expect(safe.data.recordAcuteSafety).toEqual({
      acutelyUnsafe: false,
      acuteSafety: { reportedAt: '2026-11-20T08:00:00.000Z', madeSafeAt: '2026-11-21T08:00:00.000Z' },
      revision: 3,
    })
  })
})

describe('the life cycle of a strengthening project', () => {
  test('goes from the local plan to completion, and the register follows', async () => {
    const addressId = await emptyAddress()
    const registered = await system.ask(REGISTER_PROJECT, {
      as: 'ncg.handler',
      variables: { input: { addressId, reference: reference(), programme: 'BOUWIMPULS' } },
    })
    expect(registered.data.registerStrengtheningProject).toMatchObject({
      status: 'S1_2',
      phase: 'SCOPE',
      revision: 1,
    })
    const { id } = registered.data.registerStrengtheningProject
    const steps: readonly Record<string, unknown>[] = [
      { to: 'S2_1', inspectionPlannedOn: '2026-12-01' },
      { to: 'S3_1', inspectionHeldOn: '2026-12-02' },
      { to: 'S4_1', advice: { deliveredOn: '2026-12-20', summary: 'versterken', meetsStandard: false } },
      { to: 'S4_2', measures: [{ description: 'muurankers' }] },
      { to: 'S5_1' },
      { to: 'S5_2', contract: { contractor: 'Bouw BV', signedOn: '2027-01-10' } },
      { completedAt: '2027-06-01' },
    ]
    let revision = 1
    for (const input of steps) {
      const { data, errors } = await system.ask(ADVANCE_PROJECT, {
        as: 'ncg.handler',
        variables: { input: { id, revision, ...input } },
      })
      expect(errors).toEqual([])
      expect(data.advanceStrengtheningProject).toMatchObject({
        status: input.to ?? null,
        revision: ++revision,
      })
    }
    expect((await otherSide(addressId, 'ncg.handler')).ncg).toMatchObject({
      open: false,
      phase: 'Afronding',
      status: null,
    })
  })

  test('a second project at an address is refused', async () => {
    const addressId = await emptyAddress()
    const register = () =>
      system.ask(REGISTER_PROJECT, {
        as: 'ncg.handler',
        variables: { input: { addressId, reference: reference() } },
      })
    expect((await register()).errors).toEqual([])
    expect((await register()).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
  })

  test('concurrence begins when both sides have an open track, with the group of the matrix', async () => {
    const addressId = await emptyAddress()
    await system.ask(REGISTER_PROJECT, {
      as: 'ncg.handler',
      variables: { input: { addressId, reference: reference() } },
    })
    const before = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: SIGNALLING) { otherSide { concurrence } } }`,
      { as: 'ncg.handler', variables: { id: addressId } },
    )
    expect(before.data.address.otherSide.concurrence).toBe('ONE_SIDE')
    await system.ask(REGISTER_CLAIM, {
      as: 'img.handler',
      variables: { input: { addressId, reference: reference() } },
    })
    expect(await otherSide(addressId, 'ncg.handler')).toMatchObject({
      concurrence: 'BOTH_OPEN',
      group: 'A',
      img: { status: 'Voorbereiding' },
    })
  })
})

describe('who may change what', () => {
  const CLAIM = `mutation($input: RegisterDamageClaimInput!) { registerDamageClaim(input: $input) { id } }`
  const PROJECT = `mutation($input: RegisterStrengtheningProjectInput!) { registerStrengtheningProject(input: $input) { id } }`
  const EVERYONE = [
    'img.svip',
    'img.safety',
    'ncg.handler',
    'ncg.svip',
    'ncg.safety',
    'gemeente.eemsdelta',
    'intervention.team',
    'privacy.officer',
    'img.handler',
  ] as const

  test.each(EVERYONE.filter((as) => as !== 'img.handler'))('%s registers no damage claim', async (as) => {
    const { data, errors } = await system.ask(CLAIM, {
      as,
      variables: { input: { addressId: '0024209900000006', reference: reference() } },
    })
    expect({ data, code: errors[0]?.extensions.code }).toEqual({ data: null, code: 'FORBIDDEN' })
  })

  test.each(EVERYONE.filter((as) => as !== 'ncg.handler'))(
    '%s registers no strengthening project',
    async (as) => {
      const { data, errors } = await system.ask(PROJECT, {
        as,
        variables: { input: { addressId: '0024209900000006', reference: reference() } },
      })
      expect({ data, code: errors[0]?.extensions.code }).toEqual({ data: null, code: 'FORBIDDEN' })
    },
  )

  test('own staff see the data of their own agency that belong to their role', async () => {
    const [id = ''] = addressIds(await makeAddresses(system, 1), 1)
    const look = async (as: string) => {
      const { data } = await system.ask(
        `query($id: ID!) { address(id: $id) { damage { categories claims { award { amountCents } circumstances handler { name } } } } }`,
        { as, variables: { id } },
      )
      return data.address.damage.claims[0]
    }
    expect(await look('img.handler')).toMatchObject({
      award: { amountCents: 123_456 },
      circumstances: 'GEHEIM-omstandigheden',
    })
    expect(await look('img.svip')).toMatchObject({
      award: null,
      circumstances: null,
      handler: { name: 'Proef Behandelaar' },
    })
  })
})
