import { readFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { parse } from 'graphql'
import { PERSONAS, type Persona } from '../../dev/identity/personas.ts'
import { type Categories, readCategories, readTypeDefs } from '../../kernel/graphql/schema.ts'
import { ownCategories } from '../../kernel/minimise/own-side.ts'
import { type DataCategory, OWNERS, type Owner, PURPOSES, type Purpose } from '../../kernel/vocabulary.ts'
import { ROLES } from '../../subgraphs/svip/permissions.ts'
import { basesFor } from '../../subgraphs/svip/policy/document.ts'
import { POLICY_VERSIONS, policyOn } from '../../subgraphs/svip/policy/versions/index.ts'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { damaged, type Generated, operations } from '../support/executor/operations.ts'
import { type SeenField, seenFields } from '../support/seen-fields.ts'
import { errorsOf, post, type Received, system } from './attacker.ts'

/**
 * Generated questions of everybody, good and damaged, to the running system. What may be in an answer is read from what
 * schema/access.md is made of: the categories in the schemas, the roles and the policy.
 */

/** Manual runs have more: FUZZ_RUNS. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 200)

const schema = Supergraph.build(readFileSync('schema/supergraph.graphql', 'utf8'))
  .apiSchema()
  .toGraphQLJSSchema()
const categoriesOf = (name: string): Categories =>
  readCategories(buildSubgraphSchema([{ typeDefs: readTypeDefs(name) }]))
const CATEGORIES = { IMG: categoriesOf('img'), NCG: categoriesOf('ncg'), SVIP: categoriesOf('svip') }
const policy = policyOn(POLICY_VERSIONS.at(-1)?.from ?? '')

/** The owners and category of a field; both owners for values that both sides make together. */
function dataOf({
  type,
  field,
  path,
}: SeenField): { owners: readonly Owner[]; category: DataCategory } | null {
  const owners = OWNERS.filter((owner) =>
    type === 'Handler'
      ? path.includes(owner === 'IMG' ? 'claims' : 'project') || path.includes(ROOT_OF[owner])
      : CATEGORIES[owner].has(type),
  )
  const own = owners.map((owner) => CATEGORIES[owner].get(type)?.get(field)).find(Boolean)
  if (own) return { owners: owners.length === 1 ? owners : [], category: own }
  const category = CATEGORIES.SVIP.get(type)?.get(field)
  if (!category) return null
  const side = type === 'TrackSummary' ? path.at(-2) : field
  return { owners: OWNERS.filter((owner) => owner.toLowerCase() === side), category }
}
const ROOT_OF = { IMG: 'damageClaims', NCG: 'strengtheningProjects' } as const

/** Whether this person may ever receive this, for one of these purposes. */
function mayReceive(
  persona: Persona,
  purposes: readonly Purpose[],
  owner: Owner,
  category: DataCategory,
): boolean {
  if (ownCategories(persona, owner).includes(category)) return true
  if (!policy) return false
  const rules = policy.rules.filter((rule) => rule.purposes.some((purpose) => purposes.includes(purpose)))
  return persona.roles.some(
    (role) => basesFor({ ...policy, rules }, persona.organisation, role, owner, category).length > 0,
  )
}

/** Whether this person may query this field at all. */
function mayAsk({ organisation, roles }: Persona, { type, field }: SeenField): boolean {
  if (type === 'Query' && field.startsWith('damageClaim')) return organisation === 'IMG'
  if (type === 'Query' && field.startsWith('strengtheningProject')) return organisation === 'NCG'
  const groups = ROLES[`${type}.${field}`]
  return (
    groups === undefined ||
    groups.some(
      (group) =>
        group.organisations.includes(organisation) && group.roles.some((role) => roles.includes(role)),
    )
  )
}

/** The fields that a persona got without permission. */
function trespasses(persona: Persona, purposes: readonly Purpose[], seen: readonly SeenField[]): string[] {
  return seen.flatMap((field) => {
    const where = `${persona.id} for ${purposes.join()}: ${field.path.join('.')}`
    if (!mayAsk(persona, field)) return [where]
    const data = dataOf(field)
    if (!data) return []
    return data.owners.every((owner) => mayReceive(persona, purposes, owner, data.category))
      ? []
      : [`${where} (${data.category})`]
  })
}

const EXPECTED_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_TOO_COMPLEX',
])

