import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** Hostile operations from a walk of the schema: every argument and input field, with values that no honest client sends. */

type Input = GraphQLArgument | GraphQLInputField
/** Existing ids, by the name of their type. */
export type Ids = ReadonlyMap<string, readonly string[]>

/** A field with arguments, and its path from the root. */
export type Reached = {
  readonly root: 'query' | 'mutation'
  readonly field: GraphQLField<unknown, unknown>
  /** The selection around the field: `address(id: $id) { … }`. */
  readonly way: readonly GraphQLField<unknown, unknown>[]
}

/** Values of one argument, or of one field within it, where all other values are valid. */
export type Case = { readonly path: string; readonly values: Readonly<Record<string, unknown>> }

const CURSORS = ['null', '[]', '[null]', '{}', '["\\u0000"]', '["x"]', '["9999-99-99","x"]'].map((text) =>
  Buffer.from(text).toString('base64url'),
)
const TEXTS = [
  '',
  ' ',
  '\u00a0\u200b',
  '\u0001\u001f\u007f',
  "'; drop table address; --",
  '%_\\',
  '\u202e\u2066',
  '🙂'.repeat(20),
  '__proto__',
  '-1',
  '1e999',
  'null',
  '<script>',
  '=cmd',
  '../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  '0010200000000000',
  ...CURSORS,
]
const DAYS = ['1900-01-01', '8999-12-31', '2026-02-30', '2026-2-3', '', ' ', '0000-00-00', '-2026-01-01']
const MOMENTS = [
  '1900-01-01T00:00:00Z',
  '8999-12-31T23:59:59.999Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:60Z',
  '2026-01-01T00:00:00+99:99',
  '2026-01-01',
  '',
]
const NUMBERS = [0, 1, -1, 2_147_483_647, -2_147_483_648]

/** Values that the database cannot store, and that therefore must not reach it. */
export const UNSTORABLE = ['\0', 'a\0b', '\ud800', 'a\udfff']

/** Every reachable field with arguments. The fields of a type are reached once, by the shortest path. */
export function reachedFields(schema: GraphQLSchema): readonly Reached[] {
  const found: Reached[] = []
  const seen = new Set<string>()
  const queue: {
    root: 'query' | 'mutation'
    type: string
    way: readonly GraphQLField<unknown, unknown>[]
  }[] = [
    { root: 'query', type: schema.getQueryType()?.name ?? '', way: [] },
    { root: 'mutation', type: schema.getMutationType()?.name ?? '', way: [] },
  ]
  for (const { root, type: name, way } of queue) {
    const type = schema.getType(name)
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0 || way.length === 0) found.push({ root, field, way })
      const inner = getNamedType(field.type)
      // The results of mutations are reached by queries too; through a mutation every test would change something.
      if (root === 'mutation' || !isObjectType(inner) || seen.has(inner.name)) continue
      seen.add(inner.name)
      queue.push({ root, type: inner.name, way: [...way, field] })
    }
  }
  return found
}

/** A value that an honest client could send. */
export function sensible(input: Input, ids: Ids, of: string): unknown {
  const sample = (type: GraphQLInputType): unknown => {
    if (isNonNullType(type)) return sample(type.ofType)
    if (isListType(type)) return [sample(type.ofType)]
    if (isEnumType(type)) return type.getValues()[0]?.name
    if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), ids, of)
    switch (type.name) {
      case 'Int':
      case 'Float':
        return 1
      case 'Boolean':
        return true
      case 'Date':
        return '2026-11-01'
      case 'DateTime':
        return '2026-11-01T10:00:00Z'
      case 'ID':
        return idFor(input.name, of, ids)
      default:
        return /municipality/i.test(input.name) ? '1979' : /postcode/i.test(input.name) ? '9919AA' : 'Proef'
    }
  }
  return sample(input.type)
}

/** An id of the type in the name (`addressId`), else of the type of the field. */
function idFor(name: string, of: string, ids: Ids): string {
  const owner = /^(\w+?)Ids?$/.exec(name)?.[1]?.toLowerCase()
  const named = owner && [...ids].find(([type]) => type.toLowerCase().endsWith(owner))?.[1][0]
  return named ?? ids.get(of)?.[0] ?? ids.get('Address')?.[0] ?? ''
}

const isRequired = (input: Input) => isNonNullType(input.type) && input.defaultValue === undefined

/** The required arguments, or all of them. */
export const objectOf = (
  inputs: readonly Input[],
  ids: Ids,
  of: string,
  which: (input: Input) => boolean = isRequired,
): Record<string, unknown> =>
  Object.fromEntries(inputs.filter(which).map((input) => [input.name, sensible(input, ids, of)]))

/** Every argument and nested input field, each with hostile values for it and sensible values for all others. */
export function hostileCases(
  inputs: readonly Input[],
  ids: Ids,
  of: string,
  valuesOf: (type: GraphQLInputType) => readonly unknown[] = hostileValues,
): readonly Case[] {
  return inputs.flatMap((input): Case[] => {
    const around = objectOf(inputs, ids, of)
    const direct = valuesOf(input.type).map((value) => ({
      path: input.name,
      values: { ...around, [input.name]: value },
    }))
    const type = unwrap(input.type)
    if (!isInputObjectType(type)) return direct
    const inner = hostileCases(Object.values(type.getFields()), ids, of, valuesOf).map(
      ({ path, values }) => ({
        path: `${input.name}.${path}`,
        values: { ...around, [input.name]: isListType(nullable(input.type)) ? [values] : values },
      }),
    )
    return [...direct, ...inner]
  })
}

const nullable = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type)
const unwrap = (type: GraphQLInputType): GraphQLInputType => {
  const bare = nullable(type)
  return isListType(bare) ? unwrap(bare.ofType) : bare
}

/** Values of the right type, so that a refusal is due to the value. */
function hostileValues(type: GraphQLInputType): readonly unknown[] {
  if (!isNonNullType(type)) return [null, ...hostileNonNull(type)]
  return hostileNonNull(type.ofType)
}

function hostileNonNull(type: GraphQLInputType): readonly unknown[] {
  if (isListType(type)) {
    const items = hostileValues(type.ofType).filter((value) => value !== null)
    return [[], ...items.slice(0, 6).map((value) => [value]), [items[0], items[0]], items.slice(0, 50)]
  }
  if (isEnumType(type)) return type.getValues().map(({ name }) => name)
  if (isInputObjectType(type)) return []
  switch ('name' in type ? type.name : '') {
    case 'Int':
    case 'Float':
      return NUMBERS
    case 'Boolean':
      return [true, false]
    case 'Date':
      return DAYS
    case 'DateTime':
      return MOMENTS
    default:
      return TEXTS
  }
}

/** Texts that cannot be stored, at every position of a text. */
export function unstorableValues(type: GraphQLInputType): readonly unknown[] {
  const bare = nullable(type)
  if (isListType(bare)) return unstorableValues(bare.ofType).map((value) => [value])
  if (isEnumType(bare) || isInputObjectType(bare) || !('name' in bare)) return []
  return ['Int', 'Float', 'Boolean'].includes(bare.name) ? [] : UNSTORABLE
}
