import { describe, expect, test } from '@jest/globals'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { PURPOSES } from '../../kernel/vocabulary.ts'
import { ADDRESSES, FIGURES, makeSituations, POTENTIAL, times } from '../support/potential.ts'
import {
  base64url,
  createAttempts,
  errorsOf,
  linesOf,
  post,
  type Received,
  recordOf,
  system,
  tokenThatSays,
  withoutTrace,
} from './attacker.ts'

/** Figures and lists as a way to learn what is withheld. No other test has addresses in Veendam and Westerwolde. */

const VEENDAM = '0047'
const WESTERWOLDE = '1950'

const tokenOf = (municipality: string, roles = ['municipal_officer']) =>
  tokenThatSays({ claims: { org: 'GEMEENTE', roles, municipality } })
const dataOf = ({ text }: Received) => JSON.parse(text).data
const code = (received: Received) => errorsOf(received)[0]?.extensions.code
const figuresFor = async (token: string, variables = {}) => {
  const received = await post('gateway', POTENTIAL, { token, variables })
  expect(errorsOf(received)).toEqual([])
  return dataOf(received).cooperationPotential
}
const NO_REPORT = { situation: 'NO_REPORT' }

describe('a municipality', () => {
  test.each(['gateway', 'svip'] as const)(
    'gets the same refusal for any other code, whatever its data, at %s',
    async (at) => {
      const attempts = createAttempts()
      await makeSituations(system, WESTERWOLDE, [{ ncg: 'S2_1' }])
      const token = await tokenOf(VEENDAM)
      const answers = new Set<string>()
      for (const other of [WESTERWOLDE, '1979', '0001', '9999', '', 'ALL', `${VEENDAM} `]) {
        for (const [what, query, variables] of [
          ['cooperationPotential', POTENTIAL, { municipality: other }],
          [
            'cooperationAddresses',
            ADDRESSES,
            { filter: { ...NO_REPORT, municipality: other }, purpose: 'MUNICIPAL_PLAN' },
          ],
        ] as const) {
          const received = await post(at, query, { token, variables, headers: attempts.at('svip', what) })
          expect(code(received)).toBe('FORBIDDEN')
          expect(received.text).not.toContain('"count"')
          answers.add(withoutTrace(received.text))
        }
      }
      // One for each query.
      expect(answers.size).toBe(2)
      expect(await attempts.notOnRecord()).toEqual([])
    },
  )

  test('sees its own when it leaves the code out, never the whole area', async () => {
    await makeSituations(system, VEENDAM, times(12, { ncg: 'S1_2' }))
    const potential = await figuresFor(await tokenOf(VEENDAM))
    expect(potential).toMatchObject({ municipality: { code: VEENDAM }, smallCountsHidden: true })
    const whole = await figuresFor(await system.tokenOf('ncg.svip'))
    expect(whole.figures.stock.total).toBeGreaterThan(potential.figures.stock.total)
  })

  test('lists no address of another one with a cursor from there, or a made-up one', async () => {
    const own = await makeSituations(system, VEENDAM, times(2, { ncg: 'S2_1' }))
    const others = await makeSituations(system, WESTERWOLDE, times(3, { ncg: 'S2_1' }))
    const variables = (more: object) => ({
      filter: NO_REPORT,
      purpose: 'MUNICIPAL_PLAN',
      first: 100,
      ...more,
    })
    const theirs = await post('gateway', ADDRESSES, {
      token: await tokenOf(WESTERWOLDE),
      variables: variables({ first: 1 }),
    })
    const { endCursor } = dataOf(theirs).cooperationAddresses.pageInfo
    const cursors = [
      endCursor,
      base64url(['100', '1000', '0000200000000000']),
      base64url(['0', '1000', others[0]]),
      base64url(['100', '9999', others[0]]),
    ]
    const token = await tokenOf(VEENDAM)
    for (const after of cursors) {
      const received = await post('gateway', ADDRESSES, { token, variables: variables({ after }) })
      expect(errorsOf(received)).toEqual([])
      for (const other of others) expect(received.text).not.toContain(other)
    }
    const all = await post('gateway', ADDRESSES, { token, variables: variables({}) })
    for (const id of own) expect(all.text).toContain(id)
    // These addresses are not on record as queried either.
    for (const other of others) {
      const by = (await recordOf('svip', other)).filter(({ name }) => name?.startsWith('Geweigerd'))
      expect(by).toEqual([])
    }
  })

  test('sees the exact counts of what it may list, and none of IMG’s progress', async () => {
    const token = await tokenOf(VEENDAM)
    const officer = await system.tokenOf('ncg.svip')
    await makeSituations(system, VEENDAM, [
      ...times(3, { ncg: 'S3_1' }),
      ...times(3, { ncg: 'S3_1', img: 'COMPLETION' }),
      ...times(12, { ncg: 'S2_1', img: 'REPORTED' }),
      ...times(2, { ncg: 'S2_1', img: 'INSPECTION' }),
    ])
    const exact = (await figuresFor(officer, { municipality: VEENDAM })).figures
    const { figures } = await figuresFor(token)
    expect(figures.stock).toEqual({ ...exact.stock, handled: null, bothRunning: null })
    for (const { count } of [...figures.matrix.cells, ...figures.matrix.groups]) expect(count).toBeNull()
    expect([figures.matrix.total, figures.matrix.outside]).toEqual([null, null])
    const listed = await post('gateway', ADDRESSES, {
      token,
      variables: { filter: NO_REPORT, purpose: 'MUNICIPAL_PLAN' },
    })
    expect(dataOf(listed).cooperationAddresses.totalCount).toBe(figures.stock.noReport)
  })

  test('gets no figures of future days', async () => {
    const field = 'overTime(from: "2020-01-01", until: "2999-01-01", every: MONTH) { on }'
    const received = await post('gateway', `{ cooperationPotential { ${field} } }`, {
      token: await tokenOf(VEENDAM),
    })
    expect(code(received)).toBe('BAD_USER_INPUT')
  })

  test('without the role of an official, or without a municipality, gets nothing', async () => {
    for (const token of [
      await tokenOf(VEENDAM, ['privacy_officer']),
      await tokenOf(VEENDAM, []),
      await tokenOf(VEENDAM, ['case_handler', 'svip_officer', 'intervention_team']),
    ])
      for (const [query, variables] of [
        [POTENTIAL, {}],
        [ADDRESSES, { filter: NO_REPORT, purpose: 'MUNICIPAL_PLAN' }],
      ] as const)
        expect(code(await post('gateway', query, { token, variables }))).toBe('FORBIDDEN')
  })
})

