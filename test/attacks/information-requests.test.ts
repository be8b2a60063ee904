import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import {
  avgTest,
  buddies,
  form,
  linking,
  type Request,
  reply,
  requestsIn,
  STEPS,
  type StepName,
  speedingUp,
  type Who,
} from '../support/information-requests.ts'
import {
  createAttempts,
  entriesOf,
  errorsOf,
  layout,
  linesOf,
  post,
  refusalsDuring,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** Attempts to get more from an information request than allowed: to read, decide, open or find out. */

const { submit, forwarded, read, refusal, take, opened, send } = requestsIn(system)
const attempts = createAttempts()

const INPUTS: Readonly<Record<StepName, object>> = {
  submit: {},
  supplement: { necessity: 'Een langere uitleg van wie dit niet gevraagd heeft.' },
  withdraw: {},
  return: { reason: 'Onvolledig.' },
  assess: { test: avgTest() },
  askConsent: {},
  recordReply: reply(true),
  forward: {},
  answer: { granted: ['STATUS', 'PLANNING'] },
  followUp: { remarks: 'Gedaan.', ...buddies },
  close: {},
  assign: {},
  extend: { dueOn: '2026-12-24', reason: 'Drukte.' },
  revoke: { reason: 'Weg ermee.' },
}
/** The name of a refusal on record: the step when the request was loaded, the field when the role was refused before that. */
const LABELS: Readonly<Record<StepName, string>> = {
  submit: 'indienen',
  supplement: 'aanvullen',
  withdraw: 'intrekken',
  return: 'terugsturen om aan te vullen',
  assess: 'beoordelen',
  askConsent: 'toestemming vragen',
  recordReply: 'antwoord van de bewoner vastleggen',
  forward: 'doorsturen',
  answer: 'beantwoorden',
  followUp: 'opvolging vastleggen',
  close: 'afsluiten',
  assign: 'toewijzen',
  extend: 'termijn verlengen',
  revoke: 'toekenning intrekken',
}
const refusedStep = (step: StepName) => attempts.at('svip', `Informatieverzoek: ${LABELS[step]}`)
const typeOf = (step: StepName) => `${STEPS[step].charAt(0).toUpperCase()}${STEPS[step].slice(1)}Input`
const mutation = (step: StepName) =>
  `mutation($input: ${typeOf(step)}!) { ${STEPS[step]}(input: $input) { id state necessity } }`
const subjectOf = async (sub: string, org: string, ...roles: string[]): Promise<Who> => ({
  token: await tokenThatSays({ claims: { sub, org, roles } }),
})

let addressId: string
let foreign: string
/** One request of img.handler per state, and one of ncg.handler. */
const states: Record<string, { id: string; revision: number }> = {}
beforeAll(async () => {
  const ids = addressIds(await makeAddresses(system, 6), 6)
  addressId = ids[0] ?? ''
  foreign = await makeAddress(system, { municipality: '0014' })
  const keep = (name: string, request: Request) => {
    states[name] = { id: request.id, revision: request.revision }
  }
  keep('submitted', (await submit('img.handler', form(addressId))).request)
  keep('forwarded', (await forwarded('img.handler', 'img.svip', form(ids[1] ?? ''))).request)
  const granted = await forwarded('img.handler', 'img.svip', form(ids[2] ?? '', linking))
  await granted.next('ncg.svip', 'answer', { granted: ['HANDLER', 'PLANNING'] })
  keep('granted', granted.request)
  const fast = await forwarded('img.handler', 'img.svip', form(ids[3] ?? '', speedingUp))
  await fast.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
  keep('fast', fast.request)
})
const stateOf = async () =>
  await Promise.all(
    Object.values(states).map(async ({ id }) => {
      const { state, revision, assignee, dueOn, answer } = await read('privacy.officer', id)
      return { state, revision, assignee, dueOn, answer }
    }),
  )

describe('a caller who may not take a step', () => {
  /** The personas that may take each step at all; all others are refused by role, at the gateway and at the SVIP. */
  const MAY: Readonly<Record<StepName, readonly string[]>> = (() => {
    const askers = [
      'img.handler',
      'img.colleague',
      'ncg.handler',
      'gemeente.eemsdelta',
      'gemeente.groningen',
      'intervention.team',
    ]
    const desks = ['img.svip', 'ncg.svip']
    return {
      submit: askers,
      supplement: askers,
      withdraw: askers,
      return: desks,
      assess: desks,
      askConsent: desks,
      recordReply: desks,
      forward: desks,
      answer: desks,
      followUp: [...askers, ...desks, 'img.priority'],
      close: [...askers, ...desks],
      assign: desks,
      extend: desks,
      revoke: [...desks, 'img.privacy', 'ncg.privacy', 'privacy.officer'],
    }
  })()

  test.each(Object.keys(STEPS) as StepName[])('is refused by role at both endpoints: %s', async (step) => {
    const before = await stateOf()
    const outsiders = PERSONAS.map(({ id }) => id).filter((id) => !MAY[step].includes(id))
    expect(outsiders.length).toBeGreaterThan(4)
    const answers = new Set<string>()
    for (const as of outsiders)
      for (const service of ['gateway', 'svip'] as const)
        for (const target of step === 'submit'
          ? [null]
          : [states.granted, { id: randomUUID(), revision: 1 }]) {
          const received = await post(service, mutation(step), {
            as,
            variables: { input: target ? { ...target, ...INPUTS[step] } : form(addressId) },
            headers: attempts.at('svip', STEPS[step]),
          })
          expect(errorsOf(received)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
          answers.add(errorsOf(received)[0]?.message ?? '')
        }
    expect(answers.size).toBe(1)
    expect(await stateOf()).toEqual(before)
  })

  test.each([
    [
      'submitted',
      ['ncg.svip', 'ncg.handler', 'gemeente.eemsdelta', 'gemeente.groningen', 'intervention.team'],
    ],
    ['forwarded', ['ncg.handler', 'gemeente.eemsdelta', 'gemeente.groningen', 'intervention.team']],
    ['fast', ['img.priority', 'ncg.handler', 'gemeente.groningen']],
  ] as const)(
    'gets the same answer for the id of a request out of sight as for a guessed one: %s',
    async (name, people) => {
      const before = await stateOf()
      const target = states[name]
      for (const as of people)
        for (const step of Object.keys(STEPS) as StepName[]) {
          if (step === 'submit' || !MAY[step].includes(as)) continue
          for (const service of ['gateway', 'svip'] as const) {
            const texts = []
            for (const input of [
              { ...target, ...INPUTS[step] },
              { ...target, id: randomUUID(), ...INPUTS[step] },
              { ...target, id: 'x', ...INPUTS[step] },
              { ...target, id: '', ...INPUTS[step] },
            ]) {
              const received = await post(service, mutation(step), {
                as,
                variables: { input },
                headers: refusedStep(step),
              })
              texts.push(`${received.status} ${withoutTrace(received.text)}`)
            }
            expect(texts[0]).toContain('Dit informatieverzoek bestaat niet.')
            expect(new Set(texts).size).toBe(1)
          }
        }
      expect(await stateOf()).toEqual(before)
    },
  )

  test.each([
    ['submitted', 'img.colleague', ['supplement', 'withdraw', 'followUp', 'close']],
    ['submitted', 'img.svip', ['revoke', 'answer']],
    ['forwarded', 'img.svip', ['return', 'answer', 'assign', 'extend', 'revoke']],
    ['forwarded', 'ncg.svip', ['assess', 'askConsent', 'recordReply', 'forward', 'close']],
    ['granted', 'img.privacy', ['revoke']],
    ['granted', 'img.svip', ['revoke', 'return', 'extend', 'answer', 'assign']],
    ['fast', 'img.handler', ['followUp']],
  ] as const)('who does see the request (%s, %s) is refused, on record', async (name, as, steps) => {
    const before = await stateOf()
    for (const step of steps)
      for (const service of ['gateway', 'svip'] as const) {
        const received = await post(service, mutation(step), {
          as,
          variables: { input: { ...states[name], ...INPUTS[step] } },
          headers: refusedStep(step),
        })
        expect([step, errorsOf(received).map(({ extensions }) => extensions.code)]).toEqual([
          step,
          ['FORBIDDEN'],
        ])
      }
    expect(await stateOf()).toEqual(before)
  })

  test('stays one person with more roles, tokens and organisations: requester, assessor and answerer are three', async () => {
    const double = await subjectOf('img.double', 'IMG', 'case_handler', 'svip_officer', 'privacy_officer')
    const life = await submit(double, form(await makeAddress(system)))
    expect(life.request).toMatchObject({
      proposal: null,
      actions: expect.not.arrayContaining(['ASSESS', 'FORWARD']),
    })
    const traced = async (who: Who, step: StepName, more: object = {}) => {
      const sent = typeof who === 'string' ? { as: who } : who
      const refused = await life.refusal({ ...sent, headers: refusedStep(step) }, step, more)
      expect(refused).toEqual({
        code: 'FORBIDDEN',
        message:
          'Aanvragen, beoordelen en beantwoorden gebeurt door drie verschillende mensen. Vraag een collega om deze stap te doen.',
      })
    }
    await traced(double, 'assess', { test: avgTest() })
    await life.next('img.svip', 'assess', { test: avgTest() })
    await traced(double, 'forward')
    await life.next('img.svip', 'forward')
    // The same subject at the other desk: under whatever organisation the token names.
    await traced(await subjectOf('img.svip', 'NCG', 'svip_officer'), 'answer', {
      granted: ['STATUS'],
      reason: 'x',
    })
    await traced(await subjectOf('img.double', 'NCG', 'svip_officer'), 'answer', {
      granted: ['STATUS'],
      reason: 'x',
    })
    expect(await life.read('privacy.officer')).toMatchObject({ state: 'FORWARDED', revision: 3 })
  })

  test('without a role, or as a process, sees and does nothing', async () => {
    for (const who of [
      await subjectOf('img.handler', 'IMG'),
      await subjectOf('img.handler', 'NCG', 'case_handler'),
      await subjectOf('img.handler', 'SVIP', 'intervention_team'),
    ]) {
      const { data } = await system.ask(
        'query($id: ID!) { informationRequest(id: $id) { id } informationRequests { totalCount } }',
        {
          ...(typeof who === 'string' ? {} : who),
          variables: { id: states.granted?.id },
        },
      )
      expect(data?.informationRequest ?? null).toBeNull()
      const { data: step } = await send(who, 'withdraw', { ...states.submitted })
      expect(step?.step ?? null).toBeNull()
    }
    expect((await read('img.handler', states.submitted?.id ?? '')).state).toBe('SUBMITTED')
  })
})

describe('a caller who wants to find out', () => {
  const QUESTIONS: readonly (readonly [name: string, query: string])[] = [
    [
      'one',
      'query($id: ID!, $address: ID!, $text: String!) { x: informationRequest(id: $id) { id number state } }',
    ],
    [
      'a list of the address',
      'query($id: ID!, $address: ID!, $text: String!) { x: informationRequests(filter: { addressId: $address }) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }',
    ],
    [
      'a search',
      'query($id: ID!, $address: ID!, $text: String!) { x: informationRequests(filter: { search: $text }, first: 1) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
    ],
    [
      'a page',
      'query($id: ID!, $address: ID!, $text: String!) { x: informationRequests(filter: { addressId: $address, open: true, mine: false }, sort: OLDEST, first: 1) { totalCount pageInfo { hasNextPage } } }',
    ],
    [
      'the address',
      'query($id: ID!, $address: ID!, $text: String!) { x: address(id: $address) { informationRequests { id number } } }',
    ],
  ]
  test.each(QUESTIONS)(
    'by a query for %s gets the answer for one that does not exist',
    async (_name, query) => {
      const { number } = await read('img.handler', states.submitted?.id ?? '')
      const silent = await makeAddress(system)
      for (const as of [
        'ncg.handler',
        'ncg.svip',
        'img.safety',
        'img.priority',
        'intervention.team',
        'gemeente.eemsdelta',
      ])
        for (const service of ['gateway', 'svip'] as const) {
          const there = await post(service, query, {
            as,
            variables: { id: states.submitted?.id, address: addressId, text: number },
          })
          const nowhere = await post(service, query, {
            as,
            variables: { id: randomUUID(), address: silent, text: 'SVIP-2026-999999' },
          })
          expect([as, there.status, withoutTrace(there.text)]).toEqual([
            as,
            nowhere.status,
            withoutTrace(nowhere.text),
          ])
        }
    },
  )

  test('by submitting for an address out of scope learns nothing: the answer is that for an unknown one', async () => {
    const unknown = `${foreign.slice(0, 13)}777`
    const texts = new Set<string>()
    for (const service of ['gateway', 'svip'] as const)
      for (const id of [foreign, unknown]) {
        const input = form(id, {
          kind: 'OTHER',
          purpose: 'ACUTE_SAFETY',
          categories: ['SAFETY'],
          owner: 'NCG',
        })
        const received = await post(service, mutation('submit'), {
          as: 'gemeente.eemsdelta',
          variables: { input },
        })
        texts.add(`${service} ${received.status} ${withoutTrace(received.text)}`)
      }
    expect(texts.size).toBe(2)
  })

  test('with the cursor of another caller stays within their own list', async () => {
    const LIST = `query($after: String) { informationRequests(sort: OLDEST, first: 100, after: $after) { nodes { id } pageInfo { endCursor } edges { cursor } } }`
    const officer = await system.ask(LIST, { as: 'privacy.officer', variables: {} })
    const cursor = officer.data.informationRequests.edges[0].cursor
    const { data } = await system.ask(LIST, { as: 'gemeente.groningen', variables: { after: cursor } })
    expect(data.informationRequests.nodes).toEqual([])
  })

  test('as the requester reads nothing of the desk, at any step', async () => {
    const life = await submit(
      'img.handler',
      form(await makeAddress(system), { categories: ['HANDLER', 'PLANNING'] }),
    )
    const hidden = async () => {
      for (const as of ['img.handler', 'img.colleague'])
        expect(await life.read(as)).toMatchObject({ proposal: null, assignee: null })
    }
    await hidden()
    await life.next('img.svip', 'assign')
    await hidden()
    await life.next('img.svip', 'assess', { test: avgTest() })
    await hidden()
    await life.next('img.svip', 'forward')
    await life.next('ncg.svip', 'assign')
    await hidden()
    expect((await life.read('img.svip')).assignee).toBeNull()
    expect((await life.read('ncg.svip')).assignee).toBe('ncg.svip')
    const filtered = await system.ask(
      '{ a: informationRequests(filter: { assignee: "ncg.svip" }) { totalCount } b: informationRequests(filter: { unassigned: false }) { totalCount } c: informationRequests(filter: { unassigned: true }) { totalCount } }',
      { as: 'img.handler' },
    )
    expect(filtered.data).toEqual({ a: { totalCount: 0 }, b: { totalCount: 0 }, c: { totalCount: 0 } })
  })

  test('about the statistics is refused without a role for them', async () => {
    for (const as of ['img.handler', 'gemeente.eemsdelta', 'intervention.team', 'img.priority', 'img.safety'])
      for (const service of ['gateway', 'svip'] as const) {
        const received = await post(service, '{ informationRequestStatistics { total { submitted } } }', {
          as,
          headers: attempts.at('svip', 'informationRequestStatistics'),
        })
        expect(errorsOf(received)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      }
  })
})

describe('a caller who wants to open more', () => {
  test('cannot grant what was not requested, what no rule gives, or for longer than possible', async () => {
    const acute = { kind: 'OTHER', purpose: 'ACUTE_SAFETY', categories: ['STATUS', 'SAFETY'] }
    const life = await forwarded('img.handler', 'img.svip', form(await makeAddress(system), acute))
    for (const more of [
      { granted: ['FINDINGS'] },
      { granted: ['STATUS', 'CIRCUMSTANCES'] },
      { granted: ['SAFETY'] },
      { granted: ['STATUS'], until: '2099-01-01' },
      { granted: ['STATUS'], until: '0001-01-01' },
    ])
      expect((await life.refusal('ncg.svip', 'answer', { reason: 'Omdat het kan.', ...more })).code).toBe(
        'BAD_USER_INPUT',
      )
    for (const dueOn of ['9999-12-31', '0001-01-01'])
      expect((await life.refusal('ncg.svip', 'extend', { reason: 'Later.', dueOn })).code).toBe(
        'BAD_USER_INPUT',
      )
    expect(await life.read('img.svip')).toMatchObject({ state: 'FORWARDED', revision: 3 })
  })

  const withRevision = (revision: number) => {
    const { id } = states.forwarded ?? { id: '' }
    return refusal('ncg.svip', 'answer', { id, revision, granted: ['STATUS', 'PLANNING'] })
  }

  test.each([0, 2, 4, 2_147_483_647])(
    'with revision %d of a request at 3 gets a conflict',
    async (revision) => {
      expect((await withRevision(revision)).code).toBe('CONFLICT')
    },
  )

  test('with an impossible revision gets the possible ones', async () => {
    expect(await withRevision(-1)).toEqual({
      code: 'BAD_USER_INPUT',
      message:
        'De invoer klopt niet: input.revision moet 0 tot 2.147.483.647 zijn. Pas dit aan en stuur de vraag opnieuw.',
    })
  })

  test('gets nothing from a grant to a colleague of another team, nor under the same name elsewhere', async () => {
    const address = await makeAddress(system)
    const life = await forwarded('img.handler', 'img.svip', form(address))
    await life.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
    const others: readonly Record<string, unknown>[] = [
      { sub: 'img.other', org: 'IMG', roles: ['case_handler'] },
      { sub: 'img.other', org: 'IMG', roles: ['case_handler'], team: 'img-zuid' },
      { sub: 'img.other', org: 'IMG', roles: ['case_handler'], team: 'IMG-NOORD' },
    ]
    for (const claims of others) {
      const who = { token: await tokenThatSays({ claims }) }
      expect(await opened(who, address, 'STATUS_EXCHANGE', 'strengthening')).toEqual(['PRESENCE', 'STATUS'])
      expect(await life.read(who)).toBeNull()
    }
    expect(await opened('img.handler', address, 'STATUS_EXCHANGE', 'strengthening')).toContain('PLANNING')
  })

  test('cannot use a consent for one request for another', async () => {
    const address = await makeAddress(system)
    const life = await submit('img.handler', form(address))
    await life.next('img.svip', 'assess', { test: avgTest() })
    await life.next('img.svip', 'askConsent', { categories: ['PLANNING'] })
    await life.next('img.svip', 'recordReply', reply(true))
    const other = await submit('ncg.handler', form(address))
    await other.next('ncg.svip', 'assess', { test: avgTest() })
    expect(other.request.proposal.categories[1].road).not.toBe('CONSENT_GIVEN')
    const who = await subjectOf('img.third', 'IMG', 'case_handler')
    const mine = await submit(who, form(address))
    await mine.next('img.svip', 'assess', { test: avgTest() })
    expect(mine.request.proposal.categories[1].road).not.toBe('CONSENT_GIVEN')
    await mine.next('img.svip', 'forward')
    await mine.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
    expect(mine.request.answer.onConsent).toEqual([])
    expect(await opened('img.handler', address, 'STATUS_EXCHANGE', 'strengthening')).not.toContain('PLANNING')
  })
})

describe('the records', () => {
  test('have each step and each read before it happened, and no text, no name and no subject', async () => {
    const secret = `geheimwoord${randomUUID().slice(0, 8)}`
    const before = (await linesOf('svip')).length
    const life = await submit(
      'img.handler',
      form(await makeAddress(system), { ...linking, necessity: `Vertrouwelijk: ${secret}, dus met zorg.` }),
    )
    await life.next('img.svip', 'assess', {
      test: { ...avgTest(), necessity: { passes: true, reason: secret } },
    })
    await life.next('img.svip', 'askConsent', { categories: ['PLANNING'] })
    await life.next('img.svip', 'recordReply', { ...reply(true), evidence: secret })
    await life.next('img.svip', 'forward', { remarks: secret })
    await life.next('ncg.svip', 'answer', { granted: ['HANDLER', 'PLANNING'] })
    const named = { name: secret, phone: secret, email: `${secret}@img.example` }
    await life.next('ncg.svip', 'followUp', { remarks: secret, imgHandler: named, ncgHandler: named })
    await life.next('img.handler', 'close')
    await life.read('img.colleague')
    await refusal('ncg.handler', 'withdraw', { id: life.id, revision: 1 })
    const lines = (await linesOf('svip')).slice(before)
    const of = (name: string) => lines.filter((line) => line.name === name).length
    for (const step of [
      'submit',
      'assess',
      'askConsent',
      'recordReply',
      'forward',
      'answer',
      'followUp',
      'close',
    ] as const)
      expect([step, of(`Informatieverzoek: ${LABELS[step]}`)]).toEqual([step, 1])
    expect(of('Informatieverzoek getoond')).toBe(1)
    const people = PERSONAS.flatMap(({ id, name }) => [id, name])
    for (const text of [secret, life.request.number, life.id, 'Proefstraat', ...people])
      expect([text, lines.some((line) => JSON.stringify(line).includes(text))]).toEqual([text, false])
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (const service of ['gateway', 'svip', 'img', 'ncg'])
      expect(readFileSync(`${layout.directory}/logs/${service}.log`, 'utf8')).not.toContain(secret)
    // No other chain of the SVIP has them either: the requester is in the request, where retention erases it.
    expect((await entriesOf('svip')).some((entry) => JSON.stringify(entry).includes(secret))).toBe(false)
  })

  test('have a line for an empty list as well', async () => {
    const before = (await linesOf('svip')).length
    await system.ask('{ informationRequests(filter: { search: "bestaatniet" }) { nodes { id } } }', {
      as: 'gemeente.groningen',
    })
    const lines = (await linesOf('svip')).slice(before)
    expect(lines.filter(({ name }) => name === 'Informatieverzoek getoond')).toMatchObject([
      { subject: null },
    ])
  })

  test('have the refused read of a request out of sight', async () => {
    expect(await refusalsDuring('svip', () => read('ncg.handler', states.submitted?.id ?? ''))).toEqual([
      'informationRequest',
    ])
    expect(await refusalsDuring('svip', () => read('ncg.handler', randomUUID()))).toEqual([
      'informationRequest',
    ])
  })

  test('have every attempt of this file, once', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })

  test('and the request that was attacked is unchanged', async () => {
    expect(await take('img.handler', 'withdraw', { ...states.submitted })).toMatchObject({
      state: 'WITHDRAWN',
      revision: 2,
    })
  })
})
