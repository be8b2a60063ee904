import type { ApolloGateway } from '@apollo/gateway'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { compose } from '../../test/support/executor/federation.ts'
import { createEngine } from './engine.ts'

const SDL = compose({
  a: {
    sdl: `type Query { item: Item } type Subscription { ticks: Item } type Item @key(fields: "id") { id: ID! name: String grant: String @inaccessible }`,
  },
  b: {
    sdl: `type Item @key(fields: "id") { id: ID! grant: String @external secret: String @requires(fields: "grant") }`,
  },
})

/** The engine, with a stub of Apollo's gateway that only returns what it was asked. */
async function start(sdl = SDL) {
  const stockAsked: string[] = []
  const fallbacks: string[] = []
  let load: (update: { coreSupergraphSdl: string; apiSchema?: object }) => void = () => {}
  const stock = {
    onSchemaLoadOrUpdate: (callback: typeof load) => {
      load = callback
      return () => {}
    },
    async load() {
      // As Apollo's gateway does: an error of a listener is logged, and the schema update continues.
      try {
        load({ coreSupergraphSdl: sdl })
      } catch {}
      return {
        executor: async ({ queryHash }: { queryHash: string }) => {
          stockAsked.push(queryHash)
          return { data: { stock: true } }
        },
      }
    },
    async stop() {},
  } as unknown as ApolloGateway
  const engine = createEngine<null>({
    stock,
    send: () => async () => JSON.stringify({ data: { item: { _r_n: 'n' } } }),
    onFallback: (kind) => fallbacks.push(kind),
  })
  const { executor } = await engine.load({ apollo: {} } as never)
  const ask = async (query: string, schema?: object) =>
    JSON.parse(
      JSON.stringify(
        await executor?.({
          document: parse(query),
          queryHash: query,
          operationName: null,
          request: { query },
          context: null,
          schema,
        } as never),
      ),
    ) as { data?: unknown; errors?: { extensions: { code: string } }[] }
  return {
    ask,
    stockAsked,
    fallbacks,
    load: (coreSupergraphSdl: string, apiSchema = {}) => load({ coreSupergraphSdl, apiSchema }),
  }
}

describe('the engine', () => {
  test('executes supported plans, whatever the aliases', async () => {
    const { ask, stockAsked } = await start()
    expect(await ask('{ item { n: name } }')).toEqual({ data: { item: { n: 'n' } } })
    expect(await ask('{ item { grant: name } }')).toEqual({ data: { item: { grant: null } } })
    expect(stockAsked).toEqual([])
  })

  test('leaves unsupported plans to Apollo’s executor', async () => {
    const { ask, stockAsked, fallbacks } = await start()
    const query = 'subscription { ticks { name } }'
    expect(await ask(query)).toEqual({ data: { stock: true } })
    expect({ stockAsked, fallbacks }).toEqual({ stockAsked: [query], fallbacks: ['Subscription'] })
  })

  test.each([
    'subscription { ticks { grant: name } }',
    'subscription { ticks { id: name } }',
    'subscription { ticks { __typename: name } }',
    'subscription { ticks { ...F } } fragment F on Item { ... { grant: name } }',
  ])('but not with an alias that would write what is internal there: %s', async (query) => {
    const { ask, stockAsked } = await start()
    const { data, errors } = await ask(query)
    expect({ data, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({
      data: undefined,
      codes: ['BAD_USER_INPUT'],
    })
    expect(stockAsked).toEqual([])
  })

  test('does not start with a supergraph that it cannot execute', async () => {
    await expect(start('type Query { a: Int }')).rejects.toThrow('not loaded')
  })

  test('answers nothing with the previous supergraph after a reload', async () => {
    const { ask, load } = await start()
    const next = compose({ a: { sdl: 'type Query { item: Other } type Other { n: String }' } })
    load(next)
    expect(await ask('{ item { n } }')).toEqual({ data: { item: { n: null } } })
    expect(() => load('type Query { a: Int }')).toThrow()
    await expect(ask('{ item { n } }')).rejects.toThrow('not loaded')
  })

  test('finishes an operation on the supergraph that it was validated against', async () => {
    const { ask, load } = await start()
    const [old, next] = [{}, {}]
    load(SDL, old)
    load(compose({ a: { sdl: 'type Query { item: Other } type Other { n: String }' } }), next)
    expect(await ask('{ item { n: name } }', old)).toEqual({ data: { item: { n: 'n' } } })
    expect(await ask('{ item { n } }', next)).toEqual({ data: { item: { n: null } } })
  })

  test('refuses a supergraph with a field that has a reserved name', async () => {
    await expect(start(compose({ a: { sdl: 'type Query { _r_item: Int }' } }))).rejects.toThrow('not loaded')
    await expect(start(compose({ a: { sdl: 'type Query { _q_0: Int }' } }))).rejects.toThrow('not loaded')
  })
})
