import { beforeAll, describe, expect, test } from '@jest/globals'
import { createGraph, type Graph, type Sent } from '../../../test/support/executor/federation.ts'

/** Answers of a broken, outdated or hostile subgraph. Whatever it answers, the client gets an answer that fits its operation. */

let text: (body: Sent['body']) => string | Promise<string>
let graph: Graph
beforeAll(async () => {
  graph = await createGraph({
    a: {
      sdl: `type Query { item: Item items: [Item!] word: String! }
        type Item @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          item: () => ({ id: '1' }),
          items: () => [{ id: '1' }, { id: '2' }, { id: '1' }],
          word: () => 'w',
        },
      },
    },
    b: {
      sdl: `type Item @key(fields: "id") { id: ID! name: String count: Int ratio: Float ok: Boolean hue: Hue key: ID part: Part parts: [Part!] any: Any }
        enum Hue { RED BLUE } union Any = Item | Part type Part { size: Int }`,
      answer: (body) => text(body),
    },
  })
})

const entities = (...found: unknown[]) => JSON.stringify({ data: { _entities: found } })
const ask = (answer: string, query = '{ item { id name } }') => {
  text = () => answer
  return graph.ours({ query })
}

const NOTHING = { data: { item: { id: '1', name: null } }, errors: ['SUBGRAPH_UNAVAILABLE item.name'] }

describe('an answer that is not a GraphQL result', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>502</title>'],
    ['half an answer', '{"data":{"_entities":[{"name":'],
    ['null', 'null'],
    ['a word', '"sorry"'],
    ['a list', '[{"data":null}]'],
    ['an empty object', '{}'],
    ['data null, and no errors', '{"data":null}'],
    ['data null, and an empty list of errors', '{"data":null,"errors":[]}'],
    ['data that are a list', '{"data":[]}'],
    ['data that are a word', '{"data":"x"}'],
    ['errors that are no list', '{"data":{"_entities":[{"name":"n"}]},"errors":{"message":"x"}}'],
    ['errors that are a word', '{"errors":"x"}'],
    ['entities that are no list', '{"data":{"_entities":{}}}'],
    ['no entity', entities()],
    ['more entities', entities({ name: 'n' }, { name: 'm' })],
    ['an entity that is a word', entities('n')],
    ['an entity that is a list', entities([{ name: 'n' }])],
    ['an entity of another type', entities({ __typename: 'Part', name: 'n' })],
    ['an entity of a type that has no entities', entities({ __typename: 'Query', name: 'n' })],
  ])('%s is a failure of that subgraph', async (_name, answer) => {
    expect(await ask(answer)).toEqual(NOTHING)
  })

  test.each([
    ['that rejects', () => Promise.reject(new Error('ECONNREFUSED'))],
    [
      'that throws',
      () => {
        throw new Error('no')
      },
    ],
    [
      'that throws something else',
      () => {
        throw 'no'
      },
    ],
  ])('a subgraph %s fails alone', async (_name, answer) => {
    text = answer
    expect(await graph.ours({ query: '{ item { id n: name } word }' })).toEqual({
      data: { item: { id: '1', n: null }, word: 'w' },
      errors: ['SUBGRAPH_UNAVAILABLE item.n'],
    })
  })

  test('in a list, the error is at the list', async () => {
    expect(await ask('x', '{ l: items { id name count } }')).toEqual({
      data: { l: Array.from(['1', '2', '1'], (id) => ({ id, name: null, count: null })) },
      errors: ['SUBGRAPH_UNAVAILABLE l'],
    })
  })
})

describe('errors in an unusual form', () => {
  test.each([
    ['null, next to data', { data: { _entities: [{ name: 'n' }] }, errors: null }, [], 'n'],
    ['an empty list, next to data', { data: { _entities: [{ name: 'n' }] }, errors: [] }, [], 'n'],
    [
      'a list of words',
      { data: null, errors: ['x', null, 3] },
      Array(3).fill('DOWNSTREAM_SERVICE_ERROR'),
      null,
    ],
    [
      'without data, with a code and a path',
      { errors: [{ message: 'm', path: ['_entities', 0, 'name'], extensions: { code: 'FORBIDDEN' } }] },
      ['FORBIDDEN item.name'],
      null,
    ],
    [
      'with a path that is not a path',
      { data: null, errors: [{ path: 'x' }, { path: [{}, null] }, { path: [] }] },
      ['DOWNSTREAM_SERVICE_ERROR', 'DOWNSTREAM_SERVICE_ERROR', 'DOWNSTREAM_SERVICE_ERROR item'],
      null,
    ],
    [
      'with the path of an entity that was not requested',
      {
        data: null,
        errors: [{ path: ['_entities', 7, 'name'] }, { path: ['_entities', -1] }, { path: ['_entities'] }],
      },
      Array(3).fill('DOWNSTREAM_SERVICE_ERROR item'),
      null,
    ],
    [
      'with a path beyond the client’s selection',
      { data: { _entities: [{ name: 'n' }] }, errors: [{ path: ['_entities', 0, 'grant', 0, 'x'] }] },
      ['DOWNSTREAM_SERVICE_ERROR item'],
      'n',
    ],
    [
      'with extensions that are not an object, or name another subgraph',
      { data: null, errors: [{ extensions: 'x' }, { extensions: { serviceName: 'a', code: 'X' } }] },
      ['DOWNSTREAM_SERVICE_ERROR', 'X'],
      null,
    ],
  ])('%s', async (_name, answer, errors, name) => {
    expect(await ask(JSON.stringify(answer))).toEqual({ data: { item: { id: '1', name } }, errors })
  })

  test('a flood of errors is reported in full', async () => {
    const answer = await ask(JSON.stringify({ data: null, errors: Array(130_000).fill({ message: 'x' }) }))
    expect(answer.errors).toHaveLength(130_000)
  })
})

describe('values of another type', () => {
  test.each([
    ['name', 3],
    ['name', true],
    ['name', ['n']],
    ['name', {}],
    ['count', '3'],
    ['count', 1.5],
    ['count', 2 ** 31],
    ['count', 1e300],
    ['ratio', 'x'],
    ['ok', 0],
    ['hue', 'GREEN'],
    ['hue', 'constructor'],
    ['hue', 1],
    ['key', 1.5],
    ['key', {}],
  ])('%s: %j becomes null, with an error', async (field, value) => {
    expect(await ask(entities({ [field]: value }), `{ item { ${field} } }`)).toEqual({
      data: { item: { [field]: null } },
      errors: [`INVALID_GRAPHQL item.${field}`],
    })
  })

  test.each([
    ['ratio', 3],
    ['count', -(2 ** 31)],
    ['key', 7],
    ['key', 'k'],
    ['hue', 'RED'],
    ['name', ''],
  ])('%s: %j is what it should be', async (field, value) => {
    expect(await ask(entities({ [field]: value }), `{ item { ${field} } }`)).toEqual({
      data: { item: { [field]: value } },
      errors: [],
    })
  })

  test.each([
    [
      'an object for a list',
      '{ item { parts { size } } }',
      { parts: { size: 1 } },
      { parts: null },
      'item.parts',
    ],
    [
      'a list for an object',
      '{ item { part { size } } }',
      { part: [{ size: 1 }] },
      { part: null },
      'item.part',
    ],
    ['a word for an object', '{ item { part { size } } }', { part: 'x' }, { part: null }, 'item.part'],
    [
      'a word in a list',
      '{ item { parts { size } } }',
      { parts: [{ size: 1 }, 'x'] },
      { parts: null },
      'item.parts.1',
    ],
    [
      'null in a list that has none',
      '{ item { p: parts { size } } }',
      { _r_p: [null] },
      { p: null },
      'item.p.0',
    ],
    [
      'a type that is not of the union',
      '{ item { any { ... on Part { size } } } }',
      { any: { __typename: 'Query', size: 1 } },
      { any: null },
      'item.any',
    ],
    [
      'a type that does not exist',
      '{ item { any { ... on Part { size } } } }',
      { any: { __typename: 'Nope', size: 1 } },
      { any: null },
      'item.any',
    ],
    [
      'a type that is a number',
      '{ item { any { ... on Part { size } } } }',
      { any: { __typename: 7, size: 1 } },
      { any: null },
      'item.any',
    ],
    [
      'another type for an object',
      '{ item { part { size } } }',
      { part: { __typename: 'Item', size: 1 } },
      { part: null },
      'item.part',
    ],
  ])('%s becomes null, with an error', async (_name, query, entity, item, path) => {
    expect(await ask(entities(entity), query)).toEqual({
      data: { item },
      errors: [`INVALID_GRAPHQL ${path}`],
    })
  })
})

describe('more fields than requested', () => {
  test('are left out of the answer', async () => {
    const more = {
      name: 'n',
      grant: 'g',
      part: { size: 9 },
      _r_name: 'x',
      toString: 'x',
      __proto__: { name: 'p' },
    }
    expect(await ask(entities(more))).toEqual({ data: { item: { id: '1', name: 'n' } }, errors: [] })
  })

  test('cannot change the prototype of objects', async () => {
    text = () =>
      '{"data":{"_entities":[{"name":"n","__proto__":{"count":7,"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}}'
    expect(await graph.ours({ query: '{ item { name count } }' })).toEqual({
      data: { item: { name: 'n', count: null } },
      errors: [],
    })
    expect('polluted' in {}).toBe(false)
  })

  test('cannot replace the key', async () => {
    expect(await ask(entities({ id: 'other', name: 'n' }), '{ item { name } }')).toEqual({
      data: { item: { name: 'n' } },
      errors: [],
    })
  })

  test('are all read when there are many', async () => {
    const parts = Array.from({ length: 200_000 }, (_, size) => ({ size }))
    const { data, errors } = await ask(entities({ parts }), '{ item { parts { size } } }')
    expect((data as { item: { parts: unknown[] } }).item.parts).toHaveLength(200_000)
    expect(errors).toEqual([])
  })

  test('fail as an error of that subgraph when nested very deeply', async () => {
    const depth = 20_000
    const deep = `${'{"part":'.repeat(depth)}null${'}'.repeat(depth)}`
    text = () => `{"data":{"_entities":[${deep},{"name":"m"}]}}`
    const { errors } = await graph.ours({ query: '{ items { name part { size } } }' })
    expect(errors.every((error) => error === 'SUBGRAPH_UNAVAILABLE items')).toBe(true)
  })
})