describe('a filter as an oracle', () => {
  const FILTERS = [
    { situation: 'NO_REPORT', ncgPhases: ['INSPECTION'] },
    { situation: 'BOTH_RUNNING' },
    { situation: 'HANDLED' },
    { groups: ['B'] },
    { cells: [{ ncgStatus: 'S2_1', imgStatus: 'PREPARATION' }] },
    { ncgStatuses: ['S2_1'] },
    { ncgPhases: ['INSPECTION'], situation: 'DAMAGE_ONLY' },
  ]
  const NOT_FOR = {
    'img.handler': {
      SIGNALLING: FILTERS,
      MONITORING: FILTERS,
      STATUS_EXCHANGE: FILTERS,
      STUCK_CASE: FILTERS,
    },
    'gemeente.eemsdelta': {
      MUNICIPAL_PLAN: FILTERS.slice(1, 5),
      ACUTE_SAFETY: FILTERS,
      COOPERATION: FILTERS,
      MONITORING: FILTERS,
    },
  } as const

  test('that the purpose does not allow is refused alike, with hits and without, by argument and by header', async () => {
    const attempts = createAttempts()
    const texts = new Set<string>()
    for (const [as, purposes] of Object.entries(NOT_FOR))
      for (const [purpose, filters] of Object.entries(purposes))
        for (const filter of filters)
          for (const at of [{ variables: { filter, purpose } }, { variables: { filter }, header: purpose }]) {
            const received = await post('svip', ADDRESSES, {
              as,
              variables: at.variables,
              headers: {
                ...attempts.at('svip', 'cooperationAddresses'),
                ...('header' in at ? { 'x-purpose': at.header } : {}),
              },
            })
            expect(code(received)).toBe('FORBIDDEN')
            texts.add(withoutTrace(received.text))
          }
    expect(texts.size).toBe(1)
    expect(await attempts.notOnRecord()).toEqual([])
  })

  test('without a purpose, or without a criterion, finds nothing', async () => {
    for (const variables of [
      { filter: NO_REPORT },
      { filter: {}, purpose: 'SIGNALLING' },
      { filter: { municipality: '1979' }, purpose: 'COOPERATION' },
      { filter: NO_REPORT, purpose: 'SIGNALLING', first: 0 },
      { filter: NO_REPORT, purpose: 'SIGNALLING', first: 101 },
      { filter: NO_REPORT, purpose: 'SIGNALLING', after: 'x' },
      {
        filter: NO_REPORT,
        purpose: 'SIGNALLING',
        after: base64url(['0', "9' or 1=1 --", '0000200000000000']),
      },
      { filter: { ...NO_REPORT, municipality: "1979' or '1'='1" }, purpose: 'SIGNALLING' },
    ]) {
      const received = await post('gateway', ADDRESSES, { as: 'ncg.handler', variables })
      expect(code(received)).toBe('BAD_USER_INPUT')
      expect(received.text).not.toMatch(/\d{4}20\d{10}/)
    }
  })

  test('is for handlers, SVIP officers and municipalities: others may not, for any purpose', async () => {
    for (const as of ['img.priority', 'img.safety', 'intervention.team', 'privacy.officer', 'ncg.privacy'])
      for (const purpose of PURPOSES)
        expect(code(await post('svip', ADDRESSES, { as, variables: { filter: NO_REPORT, purpose } }))).toBe(
          'FORBIDDEN',
        )
  })

  test('does not reveal where a resident objected: that address is in no list, no page and no count', async () => {
    const ids = await makeSituations(system, WESTERWOLDE, times(3, { ncg: 'S5_2' }))
    const ask = async (first = 100) => {
      const received = await post('gateway', ADDRESSES, {
        as: 'ncg.svip',
        variables: {
          filter: { ...NO_REPORT, ncgStatuses: ['S5_2'], municipality: WESTERWOLDE },
          purpose: 'SIGNALLING',
          first,
        },
      })
      expect(errorsOf(received)).toEqual([])
      return dataOf(received).cooperationAddresses
    }
    expect(await ask()).toMatchObject({ totalCount: 3 })
    const objected = await system.ask(
      'mutation($id: ID!) { recordObjection(input: { addressId: $id, owner: IMG, evidence: "x" }) { id } }',
      { as: 'img.svip', variables: { id: ids[2] } },
    )
    expect(objected.errors).toEqual([])
    expect(await ask()).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } })
    const page = await ask(2)
    expect(page.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(ids.slice(0, 2))
    expect(page.pageInfo.hasNextPage).toBe(false)
  })
})

