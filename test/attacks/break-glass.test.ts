import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { outOfBounds } from '../support/out-of-bounds.ts'
import { createAttempts, errorsOf, post, recordOf, refusalOf, system, tokenThatSays } from './attacker.ts'

/** Attempts to break the glass without the right to, to get more than it opens, or to do it without a record. */

const BREAK = `mutation($input: BreakGlassInput!) { breakGlass(input: $input) { id validUntil } }`
const REVIEW = `mutation($input: ReviewEmergencyAccessInput!) { reviewEmergencyAccess(input: $input) { id } }`
const DAMAGE =
  'damage { categories claims { acuteSafety { description } report { summary } circumstances award { amountCents } } }'
const LOOK = `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { ${DAMAGE} } }`
const MIRROR =
  'query($id: ID!) { address(id: $id, purpose: ACUTE_SAFETY) { strengthening { categories project { advice { summary } } } } }'
const REASON = 'De gevel dreigt op straat te vallen.'

let id: string
let elsewhere: string
let access: string
beforeAll(async () => {
  ;[id, elsewhere] = [await makeAddress(system), await makeAddress(system)]
  const { data, errors } = await system.ask(BREAK, {
    as: 'ncg.safety',
    variables: { input: { addressId: id, owner: 'IMG', reason: REASON } },
  })
  expect(errors).toEqual([])
  access = data.breakGlass.id
})

const attempts = createAttempts()
const OTHERS = [
  'img.handler',
  'img.svip',
  'img.priority',
  'ncg.handler',
  'ncg.svip',
  'gemeente.eemsdelta',
  'gemeente.groningen',
  'intervention.team',
  'img.privacy',
  'ncg.privacy',
  'privacy.officer',
  'operator',
]

describe('a caller who may not break the glass', () => {
  test.each(OTHERS)('%s gets FORBIDDEN, through the gateway and directly, on record', async (as) => {
    for (const at of ['gateway', 'svip'] as const) {
      const { data, errors } = await system.ask(BREAK, {
        as,
        at,
        variables: { input: { addressId: id, owner: 'NCG', reason: REASON } },
        ...(at === 'svip' ? { headers: attempts.at('svip', 'breakGlass') } : {}),
      })
      expect(data).toBeNull()
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
  })

  test.each([
    ['a municipality with the role', { org: 'GEMEENTE', roles: ['safety_officer'], municipality: '1979' }],
    ['the SVIP with the role', { org: 'SVIP', roles: ['safety_officer'] }],
    ['an agency without it', { org: 'NCG', roles: ['safety', 'SAFETY_OFFICER', 'case_handler'] }],
  ])('%s too', async (_who, claims) => {
    const token = await tokenThatSays({ claims })
    const received = await post('svip', BREAK, {
      token,
      variables: { input: { addressId: id, owner: 'IMG', reason: REASON } },
    })
    expect(received.text).not.toContain('validUntil":"')
    expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(errorsOf(received)[0]?.extensions.code)
  })

  test('and each attempt is on record', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })
})

