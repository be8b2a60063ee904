import { describe, expect, test } from '@jest/globals'
import { agencyUnderTest, someone } from '../../test/support/owner/agency-under-test.ts'
import { aProject, PROJECT } from '../../test/support/owner/ncg.ts'
import { addressOf } from '../../test/support/owner/store-under-test.ts'
import { ncg } from './server.ts'

const agency = agencyUnderTest(ncg, 'strengthening_project')

const HANDLER = someone('NCG')
const OTHER_SIDE = someone('IMG')
const REGISTER = `mutation ($input: RegisterStrengtheningProjectInput!) { project: registerStrengtheningProject(input: $input) { ${PROJECT} } }`
const ADVANCE = `mutation ($input: AdvanceStrengtheningProjectInput!) { project: advanceStrengtheningProject(input: $input) { ${PROJECT} } }`
const ASSIGN = `mutation ($input: AssignStrengtheningHandlerInput!) { project: assignStrengtheningHandler(input: $input) { ${PROJECT} } }`
const LIST = `query ($filter: StrengtheningProjectFilter, $after: String) {
  list: strengtheningProjects(filter: $filter, first: 2, after: $after) { totalCount nodes { reference } pageInfo { hasNextPage endCursor } } }`
const INPUT = {
  addressId: addressOf(1),
  reference: 'ncg-1',
  startedAt: '2025-01-01',
  riskProfile: 'RAISED',
  handler: { name: 'B. Begeleider', email: 'b@ncg.example' },
}
describe('a case handler of NCG', () => {
  test('takes a project from its registration to its completion, each step on record and sent to the SVIP', async () => {
    const registered = await agency.ask(HANDLER, REGISTER, { input: INPUT })
    expect(registered.errors).toEqual([])
    expect(registered.data).toMatchObject({
      project: {
        reference: 'ncg-1',
        programme: 'REGULAR',
        status: 'S1_2',
        phase: 'SCOPE',
        startedAt: '2025-01-01',
        handler: { name: 'B. Begeleider', email: 'b@ncg.example' },
        inspection: null,
        measures: [],
        riskProfile: 'RAISED',
        revision: 1,
        address: { id: addressOf(1) },
      },
    })
    expect(agency.lines()[0]).toMatchObject({ name: 'Versterkingsproject geregistreerd' })

    const steps = [
      { to: 'S2_1', inspectionPlannedOn: '2025-02-01' },
      { to: 'S3_1', inspectionHeldOn: '2025-02-02' },
      { to: 'S4_1', advice: { deliveredOn: '2025-03-01', summary: 'Kap.', meetsStandard: false } },
      { to: 'S4_2', measures: [{ description: 'Kap verstevigen' }], estimatedCostCents: 100 },
      { to: 'S5_1' },
      { to: 'S5_2', contract: { contractor: 'Bouw BV', signedOn: '2025-04-01' } },
      { to: 'S5_2', measures: [{ description: 'Kap verstevigen', done: true }] },
      { completedAt: '2025-09-01' },
    ]
    const { id } = (registered.data as { project: { id: string } }).project
    let last: unknown
    for (const [index, step] of steps.entries()) {
      const { data, errors } = await agency.ask(HANDLER, ADVANCE, {
        input: { id, revision: index + 1, ...step },
      })
      expect(errors).toEqual([])
      last = data
    }
    expect(last).toMatchObject({
      project: {
        status: null,
        phase: 'COMPLETION',
        completedAt: '2025-09-01',
        inspection: { plannedOn: '2025-02-01', heldOn: '2025-02-02' },
        contract: { contractor: 'Bouw BV', signedOn: '2025-04-01' },
        contractSigned: true,
        measures: [{ description: 'Kap verstevigen', done: true }],
        revision: 9,
      },
    })
    const kind = 'nl.ncg.strengthening-project'
    expect(await agency.events()).toEqual([
      `${kind}.registered`,
      ...steps.slice(1).map(() => `${kind}.advanced`),
      `${kind}.completed`,
    ])
  })

  test('assigns a handler, and does not overwrite the change of a colleague', async () => {
    const { id } = await agency.store.register(aProject())
    const handler = { name: 'A. Ander', email: 'a@ncg.example' }
    const { data } = await agency.ask(HANDLER, ASSIGN, { input: { id, revision: 1, handler } })
    expect(data).toMatchObject({ project: { handler, revision: 2 } })
    const late = await agency.ask(HANDLER, ASSIGN, { input: { id, revision: 1, handler } })
    expect(late).toMatchObject({ data: null, codes: ['CONFLICT'] })
  })

  test.each<[string, object, string]>([
    ['an address that is none', { addressId: '1' }, 'addressId'],
    ['an empty reference', { reference: ' ' }, 'reference'],
    ['circumstances that cannot be stored', { circumstances: 'a\0b' }, 'circumstances'],
  ])('cannot register %s', async (_what, changes, field) => {
    const { codes, errors } = await agency.ask(HANDLER, REGISTER, { input: { ...INPUT, ...changes } })
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect(errors[0]?.message).toContain(field)
    expect(await agency.events()).toEqual([])
  })

  test('cannot register a second project at an address', async () => {
    await agency.ask(HANDLER, REGISTER, { input: INPUT })
    const { codes } = await agency.ask(HANDLER, REGISTER, { input: { ...INPUT, reference: 'ncg-2' } })
    expect(codes).toEqual(['CONFLICT'])
  })

  test('changes nothing when the log cannot be written', async () => {
    agency.breakLog()
    const { codes, data } = await agency.ask(HANDLER, REGISTER, { input: INPUT })
    expect({ codes, data }).toEqual({ codes: ['RECORD_UNAVAILABLE'], data: null })
    expect(await agency.store.count({})).toBe(0)
  })

  test('pages through the projects, each read on record', async () => {
    await agency.store.importAll([1, 2, 3].map((number) => aProject(number)))
    const first = await agency.ask(HANDLER, LIST)
    expect(first.data).toMatchObject({
      list: { totalCount: 3, nodes: [{}, {}], pageInfo: { hasNextPage: true } },
    })
    expect(agency.lines()).toHaveLength(2)
    const { endCursor } = (first.data as { list: { pageInfo: { endCursor: string } } }).list.pageInfo
    const second = await agency.ask(HANDLER, LIST, { after: endCursor })
    expect(second.data).toMatchObject({ list: { nodes: [{}], pageInfo: { hasNextPage: false } } })
    const none = await agency.ask(HANDLER, LIST, { filter: { status: 'S1_2' } })
    expect(none.data).toMatchObject({ list: { totalCount: 0, nodes: [], pageInfo: { endCursor: null } } })
  })

  test.each([
    'x',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('["2025-01-01"]').toString('base64url'),
  ])('gets BAD_USER_INPUT for the cursor %s', async (after) => {
    expect((await agency.ask(HANDLER, LIST, { after })).codes).toEqual(['BAD_USER_INPUT'])
  })
})

