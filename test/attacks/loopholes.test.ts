import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import {
  errorsOf,
  linesOf,
  PARTIES,
  post,
  recordOf,
  refusalOf,
  refusalsDuring,
  send,
  system,
  tokenThatSays,
} from './attacker.ts'

/** Ways around the rules that break none of them: by order, by counting, by what the rules themselves reveal. */

const consent = async (id: string, categories: readonly string[] = ['PLANNING', 'FINDINGS']) => {
  const { data } = await system.ask(
    'mutation($id: ID!, $categories: [DataCategory!]!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: $categories, channel: FORM, evidence: "bewijs" }) { id } }',
    { as: 'img.svip', variables: { id, categories } },
  )
  return data.recordConsent.id as string
}
const claimOf = async (id: string) =>
  (
    await system.ask(
      'query($id: ID!) { damageClaims(filter: { addressId: $id }) { nodes { id revision reference } } }',
      { as: 'img.handler', variables: { id } },
    )
  ).data.damageClaims.nodes[0] as { id: string; revision: number; reference: string }

describe('the refusal of a resident', () => {
  test('applies at once: the answer to an upheld objection shares nothing on the public task any more', async () => {
    const id = await makeAddress(system)
    const { data, errors } = await system.ask(
      'mutation($id: ID!) { recordObjection(input: { addressId: $id, owner: NCG, state: UPHELD, evidence: "bezwaar" }) { state address { access { owner outcome reason } strengthening { categories project { reference handler { name } } } } } }',
      { as: 'img.svip', purpose: 'COOPERATION', variables: { id } },
    )
    expect(errors).toEqual([])
    expect(data.recordObjection.address.strengthening).toEqual({ categories: [], project: null })
    expect(data.recordObjection.address.access[1]).toEqual({
      owner: 'NCG',
      outcome: 'DENIED',
      reason: 'OBJECTION_UPHELD',
    })
    expect((await recordOf('ncg', id)).filter((entry) => entry.attributes['samenloop.decision_id'])).toEqual(
      [],
    )
  })

  test('applies at once: data that were read earlier in an operation are not reused after a withdrawal in it', async () => {
    const id = await makeAddress(system)
    const consentId = await consent(id)
    const { data, errors } = await system.ask(
      `mutation($id: ID!, $consent: ID!) {
        before: recordWish(input: { addressId: $id, integralApproach: false, channel: FORM, evidence: "wens" }) { id }
        withdrawConsent(id: $consent) { state address { access { owner reason } damage { categories claims { report { summary } } } } }
      }`,
      { as: 'ncg.handler', purpose: 'COOPERATION', variables: { id, consent: consentId } },
    )
    expect(errors).toEqual([])
    expect(data.withdrawConsent.state).toBe('WITHDRAWN')
    expect(data.withdrawConsent.address).toMatchObject({
      damage: { categories: ['PRESENCE', 'STATUS', 'HANDLER'] },
      access: [{ owner: 'IMG', reason: 'CONSENT_WITHDRAWN' }, { owner: 'NCG' }],
    })
    expect(JSON.stringify(data)).not.toContain('GEHEIM')
  })

  test('applies to every query that begins after the answer, however many run at the same time', async () => {
    const id = await makeAddress(system)
    const consentId = await consent(id)
    const look = async () =>
      (
        await system.ask(
          'query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { categories } } }',
          { as: 'ncg.handler', variables: { id } },
        )
      ).data.address.damage.categories as string[]
    expect(await look()).toContain('FINDINGS')
    const during = Array.from({ length: 6 }, look)
    await system.ask('mutation($id: ID!) { withdrawConsent(id: $id) { state } }', {
      as: 'ncg.handler',
      variables: { id: consentId },
    })
    expect(await Promise.all(Array.from({ length: 6 }, look))).toEqual(
      Array(6).fill(['PRESENCE', 'STATUS', 'HANDLER']),
    )
    await Promise.all(during)
  })

  test('as a withdrawal is on record under the own address', async () => {
    const id = await makeAddress(system)
    const consentId = await consent(id)
    await system.ask('mutation($id: ID!) { withdrawConsent(id: $id) { state } }', {
      as: 'ncg.handler',
      variables: { id: consentId },
    })
    const names = (await recordOf('svip', id)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Toestemming vastgelegd', 'Toestemming ingetrokken']))
  })

  test('is not recorded as the withdrawal of a consent that never existed', async () => {
    const before = (await linesOf('svip')).length
    const trace = randomUUID().replaceAll('-', '')
    await system.ask(`mutation { withdrawConsent(id: "${randomUUID()}") { state } }`, {
      at: 'svip',
      as: 'ncg.handler',
      headers: { traceparent: `00-${trace}-1234567890abcdef-01` },
    })
    const lines = (await linesOf('svip')).slice(before).filter((line) => line.trace_id === trace)
    expect(lines.map(({ name, status }) => [name, status])).not.toContainEqual([
      'Toestemming ingetrokken',
      'Ok',
    ])
  })
})

describe('the record and the data that were returned', () => {
  test('a decision that opened data says so, also when it was explained before it was used', async () => {
    const id = await makeAddress(system)
    await consent(id)
    const { data } = await system.ask(
      'query($id: ID!) { address(id: $id) { otherSide { concurrence } access { outcome } consents { address { damage { categories claims { status } } } } } }',
      { as: 'ncg.handler', purpose: 'COOPERATION', variables: { id } },
    )
    expect(data.address.consents[0].address.damage.categories).toContain('FINDINGS')
    const used = (await recordOf('img', id)).flatMap(
      (entry) => entry.attributes['samenloop.decision_id'] ?? [],
    )
    const decisions = (await recordOf('svip', id)).filter((entry) => used.includes(entry.id))
    expect(decisions.map(({ granted }) => granted)).toEqual([true])
  })

  test('a query for a decision is on record, with the address it is about', async () => {
    const id = await makeAddress(system)
    const asked = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { decisionId } } }',
      { as: 'ncg.handler', variables: { id } },
    )
    const decision: string = asked.data.address.access[0].decisionId
    const before = (await recordOf('svip', id)).length
    const { data } = await system.ask(
      'query($id: ID!) { decision(id: $id) { outcome facts { id } explanation } }',
      { as: 'ncg.svip', variables: { id: decision } },
    )
    expect(data.decision.facts.length).toBeGreaterThan(0)
    expect((await recordOf('svip', id)).length).toBeGreaterThan(before)
  })

  test('the purpose of a colleague’s decision does not apply to other callers', async () => {
    const id = await makeAddress(system)
    const asked = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: JOINT_INSPECTION) { access { decisionId } } }',
      { as: 'ncg.handler', variables: { id } },
    )
    const look = (purpose?: string) =>
      system.ask(
        'query($id: ID!) { decision(id: $id) { address { damage { categories claims { inspection { plannedOn } } } access { purpose } } } }',
        {
          as: 'ncg.svip',
          ...(purpose ? { purpose } : {}),
          variables: { id: asked.data.address.access[0].decisionId },
        },
      )
    const without = await look()
    expect(without.data.decision.address).toEqual({
      damage: { categories: [], claims: null },
      access: [{ purpose: null }, { purpose: null }],
    })
    const signalling = await look('SIGNALLING')
    expect(signalling.data.decision.address).toEqual({
      damage: { categories: ['PRESENCE'], claims: [{ inspection: null }] },
      access: [{ purpose: 'SIGNALLING' }, { purpose: 'SIGNALLING' }],
    })
  })

  test('a caller without a role is refused at the SVIP, and the attempt is on record', async () => {
    const id = await makeAddress(system)
    const token = await tokenThatSays({ claims: { org: 'IMG', roles: [] } })
    const questions = {
      address: 'query($id: ID!) { address(id: $id) { street } }',
      addresses:
        'query($id: ID!) { addresses(postcode: "9919AA") { id } _entities(representations: []) { __typename } again: address(id: $id) { id } }',
      decision: 'query($id: ID!) { decision(id: $id) { id } }',
      labels: 'query($id: [String!]) { labels(enums: $id) { enum } }',
    }
    const refusals = await refusalsDuring('svip', async () => {
      for (const query of Object.values(questions)) {
        const received = await post('svip', query, { token, variables: { id } })
        expect(errorsOf(received)[0]?.extensions.code).toBe('FORBIDDEN')
        expect(received.text).not.toMatch(/Proefstraat|"id":"/)
      }
    })
    expect(refusals).toEqual(expect.arrayContaining(Object.keys(questions)))
  })

  test('a reference without an id is refused like any other, and the attempt is on record', async () => {
    for (const [at, type] of [
      ['img', 'DamageClaim'],
      ['ncg', 'StrengtheningProject'],
    ] as const) {
      const refusals = await refusalsDuring(at, async () => {
        for (const id of [undefined, null, 1, {}, ['x']]) {
          const received = await post(
            at,
            `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { reference } } }`,
            { as: 'gemeente.eemsdelta', variables: { r: [{ __typename: type, id }] } },
          )
          expect([id, received.text]).toEqual([id, '{"data":{"_entities":[null]}}\n'])
        }
      })
      expect(refusals.filter((refusal) => refusal.startsWith(type)).length).toBeGreaterThanOrEqual(5)
    }
  })

  test('an import or event without permission is on record, whatever was sent', async () => {
    const refusals = await refusalsDuring('svip', async () => {
      expect((await send('svip', '/import/addresses', { as: 'ncg.handler', body: '{' })).status).toBe(403)
      expect((await send('svip', '/events', { as: 'ncg.handler', body: '{' })).status).toBe(403)
      expect(
        (
          await send('svip', '/import/consents', {
            as: 'ncg.handler',
            headers: { 'content-type': 'text/csv' },
            body: 'a,b',
          })
        ).status,
      ).toBe(403)
    })
    expect(refusals).toEqual(expect.arrayContaining(['import addresses', 'events', 'import consents']))
  })
})

