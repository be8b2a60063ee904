import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import { recordUnavailable } from '../../kernel/errors.ts'
import { type GrantRequest, mintGrant, parseGrantKeys } from '../../kernel/identity/grant.ts'
import type { Content } from '../../kernel/records/log/log.ts'
import { createProcessingLine } from '../../kernel/records/log/processing.ts'
import type { Caller } from '../../kernel/vocabulary.ts'
import { createDiscloser } from './disclose.ts'

const key = (filling: number) => Buffer.alloc(32, filling).toString('base64url')
const KEYS = parseGrantKeys(`now:${key(1)},before:${key(2)}`)
const FOREIGN = parseGrantKeys(`now:${key(9)}`)
const UNKNOWN = parseGrantKeys(`later:${key(1)}`)
const NOW = new Date('2026-11-22T10:00:00Z')
const SECONDS = NOW.getTime() / 1000
const ADDRESS = '1979200000000001'
const OTHER_ADDRESS = '1979200000000002'
const DECISION = randomUUID()

const CALLER: Caller = {
  subject: 'subject-of-the-caller',
  organisation: 'IMG',
  roles: ['case_handler'],
  municipality: null,
  team: null,
  client: 'desk',
  expiresAt: SECONDS + 600,
}
const OWN: Caller = { ...CALLER, organisation: 'NCG' }

const mint = (changes: Partial<GrantRequest> = {}, keys = KEYS) =>
  mintGrant(keys, {
    owner: 'NCG',
    addr: ADDRESS,
    caller: CALLER,
    purpose: 'COOPERATION',
    pol: 'twg-2023',
    cats: ['PRESENCE', 'STATUS'],
    dec: DECISION,
    issuedAt: SECONDS - 1,
    ttlSeconds: 10,
    ...changes,
  })

type Row = { readonly id: string; readonly address_id: string }

/** A discloser of NCG that records the events, in order. */
function setUp(options: { caller?: Caller; fail?: boolean } = {}) {
  const happened: string[] = []
  const lines: Content[] = []
  const loads: (readonly string[])[] = []
  const refusals: string[] = []
  const discloser = createDiscloser<Row>({
    owner: 'NCG',
    keys: KEYS,
    caller: options.caller ?? CALLER,
    trace: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), parentSpanId: null },
    log: {
      async append(contents) {
        happened.push('append')
        await new Promise((resolve) => setTimeout(resolve, 5))
        if (options.fail) throw recordUnavailable(new Error('disk full'))
        lines.push(...contents)
        happened.push('on record')
      },
    },
    line: createProcessingLine({ party: 'ncg', pseudonymKey: Buffer.alloc(32, 3), now: () => NOW }),
    async load(addressIds) {
      happened.push('load')
      loads.push(addressIds)
      return new Map(addressIds.map((address_id) => [address_id, [{ id: `of ${address_id}`, address_id }]]))
    },
    served: (fields) => fields,
    onRefusal: (refusal) => refusals.push(refusal),
    now: () => NOW,
  })
  const ask = async (grant: unknown, addressId = ADDRESS, fields = ['project.id']) => {
    const answer = await discloser.load({ addressId, grant, fields })
    happened.push('answer')
    return answer
  }
  return { ask, happened, lines, loads, refusals }
}

const NOTHING = { categories: [], rows: null }

