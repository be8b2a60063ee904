import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { buildASTSchema, getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { PERSONAS } from '../../../dev/identity/personas.ts'
import { SAMPLE } from '../../../dev/world/sample.ts'
import { exampleGroups } from './example-groups.ts'

const supergraph = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8')
// The directives of the supergraph are defined elsewhere; only its types matter here.
const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true })
const questions = exampleGroups(SAMPLE.both, new Date()).flatMap(({ examples }) => examples)

describe('the example', () => {
  test.each(questions)('"$title" is valid on the schema', ({ query, variables }) => {
    const document = parse(query)
    expect(validate(schema, document)).toEqual([])
    const definitions = getOperationAST(document)?.variableDefinitions ?? []
    expect(getVariableValues(schema, definitions, variables).errors).toBeUndefined()
    expect(definitions.map(({ variable }) => variable.name.value)).toEqual(
      expect.arrayContaining(Object.keys(variables)),
    )
  })

  test.each(questions)('"$title" is for a persona that exists', ({ persona }) => {
    expect(PERSONAS.map(({ id }) => id)).toContain(persona)
  })

  test('has a unique name that fits in a URL', () => {
    const ids = questions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+$/)
  })
})