describe('what is withheld, but could be derived', () => {
  test('a caller who may know that a claim exists cannot derive when it was changed', async () => {
    const id = await makeAddress(system)
    const { id: claim, revision } = await claimOf(id)
    // A municipality may know that IMG has a file, and NCG's progress.
    const look = async () =>
      (
        await system.ask(
          'query($id: ID!) { address(id: $id, purpose: MUNICIPAL_PLAN) { otherSide { img { present open since } asOf } } }',
          { as: 'gemeente.eemsdelta', variables: { id } },
        )
      ).data.address.otherSide
    const before = await look()
    expect(before.img).toEqual({ present: true, open: null, since: null })
    await system.ask(
      'mutation($id: ID!, $revision: Int!) { assignDamageHandler(input: { id: $id, revision: $revision, handler: { name: "Nieuw", email: "nieuw@img.example" } }) { revision } }',
      { as: 'img.handler', variables: { id: claim, revision } },
    )
    expect(await look()).toEqual(before)
  })

  test('a caller who may know that a claim exists cannot derive how often it was changed', async () => {
    const id = await makeAddress(system)
    const { id: claim, revision } = await claimOf(id)
    const look = async () => {
      const { data } = await system.ask(
        'query($id: ID!) { address(id: $id, purpose: SIGNALLING) { damage { claims { revision } } access { decisionId } } }',
        { as: 'ncg.handler', variables: { id } },
      )
      const { data: explained } = await system.ask(
        'query($id: ID!) { decision(id: $id) { facts { id revision } } }',
        { as: 'ncg.handler', variables: { id: data.address.access[0].decisionId } },
      )
      return [
        data.address.damage.claims,
        explained.decision.facts.filter((fact: { id: string }) => fact.id.startsWith('IMG:')),
      ]
    }
    const before = await look()
    await system.ask(
      'mutation($id: ID!, $revision: Int!) { assignDamageHandler(input: { id: $id, revision: $revision, handler: { name: "Nieuw", email: "nieuw@img.example" } }) { revision } }',
      { as: 'img.handler', variables: { id: claim, revision } },
    )
    expect(await look()).toEqual(before)
  })

  test('a caller who may not see the handler cannot find out by a filter on the handler', async () => {
    const id = await makeAddress(system)
    const { data: own } = await system.ask(
      'query($id: ID!) { damageClaims(filter: { addressId: $id }) { nodes { handler { email } } } }',
      { as: 'img.handler', variables: { id } },
    )
    const { email } = own.damageClaims.nodes[0].handler
    const token = await tokenThatSays({
      claims: { sub: 'img.priority', org: 'IMG', roles: ['priority_team'] },
    })
    const byHandler = (handler: string) =>
      post(
        'img',
        'query($id: ID!, $handler: String!) { damageClaims(filter: { addressId: $id, handlerEmail: $handler }) { totalCount nodes { handler { email } } } }',
        { token, variables: { id, handler } },
      )
    expect((await byHandler(email)).text).toBe((await byHandler('niemand@img.example')).text)
  })

  test('a privacy officer of a municipality or of the other agency reads no decision of others', async () => {
    const id = await makeAddress(system)
    const asked = await system.ask(
      'query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { decisionId } } }',
      { as: 'ncg.handler', variables: { id } },
    )
    const token = await tokenThatSays({
      claims: { sub: 'fg.groningen', org: 'GEMEENTE', municipality: '0014', roles: ['privacy_officer'] },
    })
    const ask = (decision: string) =>
      post('svip', 'query($id: ID!) { decision(id: $id) { outcome facts { id } requestedBy } }', {
        token,
        variables: { id: decision },
      })
    expect((await ask(asked.data.address.access[0].decisionId)).text).toBe((await ask(randomUUID())).text)
  })

  test('a refusal to a safety officer of what only a handler sees reveals nothing of it', async () => {
    const id = await makeAddress(system)
    const { id: claim } = await claimOf(id)
    const { data, errors } = await system.ask(
      'query($id: ID!) { damageClaim(id: $id) { reference award { amountCents } circumstances } }',
      { as: 'img.safety', variables: { id: claim } },
    )
    expect(errors).toEqual([])
    expect(data.damageClaim).toEqual({
      reference: expect.any(String),
      award: null,
      circumstances: 'GEHEIM-omstandigheden',
    })
  })
})

