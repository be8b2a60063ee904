import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { makeAddress } from '../support/addresses.ts'
import { registerOf } from '../support/register.ts'
import {
  createAttempts,
  type Party,
  post,
  recordOf,
  send,
  serviceToken,
  system,
  tokenThatSays,
} from './attacker.ts'

/** The endpoints of the outbox and the register, and invalid events. */

const register = registerOf(system)

const ENDPOINTS: readonly (readonly [Party, string, string, unknown])[] = [
  ...(['img', 'ncg'] as const).flatMap((party) => [
    [party, 'outbox', '/outbox/retry', { ids: 'all' }] as const,
    [party, 'outbox', '/outbox/discard', { ids: 'all' }] as const,
    [party, 'register', '/register/page', { after: '' }] as const,
    [party, 'register', '/register/look', { tracks: [] }] as const,
    [party, 'register', '/register/repair', { tracks: [], notices: [] }] as const,
  ]),
  ['svip', 'register', '/register/page', { owner: 'IMG', after: '' }],
  ['svip', 'register', '/register/look', { owner: 'IMG', references: ['x'] }],
]

describe('the endpoints of the register are for the operator alone', () => {
  const attempts = createAttempts()

  test.each(ENDPOINTS)('%s %s: %s', async (party, what, path, body) => {
    const tokens = await Promise.all([
      ...PERSONAS.map(({ id }) => system.tokenOf(id)),
      serviceToken('img'),
      serviceToken('ncg'),
      serviceToken('svip'),
      // Another client of the SVIP than the operator, and the operator's name without its client.
      tokenThatSays({ claims: { org: 'SVIP', roles: ['service'] } }),
      tokenThatSays({ claims: { org: 'IMG', roles: ['service'], client_id: 'samenloop-operator' } }),
    ])
    for (const token of tokens) {
      const headers = attempts.at(party, what)
      const received = await send(party, path, { token, headers, body: JSON.stringify(body) })
      expect(received.status).toBe(403)
      expect(received.text).toContain('"code":"FORBIDDEN"')
    }
    expect((await send(party, path, { body: JSON.stringify(body) })).status).toBe(401)
  })

  test.each(['img', 'ncg'] as const)('%s: the list of refused events', async (party) => {
    for (const as of ['img.handler', 'ncg.svip', 'privacy.officer'])
      expect(
        (await send(party, '/outbox/refused', { method: 'GET', as, headers: attempts.at(party, 'outbox') }))
          .status,
      ).toBe(403)
  })

  test('and each attempt is on record', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })

  test('the operator’s input is checked, and repeated in no answer', async () => {
    const secret = `GEHEIM-${randomUUID()}`
    const bad: readonly (readonly [Party, string, unknown])[] = [
      ['img', '/register/page', { after: 1 }],
      ['img', '/register/page', { after: `${secret}\0` }],
      ['img', '/register/look', { tracks: Array(1001).fill({ reference: secret, addressId: '1' }) }],
      [
        'ncg',
        '/register/repair',
        { tracks: [{ reference: secret, addressId: 'x', revision: 1 }], notices: [] },
      ],
      [
        'ncg',
        '/register/repair',
        { tracks: [{ reference: secret, addressId: '0010200000000001', revision: 2 ** 31 }], notices: [] },
      ],
      ['svip', '/register/page', { owner: secret, after: '' }],
      ['svip', '/register/look', { owner: 'IMG', references: [] }],
      ['img', '/outbox/discard', { ids: [secret] }],
      ['img', '/outbox/retry', {}],
    ]
    for (const [party, path, body] of bad) {
      const received = await send(party, path, { as: 'operator', body: JSON.stringify(body) })
      expect([path, received.status]).toEqual([path, 400])
      expect(received.text).not.toContain(secret)
    }
  })

  test('a repeated event is first put on record at its address', async () => {
    const addressId = await makeAddress(system)
    const before = (await recordOf('img', addressId)).length
    const tracks = [{ reference: `X-${randomUUID()}`, addressId, revision: 0 }]
    await register.ask('img', '/register/repair', { tracks, notices: [] })
    const lines = (await recordOf('img', addressId)).slice(before)
    expect(lines.map(({ name }) => name)).toEqual(['Opnieuw doorgegeven aan het register'])
  })
})

