import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Supergraph } from '@apollo/federation-internals'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { makeAddress } from '../support/addresses.ts'
import {
  type Case,
  hostileCases,
  type Ids,
  objectOf,
  type Reached,
  reachedFields,
  unstorableValues,
} from '../support/hostile.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

/**
 * Every field of the schema with arguments, with hostile values in each of them, by every persona, at its own system: the caller gets a
 * specific error for every fault. `INTERNAL`, or HTTP 500, means an unforeseen case.
 */

/** Each persona tries every argument, with one in this many of its values. All values: `HOSTILE_ONE_IN=1`. */
const ONE_IN = Number(process.env.HOSTILE_ONE_IN ?? 20)
/** Fields in one request. */
const AT_ONCE = 40
/** Concurrent requests. */
const TOGETHER = 6

const schema = Supergraph.build(readFileSync('schema/supergraph.graphql', 'utf8'))
  .apiSchema()
  .toGraphQLJSSchema()

let system: TestSystem
let user: ReturnType<typeof client>
let address: string
beforeAll(async () => {
  system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-hostile-')), {
    world: false,
    environment: {
      // The test sends as many root fields as possible; it is not about their maximum.
      MAX_ROOT_FIELDS: '200',
      MAX_ALIASES: '200',
      MAX_FIELDS: '5000',
      MAX_TOKENS: '20000',
      MAX_COST: '10000000',
    },
  })
  user = client(system.layout)
  address = await makeAddress(user)
}, 120_000)
afterAll(() => system?.remove())

/** A part of an answer that shows an unforeseen case. */
type Fault = { readonly as: string; readonly status: number; readonly what: string; readonly value?: unknown }

type Question = { readonly reached: Reached; readonly asked: Case }

const typeOf = ({ field }: Reached): string => getNamedType(field.type).name
const nameOf = ({ way, field }: Reached): string => [...way, field].map(({ name }) => name).join('.')

/** One request for one field with many values; they are in variables, so that the text is the same for every persona. */
function requestOf(questions: readonly Question[]) {
  const declared: string[] = []
  const variables: Record<string, unknown> = {}
  const given = (prefix: string, field: Reached['field'], values: Readonly<Record<string, unknown>>) => {
    const inside = field.args.flatMap(({ name, type }) => {
      const variable = `${prefix}_${name}`
      declared.push(`$${variable}: ${type}`)
      if (name in values) variables[variable] = values[name]
      return [`${name}: $${variable}`]
    })
    return inside.length > 0 ? `(${inside.join(', ')})` : ''
  }
  const parts = questions.map(({ reached: { way, field }, asked }, index) => {
    const last = `${field.name}${given(`q${index}`, field, asked.values)}${isLeaf(field) ? '' : ' { __typename }'}`
    const path = way.map(
      (step, depth) => `${step.name}${given(`q${index}w${depth}`, step, sensibleOf(step))} { `,
    )
    return `q${index}: ${path.join('')}${last}${' }'.repeat(way.length)}`
  })
  const { root } = questions[0]?.reached ?? { root: 'query' }
  return {
    query: `${root}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${parts.join(' ')} }`,
    variables,
  }
}
const isLeaf = ({ type }: Reached['field']): boolean =>
  !('getFields' in getNamedType(type)) && !('getTypes' in getNamedType(type))

let ids: Ids = new Map()
const sensibleOf = (field: Reached['field']) =>
  objectOf(
    field.args,
    ids,
    getNamedType(field.type).name,
    ({ name }) => name === 'purpose' || isNeeded(field, name),
  )
const isNeeded = (field: Reached['field'], name: string): boolean =>
  field.args.some(
    (each) => each.name === name && String(each.type).endsWith('!') && each.defaultValue === undefined,
  )

async function ask(
  as: string,
  questions: readonly Question[],
  at: 'gateway' | 'svip' | 'img' | 'ncg' = 'gateway',
): Promise<readonly Fault[]> {
  const { query, variables } = requestOf(questions)
  const { status, errors } = await user.ask(query, { as, variables, at })
  const internal = errors.filter(({ extensions }) => extensions?.code === 'INTERNAL' || !extensions?.code)
  if (status < 500 && internal.length === 0) return []
  const places = internal.map(({ path }) =>
    Number(/^q(\d+)$/.exec(String(Array.isArray(path) && path[0]))?.[1]),
  )
  const guilty =
    places.length > 0 && places.every(Number.isInteger) ? places : questions.map((_, index) => index)
  return [...new Set(guilty)].flatMap((index) => {
    const question = questions[index]
    return question
      ? [
          {
            as,
            status,
            what: `${at}: ${nameOf(question.reached)}(${question.asked.path})`,
            value: question.asked.values,
          },
        ]
      : []
  })
}

