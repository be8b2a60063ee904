import { globSync, readFileSync } from 'node:fs'
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isIntrospectionType,
  isObjectType,
  Kind,
  parse,
} from 'graphql'
import { DATA_CATEGORIES, type DataCategory } from '../vocabulary.ts'
import { withBoundsDescribed } from './bounds/bounds.ts'
import type { IRules } from './shield.ts'

/**
 * Reads a hand-written schema from the folder in which the process was started: the shared part, and a file, or a folder with a file per
 * module. The bounds of inputs are added to the descriptions.
 */
export function readTypeDefs(name: string): DocumentNode {
  const files = globSync([`schema/${name}.graphql`, `schema/${name}/*.graphql`]).toSorted()
  if (files.length === 0) throw new Error(`there is no schema ${name}`)
  const documents = ['schema/common.graphql', ...files].map((file) => parse(readFileSync(file, 'utf8')))
  return withBoundsDescribed(joinSchema(documents))
}

/**
 * Joins documents; the fields of `extend type` are added to the type itself.
 * @throws {Error} for an extension of an unknown type, or one with more than fields, which would be lost.
 */
export function joinSchema(documents: readonly DocumentNode[]): DocumentNode {
  const all = documents.flatMap(({ definitions }) => definitions)
  const extensions = all.filter((each) => each.kind === Kind.OBJECT_TYPE_EXTENSION)
  const more = extensions.filter(
    ({ directives = [], interfaces = [] }) => directives.length + interfaces.length > 0,
  )
  if (more.length > 0)
    throw new Error(`extended by more than fields: ${more.map(({ name }) => name.value).join(', ')}`)
  const added = Map.groupBy(extensions, ({ name }) => name.value)
  const definitions = all.flatMap((each): DefinitionNode[] => {
    if (each.kind === Kind.OBJECT_TYPE_EXTENSION) return []
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION) return [each]
    const fields = (added.get(each.name.value) ?? []).flatMap(({ fields: own = [] }) => own)
    added.delete(each.name.value)
    return [{ ...each, fields: [...(each.fields ?? []), ...fields] }]
  })
  if (added.size > 0) throw new Error(`extended, but not defined: ${[...added.keys()].join(', ')}`)
  return { kind: Kind.DOCUMENT, definitions }
}

const ROOTS = new Set(['Query', 'Mutation'])
/** Added by @apollo/subgraph; `_entities` leads to types whose fields carry their own rules. */
const FEDERATION_TYPES = new Set(['_Service'])
const FEDERATION_FIELDS = new Set(['_service', '_entities'])

/** Type name → field name → category, for every field that carries one. */
export type Categories = ReadonlyMap<string, ReadonlyMap<string, DataCategory>>

/**
 * Reads `@category` from a schema.
 * @throws {Error} naming every field with neither `@category` nor `@open`, or both, and every list of categories that differs from the
 * policy's, so that the process does not start.
 */
export function readCategories(schema: GraphQLSchema): Categories {
  const faults: string[] = []
  const categories = new Map<string, Map<string, DataCategory>>()
  const declared = schema.getType('DataCategory')
  const values = isEnumType(declared) ? declared.getValues().map(({ name }) => name) : []
  if (values.join() !== DATA_CATEGORIES.join())
    faults.push('DataCategory is not the list of kernel/vocabulary.ts')

  for (const type of dataTypes(schema)) {
    const fields = new Map<string, DataCategory>()
    for (const field of Object.values(type.getFields())) {
      const directives = field.astNode?.directives ?? []
      const category = directives.map(categoryOf).find((value) => value !== null)
      const open = directives.some(({ name }) => name.value === 'open')
      if ((category !== undefined) === open)
        faults.push(`${type.name}.${field.name} needs either @category or @open`)
      if (category !== undefined) fields.set(field.name, category)
    }
    if (fields.size > 0) categories.set(type.name, fields)
  }
  if (faults.length > 0)
    throw new Error(`The schema is not safe to serve:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  return categories
}

function categoryOf(directive: ConstDirectiveNode): DataCategory | null {
  if (directive.name.value !== 'category') return null
  const value = directive.arguments?.find(({ name }) => name.value === 'is')?.value
  return value?.kind === Kind.ENUM ? (DATA_CATEGORIES.find((name) => name === value.value) ?? null) : null
}

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !isIntrospectionType(type) && !FEDERATION_TYPES.has(type.name),
  )

const dataTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  objectTypes(schema).filter(({ name }) => !ROOTS.has(name))

/**
 * Checks that every field of every object type has its own permission rule.
 * @throws {Error} naming the fields without one; a wildcard does not count, because it would cover fields that are added later.
 */
export function assertRulesComplete(schema: GraphQLSchema, rules: IRules): void {
  const tree = rules as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  const missing = objectTypes(schema).flatMap((type) =>
    Object.keys(type.getFields())
      .filter((field) => !FEDERATION_FIELDS.has(field) && tree[type.name]?.[field] === undefined)
      .map((field) => `${type.name}.${field}`),
  )
  if (missing.length > 0)
    throw new Error(`Without a permission rule, so nobody may be served: ${missing.join(', ')}`)
}

/**
 * Checks that nested fields have the category of the field that they are under, so that minimisation can leave nested objects whole. A type
 * with a key is minimised separately.
 * @throws {Error} naming the fields that differ.
 */
export function assertNested(schema: GraphQLSchema, categories: Categories): void {
  const faults = [...categories].flatMap(([typeName, fields]) =>
    [...fields].flatMap(([field, category]) => {
      const type = schema.getType(typeName)
      const held = isObjectType(type) ? getNamedType(type.getFields()[field]?.type) : undefined
      if (!isObjectType(held) || held.astNode?.directives?.some(({ name }) => name.value === 'key')) return []
      const inner = categories.get(held.name) ?? new Map<string, DataCategory>()
      return Object.keys(held.getFields())
        .filter((name) => inner.get(name) !== category)
        .map((name) => `${held.name}.${name} is not ${category}, as ${typeName}.${field} is`)
    }),
  )
  if (faults.length > 0)
    throw new Error(`The schema cannot be minimised:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
}
