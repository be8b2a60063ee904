import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Random } from '../../dev/world/random.ts'
import { mayAsk, type Observer } from './observers.ts'

/**
 * Makes queries to every field of `Query`, each with all fields below it, from the schema, so that a new field is covered automatically.
 * There are no aliases, so that the path of a difference has the names of fields.
 */

/** A value in each of the two worlds. */
export type Pair = readonly [string, string]
export type Question = {
  readonly root: string
  readonly query: string
  /** The variables, by world. */
  readonly variables: readonly [Values, Values]
}
type Values = Readonly<Record<string, unknown>>

/** What queries can be about. */
export type Known = {
  readonly addresses: readonly string[]
  readonly postcodes: readonly string[]
  readonly municipalities: readonly string[]
  /** The ids of made objects in both worlds, by type. */
  readonly ids: ReadonlyMap<string, readonly Pair[]>
}

const LEVELS = 5
/** The number of fields of an address below a field that is not about one address: all of them exceed the maximum cost of an operation. */
const FIELDS_OF_ADDRESS = 4

export function createQuestions(schema: GraphQLSchema, known: Known) {
  const query = schema.getQueryType()
  if (!query) throw new Error('there is no Query')
  return {
    roots: Object.keys(query.getFields()),
    /** Makes a query of an observer to a field of `Query`, mostly about one address. */
    ask(root: string, random: Random, observer: Observer, about: string): Question {
      const field = query.getFields()[root]
      if (!field) throw new Error(`there is no Query.${root}`)
      const maker = new Maker(known, random, observer, about)
      const text = maker.field(field, LEVELS, [query.name])
      const head = maker.definitions.length > 0 ? `(${maker.definitions.join(', ')})` : ''
      const variables = ([0, 1] as const).map((world) =>
        Object.fromEntries(maker.variables.map(([name, pair]) => [name, pair[world]])),
      )
      return { root, query: `query${head} { ${text} }`, variables: [variables[0] ?? {}, variables[1] ?? {}] }
    },
  }
}

class Maker {
  readonly definitions: string[] = []
  readonly variables: (readonly [name: string, value: Pair])[] = []
  readonly #known: Known
  readonly #random: Random
  readonly #observer: Observer
  readonly #about: string
  /** An overview shows what the fields beside it put on record, depending on their order: a query leaves out one of the two. */
  readonly #leftOut: 'export' | 'address'

  constructor(known: Known, random: Random, observer: Observer, about: string) {
    this.#about = about
    this.#leftOut = random.chance(50) ? 'export' : 'address'
    this.#known = known
    this.#random = random
    this.#observer = observer
  }

  /** A field with its arguments and everything below it, as deep as possible; empty when no field is left below it. */
  field(field: GraphQLField<unknown, unknown>, levels: number, path: readonly string[]): string {
    const type = getNamedType(field.type)
    const given = field.args.flatMap((argument) => this.#argument(argument, type.name, path.length === 1))
    const head = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name
    if (!isObjectType(type)) return head
    const below = this.#selection(type, levels - 1, [...path, type.name])
    return below === '' ? '' : `${head} { ${below} }`
  }

  #selection(type: GraphQLObjectType, levels: number, path: readonly string[]): string {
    const fields = Object.values(type.getFields()).filter(({ name, type: inner }) => {
      const named = getNamedType(inner)
      if (isObjectType(named) && (levels === 0 || path.includes(named.name))) return false
      // The refusal of one field would leave nothing of the address to compare.
      return mayAsk(this.#observer, `${type.name}.${name}`)
    })
    const isPassing = type.name === 'Address'
    const asked = isPassing
      ? [
          ...fields.filter(({ name }) => name === 'id'),
          ...this.#random.shuffle(fields).slice(0, FIELDS_OF_ADDRESS),
        ]
      : fields.some(({ name }) => name === 'export')
        ? fields.filter(({ name }) => name !== this.#leftOut)
        : fields
    return asked.map((field) => this.field(field, levels, path)).join(' ')
  }

  #argument(argument: GraphQLArgument, of: string, isRoot: boolean): string[] {
    if (argument.name === 'after') return []
    if (!isNonNullType(argument.type) && !(isRoot && this.#random.chance(50))) return []
    const value = this.#value(argument.type, argument.name, of)
    return value === null ? [] : [`${argument.name}: ${value}`]
  }

  #value(type: GraphQLInputType, name: string, of: string): string | null {
    if (isNonNullType(type)) return this.#value(type.ofType, name, of) ?? '""'
    if (isListType(type)) {
      const value = this.#value(type.ofType, name, of)
      return value === null ? '[]' : `[${value}]`
    }
    if (type.name === 'Purpose') return this.#observer.purpose
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name
    if (isInputObjectType(type)) {
      const given = Object.values(type.getFields()).flatMap((field) => {
        if (!isNonNullType(field.type) && !this.#random.chance(25)) return []
        const value = this.#value(field.type, field.name, of)
        return value === null ? [] : [`${field.name}: ${value}`]
      })
      return `{ ${given.join(', ')} }`
    }
    return this.#scalar(type.name, name, of)
  }

  #scalar(type: string, name: string, of: string): string {
    const { addresses, postcodes, municipalities } = this.#known
    if (type === 'Boolean') return String(this.#random.chance(50))
    if (type === 'Int') return String(this.#random.between(25, 40))
    if (type === 'Date') return JSON.stringify(this.#random.pick(['2026-01-01', '2026-11-30']))
    if (name === 'number') return JSON.stringify(this.#random.pick(NUMBERS))
    if (name === 'postcode') return JSON.stringify(this.#random.pick(postcodes))
    if (name === 'municipality') return JSON.stringify(this.#random.pick(municipalities))
    if (name === 'addressId' || of === 'Address')
      return JSON.stringify(this.#random.chance(70) ? this.#about : this.#random.pick(addresses))
    return this.#variable(this.#random.pick(this.#known.ids.get(of) ?? [UNKNOWN]), type)
  }

  #variable(pair: Pair, type: string): string {
    const name = `v${this.variables.length}`
    this.definitions.push(`$${name}: ${type}!`)
    this.variables.push([name, pair])
    return `$${name}`
  }
}

const UNKNOWN: Pair = ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000']
/** Some numbers of requests that were made before the worlds parted. */
const NUMBERS = ['SVIP-2026-000001', 'SVIP-2026-000002']
