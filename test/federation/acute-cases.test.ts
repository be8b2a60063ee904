import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { createServiceTokenSource } from '../../kernel/identity/identity.ts'
import { secrets, tokenThatSays } from '../attacks/attacker.ts'
import { createAcuteCases } from '../support/acute-cases.ts'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import { client } from '../support/system.ts'

/** A building that threatens to collapse: the case from the report to its end, with everyone in the meeting. */

const system = client()
const { act, at, find, meeting, report } = createAcuteCases(system)
const today = dutchDay(new Date())
const HOUR = 3_600_000
const NCG = { as: 'ncg.safety' }
const EEMSDELTA = { as: 'gemeente.eemsdelta' }

test('a case from the report until it is closed, with all participants', async () => {
  const id = await makeAddress(system, { safe: true })
  // Long ago, so that it is first in the list and past its deadline.
  const opened = await report(id, { reportedAt: '2021-03-01T10:00:00Z', reference: 'P-1' })
  expect(opened).toMatchObject({
    state: 'REPORTED',
    safeBy: '2021-03-03T10:00:00.000Z',
    overdue: true,
    madeSafeInTime: null,
    actions: ['RECORD_SAFE', 'DISMISS'],
  })

  // The municipality may know what is unsafe for its own task; NCG only the state, until somebody breaks the glass.
  expect((await meeting('1979', EEMSDELTA)).nodes[0]).toMatchObject({
    id: opened.id,
    description: 'GEHEIM: de gevel wijkt.',
    address: { id },
  })
  const before = (await meeting('1979', NCG)).nodes[0]
  expect(before).toMatchObject({ id: opened.id, state: 'REPORTED', overdue: true, agreements: null })
  expect(JSON.stringify(before)).not.toContain('GEHEIM')
  const glass = await system.ask('mutation($input: BreakGlassInput!) { breakGlass(input: $input) { id } }', {
    as: 'ncg.safety',
    variables: { input: { addressId: id, owner: 'IMG', reason: 'De gevel dreigt op de straat te vallen.' } },
  })
  expect(glass.errors).toEqual([])
  expect((await find(opened.id, NCG)).description).toContain('GEHEIM')
  // Emergency access is personal: for a colleague nothing changed.
  expect((await find(opened.id, { as: 'ncg.svip' })).description).toBeNull()

  let { revision } = opened
  const step = async (mutation: string, input: object, as: string) => {
    const answer = await act(mutation, { id: opened.id, revision, ...input }, as)
    revision = answer.revision
    return answer
  }
  expect(await step('recordAcuteCaseSafe', { remarks: 'Gestut.' }, 'img.safety')).toMatchObject({
    state: 'MADE_SAFE',
    overdue: false,
    madeSafeInTime: false,
  })
  const safeAgain = { id: opened.id, revision }
  await act(
    'recordAcuteCaseSafe',
    safeAgain,
    'img.safety',
    'De stand is: veilig gemaakt. U kunt nu wel: voordragen',
  )
  const agreed = await act(
    'recordAcuteAgreement',
    {
      caseId: opened.id,
      metOn: today,
      what: 'De straat afzetten.',
      responsible: 'GEMEENTE',
      dueOn: addDays(today, 2),
    },
    'ncg.safety',
  )
  expect(agreed.agreements).toMatchObject([
    { responsible: 'GEMEENTE', doneOn: null, overdue: false, recordedBy: 'NCG' },
  ])
  expect(await step('nominateAcuteCase', { reason: 'De fundering is te zwak.' }, 'img.safety')).toMatchObject(
    {
      state: 'NOMINATED',
    },
  )
  await act('answerAcuteNomination', { id: opened.id, revision, accept: false }, 'ncg.safety', 'reason')
  expect(await step('answerAcuteNomination', { accept: true }, 'ncg.safety')).toMatchObject({
    state: 'AFTERCARE',
    nomination: { outcome: 'ACCEPTED', road: 'IN_SCOPE', reason: 'De fundering is te zwak.' },
  })
  const ending = { id: opened.id, revision, remarks: 'Het gezin is terug in huis.' }
  await act('closeAcuteCase', ending, 'img.safety', 'Er staan nog afspraken open')
  const [agreement] = agreed.agreements
  await act(
    'completeAcuteAgreement',
    { id: agreement.id, revision: 1, remarks: 'Gedaan.' },
    'gemeente.eemsdelta',
  )
  expect(await step('closeAcuteCase', ending, 'img.safety')).toMatchObject({
    state: 'CLOSED',
    aftercare: ending.remarks,
    actions: [],
    steps: ['REPORT', 'RECORD_SAFE', 'NOMINATE', 'ACCEPT_NOMINATION', 'CLOSE'].map((action) => ({ action })),
  })
  const list = (await meeting('1979', EEMSDELTA)).nodes
  expect(list.map((each: { id: string }) => each.id)).not.toContain(opened.id)
  expect(await at(id, EEMSDELTA)).toMatchObject([{ id: opened.id, state: 'CLOSED' }])

  const { data } = await system.ask(
    `query($id: ID!) { disclosures(addressId: $id, first: 100) { nodes { kind recipientName owner categories legalBasis } } }`,
    { as: 'privacy.officer', variables: { id } },
  )
  expect(data.disclosures.nodes).toContainEqual({
    kind: 'SHARED',
    recipientName: 'de gemeente Eemsdelta',
    owner: 'IMG',
    categories: ['PRESENCE', 'STATUS', 'SAFETY'],
    legalBasis: ['PUBLIC_TASK'],
  })
  expect(data.disclosures.nodes).toContainEqual({
    kind: 'SHARED',
    recipientName: 'de NCG',
    owner: 'IMG',
    categories: ['PRESENCE', 'STATUS', 'SAFETY'],
    legalBasis: ['PUBLIC_TASK', 'VITAL_INTEREST'],
  })
})