describe('a change of the own side', () => {
  test('that selects the other side follows the rules of any query', async () => {
    const [id = ''] = addressIds(await makeAddresses(system, 1), 1)
    const { id: claim, revision } = await claimOf(id)
    const change = (revision: number, purpose?: string) =>
      system.ask(
        'mutation($id: ID!, $revision: Int!) { assignDamageHandler(input: { id: $id, revision: $revision, handler: { name: "Nieuw", email: "nieuw@img.example" } }) { address { strengthening { categories project { reference advice { summary } } } } } }',
        {
          as: 'img.handler',
          ...(purpose ? { purpose } : {}),
          variables: { id: claim, revision },
        },
      )
    const without = await change(revision)
    expect(without.data.assignDamageHandler.address.strengthening).toEqual({ categories: [], project: null })
    const signalling = await change(revision + 1, 'SIGNALLING')
    expect(signalling.data.assignDamageHandler.address.strengthening).toEqual({
      categories: ['PRESENCE'],
      project: { reference: expect.stringMatching(/^V-/), advice: null },
    })
    expect(
      (await recordOf('ncg', id)).map((entry) => refusalOf(entry) ?? entry.attributes['samenloop.purpose']),
    ).toEqual(['MISSING', 'SIGNALLING'])
  })

  test('that is refused for the other agency’s file reveals nothing of its state', async () => {
    const id = await makeAddress(system)
    const { id: claim } = await claimOf(id)
    const attempt = (file: string, revision: number) =>
      post(
        'gateway',
        'mutation($id: ID!, $revision: Int!) { advanceDamageClaim(input: { id: $id, revision: $revision, to: COMPLETION }) { id phase } }',
        { as: 'ncg.handler', variables: { id: file, revision } },
      )
    const refused = await attempt(claim, 1)
    expect(errorsOf(refused)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect((await attempt(claim, 99)).text).toBe(refused.text)
    expect((await attempt(randomUUID(), 1)).text).toBe(refused.text)
  })
})

test('the logs of the parties agree about everything that was tried here', async () => {
  const decisions = new Map<string, { owner: string; categories: readonly string[] }>()
  for (const line of await system.log('svip')) {
    const content =
      line.type === 'entry' && typeof line.content === 'string' ? JSON.parse(line.content) : null
    if (content?.event_name)
      decisions.set(content.id, { owner: content.request.owner, categories: content.response.categories })
  }
  for (const party of PARTIES.filter((name) => name !== 'svip')) {
    for (const { attributes } of await linesOf(party)) {
      const decision = attributes['samenloop.decision_id']
      if (!decision) continue
      expect(decisions.get(decision)?.owner.toLowerCase()).toBe(party)
      expect(decisions.get(decision)?.categories).toEqual(attributes['samenloop.categories'])
    }
  }
})
