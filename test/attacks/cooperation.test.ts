import { beforeEach, describe, expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { makeAddress } from '../support/addresses.ts'
import { createCooperation } from '../support/cooperation.ts'
import { linesOf, recordOf, refusalOf, system, tokenThatSays } from './attacker.ts'

/** Cooperation without permission: for the other side, alone, at an address out of scope, against an objection. */

const { act, attempt, file, propose } = createCooperation(system)
const soon = addDays(dutchDay(new Date()), 3)
const DATES = { form: 'SIMULTANEOUS', imgOn: soon, ncgOn: soon }
const HANDLERS = { imgHandler: { name: 'GEHEIM Hanna' }, ncgHandler: { name: 'GEHEIM Noor' } }

let id: string
beforeEach(async () => {
  id = await makeAddress(system)
})

const object = (state: string, more: object = {}) =>
  system.ask(`mutation($input: RecordObjectionInput!) { recordObjection(input: $input) { id state } }`, {
    as: 'img.svip',
    variables: { input: { addressId: id, channel: 'LETTER', evidence: 'brief', state, ...more } },
  })

describe('the acceptance by both agencies', () => {
  test('is not possible for the agency that proposed, whoever tries', async () => {
    const { jointInspection } = await propose(id, DATES)
    const yes = { id: jointInspection.id, revision: 1, accept: true }
    for (const as of ['img.handler', 'img.svip', 'img.colleague']) {
      const { data, errors } = await attempt('answerJointInspection', yes, as)
      expect(data).toBeNull()
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
    // The other side cannot withdraw it, and the resident is asked only after both accepted.
    await act(
      'withdrawJointInspection',
      { id: jointInspection.id, revision: 1, reason: 'Weg.' },
      'ncg.handler',
      'andere',
    )
    const reply = { id: jointInspection.id, revision: 1, agrees: true, channel: 'PHONE', evidence: 'x' }
    await act(
      'recordJointInspectionReply',
      reply,
      'img.handler',
      'De stand is: voorgesteld. U kunt nu wel: intrekken.',
    )
    expect((await file(id, 'img.handler', 'JOINT_INSPECTION')).jointInspections).toMatchObject([
      { state: 'PROPOSED', revision: 1 },
    ])
    expect((await recordOf('svip', id)).filter((line) => refusalOf(line) !== undefined)).toEqual([])
  })

  test('is not possible for the proposer with a token of the other agency', async () => {
    const as = async (org: string) =>
      await tokenThatSays({ claims: { sub: 'two.hats', org, roles: ['case_handler'] } })
    const proposed = await system.ask(
      'mutation($input: ProposeJointInspectionInput!) { proposeJointInspection(input: $input) { jointInspection { id } } }',
      { token: await as('NCG'), variables: { input: { addressId: id, ...DATES } } },
    )
    expect(proposed.errors).toEqual([])
    const answered = await system.ask(
      'mutation($input: AnswerJointInspectionInput!) { answerJointInspection(input: $input) { jointInspection { id } } }',
      {
        token: await as('IMG'),
        variables: {
          input: { id: proposed.data.proposeJointInspection.jointInspection.id, revision: 1, accept: true },
        },
      },
    )
    expect(answered.errors).toMatchObject([
      { message: expect.stringContaining('zelf gedaan'), extensions: { code: 'FORBIDDEN' } },
    ])
  })

  test('counts once when two answer concurrently', async () => {
    const { jointInspection } = await propose(id, DATES)
    const yes = { id: jointInspection.id, revision: 1, accept: true }
    const answers = await Promise.all(
      ['ncg.handler', 'ncg.svip', 'ncg.handler'].map((as) => attempt('answerJointInspection', yes, as)),
    )
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1)
    for (const { errors } of answers.filter((answer) => answer.errors.length > 0))
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
  })

  test('and there is one proposal at a time, also for concurrent ones', async () => {
    const sent = await Promise.all(
      ['img.handler', 'ncg.handler', 'img.svip'].map((as) =>
        attempt('proposeJointInspection', { addressId: id, ...DATES }, as),
      ),
    )
    expect(sent.filter(({ errors }) => errors.length === 0)).toHaveLength(1)
    expect((await file(id, 'ncg.svip', 'JOINT_INSPECTION')).jointInspections).toHaveLength(1)
  })
})

describe('a caller without a part in it', () => {
  test.each([
    'gemeente.eemsdelta',
    'gemeente.groningen',
    'intervention.team',
    'privacy.officer',
    'img.safety',
    'img.priority',
  ])('%s changes nothing', async (as) => {
    for (const [mutation, input] of [
      ['setBuddyLink', { addressId: id, revision: 0, ...HANDLERS }],
      ['setCoordinator', { addressId: id, revision: 0, name: 'X' }],
      ['proposeJointInspection', { addressId: id, ...DATES }],
      ['proposeIntegralPlan', { addressId: id, repair: 'x' }],
    ] as const) {
      const { data, errors } = await attempt(mutation, input, as)
      expect([mutation, data]).toEqual([mutation, null])
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
  })

  test('a municipality reads no file: the answer is the same at its own address, another one and an unknown one', async () => {
    await act('setBuddyLink', { addressId: id, revision: 0, ...HANDLERS }, 'img.handler')
    for (const as of ['gemeente.eemsdelta', 'gemeente.groningen', 'privacy.officer']) {
      const { data, errors } = await system.ask(
        'query($id: ID!) { address(id: $id, purpose: ACUTE_SAFETY) { cooperation { withheld buddyLink { imgHandler { name } } } } }',
        { as, variables: { id } },
      )
      expect(data.address?.cooperation ?? null).toBeNull()
      expect(errors.every(({ extensions }) => extensions.code === 'FORBIDDEN')).toBe(true)
    }
  })
})

describe('what the purpose does not open', () => {
  test('is withheld, and looks as if it does not exist', async () => {
    await act('setBuddyLink', { addressId: id, revision: 0, ...HANDLERS }, 'img.handler')
    await propose(id, DATES)
    const without = await file(id, 'ncg.handler')
    expect(without).toMatchObject({
      withheld: ['STATUS', 'HANDLER', 'PLANNING'],
      wishes: null,
      buddyLink: { revision: null, imgHandler: null, ncgHandler: null, linkedAt: null, history: null },
      coordinator: { revision: null, person: null },
      jointInspections: null,
      integralPlans: null,
    })
    // The own half of the link does not reveal either that the other agency has a file.
    expect(without).toEqual(await file(await makeAddress(system), 'ncg.handler'))
    const cooperation = await file(id, 'ncg.handler', 'COOPERATION')
    expect(cooperation).toMatchObject({ withheld: ['PLANNING'], jointInspections: null })
    expect(cooperation.buddyLink.imgHandler.name).toContain('Hanna')
  })

  test('an objection that waits for its decision hides the file and blocks every step', async () => {
    const { jointInspection } = await propose(id, DATES)
    await act('setBuddyLink', { addressId: id, revision: 0, ...HANDLERS }, 'img.handler')
    const objection = await object('RECEIVED')
    expect(objection.errors).toEqual([])
    for (const purpose of ['COOPERATION', 'JOINT_INSPECTION', 'INTEGRAL_APPROACH']) {
      const closed = await file(id, 'ncg.handler', purpose)
      expect(closed).toMatchObject({ wishes: null, jointInspections: null, integralPlans: null })
      expect(closed.buddyLink).toMatchObject({ revision: null, imgHandler: null, ncgHandler: null })
    }
    const yes = { id: jointInspection.id, revision: 1, accept: true }
    await act('answerJointInspection', yes, 'ncg.handler', 'bestaat niet, of u mag het nu niet zien')
    // The same to the letter as for an unknown one.
    const none = { ...yes, id: '00000000-0000-4000-8000-000000000000' }
    await act('answerJointInspection', none, 'ncg.handler', 'bestaat niet, of u mag het nu niet zien')
    await act('setBuddyLink', { addressId: id, revision: 1, ...HANDLERS }, 'ncg.handler', 'bezwaar')
    await act('proposeIntegralPlan', { addressId: id, repair: 'x' }, 'img.handler', 'bezwaar')
  })
})

test('where one agency or none has a track cooperation is refused, and the refusal is on record', async () => {
  const empty = await makeAddress(system, { files: false })
  for (const [mutation, input] of [
    ['setBuddyLink', { addressId: empty, revision: 0, ...HANDLERS }],
    ['setCoordinator', { addressId: empty, revision: 0, name: 'X' }],
    ['proposeJointInspection', { addressId: empty, ...DATES }],
    ['proposeIntegralPlan', { addressId: empty, repair: 'x' }],
  ] as const) {
    const { errors } = await attempt(mutation, input, 'img.handler')
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('niet bij allebei de organisaties'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
  }
  const refusals = (await linesOf('svip')).map(refusalOf)
  expect(refusals).toContain('Gezamenlijke opname: voorstellen')
  expect(await file(empty, 'img.handler', 'JOINT_INSPECTION')).toMatchObject({ jointInspections: null })
})

test('a malformed id, one of another kind, and one of another object give the same answer', async () => {
  const { jointInspection } = await propose(id, DATES)
  for (const wrong of ["'; drop table joint_inspection", '0', id, '00000000-0000-4000-8000-000000000000'])
    await act(
      'withdrawJointInspection',
      { id: wrong, revision: 1, reason: 'x' },
      'img.handler',
      'bestaat niet',
    )
  await act(
    'withdrawIntegralPlan',
    { id: jointInspection.id, revision: 1, reason: 'x' },
    'img.handler',
    'bestaat niet',
  )
})

test('free text is stored to the letter, or refused when it cannot be stored', async () => {
  const texts = [
    "'); drop table cooperation; --",
    '{"organisation":"IMG"}',
    '<script>alert(1)</script>',
    '$1 %s ☃',
  ]
  for (const [revision, name] of texts.entries()) {
    const { coordinator } = await act('setCoordinator', { addressId: id, revision, name }, 'ncg.handler')
    expect(coordinator.person).toMatchObject({ organisation: 'NCG', name })
  }
  for (const name of ['een\0twee', '\ud800', ' ', 'x'.repeat(201)]) {
    const { data, errors } = await attempt(
      'setCoordinator',
      { addressId: id, revision: 4, name },
      'ncg.handler',
    )
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  }
})