describe('where a resident objected', () => {
  /** Each figure with the list of its addresses, for a caller who sees both. */
  const PAIRS = (figures: Figures) => [
    [{ situation: 'NO_REPORT' }, 'SIGNALLING', figures.stock.noReport],
    [{ situation: 'DAMAGE_ONLY' }, 'SIGNALLING', figures.stock.damageOnly],
    [{ situation: 'HANDLED' }, 'COOPERATION', figures.stock.handled],
    [{ situation: 'BOTH_RUNNING' }, 'COOPERATION', figures.stock.bothRunning],
    ...figures.stock.noReportByPhase.map(({ phase, count }) => [
      { situation: 'NO_REPORT', ncgPhases: [phase] },
      'SIGNALLING',
      count,
    ]),
    ...figures.matrix.groups.map(({ group, count }) => [{ groups: [group] }, 'COOPERATION', count]),
  ]
  type Figures = {
    readonly stock: Record<string, number | null> & {
      readonly noReportByPhase: readonly { readonly phase: string; readonly count: number | null }[]
    }
    readonly matrix: { readonly groups: readonly { readonly group: string; readonly count: number | null }[] }
  }
  const claim = (addressId: string) =>
    system.ask('mutation($input: RegisterDamageClaimInput!) { registerDamageClaim(input: $input) { id } }', {
      as: 'img.handler',
      variables: { input: { addressId, reference: `O-${addressId}` } },
    })
  const OVER_TIME = `query($m: String, $from: Date!) { cooperationPotential(municipality: $m) { figures { ...Figures }
    overTime(from: $from, every: DAY) { ...Figures } } } ${FIGURES}`

  test.each(['ncg.svip', 'img.svip', 'gemeente'])(
    '%s finds nothing by subtracting, nor by repeating a query',
    async (who) => {
      const token = who === 'gemeente' ? await tokenOf(WESTERWOLDE) : await system.tokenOf(who)
      const ids = await makeSituations(system, WESTERWOLDE, [
        { ncg: 'S4_1' },
        { ncg: 'S4_1' },
        { ncg: 'S4_2', img: 'REPORTED' },
        { ncg: 'S5_1', img: 'COMPLETION' },
      ])
      const [objector = '', other = ''] = ids
      const objected = await system.ask(
        'mutation($id: ID!) { recordObjection(input: { addressId: $id, owner: IMG, evidence: "x" }) { id } }',
        { as: 'img.svip', variables: { id: objector } },
      )
      expect(objected.errors).toEqual([])
      const all = async () => {
        const from = dutchDay(new Date())
        const received = await post('gateway', OVER_TIME, {
          token,
          variables: { m: who === 'gemeente' ? null : WESTERWOLDE, from },
        })
        expect(errorsOf(received)).toEqual([])
        const { figures, overTime } = dataOf(received).cooperationPotential
        const lists = []
        for (const [filter, purpose, count] of PAIRS(figures)) {
          const listed = await post('gateway', ADDRESSES, {
            token,
            variables: {
              filter: { ...(filter as object), municipality: WESTERWOLDE },
              purpose: who === 'gemeente' ? 'MUNICIPAL_PLAN' : purpose,
              first: 100,
            },
          })
          // The count of a list and its addresses are equal, and leave out what may not be listed.
          const { totalCount, edges } =
            errorsOf(listed).length > 0
              ? { totalCount: null, edges: [] }
              : dataOf(listed).cooperationAddresses
          expect({ filter, count }).toEqual({ filter, count: totalCount })
          expect(listed.text).not.toContain(objector)
          lists.push(edges)
        }
        return { figures, overTime, lists }
      }
      const before = await all()
      expect((await claim(objector)).errors).toEqual([])
      expect(await all()).toEqual(before)
      expect((await claim(other)).errors).toEqual([])
      expect(await all()).not.toEqual(before)
    },
    120_000,
  )
})

