import type { FetchNode, PlanNode } from '@apollo/query-planner'
import { describe, expect, test } from '@jest/globals'
import { buildSchema, OperationTypeNode } from 'graphql'
import { compilePlan, UnknownNode } from './plan.ts'
import type { Run } from './run.ts'
import { createTypes } from './types.ts'
import type { Json } from './values.ts'

const types = createTypes(
  buildSchema(
    'type Query { a: Int } interface Node { id: ID } type Item implements Node { id: ID } type Part { id: ID }',
  ),
)
const requirements = {
  supergraphSdl: '',
  nameOf: (name: string) => name,
  fetchesOf: (node: FetchNode) => [node],
}

const fetch = (serviceName: string, more: Partial<FetchNode> = {}): FetchNode => ({
  kind: 'Fetch',
  serviceName,
  operation: `{${serviceName}}`,
  operationName: undefined,
  operationKind: OperationTypeNode.QUERY,
  ...more,
})
const item = (name: string) => ({ kind: 'Field' as const, name })
const onItem = [
  { kind: 'InlineFragment' as const, typeCondition: 'Item', selections: [item('__typename'), item('id')] },
]

/** Runs a plan on data; returns the bodies that were sent, in order, and the resulting data. */
async function runPlan(
  node: PlanNode,
  {
    data = {},
    answers = {},
    on = [],
  }: { data?: Json; answers?: Readonly<Record<string, unknown>>; on?: readonly string[] },
) {
  const log: string[] = []
  const bodies: Record<string, unknown>[] = []
  const send = async (service: string, body: string): Promise<string> => {
    log.push(`>${service}`)
    bodies.push(JSON.parse(body) as Record<string, unknown>)
    await new Promise((resolve) => setTimeout(resolve, 1))
    log.push(`<${service}`)
    return JSON.stringify({ data: answers[service] ?? { [service]: 1 } })
  }
  const run: Run = {
    variables: { given: 1, other: 2 },
    data,
    faults: [],
    isTrue: (variable) => on.includes(variable),
    send,
    sendOnce: send,
  }
  await compilePlan(node, { types, requirements })(run, { objects: [data], path: [] })
  return { log, data, bodies, faults: run.faults.length }
}

