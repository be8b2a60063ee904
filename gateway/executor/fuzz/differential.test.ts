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
 * Ours against the stock executor, on generated operations. The stock one gets each with `@skip` and `@include` carried out:
 * with them it leaves out an entity when a field that only a skipped one requires is not there.
 */

/** More of them, or others, by hand: FUZZ_RUNS, FUZZ_SEED. */
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

  test('is answered as the stock executor answers', async () => {
    await fc.assert(
      fc.asyncProperty(operations(schema), async ({ query, plain, variables }: Generated) => {
        const stock = await graph.stock({ query: plain, variables }).catch(() => null)
        // What its planner cannot plan, ours cannot either.
        if (stock === null) return
        const ours = await graph.ours({ query, variables })
        expect(ours.data).toEqual(stock.data)
        expect(told(ours.errors)).toEqual(told(withinQuestion(stock.errors, plain)))
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

/** The stock executor takes the name that an interface object has in its subgraph for the type of the entity, which it is not. */
function withoutInterfaceNames<Answer extends { data?: Record<string, unknown> | null }>(
  answer: Answer,
  interfaces: ReadonlySet<unknown>,
): Answer {
  const entities = (answer.data?._entities ?? []) as readonly (Record<string, unknown> | null)[]
  for (const entity of entities) if (entity && interfaces.has(entity.__typename)) delete entity.__typename
  return answer
}

/**
 * Of a null that does not fit the stock executor does not always tell; ours does. The data show that it is the same null. And where it
 * does not ask for some entities of a list, its errors are at the places of others.
 */
const told = (errors: readonly string[]) =>
  errors
    .filter((error) => !error.startsWith('INVALID_GRAPHQL'))
    .map((error) => error.replaceAll(/\.\d+\b/g, '.*'))
    .toSorted()

/** The stock executor tells places that the client did not ask for; ours tells the last one that it did. */
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
