import { beforeEach, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'
import { until } from '../support/until.ts'

const system = client()
const RECORD = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id state revision owner recipient validFrom validUntil withdrawalMethod address { id } } }`
const WITHDRAW = `mutation($id: ID!, $reason: String) { withdrawConsent(id: $id, reason: $reason) { id state revision withdrawnAt } }`
const LOOK = `query($id: ID!) { address(id: $id, purpose: COOPERATION) {
  damage { categories claims { reference inspection { plannedOn } report { summary } circumstances } }
  access { owner outcome reason categories withheld } } }`
const CONSENTS = `query($id: ID!) { address(id: $id) { consents { id state purposes categories channel evidence recordedBy withdrawnAt } } }`

let id: string
beforeEach(async () => {
  id = await makeAddress(system)
})

const consent = (changes: Record<string, unknown> = {}) => ({
  addressId: id,
  owner: 'IMG',
  recipient: 'NCG',
  purposes: ['COOPERATION'],
  categories: ['PLANNING', 'FINDINGS'],
  channel: 'FORM',
  evidence: 'formulier-1',
  ...changes,
})
const record = async (changes: Record<string, unknown> = {}, as = 'ncg.handler') =>
  await system.ask(RECORD, { as, variables: { input: consent(changes) } })
const look = async (as = 'ncg.handler') => {
  const { data, errors } = await system.ask(LOOK, { as, variables: { id } })
  expect(errors).toEqual([])
  return data.address
}

describe('consent', () => {
  test('opens its data from the next query on, and closes them from the next query after the withdrawal', async () => {
    expect((await look()).damage.claims[0]).toMatchObject({ inspection: null, report: null })

    const { data, errors } = await record()
    expect(errors).toEqual([])
    expect(data.recordConsent).toMatchObject({
      state: 'GIVEN',
      revision: 1,
      owner: 'IMG',
      recipient: 'NCG',
      validUntil: null,
      address: { id },
    })

    const open = await look()
    expect(open.damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS'])
    expect(open.damage.claims[0]).toMatchObject({
      inspection: { plannedOn: '2026-12-01' },
      report: { summary: 'GEHEIM-bevinding' },
      circumstances: null,
    })
    expect(open.access[0]).toMatchObject({ outcome: 'PERMITTED', reason: 'PERMITTED', withheld: [] })

    const withdrawn = await system.ask(WITHDRAW, {
      as: 'img.svip',
      variables: { id: data.recordConsent.id, reason: 'de bewoner wil het niet meer' },
    })
    expect(withdrawn.data.withdrawConsent).toMatchObject({
      state: 'WITHDRAWN',
      revision: 2,
      withdrawnAt: expect.any(String),
    })

    const closed = await look()
    expect(closed.damage.claims[0]).toMatchObject({ inspection: null, report: null })
    expect(closed.access[0]).toMatchObject({
      outcome: 'PARTIAL',
      reason: 'CONSENT_WITHDRAWN',
      withheld: ['PLANNING', 'FINDINGS'],
    })
  })

  test('sent twice is one consent, so that one withdrawal closes everything', async () => {
    const answers = await Promise.all([record(), record(), record({}, 'img.svip')])
    const ids = new Set(answers.map(({ data }) => data.recordConsent.id))
    expect(ids.size).toBe(1)
    const [id] = ids
    await system.ask(WITHDRAW, { as: 'ncg.handler', variables: { id } })
    expect((await look()).access[0]).toMatchObject({ reason: 'CONSENT_WITHDRAWN' })
    // Sent again after the withdrawal, it is still the same act, and stays withdrawn.
    expect((await record()).data.recordConsent).toMatchObject({ id, state: 'WITHDRAWN', revision: 2 })
    expect((await look()).access[0]).toMatchObject({ reason: 'CONSENT_WITHDRAWN' })
    // Given again after the withdrawal, with its own evidence, it is a new consent.
    const anew = (await record({ evidence: 'formulier-2' })).data.recordConsent
    expect(anew).toMatchObject({ state: 'GIVEN', revision: 1 })
    expect(anew.id).not.toBe(id)
    expect((await look()).access[0]).toMatchObject({ outcome: 'PERMITTED' })
  })

  test('that is valid now is not the same as one that starts later', async () => {
    const later = await record({ validFrom: new Date(Date.now() + 3_600_000).toISOString() })
    expect((await look()).damage.categories).not.toContain('FINDINGS')
    const now = await record()
    expect(now.data.recordConsent.id).not.toBe(later.data.recordConsent.id)
    expect((await look()).damage.categories).toContain('FINDINGS')
  })

  test('withdrawing twice changes nothing and is no error', async () => {
    const { data } = await record()
    const variables = { id: data.recordConsent.id }
    const first = await system.ask(WITHDRAW, { as: 'ncg.handler', variables })
    const second = await system.ask(WITHDRAW, { as: 'ncg.handler', variables })
    expect(second.data).toEqual(first.data)
  })

  test('applies in its own direction, for its own purpose and recipient only', async () => {
    await record()
    const other = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: COOPERATION) { strengthening { categories } } }`,
      { as: 'img.handler', variables: { id } },
    )
    const purpose = await system.ask(
      `query($id: ID!) { address(id: $id, purpose: ACCELERATION) { damage { categories } } }`,
      { as: 'ncg.handler', variables: { id } },
    )
    expect(other.data.address.strengthening.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
    expect(purpose.data.address.damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
  })

  test('expires by itself', async () => {
    const validFrom = new Date(Date.now() - 60_000).toISOString()
    // On a slow machine it may have expired before it is read: then the test tries one that lives longer.
    for (let lifeMs = 1500; ; lifeMs *= 2) {
      const validUntil = new Date(Date.now() + lifeMs)
      await record({ validFrom, validUntil: validUntil.toISOString() })
      const { categories } = (await look()).damage
      const isInTime = new Date() < validUntil
      if (isInTime) expect(categories).toContain('FINDINGS')
      await until(() => new Date() > validUntil)
      expect((await look()).access[0]).toMatchObject({ outcome: 'PARTIAL', reason: 'CONSENT_EXPIRED' })
      if (isInTime) break
    }
    const { data } = await system.ask(CONSENTS, { as: 'ncg.svip', variables: { id } })
    expect(data.address.consents.at(-1)).toMatchObject({ state: 'EXPIRED' })
  })

  test('is shown with its history to staff of both agencies and to privacy officers, and to nobody else', async () => {
    const { data } = await record()
    await system.ask(WITHDRAW, { as: 'ncg.handler', variables: { id: data.recordConsent.id } })
    await record({ evidence: 'formulier-2' }, 'img.handler')
    for (const as of ['ncg.handler', 'img.svip', 'privacy.officer']) {
      const seen = await system.ask(CONSENTS, { as, variables: { id } })
      expect(
        seen.data.address.consents.map((item: { state: string; recordedBy: string }) => [
          item.state,
          item.recordedBy,
        ]),
      ).toEqual([
        ['GIVEN', 'IMG'],
        ['WITHDRAWN', 'NCG'],
      ])
    }
    for (const as of ['gemeente.eemsdelta', 'intervention.team']) {
      const refused = await system.ask(CONSENTS, { as, variables: { id } })
      expect(refused).toMatchObject({
        data: { address: null },
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      })
    }
  })

  test.each([
    ['to the owner itself', { recipient: 'IMG' }, 'aan zichzelf'],
    ['without a purpose', { purposes: [] }, 'purposes'],
    ['without a category', { categories: [] }, 'categories'],
    ['for a category that consent cannot give', { categories: ['CIRCUMSTANCES'] }, 'niet over CIRCUMSTANCES'],
    ['for a purpose between other parties', { purposes: ['STUCK_CASE'] }, 'STUCK_CASE'],
    ['without evidence', { evidence: ' ' }, 'evidence'],
    [
      'that ends before it begins',
      { validFrom: '2026-01-02T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
      'validUntil',
    ],
    ['for an unknown address', { addressId: '0014209999999999' }, 'niet bekend'],
    ['for an invalid address', { addressId: 'Hoofdstraat 1' }, '16 cijfers'],
  ])('%s is refused with what to change, and nothing is recorded', async (_name, changes, message) => {
    const { errors } = await record(changes)
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ])
    const { data } = await system.ask(CONSENTS, { as: 'ncg.handler', variables: { id } })
    expect(data.address.consents).toEqual([])
  })

  test.each(['gemeente.eemsdelta', 'intervention.team', 'privacy.officer'])(
    'cannot be recorded or withdrawn by %s',
    async (as) => {
      const { data } = await record()
      const consentId = data.recordConsent.id
      for (const refused of [
        await record({ evidence: 'x' }, as),
        await system.ask(WITHDRAW, { as, variables: { id: consentId } }),
      ]) {
        expect(refused).toMatchObject({ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] })
      }
      expect((await look()).damage.categories).toContain('FINDINGS')
    },
  )

  test('under load, every query that starts after the answer to a withdrawal obeys it', async () => {
    const rounds = 12
    for (let round = 0; round < rounds; round++) {
      const { data } = await record({ evidence: `ronde-${round}` })
      let isWithdrawn = false
      const looks = Array.from({ length: 16 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 4))
        const startedAfter = isWithdrawn
        return { startedAfter, categories: (await look()).damage.categories as string[] }
      })
      const withdrawal = system
        .ask(WITHDRAW, { as: 'ncg.handler', variables: { id: data.recordConsent.id } })
        .then(() => {
          isWithdrawn = true
        })
      const [seen] = await Promise.all([Promise.all(looks), withdrawal])
      const after = seen.filter(({ startedAfter }) => startedAfter)
      expect(after.filter(({ categories }) => categories.includes('FINDINGS'))).toEqual([])
      expect((await look()).damage.categories).not.toContain('FINDINGS')
    }
  })
})

