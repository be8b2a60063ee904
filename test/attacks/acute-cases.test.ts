import { beforeAll, describe, expect, test } from '@jest/globals'
import { createAcuteCases } from '../support/acute-cases.ts'
import { makeAddress } from '../support/addresses.ts'
import { post, system, tokenThatSays, withoutTrace } from './attacker.ts'

/** Attempts to learn that a building is unsafe without the right to know: by id, list, count, cursor, purpose, or another municipality. */

const { attempt, at, find, meeting, report } = createAcuteCases(system)
/** A municipality without addresses of other tests, so that counts are of this file. */
const HERE = '1680'
const THERE = '1699'

let here: { readonly token: string }
let there: { readonly token: string }
let shown: { readonly id: string; readonly case: string }
let objected: { readonly id: string; readonly case: string }
beforeAll(async () => {
  const official = async (municipality: string) => ({
    token: await tokenThatSays({ claims: { org: 'GEMEENTE', municipality, roles: ['municipal_officer'] } }),
  })
  here = await official(HERE)
  there = await official(THERE)
  const make = async () => {
    const id = await makeAddress(system, { municipality: HERE, safe: true })
    return { id, case: (await report(id)).id as string }
  }
  shown = await make()
  objected = await make()
  const { errors } = await system.ask(
    'mutation($id: ID!) { recordObjection(input: { addressId: $id, state: RECEIVED, channel: LETTER, evidence: "x" }) { id } }',
    { as: 'img.svip', variables: { id: objected.id } },
  )
  expect(errors).toEqual([])
})

const UNKNOWN = '00000000-0000-4000-8000-000000000000'

describe('another municipality', () => {
  test('finds no case by id, at the address, in a list or in a count', async () => {
    expect(await find(shown.case, there)).toBeNull()
    expect(await at(shown.id, there)).toBeNull()
    for (const municipality of [HERE, THERE])
      expect(await meeting(municipality, there)).toEqual({
        totalCount: 0,
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      })
    // A list about safety is never empty because of a typing error.
    for (const municipality of ['9999', '', "' or true --"]) {
      const query = 'query($of: String!) { acuteCases(municipality: $of) { totalCount } }'
      const { data, errors } = await system.ask(query, { ...there, variables: { of: municipality } })
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
      expect(data).toBeNull()
    }
  })

  test('gets the same answer for an existing case and an unknown one, to the letter', async () => {
    const query = 'query($id: ID!) { acuteCase(id: $id) { id address { id } } }'
    const answers = await Promise.all(
      [shown.case, UNKNOWN, 'x'].map(
        async (id) => (await post('gateway', query, { ...there, variables: { id } })).text,
      ),
    )
    expect(new Set(answers).size).toBe(1)
    const steps = await Promise.all(
      [shown.case, UNKNOWN].map(
        async (caseId) =>
          (
            await post(
              'gateway',
              'mutation($input: RecordAcuteAgreementInput!) { recordAcuteAgreement(input: $input) { id } }',
              {
                ...there,
                variables: {
                  input: { caseId, metOn: '2026-01-01', what: 'x', responsible: 'IMG', dueOn: '2026-02-01' },
                },
              },
            )
          ).text,
      ),
    )
    expect(new Set(steps.map(withoutTrace)).size).toBe(1)
  })
})

describe('an objection that waits for its decision', () => {
  test('hides the case from the list, the count and the query by id, for all but IMG itself', async () => {
    for (const who of [here, { as: 'ncg.safety' }, { as: 'ncg.svip' }]) {
      const list = await meeting(HERE, who)
      expect(list.nodes.map((node: { id: string }) => node.id)).toEqual([shown.case])
      expect(list.totalCount).toBe(1)
      expect(await find(objected.case, who)).toBeNull()
      expect(await at(objected.id, who)).toEqual([])
    }
    expect((await meeting(HERE, { as: 'img.svip' })).totalCount).toBe(2)
  })

  test('hides it from pages too, whatever the cursor', async () => {
    const whole = await meeting(HERE, { as: 'img.safety' }, { first: 1 })
    expect(whole.pageInfo.hasNextPage).toBe(true)
    const first = await meeting(HERE, here, { first: 1 })
    expect(first.pageInfo.hasNextPage).toBe(false)
    // The cursor of the hidden case, as IMG got it.
    const second = await meeting(HERE, { as: 'img.safety' }, { first: 1, after: whole.pageInfo.endCursor })
    const beyond = await meeting(HERE, here, { after: second.edges[0].cursor })
    expect(beyond).toMatchObject({ totalCount: 1, nodes: [], pageInfo: { hasNextPage: false } })
    for (const after of ['x', Buffer.from('["a","b"]').toString('base64url')])
      expect(
        (
          await system.ask(
            'query($after: String) { acuteCases(municipality: "1680", after: $after) { totalCount } }',
            {
              ...here,
              variables: { after },
            },
          )
        ).errors,
      ).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

test('for another purpose nobody outside IMG learns that a building is unsafe, also not with the status', async () => {
  for (const purpose of [null, 'COOPERATION', 'STATUS_EXCHANGE', 'MUNICIPAL_PLAN'])
    for (const who of [{ as: 'ncg.handler' }, { as: 'ncg.safety' }, here])
      expect(await at(shown.id, who, purpose)).toEqual([])
  expect(await at(shown.id, { as: 'img.handler' }, null)).toMatchObject([{ id: shown.case }])
})

test('NCG reads nothing of what is unsafe in any field without consent or emergency access, and records no agreement', async () => {
  for (const seen of [
    await find(shown.case, { as: 'ncg.svip' }),
    ...(await at(shown.id, { as: 'ncg.handler' })),
    ...(await meeting(HERE, { as: 'ncg.safety' })).nodes,
  ]) {
    expect(seen).toMatchObject({ state: 'REPORTED', description: null, agreements: null, aftercare: null })
    expect(JSON.stringify(seen)).not.toContain('GEHEIM')
  }
  const { errors } = await attempt(
    'recordAcuteAgreement',
    { caseId: shown.case, metOn: '2026-01-01', what: 'x', responsible: 'NCG', dueOn: '2026-02-01' },
    { as: 'ncg.safety' },
  )
  expect(errors).toMatchObject([{ message: expect.stringContaining('bestaat niet') }])
})

test.each([
  ['recordAcuteCaseSafe', {}],
  ['nominateAcuteCase', { reason: 'x' }],
  ['skipAcuteNomination', { reason: 'x' }],
  ['closeAcuteCase', { remarks: 'x' }],
])('%s is only for the safety officer of IMG', async (mutation, input) => {
  for (const who of [
    here,
    { as: 'ncg.safety' },
    { as: 'img.svip' },
    { as: 'img.handler' },
    { as: 'privacy.officer' },
  ]) {
    const { data, errors } = await attempt(mutation, { id: shown.case, revision: 1, ...input }, who)
    expect(data?.[mutation] ?? null).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  }
  expect(await find(shown.case, { as: 'img.safety' })).toMatchObject({ state: 'REPORTED', revision: 1 })
})

test('IMG does not answer its own nomination, and nobody opens a case at an unknown address', async () => {
  const answer = { id: shown.case, revision: 1, accept: true }
  expect((await attempt('answerAcuteNomination', answer, { as: 'img.safety' })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ])
  const nowhere = { addressId: '0014209999999998', description: 'x' }
  expect((await attempt('reportAcuteCase', nowhere, { as: 'img.safety' })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ])
  expect(
    (await attempt('reportAcuteCase', { ...nowhere, addressId: shown.id }, { as: 'ncg.safety' })).errors,
  ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})
