import { beforeAll, describe, expect, test } from '@jest/globals'
import { now, tokenThatSays } from '../attacks/attacker.ts'
import { makeAddress } from '../support/addresses.ts'
import {
  avgTest,
  form,
  linking,
  REQUEST,
  type Request,
  reply,
  requestsIn,
  type StepName,
  speedingUp,
} from '../support/information-requests.ts'
import { outOfBounds } from '../support/out-of-bounds.ts'
import { client } from '../support/system.ts'

/** What can go wrong with information requests, each with its code and a Dutch message that says what to do. */

const system = client()
const { submit, forwarded, refusal, take, opened, send } = requestsIn(system)

/** The message for input beyond the maxima of the schema. */

let addressId: string
/** An address in the register where neither agency has a file. */
let quiet: string
let unknown: string
/** An address in Groningen. */
let foreign: string
beforeAll(async () => {
  addressId = await makeAddress(system)
  quiet = await makeAddress(system, { files: false })
  unknown = `${quiet.slice(0, 13)}777`
  foreign = await makeAddress(system, { municipality: '0014' })
})

describe('an invalid form', () => {
  const acute = { kind: 'OTHER', purpose: 'ACUTE_SAFETY', categories: ['SAFETY'] }
  const FORMS: readonly (readonly [
    name: string,
    as: string,
    changes: () => object,
    message: string | RegExp,
  ])[] = [
    [
      'no necessity',
      'img.handler',
      () => ({ necessity: ' ' }),
      /^Waarom u dit nodig hebt \(necessity\) moet 1 tot 2000/,
    ],
    [
      'a short one',
      'img.handler',
      () => ({ necessity: 'Omdat het moet.' }),
      'Leg uit waarom u dit nodig hebt (necessity): minstens 20 tekens.',
    ],
    [
      'one that is too long',
      'img.handler',
      () => ({ necessity: 'x'.repeat(2001) }),
      outOfBounds('input.necessity heeft meer dan 2.000 tekens'),
    ],
    [
      'one with a NUL',
      'img.handler',
      () => ({ necessity: `Nodig omdat het moet\0${'x'.repeat(20)}` }),
      outOfBounds('input.necessity bevat een teken dat niet bestaat'),
    ],
    ['no key', 'img.handler', () => ({ idempotencyKey: '' }), /idempotencyKey/],
    [
      'a key that is too long',
      'img.handler',
      () => ({ idempotencyKey: 'k'.repeat(101) }),
      outOfBounds('input.idempotencyKey heeft meer dan 100 tekens'),
    ],
    [
      'nothing asked',
      'img.handler',
      () => ({ categories: [] }),
      'Noem minstens één soort gegevens (categories).',
    ],
    [
      'a category that no rule gives',
      'img.handler',
      () => ({ categories: ['PLANNING', 'FINANCIAL'] }),
      /kunt u vragen om PRESENCE, STATUS, HANDLER, PLANNING; niet om FINANCIAL\.$/,
    ],
    [
      'a purpose of another kind',
      'img.handler',
      () => ({ purpose: 'COOPERATION' }),
      'Bij dit soort verzoek (STATUS_EXCHANGE) hoort een van deze doelen: STATUS_EXCHANGE, SIGNALLING, COMPENSATION_SCHEMES, MUNICIPAL_PLAN.',
    ],
    [
      'a purpose of another organisation',
      'img.handler',
      () => ({ kind: 'OTHER', purpose: 'STUCK_CASE', categories: ['STATUS'] }),
      /^Met uw rol kunt u voor het doel STUCK_CASE/,
    ],
    [
      'an invalid address',
      'img.handler',
      () => ({ addressId: 'x' }),
      /^addressId is geen BAG-nummeraanduiding/,
    ],
    ['an unknown address', 'img.handler', () => ({ addressId: unknown }), 'Dit adres is niet bekend.'],
    [
      'an unknown address, by a municipality',
      'gemeente.eemsdelta',
      () => ({ ...acute, owner: 'NCG', addressId: unknown }),
      'Dit adres is niet bekend.',
    ],
    [
      'an address of another municipality',
      'gemeente.eemsdelta',
      () => ({ ...acute, owner: 'NCG', addressId: foreign }),
      'Dit adres is niet bekend.',
    ],
    [
      'an address without files',
      'img.handler',
      () => ({ addressId: quiet }),
      /^Op dit adres loopt of liep niet bij allebei/,
    ],
    [
      'an address without files, to link',
      'ncg.handler',
      () => ({ ...linking, addressId: quiet }),
      /^Op dit adres loopt of liep niet bij allebei/,
    ],
    [
      'no owner',
      'intervention.team',
      () => ({ kind: 'OTHER', purpose: 'STUCK_CASE' }),
      /^Zeg aan wie u de gegevens vraagt/,
    ],
    ['no owner, by a municipality', 'gemeente.eemsdelta', () => acute, /^Zeg aan wie u de gegevens vraagt/],
  ]
  test.each(FORMS)('%s', async (_name, as, changes, message) => {
    const refused = await refusal(as, 'submit', form(addressId, changes()))
    expect(refused.code).toBe('BAD_USER_INPUT')
    expect(refused.message).toMatch(message)
  })

  test('and nothing of it is stored', async () => {
    for (const as of ['privacy.officer', 'img.handler'])
      for (const id of [addressId, quiet, foreign]) {
        const { data } = await system.ask(
          'query($id: ID!) { informationRequests(filter: { addressId: $id }) { totalCount } }',
          { as, variables: { id } },
        )
        expect(data.informationRequests.totalCount).toBe(0)
      }
  })

  test('the own agency cannot be the owner', async () => {
    expect(await refusal('img.handler', 'submit', form(addressId, { owner: 'IMG' }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('a form sent twice', () => {
  test('is one request, also concurrently and after the request moved on', async () => {
    const input = form(await makeAddress(system))
    const both = await Promise.all(Array.from({ length: 6 }, () => take('img.handler', 'submit', input)))
    const [first] = both
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(new Set(both.map(({ number }) => number)).size).toBe(1)
    const assessed = await take('img.svip', 'assess', {
      id: first.id,
      revision: 1,
      test: avgTest(),
      categories: ['PLANNING'],
    })
    expect(assessed.neededCategories).toEqual(['PLANNING'])
    const shuffled = { ...input, categories: ['PLANNING', 'STATUS', 'STATUS'] }
    expect(await take('img.handler', 'submit', shuffled)).toMatchObject({ id: first.id, revision: 2 })
  })

  test('is the same request after it was supplemented', async () => {
    const input = form(await makeAddress(system))
    const life = await submit('img.handler', input)
    await life.next('img.svip', 'return', { reason: 'Waarom nu?' })
    await life.next('img.handler', 'supplement', { necessity: 'Omdat de bewoner volgende week verhuist.' })
    expect(await take('img.handler', 'submit', input)).toMatchObject({ id: life.id, revision: 3 })
  })

  test('with other contents under one key is a conflict; the key of another person is another key', async () => {
    const input = form(await makeAddress(system))
    const { id } = await take('img.handler', 'submit', input)
    expect(
      await refusal('img.handler', 'submit', { ...input, necessity: `${input.necessity} En snel.` }),
    ).toEqual({
      code: 'CONFLICT',
      message:
        'Met deze idempotencyKey is al een ander informatieverzoek ingediend. Gebruik voor elk verzoek een nieuwe.',
    })
    expect((await take('img.colleague', 'submit', input)).id).not.toBe(id)
  })
})

describe('a step', () => {
  const WRONG: readonly (readonly [step: StepName, as: string, more: object])[] = [
    ['supplement', 'img.handler', { necessity: 'Dit was niet teruggestuurd, maar toch.' }],
    ['askConsent', 'img.svip', {}],
    ['recordReply', 'img.svip', reply(true)],
    ['forward', 'img.svip', {}],
    ['followUp', 'img.handler', { remarks: 'Nog niets.' }],
    ['close', 'img.handler', {}],
    ['close', 'img.svip', {}],
    ['revoke', 'ncg.privacy', { reason: 'Niets.' }],
  ]
  const LEFT: Readonly<Record<string, string>> = {
    'img.handler': 'U kunt nu wel: intrekken.',
    'img.svip': 'U kunt nu wel: terugsturen om aan te vullen; beoordelen; toewijzen; termijn verlengen.',
    'ncg.privacy': 'U kunt er nu geen stap mee zetten.',
  }
  test.each(WRONG)('%s that comes too early is refused, and changes nothing', async (step, as, more) => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    expect(await life.refusal(as, step, more)).toEqual({
      code: 'BAD_USER_INPUT',
      message: `Deze stap kan nu niet. De stand is: ingediend. ${LEFT[as]}`,
    })
    expect(await life.read('img.handler')).toMatchObject({ state: 'SUBMITTED', revision: 1 })
  })

  test('that comes too late is refused: a closed request allows none', async () => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    await life.next('img.svip', 'assess', { test: avgTest('necessity') })
    await life.next('img.handler', 'close')
    for (const [step, as, more] of [
      ['withdraw', 'img.handler', {}],
      ['assess', 'img.svip', { test: avgTest() }],
      ['close', 'img.svip', {}],
      ['followUp', 'img.handler', { remarks: 'Toch.' }],
    ] as const)
      expect((await life.refusal(as, step, more)).code).toBe('BAD_USER_INPUT')
  })

  test('at the wrong desk is forbidden', async () => {
    const life = await forwarded('img.handler', 'img.svip', form(await makeAddress(system)))
    expect((await life.refusal('img.svip', 'return', { reason: 'Toch niet.' })).code).toBe('FORBIDDEN')
    expect((await life.refusal('ncg.svip', 'assess', { test: avgTest() })).code).toBe('FORBIDDEN')
    expect((await life.refusal('img.svip', 'answer', { granted: [] })).code).toBe('FORBIDDEN')
    expect((await life.refusal('img.colleague', 'withdraw')).code).toBe('FORBIDDEN')
  })

  test.each([
    [
      'answer',
      'ncg.svip',
      { granted: ['STATUS'], reason: 'x', until: '2020-01-01' },
      /^De einddatum \(until\) moet liggen tussen/,
    ],
    [
      'answer',
      'ncg.svip',
      { granted: ['STATUS'], reason: 'x', until: '2999-01-01' },
      /^De einddatum \(until\) moet liggen tussen/,
    ],
    [
      'answer',
      'ncg.svip',
      { granted: ['HANDLER'], reason: 'x' },
      'Niet gevraagd, dus niet toe te kennen: HANDLER.',
    ],
    ['answer', 'ncg.svip', { granted: [] }, /^Geef een reden \(reason\)/],
    [
      'answer',
      'ncg.svip',
      { granted: [], reason: 'x'.repeat(10_001) },
      outOfBounds('input.reason heeft meer dan 10.000 tekens'),
    ],
    ['extend', 'ncg.svip', { dueOn: '2020-01-01', reason: 'x' }, /^De nieuwe datum \(dueOn\) moet liggen na/],
    ['extend', 'ncg.svip', { dueOn: '2999-01-01', reason: 'x' }, /uiterlijk op/],
    ['extend', 'ncg.svip', { dueOn: '2026-12-01', reason: ' ' }, /^De reden van het uitstel/],
    ['return', 'ncg.svip', { reason: '' }, /^Wat er nog ontbreekt/],
    ['assign', 'ncg.svip', { employee: ' ' }, /^De medewerker \(employee\)/],
    ['assign', 'ncg.svip', { employee: '' }, /^De medewerker \(employee\)/],
  ] as const)('%s with invalid input is refused with what is possible', async (step, as, more, message) => {
    const life = await forwarded('img.handler', 'img.svip', form(await makeAddress(system)))
    const refused = await life.refusal(as, step, more)
    expect(refused.code).toBe('BAD_USER_INPUT')
    expect(refused.message).toMatch(message)
    expect((await life.read('img.svip')).revision).toBe(3)
  })

  test('of the assessing desk with invalid input is refused with what is possible', async () => {
    const life = await submit('img.handler', form(await makeAddress(system), speedingUp))
    const message = async (step: StepName, more: object) =>
      (await life.refusal('img.svip', step, more)).message
    expect(await message('assess', { test: avgTest(), categories: ['FINANCIAL'] })).toMatch(
      /^Beoordeel alleen/,
    )
    expect(await message('assess', { test: avgTest(), categories: [] })).toMatch(/^Beoordeel alleen/)
    const empty = { ...avgTest(), necessity: { passes: false, reason: '' } }
    expect(await message('assess', { test: empty })).toMatch(/^De reden bij necessity/)
    await life.next('img.svip', 'assess', { test: avgTest() })
    expect(await message('askConsent', { categories: ['STATUS'] })).toBe(
      'Toestemming kan hier gaan over: PLANNING.',
    )
    await life.next('img.svip', 'askConsent', { categories: ['PLANNING'] })
    expect(await message('recordReply', { ...reply(true), evidence: ' ' })).toMatch(/evidence/)
    expect((await life.read('img.svip')).state).toBe('AWAITING_CONSENT')
  })
})

describe('two officers at the same time', () => {
  const second = async (organisation: string, sub: string) => ({
    token: await tokenThatSays({ claims: { sub, org: organisation, roles: ['svip_officer'] } }),
  })

  test.each([
    ['answer', { granted: ['STATUS', 'PLANNING'] }, { granted: [], reason: 'Nee.' }],
    ['answer', { granted: ['PLANNING'], reason: 'Deels.' }, { granted: ['STATUS'], reason: 'Deels.' }],
  ] as const)('%s: one succeeds, the other gets a conflict', async (step, one, other) => {
    const officer = await second('NCG', 'ncg.svip-2')
    for (let round = 0; round < 5; round++) {
      const address = await makeAddress(system)
      const life = await forwarded('img.handler', 'img.svip', form(address))
      const versioned = { id: life.id, revision: life.request.revision }
      const both = await Promise.all([
        send('ncg.svip', step, { ...versioned, ...one }),
        send(officer, step, { ...versioned, ...other }),
      ])
      const done = both.flatMap(({ data }) => data?.step ?? [])
      const refused = both.flatMap(({ errors }) => errors)
      expect(done).toHaveLength(1)
      expect(refused).toMatchObject([
        {
          message:
            'Dit informatieverzoek is intussen gewijzigd (versie 4). Haal het opnieuw op en kijk of de stap nog nodig is.',
          extensions: { code: 'CONFLICT' },
        },
      ])
      const { answer, steps } = await life.read('img.handler')
      expect(answer).toEqual(done[0].answer)
      expect(steps).toHaveLength(4)
      expect(
        (await opened('img.handler', address, 'STATUS_EXCHANGE', 'strengthening')).includes('PLANNING'),
      ).toBe(answer.categories.includes('PLANNING'))
    }
  })

  test('ten of them: every step but one comes too late', async () => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    const all = await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        index % 2 === 0
          ? send('img.svip', 'assign', { id: life.id, revision: 1 })
          : send('img.handler', 'withdraw', { id: life.id, revision: 1 }),
      ),
    )
    expect(all.filter(({ data }) => data?.step)).toHaveLength(1)
    expect(all.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual(
      Array.from({ length: 9 }, () => 'CONFLICT'),
    )
    expect((await life.read('img.handler')).revision).toBe(2)
  })
})

describe('a token that expires between two steps', () => {
  test('changes nothing any more; with a new one the work continues', async () => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    const token = await tokenThatSays({
      claims: { sub: 'img.svip', org: 'IMG', roles: ['svip_officer'] },
      expiresIn: 2,
    })
    const until = now() + 2
    await life.next({ token }, 'assess', { test: avgTest() })
    while (now() <= until) await new Promise((resolve) => setTimeout(resolve, 100))
    for (const step of ['forward', 'assign', 'askConsent'] as const)
      expect((await life.refusal({ token }, step)).code).toBe('UNAUTHENTICATED')
    expect((await life.refusal({ token, at: 'svip' }, 'forward')).code).toBe('UNAUTHENTICATED')
    expect(await life.read('img.handler')).toMatchObject({ state: 'ASSESSED', revision: 2 })
    await life.next('img.svip', 'forward')
    expect(life.request.revision).toBe(3)
  })
})

describe('several steps in one operation', () => {
  test('stop at a refused one: those before it stay, and a retry returns them unchanged', async () => {
    const input = form(await makeAddress(system))
    const other = { ...input, necessity: `${input.necessity} Graag vandaag.` }
    const third = form(input.addressId)
    const { data, errors } = await system.ask(
      `mutation($input: SubmitInformationRequestInput!, $other: SubmitInformationRequestInput!, $third: SubmitInformationRequestInput!) {
        first: submitInformationRequest(input: $input) { id }
        again: submitInformationRequest(input: $input) { id }
        conflict: submitInformationRequest(input: $other) { id }
        never: submitInformationRequest(input: $third) { id }
      }`,
      { as: 'img.handler', variables: { input, other, third } },
    )
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ path: ['conflict'], extensions: { code: 'CONFLICT' } }])
    const list = await system.ask(
      `query($id: ID!) { informationRequests(filter: { addressId: $id }) { nodes { ...Request } } } ${REQUEST}`,
      { as: 'img.handler', variables: { id: input.addressId } },
    )
    const nodes: readonly Request[] = list.data.informationRequests.nodes
    expect(nodes).toMatchObject([{ revision: 1, steps: [{ action: 'SUBMIT' }] }])
    expect((await take('img.handler', 'submit', input)).id).toBe(nodes[0].id)
  })

  test('with one step twice take it once: the second is a conflict', async () => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    const { errors } = await system.ask(
      `mutation($id: ID!) { a: withdrawInformationRequest(input: { id: $id, revision: 1 }) { state }
        b: withdrawInformationRequest(input: { id: $id, revision: 1 }) { state } }`,
      { as: 'img.handler', variables: { id: life.id } },
    )
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'CONFLICT' } }])
    expect(await life.read('img.handler')).toMatchObject({ state: 'WITHDRAWN', revision: 2 })
  })

  test('that are all valid are all taken, each on the result of the previous one', async () => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    const { data, errors } = await system.ask(
      `mutation($id: ID!, $test: AssessmentTestInput!) {
        a: assignInformationRequest(input: { id: $id, revision: 1 }) { revision assignee }
        b: assessInformationRequest(input: { id: $id, revision: 2, test: $test }) { revision state steps { action } }
        c: forwardInformationRequest(input: { id: $id, revision: 3 }) { revision place steps { action } } }`,
      { as: 'img.svip', variables: { id: life.id, test: avgTest() } },
    )
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      a: { revision: 2, assignee: 'img.svip' },
      b: { revision: 3, state: 'ASSESSED', steps: [{}, {}, { action: 'ASSESS' }] },
      c: { revision: 4, place: 'NCG', steps: [{}, {}, {}, { action: 'FORWARD' }] },
    })
  })
})
