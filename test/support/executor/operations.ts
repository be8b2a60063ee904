import * as fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  validate,
} from 'graphql'

/** An operation, and the same one with `@skip` and `@include` applied, which must give the same answer. */
export type Generated = {
  readonly query: string
  readonly plain: string
  readonly variables: Readonly<Record<string, unknown>>
}

export type Hints = {
  /** Meaningful values by the name of a type, in addition to random ones. */
  readonly values?: Readonly<Record<string, readonly string[]>>
  /** The fields of `Query` to choose from; all of them when left out. */
  readonly roots?: readonly string[]
}

/** Generates valid operations on a schema. An alias is never the name of a field, because Apollo's executor answers those wrongly. */
export function operations(schema: GraphQLSchema, hints: Hints = {}): fc.Arbitrary<Generated> {
  return fc
    .array(fc.nat({ max: 2 ** 30 }), { minLength: 40, maxLength: 400, size: 'max' })
    .map((entropy) => new Builder(schema, entropy, hints).build())
    .filter(({ query }) => validate(schema, parse(query)).length === 0)
}

/** The texts that damage an operation: punctuation, names of the federation, and invalid characters. */
const DAMAGE = [
  '{',
  '}',
  '(',
  '...',
  '@',
  '$x',
  '"',
  '!',
  '\u0000',
  '\ud800',
  '_entities',
  '_service { sdl }',
  'imgGrant',
  '__proto__',
  'constructor',
  'fragment F0 on Address { ...F0 } ...F0',
  '@include(if: 1)',
  'on',
  '1e999',
]

/** Damages operations: deletes or inserts text, or gives the variables other values. */
export function damaged(operation: fc.Arbitrary<Generated>): fc.Arbitrary<Omit<Generated, 'plain'>> {
  const damage = fc.record({
    place: fc.nat(),
    length: fc.nat({ max: 12 }),
    text: fc.constantFrom('', ...DAMAGE),
    inVariables: fc.boolean(),
    value: fc.jsonValue(),
  })
  return fc
    .tuple(operation, damage)
    .map(([{ query, variables }, { place, length, text, inVariables, value }]) => {
      const names = Object.keys(variables)
      if (inVariables && names.length > 0)
        return { query, variables: Object.fromEntries(names.map((name) => [name, value])) }
      const start = place % query.length
      return { query: `${query.slice(0, start)} ${text} ${query.slice(start + length)}`, variables }
    })
}

/** A text with the directives, and with the directives applied. */
type Text = { readonly full: string; readonly plain: string }
/** A field or fragment: the texts before and after its directives. */
type Part = { readonly head: string; readonly tail: Text }

const NOTHING: Text = { full: '', plain: '' }
const TYPE_NAME: Part = { head: '__typename', tail: NOTHING }

class Builder {
  readonly #schema: GraphQLSchema
  readonly #entropy: readonly number[]
  #position = 0
  #aliases = 0
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  readonly #fragments: Text[] = []
  readonly #hints: Hints

  constructor(schema: GraphQLSchema, entropy: readonly number[], hints: Hints) {
    this.#schema = schema
    this.#entropy = entropy
    this.#hints = hints
  }

  build(): Generated {
    const root = this.#schema.getQueryType()
    if (!root) throw new Error('there is no Query')
    const { full, plain } = this.#selection(root, 5)
    const head = this.#definitions.length === 0 ? 'query ' : `query(${this.#definitions.join(', ')}) `
    return {
      query: [head + full, ...this.#fragments.map((fragment) => fragment.full)].join(' '),
      plain: [head + plain, ...this.#fragments.map((fragment) => fragment.plain)].join(' '),
      variables: this.#variables,
    }
  }

  /** A number below `max`; 0 once the input is used up, so that generation terminates. */
  #below(max: number): number {
    const value = this.#entropy[this.#position] ?? 0
    this.#position += 1
    return value % max
  }

  #chance(percent: number): boolean {
    return this.#below(100) >= 100 - percent
  }

