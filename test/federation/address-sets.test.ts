import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import { client } from '../support/system.ts'

/** A pilot and a set of stuck cases: from adding addresses to their outcomes. */

const system = client()
const SET =
  'id number revision name purpose createdBy closedAt figures { addresses outcomes { outcome count } }'
const CREATE = `mutation($input: CreateAddressSetInput!) { createAddressSet(input: $input) { ${SET} } }`
const ADD = `mutation($input: AddressSetMembersInput!) { addToAddressSet(input: $input) { rejected set { ${SET} } } }`
const REMOVE = `mutation($input: AddressSetMembersInput!) { removeFromAddressSet(input: $input) { ${SET} } }`
const OUTCOME = `mutation($input: RecordAddressSetOutcomeInput!) { recordAddressSetOutcome(input: $input) { ${SET} } }`
const CLOSE = `mutation($input: CloseAddressSetInput!) { closeAddressSet(input: $input) { ${SET} } }`
const READ = `query($id: ID!, $first: Int, $after: String) { addressSet(id: $id) { ${SET} members(first: $first, after: $after) {
  nodes { address { id } putForwardBy municipality { code } outcomes { outcome note recordedBy } } pageInfo { hasNextPage endCursor } } } }`
const HANDLERS = `query($id: ID!) { addressSet(id: $id) { members(first: 100) { nodes { address { id
  damage { categories claims { handler { name } circumstances } } strengthening { project { handler { name } } }
  access { owner purpose outcome } } } } } }`

const run = async (query: string, as: string, variables: Record<string, unknown>) => {
  const { data, errors } = await system.ask(query, { as, variables })
  expect(errors).toEqual([])
  // biome-ignore lint/suspicious/noExplicitAny: an answer is asserted on, whatever its form.
  return Object.values(data)[0] as any
}
const refusedWith = async (query: string, as: string, variables: Record<string, unknown>) =>
  (await system.ask(query, { as, variables })).errors[0]?.extensions.code
const pilot = (changes: Record<string, unknown> = {}) => ({
  name: `Pilot ${randomUUID()}`,
  kind: 'PILOT',
  purpose: 'COOPERATION',
  description: 'Samen opnemen bij arbeiderswoningen.',
  ...changes,
})
const idsIn = (set: { members: { nodes: { address: { id: string } }[] } }) =>
  set.members.nodes.map(({ address }) => address.id).sort()
const object = (addressId: string) =>
  run('mutation($input: RecordObjectionInput!) { recordObjection(input: $input) { id } }', 'img.svip', {
    input: { addressId, owner: 'IMG', purposes: [], channel: 'PHONE', evidence: 'bezwaar-1' },
  })

let ids: readonly string[]
beforeAll(async () => {
  ids = addressIds(await makeAddresses(system, 4), 4)
})

