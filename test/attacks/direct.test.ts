import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import {
  createAttempts,
  errorsOf,
  OUR_ENDPOINTS,
  PARTIES,
  post,
  recordOf,
  serviceToken,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** Directly at the parties, by people with a token of their own: the parties are protected by neither the network nor the gateway. */

describe('a file by its own id', () => {
  const FILES = [
    {
      at: 'img',
      type: 'DamageClaim',
      root: 'damageClaim',
      list: 'damageClaims',
      owner: 'img.handler',
      other: 'ncg',
    },
    {
      at: 'ncg',
      type: 'StrengtheningProject',
      root: 'strengtheningProject',
      list: 'strengtheningProjects',
      owner: 'ncg.handler',
      other: 'img',
    },
  ] as const

  describe.each(FILES)('$type', ({ at, type, root, list, owner, other }) => {
    const attempts = createAttempts()
    let id: string
    let addressId: string
    beforeAll(async () => {
      addressId = await makeAddress(system)
      const { data } = await system.ask(
        `query($id: ID!) { ${list}(filter: { addressId: $id }) { nodes { id } } }`,
        { as: owner, at, variables: { id: addressId } },
      )
      id = data[list].nodes[0].id
    })

    const STRANGERS: readonly (readonly [string, () => Promise<string>])[] = [
      ['a handler of the other agency', () => system.tokenOf(`${other}.handler`)],
      ['an SVIP officer of the other agency', () => system.tokenOf(`${other}.svip`)],
      ['the own municipality', () => system.tokenOf('gemeente.eemsdelta')],
      ['another municipality', () => system.tokenOf('gemeente.groningen')],
      ['the intervention team', () => system.tokenOf('intervention.team')],
      ['a privacy officer', () => system.tokenOf('privacy.officer')],
      ['the service of the other agency', () => serviceToken(other)],
      ['the service of the agency itself', () => serviceToken(at)],
      ['the service of the SVIP', () => serviceToken('svip')],
      ['the operator', () => system.tokenOf('operator')],
      [
        'someone of the agency without a role',
        () => tokenThatSays({ claims: { org: at.toUpperCase(), roles: [] } }),
      ],
      [
        'someone of the agency with a role that does not exist',
        () => tokenThatSays({ claims: { org: at.toUpperCase(), roles: ['admin', '__proto__'] } }),
      ],
      [
        'a privacy officer of the agency',
        () => tokenThatSays({ claims: { org: at.toUpperCase(), roles: ['privacy_officer'] } }),
      ],
    ]

    test.each(STRANGERS)('is null to %s, whether it exists or not', async (_name, tokenOf) => {
      const token = await tokenOf()
      const byId = (value: string, refusal: string) => ({
        token,
        headers: attempts.at(at, refusal),
        variables: { id: value },
      })

      const entity = (value: string) =>
        post(
          at,
          `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { id reference address { id } } } }`,
          {
            token,
            headers: attempts.at(at, `${type} op identificatie`),
            variables: { r: [{ __typename: type, id: value }] },
          },
        )
      const known = await entity(id)
      expect(known).toMatchObject({ status: 200, text: '{"data":{"_entities":[null]}}\n' })
      expect((await entity(randomUUID())).text).toBe(known.text)

      const one = `query($id: ID!) { ${root}(id: $id) { id reference } }`
      const found = await post(at, one, byId(id, root))
      expect(errorsOf(found)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      expect(found.text).toContain(`"data":{"${root}":null}`)
      expect(withoutTrace((await post(at, one, byId(randomUUID(), root))).text)).toBe(
        withoutTrace(found.text),
      )

      const many = `query($id: ID!) { ${list}(filter: { addressId: $id }) { totalCount nodes { id } pageInfo { endCursor } } }`
      const stock = await post(at, many, byId(addressId, list))
      expect(errorsOf(stock)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      expect(stock.text).not.toMatch(/totalCount|nodes|pageInfo/)
      expect(withoutTrace((await post(at, many, byId('0014209999999999', list))).text)).toBe(
        withoutTrace(stock.text),
      )
    })

    test.each(
      [
        'ncg.handler',
        'img.handler',
        'img.safety',
        'img.svip',
        'gemeente.eemsdelta',
        'privacy.officer',
      ].filter((as) => as !== owner),
    )('cannot be changed by %s, and nothing changes', async (as) => {
      const mutation = at === 'img' ? 'assignDamageHandler' : 'assignStrengtheningHandler'
      const { data, errors } = await system.ask(
        `mutation($id: ID!) { ${mutation}(input: { id: $id, revision: 1, handler: { name: "Inbreker", email: "inbreker@example.nl" } }) { id reference } }`,
        { at, as, headers: attempts.at(at, mutation), variables: { id } },
      )
      expect(data).toBeNull()
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      const file = await system.ask(`query($id: ID!) { ${root}(id: $id) { revision handler { name } } }`, {
        at,
        as: owner,
        variables: { id },
      })
      expect(file.data[root]).toMatchObject({
        revision: 1,
        handler: { name: expect.stringContaining('Proef') },
      })
    })

    test('and each of these attempts is on record', async () => {
      expect(await attempts.notOnRecord()).toEqual([])
    })
  })
})

describe('queries directly at the SVIP', () => {
  const attempts = createAttempts()
  let id: string
  beforeAll(async () => {
    id = await makeAddress(system)
  })

  test('a decision of another caller is null without a relation to it, as an unknown one', async () => {
    const { data } = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { decisionId } } }',
      { as: 'ncg.handler', variables: { id } },
    )
    const decisionId: string = data.address.access[0].decisionId
    const query =
      'query($id: ID!) { decision(id: $id) { id outcome address { id } facts { id } explanation } }'
    for (const as of [
      'ncg.safety',
      'img.handler',
      'img.safety',
      'gemeente.eemsdelta',
      'gemeente.groningen',
      'intervention.team',
      'operator',
    ]) {
      const look = (value: string) =>
        post('svip', query, { as, headers: attempts.at('svip', 'decision'), variables: { id: value } })
      const known = await look(decisionId)
      expect(known).toMatchObject({ status: 200, text: '{"data":{"decision":null}}\n' })
      for (const other of [randomUUID(), 'x', '', decisionId.slice(1), `${decisionId}'--`]) {
        expect((await look(other)).text).toBe(known.text)
      }
    }
    const own = await system.ask(query, { at: 'svip', as: 'ncg.handler', variables: { id: decisionId } })
    expect(own.data.decision.id).toBe(decisionId)
  })

  test.each(['gemeente.eemsdelta', 'gemeente.groningen', 'intervention.team', 'privacy.officer', 'operator'])(
    '%s can record no statement of a resident',
    async (as) => {
      const consents = async () =>
        (
          await system.ask('query($id: ID!) { address(id: $id) { consents { id } } }', {
            as: 'img.svip',
            variables: { id },
          })
        ).data.address.consents
      const before = await consents()
      const mutations = {
        recordConsent: `recordConsent(input: { addressId: "${id}", owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "x" }) { id }`,
        refuseConsent: `refuseConsent(input: { addressId: "${id}", owner: IMG, recipient: NCG, purposes: [COOPERATION], channel: FORM, evidence: "x" }) { id }`,
        withdrawConsent: `withdrawConsent(id: "${randomUUID()}") { id }`,
        recordWish: `recordWish(input: { addressId: "${id}", integralApproach: true, channel: FORM, evidence: "x" }) { id }`,
        ...(as === 'privacy.officer'
          ? {}
          : { recordObjection: `recordObjection(input: { addressId: "${id}", evidence: "x" }) { id }` }),
      }
      for (const [name, mutation] of Object.entries(mutations)) {
        const headers = attempts.at('svip', name)
        const { data, errors } = await system.ask(`mutation { ${mutation} }`, { at: 'svip', as, headers })
        expect(data).toBeNull()
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      }
      expect(await consents()).toEqual(before)
    },
  )

  test('and each of these attempts is on record', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })

  test('an unknown purpose is a clear error, and nothing is executed', async () => {
    for (const purpose of ['FOO', 'signalling', 'SIGNALLING, JOINT_INSPECTION', '__proto__']) {
      for (const service of OUR_ENDPOINTS) {
        const received = await post(service, '{ __typename }', {
          as: 'ncg.handler',
          headers: { 'x-purpose': purpose },
        })
        expect(errorsOf(received)).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
        expect(received.text).not.toContain('"data"')
        expect([service, received.status]).toEqual([service, 400])
      }
    }
  })
})

test('these queries about an address are on record at the SVIP without the caller’s name, except in the decision', async () => {
  const id = await makeAddress(system)
  await system.ask(
    'query($id: ID!) { address(id: $id, purpose: COOPERATION) { otherSide { concurrence } damage { claims { id } } } }',
    { as: 'ncg.handler', variables: { id } },
  )
  for (const party of PARTIES) {
    for (const entry of await recordOf(party, id)) {
      if (entry.event_name) expect(entry.request.caller.subject).toBe('ncg.handler')
      else expect(JSON.stringify(entry)).not.toContain('ncg.handler')
    }
  }
})