describe('the access', () => {
  const secrets = async (as: string, variables: Record<string, unknown>, token?: string) =>
    (await post('gateway', LOOK, { ...(token ? { token } : { as }), variables })).text

  test('is only for the person who took it', async () => {
    expect(await secrets('ncg.safety', { id, purpose: 'ACUTE_SAFETY' })).toContain('GEHEIM-veiligheid')
    for (const as of OTHERS.filter((each) => each.startsWith('ncg')))
      expect(await secrets(as, { id, purpose: 'ACUTE_SAFETY' })).not.toContain('GEHEIM-veiligheid')
    for (const claims of [
      { sub: 'ncg.other', org: 'NCG', roles: ['safety_officer'] },
      { sub: 'ncg.safety', org: 'NCG', roles: ['case_handler'] },
      { sub: 'ncg.safety', org: 'SVIP', roles: ['safety_officer', 'intervention_team'] },
    ]) {
      const token = await tokenThatSays({ claims })
      expect(await secrets('', { id, purpose: 'ACUTE_SAFETY' }, token)).not.toContain('GEHEIM-veiligheid')
    }
  })

  test.each(['STATUS_EXCHANGE', 'COOPERATION', 'INTEGRAL_APPROACH', 'SUBJECT_ACCESS', 'MONITORING', null])(
    'is not for the purpose %s',
    async (purpose) => {
      expect(await secrets('ncg.safety', { id, purpose })).not.toContain('GEHEIM')
    },
  )

  test('is not for another address, and not for other categories', async () => {
    expect(await secrets('ncg.safety', { id: elsewhere, purpose: 'ACUTE_SAFETY' })).not.toContain('GEHEIM')
    const text = await secrets('ncg.safety', { id, purpose: 'ACUTE_SAFETY' })
    for (const secret of ['GEHEIM-bevinding', 'GEHEIM-omstandigheden', '123456'])
      expect(text).not.toContain(secret)
  })

  test('is not for the other owner: the agency whose data were opened gets nothing in return', async () => {
    const { text } = await post('gateway', MIRROR, { as: 'img.safety', variables: { id } })
    expect(JSON.parse(text).data.address.strengthening.categories).toEqual(['PRESENCE', 'STATUS'])
    expect(text).not.toContain('GEHEIM-advies')
  })

  test.each([
    ['CIRCUMSTANCES'],
    ['FINANCIAL'],
    ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY', 'FINANCIAL', 'CIRCUMSTANCES'],
  ])('cannot be extended to %s', async (...categories) => {
    const { data, errors } = await system.ask(BREAK, {
      as: 'ncg.safety',
      variables: { input: { addressId: elsewhere, owner: 'IMG', reason: REASON, categories } },
    })
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('an objection of the resident neither blocks emergency access nor extends it', async () => {
    const address = await makeAddress(system)
    await system.ask(
      'mutation($id: ID!) { recordObjection(input: { addressId: $id, state: UPHELD, evidence: "x" }) { id } }',
      { as: 'privacy.officer', variables: { id: address } },
    )
    expect(await secrets('ncg.safety', { id: address, purpose: 'ACUTE_SAFETY' })).not.toContain('GEHEIM')
    await system.ask(BREAK, {
      as: 'ncg.safety',
      variables: { input: { addressId: address, owner: 'IMG', reason: REASON, categories: ['SAFETY'] } },
    })
    const { data } = await system.ask(LOOK, {
      as: 'ncg.safety',
      variables: { id: address, purpose: 'ACUTE_SAFETY' },
    })
    expect(data.address.damage.categories).toEqual(['SAFETY'])
  })
})

describe('the review', () => {
  const review = (as: string, input: Record<string, unknown>, token?: string) =>
    post('gateway', REVIEW, {
      ...(token ? { token } : { as }),
      variables: { input: { id: access, revision: 1, verdict: 'JUSTIFIED', ...input } },
    })

  test('is for privacy officers', async () => {
    for (const as of [...OTHERS.filter((each) => !/priva/.test(each)), 'ncg.safety', 'img.safety'])
      expect(errorsOf(await review(as, {}))).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  test('is never by the person who took the access, whatever other roles they have', async () => {
    const token = await tokenThatSays({
      claims: { sub: 'ncg.safety', org: 'NCG', roles: ['safety_officer', 'privacy_officer'] },
    })
    expect(errorsOf(await review('', {}, token))).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    const line = (await recordOf('svip', id)).filter(({ name }) => name === 'Noodtoegang beoordeeld')
    expect(line.length).toBeLessThanOrEqual(1)
    const { data } = await system.ask('query($id: ID!) { emergencyAccess(id: $id) { verdict revision } }', {
      as: 'privacy.officer',
      variables: { id: access },
    })
    expect(data.emergencyAccess).toEqual({ verdict: null, revision: 1 })
  })

  test('of a guessed id gives the same answer as of an unknown one', async () => {
    const none = 'Deze noodtoegang bestaat niet.'
    for (const [guess, message] of [
      [randomUUID(), none],
      ['x', none],
      ["' or 1=1 --", none],
      ['\0', outOfBounds('input.id bevat een teken dat niet bestaat')],
      [access.toUpperCase().replace(/.$/, 'g'), none],
    ])
      expect(errorsOf(await review('privacy.officer', { id: guess }))).toMatchObject([
        { message, extensions: { code: 'BAD_USER_INPUT' } },
      ])
  })
})

describe('a search for emergency accesses', () => {
  const ONE = 'query($id: ID!) { emergencyAccess(id: $id) { id reason } }'
  const LIST = 'query($id: ID!) { emergencyAccesses(filter: { addressId: $id }) { totalCount nodes { id } } }'

  test('gives another safety officer the same as where there is none', async () => {
    const token = await tokenThatSays({ claims: { sub: 'ncg.other', org: 'NCG', roles: ['safety_officer'] } })
    for (const who of [{ as: 'img.safety' }, { token }]) {
      const ask = (query: string, value: string) =>
        post('gateway', query, { ...who, variables: { id: value } })
      expect((await ask(ONE, access)).text).toBe((await ask(ONE, randomUUID())).text)
      expect((await ask(LIST, id)).text).toBe((await ask(LIST, elsewhere)).text)
    }
  })

  test.each(OTHERS.filter((each) => !/priva/.test(each)))('%s is refused', async (as) => {
    for (const [query, value] of [
      [ONE, access],
      [LIST, id],
    ] as const)
      expect(errorsOf(await post('gateway', query, { as, variables: { id: value } }))).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ])
  })

  test('a cursor of another list, or a made-up one, is a clear error', async () => {
    for (const keys of [
      ['2026-01-01', randomUUID()],
      ['x', 'y'],
      ["2026-01-01T00:00:00Z'; drop table", randomUUID()],
    ]) {
      const after = Buffer.from(JSON.stringify(keys)).toString('base64url')
      const { errors } = await system.ask(
        'query($after: String) { emergencyAccesses(after: $after) { totalCount } }',
        { as: 'privacy.officer', variables: { after } },
      )
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    }
  })
})

test('every step is on record: breaking, querying, showing, each without the name of the employee', async () => {
  await system.ask('query($id: ID!) { emergencyAccess(id: $id) { id } }', {
    as: 'img.privacy',
    variables: { id: access },
  })
  const entries = await recordOf('svip', id)
  const names = entries.flatMap((entry) => (entry.attributes && !refusalOf(entry) ? [entry.name] : []))
  expect(names).toEqual(expect.arrayContaining(['Noodtoegang genomen', 'Noodtoegang getoond']))
  for (const entry of entries.filter(({ attributes }) => attributes))
    expect(JSON.stringify(entry)).not.toMatch(/ncg\.safety|gevel/)
  const decided = entries.filter(({ response }) => response?.legalBases.includes('VITAL_INTEREST'))
  expect(decided.length).toBeGreaterThan(0)
  // The reason is for the reviewers, and is in no log.
  expect(JSON.stringify(entries)).not.toContain('gevel')
})