/** Expects a clear answer that reveals nothing internal. */
function expectClean(received: Received): void {
  expect([200, 400]).toContain(received.status)
  expect(errorsOf(received).filter(({ extensions }) => !EXPECTED_CODES.has(extensions.code))).toEqual([])
  expect(received.text).not.toMatch(/eyJ[\w-]+\.|\bat file:|node_modules|select .* from/i)
  if (received.status === 400) expect(received.text).not.toContain('"data"')
}

const who = fc.record({
  persona: fc.constantFrom(...PERSONAS),
  purpose: fc.option(fc.constantFrom(...PURPOSES), { nil: undefined }),
})

describe('a generated operation', () => {
  let questions: fc.Arbitrary<Generated>
  beforeAll(async () => {
    const [here, there] = await Promise.all([
      makeAddresses(system, 2, { municipality: '1979' }),
      makeAddresses(system, 2, { municipality: '0014' }),
    ])
    const ids = [here, there].flatMap((postcode) => [...addressIds(postcode, 2)])
    const values = { ID: ids, String: [here, there] }
    // Most other root fields are refused to most personas, and then nothing is answered.
    const roots = ['address', 'addresses', 'damageClaims', 'strengtheningProjects', 'policy']
    questions = fc.oneof(
      { weight: 3, arbitrary: operations(schema, { values, roots: roots.slice(0, 2) }) },
      { weight: 1, arbitrary: operations(schema, { values, roots }) },
      { weight: 1, arbitrary: operations(schema, { values }) },
    )
  })

  const ask = (persona: Persona, purpose: Purpose | undefined, query: string, variables: unknown) =>
    post('gateway', query, {
      as: persona.id,
      variables,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(purpose ? { 'x-purpose': purpose } : {}),
      },
    })

  test('gives nobody a field that they may not see', async () => {
    const met = { own: 0, other: 0, forbidden: 0 }
    await fc.assert(
      fc.asyncProperty(questions, who, async (operation, { persona, purpose }) => {
        const { query, variables } = operation
        const received = await ask(persona, purpose, query, variables)
        expectClean(received)
        met.forbidden += errorsOf(received).filter(({ extensions }) => extensions.code === 'FORBIDDEN').length
        const { data } = JSON.parse(received.text) as { data?: unknown }
        const asked = JSON.stringify([query, variables])
        const purposes = PURPOSES.filter((name) => name === purpose || asked.includes(name))
        const seen = seenFields(schema, parse(query), data)
        for (const field of seen) {
          const owner = dataOf(field)?.owners[0]
          if (owner) met[owner === persona.organisation ? 'own' : 'other'] += 1
        }
        expect(trespasses(persona, purposes, seen)).toEqual([])
      }),
      // Shrinking a failure would send hundreds of further operations.
      { numRuns: RUNS, endOnFailure: true },
    )
    // Otherwise the test proves nothing.
    expect(Math.min(met.own, met.other, met.forbidden)).toBeGreaterThan(0)
  }, 3_600_000)

  test('that is damaged is a clear error or a valid operation', async () => {
    const met = { refused: 0, answered: 0 }
    await fc.assert(
      fc.asyncProperty(damaged(questions), who, async (operation, { persona, purpose }) => {
        const received = await ask(persona, purpose, operation.query, operation.variables)
        expectClean(received)
        met[received.status === 400 ? 'refused' : 'answered'] += 1
      }),
      // Shrinking a failure would send hundreds of further operations.
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(met.refused).toBeGreaterThan(met.answered)
  }, 3_600_000)
})
