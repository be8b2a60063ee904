import { describe, expect, test } from '@jest/globals'
import { buildASTSchema, isInputObjectType } from 'graphql'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { client } from '../support/system.ts'

/** A query for an unknown municipality is refused: an empty list would suggest that there is nothing to do there. */

const system = client()
/** Every field that takes the code of a municipality. */
const QUESTIONS: Readonly<Record<string, readonly [as: string, question: string]>> = {
  'Query.acuteCases': [
    'img.safety',
    'query($code: String!) { acuteCases(municipality: $code) { totalCount } }',
  ],
  'Query.cooperationPotential': [
    'img.svip',
    'query($code: String!) { cooperationPotential(municipality: $code) { figures { on } } }',
  ],
  'CooperationFilter.municipality': [
    'img.handler',
    'query($code: String!) { cooperationAddresses(filter: { situation: BOTH_RUNNING, municipality: $code }, purpose: COOPERATION) { totalCount } }',
  ],
  'SignalFilter.municipality': [
    'img.handler',
    'query($code: String!) { signals(filter: { municipality: $code }) { totalCount } }',
  ],
}

test('are all such fields of the schemas', () => {
  const found = (['svip', 'img', 'ncg'] as const).flatMap((name) => {
    const schema = buildASTSchema(readTypeDefs(name), { assumeValidSDL: true })
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}).flatMap((field) =>
        field.args.some((each) => each.name === 'municipality') ? [`${type?.name}.${field.name}`] : [],
      ),
    )
    const inputs = Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .flatMap((type) => ('municipality' in type.getFields() ? [`${type.name}.municipality`] : []))
    return [...roots, ...inputs]
  })
  expect(found.sort()).toEqual(Object.keys(QUESTIONS).sort())
})

describe.each(Object.entries(QUESTIONS))('%s', (_place, [as, question]) => {
  test.each(['Eemsdelta', '9999', '', ' 1979', '1979 '])('refuses %j', async (code) => {
    const { data, errors } = await system.ask(question, { as, variables: { code } })
    expect(data).toBeNull()
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('de code van vier cijfers'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
  })

  test('accepts a known code', async () => {
    expect((await system.ask(question, { as, variables: { code: '1979' } })).errors).toEqual([])
  })
})