describe('a plan', () => {
  test('of one fetch sends its operation with the variables it uses', async () => {
    const { bodies, data } = await runPlan(
      fetch('a', { operationName: 'Q__a__0', variableUsages: ['given', 'absent', 'toString'] }),
      {},
    )
    expect(bodies).toEqual([{ query: '{a}', operationName: 'Q__a__0', variables: { given: 1 } }])
    expect(data).toEqual({ a: 1 })
  })

  test('in sequence fetches one by one', async () => {
    const { log } = await runPlan({ kind: 'Sequence', nodes: [fetch('a'), fetch('b'), fetch('c')] }, {})
    expect(log).toEqual(['>a', '<a', '>b', '<b', '>c', '<c'])
  })

  test('in parallel fetches at once, and waits for all', async () => {
    const { log, data } = await runPlan(
      { kind: 'Sequence', nodes: [{ kind: 'Parallel', nodes: [fetch('a'), fetch('b')] }, fetch('c')] },
      {},
    )
    expect(log.slice(0, 2)).toEqual(['>a', '>b'])
    expect(log.slice(-2)).toEqual(['>c', '<c'])
    expect(data).toEqual({ a: 1, b: 1, c: 1 })
  })

  test.each([
    [['yes'], ['>a', '<a']],
    [[], ['>b', '<b']],
  ])('with a condition goes one way: %j', async (on, log) => {
    const node: PlanNode = {
      kind: 'Condition',
      condition: 'yes',
      ifClause: fetch('a'),
      elseClause: fetch('b'),
    }
    expect((await runPlan(node, { on })).log).toEqual(log)
  })

  test.each([
    ['ifClause', []],
    ['elseClause', ['yes']],
  ])('with a condition that has no other way does nothing: %s', async (clause, on) => {
    const node = { kind: 'Condition', condition: 'yes', [clause]: fetch('a') } as PlanNode
    expect((await runPlan(node, { on })).log).toEqual([])
  })

  test('flattened fetches the entities at its path, also in nested lists', async () => {
    const known = (id: string | null) => ({ __typename: 'Item', id })
    const { bodies, data } = await runPlan(
      {
        kind: 'Flatten',
        path: ['rows', '@', '@', 'item'],
        node: fetch('e', { requires: onItem }),
      },
      {
        data: {
          rows: [
            [{ item: known('1') }, { item: null }],
            null,
            [{ item: known('2') }, {}, { item: known('1') }],
          ],
        },
        answers: { e: { _entities: [{ n: 'one' }, { n: 'two' }] } },
      },
    )
    expect(bodies.map(({ variables }) => variables)).toEqual([{ representations: [known('1'), known('2')] }])
    expect(data).toEqual({
      rows: [
        [{ item: { ...known('1'), n: 'one' } }, { item: null }],
        null,
        [{ item: { ...known('2'), n: 'two' } }, {}, { item: { ...known('1'), n: 'one' } }],
      ],
    })
  })

  test.each([
    ['nothing', {}],
    ['null', { item: null }],
    ['no key', { item: { __typename: 'Item' } }],
    ['no type', { item: { id: '1' } }],
    ['another type', { item: { __typename: 'Part', id: '1' } }],
    ['an empty list', { item: [] }],
    ['what is no object', { item: 'x' }],
  ])('flattened to %s sends nothing', async (_name, data) => {
    const node: PlanNode = { kind: 'Flatten', path: ['item'], node: fetch('e', { requires: onItem }) }
    expect(await runPlan(node, { data })).toMatchObject({ log: [], faults: 0 })
  })

  test('sends a key that is null: null is a value too', async () => {
    const node: PlanNode = { kind: 'Flatten', path: ['item'], node: fetch('e', { requires: onItem }) }
    const { log } = await runPlan(node, {
      data: { item: { __typename: 'Item', id: null } },
      answers: { e: { _entities: [null] } },
    })
    expect(log).toEqual(['>e', '<e'])
  })

  test('fetches nothing when a nested required field is missing', async () => {
    const requires = [
      { ...item('__typename') },
      { ...item('parts'), selections: [item('size'), { ...item('in'), selections: [item('id')] }] },
    ]
    const node: PlanNode = { kind: 'Flatten', path: ['items', '@'], node: fetch('e', { requires }) }
    const { bodies } = await runPlan(node, {
      data: {
        items: [
          {
            __typename: 'Item',
            parts: [{ size: 1, in: { id: '1' }, extra: 1 }, null, { size: null, in: null }],
          },
          { __typename: 'Item', parts: [{ size: 1, in: {} }] },
          { __typename: 'Item', parts: [{ size: 1 }] },
          { __typename: 'Item', parts: null },
        ],
      },
      answers: { e: { _entities: [null, null] } },
    })
    expect(bodies[0]?.variables).toEqual({
      representations: [
        { __typename: 'Item', parts: [{ size: 1, in: { id: '1' } }, null, { size: null, in: null }] },
        { __typename: 'Item', parts: null },
      ],
    })
  })

  test('sends only the complete fragments when several types have one', async () => {
    const fragment = (typeCondition: string, ...names: string[]) => ({
      kind: 'InlineFragment' as const,
      typeCondition,
      selections: ['__typename', ...names].map(item),
    })
    const requires = [fragment('Node', 'id', 'height'), fragment('Item', 'id'), fragment('Part', 'id')]
    const node: PlanNode = { kind: 'Flatten', path: ['items', '@'], node: fetch('e', { requires }) }
    const { bodies } = await runPlan(node, {
      data: {
        items: [
          { __typename: 'Item', id: '1' },
          { __typename: 'Item', id: '2', height: 3 },
          { __typename: 'Part', height: 4 },
        ],
      },
      answers: { e: { _entities: [null, null] } },
    })
    expect(bodies[0]?.variables).toEqual({
      representations: [
        { __typename: 'Item', id: '1' },
        { __typename: 'Item', id: '2', height: 3 },
      ],
    })
  })

  test('rewrites the representations, and not the data', async () => {
    const { bodies, data } = await runPlan(
      {
        kind: 'Flatten',
        path: ['item'],
        node: fetch('e', {
          requires: onItem,
          inputRewrites: [{ kind: 'ValueSetter', path: ['... on Item', '__typename'], setValueTo: 'Node' }],
        }),
      },
      { data: { item: { __typename: 'Item', id: '1' } }, answers: { e: { _entities: [{ n: 1 }] } } },
    )
    expect(bodies[0]?.variables).toEqual({ representations: [{ __typename: 'Node', id: '1' }] })
    expect(data).toEqual({ item: { __typename: 'Item', id: '1', n: 1 } })
  })

  test('rewrites answers, for the types concerned', async () => {
    const { data } = await runPlan(
      fetch('a', {
        outputRewrites: [
          { kind: 'KeyRenamer', path: ['list', '... on Item', 'x__alias_0'], renameKeyTo: 'x' },
          { kind: 'KeyRenamer', path: [], renameKeyTo: 'never' },
        ],
      }),
      {
        answers: {
          a: {
            list: [
              { __typename: 'Item', x__alias_0: 1 },
              { __typename: 'Part', x__alias_0: 2 },
              { x__alias_0: null },
              null,
            ],
          },
        },
      },
    )
    expect(data).toEqual({
      list: [{ __typename: 'Item', x: 1 }, { __typename: 'Part', x__alias_0: 2 }, { x: null }, null],
    })
  })

  test.each([
    [{ kind: 'Defer', primary: {}, deferred: [] }],
    [{ kind: 'Sequence', nodes: [fetch('a'), { kind: 'Defer', primary: {}, deferred: [] }] }],
    [fetch('a', { contextRewrites: [{ kind: 'KeyRenamer', path: [], renameKeyTo: 'x' }] })],
  ])('with something else is refused before anything is sent', (node) => {
    expect(() => compilePlan(node as PlanNode, { types, requirements })).toThrow(UnknownNode)
  })
})
