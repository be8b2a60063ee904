import { readFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type GraphQLSchema, isAbstractType, Kind, parse, print } from 'graphql'
import { readTypeDefs } from '../../../kernel/graphql/schema.ts'
import { compose, createGraph, type Graph } from '../../../test/support/executor/federation.ts'
import { GARDEN } from '../../../test/support/executor/garden.ts'
import { mock } from '../../../test/support/executor/mock.ts'
import { type Generated, operations } from '../../../test/support/executor/operations.ts'
import { clientPaths } from '../client-paths.ts'

/**
 * Compares our executor with Apollo's on generated operations. Apollo's gets each operation with `@skip` and `@include` already applied:
 * otherwise it leaves out an entity when a field that only a skipped field requires is missing.
 */

/** FUZZ_RUNS and FUZZ_SEED set the number of runs and the seed. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122)

const read = (name: string): string => print(readTypeDefs(name))

const REAL = { img: read('img'), ncg: read('ncg'), svip: read('svip') }

describe.each([
  ['the graph of the project', REAL, () => readFileSync('schema/supergraph.graphql', 'utf8')],
  ['a graph with a bit of everything', GARDEN, () => compose(asIs(GARDEN))],
])('%s', (_name, sdl, supergraphOf) => {
  let graph: Graph
  let schema: GraphQLSchema
  beforeAll(async () => {
    const supergraphSdl = supergraphOf()
    schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()
    const members = membersOf(schema)
    const subgraphs = Object.entries(sdl).map(([name, text]) => [name, mock(text, { members })] as const)
    graph = await createGraph(Object.fromEntries(subgraphs), {
      supergraphSdl,
      forStock: (answer) => withoutInterfaceNames(answer, new Set(Object.keys(members))),
    })
  })

  test('gets the answer of Apollo’s executor', async () => {
    await fc.assert(
      fc.asyncProperty(operations(schema), async ({ query, plain, variables }: Generated) => {
        const stock = await graph.stock({ query: plain, variables }).catch(() => null)
        // The two executors share the planner, so what one cannot plan, the other cannot either.
        if (stock === null) return
        const ours = await graph.ours({ query, variables })
        expect(ours.data).toEqual(stock.data)
        expect(comparable(ours.errors)).toEqual(comparable(withinQuestion(stock.errors, plain)))
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: Boolean(process.env.FUZZ_SEED) },
    )
  }, 3_600_000)
})

function asIs(sdl: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(sdl).map(([name, text]) => [name, { sdl: text, asIs: true }]))
}

const membersOf = (schema: GraphQLSchema) =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  )

/** Apollo's executor returns the name of an interface object in its subgraph as the entity's type, which is wrong. */
function withoutInterfaceNames<Answer extends { data?: Record<string, unknown> | null }>(
  answer: Answer,
  interfaces: ReadonlySet<unknown>,
): Answer {
  const entities = (answer.data?._entities ?? []) as readonly (Record<string, unknown> | null)[]
  for (const entity of entities) if (entity && interfaces.has(entity.__typename)) delete entity.__typename
  return answer
}

/**
 * Apollo's executor does not always report a null in a non-null position; ours does. The data show that it is the same null. And where
 * Apollo's does not fetch some entities of a list, its errors have the paths of other entities.
 */
const comparable = (errors: readonly string[]) =>
  errors
    .filter((error) => !error.startsWith('INVALID_GRAPHQL'))
    .map((error) => error.replaceAll(/\.\d+\b/g, '.*'))
    .toSorted()

/** Apollo's executor reports paths beyond the client's selection; ours cuts them off. */
function withinQuestion(errors: readonly string[], query: string): string[] {
  const document = parse(query)
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const within = clientPaths({
    root: operation.selectionSet,
    fragments,
    names: { ofField: ({ alias, name }) => alias?.value ?? name.value },
    isTrue: () => true,
  })
  return errors
    .map((error) => {
      const [code, path] = error.split(' ')
      if (path === undefined) return error
      const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
      return [code, within(keys)?.join('.')].filter((part) => part !== undefined).join(' ')
    })
    .toSorted()
}