  #selection(type: GraphQLCompositeType, depth: number): Text {
    // One field is never skipped, so that no selection becomes empty.
    const first = (this.#chance(50) ? null : this.#field(type, depth)) ?? TYPE_NAME
    const texts = [{ full: first.head + first.tail.full, plain: first.head + first.tail.plain }]
    for (let count = this.#below(5); count > 0; count -= 1) texts.push(this.#conditional(type, depth))
    return {
      full: `{ ${texts.map(({ full }) => full).join(' ')} }`,
      plain: `{ ${texts.map(({ plain }) => plain).join(' ')} }`,
    }
  }

  #conditional(type: GraphQLCompositeType, depth: number): Text {
    const kind = this.#below(10)
    const part = kind < 7 ? this.#field(type, depth) : this.#fragment(type, depth, kind === 9)
    const { head, tail } = part ?? TYPE_NAME
    const plain = head + tail.plain
    if (!this.#chance(25)) return { full: head + tail.full, plain }
    const value = this.#chance(50)
    const name = this.#chance(50) ? 'include' : 'skip'
    const condition = this.#chance(60) ? this.#variable('Boolean!', value) : String(value)
    return {
      full: `${head} @${name}(if: ${condition})${tail.full}`,
      plain: value === (name === 'include') ? plain : '',
    }
  }

  #field(type: GraphQLCompositeType, depth: number): Part | null {
    if (!('getFields' in type)) return null
    const { roots } = this.#hints
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        (depth > 0 || !isCompositeType(getNamedType(field.type))) &&
        (!roots || type.name !== 'Query' || roots.includes(field.name)),
    )
    const field = fields[this.#below(fields.length || 1)]
    if (!field) return null
    const given = this.#arguments(field.args)
    const inner = getNamedType(field.type)
    // Fields with the same response name must be mergeable, so one with arguments gets a unique alias.
    const alias = given !== '' || this.#chance(30) ? `${this.#newAlias()}: ` : ''
    return {
      head: `${alias}${field.name}${given}`,
      tail: isCompositeType(inner) ? this.#selection(inner, depth - 1) : NOTHING,
    }
  }

  #newAlias(): string {
    this.#aliases += 1
    return `zz${this.#aliases}`
  }

  #fragment(type: GraphQLCompositeType, depth: number, named: boolean): Part | null {
    const types = isAbstractType(type) ? [...this.#schema.getPossibleTypes(type), type] : [type]
    const inner = types[this.#below(types.length)] ?? type
    if (depth <= 0) return null
    const tail = this.#selection(inner, depth - 1)
    if (!named) return { head: inner === type && this.#chance(50) ? '...' : `... on ${inner.name}`, tail }
    const name = `F${this.#fragments.length}`
    const head = `fragment ${name} on ${inner.name} `
    this.#fragments.push({ full: head + tail.full, plain: head + tail.plain })
    return { head: `...${name}`, tail: NOTHING }
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.flatMap((arg) => {
      if (!isNonNullType(arg.type) && !this.#chance(40)) return []
      const value = this.#value(arg.type, 2)
      const text = this.#chance(50) ? this.#variable(String(arg.type), value) : literal(value, arg.type)
      return [`${arg.name}: ${text}`]
    })
    return given.length === 0 ? '' : `(${given.join(', ')})`
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#definitions.length}`
    this.#definitions.push(`$${name}: ${type}`)
    this.#variables[name] = value
    return `$${name}`
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, depth)
    if (isListType(type)) return Array.from({ length: this.#below(3) }, () => this.#value(type.ofType, depth))
    if (isEnumType(type)) return type.getValues()[this.#below(type.getValues().length)]?.name
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields()).flatMap((field) =>
          isNonNullType(field.type) || (depth > 0 && this.#chance(40))
            ? [[field.name, this.#value(field.type, depth - 1)]]
            : [],
        ),
      )
    switch (type.name) {
      case 'Int':
        // Within the bounds of the schema, which exclude 0: values beyond them are never executed.
        return 1 + this.#below(49)
      case 'Float':
        return this.#below(50) / 2
      case 'Boolean':
        return this.#chance(50)
      default: {
        const meant = this.#hints.values?.[type.name] ?? []
        return meant[this.#below(meant.length + 1)] ?? `t${this.#below(5)}`
      }
    }
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType)
  if (isEnumType(type)) return String(value)
  if (isListType(type) && Array.isArray(value))
    return `[${value.map((item) => literal(item, type.ofType)).join(', ')}]`
  if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
    const fields = type.getFields()
    return `{ ${Object.entries(value)
      .flatMap(([name, item]) => (fields[name] ? [`${name}: ${literal(item, fields[name].type)}`] : []))
      .join(', ')} }`
  }
  return JSON.stringify(value)
}
