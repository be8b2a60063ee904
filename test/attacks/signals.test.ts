import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import { filesIn } from '../support/files.ts'
import { form, requestsIn } from '../support/information-requests.ts'
import { outOfBounds } from '../support/out-of-bounds.ts'
import {
  SIGNAL,
  SIGNAL_STEPS,
  type Signal,
  type SignalStep,
  signalsIn,
  stepMutation,
} from '../support/signals.ts'
import {
  createAttempts,
  errorsOf,
  post,
  recordOf,
  refusalsDuring,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** Attempts to get more from signals than allowed: to read, count, follow up, or find out what was found. */

const { inbox, sent, list, step, take } = signalsIn(system)
const { findDamage, findStructuralDamage, registerClaim, registerProject } = filesIn(system)
const requests = requestsIn(system)
const attempts = createAttempts()

const INPUTS: Readonly<Record<SignalStep, object>> = {
  acknowledgeSignal: {},
  assignSignal: { to: 'ME' },
  actOnSignal: { remarks: 'Gedaan.' },
  closeSignal: { result: 'CHECKED' },
  markSignalNotOpportune: { reason: 'OVERTAKEN' },
}
const LABELS: Readonly<Record<SignalStep, string>> = {
  acknowledgeSignal: 'bevestigen',
  assignSignal: 'toewijzen',
  actOnSignal: 'actie vastleggen',
  closeSignal: 'afsluiten',
  markSignalNotOpportune: 'niet opportuun',
}
const ONE = `query($id: ID!, $purpose: Purpose) { signal(id: $id, purpose: $purpose) { ...Signal } } ${SIGNAL}`
const AT_ADDRESS = `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { signals { ...Signal } } } ${SIGNAL}`

/** A finding of NCG, for IMG. */
let addressId: string
let damage: Signal
/** For the municipality of Eemsdelta; NCG has no file there. */
let outside: string
let municipal: Signal
beforeAll(async () => {
  addressId = await makeAddress(system)
  outside = await makeAddress(system, { files: false })
  await findDamage(addressId)
  await findStructuralDamage(outside)
  damage = (await list('img.handler', { filter: { addressId, purposes: ['COOPERATION'] } })).nodes[0]
  municipal = (await inbox('gemeente.eemsdelta', outside))[0]
})

const stateOf = async () => {
  const { data } = await system.ask(
    `query($a: ID!, $b: ID!) { a: signal(id: $a) { state revision } b: signal(id: $b) { state revision } }`,
    { as: 'privacy.officer', variables: { a: damage.id, b: municipal.id } },
  )
  return data
}

describe('a caller who may not follow up', () => {
  const MAY = [
    'img.handler',
    'img.colleague',
    'img.svip',
    'ncg.handler',
    'ncg.svip',
    'gemeente.eemsdelta',
    'gemeente.groningen',
  ]

  test.each(SIGNAL_STEPS)('is refused by role at both endpoints: %s', async (name) => {
    const before = await stateOf()
    const outsiders = PERSONAS.map(({ id }) => id).filter((id) => !MAY.includes(id))
    expect(outsiders.length).toBeGreaterThan(4)
    const answers = new Set<string>()
    for (const as of outsiders)
      for (const [door, target] of [
        ['gateway', damage],
        ['svip', { id: randomUUID(), revision: 1 }],
      ] as const) {
        const received = await post(door, stepMutation(name), {
          as,
          variables: { input: { id: target.id, revision: target.revision, ...INPUTS[name] } },
          headers: attempts.at('svip', name),
        })
        answers.add(
          errorsOf(received)
            .map(({ extensions }) => extensions.code)
            .join(),
        )
      }
    expect([...answers]).toEqual(['FORBIDDEN'])
    expect(await stateOf()).toEqual(before)
  })

  test.each(SIGNAL_STEPS)('as the sender, or another municipality: %s', async (name) => {
    const before = await stateOf()
    const code = async (as: string, { id }: { id: string }) =>
      errorsOf(
        await post('gateway', stepMutation(name), {
          as,
          variables: { input: { id, revision: 1, ...INPUTS[name] } },
          headers: attempts.at('svip', `Signaal: ${LABELS[name]}`),
        }),
      ).map(({ extensions, message }) => `${extensions.code} ${message}`)
    const unknown = await code('gemeente.groningen', { id: randomUUID() })
    expect(unknown).toEqual(['BAD_USER_INPUT Dit signaal bestaat niet.'])
    expect(await code('gemeente.groningen', municipal)).toEqual(unknown)
    expect(await code('gemeente.groningen', damage)).toEqual(unknown)
    expect(await code('ncg.handler', municipal)).toEqual(unknown)
    const [forbidden = ''] = await stepOfSender(name)
    expect(forbidden).toMatch(/^FORBIDDEN /)
    expect(await stateOf()).toEqual(before)
  })

  /** The sender may know the signal, so the refusal is explicit; the step is not theirs. */
  const stepOfSender = async (name: SignalStep) => {
    const { errors } = await step('ncg.handler', name, { id: damage.id, revision: 1, ...INPUTS[name] })
    return errors.map(({ extensions, message }) => `${extensions.code} ${message}`)
  }

  test('made-up roles and municipalities get no further', async () => {
    const say = async (claims: object) => await tokenThatSays({ claims: { ...claims } })
    for (const token of [
      await say({ org: 'SVIP', roles: ['case_handler', 'svip_officer'] }),
      await say({ org: 'GEMEENTE', roles: ['case_handler'], municipality: '1979' }),
      await say({ org: 'IMG', roles: ['municipal_officer'] }),
    ]) {
      const { text } = await post('svip', `{ signals { totalCount } }`, { token })
      expect(text).toContain('FORBIDDEN')
      const at = await post('svip', AT_ADDRESS, { token, variables: { id: addressId } })
      expect(at.text).not.toContain(damage.id)
    }
  })
})

describe('a signal out of sight does not exist', () => {
  test.each([
    ['another municipality', 'gemeente.groningen', () => municipal],
    ['the agency that neither sent nor received it', 'ncg.svip', () => municipal],
    ['a safety officer', 'img.safety', () => damage],
  ] as const)('for %s: by id, address, filter, count and cursor', async (_what, as, signal) => {
    const target = signal()
    const id = async (of: string) =>
      withoutTrace((await post('gateway', ONE, { as, variables: { id: of } })).text).replaceAll(of, '<id>')
    expect(await id(target.id)).toBe(await id(randomUUID()))
    const { text } = await post('gateway', AT_ADDRESS, { as, variables: { id: target.address.id } })
    expect(text).not.toContain(target.id)
    if (as === 'img.safety') return
    for (const filter of [
      { addressId: target.address.id },
      { addressId: target.address.id, direction: 'SENT' },
      { addressId: target.address.id, municipality: '1979' },
      { addressId: target.address.id, assignee: 'gemeente.eemsdelta' },
      { addressId: target.address.id, unassigned: true },
    ]) {
      const found = await list(as, { filter })
      expect([filter, found.nodes.map((each: Signal) => each.id)]).toEqual([
        filter,
        expect.not.arrayContaining([target.id]),
      ])
      if (as === 'gemeente.groningen') expect([filter, found.totalCount]).toEqual([filter, 0])
    }
  })

  test('a cursor of another caller gives no access to their signals', async () => {
    const theirs = await list('gemeente.eemsdelta', { filter: { addressId: outside }, first: 1 })
    expect(theirs.totalCount).toBe(1)
    const before = Buffer.from(JSON.stringify(['2000-01-01', randomUUID()])).toString('base64url')
    for (const after of [theirs.edges[0].cursor, before]) {
      const found = await list('gemeente.groningen', { filter: { addressId: outside }, after })
      expect([found.totalCount, found.nodes]).toEqual([0, []])
    }
  })

  test('an objection makes the address look like one without signals, and the privacy officer still sees it', async () => {
    const [objected = '', quiet = ''] = addressIds(await makeAddresses(system, 2, { files: false }), 2)
    await registerProject(quiet)
    await findDamage(objected)
    expect(await inbox('img.handler', objected)).toHaveLength(1)
    const [{ id }] = await inbox('img.handler', objected)
    const { errors } = await system.ask(
      `mutation($input: RecordObjectionInput!) { recordObjection(input: $input) { id } }`,
      {
        as: 'img.svip',
        variables: { input: { addressId: objected, owner: 'NCG', state: 'RECEIVED', evidence: 'bezwaar-1' } },
      },
    )
    expect(errors).toEqual([])
    const answer = async (address: string, purpose: string | null) => [
      (await post('gateway', AT_ADDRESS, { as: 'img.handler', variables: { id: address, purpose } })).text,
      JSON.stringify(await list('img.handler', { filter: { addressId: address }, purpose })),
    ]
    for (const purpose of [null, 'SIGNALLING', 'COOPERATION', 'INTEGRAL_APPROACH'])
      expect([purpose, await answer(objected, purpose)]).toEqual([purpose, await answer(quiet, purpose)])
    const gone = await step('img.handler', 'acknowledgeSignal', { id, revision: 1 })
    expect(gone.errors[0]?.message).toBe('Dit signaal bestaat niet.')
    expect(await inbox('privacy.officer', objected)).toHaveLength(1)
    expect(await sent('ncg.handler', objected)).toHaveLength(1)
  })

  test('a finding at an unknown address is accepted, and shown to nobody', async () => {
    const unknown = `${outside.slice(0, 13)}987`
    await findStructuralDamage(unknown)
    for (const as of ['ncg.handler', 'gemeente.eemsdelta', 'gemeente.groningen', 'privacy.officer'])
      expect((await list(as, { filter: { addressId: unknown } })).totalCount).toBe(0)
  })
})

describe('a finding', () => {
  const WORDS = /schade|constructie|aannemer|DAMAGE/

  test('is in no text, filter or count for a caller without a basis to know it', async () => {
    for (const purpose of [
      null,
      'SIGNALLING',
      'COOPERATION',
      'INTEGRAL_APPROACH',
      'JOINT_INSPECTION',
      'ACUTE_SAFETY',
    ]) {
      const [seen] = (
        await list('img.handler', { filter: { addressId, purposes: ['COOPERATION'] }, purpose })
      ).nodes
      expect(seen.kind).toBeNull()
      expect(JSON.stringify(seen)).not.toMatch(WORDS)
      const kinds = [
        'DAMAGE_FOUND',
        'DAMAGE_FOUND_DURING_WORKS',
        'OTHER_TRACK_STARTED',
        'REPAIR_CAN_GO_ALONG',
      ]
      for (const kind of kinds) {
        const { totalCount } = await list('img.handler', { filter: { addressId, kinds: [kind] }, purpose })
        expect([purpose, kind, totalCount]).toEqual([purpose, kind, 0])
      }
    }
    const [theirs] = await inbox('gemeente.eemsdelta', outside, 'MUNICIPAL_PLAN')
    expect(JSON.stringify(theirs)).not.toMatch(WORDS)
  })

  test('is not revealed by the due date', async () => {
    const begun = await makeAddress(system, { files: false })
    await registerClaim(begun)
    await findDamage(begun)
    const shown = (await inbox('img.handler', begun)).map(
      ({ id: _id, createdAt: _at, ...signal }: Signal) => signal,
    )
    expect(shown).toHaveLength(2)
    expect(shown[0]).toEqual(shown[1])
  })

  test('is not revealed by closing a signal and comparing counts', async () => {
    const MONTH = 'query($from: Date!) { monitoring(from: $from) { signals { kind state count } } }'
    const variables = { from: dutchDay(new Date()) }
    const counted = async (as: string) => {
      const { data, errors } = await system.ask(MONTH, { as, variables })
      expect(errors).toEqual([])
      return data.monitoring[0].signals as { kind: string | null; state: string; count: number }[]
    }
    const id = await makeAddress(system)
    await findDamage(id)
    const [found] = (await list('img.svip', { filter: { addressId: id, purposes: ['COOPERATION'] } })).nodes
    const closed = async () => (await counted('img.svip')).find(({ state }) => state === 'CLOSED')?.count ?? 0
    const before = await closed()
    await take('img.svip', 'closeSignal', found, { result: 'CHECKED' })
    expect(await closed()).toBe(before + 1)
    for (const as of ['img.svip', 'ncg.svip', 'img.privacy'])
      expect(new Set((await counted(as)).map(({ kind }) => kind))).toEqual(new Set([null]))
    // A supervisor of both may know.
    expect((await counted('privacy.officer')).map(({ kind }) => kind)).toContain('DAMAGE_FOUND')
  })

  test('is not revealed by two purposes at once', async () => {
    const { data, errors } = await system.ask(
      `query($id: ID!) { a: signal(id: $id) { kind } b: signal(id: $id, purpose: COOPERATION) { kind title } c: signal(id: $id, purpose: INTEGRAL_APPROACH) { kind } }`,
      { as: 'img.handler', variables: { id: damage.id } },
    )
    expect(errors).toEqual([])
    expect(data).toMatchObject({ a: { kind: null }, b: { kind: null }, c: { kind: null } })
  })
})

describe('a follow-up', () => {
  test('links to nothing that is unknown, out of sight, of another kind or of another address', async () => {
    const elsewhere = await makeAddress(system)
    const own = (await requests.submit('img.handler', form(addressId))).id
    const other = (await requests.submit('img.handler', form(elsewhere))).id
    const theirs = (await requests.submit('ncg.handler', form(addressId))).id
    const act = async (kind: string, id: string) =>
      (
        await step('img.handler', 'actOnSignal', {
          id: damage.id,
          revision: damage.revision,
          links: [{ kind, id }],
        })
      ).errors.map(({ message }) => message)
    const unknown = await act('INFORMATION_REQUEST', randomUUID())
    expect(unknown).toEqual([expect.stringContaining('niet bekend bij dit adres')])
    for (const [kind, id] of [
      ['INFORMATION_REQUEST', other],
      ['INFORMATION_REQUEST', theirs],
      ['INFORMATION_REQUEST', damage.id],
      ['INFORMATION_REQUEST', "' or 1=1 --"],
      ['PRIORITY_DECISION', own],
      ['PRIORITY_DECISION', randomUUID()],
    ] as const)
      expect([id, await act(kind, id)]).toEqual([id, unknown])
    expect(await act('INFORMATION_REQUEST', '\0')).toEqual([
      outOfBounds('input.links[0].id bevat een teken dat niet bestaat'),
    ])
    damage = await take('img.handler', 'actOnSignal', damage, {
      links: [
        { kind: 'INFORMATION_REQUEST', id: own },
        { kind: 'INFORMATION_REQUEST', id: own.toUpperCase() },
      ],
    })
    expect(damage.links).toEqual([{ kind: 'INFORMATION_REQUEST', id: own }])
  })

  test('is not assigned to another team by a caller outside the SVIP desk', async () => {
    const assign = async (as: string) =>
      await step(as, 'assignSignal', {
        id: damage.id,
        revision: damage.revision,
        to: 'TEAM',
        team: 'ncg-eemsdelta',
      })
    const refused = await refusalsDuring('svip', async () => {
      expect((await assign('img.handler')).errors[0]?.extensions.code).toBe('FORBIDDEN')
    })
    expect(refused).toContain('Signaal: toewijzen')
    // The desk may name a team; a member of a team with that name at another organisation sees nothing of it.
    expect((await assign('img.svip')).errors).toEqual([])
    expect((await list('ncg.handler', { filter: { addressId, team: 'ncg-eemsdelta' } })).totalCount).toBe(0)
  })
})

describe('the record', () => {
  test('has every read and step of a signal, and the decision it was shown on', async () => {
    const trace = randomUUID().replaceAll('-', '')
    await post('gateway', AT_ADDRESS, {
      as: 'img.handler',
      variables: { id: addressId },
      headers: { traceparent: `00-${trace}-1234567890abcdef-01` },
    })
    const entries = (await recordOf('svip', addressId)).filter(({ trace_id }) => trace_id === trace)
    expect(entries.map(({ name, event_name }) => name ?? event_name).toSorted()).toEqual([
      'Signalen bij het adres getoond',
      'adl.access_evaluation',
    ])
    const decision = entries.find(({ event_name }) => event_name)
    expect(decision).toMatchObject({
      register_shown: true,
      granted: false,
      request: { purpose: 'SIGNALLING', owner: 'NCG' },
      response: { categories: ['PRESENCE'] },
    })
    expect(decision.signal_shown).toBeUndefined()
  })

  test('has the refusals of this file', async () => {
    expect(await attempts.notOnRecord()).toEqual([])
  })
})
