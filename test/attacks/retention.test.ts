import { describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import {
  createAttempts,
  entriesOf,
  errorsOf,
  PARTIES,
  post,
  recordOf,
  send,
  serviceToken,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** Attempts to erase evidence, or to keep others from erasing: by people and by the wrong process. */

const privacyOfficer = (org: string, more: object = {}) =>
  tokenThatSays({ claims: { sub: `fg.${org}`, org, roles: ['privacy_officer'], ...more } })

const PLACE = `mutation($id: ID!) { placeLegalHold(input: { addressId: $id, reason: "Zaak 1" }) { id organisation } }`
const LIFT = `mutation($id: ID!) { liftLegalHold(id: $id, reason: "Zaak dicht") { liftedAt liftReason } }`
const OTHERS = `query($id: ID) { legalHoldsOfOthers(addressId: $id) { address { id } organisation placedAt } }`
const LIST = `query($id: ID) { legalHolds(addressId: $id) { id organisation reason liftedAt address { id } } }`

async function place(addressId: string, token: string): Promise<string> {
  const received = await post('gateway', PLACE, { token, variables: { id: addressId } })
  return (JSON.parse(received.text) as { data: { placeLegalHold: { id: string } } }).data.placeLegalHold.id
}
async function list(token: string, id?: string): Promise<readonly { id: string; organisation: string }[]> {
  const received = await post('gateway', LIST, { token, variables: { id } })
  return (JSON.parse(received.text) as { data: { legalHolds: { id: string; organisation: string }[] } }).data
    .legalHolds
}

describe('the endpoint for erasing', () => {
  const attempts = createAttempts()

  test.each(PARTIES)('at %s only the operator applies the terms, and no content is lost', async (party) => {
    const before = (await entriesOf(party)).length
    const tokens = await Promise.all([
      ...[
        'img.handler',
        'img.svip',
        'ncg.svip',
        'gemeente.groningen',
        'intervention.team',
        'privacy.officer',
      ].map((as) => system.tokenOf(as)),
      serviceToken('img'),
      serviceToken('ncg'),
      serviceToken('svip'),
      tokenThatSays({ claims: { org: 'SVIP', roles: ['service'], client_id: 'samenloop-dev' } }),
      tokenThatSays({ claims: { org: 'NCG', roles: ['service'], client_id: 'samenloop-operator' } }),
    ])
    for (const token of tokens) {
      const ask = (body: string) =>
        send(party, '/retention', { token, headers: attempts.at(party, 'retention'), body })
      const received = await ask('{"dryRun":false}')
      expect(received.status).toBe(403)
      expect(withoutTrace((await ask('{"dryRun":1}')).text)).toBe(withoutTrace(received.text))
    }
    expect((await send(party, '/retention', { body: '{"dryRun":false}' })).status).toBe(401)
    expect((await entriesOf(party)).length).toBeGreaterThanOrEqual(before)
  })

  test.each(['{}', '{"dryRun":"no"}', '[]', 'null', '{"dryRun":false'])(
    'the operator gets a clear error for %s, and nothing happens',
    async (body) => {
      const received = await send('img', '/retention', { as: 'operator', body })
      expect(received.status).toBe(400)
      expect(errorsOf(received)[0]?.extensions.code).toBe('BAD_USER_INPUT')
    },
  )

  test('the operator cannot shorten a term or choose what is erased', async () => {
    const before = (await entriesOf('img')).length
    const body = JSON.stringify({
      dryRun: false,
      termDays: 0,
      before: Date.now(),
      held: [],
      chain: 'img/access',
    })
    const { status, text } = await send('img', '/retention', { as: 'operator', body })
    expect(status).toBe(200)
    expect(text).toContain('"erased":0')
    expect((await entriesOf('img')).length).toBeGreaterThanOrEqual(before)
  })

  test('the addresses under a hold are served to the agencies alone', async () => {
    const id = await makeAddress(system)
    await place(id, await system.tokenOf('privacy.officer'))
    const tokens = await Promise.all([
      ...['img.handler', 'ncg.svip', 'privacy.officer', 'operator'].map((as) => system.tokenOf(as)),
      serviceToken('svip'),
    ])
    for (const token of tokens) {
      const received = await send('svip', '/legal-holds', {
        method: 'GET',
        token,
        headers: attempts.at('svip', 'legal-holds'),
      })
      expect(received.status).toBe(403)
      expect(received.text).not.toContain(id)
    }
    const token = await serviceToken('img')
    const told = await send('svip', '/legal-holds', { method: 'GET', token })
    expect(JSON.parse(told.text).addresses).toContain(id)
    expect(JSON.parse(told.text).holds).toContainEqual({
      addressId: id,
      organisation: 'SVIP',
      placedAt: expect.any(String),
    })
    expect(told.text).not.toContain('Zaak')
    expect((await recordOf('svip', id)).map(({ name }) => name)).toContain('Bewaarplicht doorgegeven')
    const again = await send('svip', '/legal-holds', {
      method: 'GET',
      token,
      headers: { 'if-none-match': told.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  test('each attempt is on record', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })
})

describe('legal holds', () => {
  const attempts = createAttempts()

  test('are placed, seen and lifted by privacy officers alone', async () => {
    const id = await makeAddress(system)
    const hold = await place(id, await system.tokenOf('privacy.officer'))
    for (const as of [
      'img.handler',
      'img.svip',
      'ncg.safety',
      'gemeente.eemsdelta',
      'intervention.team',
      'operator',
    ]) {
      for (const [query, field, variables] of [
        [PLACE, 'placeLegalHold', { id }],
        [LIFT, 'liftLegalHold', { id: hold }],
        [LIST, 'legalHolds', { id }],
      ] as const) {
        const received = await post('svip', query, { as, variables, headers: attempts.at('svip', field) })
        expect(errorsOf(received)[0]?.extensions.code).toBe('FORBIDDEN')
      }
    }
    const municipality = await privacyOfficer('GEMEENTE', { municipality: '1979' })
    const received = await post('svip', LIST, { token: municipality, variables: { id } })
    expect(errorsOf(received)[0]?.extensions.code).toBe('FORBIDDEN')
    expect(await list(await system.tokenOf('privacy.officer'), id)).toMatchObject([
      { id: hold, liftedAt: null },
    ])
    expect(await attempts.notOnRecord()).toEqual([])
  })

  test('of one agency do not exist for the other, which cannot lift them; the SVIP sees and lifts all', async () => {
    const id = await makeAddress(system)
    const [img, ncg, svip] = await Promise.all([
      privacyOfficer('IMG'),
      privacyOfficer('NCG'),
      system.tokenOf('privacy.officer'),
    ])
    const hold = await place(id, img)
    expect(await list(ncg, id)).toEqual([])
    expect((await list(ncg)).every(({ organisation }) => organisation === 'NCG')).toBe(true)
    expect(await list(img, id)).toMatchObject([{ id: hold }])
    expect(await list(svip, id)).toMatchObject([{ id: hold, organisation: 'IMG' }])

    const lift = (token: string, which: string) => post('gateway', LIFT, { token, variables: { id: which } })
    const foreign = await lift(ncg, hold)
    const unknown = await lift(ncg, '00000000-0000-4000-8000-000000000000')
    expect(withoutTrace(foreign.text)).toBe(withoutTrace(unknown.text))
    expect(errorsOf(foreign)[0]?.extensions.code).toBe('BAD_USER_INPUT')

    expect((await lift(svip, hold)).text).toContain('"liftReason":"Zaak dicht"')
    expect(errorsOf(await lift(img, hold))[0]?.extensions.code).toBe('CONFLICT')
  })

  test('of others are visible to the agency that they keep from erasing, without the reason, and to nobody else', async () => {
    const [id, empty] = await Promise.all([makeAddress(system), makeAddress(system, { files: false })])
    const [img, ncg, svip] = await Promise.all([
      privacyOfficer('IMG'),
      privacyOfficer('NCG'),
      system.tokenOf('privacy.officer'),
    ])
    const hold = await place(id, img)
    await place(empty, img)
    const others = async (token: string, at?: string) =>
      await post('gateway', OTHERS, { token, variables: { id: at } })
    const found = await others(ncg, id)
    expect(JSON.parse(found.text).data.legalHoldsOfOthers).toEqual([
      { address: { id }, organisation: 'IMG', placedAt: expect.stringMatching(/^20\d\d-.*Z$/) },
    ])
    expect(found.text).not.toContain('Zaak')
    expect((await recordOf('svip', id)).map(({ name }) => name)).toContain(
      'Bewaarplicht van een ander getoond',
    )
    // NCG has no data there, so the hold does not keep it from erasing; IMG sees its own among `legalHolds`.
    for (const [token, at] of [
      [ncg, empty],
      [img, id],
    ] as const)
      expect(JSON.parse((await others(token, at)).text).data.legalHoldsOfOthers).toEqual([])
    expect((await others(ncg)).text).not.toContain(empty)
    const why = await post('gateway', OTHERS.replace('organisation', 'organisation reason'), { token: ncg })
    expect(errorsOf(why)).not.toEqual([])
    for (const token of [
      svip,
      await privacyOfficer('GEMEENTE', { municipality: '1979' }),
      ...(await Promise.all(
        ['img.handler', 'ncg.handler', 'ncg.svip', 'ncg.safety', 'gemeente.eemsdelta', 'operator'].map((as) =>
          system.tokenOf(as),
        ),
      )),
    ]) {
      const headers = attempts.at('svip', 'legalHoldsOfOthers')
      const received = await post('svip', OTHERS, { token, variables: { id }, headers })
      expect(errorsOf(received)[0]?.extensions.code).toBe('FORBIDDEN')
      expect(received.text).not.toContain('IMG')
    }
    await post('gateway', LIFT, { token: img, variables: { id: hold } })
    expect(JSON.parse((await others(ncg, id)).text).data.legalHoldsOfOthers).toEqual([])
    expect(await attempts.notOnRecord()).toEqual([])
  })

  test('two officers who lift concurrently: one succeeds, the other gets a conflict', async () => {
    const token = await system.tokenOf('privacy.officer')
    const id = await place(await makeAddress(system), token)
    const received = await Promise.all([1, 2].map(() => post('svip', LIFT, { token, variables: { id } })))
    expect(received.map((each) => errorsOf(each)[0]?.extensions.code ?? 'LIFTED').toSorted()).toEqual([
      'CONFLICT',
      'LIFTED',
    ])
  })

  test.each([
    ['no address', 'x', 'Zaak 1', 'BAG-nummeraanduiding'],
    ['an unknown address', '0000209999999999', 'Zaak 1', 'niet bekend'],
    ['no reason', '0000209999999999', '  ', 'reden'],
    [
      'a reason that is too long',
      '0000209999999999',
      'x'.repeat(501),
      'input.reason heeft meer dan 500 tekens',
    ],
  ])('with %s give a clear error', async (_name, addressId, reason, message) => {
    const received = await post(
      'gateway',
      `mutation($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { id } }`,
      { as: 'privacy.officer', variables: { input: { addressId, reason } } },
    )
    expect(errorsOf(received)[0]).toMatchObject({
      message: expect.stringContaining(message),
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  test('every action on them is on record at the address', async () => {
    const id = await makeAddress(system)
    const token = await system.tokenOf('privacy.officer')
    const hold = await place(id, token)
    await list(token, id)
    await post('gateway', LIFT, { token, variables: { id: hold } })
    expect((await recordOf('svip', id)).map(({ name }) => name)).toEqual([
      'Bewaarplicht vastgelegd',
      'Bewaarplicht getoond',
      'Bewaarplicht opgeheven',
    ])
  })
})
