import { beforeEach, describe, expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { makeAddress } from '../support/addresses.ts'
import { createCooperation } from '../support/cooperation.ts'
import { client } from '../support/system.ts'

/** Two agencies at one address: together where possible, apart where the resident wishes, and without delay. */

const system = client()
const { file, wish, act, propose } = createCooperation(system)
const today = dutchDay(new Date())
const soon = addDays(today, 3)

let id: string
beforeEach(async () => {
  id = await makeAddress(system)
})

test('an address from the first wish to an inspection that was held and a plan that was carried out', async () => {
  expect((await file(id, 'img.handler', 'COOPERATION')).wishes).toMatchObject({ asked: false, history: [] })
  await wish(id, { integralApproach: true, inspection: 'CONSECUTIVE', process: 'TOGETHER', askedOn: today })

  const buddies = { imgHandler: { name: 'Hanna' }, ncgHandler: { name: 'Noor', phone: '050-1' } }
  const linked = await act('setBuddyLink', { addressId: id, revision: 0, ...buddies }, 'img.handler')
  expect(linked).toMatchObject({ buddyLink: { revision: 1, ...buddies } })
  const led = await act('setCoordinator', { addressId: id, revision: 0, name: 'Noor' }, 'ncg.handler')
  expect(led.coordinator).toMatchObject({ revision: 1, person: { organisation: 'NCG', name: 'Noor' } })

  const proposed = await propose(id, { form: 'CONSECUTIVE', imgOn: soon, ncgOn: soon })
  expect(proposed).toMatchObject({ confirmationNeeded: false, delays: [], message: null })
  let inspection = proposed.jointInspection
  expect(inspection).toMatchObject({ state: 'PROPOSED', proposedBy: 'IMG', actions: ['WITHDRAW'] })
  const step = async (mutation: string, input: object, as: string) => {
    const { id: inspectionId, revision } = inspection
    const answer = await act(mutation, { id: inspectionId, revision, ...input }, as)
    inspection = answer.jointInspection ?? answer
    return inspection
  }
  expect(await step('answerJointInspection', { accept: true }, 'ncg.handler')).toMatchObject({
    state: 'ACCEPTED',
    revision: 2,
  })
  expect(
    await step(
      'recordJointInspectionReply',
      { agrees: true, channel: 'PHONE', evidence: 'notitie-3' },
      'ncg.handler',
    ),
  ).toMatchObject({ state: 'AGREED', residentAgreedOn: today, residentChannel: 'PHONE' })
  const planned = { id: inspection.id, revision: inspection.revision }
  await act(
    'recordJointInspectionResult',
    { ...planned, heldOn: '2020-01-01' },
    'img.handler',
    'voordat zij is voorgesteld',
  )
  expect(await step('recordJointInspectionResult', { heldOn: today }, 'img.handler')).toMatchObject({
    state: 'HELD',
    heldOn: today,
    actions: [],
    steps: ['PROPOSE', 'ACCEPT', 'RESIDENT_AGREES', 'RECORD_HELD'].map((action) => ({ action })),
  })

  const plan = await act(
    'proposeIntegralPlan',
    { addressId: id, repair: 'Scheuren in de voorgevel.' },
    'ncg.handler',
  )
  const agreed = await act(
    'answerIntegralPlan',
    { id: plan.id, revision: plan.revision, accept: true },
    'img.handler',
  )
  expect(agreed).toMatchObject({ state: 'AGREED', repair: 'Scheuren in de voorgevel.' })
  await act(
    'recordIntegralPlanResult',
    { id: plan.id, revision: agreed.revision, carriedOutOn: today },
    'ncg.handler',
  )

  expect(await file(id, 'ncg.svip', 'INTEGRAL_APPROACH')).toMatchObject({
    withheld: [],
    wishes: {
      asked: true,
      integralApproach: true,
      inspection: 'CONSECUTIVE',
      process: 'TOGETHER',
      realisation: null,
      askedOn: today,
      history: [{ revision: 1 }],
    },
    buddyLink: buddies,
    jointInspections: [{ state: 'HELD' }],
    integralPlans: [{ state: 'CARRIED_OUT', carriedOutOn: today }],
  })
  const { data } = await system.ask(
    'query($id: ID!) { disclosures(addressId: $id) { nodes { kind recipientName owner categories } } }',
    { as: 'privacy.officer', variables: { id } },
  )
  expect(data.disclosures.nodes).toContainEqual({
    kind: 'SHARED',
    recipientName: 'de NCG',
    owner: 'IMG',
    categories: ['STATUS', 'HANDLER', 'PLANNING'],
  })
})

describe('the wish of the resident', () => {
  test.each([
    ['apart', { integralApproach: false }, 'SIMULTANEOUS', 'apart opnemen'],
    ['inspections apart', { integralApproach: true, inspection: 'APART' }, 'CONSECUTIVE', 'apart opnemen'],
    [
      'one after the other',
      { integralApproach: true, inspection: 'CONSECUTIVE' },
      'SIMULTANEOUS',
      'na elkaar',
    ],
  ])('%s refuses what is against it, and nothing is stored', async (_what, wishes, form, message) => {
    await wish(id, wishes)
    await propose(id, { form, imgOn: soon, ncgOn: soon }, message)
    expect((await file(id, 'img.handler', 'JOINT_INSPECTION')).jointInspections).toEqual([])
  })

  test('without waiting refuses any delay, and accepts dates without one', async () => {
    await wish(id, { integralApproach: true, inspection: 'ONLY_WITHOUT_WAITING' })
    const later = { form: 'SIMULTANEOUS', imgOn: soon, ncgOn: soon, imgPlannedOn: today }
    await propose(id, later, 'geen wachttijd')
    expect(await propose(id, { ...later, imgPlannedOn: soon })).toMatchObject({
      jointInspection: { state: 'PROPOSED' },
    })
  })

  test('that changes ends agreements that are against it', async () => {
    await wish(id, { integralApproach: true })
    await propose(id, { form: 'SIMULTANEOUS', imgOn: soon, ncgOn: soon })
    await act('proposeIntegralPlan', { addressId: id, repair: 'Het dak.' }, 'img.handler')
    await wish(id, { integralApproach: false })
    expect(await file(id, 'ncg.handler', 'JOINT_INSPECTION')).toMatchObject({
      jointInspections: [{ state: 'DECLINED', steps: [{ action: 'PROPOSE' }, { action: 'END_BY_WISH' }] }],
      integralPlans: [{ state: 'DECLINED', endedReason: expect.stringContaining('wens') }],
    })
  })

  test('is required for an integral plan, and apart refuses a coordinator', async () => {
    const plan = { addressId: id, repair: 'Het dak.' }
    await act('proposeIntegralPlan', plan, 'img.handler', 'Vraag de eigenaar eerst')
    await wish(id, { integralApproach: true, realisation: 'APART', process: 'APART' })
    await act('proposeIntegralPlan', plan, 'img.handler', 'apart worden uitgevoerd')
    await act('setCoordinator', { addressId: id, revision: 0, name: 'Noor' }, 'ncg.handler', 'twee aparte')
  })

  test('keeps earlier values that it leaves out', async () => {
    await wish(id, { integralApproach: true, inspection: 'SIMULTANEOUS', realisation: 'TOGETHER' })
    await wish(id, { integralApproach: true, inspection: 'CONSECUTIVE' })
    expect((await file(id, 'ncg.handler', 'COOPERATION')).wishes).toMatchObject({
      inspection: 'CONSECUTIVE',
      realisation: 'TOGETHER',
      history: [{ inspection: 'SIMULTANEOUS' }, { inspection: 'CONSECUTIVE' }],
    })
  })
})

test('a delay above the maximum warns both agencies, and is stored only when each confirms it', async () => {
  const late = {
    form: 'SIMULTANEOUS',
    imgOn: addDays(today, 30),
    ncgOn: addDays(today, 30),
    ncgPlannedOn: today,
  }
  const warned = await propose(id, late)
  expect(warned).toMatchObject({
    jointInspection: null,
    confirmationNeeded: true,
    delays: [{ owner: 'NCG', days: 30 }],
    message: expect.stringContaining('30 dagen bij de NCG'),
  })
  expect((await file(id, 'img.handler', 'JOINT_INSPECTION')).jointInspections).toEqual([])
  const { jointInspection } = await propose(id, { ...late, confirmDelay: true })
  const answer = { id: jointInspection.id, revision: 1, accept: true }
  expect(await act('answerJointInspection', answer, 'ncg.handler')).toMatchObject({
    confirmationNeeded: true,
    jointInspection: { state: 'PROPOSED', revision: 1 },
  })
  expect(await act('answerJointInspection', { ...answer, confirmDelay: true }, 'ncg.handler')).toMatchObject({
    confirmationNeeded: false,
    jointInspection: { state: 'ACCEPTED' },
  })
})

test('a reason is stored when it was not held or not wanted, and then another can be proposed', async () => {
  const dates = { form: 'WITHIN_TWO_DAYS', imgOn: soon, ncgOn: addDays(soon, 2) }
  const first = (await propose(id, dates)).jointInspection
  await propose(id, dates, 'loopt bij dit adres al een voorstel')
  const no = { id: first.id, revision: 1, accept: false }
  await act('answerJointInspection', no, 'ncg.handler', 'reason')
  expect(
    await act('answerJointInspection', { ...no, reason: 'Geen deskundige vrij.' }, 'ncg.handler'),
  ).toMatchObject({ jointInspection: { state: 'DECLINED', endedReason: 'Geen deskundige vrij.' } })
  const second = (await propose(id, dates)).jointInspection
  await act('answerJointInspection', { id: second.id, revision: 1, accept: true }, 'ncg.svip')
  expect(
    await act(
      'recordJointInspectionResult',
      { id: second.id, revision: 2, reason: 'De bewoner was ziek.' },
      'img.svip',
    ),
  ).toMatchObject({ state: 'NOT_HELD', endedReason: 'De bewoner was ziek.' })
})

test('an ended link is history, and the request that made it does not show it any more', async () => {
  const names = { imgHandler: { name: 'Hanna' }, ncgHandler: { name: 'Noor' } }
  await act('setBuddyLink', { addressId: id, revision: 0, ...names }, 'img.handler')
  await act('setBuddyLink', { addressId: id, revision: 0, ...names }, 'ncg.handler', 'intussen gewijzigd')
  await act('endBuddyLink', { addressId: id, revision: 1, reason: 'Nieuwe begeleider.' }, 'ncg.handler')
  const { buddyLink } = await file(id, 'img.handler', 'COOPERATION')
  expect(buddyLink).toMatchObject({
    revision: 2,
    imgHandler: null,
    ncgHandler: null,
    linkedAt: null,
    history: [
      { action: 'LINK', organisation: 'IMG', ncgHandler: { name: 'Noor' } },
      { action: 'UNLINK', organisation: 'NCG', reason: 'Nieuwe begeleider.', ncgHandler: null },
    ],
  })
  await act('setBuddyLink', { addressId: id, revision: 2, ...names }, 'ncg.handler')
})

test('days in the past, or too far apart, are refused with a message', async () => {
  for (const [dates, message] of [
    [{ form: 'SIMULTANEOUS', imgOn: addDays(today, -1), ncgOn: today }, 'voorbij'],
    [{ form: 'CONSECUTIVE', imgOn: today, ncgOn: soon }, 'dezelfde dag'],
    [{ form: 'WITHIN_TWO_DAYS', imgOn: today, ncgOn: soon }, 'één of twee dagen'],
  ] as const)
    await propose(id, dates, message)
})
