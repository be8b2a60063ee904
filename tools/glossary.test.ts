import { globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Kind } from 'graphql'
import { readTypeDefs } from '../kernel/graphql/schema.ts'

const pages = globSync('docs/glossary*.md').map((page) => readFileSync(page, 'utf8'))
const mapped = new Set(pages.join('\n').match(/[A-Za-z_]\w*/g))

/** The names that need a Dutch term. Inputs are named after their mutation, connections after their nodes. */
const names = ['svip', 'img', 'ncg'].flatMap((owner) =>
  readTypeDefs(owner).definitions.flatMap((definition) => {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION)
      return [definition.name.value, ...(definition.values ?? []).map(({ name }) => name.value)]
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return []
    const { name, fields = [] } = definition
    if (name.value === 'Query' || name.value === 'Mutation') return fields.map((field) => field.name.value)
    return /(Connection|Edge)$/.test(name.value) ? [] : [name.value]
  }),
)

test('the glossary maps every type, choice, query and mutation of the schemas', () => {
  expect(names.length).toBeGreaterThan(300)
  expect(names.filter((name) => !mapped.has(name))).toEqual([])
})
