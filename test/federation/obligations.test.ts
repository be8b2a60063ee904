import { beforeEach, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import { client } from '../support/system.ts'

/** A resident who refuses: as easy as consent, obeyed at once, and every recipient gets an obligation. */

const system = client()
const RECORD = 'mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }'
const REFUSE =
  'mutation($input: RefuseConsentInput!) { refuseConsent(input: $input) { id state revision categories refusalReceipt withdrawalReceipt } }'
const WITHDRAW =
  'mutation($id: ID!) { withdrawConsent(id: $id, reason: "wil niet meer", channel: PHONE, evidence: "notitie-7") { id state withdrawalReceipt refusalReceipt } }'
const OBJECT =
  'mutation($input: RecordObjectionInput!) { recordObjection(input: $input) { id revision state owner purposes receivedAt decideBy overdue receipt } }'
const FULFIL =
  'mutation($input: FulfilObligationInput!) { fulfilObligation(input: $input) { id revision state result reason fulfilledAt } }'
const LIST = `query($filter: ObligationFilter, $first: Int, $after: String) { obligations(filter: $filter, first: $first, after: $after) { totalCount nodes {
  id revision cause addressId address { id } owner recipient municipality { code name } categories purposes dueOn overdue state } } }`
const LOOK = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { categories } access { owner reason withheld explanation } } }`

let id: string
beforeEach(async () => {
  id = await makeAddress(system)
})

const statement = (changes: Record<string, unknown> = {}) => ({
  addressId: id,
  owner: 'IMG',
  recipient: 'NCG',
  purposes: ['COOPERATION'],
  channel: 'FORM',
  evidence: 'formulier-1',
  ...changes,
})
const run = async (query: string, as: string, variables: Record<string, unknown>) => {
  const { data, errors } = await system.ask(query, { as, variables })
  expect(errors).toEqual([])
  return Object.values(data)[0] as Record<string, never>
}
const consent = (changes: Record<string, unknown> = {}) =>
  run(RECORD, 'ncg.handler', { input: statement({ categories: ['PLANNING', 'FINDINGS'], ...changes }) })
const look = async (as = 'ncg.handler') => (await run(LOOK, as, { id })) as never as Look
type Look = {
  damage: { categories: string[] }
  access: { reason: string; withheld: string[]; explanation: string }[]
}
type Node = Record<string, unknown> & { addressId: string; id: string; revision: number }
const obligations = async (as: string, filter: Record<string, unknown> = {}) => {
  const { nodes } = (await run(LIST, as, { filter, first: 100 })) as never as { nodes: Node[] }
  return nodes.filter(({ addressId }) => addressId === id)
}

describe('a refusal', () => {
  test('is recorded as easily as a consent, closes what it contradicts, and gives the resident a receipt', async () => {
    await consent()
    expect((await look()).damage.categories).toContain('FINDINGS')
    const refused = await run(REFUSE, 'img.handler', {
      input: statement({ evidence: 'gesprek-2', channel: 'PHONE' }),
    })
    expect(refused).toMatchObject({
      state: 'REFUSED',
      revision: 1,
      categories: ['PLANNING', 'FINDINGS'],
      withdrawalReceipt: null,
    })
    expect(refused.refusalReceipt).toContain('Die is nu helemaal ingetrokken.')
    expect(refused.refusalReceipt).toContain('De NCG moet deze gegevens wissen')
    const closed = await look()
    expect(closed.damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
    expect(closed.access[0]?.withheld).toEqual(['PLANNING', 'FINDINGS'])

    const { consents } = (await run(
      'query($id: ID!) { address(id: $id) { consents { state withdrawnByRefusal withdrawalReceipt } } }',
      'img.svip',
      { id },
    )) as never as { consents: Record<string, string>[] }
    expect(consents).toMatchObject([
      { state: 'REFUSED', withdrawnByRefusal: null, withdrawalReceipt: null },
      { state: 'WITHDRAWN', withdrawnByRefusal: refused.id },
    ])
    expect(consents[1]?.withdrawalReceipt).toContain('nee gezegd')
    expect(await obligations('ncg.svip')).toMatchObject([
      { cause: 'CONSENT_REFUSED', owner: 'IMG', recipient: 'NCG' },
    ])
  })

  test('without an earlier consent is shown, so that nobody asks again, and a request cannot replace it', async () => {
    await run(REFUSE, 'ncg.handler', { input: statement() })
    const [access] = (await look()).access
    expect(access).toMatchObject({ reason: 'CONSENT_REFUSED' })
    expect(access?.explanation).toContain('vraag het niet opnieuw')
    expect(access?.explanation).not.toContain('informatieverzoek')
    expect(await obligations('privacy.officer')).toEqual([])
  })

  test('is not final: a consent that is given after it counts', async () => {
    await run(REFUSE, 'ncg.handler', { input: statement() })
    await consent({ evidence: 'later-toch' })
    expect((await look()).damage.categories).toContain('FINDINGS')
  })
})

describe('a withdrawal', () => {
  test('gives the resident a receipt and the recipient an obligation, only where data were shared', async () => {
    const unused = await consent({
      purposes: ['JOINT_INSPECTION'],
      categories: ['FINDINGS'],
      evidence: 'ongebruikt',
    })
    const used = await consent()
    await look()
    const quiet = await run(WITHDRAW, 'ncg.handler', { id: unused.id })
    expect(quiet.withdrawalReceipt).toContain('Er zijn geen gegevens gedeeld die nu gewist moeten worden.')
    const told = await run(WITHDRAW, 'img.safety', { id: used.id })
    expect(told).toMatchObject({ state: 'WITHDRAWN', refusalReceipt: null })
    expect(told.withdrawalReceipt).toContain(
      'De NCG moet deze gegevens wissen: de planning en wat er bij de opname is gevonden.',
    )
    expect(await obligations('ncg.svip')).toMatchObject([
      {
        cause: 'CONSENT_WITHDRAWN',
        address: { id },
        owner: 'IMG',
        recipient: 'NCG',
        municipality: null,
        categories: ['PLANNING', 'FINDINGS'],
        purposes: ['COOPERATION'],
        overdue: false,
        state: 'OPEN',
      },
    ])
  })
})

describe('an objection', () => {
  const objection = (changes: Record<string, unknown> = {}) => ({
    addressId: id,
    owner: 'IMG',
    evidence: 'brief-1',
    channel: 'LETTER',
    ...changes,
  })

  test('is received by a handler, restricts at once, and waits for an officer who may decide', async () => {
    expect((await look()).damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
    const received = await run(OBJECT, 'ncg.handler', { input: objection() })
    expect(received).toMatchObject({ revision: 1, state: 'RECEIVED', overdue: false })
    expect(received.receipt).toContain('totdat over uw bezwaar is beslist')
    expect((await run(OBJECT, 'ncg.handler', { input: objection() })).id).toBe(received.id)
    const restricted = await look()
    expect(restricted.damage.categories).toEqual([])
    expect(restricted.access[0]).toMatchObject({ reason: 'OBJECTION_PENDING' })
    expect(await obligations('privacy.officer')).toEqual([])

    const queue = (await run(
      'query { objections(filter: { state: RECEIVED, owner: IMG }, first: 100) { nodes { id decideBy address { id } } } }',
      'img.svip',
      {},
    )) as never as { nodes: { id: string; address: { id: string } }[] }
    expect(queue.nodes.filter((node) => node.address.id === id)).toMatchObject([
      { id: received.id, address: { id } },
    ])

    const refused = await system.ask(OBJECT, {
      as: 'ncg.handler',
      variables: { input: objection({ id: received.id, state: 'REJECTED' }) },
    })
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])

    const upheld = await run(OBJECT, 'img.svip', {
      input: { id: received.id, addressId: id, state: 'UPHELD', evidence: 'besluit-1' },
    })
    expect(upheld).toMatchObject({ revision: 2, state: 'UPHELD', owner: 'IMG', decideBy: null })
    expect(upheld.receipt).toContain('De NCG moet deze gegevens wissen')
    expect((await look()).access[0]).toMatchObject({ reason: 'OBJECTION_UPHELD' })
    expect(await obligations('ncg.svip')).toMatchObject([
      { cause: 'OBJECTION_UPHELD', categories: ['PRESENCE', 'STATUS', 'HANDLER'], purposes: ['COOPERATION'] },
    ])
    const again = await system.ask(OBJECT, {
      as: 'privacy.officer',
      variables: { input: objection({ id: received.id, state: 'REJECTED' }) },
    })
    expect(again.errors).toMatchObject([
      { message: expect.stringContaining('al gegrond verklaard'), extensions: { code: 'CONFLICT' } },
    ])
    const listed = async (as: string) =>
      await run('query($id: ID!) { address(id: $id) { objections { id state } } }', as, { id })
    for (const as of ['img.handler', 'img.svip', 'privacy.officer'])
      expect(await listed(as)).toEqual({ objections: [{ id: received.id, state: 'UPHELD' }] })
    // It concerns data of IMG alone, so the list shows it to nobody of NCG, not even to the handler who received it.
    for (const as of ['ncg.handler', 'ncg.svip']) expect(await listed(as)).toEqual({ objections: [] })
  })

  test('that is rejected opens the public task again', async () => {
    const received = await run(OBJECT, 'img.handler', { input: objection() })
    const rejected = await run(OBJECT, 'img.svip', {
      input: objection({ id: received.id, state: 'REJECTED', evidence: 'besluit-2' }),
    })
    expect(rejected.receipt).toContain('u krijgt geen gelijk')
    expect((await look()).damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER'])
  })
})

describe('an obligation', () => {
  const withdrawn = async () => {
    const { id: consentId } = await consent()
    await look()
    await run(WITHDRAW, 'ncg.handler', { id: consentId })
    const [made] = await obligations('ncg.svip')
    return made ?? ({} as Node)
  }

  test('is visible to recipient, owner and the privacy officer of the SVIP, and fulfilled by the recipient alone', async () => {
    const made = await withdrawn()
    for (const as of ['ncg.svip', 'ncg.privacy', 'img.svip', 'img.privacy', 'privacy.officer'])
      expect((await obligations(as)).map((each) => each.id)).toEqual([made.id])
    const input = { id: made.id, revision: made.revision, result: 'ERASED' }
    for (const as of ['img.svip', 'privacy.officer']) {
      const refused = await system.ask(FULFIL, { as, variables: { input } })
      expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
    const unexplained = await system.ask(FULFIL, {
      as: 'ncg.svip',
      variables: { input: { ...input, result: 'KEPT_ON_OTHER_BASIS', reason: ' ' } },
    })
    expect(unexplained.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(await run(FULFIL, 'ncg.svip', { input })).toMatchObject({
      state: 'DONE',
      result: 'ERASED',
      revision: 2,
    })
    const late = await system.ask(FULFIL, { as: 'ncg.privacy', variables: { input } })
    expect(late.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
    expect(await obligations('ncg.svip', { state: 'OPEN' })).toEqual([])
    expect(await obligations('ncg.svip', { state: 'DONE', overdue: false, recipient: 'NCG' })).toHaveLength(1)
  })

  test('of a municipality is visible to that municipality alone', async () => {
    await run(
      'query($id: ID!) { address(id: $id, purpose: MUNICIPAL_PLAN) { damage { categories } } }',
      'gemeente.eemsdelta',
      { id },
    )
    await run(OBJECT, 'img.svip', {
      input: { addressId: id, owner: 'IMG', state: 'UPHELD', evidence: 'besluit-3' },
    })
    const [made] = await obligations('gemeente.eemsdelta')
    expect(made).toMatchObject({
      recipient: 'GEMEENTE',
      municipality: { code: '1979', name: 'Eemsdelta' },
      categories: ['PRESENCE'],
    })
    for (const as of ['gemeente.groningen', 'ncg.svip']) expect(await obligations(as)).toEqual([])
    const input = { id: made?.id, revision: 1, result: 'NOTHING_KEPT' }
    const unknown = { ...input, id: '00000000-0000-4000-8000-000000000000' }
    const [there, absent] = [
      await system.ask(FULFIL, { as: 'gemeente.groningen', variables: { input } }),
      await system.ask(FULFIL, { as: 'gemeente.groningen', variables: { input: unknown } }),
    ]
    expect(there).toEqual(absent)
    expect(await run(FULFIL, 'gemeente.eemsdelta', { input })).toMatchObject({ state: 'DONE' })
  })

  test('takes as many statements in a long list as in a short one', async () => {
    const postcode = await makeAddresses(system, 8)
    for (const each of addressIds(postcode, 8)) {
      id = each
      await withdrawn()
    }
    const cost = async (first: number) => {
      const before = await system.metric('svip', 'db_statements_total')
      const { nodes } = (await run(LIST, 'privacy.officer', { first })) as never as { nodes: Node[] }
      expect(nodes).toHaveLength(first)
      return (await system.metric('svip', 'db_statements_total')) - before
    }
    expect(await cost(8)).toBe(await cost(1))
  })
})
