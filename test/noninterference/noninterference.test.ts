import { readFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createRandom } from '../../dev/world/random.ts'
import { createAcuteCases } from '../support/acute-cases.ts'
import { DIFFERENCES } from './differences.ts'
import { EXCEPTIONS } from './exceptions.ts'
import { claim, project } from './files.ts'
import { run as ask, load, OBJECT, one, placesOf } from './fill.ts'
import { createRun, type Run } from './run.ts'
import type { User } from './twins.ts'

/**
 * Non-interference: two worlds that differ only in what a caller may not see give that caller the same answers to the letter. One system is
 * filled and copied, so that everything before the copy is the same in both; then the test makes one difference, and every observer from
 * whom it is hidden sends the same queries to both.
 */

const SEED = Number(process.env.NONINTERFERENCE_SEED ?? 20261130)
/** Rounds over all kinds of differences; a manual run has more. */
const ROUNDS = Number(process.env.NONINTERFERENCE_RUNS ?? 1)
/** Queries about an address, besides one to each field of `Query`. */
const QUESTIONS = 14
const AT_LARGE = ROUNDS >= 5

const schema = Supergraph.build(readFileSync('schema/supergraph.graphql', 'utf8'))
  .apiSchema()
  .toGraphQLJSSchema()

const CLAIM = claim(createRandom(SEED, 3), one('elsewhere'))
const PROJECT = project(createRandom(SEED, 3), one('elsewhere'))

/** A case of IMG that NCG, with emergency access, takes into its stock. */
async function nominated(user: User, addressId: string): Promise<{ readonly id: string }> {
  const acute = createAcuteCases(user)
  const { id } = await acute.report(addressId)
  const { revision } = await acute.act('recordAcuteCaseSafe', { id, revision: 1 }, 'img.safety')
  await acute.act('nominateAcuteCase', { id, revision, reason: 'Zwakke fundering.' }, 'img.safety')
  const glass = 'mutation($input: BreakGlassInput!) { breakGlass(input: $input) { id } }'
  const input = { addressId, owner: 'IMG', reason: 'Het IMG belde: er is direct gevaar.' }
  await ask(user, 'ncg.safety', glass, { input })
  await acute.act('answerAcuteNomination', { id, revision: revision + 1, accept: true }, 'ncg.safety')
  return { id }
}

let run: Run
beforeAll(async () => {
  run = await createRun(schema, SEED)
}, 900_000)
afterAll(() => run?.remove(), 60_000)