test('with the consent of the resident NCG knows what is unsafe, until it is withdrawn', async () => {
  const id = await makeAddress(system, { safe: true })
  const { id: caseId } = await report(id)
  const consent = await system.ask(
    'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [ACUTE_SAFETY], categories: [SAFETY], channel: PHONE, evidence: "e" }) { id } }',
    { as: 'img.safety', variables: { id } },
  )
  expect((await find(caseId, { as: 'ncg.svip' })).description).toContain('GEHEIM')
  await system.ask('mutation($id: ID!) { withdrawConsent(id: $id) { id } }', {
    as: 'ncg.svip',
    variables: { id: consent.data.recordConsent.id },
  })
  expect((await find(caseId, { as: 'ncg.svip' })).description).toBeNull()
  // What was shown from the case has to be erased, as what the agency itself shared.
  const { data } = await system.ask(
    '{ obligations(filter: { recipient: NCG, state: OPEN }, first: 100) { nodes { addressId cause categories } } }',
    { as: 'ncg.svip' },
  )
  expect(data.obligations.nodes).toContainEqual({
    addressId: id,
    cause: 'CONSENT_WITHDRAWN',
    categories: ['SAFETY'],
  })
})

test('notices of IMG open a case, make it safe, and restart the deadline when the building is unsafe again', async () => {
  const id = await makeAddress(system, { safe: true })
  const img = createServiceTokenSource({
    issuer: system.urls.identity,
    clientId: 'samenloop-img',
    clientSecret: secrets.IMG_CLIENT_SECRET ?? '',
    resource: 'urn:samenloop:graph',
  })
  const tell = async (what: 'reported' | 'made-safe', time: string) => {
    const event = {
      specversion: '1.0',
      id: randomUUID(),
      source: 'urn:samenloop:img',
      type: `nl.img.acute-safety.${what}`,
      time,
      data: { addressId: id, reference: 'P-2' },
    }
    const response = await fetch(`${system.urls.svip}/events`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await img.token()}`,
        'content-type': 'application/cloudevents-batch+json',
      },
      // At least once: the second of the two changes nothing.
      body: JSON.stringify([event, event]),
    })
    expect(response.status).toBe(204)
    return (await at(id, { as: 'img.safety' }))[0]
  }
  const first = await tell('reported', '2030-01-01T10:00:00Z')
  expect(first).toMatchObject({ state: 'REPORTED', revision: 1, reference: 'P-2', overdue: false })
  // A manual report of the same danger is about the same case.
  expect((await report(id)).id).toBe(first.id)
  expect(await tell('made-safe', '2030-01-02T10:00:00Z')).toMatchObject({
    state: 'MADE_SAFE',
    madeSafeInTime: true,
  })
  expect(await tell('reported', '2030-02-01T10:00:00Z')).toMatchObject({
    id: first.id,
    state: 'REPORTED',
    madeSafeAt: null,
    safeBy: '2030-02-03T10:00:00.000Z',
    steps: [{ action: 'REPORT' }, { action: 'RECORD_SAFE' }, { action: 'REPORT_AGAIN' }],
  })
})

test('the deadline is after 48 hours; outside the stock of NCG the owner has to request an inspection', async () => {
  const id = await makeAddress(system, { files: false })
  const opened = await report(id)
  expect(Date.parse(opened.safeBy) - Date.parse(opened.reportedAt)).toBe(48 * HOUR)
  expect(opened.overdue).toBe(false)
  // At an address outside NCG's stock, an accepted nomination is an inspection on request of the owner.
  const safe = await act('recordAcuteCaseSafe', { id: opened.id, revision: 1 }, 'img.safety')
  await act('nominateAcuteCase', { id: opened.id, revision: safe.revision, reason: 'Zwak.' }, 'img.safety')
  const answer = { id: opened.id, revision: 3, accept: true }
  await act('answerAcuteNomination', answer, 'ncg.safety', 'bestaat niet')
  await system.ask('mutation($input: BreakGlassInput!) { breakGlass(input: $input) { id } }', {
    as: 'ncg.safety',
    variables: { input: { addressId: id, owner: 'IMG', reason: 'Het IMG belde: er is direct gevaar.' } },
  })
  expect((await act('answerAcuteNomination', answer, 'ncg.safety')).nomination).toMatchObject({
    road: 'INSPECTION_ON_REQUEST',
  })
})

test('the list takes as many statements and commits, however many cases and however long the page', async () => {
  const municipality = '1730'
  const official = {
    token: await tokenThatSays({ claims: { org: 'GEMEENTE', municipality, roles: ['municipal_officer'] } }),
  }
  const open = async (count: number) => {
    const postcode = await makeAddresses(system, count, { municipality, safe: true })
    for (const id of addressIds(postcode, count)) await report(id)
  }
  const cost = async (first: number) => {
    const before = await system.metric('svip', 'db_statements_total')
    expect((await meeting(municipality, official, { first })).nodes).toHaveLength(first)
    return (await system.metric('svip', 'db_statements_total')) - before
  }
  await open(2)
  const few = await cost(1)
  await open(5)
  expect(await cost(7)).toBe(few)
})
