import { describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../dev/world/sample.ts'
import { errorsOf, post, type Received, system } from './attacker.ts'

/** Input beyond every maximum is refused before it costs anything, at the gateway and directly at a subgraph. */

const SECRET = 'J. Jansen, Kerkstraat 1'
const REGISTER = 'mutation($input: RegisterDamageClaimInput!) { registerDamageClaim(input: $input) { id } }'
const SEARCH =
  'query($search: String) { informationRequests(filter: { search: $search }) { totalCount nodes { id } } }'
const CONSENT = 'mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }'

const unknownNames = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`onbekend${index}`, SECRET]))

/** Expects one short error that names the part that is too large, and repeats nothing of the input. */
function expectRefused(received: Received, says: string): void {
  expect(received.status).toBe(400)
  const errors = errorsOf(received)
  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(says) },
  ])
  expect(received.text.length).toBeLessThan(1000)
  expect(received.text).not.toContain(SECRET)
}

const isAnswered = async (): Promise<void> => {
  const { data } = await system.ask('query($id: ID!) { address(id: $id) { street } }', {
    as: 'img.handler',
    variables: { id: SAMPLE.both.addressId },
  })
  expect(data).toMatchObject({ address: { street: expect.any(String) } })
}

describe('fields that an input object does not have', () => {
  test.each([
    ['gateway', 'registerDamageClaim', REGISTER, 'img.handler'],
    ['img', 'registerDamageClaim', REGISTER, 'img.handler'],
    ['gateway', 'recordConsent', CONSENT, 'img.svip'],
    ['svip', 'recordConsent', CONSENT, 'img.svip'],
  ] as const)('%s: %s with thousands of them', async (service, _what, query, as) => {
    const variables = { input: unknownNames(6000) }
    const hostile = Array.from({ length: 4 }, () => post(service, query, { as, variables }))
    await isAnswered()
    for (const received of await Promise.all(hostile)) expectRefused(received, 'input heeft geen onderdeel')
  })

  test('thousands of them in the text of the operation are refused by their number', async () => {
    const fields = Array.from({ length: 600 }, (_, index) => `onbekend${index}: 1`).join(' ')
    const received = await post('img', `mutation { registerDamageClaim(input: { ${fields} }) { id } }`, {
      as: 'img.handler',
    })
    expect(received.status).toBe(400)
    expect(errorsOf(received).length).toBeLessThanOrEqual(101)
  })
})

test.each(['gateway', 'svip'] as const)('%s: a search for 20,000 words is not executed', async (service) => {
  const variables = { search: 'or -een "twee" '.repeat(5000) }
  expectRefused(
    await post(service, SEARCH, { as: 'img.svip', variables }),
    'filter.search heeft meer dan 100 tekens',
  )
  const literal = SEARCH.replace('($search: String)', '').replace('$search', `"${'een '.repeat(500)}"`)
  expectRefused(await post(service, literal, { as: 'img.svip' }), 'filter.search heeft meer dan 100 tekens')
  // Of the maximum length, and of nothing but operators.
  const longest = { search: 'or -"'.repeat(20) }
  expect(errorsOf(await post(service, SEARCH, { as: 'img.svip', variables: longest }))).toEqual([])
})

test.each([
  ['gateway', 'svip', 'query($v: ID!) { decision(id: $v) { id } }', 'id'],
  ['gateway', 'svip', 'query($v: String!) { addresses(postcode: $v) { id } }', 'postcode'],
  [
    'gateway',
    'img',
    'query($v: String) { damageClaims(filter: { handlerEmail: $v }) { totalCount } }',
    'filter.handlerEmail',
  ],
  ['gateway', 'ncg', 'query($v: String) { strengtheningProjects(after: $v) { totalCount } }', 'after'],
] as const)(
  '%s and %s: a text that cannot be stored is refused: %s',
  async (gateway, subgraph, query, where) => {
    for (const service of [gateway, subgraph])
      for (const text of ['\0', 'x\ud800'])
        expectRefused(
          await post(service, query, {
            as: subgraph === 'ncg' ? 'ncg.handler' : 'img.handler',
            variables: { v: text },
          }),
          `${where} bevat een teken dat niet bestaat`,
        )
  },
)

test('a reference to an entity with a text that cannot be stored is refused', async () => {
  const query = 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }'
  for (const service of ['img', 'ncg', 'svip'] as const)
    expectRefused(
      await post(service, query, {
        as: 'img.handler',
        variables: { r: [{ __typename: 'Address', id: 'x\0' }] },
      }),
      'bevat een teken dat niet bestaat',
    )
})
