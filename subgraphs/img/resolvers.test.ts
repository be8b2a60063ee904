import { beforeEach, describe, expect, test } from '@jest/globals'
import type { DataCategory } from '../../kernel/vocabulary.ts'
import { agencyUnderTest, someone } from '../../test/support/owner/agency-under-test.ts'
import { aClaim } from '../../test/support/owner/img.ts'
import { addressOf } from '../../test/support/owner/store-under-test.ts'
import { factId } from '../agency/outbox/outbox.ts'
import { img } from './server.ts'

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
  const imgGrant = categories && agency.grant(OTHER_SIDE, addressOf(number), categories)
  const { data, codes } = await agency.ask(OTHER_SIDE, ENTITIES, {
    of: [{ __typename: 'Address', id: addressOf(number), imgGrant }],
  })
  expect(codes).toEqual([])
  return data
}

describe('a case handler of IMG', () => {
  test('takes a claim from its report to its end, each step on record and sent to the SVIP', async () => {
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

  test('assigns a handler, and does not overwrite the change of a colleague', async () => {
    const { id } = await agency.store.register(aClaim())
    const input = { id, revision: 1, handler: { name: 'A. Ander', email: 'a@img.example' } }
    const { data } = await agency.ask(HANDLER, ASSIGN, { input })
    expect(data).toMatchObject({ claim: { handler: { name: 'A. Ander', team: null }, revision: 2 } })
    expect((await agency.ask(HANDLER, ASSIGN, { input })).codes).toEqual(['CONFLICT'])
  })

  test('lists the claims, each read on record', async () => {
    await agency.store.importAll([1, 2, 3].map((number) => aClaim(number)))
    const { data } = await agency.ask(HANDLER, LIST, { filter: { phase: 'ASSESSMENT', open: true } })
    expect(data).toMatchObject({ list: { totalCount: 3, nodes: [{}, {}, {}] } })
    expect(agency.lines()).toHaveLength(3)
  })

  test('counts the hits only when totalCount is selected, and once', async () => {
    await agency.store.importAll([1, 2, 3].map((number) => aClaim(number)))
    const list = (fields: string) => agency.ask(HANDLER, `{ damageClaims(first: 1) { ${fields} } }`)
    expect((await list('nodes { reference }')).codes).toEqual([])
    expect(agency.cost().statements).toBe(1)
    const counted = await list('totalCount again: totalCount ... on DamageClaimConnection { totalCount }')
    expect(counted.data).toEqual({ damageClaims: { totalCount: 3, again: 3 } })
    expect(agency.cost().statements).toBe(2)
  })

  test('puts a list without hits on record, with the requested address', async () => {
    await agency.store.register(aClaim(1))
    await agency.ask(HANDLER, LIST, { filter: { addressId: addressOf(1), open: true } })
    const [found] = agency.lines()
    await agency.ask(HANDLER, LIST, { filter: { addressId: addressOf(1), open: false } })
    expect(agency.lines()).toMatchObject([{ name: found?.name, subject: found?.subject }])
    await agency.ask(HANDLER, LIST, { filter: { phase: 'COMPLETION' } })
    expect(agency.lines()).toMatchObject([{ name: found?.name, subject: null }])
  })

  test('changes a file with its address on record; a refused change leaves only a refusal', async () => {
    const { id } = await agency.store.register(aClaim())
    const input = { id, revision: 1, handler: { name: 'A. Ander', email: 'a@img.example' } }
    await agency.ask(HANDLER, ASSIGN, { input })
    const [change, look] = agency.lines()
    expect(change).toMatchObject({ name: 'Zaakbegeleider toegewezen', subject: expect.any(String) })
    expect(look?.subject).toBe(change?.subject)
    expect((await agency.ask(HANDLER, ASSIGN, { input })).codes).toEqual(['CONFLICT'])
    expect(agency.lines()).toMatchObject([{ name: 'Geweigerd: assignDamageHandler', subject: null }])
  })

  test('cannot change a file that does not exist; the attempt is on record', async () => {
    const input = { id: 'x', revision: 1, handler: { name: 'A. Ander', email: 'a@img.example' } }
    expect((await agency.ask(HANDLER, ASSIGN, { input })).codes).toEqual(['BAD_USER_INPUT'])
    expect(agency.lines()).toMatchObject([{ name: 'Geweigerd: assignDamageHandler', subject: null }])
  })

  test.each([
    ['reference', { reference: 'x'.repeat(101) }],
    ['email', { handler: { name: 'A.', email: 'x'.repeat(255) } }],
    ['name', { handler: { name: 'x'.repeat(201), email: 'a@img.example' } }],
  ])('cannot enter a longer %s than fits', async (field, changes) => {
    const { codes, errors } = await agency.ask(HANDLER, REGISTER, { input: { ...INPUT, ...changes } })
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect(errors[0]?.message).toMatch(new RegExp(`\\(${field}\\) is langer dan \\d+ tekens`))
    expect(await agency.events()).toEqual([])
  })

  test('cannot assign a handler whose e-mail address is too long, and the claim stays unchanged', async () => {
    const { id } = await agency.store.register(aClaim())
    const handler = { name: 'A.', email: `${'x'.repeat(250)}@img.example` }
    const { codes } = await agency.ask(HANDLER, ASSIGN, { input: { id, revision: 1, handler } })
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect((await agency.store.byIds([id])).get(id)).toEqual(aClaim())
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

  test('stands when the SVIP refuses the news, and the mutation reports that nobody else knows', async () => {
    const { id } = await agency.store.register(aClaim(1, never))
    const reportedAt = '2026-11-20T09:00:00.000Z'
    agency.refuse(factId('nl.img.acute-safety.reported', id, reportedAt))
    const input = { id, revision: 1, reportedAt, description: 'Gevel helt over.' }
    const { codes } = await agency.ask(SAFETY, ACUTE, { input })
    expect(codes).toEqual(['SUBGRAPH_UNAVAILABLE'])
    expect((await agency.store.byIds([id])).get(id)).toMatchObject({
      revision: 2,
      acute_reported_at: reportedAt,
    })
    // Later changes of the claim do not report it again.
    const handler = { name: 'Hanna Bos', email: 'hanna@img.example' }
    const assigned = await agency.ask(HANDLER, ASSIGN, { input: { id, revision: 2, handler } })
    expect(assigned.codes).toEqual([])
  })

  test.each(['1899-12-31T12:00:00Z', '1900-01-01T00:00:00+14:00', '0001-01-01T00:00:00Z'])(
    'at moment %s is refused: the register would not accept it',
    async (reportedAt) => {
      const { id } = await agency.store.register(aClaim(1, never))
      const input = { id, revision: 1, reportedAt, description: 'Gevel.' }
      const { codes } = await agency.ask(SAFETY, ACUTE, { input })
      expect(codes).toHaveLength(1)
      expect(await agency.events()).not.toContain('nl.img.acute-safety.reported')
    },
  )

  test('cannot be made safe before it was reported', async () => {
    const { id } = await agency.store.register(aClaim(1, never))
    const moments = { reportedAt: '2026-11-21T09:00:00Z', madeSafeAt: '2026-11-20T09:00:00Z' }
    const { codes } = await agency.ask(HANDLER, ACUTE, {
      input: { id, revision: 1, description: 'Gevel.', ...moments },
    })
    expect(codes).toEqual(['BAD_USER_INPUT'])
  })
})

describe('other callers are refused IMG’s files, on record', () => {
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

  test('a safety officer of IMG, for mutations of case handlers', async () => {
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

  test('receives the granted categories of every claim, newest first', async () => {
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

  test('receives null without a grant, and an empty list at an address without claims', async () => {
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