describe('on a grant', () => {
  test('its categories are shared, once that is on record', async () => {
    const { ask, happened, lines } = setUp()
    expect(await ask(mint())).toEqual({
      categories: ['PRESENCE', 'STATUS'],
      rows: [{ id: `of ${ADDRESS}`, address_id: ADDRESS }],
    })
    expect(happened).toEqual(['load', 'append', 'on record', 'answer'])
    expect(lines).toMatchObject([
      {
        name: 'Verstrekking door NCG aan IMG',
        status: 'Ok',
        trace_id: 'a'.repeat(32),
        attributes: {
          'dpl.core.processing_activity_id':
            'urn:samenloop:verwerkingsactiviteit:ncg:verstrekking-cooperation:twg-2023',
          'samenloop.recipient': 'IMG',
          'samenloop.purpose': 'COOPERATION',
          'samenloop.decision_id': DECISION,
          'samenloop.categories': ['PRESENCE', 'STATUS'],
          'samenloop.fields': ['project.id'],
        },
      },
    ])
  })

  test('signed with the previous key is accepted too', async () => {
    const before = parseGrantKeys(`before:${key(2)}`)
    expect((await setUp().ask(mint({}, before))).rows).toHaveLength(1)
  })

  test('neither the employee nor the address is on record, only a pseudonym of the address', async () => {
    const { ask, lines } = setUp()
    await ask(mint())
    await ask(null, OTHER_ADDRESS)
    expect(lines).toHaveLength(2)
    expect(JSON.stringify(lines)).not.toMatch(/subject-of-the-caller|197920000000000/)
  })
})

describe('without a valid grant nothing is shared, and that is on record before the answer', () => {
  const claims = {
    addr: ADDRESS,
    org: 'IMG',
    purpose: 'COOPERATION',
    pol: 'twg-2023',
    cats: ['PRESENCE'],
    dec: DECISION,
  }
  const signed = (changes: Record<string, unknown>, header: Record<string, string> = {}) =>
    new SignJWT({
      ...claims,
      iss: 'svip',
      aud: 'ncg',
      sub: CALLER.subject,
      iat: SECONDS,
      exp: SECONDS + 9,
      ...changes,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'samenloop-grant+jwt', kid: 'now', ...header })
      .sign(Buffer.alloc(32, 1))
  const unsigned = async () => {
    const [, payload] = mint().split('.')
    return `${Buffer.from('{"alg":"none","typ":"samenloop-grant+jwt","kid":"now"}').toString('base64url')}.${payload}.`
  }

  const refusals: readonly (readonly [refusal: string, what: string, grant: () => unknown])[] = [
    ['MISSING', 'none', () => null],
    ['MISSING', 'undefined', () => undefined],
    ['MALFORMED', 'empty text', () => ''],
    ['MALFORMED', 'any text', () => 'let me in'],
    ['MALFORMED', 'a number', () => 1],
    ['MALFORMED', 'an object', () => ({ addr: ADDRESS })],
    ['MALFORMED', 'a very long text', () => 'a'.repeat(5000)],
    ['MALFORMED', 'one without a signature', unsigned],
    ['MALFORMED', 'one of another type', () => signed({}, { typ: 'JWT' })],
    ['MALFORMED', 'one of another issuer', () => signed({ iss: 'ncg' })],
    ['MALFORMED', 'one for an unknown category', () => signed({ cats: ['EVERYTHING'] })],
    ['MALFORMED', 'one for no category', () => signed({ cats: [] })],
    ['MALFORMED', 'one without a policy version', () => signed({ pol: undefined })],
    ['MALFORMED', 'one for a version that is no name', () => signed({ pol: 'x:eigen-taak:v1' })],
    ['MALFORMED', 'one without a decision', () => signed({ dec: undefined })],
    ['FORGED', 'one signed with a foreign key', () => mint({}, FOREIGN)],
    ['FORGED', 'one signed with an unknown key', () => mint({}, UNKNOWN)],
    ['EXPIRED', 'one that is over', () => mint({ issuedAt: SECONDS - 20 })],
    ['EXPIRED', 'one with a lifetime of an hour', () => signed({ iat: SECONDS - 31, exp: SECONDS + 3600 })],
    ['OTHER_OWNER', 'one for IMG', () => mint({ owner: 'IMG' })],
    ['OTHER_ADDRESS', 'one for another address', () => mint({ addr: OTHER_ADDRESS })],
    ['OTHER_CALLER', 'one of a colleague', () => mint({ caller: { ...CALLER, subject: 'colleague' } })],
    [
      'OTHER_CALLER',
      'one of another organisation',
      () => mint({ caller: { ...CALLER, organisation: 'SVIP' } }),
    ],
  ]

  test.each(refusals)('%s: %s', async (refusal, _what, grant) => {
    const { ask, happened, lines, loads, refusals: counted } = setUp()
    expect(await ask(await grant())).toEqual(NOTHING)
    expect(happened).toEqual(['append', 'on record', 'answer'])
    expect(loads).toEqual([])
    expect(counted).toEqual([refusal])
    expect(lines).toMatchObject([
      {
        name: 'Verstrekking door NCG geweigerd',
        status: 'Unset',
        attributes: {
          'samenloop.refusal': refusal,
          'samenloop.categories': [],
          'samenloop.recipient': 'IMG',
        },
      },
    ])
  })
})

