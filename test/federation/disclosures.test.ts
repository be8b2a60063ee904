import { beforeAll, describe, expect, test } from '@jest/globals'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()
const LIST = `query($id: ID!, $include: [DisclosureKind!]! = [SHARED, REFUSED], $first: Int, $after: String) {
  disclosures(addressId: $id, include: $include, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { id at kind owner recipient recipientName recipientRoles purpose categories withheld outcome reason reasonText
      legalBasis articles policyVersion notice } } }`

type Node = Readonly<
  Record<'id' | 'kind' | 'owner' | 'recipient' | 'recipientName' | 'purpose' | 'notice', string>
> & {
  readonly categories: readonly string[]
}
const list = async (as: string, variables: Record<string, unknown>) => {
  const { data, errors } = await system.ask(LIST, { as, variables })
  expect(errors).toEqual([])
  return data.disclosures
}
const ask = (as: string, addressId: string, purpose: string | null, fields: string) =>
  system.ask(`query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { ${fields} } }`, {
    as,
    variables: { id: addressId, purpose },
  })
const summary = ({ kind, owner, recipientName, purpose, categories }: Node) =>
  `${kind} ${owner} to ${recipientName} for ${purpose}: ${categories.join(' ')}`

let id: string
beforeAll(async () => {
  id = await makeAddress(system)
  await ask('ncg.handler', id, null, 'access { outcome }')
  await ask('ncg.handler', id, 'COOPERATION', 'access { outcome }')
  await ask('ncg.handler', id, 'STUCK_CASE', 'damage { categories }')
  await ask('img.handler', id, 'COOPERATION', 'otherSide { ncg { phase } }')
  await ask('ncg.handler', id, 'COOPERATION', 'damage { categories claims { reference } }')
  await ask('gemeente.eemsdelta', id, 'MUNICIPAL_PLAN', 'strengthening { categories }')
})

describe('disclosures', () => {
  test('show the resident what was opened and refused, newest first, and the privacy officer all of it', async () => {
    const { nodes, totalCount } = await list('privacy.officer', { id })
    // The federation fetches the grants of both owners only where a query selects their data.
    expect(nodes.map(summary)).toEqual([
      'SHARED NCG to de gemeente Eemsdelta for MUNICIPAL_PLAN: PRESENCE STATUS',
      'SHARED IMG to de NCG for COOPERATION: PRESENCE STATUS HANDLER',
      'SHARED NCG to het IMG for COOPERATION: PRESENCE STATUS',
      'REFUSED IMG to de NCG for STUCK_CASE: ',
    ])
    expect(totalCount).toBe(4)
    expect(nodes[1]).toMatchObject({
      at: expect.stringMatching(/Z$/),
      recipient: 'NCG',
      recipientRoles: ['bewonersbegeleider'],
      outcome: 'PARTIAL',
      reason: 'CONSENT_MISSING',
      reasonText: 'Omdat u daarvoor geen toestemming hebt gegeven.',
      withheld: ['PLANNING', 'FINDINGS'],
      legalBasis: ['PUBLIC_TASK'],
      articles: [expect.stringContaining('Tijdelijke wet Groningen art. 2a')],
      policyVersion: 'twg-2023',
      notice: expect.stringContaining('De NCG heeft ze gekregen (bewonersbegeleider)'),
    })
    expect(nodes[1].notice).toContain('Bezwaar: bent u het niet eens met het delen?')
    expect(nodes[3]).toMatchObject({
      reason: 'PURPOSE_NOT_ALLOWED',
      reasonText: 'Omdat deze medewerker de gegevens niet mag krijgen voor dit doel.',
      legalBasis: [],
      notice: null,
    })
  })

  test('show an agency those in which it shared or received', async () => {
    const seen = async (as: string) => ((await list(as, { id })).nodes as Node[]).map(summary)
    expect(await seen('img.svip')).toEqual([
      'SHARED IMG to de NCG for COOPERATION: PRESENCE STATUS HANDLER',
      'SHARED NCG to het IMG for COOPERATION: PRESENCE STATUS',
      'REFUSED IMG to de NCG for STUCK_CASE: ',
    ])
    expect(await seen('ncg.svip')).toHaveLength(4)
  })

  test('name the organisation and never the employee', async () => {
    const { data } = await system.ask(LIST, { as: 'privacy.officer', variables: { id } })
    for (const { id: subject, name } of PERSONAS) {
      expect(JSON.stringify(data)).not.toContain(subject)
      expect(JSON.stringify(data)).not.toContain(name)
    }
  })

  test('come in pages, and can be filtered by refusals', async () => {
    const first = await list('privacy.officer', { id, first: 3 })
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    const second = await list('privacy.officer', { id, first: 3, after: first.pageInfo.endCursor })
    expect(second.nodes).toHaveLength(1)
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect((await list('privacy.officer', { id, include: ['REFUSED'] })).nodes).toEqual(second.nodes)
  })

  test('refer to their decision', async () => {
    const [newest] = (await list('privacy.officer', { id, first: 1 })).nodes as Node[]
    const { data } = await system.ask(
      'query($id: ID!) { decision(id: $id) { requestedBy purpose reproducible } }',
      {
        as: 'privacy.officer',
        variables: { id: newest?.id },
      },
    )
    expect(data.decision).toEqual({ requestedBy: 'GEMEENTE', purpose: 'MUNICIPAL_PLAN', reproducible: true })
  })

  test('by consent explain how to withdraw it, and what it opened', async () => {
    const other = await makeAddress(system)
    await system.ask(
      'mutation($id: ID!) { recordConsent(input: { addressId: $id, owner: IMG, recipient: NCG, purposes: [COOPERATION], categories: [FINDINGS], channel: FORM, evidence: "f-1" }) { id } }',
      { as: 'ncg.handler', variables: { id: other } },
    )
    await ask('ncg.handler', other, 'COOPERATION', 'damage { claims { report { summary } } }')
    const [newest] = (await list('img.svip', { id: other })).nodes
    expect(newest).toMatchObject({
      legalBasis: ['PUBLIC_TASK', 'CONSENT'],
      categories: expect.arrayContaining(['FINDINGS']),
    })
    expect(newest.notice).toContain('Intrekken: u mag uw toestemming altijd intrekken')
    expect(newest.notice).toContain('Wat er bij de opname is gevonden.')
  })

  test('take the same number of statements however many there are', async () => {
    const many = await makeAddress(system)
    for (let turn = 0; turn < 12; turn++)
      await ask('ncg.handler', many, 'COOPERATION', 'damage { categories }')
    const cost = async (addressId: string) => {
      const before = await system.metric('svip', 'db_statements_total')
      await list('privacy.officer', { id: addressId })
      return (await system.metric('svip', 'db_statements_total')) - before
    }
    expect(await cost(many)).toBe(await cost(await makeAddress(system)))
  })

  test.each([
    ['nothing to list', { include: [] }, 'include'],
    ['too large a page', { first: 101 }, 'first'],
    ['a cursor of another list', { after: 'x' }, 'cursor'],
    ['an invalid address', { id: 'Hoofdstraat 1' }, '16 cijfers'],
  ])('with %s is refused with what to change', async (_name, changes, message) => {
    const { errors } = await system.ask(LIST, { as: 'privacy.officer', variables: { id, ...changes } })
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})
