import { beforeEach, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

/** Acute danger: a safety officer of NCG needs IMG's data at once; the privacy officers of both agencies see every step. */

const system = client()
const FIELDS =
  'id revision owner organisation categories reason brokenAt validUntil open reviewDueOn overdue verdict remarks reviewedBy reviewedAt address { id street }'
const BREAK = `mutation($input: BreakGlassInput!) { breakGlass(input: $input) { ${FIELDS} } }`
const REVIEW = `mutation($input: ReviewEmergencyAccessInput!) { reviewEmergencyAccess(input: $input) { ${FIELDS} } }`
const RELEASE = `mutation($input: ReleaseEmergencyAccessInput!) { releaseEmergencyAccess(input: $input) { revision } }`
const ONE = `query($id: ID!) { emergencyAccess(id: $id) { ${FIELDS} } }`
const LIST = `query($filter: EmergencyAccessFilter, $first: Int, $after: String) { emergencyAccesses(filter: $filter, first: $first, after: $after) {
  totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }`
const LOOK = `query($id: ID!) { address(id: $id, purpose: ACUTE_SAFETY) {
  damage { categories claims { reference handler { name } acuteSafety { description } report { summary } award { amountCents } circumstances } }
  access { owner outcome legalBasis categories explanation decisionId } } }`
const PRIVACY_OFFICERS = ['img.privacy', 'ncg.privacy', 'privacy.officer'] as const

let id: string
beforeEach(async () => {
  id = await makeAddress(system)
})

const breakGlass = async (changes: Record<string, unknown> = {}, as = 'ncg.safety') =>
  await system.ask(BREAK, {
    as,
    variables: {
      input: { addressId: id, owner: 'IMG', reason: 'De gevel dreigt op straat te vallen.', ...changes },
    },
  })
const look = async (as = 'ncg.safety') => {
  const { data, errors } = await system.ask(LOOK, { as, variables: { id } })
  expect(errors).toEqual([])
  return data.address
}
const review = async (input: Record<string, unknown>, as = 'img.privacy') =>
  await system.ask(REVIEW, { as, variables: { input: { revision: 1, verdict: 'JUSTIFIED', ...input } } })
const release = async (accessId: string) =>
  await system.ask(RELEASE, {
    as: 'img.privacy',
    variables: { input: { id: accessId, revision: 2, reason: 'Besproken met de veiligheidsmedewerker.' } },
  })

describe('breaking the glass', () => {
  test('opens the data from the next query on, and the decision names the access', async () => {
    const before = await look()
    expect(before.damage.categories).toEqual(['PRESENCE', 'STATUS'])
    expect(before.access[0].explanation).toContain('noodtoegang')
    expect(JSON.stringify(before)).not.toContain('GEHEIM')

    const { data, errors } = await breakGlass()
    expect(errors).toEqual([])
    expect(data.breakGlass).toMatchObject({
      revision: 1,
      owner: 'IMG',
      organisation: 'NCG',
      categories: ['PRESENCE', 'STATUS', 'HANDLER', 'SAFETY'],
      open: true,
      overdue: false,
      verdict: null,
      address: { id },
    })
    expect(Date.parse(data.breakGlass.validUntil) - Date.parse(data.breakGlass.brokenAt)).toBe(48 * 3_600_000)

    const after = await look()
    expect(after.damage.categories).toEqual(['PRESENCE', 'STATUS', 'HANDLER', 'SAFETY'])
    expect(after.damage.claims[0]).toMatchObject({
      handler: { name: 'Proef Behandelaar' },
      acuteSafety: { description: 'GEHEIM-veiligheid' },
      report: null,
      award: null,
      circumstances: null,
    })
    expect(after.access[0]).toMatchObject({ legalBasis: ['PUBLIC_TASK', 'VITAL_INTEREST'] })
    const decision = await system.ask(
      'query($id: ID!) { decision(id: $id) { facts { kind id } rules { id article } reproducible } }',
      { as: 'privacy.officer', variables: { id: after.access[0].decisionId } },
    )
    expect(decision.data.decision.facts).toContainEqual({ kind: 'emergency', id: data.breakGlass.id })
    expect(decision.data.decision.reproducible).toBe(true)
  })

  test('applies within the operation that breaks it', async () => {
    const { data, errors } = await system.ask(
      `mutation($input: BreakGlassInput!) { breakGlass(input: $input) { address { access { owner categories } damage { claims { acuteSafety { description } } } } } }`,
      {
        as: 'ncg.safety',
        purpose: 'ACUTE_SAFETY',
        variables: { input: { addressId: id, owner: 'IMG', reason: 'De schoorsteen staat op instorten.' } },
      },
    )
    expect(errors).toEqual([])
    expect(data.breakGlass.address.damage.claims[0].acuteSafety.description).toBe('GEHEIM-veiligheid')
  })

  test('twice returns the open access', async () => {
    const [first, second] = [
      await breakGlass(),
      await breakGlass({ reason: 'Nog steeds gevaar voor de straat.' }),
    ]
    expect(second.data.breakGlass).toEqual(first.data.breakGlass)
  })

  test('is visible at once to the privacy officers of both agencies and of the SVIP, and to the person who broke it', async () => {
    const { data } = await breakGlass()
    for (const as of [...PRIVACY_OFFICERS, 'ncg.safety']) {
      const one = await system.ask(ONE, { as, variables: { id: data.breakGlass.id } })
      expect(one.data.emergencyAccess).toEqual(data.breakGlass)
      const list = await system.ask(LIST, {
        as,
        variables: {
          filter: { addressId: id, unreviewed: true, overdue: false, owner: 'IMG', organisation: 'NCG' },
        },
      })
      expect(list.data.emergencyAccesses).toMatchObject({
        totalCount: 1,
        nodes: [{ id: data.breakGlass.id }],
      })
    }
  })

  test.each([
    ['without an address', { addressId: 'Hoofdstraat 1' }, '16 cijfers'],
    ['at an unknown address', { addressId: '0014209999999999' }, 'niet bekend'],
    ['to own data', { owner: 'NCG' }, 'uw eigen organisatie'],
    ['without a reason that can be reviewed', { reason: 'spoed!' }, '20 tot 1000 tekens'],
    ['for amounts of money', { categories: ['SAFETY', 'FINANCIAL'] }, 'niet over FINANCIAL'],
  ])('%s is refused, and opens nothing', async (_what, changes, message) => {
    const { data, errors } = await breakGlass(changes)
    expect(data).toBeNull()
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect((await look()).damage.categories).toEqual(['PRESENCE', 'STATUS'])
  })
})

describe('the review', () => {
  test('that finds it justified leaves it open, and is done once', async () => {
    const { data } = await breakGlass()
    const reviewed = await review({ id: data.breakGlass.id })
    expect(reviewed.errors).toEqual([])
    expect(reviewed.data.reviewEmergencyAccess).toMatchObject({
      revision: 2,
      verdict: 'JUSTIFIED',
      reviewedBy: 'IMG',
      open: true,
    })
    expect((await look()).damage.categories).toContain('SAFETY')
    for (const revision of [1, 2])
      expect((await review({ id: data.breakGlass.id, revision }, 'ncg.privacy')).errors).toMatchObject([
        { message: expect.stringContaining('al beoordeeld'), extensions: { code: 'CONFLICT' } },
      ])
    const waiting = await system.ask(LIST, {
      as: 'privacy.officer',
      variables: { filter: { addressId: id, unreviewed: true } },
    })
    expect(waiting.data.emergencyAccesses.totalCount).toBe(0)
  })

  test('that finds it unjustified closes it from the next query on, and obliges the recipient to erase', async () => {
    const { data } = await breakGlass()
    expect((await look()).damage.categories).toContain('SAFETY')
    const without = await review({ id: data.breakGlass.id, verdict: 'NOT_JUSTIFIED' })
    expect(without.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    const { errors } = await review({
      id: data.breakGlass.id,
      verdict: 'NOT_JUSTIFIED',
      remarks: 'Er was tijd om toestemming te vragen.',
    })
    expect(errors).toEqual([])
    expect((await look()).damage.categories).toEqual(['PRESENCE', 'STATUS'])
    const obligations = await system.ask(
      '{ obligations(filter: { recipient: NCG, state: OPEN }, first: 100) { nodes { addressId cause owner categories purposes instruction } } }',
      { as: 'ncg.svip' },
    )
    expect(
      obligations.data.obligations.nodes.filter(({ addressId }: { addressId: string }) => addressId === id),
    ).toEqual([
      {
        addressId: id,
        cause: 'EMERGENCY_NOT_JUSTIFIED',
        owner: 'IMG',
        categories: ['PRESENCE', 'STATUS', 'HANDLER', 'SAFETY'],
        purposes: ['ACUTE_SAFETY'],
        instruction: expect.stringContaining('niet terecht'),
      },
    ])
    // The same person cannot open it again until a privacy officer has released them; then it is a new access, with its own review.
    expect((await breakGlass()).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect((await look()).damage.categories).toEqual(['PRESENCE', 'STATUS'])
    expect((await release(data.breakGlass.id)).errors).toEqual([])
    expect((await breakGlass()).data.breakGlass.id).not.toBe(data.breakGlass.id)
  })
})

test('the list continues where a page stopped', async () => {
  const first = (await breakGlass()).data.breakGlass.id
  await review({ id: first, verdict: 'NOT_JUSTIFIED', remarks: 'Er was geen gevaar.' })
  await release(first)
  const made = [
    first,
    (await breakGlass({ categories: ['SAFETY'] })).data.breakGlass.id,
    (await breakGlass({ owner: 'NCG' }, 'img.safety')).data.breakGlass.id,
  ]
  const seen: string[] = []
  for (let after: string | null = null; ; ) {
    const { data, errors } = await system.ask(LIST, {
      as: 'img.privacy',
      variables: { filter: { addressId: id }, first: 1, after },
    })
    expect(errors).toEqual([])
    expect(data.emergencyAccesses.totalCount).toBe(3)
    seen.push(data.emergencyAccesses.nodes[0].id)
    if (!data.emergencyAccesses.pageInfo.hasNextPage) break
    after = data.emergencyAccesses.pageInfo.endCursor as string
  }
  expect(seen).toEqual(made.toReversed())
})