describe(`hidden differences do not show (NONINTERFERENCE_SEED=${SEED})`, () => {
  test.each(Object.keys(DIFFERENCES))(
    '%s',
    async (kind) => {
      const found: string[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        found.push(...(await run.look(kind, createRandom(SEED, round), QUESTIONS)))
      expect(found).toEqual([])
    },
    3_600_000,
  )

  test('and most answers have something to compare', () => {
    const { something, nothing } = run.answered
    expect(something / (something + nothing)).toBeGreaterThan(0.6)
  })

  // A short run does not meet every exception.
  const testAtLarge = AT_LARGE ? test : test.skip
  testAtLarge('and what the law lets show still occurs', () => {
    expect([...run.occurred].toSorted()).toEqual(EXCEPTIONS.map(({ name }) => name).toSorted())
  })
})

/** Leaks that were found by hand, each as its own test, so that it does not depend on the seed. */
describe('past leaks', () => {
  const OTHER_SIDE =
    'query($id: ID!) { address(id: $id) { otherSide { img { since phase } ncg { since phase } } } }'

  test.each([
    [
      'img',
      'ncg.handler',
      (planned: string) => ({
        ...CLAIM,
        phase: 'INSPECTION',
        inspection_planned_on: planned,
        inspection_held_on: '',
      }),
    ],
    ['ncg', 'img.handler', (held: string) => ({ ...PROJECT, status: 'S3_1', inspection_held_on: held })],
  ] as const)(
    'the day of an inspection of %s, in the day since which it is under way',
    async (kind, as, row) => {
      for (const [index, day] of ['2025-10-14', '2025-11-25'].entries())
        await load(run.worlds[index as 0 | 1], kind, [row(day)])
      expect(await run.seen(as, 'COOPERATION', OTHER_SIDE, [{ id: CLAIM.address_id }])).toEqual([])
      for (const user of run.worlds) await load(user, kind, [row('2025-12-01')])
    },
  )

  test('an objection against the other agency alone', async () => {
    const objections = 'query($id: ID!) { address(id: $id) { objections { id owner channel receipt } } }'
    const hidden = DIFFERENCES['objection about another organisation']?.(createRandom(SEED, 1))
    await hidden?.make(run.worlds)
    for (const { id } of placesOf('both', 'claimOnly'))
      expect(await run.seen('img.handler', 'COOPERATION', objections, [{ id }])).toEqual([])
    await hidden?.end(run.worlds)
  })

  test('whether NCG has a file, in how an accepted nomination continues', async () => {
    const id = one('objectedClaimOnly', 2)
    await load(run.worlds[1], 'ncg', [project(createRandom(SEED, 2), id)])
    const cases = await Promise.all(run.worlds.map((user) => nominated(user, id)))
    const query = `query($id: ID!) { acuteCase(id: $id) { state nomination { outcome road } actions steps { action state } } }`
    for (const as of ['img.safety', 'img.svip', 'gemeente.eemsdelta'])
      expect(await run.seen(as, 'ACUTE_SAFETY', query, cases)).toEqual([])
    await load(run.worlds[0], 'ncg', [project(createRandom(SEED, 2), id)])
  })

  test('whether an address with an objection has a file, in figures and in the lists beside them', async () => {
    const row = claim(createRandom(SEED, 4), one('objectedProjectOnly', 2))
    await load(run.worlds[1], 'img', [row])
    const figures = `query($of: String) { cooperationPotential(municipality: $of) {
      figures { total noReport handled bothRunning damageOnly noReportByPhase { phase count } } } }`
    const list = `query($filter: CooperationFilter!, $purpose: Purpose) { cooperationAddresses(filter: $filter, purpose: $purpose) {
      totalCount edges { expectedDamage node { id } } } }`
    const filter = { situation: 'NO_REPORT', municipality: '1979' }
    for (const [as, purpose] of [
      ['ncg.svip', 'COOPERATION'],
      ['gemeente.eemsdelta', 'MUNICIPAL_PLAN'],
    ] as const) {
      expect(await run.seen(as, purpose, figures, [{ of: '1979' }])).toEqual([])
      expect(await run.seen(as, purpose, list, [{ filter, purpose }])).toEqual([])
    }
    await load(run.worlds[0], 'img', [row])
  })

  test('that an address is on a list of the other agency, in the refusals on record there', async () => {
    const id = one('objected', 2)
    const putForward = async (user: User) => {
      const { addressSets } = await ask(user, 'ncg.svip', '{ addressSets { id createdBy } }')
      const set = addressSets.find(({ createdBy }: { createdBy: string }) => createdBy === 'NCG')
      const add = 'mutation($input: AddressSetMembersInput!) { addToAddressSet(input: $input) { rejected } }'
      await ask(user, 'ncg.svip', add, { input: { id: set.id, addressIds: [id] } })
    }
    await putForward(run.worlds[1])
    const sets = 'query($id: ID!) { address(id: $id) { addressSets { id } } }'
    for (const user of run.worlds) await ask(user, 'img.colleague', sets, { id }, 'COOPERATION')
    const refused = 'query($id: ID!) { disclosures(addressId: $id, include: [REFUSED]) { totalCount } }'
    expect(await run.seen('img.privacy', null, refused, [{ id }])).toEqual([])
    await putForward(run.worlds[0])
  })

  test('which municipality received data of the other agency, in the receipt of an objection', async () => {
    const id = one('last')
    const look = 'query($id: ID!) { address(id: $id) { damage { categories } } }'
    await ask(run.worlds[1], 'gemeente.eemsdelta', look, { id }, 'ACUTE_SAFETY')
    const input = { addressId: id, state: 'UPHELD', evidence: `bezwaar-${id}` }
    for (const user of run.worlds) await ask(user, 'ncg.svip', OBJECT, { input })
    const receipts = 'query($id: ID!) { address(id: $id) { objections { id receipt } } }'
    for (const as of ['ncg.handler', 'ncg.svip', 'ncg.privacy'])
      expect(await run.seen(as, null, receipts, [{ id }])).toEqual([])
    expect(await run.seen('ncg.svip', null, '{ objections { nodes { id receipt } } }', [])).toEqual([])
    // The agency that shared them knows.
    expect(await run.seen('img.svip', null, receipts, [{ id }])).not.toEqual([])
  })
})