describe('other callers are refused NCG’s files, on record', () => {
  const byId = '{ strengtheningProject(id: "00000000-0000-4000-8000-000000000001") { reference } }'

  test.each([
    ['a handler of IMG with one project', OTHER_SIDE, byId],
    ['a handler of IMG with the list', OTHER_SIDE, LIST],
    ['a service with the list', someone('SVIP', 'service'), LIST],
    ['a privacy officer of NCG with the list', someone('NCG', 'privacy_officer'), LIST],
  ])('%s', async (_who, caller, question) => {
    await agency.store.register(aProject())
    const { codes, data } = await agency.ask(caller, question)
    expect(codes).toEqual(['FORBIDDEN'])
    expect(JSON.stringify(data)).not.toContain('ref-1')
    expect(agency.lines()).toMatchObject([{ name: expect.stringContaining('Geweigerd') }])
  })

  test.each([
    ['a handler of IMG', OTHER_SIDE],
    ['an SVIP officer of NCG', someone('NCG', 'svip_officer')],
    ['a safety officer of NCG', someone('NCG', 'safety_officer')],
  ])('%s with a change', async (_who, caller) => {
    const { id } = await agency.store.register(aProject())
    const edit = { id, revision: 1 }
    const attempts = [
      agency.ask(caller, REGISTER, { input: { ...INPUT, addressId: addressOf(2) } }),
      agency.ask(caller, ADVANCE, { input: { ...edit, to: 'S5_1' } }),
      agency.ask(caller, ASSIGN, { input: { ...edit, handler: INPUT.handler } }),
    ]
    for (const { codes } of await Promise.all(attempts)) expect(codes).toEqual(['FORBIDDEN'])
    expect((await agency.store.byIds([id])).get(id)).toEqual(aProject())
    expect(await agency.store.count({})).toBe(1)
  })
})

describe('own staff', () => {
  test('see a project by its id, limited to what their role may see', async () => {
    await agency.store.register(aProject())
    const question = `query ($id: ID!) { project: strengtheningProject(id: $id) { ${PROJECT} } }`
    const { data } = await agency.ask(someone('NCG', 'svip_officer'), question, { id: aProject().id })
    expect(data).toMatchObject({
      project: {
        reference: 'ref-1',
        riskProfile: 'SLIGHTLY_RAISED',
        estimatedCostCents: null,
        circumstances: null,
      },
    })
    for (const id of ['00000000-0000-4000-8000-000000000999', 'x', "' or true --"]) {
      expect(await agency.ask(HANDLER, question, { id })).toMatchObject({
        data: { project: null },
        codes: [],
      })
    }
  })
})
