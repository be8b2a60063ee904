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

/** What a walk of the schema asks: every argument and input field of it with values that nobody sends who means well. */

type Input = GraphQLArgument | GraphQLInputField
/** Ids that are there, by the name of the type they belong to. */
export type Ids = ReadonlyMap<string, readonly string[]>

/** A field of the schema with arguments, and how to come there from the root. */
export type Reached = {
  readonly root: 'query' | 'mutation'
  readonly field: GraphQLField<unknown, unknown>
  /** The selection around the field: `address(id: $id) { … }`. */
  readonly way: readonly GraphQLField<unknown, unknown>[]
}

/** Values of one argument, or of one field within it, with all that is around them in order. */
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

/** Values that no database holds, and that therefore nobody may hand on to one. */
export const UNSTORABLE = ['\0', 'a\0b', '\ud800', 'a\udfff']

/** Every field with arguments that can be reached. Those of a type are reached once, by the shortest way. */
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
      // What a mutation gives is reached by a query too: every step of the way would change something.
      if (root === 'mutation' || !isObjectType(inner) || seen.has(inner.name)) continue
      seen.add(inner.name)
      queue.push({ root, type: inner.name, way: [...way, field] })
    }
  }
  return found
}

/** A value that somebody who means well could send. */
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

/** An id of what the name says (`addressId`), else of what the field is about. */
function idFor(name: string, of: string, ids: Ids): string {
  const owner = /^(\w+?)Ids?$/.exec(name)?.[1]?.toLowerCase()
  const named = owner && [...ids].find(([type]) => type.toLowerCase().endsWith(owner))?.[1][0]
  return named ?? ids.get(of)?.[0] ?? ids.get('Address')?.[0] ?? ''
}

const isRequired = (input: Input) => isNonNullType(input.type) && input.defaultValue === undefined

/** The arguments that must be there, or all of them. */
export const objectOf = (
  inputs: readonly Input[],
  ids: Ids,
  of: string,
  which: (input: Input) => boolean = isRequired,
): Record<string, unknown> =>
  Object.fromEntries(inputs.filter(which).map((input) => [input.name, sensible(input, ids, of)]))

/** Every argument and input field below it, each with hostile values in the place of it and sensible ones in all others. */
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

/** Values of the right type, so that what refuses them is what they are for. */
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

/** Texts that cannot be stored, wherever a text can stand. */
export function unstorableValues(type: GraphQLInputType): readonly unknown[] {
  const bare = nullable(type)
  if (isListType(bare)) return unstorableValues(bare.ofType).map((value) => [value])
  if (isEnumType(bare) || isInputObjectType(bare) || !('name' in bare)) return []
  return ['Int', 'Float', 'Boolean'].includes(bare.name) ? [] : UNSTORABLE
}
