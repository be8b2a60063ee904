import { beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { compose, createGraph, type Graph } from '../../../test/support/executor/federation.ts'
import { createExecutor, type Executor, type Operation } from '../executor.ts'

const ref = (reference: object) => reference
const SUBGRAPHS = {
  a: {
    sdl: `type Query { items: [Item] item(id: ID!): Item } type Mutation { touch(id: ID!): Item } type Item @key(fields: "id") { id: ID! next: Item }`,
    resolvers: {
      Query: {
        items: () => ['1', '2', '1', '3', '1', '2'].map((id) => ({ id })),
        item: (_: unknown, { id }: { id: string }) => ({ id }),
      },
      Mutation: { touch: (_: unknown, { id }: { id: string }) => ({ id }) },
      Item: { __resolveReference: ref, next: ({ id }: { id: string }) => ({ id: `${id}0` }) },
    },
  },
  b: {
    sdl: `type Item @key(fields: "id") { id: ID! name: String tags: [Tag!] } type Tag { word: String by: Item }`,
    resolvers: {
      Item: {
        __resolveReference: ref,
        name: ({ id }: { id: string }) => `name ${id}`,
        tags: ({ id }: { id: string }) => [{ word: 'w', by: { id } }],
      },
    },
  },
}

let graph: Graph
beforeAll(async () => {
  graph = await createGraph(SUBGRAPHS)
})

describe('fetches', () => {
  const sentFor = async (query: string) => {
    graph.sent()
    const { errors } = await graph.ours({ query })
    expect(errors).toEqual([])
    return graph
      .sent()
      .map(({ service, body }) => [service, body.variables.representations?.map(({ id }) => id) ?? null])
  }

  test('an entity that is in a list three times is fetched once', async () => {
    expect(await sentFor('{ items { name } }')).toEqual([
      ['a', null],
      ['b', ['1', '2', '3']],
    ])
  })

  test('an identical fetch at two paths of one operation is sent once', async () => {
    expect(await sentFor('{ x: items { name } y: items { name } }')).toEqual([
      ['a', null],
      ['b', ['1', '2', '3']],
    ])
  })

  test('an identical fetch is sent once, also in a named operation, whose fetches the planner numbers', async () => {
    expect(await sentFor('query Items { x: items { name } y: items { name } }')).toEqual([
      ['a', null],
      ['b', ['1', '2', '3']],
    ])
  })

  test('another fetch of the same entities is sent separately', async () => {
    expect(await sentFor('{ x: items { name } y: items { n: name } }')).toEqual([
      ['a', null],
      ['b', ['1', '2', '3']],
      ['b', ['1', '2', '3']],
    ])
  })

  test('a mutation reuses no earlier answer', async () => {
    expect(await sentFor('mutation { x: touch(id: 1) { name } y: touch(id: 1) { name } }')).toEqual([
      ['a', null],
      ['b', ['1']],
      ['b', ['1']],
    ])
  })

  test('a plan without fetches calls no subgraph', async () => {
    expect(await sentFor('{ __typename }')).toEqual([])
  })
})

test('paths in the answer share no objects, however often an entity occurs', async () => {
  const { data } = await graph.ours({
    query: '{ x: items { tags { word by { next { name } } } } y: items { tags { word by { name } } } }',
  })
  const expected = ['1', '2', '1', '3', '1', '2']
  expect(data).toEqual({
    x: expected.map((id) => ({ tags: [{ word: 'w', by: { next: { name: `name ${id}0` } } }] })),
    y: expected.map((id) => ({ tags: [{ word: 'w', by: { name: `name ${id}` } }] })),
  })
})

describe('two callers at once', () => {
  const query = 'query($id: ID!) { item(id: $id) { name tags { word } } }'
  const operation = (id: string): Operation => ({
    document: parse(query),
    operationName: null,
    variables: { id },
    key: query,
  })
  let executor: Executor
  beforeAll(() => {
    executor = createExecutor(compose(SUBGRAPHS))
  })

  /** A caller whose subgraphs answer slowly, with the caller's name. */
  const callAs = async (caller: string, id: string) => {
    let calls = 0
    const { data, errors } = await executor.execute(operation(id), async (_service, body) => {
      calls += 1
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
      return body.includes('_entities')
        ? JSON.stringify({ data: { _entities: [{ name: caller, tags: [{ word: caller }] }] } })
        : JSON.stringify({ data: { _r_item: { __typename: 'Item', id } } })
    })
    return { caller, calls, errors, data: JSON.parse(JSON.stringify(data)) as unknown }
  }

  test('with the same operation each get their own answer, from their own fetches', async () => {
    const callers = Array.from({ length: 30 }, (_, index) => `caller ${index}`)
    const answers = await Promise.all(callers.map((caller) => callAs(caller, 'same')))
    expect(answers).toEqual(
      callers.map((caller) => ({
        caller,
        calls: 2,
        errors: undefined,
        data: { item: { name: caller, tags: [{ word: caller }] } },
      })),
    )
  })

  test('do not share errors either', async () => {
    const [good, bad] = await Promise.all([
      callAs('good', '1'),
      executor.execute(operation('1'), async () => {
        throw new Error('down')
      }),
    ])
    expect(good.errors).toBeUndefined()
    expect(bad.errors).toHaveLength(1)
  })
})
