import { describe, expect, it } from '@jest/globals'
import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql'
import { forbidden } from '../errors.ts'
import { allow, applyRules, check, deny, type IRules, rule } from './shield.ts'

const SDL =
  'type Query { open: String late: String bare: String thing: Thing } type Thing { seen: String hidden: String broken: String }'
const ROOT = {
  open: 'open',
  late: 'late',
  bare: 'bare',
  thing: { seen: 'seen', hidden: 'hidden', broken: 'broken' },
}

const guarded = (rules: IRules): GraphQLSchema =>
  applyRules(buildSchema(SDL), rules, { fallbackRule: deny, fallbackError: forbidden() })

const RULES = {
  Query: { open: allow, late: rule('late')(async () => true), thing: allow },
  Thing: {
    seen: check('seen', (parent) => parent === ROOT.thing || forbidden()),
    hidden: check('hidden', () => forbidden()),
    broken: check('broken', () => {
      throw new Error('a rule that throws')
    }),
  },
} as IRules

describe('rules around resolvers', () => {
  it('lets through what a rule allows, at once or later', async () => {
    const result = await execute({
      schema: guarded(RULES),
      document: parse('{ open late thing { seen } }'),
      rootValue: ROOT,
    })
    expect(result).toEqual({ data: { open: 'open', late: 'late', thing: { seen: 'seen' } } })
  })

  it('refuses what a rule refuses, what has none, and what a rule throws on', async () => {
    const document = parse('{ bare thing { seen hidden broken } }')
    const { data, errors = [] } = await execute({ schema: guarded(RULES), document, rootValue: ROOT })
    expect(data).toEqual({ bare: null, thing: { seen: 'seen', hidden: null, broken: null } })
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual(
      expect.arrayContaining([
        ['bare', 'FORBIDDEN'],
        ['thing.hidden', 'FORBIDDEN'],
        ['thing.broken', undefined],
      ]),
    )
    expect(errors).toHaveLength(3)
  })

  it('makes no promise of a field whose rule is answered at once', () => {
    const result = execute({
      schema: guarded(RULES),
      document: parse('{ open thing { seen } }'),
      rootValue: ROOT,
    })
    expect(result).not.toBeInstanceOf(Promise)
  })
})
