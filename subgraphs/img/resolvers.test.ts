import { beforeEach, describe, expect, test } from '@jest/globals'
import { agencyUnderTest, someone } from '../../kernel/owner/testkit/agency-under-test.ts'
import { addressOf } from '../../kernel/owner/testkit/store-under-test.ts'
import type { DataCategory } from '../../kernel/vocabulary.ts'
import { img } from './server.ts'
import { aClaim } from './testkit.ts'

const agency = agencyUnderTest(img, 'damage_claim')

const HANDLER = someone('IMG')
const SAFETY = someone('IMG', 'safety_officer')
const OTHER_SIDE = someone('NCG')
const CLAIM = `id reference kind phase status registeredAt closedAt handler { name team } inspection { plannedOn heldOn } urgency
  report { summary structuralDamage } acutelyUnsafe acuteSafety { reportedAt madeSafeAt description } award { amountCents paidOn }
  circumstances revision address { id }`
const change = (field: string, input: string) =>
  `mutation ($input: ${input}!) { claim: ${field}(input: $input) { ${CLAIM} } }`
const REGISTER = change('registerDamageClaim', 'RegisterDamageClaimInput')
const ADVANCE = change('advanceDamageClaim', 'AdvanceDamageClaimInput')
const ASSIGN = change('assignDamageHandler', 'AssignDamageHandlerInput')
const ACUTE = change('recordAcuteSafety', 'RecordAcuteSafetyInput')
const LIST =
  'query ($filter: DamageClaimFilter) { list: damageClaims(filter: $filter) { totalCount nodes { reference } } }'
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Address { damage { categories claims { ${CLAIM} } } } ... on DamageClaim { reference } } }`
const INPUT = { addressId: addressOf(1), reference: 'img-1', registeredAt: '2025-01-01' }

const atAddress = async (categories: DataCategory[] | null, number = 1) => {
  const imgGrant = categories && (await agency.grant(OTHER_SIDE, addressOf(number), categories))
  const { data, codes } = await agency.ask(OTHER_SIDE, ENTITIES, {
    of: [{ __typename: 'Address', id: addressOf(number), imgGrant }],
  })
  expect(codes).toEqual([])
  return data
}

describe('a case handler of IMG', () => {
  test('takes a claim from its report to its end, each step on record and told to the SVIP', async () => {
    const registered = await agency.ask(HANDLER, REGISTER, { input: INPUT })
    expect(registered.errors).toEqual([])
    expect(agency.lines()[0]).toMatchObject({ name: 'Schademelding geregistreerd' })
    const { id } = (registered.data as { claim: { id: string } }).claim
    const steps = [
      { to: 'INSPECTION', inspectionPlannedOn: '2025-02-01' },
      {
        to: 'ASSESSMENT',
        report: { deliveredOn: '2025-03-01', summary: 'Scheuren.' },
        inspectionHeldOn: '2025-02-02',
      },
      { to: 'DECISION', award: { decidedOn: '2025-04-01', amountCents: 100 } },
      { to: 'EXECUTION' },
      { to: 'COMPLETION', closedAt: '2025-05-01' },
    ]
    let last: unknown
    for (const [index, step] of steps.entries()) {
      const { data, errors } = await agency.ask(HANDLER, ADVANCE, {
        input: { id, revision: index + 1, ...step },
      })
      expect(errors).toEqual([])
      last = data
    }
    expect(last).toMatchObject({
      claim: {
        kind: 'PHYSICAL',
        phase: 'COMPLETION',
        status: null,
        closedAt: '2025-05-01',
        urgency: 'NORMAL',
        inspection: { plannedOn: '2025-02-01', heldOn: '2025-02-02' },
        report: { summary: 'Scheuren.', structuralDamage: false },
        award: { amountCents: 100, paidOn: null },
        revision: 6,
      },
    })
    expect((await agency.events()).map((type) => type.split('.').at(-1))).toEqual([
      'registered',
      'advanced',
      'advanced',
      'advanced',
      'advanced',
      'closed',
    ])
  })

  test('assigns who handles the claim, and not over the change of a colleague', async () => {
    const { id } = await agency.store.register(aClaim())
    const input = { id, revision: 1, handler: { name: 'A. Ander', email: 'a@img.example' } }
    const { data } = await agency.ask(HANDLER, ASSIGN, { input })
    expect(data).toMatchObject({ claim: { handler: { name: 'A. Ander', team: null }, revision: 2 } })
    expect((await agency.ask(HANDLER, ASSIGN, { input })).codes).toEqual(['CONFLICT'])
  })

  test('lists the stock, each look on record', async () => {
    await agency.store.importAll([1, 2, 3].map((number) => aClaim(number)))
    const { data } = await agency.ask(HANDLER, LIST, { filter: { phase: 'ASSESSMENT', open: true } })
    expect(data).toMatchObject({ list: { totalCount: 3, nodes: [{}, {}, {}] } })
    expect(agency.lines()).toHaveLength(3)
  })

  test('changes nothing when the log cannot be written', async () => {
    const { id } = await agency.store.register(aClaim())
    agency.breakLog()
    const { codes } = await agency.ask(HANDLER, ADVANCE, { input: { id, revision: 1, to: 'DECISION' } })
    expect(codes).toEqual(['RECORD_UNAVAILABLE'])
    expect((await agency.store.byIds([id])).get(id)).toEqual(aClaim())
  })
})

describe('an acutely unsafe situation', () => {
  const never = { acute_reported_at: null, acute_made_safe_at: null, acute_description: null }

  test('is recorded by a safety officer too, and ends when it is made safe', async () => {
    const { id } = await agency.store.register(aClaim(1, never))
    const reportedAt = '2026-11-20T09:00:00.000Z'
    const input = { id, revision: 1, reportedAt, description: 'Gevel helt over.' }
    const reported = await agency.ask(SAFETY, ACUTE, { input })
    expect(reported.data).toMatchObject({
      claim: { acutelyUnsafe: true, acuteSafety: { reportedAt, madeSafeAt: null } },
    })
    const madeSafeAt = '2026-11-21T09:00:00.000Z'
    const safe = { id, revision: 2, madeSafeAt, description: 'Gestut.' }
    const made = await agency.ask(SAFETY, ACUTE, { input: safe })
    expect(made.data).toMatchObject({
      claim: { acutelyUnsafe: false, acuteSafety: { reportedAt, madeSafeAt, description: 'Gestut.' } },
    })
  })

  test('cannot be made safe before it was reported', async () => {
    const { id } = await agency.store.register(aClaim(1, never))
    const moments = { reportedAt: '2026-11-21T09:00:00Z', madeSafeAt: '2026-11-20T09:00:00Z' }
    const { codes } = await agency.ask(HANDLER, ACUTE, {
      input: { id, revision: 1, description: 'Gevel.', ...moments },
    })
    expect(codes).toEqual(['BAD_USER_INPUT'])
  })
})

describe('who has no business with IMG’s stock is refused, on record', () => {
  test.each([
    ['a handler of NCG', OTHER_SIDE],
    ['a service', someone('SVIP', 'service')],
    ['a privacy officer of IMG', someone('IMG', 'privacy_officer')],
  ])('%s', async (_who, caller) => {
    const { id } = await agency.store.register(aClaim())
    const attempts: [string, Record<string, unknown>?][] = [
      [LIST],
      [`{ damageClaim(id: "${id}") { reference } }`],
      [REGISTER, { input: INPUT }],
      [ADVANCE, { input: { id, revision: 1, to: 'DECISION' } }],
      [ACUTE, { input: { id, revision: 1, description: 'x' } }],
    ]
    for (const [question, variables] of attempts) {
      expect((await agency.ask(caller, question, variables)).codes).toEqual(['FORBIDDEN'])
      expect(agency.lines()).toMatchObject([{ name: expect.stringContaining('Geweigerd') }])
    }
  })

  test('a safety officer of IMG, for what is for case handlers', async () => {
    const { id } = await agency.store.register(aClaim())
    const { codes } = await agency.ask(SAFETY, ADVANCE, { input: { id, revision: 1, to: 'DECISION' } })
    expect(codes).toEqual(['FORBIDDEN'])
  })
})

describe('at an address the other side', () => {
  beforeEach(async () => {
    await agency.store.importAll([
      aClaim(1),
      aClaim(2, { address_id: addressOf(1), registered_at: '2025-03-01' }),
    ])
  })
  const damage = (value: object) => ({ _entities: [{ damage: value }] })

  test('receives of every claim what the grant names, newest first', async () => {
    const categories: DataCategory[] = ['PRESENCE', 'SAFETY']
    const data = await atAddress(categories)
    expect(data).toMatchObject(
      damage({
        categories,
        claims: [
          { reference: 'ref-2' },
          { reference: 'ref-1', acutelyUnsafe: false, phase: null, award: null },
        ],
      }),
    )
    expect(JSON.stringify(data)).not.toMatch(/Behandelaar|Scheuren|1234567|slechtziend|2025-02-28/)
  })

  test('receives nothing without a grant, and none where there are none', async () => {
    expect(await atAddress(null)).toEqual(damage({ categories: [], claims: null }))
    expect(await atAddress(['STATUS'])).toEqual(damage({ categories: ['STATUS'], claims: null }))
    expect(await atAddress(['PRESENCE'], 9)).toEqual(damage({ categories: ['PRESENCE'], claims: [] }))
  })

  test('receives nothing by the id of a claim', async () => {
    const { data } = await agency.ask(OTHER_SIDE, ENTITIES, {
      of: [{ __typename: 'DamageClaim', id: aClaim().id }],
    })
    expect(data).toEqual({ _entities: [null] })
  })
})