describe('the figures', () => {
  test('are not for handlers, nor for a caller without a role', async () => {
    for (const as of ['img.handler', 'ncg.handler', 'img.priority', 'ncg.safety'])
      expect(code(await post('svip', POTENTIAL, { as }))).toBe('FORBIDDEN')
    expect((await post('svip', POTENTIAL)).status).toBe(401)
  })

  test('are put on record for monitoring, without an address', async () => {
    const before = (await linesOf('svip')).length
    await figuresFor(await system.tokenOf('img.svip'))
    const lines = (await linesOf('svip')).slice(before)
    const shown = lines.filter(({ name }) => name === 'Cijfers over samenwerking getoond')
    expect(shown).toMatchObject([{ subject: null, attributes: { 'samenloop.recipient': 'IMG' } }])
  })

  test.each(['1900-01-01', '2999-01-01'])('of %s are not given', async (on) => {
    expect(code(await post('gateway', POTENTIAL, { as: 'ncg.svip', variables: { on } }))).toBe(
      'BAD_USER_INPUT',
    )
  })

  test.each(['0001', 'ALL', '', "' or 1=1 --"])(
    'of the municipality %j are not given',
    async (municipality) => {
      const received = await post('gateway', POTENTIAL, { as: 'ncg.svip', variables: { municipality } })
      expect(code(received)).toBe('BAD_USER_INPUT')
    },
  )
})
