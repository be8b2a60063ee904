import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { concatAST, Kind, parse, type SelectionNode, validate } from 'graphql'
import { ROLES } from '../subgraphs/svip/permissions.ts'
import { manifestOf, namesOf, ownOperations, readGraph, readOperations } from './operations.ts'

const graph = readGraph(readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8'))
const read = (file: string, text: string) => readOperations(new Map([[file, text]]), graph)

describe('the documents of schema/operations', () => {
  const operations = ownOperations()

  test('cover every query and every mutation', () => {
    const fields = [graph.schema.getQueryType(), graph.schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    )
    const covered = operations.flatMap(({ text }) =>
      parse(text).definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION
          ? definition.selectionSet.selections.map((selection) => 'name' in selection && selection.name.value)
          : [],
      ),
    )
    expect(fields.filter((field) => !covered.includes(field))).toEqual([])
    expect(fields.length).toBeGreaterThan(90)
  })

  test('are valid together, as a code generator reads them', () => {
    const files = globSync('schema/operations/**/*.graphql')
    const together = concatAST(files.map((file) => parse(readFileSync(file, 'utf8'))))
    expect(validate(graph.schema, together)).toEqual([])
  })

  test('have root fields for the same roles, because the refusal of one refuses the whole document', () => {
    const rolesOf = (selections: readonly SelectionNode[]) =>
      new Set(
        selections.flatMap((selection) =>
          selection.kind === Kind.FIELD
            ? [JSON.stringify(ROLES[`Query.${selection.name.value}`] ?? 'staff')]
            : [],
        ),
      )
    const mixed = operations.filter(({ text }) =>
      parse(text).definitions.some(
        (definition) =>
          definition.kind === Kind.OPERATION_DEFINITION &&
          rolesOf(definition.selectionSet.selections).size > 1,
      ),
    )
    expect(mixed.map(({ name }) => name)).toEqual([])
  })

  test('can be found by name', () => {
    const manifest: Record<string, string> = JSON.parse(manifestOf(operations))
    const ids: Record<string, string> = JSON.parse(namesOf(operations))
    expect(Object.keys(ids)).toHaveLength(operations.length)
    for (const [name, id] of Object.entries(ids))
      expect(manifest[id]).toMatch(new RegExp(`^(query|mutation) ${name}\\b`))
  })

  test('have the shared fragments that they use, and only those', () => {
    const shared = [
      'fragment A on Policy { id ...B }',
      'fragment B on Policy { title }',
      'fragment C on PolicyRule { id }',
    ]
    const files = new Map([
      ['policy.graphql', 'query Policy { policy { ...A } }'],
      ['rules.graphql', 'query Rules { policy { rules { ...C } } }'],
    ])
    expect(readOperations(files, graph, shared).map(({ text }) => text.match(/fragment \w+/g))).toEqual([
      ['fragment A', 'fragment B'],
      ['fragment C'],
    ])
    files.delete('rules.graphql')
    expect(() => readOperations(files, graph, shared)).toThrow('no document uses the fragment C')
    expect(() => readOperations(files, graph, [...shared, ...shared])).toThrow('two fragments are called A')
  })

  test('get an id that does not depend on comments and whitespace', () => {
    const [plain] = read('policy.graphql', 'query Policy { policy { id } }')
    const [spaced] = read('policy.graphql', '# Why.\nquery Policy{policy{ id }}')
    expect(plain?.id).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(spaced).toEqual(plain)
    expect(plain).toMatchObject({ name: 'Policy', inUrl: true })
    expect(JSON.parse(manifestOf(read('policy.graphql', 'query Policy { policy { id } }')))).toEqual({
      [plain?.id ?? '']: plain?.text,
    })
  })

  test.each([
    ['another name than that of its file', 'query Other { policy { id } }', 'named PolicyToday'],
    ['no name', '{ policy { id } }', 'named PolicyToday'],
    [
      'two operations',
      'query PolicyToday { policy { id } } query B { policy { id } }',
      'needs one operation',
    ],
    ['a field that is not there', 'query PolicyToday { policy { idd } }', 'Cannot query field "idd"'],
    [
      'an address in its text',
      'query PolicyToday { address(id: "0024209900000006") { id } }',
      'use a variable',
    ],
    [
      'more than the limits of the gateway',
      `query PolicyToday { policy { ${'id '.repeat(501)} } }`,
      '502 velden, toegestaan is 500',
    ],
  ])('are refused with %s, with what is wrong', (_name, text, message) => {
    expect(() => read('policy-today.graphql', text)).toThrow(message)
    expect(() => read('policy-today.graphql', text)).toThrow('policy-today.graphql')
  })
})