describe('other statements of residents', () => {
  const INTEGRAL = `query($id: ID!) { address(id: $id, purpose: INTEGRAL_APPROACH) { damage { categories } access { owner reason withheld } } }`

  test('a wish for an integral approach opens the findings on public task; a changed wish closes them', async () => {
    const wish = (integralApproach: boolean) =>
      system.ask(
        `mutation($input: RecordWishInput!) { recordWish(input: $input) { revision integralApproach address { id } } }`,
        {
          as: 'ncg.handler',
          variables: {
            input: { addressId: id, integralApproach, channel: 'VISIT', evidence: 'gespreksverslag-1' },
          },
        },
      )
    const before = await system.ask(INTEGRAL, { as: 'ncg.handler', variables: { id } })
    expect(before.data.address.damage.categories).not.toContain('FINDINGS')
    expect((await wish(true)).data.recordWish).toEqual({
      revision: 1,
      integralApproach: true,
      address: { id },
    })
    expect(
      (await system.ask(INTEGRAL, { as: 'ncg.handler', variables: { id } })).data.address.damage.categories,
    ).toContain('FINDINGS')
    expect((await wish(false)).data.recordWish.revision).toBe(2)
    expect(
      (await system.ask(INTEGRAL, { as: 'ncg.handler', variables: { id } })).data.address.damage.categories,
    ).not.toContain('FINDINGS')
  })

  test('an upheld objection stops sharing on public task, and its end restores it', async () => {
    const object = (input: Record<string, unknown>) =>
      system.ask(
        `mutation($input: RecordObjectionInput!) { recordObjection(input: $input) { id revision state } }`,
        {
          as: 'privacy.officer',
          variables: {
            input: { addressId: id, owner: 'IMG', state: 'UPHELD', evidence: 'besluit-1', ...input },
          },
        },
      )
    const upheld = await object({})
    expect(upheld.data.recordObjection).toMatchObject({ revision: 1, state: 'UPHELD' })
    const stopped = await look()
    expect(stopped).toMatchObject({ damage: { categories: [], claims: null } })
    expect(stopped.access[0]).toMatchObject({ outcome: 'DENIED', reason: 'OBJECTION_UPHELD' })
    const ended = await object({ id: upheld.data.recordObjection.id, state: 'ENDED' })
    expect(ended.data.recordObjection).toMatchObject({ revision: 2, state: 'ENDED' })
    expect((await look()).damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
  })
})