describe('own staff', () => {
  test('need no grant and see what their role sees, on record', async () => {
    const { ask, lines, happened } = setUp({ caller: { ...OWN, roles: ['svip_officer'] } })
    const { categories, rows } = await ask(null)
    expect(categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY'])
    expect(rows).toHaveLength(1)
    expect(happened.at(-2)).toBe('on record')
    expect(lines).toMatchObject([{ name: 'Inzage door eigen medewerker van NCG' }])
  })

  test('without a role that sees anything get nothing, not even with a grant, and that is on record', async () => {
    const caller: Caller = { ...OWN, roles: ['privacy_officer', 'service'] }
    const { ask, lines, loads } = setUp({ caller })
    expect(await ask(mint({ caller }))).toEqual(NOTHING)
    expect(loads).toEqual([])
    expect(lines).toMatchObject([{ attributes: { 'samenloop.refusal': 'ROLE' } }])
  })
})

describe('a log that cannot be written', () => {
  test.each([
    ['on a grant', CALLER, mint],
    ['without one', CALLER, () => null],
    ['to own staff', OWN, () => null],
  ])('gives nothing %s but RECORD_UNAVAILABLE', async (_what, caller, grant) => {
    const { ask, happened } = setUp({ caller, fail: true })
    await expect(ask(grant())).rejects.toMatchObject({ code: 'RECORD_UNAVAILABLE' })
    expect(happened).not.toContain('answer')
  })
})

describe('the addresses of a request', () => {
  const addresses = Array.from(
    { length: 100 },
    (_, index) => `19792000000001${String(index).padStart(2, '0')}`,
  )

  test('share one statement and one commit of the log', async () => {
    const { ask, lines, loads, happened } = setUp()
    const grants = addresses.map((addr) => mint({ addr }))
    const answers = await Promise.all(addresses.map((address, index) => ask(grants[index], address)))
    expect(answers.map(({ rows }) => rows?.[0]?.address_id)).toEqual(addresses)
    expect(loads).toEqual([addresses])
    expect(happened.filter((each) => each === 'append')).toHaveLength(1)
    expect(lines).toHaveLength(100)
  })

  test('are each checked against their own grant', async () => {
    const { ask, lines, loads } = setUp()
    const grant = mint({ addr: addresses[7] ?? '' })
    const answers = await Promise.all(addresses.map((address) => ask(grant, address)))
    expect(answers.flatMap(({ rows }) => rows ?? [])).toEqual([
      expect.objectContaining({ address_id: addresses[7] }),
    ])
    expect(loads).toEqual([[addresses[7]]])
    expect(lines).toHaveLength(100)
  })

  test('requested twice with the same fields are loaded and recorded once; with different fields recorded twice', async () => {
    const grant = mint()
    const same = setUp()
    await Promise.all([same.ask(grant), same.ask(grant)])
    expect(same.lines).toHaveLength(1)
    const different = setUp()
    await Promise.all([different.ask(grant), different.ask(grant, ADDRESS, ['project.status'])])
    expect(different.lines).toHaveLength(2)
    expect(different.loads).toEqual([[ADDRESS]])
  })

  test('all fail when the log fails, also when some are refused', async () => {
    const { ask } = setUp({ fail: true })
    const grant = mint()
    const outcomes = await Promise.allSettled(addresses.map((address) => ask(grant, address)))
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']))
  })
})