describe('a pilot', () => {
  test('goes from added addresses to their outcomes, with the handlers of both sides', async () => {
    const set = await run(CREATE, 'ncg.svip', { input: pilot() })
    const alone = await makeAddress(system, { files: false })
    const added = await run(ADD, 'ncg.svip', {
      input: { id: set.id, addressIds: [...ids, alone, '0010200000000000'] },
    })
    expect(added.rejected).toEqual([alone, '0010200000000000'])
    expect(added.set.figures.addresses).toBe(4)
    await run(ADD, 'gemeente.eemsdelta', { input: { id: set.id, addressIds: [ids[0], alone] } })

    const seen = await run(READ, 'img.svip', { id: set.id })
    expect(new Set(idsIn(seen))).toEqual(new Set(ids))
    expect(seen.figures.addresses).toBe(4)
    const exchanged = await run(HANDLERS, 'img.handler', { id: set.id })
    for (const { address } of exchanged.members.nodes) {
      expect(address.strengthening.project.handler).toEqual({ name: 'Proef Begeleider' })
      expect(address.access[1]).toMatchObject({ owner: 'NCG', purpose: 'COOPERATION', outcome: 'PARTIAL' })
    }
    const back = await run(HANDLERS, 'ncg.handler', { id: set.id })
    expect(back.members.nodes[0].address.damage).toMatchObject({
      categories: ['PRESENCE', 'STATUS', 'HANDLER'],
      claims: [{ handler: { name: 'Proef Behandelaar' }, circumstances: null }],
    })

    for (const [addressId, outcome] of [
      [ids[0], 'POSSIBLE'],
      [ids[1], 'POSSIBLE'],
      [ids[0], 'JOINT_INSPECTION_HELD'],
      [ids[1], 'DECLINED_BY_RESIDENT'],
    ])
      await run(OUTCOME, 'img.svip', {
        input: { id: set.id, addressId, outcome, occurredOn: '2026-03-01' },
      })
    const figures = (await run(READ, 'ncg.svip', { id: set.id })).figures
    expect(
      Object.fromEntries(
        figures.outcomes.map((each: { outcome: string; count: number }) => [each.outcome, each.count]),
      ),
    ).toEqual({
      POSSIBLE: 2,
      JOINT_INSPECTION_HELD: 1,
      DECLINED_BY_RESIDENT: 1,
    })
    const marked = await run('query($id: ID!) { address(id: $id) { addressSets { id name } } }', 'img.svip', {
      id: ids[0],
    })
    expect(marked.addressSets).toEqual([{ id: set.id, name: `Pilot ${set.number}` }])

    const closing = { id: set.id, revision: set.revision, reason: 'De pilot is klaar.' }
    expect(await refusedWith(CLOSE, 'img.svip', { input: closing })).toBe('FORBIDDEN')
    expect((await run(CLOSE, 'ncg.svip', { input: closing })).closedAt).not.toBeNull()
    expect(await refusedWith(CLOSE, 'ncg.svip', { input: closing })).toBe('CONFLICT')
    for (const change of [ADD, REMOVE])
      expect(await refusedWith(change, 'ncg.svip', { input: { id: set.id, addressIds: [ids[0]] } })).toBe(
        'CONFLICT',
      )
    expect((await run(READ, 'ncg.svip', { id: set.id })).figures.addresses).toBe(figures.addresses)
  })

  test('is read page by page, each address once', async () => {
    const set = await run(CREATE, 'img.svip', { input: pilot({ purpose: 'JOINT_INSPECTION' }) })
    await run(ADD, 'img.svip', { input: { id: set.id, addressIds: ids } })
    const pages: string[] = []
    let after: string | null = null
    do {
      const {
        members,
      }: {
        members: {
          nodes: { address: { id: string } }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      } = await run(READ, 'ncg.handler', { id: set.id, first: 3, after })
      pages.push(...members.nodes.map(({ address }) => address.id))
      after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null
    } while (after)
    expect(pages.sort()).toEqual([...ids].sort())
  })
})

describe('reading a set', () => {
  test('takes as many statements for twenty addresses as for two, including the handlers of both sides', async () => {
    const cost = async (count: number) => {
      const set = await run(CREATE, 'ncg.svip', { input: pilot() })
      const addresses = addressIds(await makeAddresses(system, count), count)
      await run(ADD, 'ncg.svip', { input: { id: set.id, addressIds: addresses } })
      const before = await Promise.all(
        (['svip', 'img'] as const).map((name) => system.metric(name, 'db_statements_total')),
      )
      const { members } = await run(HANDLERS, 'ncg.handler', { id: set.id })
      expect(members.nodes).toHaveLength(count)
      const after = await Promise.all(
        (['svip', 'img'] as const).map((name) => system.metric(name, 'db_statements_total')),
      )
      return after.map((value, index) => value - (before[index] ?? 0))
    }
    expect(await cost(20)).toEqual(await cost(2))
  })
})

describe('stuck cases', () => {
  test('belong to the intervention team; an agency that adds one sees only its own', async () => {
    const set = await run(CREATE, 'intervention.team', {
      input: pilot({ kind: 'STUCK_CASES', purpose: 'STUCK_CASE' }),
    })
    await run(ADD, 'img.svip', { input: { id: set.id, addressIds: [ids[0]] } })
    await run(ADD, 'ncg.svip', { input: { id: set.id, addressIds: [ids[1]] } })
    expect(idsIn(await run(READ, 'intervention.team', { id: set.id }))).toEqual([ids[0], ids[1]].sort())
    expect(idsIn(await run(READ, 'img.svip', { id: set.id }))).toEqual([ids[0]])
    const [first] = (await run(HANDLERS, 'intervention.team', { id: set.id })).members.nodes
    expect(first.address.damage.claims[0].handler).toEqual({ name: 'Proef Behandelaar' })
    await run(OUTCOME, 'intervention.team', {
      input: { id: set.id, addressId: ids[0], outcome: 'SOLVED', occurredOn: '2026-05-01' },
    })
    const { members, figures } = await run(READ, 'ncg.svip', { id: set.id })
    expect(members.nodes).toMatchObject([{ address: { id: ids[1] }, outcomes: [] }])
    expect(figures).toEqual({ addresses: 1, outcomes: [] })
  })
})

describe('a set does not reveal', () => {
  test('the free text of its maker, or of who recorded an outcome, to others: no name, description, reason or note', async () => {
    const SECRET = 'GEHEIM Hoofdstraat 12 heeft bezwaar gemaakt'
    const WORDS = `id number name description closingReason members(first: 10) { nodes { outcomes { outcome note recordedBy } } }`
    const set = await run(CREATE, 'img.svip', {
      input: pilot({ name: `${SECRET} ${randomUUID()}`, description: SECRET }),
    })
    const [id] = addressIds(await makeAddresses(system, 1), 1)
    await run(ADD, 'img.svip', { input: { id: set.id, addressIds: [id] } })
    for (const as of ['img.svip', 'ncg.svip'])
      await run(OUTCOME, as, {
        input: {
          id: set.id,
          addressId: id,
          outcome: 'NOT_POSSIBLE',
          occurredOn: '2026-01-01',
          note: `${SECRET} ${as}`,
        },
      })
    const { revision } = await run(READ, 'img.svip', { id: set.id })
    await run(CLOSE, 'img.svip', { input: { id: set.id, revision, reason: SECRET } })

    const read = (as: string, query = `query($id: ID!) { addressSet(id: $id) { ${WORDS} } }`) =>
      run(query, as, { id: set.id })
    const own = await read('img.handler')
    expect(own).toMatchObject({ name: set.name, description: SECRET, closingReason: SECRET })
    expect(own.members.nodes[0].outcomes.map(({ note }: { note: string }) => note)).toEqual([
      `${SECRET} img.svip`,
      null,
    ])
    const supervised = await read('privacy.officer')
    expect(supervised).toMatchObject({ name: set.name, description: SECRET, closingReason: SECRET })
    expect(supervised.members.nodes[0].outcomes).toHaveLength(2)

    const everywhere = [
      `query($id: ID!) { addressSet(id: $id) { ${WORDS} } }`,
      `query { addressSetList(first: 20) { nodes { ${WORDS} } } }`,
    ]
    for (const as of ['ncg.svip', 'ncg.handler', 'intervention.team', 'gemeente.eemsdelta'])
      for (const query of everywhere) {
        const { data, errors } = await system.ask(query, {
          as,
          variables: query.includes('$id') ? { id: set.id } : {},
        })
        expect(errors).toEqual([])
        // NCG may read its own free text.
        const text = JSON.stringify(data).replaceAll(`${SECRET} ncg.svip`, '')
        expect([as, text.includes('GEHEIM')]).toEqual([as, false])
        expect(text).toContain(`"name":"Pilot ${set.number}"`)
      }
    const at = await run(
      'query($id: ID!) { address(id: $id) { addressSets { name description closingReason } } }',
      'ncg.svip',
      { id },
    )
    expect(at.addressSets).toEqual([
      {
        name: `Pilot ${set.number}`,
        description: 'Deze lijst is van het IMG. Alleen het IMG leest de eigen naam en omschrijving.',
        closingReason: null,
      },
    ])
  })

  test('an address with an objection, or with a file on one side, to the others: no row, no figure, no outcome', async () => {
    const set = await run(CREATE, 'ncg.svip', { input: pilot() })
    const [open, objected] = addressIds(await makeAddresses(system, 2), 2)
    const alone = await makeAddress(system, { files: false })
    await run(ADD, 'ncg.svip', { input: { id: set.id, addressIds: [open, objected] } })
    await run(ADD, 'gemeente.eemsdelta', { input: { id: set.id, addressIds: [alone] } })
    await object(objected ?? '')
    // The objection is against IMG's data: NCG may not learn of IMG at this address, and so not of what others added either.
    await run(ADD, 'img.svip', { input: { id: set.id, addressIds: [objected] } })
    const ofNcg = await run(READ, 'ncg.svip', { id: set.id })
    expect(
      ofNcg.members.nodes.map((node: { address: { id: string }; putForwardBy: string }) => [
        node.address.id,
        node.putForwardBy,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [open, 'NCG'],
        [objected, 'NCG'],
      ]),
    )
    expect(ofNcg.members.nodes).toHaveLength(2)
    expect(ofNcg.figures.addresses).toBe(2)
    const ofImg = await run(READ, 'img.svip', { id: set.id })
    expect(idsIn(ofImg)).not.toContain(alone)
    // The note of one agency about such an address is not shown to the other, which added the address too.
    const note = { id: set.id, addressId: objected, outcome: 'POSSIBLE', occurredOn: '2026-01-01' }
    await run(OUTCOME, 'img.svip', { input: note })
    const after = await run(READ, 'ncg.svip', { id: set.id })
    expect(after.figures.outcomes).toEqual([])
    expect(after.members.nodes.flatMap(({ outcomes }: { outcomes: object[] }) => outcomes)).toEqual([])
    const unknown = { id: set.id, addressId: alone, outcome: 'POSSIBLE', occurredOn: '2026-01-01' }
    const missing = { ...unknown, addressId: ids[3] }
    const answers = await Promise.all(
      [unknown, missing].map((input) => system.ask(OUTCOME, { as: 'img.svip', variables: { input } })),
    )
    expect(answers.map(({ errors }) => errors[0]?.message)).toEqual([
      'Dit adres staat niet op deze lijst.',
      'Dit adres staat niet op deze lijst.',
    ])
  })

  test('to another municipality, or an agency without a file there, that an address is in it', async () => {
    const set = await run(CREATE, 'img.svip', { input: pilot() })
    await run(ADD, 'img.svip', { input: { id: set.id, addressIds: ids } })
    for (const persona of ['gemeente.groningen', 'gemeente.eemsdelta']) {
      const seen = await run(READ, persona, { id: set.id })
      expect(seen.members).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } })
      expect(seen.figures).toEqual({ addresses: 0, outcomes: [] })
    }
    const foreign = await run(ADD, 'gemeente.groningen', { input: { id: set.id, addressIds: [ids[0]] } })
    expect(foreign.rejected).toEqual([ids[0]])
    // Adding an address that others added gives the same answer as adding a new one.
    expect((await run(ADD, 'ncg.svip', { input: { id: set.id, addressIds: [ids[0]] } })).rejected).toEqual([])
    // And an organisation can only remove its own addresses.
    await run(REMOVE, 'ncg.svip', { input: { id: set.id, addressIds: ids } })
    expect((await run(READ, 'img.svip', { id: set.id })).figures.addresses).toBe(4)
  })

  test('anything to a caller without a role for it, also directly at the SVIP; the attempt is on record', async () => {
    const set = await run(CREATE, 'ncg.svip', { input: pilot() })
    const addressId = await makeAddress(system)
    await run(ADD, 'ncg.svip', { input: { id: set.id, addressIds: [addressId] } })
    const STRAIGHT = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Address { addressSets { id } } } }`
    const straight = (as: string) =>
      system.ask(STRAIGHT, { as, at: 'svip', variables: { r: [{ __typename: 'Address', id: addressId }] } })
    for (const as of ['img.safety', 'img.priority']) {
      const recorded = await system.metric('svip', 'log_entries_total')
      const { errors } = await straight(as)
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
      // The caller, and that the query was refused.
      expect((await system.metric('svip', 'log_entries_total')) - recorded).toBeGreaterThanOrEqual(2)
      expect(await refusedWith(READ, as, { id: set.id })).toBe('FORBIDDEN')
    }
    expect((await straight('gemeente.groningen')).data).toEqual({ _entities: [null] })
    expect((await straight('gemeente.eemsdelta')).data).toEqual({ _entities: [{ addressSets: [] }] })
  })

  test.each([
    ['a handler who makes one', CREATE, 'img.handler', pilot(), 'FORBIDDEN'],
    ['a municipality that makes one', CREATE, 'gemeente.eemsdelta', pilot(), 'FORBIDDEN'],
    ['a team that makes a pilot', CREATE, 'intervention.team', pilot(), 'FORBIDDEN'],
    [
      'an agency that collects stuck cases',
      CREATE,
      'img.svip',
      pilot({ kind: 'STUCK_CASES', purpose: 'STUCK_CASE' }),
      'FORBIDDEN',
    ],
    [
      'a pilot for another purpose',
      CREATE,
      'img.svip',
      pilot({ purpose: 'MUNICIPAL_PLAN' }),
      'BAD_USER_INPUT',
    ],
    ['a set without a name', CREATE, 'img.svip', pilot({ name: '  ' }), 'BAD_USER_INPUT'],
    ['no address', ADD, 'img.svip', { id: randomUUID(), addressIds: [] }, 'BAD_USER_INPUT'],
    ['an invalid address', ADD, 'img.svip', { id: randomUUID(), addressIds: ['1'] }, 'BAD_USER_INPUT'],
    [
      'a set that does not exist',
      ADD,
      'img.svip',
      { id: 'x', addressIds: ['0010200000000000'] },
      'BAD_USER_INPUT',
    ],
  ])('refuses %s', async (_what, query, as, input, code) => {
    expect(await refusedWith(query, as, { input })).toBe(code)
  })

  test('two sets with one name, a future outcome, one without its reason, a cursor of another list', async () => {
    const input = pilot()
    const set = await run(CREATE, 'img.svip', { input })
    expect(await refusedWith(CREATE, 'img.svip', { input })).toBe('CONFLICT')
    // Trying names does not reveal those of other organisations.
    expect((await run(CREATE, 'ncg.svip', { input })).name).toBe(input.name)
    const outcome = { id: set.id, addressId: ids[0], outcome: 'POSSIBLE', occurredOn: '2999-01-01' }
    expect(await refusedWith(OUTCOME, 'img.svip', { input: outcome })).toBe('BAD_USER_INPUT')
    const bare = { ...outcome, outcome: 'NOT_POSSIBLE', occurredOn: '2026-01-01' }
    expect(await refusedWith(OUTCOME, 'img.svip', { input: bare })).toBe('BAD_USER_INPUT')
    const after = Buffer.from('["x","y"]').toString('base64url')
    expect(await refusedWith(READ, 'img.svip', { id: set.id, after })).toBe('BAD_USER_INPUT')
  })
})
