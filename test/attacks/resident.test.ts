import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { extractText, getDocumentProxy } from 'unpdf'
import { makeAddress } from '../support/addresses.ts'
import { filesIn } from '../support/files.ts'
import {
  errorsOf,
  linesOf,
  post,
  recordOf,
  refusalOf,
  serviceToken,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/**
 * The disclosures of somebody's data are sensitive themselves: who has files where, and who queries them. These are attempts to get them by
 * the endpoints for residents, and to find out who the employees are.
 */

const DISCLOSURES =
  'query($id: ID!) { disclosures(addressId: $id) { totalCount nodes { recipientName purpose notice } } }'
const REGISTER =
  'mutation($id: ID!) { registerSubjectAccessRequest(input: { addressId: $id, receivedOn: "2026-01-01", channel: LETTER, evidence: "a" }) { id revision } }'
const EXPORT = 'query($id: ID!) { subjectAccessRequest(id: $id) { id export { json pdf } } }'
const EXTEND =
  'mutation($id: ID!) { extendSubjectAccessRequest(input: { id: $id, revision: 1, reason: "x" }) { id } }'
const ANSWER =
  'mutation($id: ID!) { answerSubjectAccessRequest(input: { id: $id, revision: 1, answeredOn: "2026-01-02", channel: LETTER, evidence: "b" }) { id } }'

/** An address of which everything was read, and a request that IMG registered. */
let address: string
let request: string
/** An employee of the agencies whose name is in every possible claim of their token. */
const NAMES = { sub: 'geheim.persoon', client_id: 'geheim-programma', team: 'geheim-groepje' }
beforeAll(async () => {
  address = await makeAddress(system)
  await filesIn(system).findDamage(address)
  const named = await tokenThatSays({ claims: { ...NAMES, org: 'NCG', roles: ['case_handler'] } })
  await post(
    'gateway',
    'query($id: ID!) { address(id: $id, purpose: COOPERATION) { otherSide { img { phase } } access { outcome } damage { claims { reference } } } }',
    { token: named, variables: { id: address } },
  )
  await post(
    'gateway',
    'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "f" }) { id } recordWish(input: { addressId: $id, integralApproach: true, channel: FORM, evidence: "w" }) { id } }',
    { token: named, variables: { id: address } },
  )
  const officer = await tokenThatSays({ claims: { ...NAMES, org: 'IMG', roles: ['svip_officer'] } })
  const { data } = await system.ask(REGISTER, { token: officer, variables: { id: address } })
  request = data.registerSubjectAccessRequest.id
})

describe('a caller who is not of the desk for residents', () => {
  const outsiders: readonly (readonly [string, () => Promise<string>])[] = [
    ...[
      'img.handler',
      'ncg.handler',
      'img.safety',
      'img.priority',
      'gemeente.eemsdelta',
      'intervention.team',
    ].map((persona) => [persona, () => system.tokenOf(persona)] as const),
    [
      'a privacy officer of a municipality',
      () => tokenThatSays({ claims: { org: 'GEMEENTE', roles: ['privacy_officer'], municipality: '1979' } }),
    ],
    [
      'an SVIP officer of no agency',
      () => tokenThatSays({ claims: { org: 'SVIP', roles: ['svip_officer'] } }),
    ],
    ['a process', () => serviceToken('img')],
    ['somebody without a role', () => tokenThatSays({ claims: { org: 'SVIP', roles: [] } })],
  ]
  test.each(outsiders)(
    '%s is refused everything, at the gateway and directly, and that is on record',
    async (_name, tokenOf) => {
      const token = await tokenOf()
      const before = (await linesOf('svip')).length
      for (const at of ['gateway', 'svip'] as const)
        for (const [query, id] of [
          [DISCLOSURES, address],
          [EXPORT, request],
          [REGISTER, address],
          [EXTEND, request],
          [ANSWER, request],
          ['query { subjectAccessRequests { totalCount nodes { id } } }', address],
        ] as const) {
          const refused = await post(at, query, { token, variables: { id } })
          expect(errorsOf(refused)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
          expect(refused.text).not.toMatch(/totalCount|recipientName|"json"/)
        }
      const refusals = (await linesOf('svip')).slice(before).flatMap((line) => refusalOf(line) ?? [])
      for (const field of [
        'disclosures',
        'subjectAccessRequest',
        'registerSubjectAccessRequest',
        'answerSubjectAccessRequest',
      ])
        expect(refusals.filter((refusal) => refusal === field).length).toBeGreaterThanOrEqual(2)
      // Nothing changed: the officer who registered it finds it unchanged.
      const { data } = await system.ask(
        'query($id: ID!) { subjectAccessRequest(id: $id) { revision state } }',
        {
          as: 'img.svip',
          variables: { id: request },
        },
      )
      expect(data.subjectAccessRequest).toEqual({ revision: 1, state: 'OPEN' })
    },
  )
})

describe('an officer of the other agency', () => {
  test.each([EXPORT, EXTEND, ANSWER])(
    'cannot distinguish a request of this one from an unknown one: %s',
    async (query) => {
      for (const at of ['gateway', 'svip'] as const) {
        const ask = (id: string) => post(at, query, { as: 'ncg.svip', variables: { id } })
        const [there, not, odd] = [await ask(request), await ask(randomUUID()), await ask('1')]
        expect(withoutTrace(there.text)).toBe(withoutTrace(not.text))
        expect(withoutTrace(odd.text)).toBe(withoutTrace(not.text))
      }
    },
  )

  test('does not find it in the list, nor by counting, nor by registering the same', async () => {
    const { data } = await system.ask(
      'query($id: ID!) { subjectAccessRequests(filter: { addressId: $id }) { totalCount nodes { id } } }',
      { as: 'ncg.svip', variables: { id: address } },
    )
    expect(data.subjectAccessRequests).toEqual({ totalCount: 0, nodes: [] })
    const own = await system.ask(REGISTER, { as: 'ncg.svip', variables: { id: address } })
    expect(own.errors).toEqual([])
    expect(own.data.registerSubjectAccessRequest.id).not.toBe(request)
  })

  test('learns nothing of the other side by making up a request of a resident', async () => {
    const { data } = await system.ask(REGISTER, { as: 'img.svip', variables: { id: address } })
    const made = await system.ask(EXPORT, {
      as: 'img.svip',
      variables: { id: data.registerSubjectAccessRequest.id },
    })
    const overview = JSON.parse(made.data.subjectAccessRequest.export.json)
    expect(overview.tracks.map(({ owner }: { owner: string }) => owner)).toEqual(['IMG'])
    // The reference of the file at NCG begins with a V.
    expect(JSON.stringify(overview)).not.toMatch(/"V-/)
    expect(overview.wishes).toEqual([])
    // The notices of IMG about its own file.
    expect(overview.notices).toMatchObject([{ owner: 'IMG', kind: 'ACUTE_SAFETY_REPORTED' }])
    expect(overview.signals).toEqual([])
    expect(JSON.stringify(overview)).not.toContain('DAMAGE_FOUND')
  })
})

test('an unknown address and one of which nothing was shared look the same', async () => {
  const quiet = await makeAddress(system)
  const unknown = `${quiet.slice(0, 13)}777`
  for (const as of ['img.svip', 'privacy.officer']) {
    const ask = (id: string) => post('gateway', DISCLOSURES, { as, variables: { id } })
    expect((await ask(quiet)).text).toBe((await ask(unknown)).text)
  }
})

test('a cursor of another address opens nothing of that address', async () => {
  const quiet = await makeAddress(system)
  const page = (id: string, after: string | null) =>
    system.ask(
      'query($id: ID!, $after: String) { disclosures(addressId: $id, after: $after) { nodes { id } pageInfo { startCursor } } }',
      { as: 'privacy.officer', variables: { id, after } },
    )
  const { data } = await page(address, null)
  expect(data.disclosures.nodes.length).toBeGreaterThan(0)
  const stolen = await page(quiet, data.disclosures.pageInfo.startCursor)
  expect(stolen.data.disclosures.nodes).toEqual([])
})

test.each(['NCG', 'IMG', 'SVIP'])(
  'employees cannot be found by a privacy officer of %s: no name in any claim is returned',
  async (org) => {
    const token = await tokenThatSays({ claims: { org, roles: ['privacy_officer'] } })
    const list = await post('gateway', DISCLOSURES, { token, variables: { id: address } })
    expect(list.text).toContain('de NCG')
    const registered = await system.ask(REGISTER, { token, variables: { id: address } })
    const { data } = await system.ask(EXPORT, {
      token,
      variables: { id: registered.data.registerSubjectAccessRequest.id },
    })
    const { json, pdf } = data.subjectAccessRequest.export
    const bytes = Buffer.from(pdf, 'base64')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    for (const name of [...Object.values(NAMES), 'made.up', 'samenloop-dev'])
      for (const place of [list.text, json, text, bytes.toString('latin1')]) expect(place).not.toContain(name)
  },
)

test('every read is on record at the address before it is answered', async () => {
  const watched = await makeAddress(system)
  await post('gateway', DISCLOSURES, { as: 'img.svip', variables: { id: watched } })
  const { data } = await system.ask(REGISTER, { as: 'img.svip', variables: { id: watched } })
  await post('gateway', EXPORT, { as: 'img.svip', variables: { id: data.registerSubjectAccessRequest.id } })
  expect((await recordOf('svip', watched)).map(({ name }) => name)).toEqual([
    'Verstrekkingen getoond',
    'Inzageverzoek vastgelegd',
    'Inzageverzoek getoond',
    'Inzageoverzicht gemaakt',
  ])
})
