import { createHash } from 'node:crypto'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  GraphQLError,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql'
import type { Resolvers, TestSubgraph } from './federation.ts'

/**
 * Mock subgraphs: every value is derived from its entity, the field, its arguments and its required fields. So two executors get the same
 * values, and a wrong requirement gives a wrong value.
 */

/** The name of the type is part of an id, so that each subgraph knows the type of an id. */
const IDS = 4

type Thing = { readonly __typename: string; readonly seed: string; readonly id?: string } & Readonly<
  Record<string, unknown>
>

export type MockOptions = {
  /** The object types of each interface in the whole graph. */
  readonly members?: Readonly<Record<string, readonly string[]>>
  /** Every value exists and no field fails. */
  readonly isWhole?: boolean
}

/** Makes a subgraph of a schema. */
export function mock(sdl: string, { members = {}, isWhole = false }: MockOptions = {}): TestSubgraph {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }])
  const requirements = requirementsOf(sdl)
  const resolvers: Record<string, Record<string, (...given: never[]) => unknown>> = {}
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('_')) continue
    if (isInterfaceType(type) && isEntity(type)) resolvers[type.name] = { __resolveReference: entityOf }
    if (!isObjectType(type)) continue
    const fields: Record<string, (...given: never[]) => unknown> = {}
    for (const name of Object.keys(type.getFields())) {
      if (name.startsWith('_')) continue
      const required = requirements.get(`${type.name}.${name}`) ?? []
      fields[name] = (
        parent: Thing | undefined,
        given: object,
        _context: unknown,
        info: GraphQLResolveInfo,
      ) =>
        resolve(parent ?? ({ __typename: type.name, seed: '' } as Thing), given, info, {
          schema,
          members,
          isWhole,
          required,
        })
    }
    if (isEntity(type)) fields.__resolveReference = entityOf
    if (Object.keys(fields).length > 0) resolvers[type.name] = fields
  }
  return { sdl, asIs: true, resolvers: resolvers as Resolvers }
}

const isEntity = (type: GraphQLObjectType | GraphQLInterfaceType): boolean =>
  (type.astNode?.directives ?? []).some(({ name }) => name.value === 'key') && 'id' in type.getFields()

/** Finds an entity; one id stands for a missing entity, another for one that fails. */
function entityOf(reference: { readonly __typename: string; readonly id: string }): Thing | null {
  const number = Number(reference.id.split('-')[1])
  if (number === 2) return null
  if (number === 3) throw new GraphQLError('cannot be read', { extensions: { code: 'CONFLICT' } })
  return { ...reference, __typename: reference.id.split('-')[0] ?? '', seed: reference.id }
}

type Options = {
  readonly schema: GraphQLSchema
  readonly members: Readonly<Record<string, readonly string[]>>
  readonly isWhole: boolean
  readonly required: readonly string[]
}

function resolve(parent: Thing, given: object, info: GraphQLResolveInfo, options: Options): unknown {
  const { fieldName: name, returnType } = info
  if (name === 'id') return parent.id
  const required = options.required.map((field) => parent[field])
  const seed = hash(parent.seed, name, given, required)
  if (!options.isWhole && numberOf(`${seed}!`) % 25 === 0)
    throw new GraphQLError('failed', { extensions: { code: ['FORBIDDEN', 'CONFLICT'][numberOf(seed) % 2] } })
  return maybe(returnType, seed, options)
}

function maybe(type: GraphQLOutputType, seed: string, options: Options): unknown {
  if (isNonNullType(type)) return certain(type.ofType, seed, options)
  return !options.isWhole && numberOf(`${seed}?`) % 8 === 0 ? null : certain(type, seed, options)
}

function certain(type: GraphQLOutputType, seed: string, options: Options): unknown {
  if (isNonNullType(type)) return certain(type.ofType, seed, options)
  if (isListType(type))
    return Array.from({ length: options.isWhole ? 2 : numberOf(seed) % 4 }, (_, index) =>
      maybe(type.ofType, hash(seed, index), options),
    )
  if (isEnumType(type)) return pick(type.getValues(), seed).name
  if (isObjectType(type)) return objectOf(type.name, seed, options)
  if (isAbstractType(type)) {
    const names = options.schema.getPossibleTypes(type).map(({ name }) => name)
    return objectOf(pick(names, seed), seed, options)
  }
  switch (type.name) {
    case 'Int':
      return numberOf(seed) % 1000
    case 'Float':
      return (numberOf(seed) % 1000) / 4
    case 'Boolean':
      return numberOf(seed) % 2 === 0
    default:
      return `s${seed.slice(0, 6)}`
  }
}

/** Makes an object: an entity is one of a few, by its id; any other object depends on its path. An interface object is one of its members. */
function objectOf(name: string, seed: string, { schema, members, isWhole }: Options): Thing {
  const type = schema.getType(name)
  if (!isObjectType(type) || !isEntity(type)) return { __typename: name, seed }
  const id = `${pick(members[name] ?? [name], seed)}-${isWhole ? 0 : numberOf(hash(seed)) % IDS}`
  return { __typename: name, id, seed: id }
}

/** The top-level fields of each requirement, by `Type.field`. */
function requirementsOf(sdl: string): ReadonlyMap<string, readonly string[]> {
  const types = parse(sdl).definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode => 'fields' in definition,
  )
  return new Map(
    types.flatMap((type) =>
      (type.fields ?? []).flatMap((field) => {
        const given = field.directives?.find(({ name }) => name.value === 'requires')?.arguments?.[0]?.value
        if (given?.kind !== 'StringValue') return []
        const [operation] = parse(`{${given.value}}`).definitions
        if (operation?.kind !== 'OperationDefinition') return []
        const names = operation.selectionSet.selections.flatMap((selection) =>
          selection.kind === 'Field' ? [selection.name.value] : [],
        )
        return [[`${type.name.value}.${field.name.value}`, names] as const]
      }),
    ),
  )
}

const hash = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
const numberOf = (seed: string): number => Number.parseInt(hash(seed).slice(0, 8), 16)

function pick<Item>(items: readonly Item[], seed: string): Item {
  const item = items[numberOf(hash(seed, 'pick')) % items.length]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