/** Runs the tasks, a few at a time. */
async function all(tasks: readonly (() => Promise<readonly Fault[]>)[]): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  const waiting = [...tasks]
  const work = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) faults.push(...(await task()))
  }
  await Promise.all(Array.from({ length: TOGETHER }, work))
  return faults
}

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/** Records every kind of object at the address, by whoever may, and collects the ids. */
async function fill(): Promise<Ids> {
  const found = new Map<string, string[]>([['Address', [address]]])
  ids = found
  const note = (type: string, id: unknown) => {
    if (typeof id === 'string') found.set(type, [...(found.get(type) ?? []), id])
  }
  const mutations = reachedFields(schema).filter(({ root }) => root === 'mutation')
  for (const persona of PERSONAS)
    for (const { field } of mutations) {
      const type = getNamedType(field.type)
      if (!isObjectType(type) || !('id' in type.getFields()) || found.has(type.name)) continue
      const { query, variables } = requestOf([
        {
          reached: { root: 'mutation', field, way: [] },
          asked: { path: '', values: objectOf(field.args, found, type.name) },
        },
      ])
      const { data } = await user.ask(query.replaceAll('__typename', 'id'), { as: persona.id, variables })
      note(type.name, data?.q0?.id)
    }
  return found
}

describe('an operation with a hostile value', () => {
  beforeAll(async () => {
    ids = await fill()
  }, 120_000)

  const personas = PERSONAS.map(({ id }) => id)

  test('is answered or refused with a specific error, for every caller', async () => {
    const tasks = reachedFields(schema).flatMap((reached) => {
      const cases = hostileCases(reached.field.args, ids, typeOf(reached))
      const needed = { path: '', values: objectOf(reached.field.args, ids, typeOf(reached)) }
      return personas.flatMap((as, turn) => {
        const own = [needed, ...cases.filter((_, index) => index % ONE_IN === turn % ONE_IN)]
        return chunks(own, AT_ONCE).map(
          (some) => () =>
            ask(
              as,
              some.map((asked) => ({ reached, asked })),
            ),
        )
      })
    })
    expect(tasks.length).toBeGreaterThan(personas.length * 50)
    expect(await all(tasks)).toEqual([])
  }, 300_000)

  test.each(['gateway', 'svip', 'img', 'ncg'] as const)(
    'is refused at %s before everything else, when no database could store it',
    async (at) => {
      const asked: GraphQLSchema =
        at === 'gateway' ? schema : buildSubgraphSchema([{ typeDefs: readTypeDefs(at) }])
      const as = at === 'ncg' ? 'ncg.handler' : 'img.handler'
      let count = 0
      const tasks = reachedFields(asked)
        .filter(
          ({ field, way }) => !field.name.startsWith('_') && way.every(({ name }) => !name.startsWith('_')),
        )
        .flatMap((reached) =>
          hostileCases(reached.field.args, ids, typeOf(reached), unstorableValues).map((each) => async () => {
            count += 1
            const { query, variables } = requestOf([{ reached, asked: each }])
            const { status, errors } = await user.ask(query, { as, variables, at })
            const codes = errors.map(({ extensions }) => extensions.code)
            const isRefused =
              status < 500 && codes.length > 0 && codes.every((code) => code === 'BAD_USER_INPUT')
            return isRefused
              ? []
              : [{ as, status, what: `${nameOf(reached)}(${each.path}) ${codes}`, value: each.values }]
          }),
        )
      expect(await all(tasks)).toEqual([])
      expect(count).toBeGreaterThan(10)
    },
    300_000,
  )

  test.each([
    ['img.privacy', 'BAD_USER_INPUT', '{ emergencyAccesses(filter: { addressId: "" }) { totalCount } }'],
    ['img.svip', 'BAD_USER_INPUT', '{ signals(filter: { addressId: "" }) { totalCount } }'],
    ['img.priority', 'FORBIDDEN', '{ damageClaims(filter: { handlerEmail: "" }) { totalCount } }'],
  ])('that is empty is different from no filter: by %s it is %s', async (as, code, query) => {
    const { errors } = await user.ask(query, { as })
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
  })

  test.each(['gateway', 'svip', 'img', 'ncg'] as const)(
    'as a subscription is refused at %s, which has none',
    async (at) => {
      for (const query of [
        'subscription { __typename }',
        'subscription S { address(id: "1") { id } }',
        'subscription { __schema { queryType { name } } }',
        'query Q { __typename } subscription S { __typename }',
      ]) {
        const { status, errors } = await user.ask(query, { as: 'img.handler', at })
        expect([query, status < 500, errors.map(({ extensions }) => extensions.code)]).toEqual([
          query,
          true,
          [expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/)],
        ])
      }
    },
  )
})