describe('findings are for the agency that made them', () => {
  const MUTATIONS = [
    [
      'recordStructuralDamage',
      'RecordStructuralDamageInput',
      { description: 'x' },
      ['img.handler', 'img.safety'],
    ],
    [
      'recordDamageOwnershipChange',
      'RecordDamageOwnershipChangeInput',
      { changedOn: '2026-01-01' },
      ['img.handler'],
    ],
    [
      'recordFoundDamage',
      'RecordFoundDamageInput',
      { moment: 'INSPECTION', description: 'x' },
      ['ncg.handler', 'ncg.safety'],
    ],
    [
      'recordStrengtheningOwnershipChange',
      'RecordStrengtheningOwnershipChangeInput',
      { changedOn: '2026-01-01' },
      ['ncg.handler'],
    ],
  ] as const

  test.each(MUTATIONS)('%s', async (name, type, input, allowed) => {
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { id } }`
    const variables = { input: { id: randomUUID(), revision: 1, ...input } }
    for (const { id: as } of PERSONAS.filter(({ id }) => id.includes('.'))) {
      const { text } = await post('gateway', query, { as, variables })
      const mayTry = (allowed as readonly string[]).some((each) => as === each)
      // A permitted caller learns that the file does not exist; others learn nothing.
      if (mayTry) expect(text).toContain('BAD_USER_INPUT')
      else if (!/colleague/.test(as)) expect(text).toContain('FORBIDDEN')
    }
  })

  test('a finding does not leave with the event, the log or the register', async () => {
    const addressId = await makeAddress(system)
    const secret = `GEHEIM-${randomUUID()}`
    const { data } = await system.ask(
      'query($id: ID!) { strengtheningProjects(filter: { addressId: $id }) { nodes { id reference revision } } }',
      { as: 'ncg.handler', variables: { id: addressId } },
    )
    const [project] = data.strengtheningProjects.nodes
    const { errors } = await system.ask(
      'mutation($input: RecordFoundDamageInput!) { recordFoundDamage(input: $input) { id } }',
      {
        as: 'ncg.handler',
        variables: {
          input: { id: project.id, revision: project.revision, moment: 'INSPECTION', description: secret },
        },
      },
    )
    expect(errors).toEqual([])
    expect((await register.track('NCG', project.reference))?.notices).toHaveLength(1)
    const seen = await register.ask('svip', '/register/look', {
      owner: 'NCG',
      references: [project.reference],
    })
    expect(JSON.stringify(seen)).not.toContain(secret)
    for (const party of ['img', 'ncg', 'svip'] as const) {
      expect(JSON.stringify(await recordOf(party, addressId))).not.toContain(secret)
      expect((await send(party, '/metrics', { method: 'GET' })).text).not.toContain(secret)
    }
  })
})

describe('a false event', () => {
  const tell = async (events: readonly object[]) =>
    await send('svip', '/events', {
      token: await serviceToken('ncg'),
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(
        events.map((wish) => ({
          specversion: '1.0',
          id: randomUUID(),
          source: 'urn:samenloop:ncg',
          time: new Date().toISOString(),
          ...wish,
        })),
      ),
    })

  test('cannot report, make safe or remove for the other agency', async () => {
    const addressId = await makeAddress(system)
    for (const type of [
      'nl.img.acute-safety.made-safe',
      'nl.img.damage-claim.removed',
      'nl.img.ownership.changed',
      'nl.img.structural-damage.found',
    ])
      expect((await tell([{ type, data: { addressId, reference: 'x', revision: 9 } }])).status).toBe(403)
    const { data } = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: SIGNALLING) { otherSide { img { present } } } }',
      { as: 'ncg.handler', variables: { id: addressId } },
    )
    expect(data.address.otherSide.img.present).toBe(true)
  })

  test('in one batch with a valid one makes both fail, and a repeated event counts once', async () => {
    const addressId = await makeAddress(system)
    const reference = `L-${randomUUID()}`
    const notice = { id: randomUUID(), type: 'nl.ncg.damage.found', data: { addressId, reference } }
    const state = {
      type: 'nl.ncg.strengthening-project.registered',
      data: {
        addressId,
        reference,
        phase: 'SCOPE',
        status: 'S1_2',
        open: true,
        since: '2026-01-01',
        revision: 1,
      },
    }
    expect((await tell([notice, state, { type: 'nl.ncg.exploded', data: {} }])).status).toBe(400)
    expect(await register.track('NCG', reference)).toBeNull()
    expect((await tell([notice, notice, state])).status).toBe(204)
    expect((await tell([notice, state])).status).toBe(204)
    expect((await register.track('NCG', reference))?.notices).toEqual([notice.id])
    // Restores the register to the state of the agency.
    expect(
      (
        await tell([
          { type: 'nl.ncg.strengthening-project.removed', data: { addressId, reference, revision: 2 } },
        ])
      ).status,
    ).toBe(204)
  })
})
