import {
  type GraphQLEnumType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql'
import { isStorable } from '../input.ts'
import { type Bound, type Bounds, FALLBACK, inputFieldAt } from './bounds.ts'

/** The maximum of reported faults per request, which bounds the work that a hostile request causes. */
export const MAX_FAULTS = 5

/** The state of a check: the path of the current value, and the faults found so far. */
export type Look = { readonly path: (string | number)[]; readonly faults: string[] }

/** Checks a value and adds its faults, which never repeat the value. */
export type CheckValue = (value: unknown, look: Look) => void

export type ValueChecks = (type: GraphQLInputType, bound: Bound | undefined) => CheckValue | null

/** A JSON value that no type describes (`_Any`) may nest this deep. */
const MAX_DEPTH = 10
/** Longer than any name in the schema. */
const MAX_NAME = 50
/** The maximum of enum values in an error. */
const MAX_VALUES = 30

/**
 * Makes the checks of values of input types: the length of texts and lists, characters that PostgreSQL cannot store, numbers and days out
 * of range, unknown fields of an input object, and unknown values of an enum. `null` for a type whose values need no check. Coercion
 * reports values that are missing or of the wrong type.
 * @param namesValues whether errors list the values of an enum.
 */
export function createValueChecks(bounds: Bounds, namesValues = false): ValueChecks {
  const ofInput = new Map<string, CheckValue>()

  function checkOf(type: GraphQLInputType, bound: Bound | undefined): CheckValue | null {
    if (isNonNullType(type)) return checkOf(type.ofType, bound)
    if (isListType(type)) return checkList(checkOf(type.ofType, bound), bound?.size ?? FALLBACK.size)
    if (isInputObjectType(type)) {
      const known = ofInput.get(type.name)
      if (known) return known
      const fields = new Map<string, CheckValue | null>()
      const check = checkObject(fields)
      // Registered before its fields are compiled: a type may refer to itself.
      ofInput.set(type.name, check)
      for (const field of Object.values(type.getFields()))
        fields.set(field.name, checkOf(field.type, bounds.get(inputFieldAt(type.name, field.name))))
      return check
    }
    if (isEnumType(type)) return checkEnum(type, namesValues)
    if (!isScalarType(type) || type.name === 'Boolean') return null
    if (type.name === '_Any') return checkAny
    if (type.name === 'Int' || type.name === 'Float') return bound?.range ? checkNumber(bound.range) : null
    const { period, length } = { ...bounds.get(type.name), ...bound }
    const text = checkText(length ?? FALLBACK.length)
    return period ? checkDay(text, period) : text
  }
  return checkOf
}

const dutch = (value: number): string => value.toLocaleString('nl-NL')

function fault({ path, faults }: Look, says: string): void {
  if (faults.length < MAX_FAULTS) faults.push(`${pathText(path)} ${says}`)
}

const pathText = (path: readonly (string | number)[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')

const checkText =
  (max: number, tooLong = `heeft meer dan ${dutch(max)} tekens`): CheckValue =>
  (value, look) => {
    if (typeof value !== 'string') return
    if (value.length > max) fault(look, tooLong)
    else if (!isStorable(value)) fault(look, 'bevat een teken dat niet bestaat')
  }

/** The values of an enum; only the first ones when there are many. */
export function namesOf(type: GraphQLEnumType): string {
  const values = type.getValues().map(({ name }) => name)
  const more = values.length > MAX_VALUES ? ` en nog ${values.length - MAX_VALUES}` : ''
  return `${values.slice(0, MAX_VALUES).join(', ')}${more}`
}

function checkEnum(type: GraphQLEnumType, namesValues: boolean): CheckValue {
  const known = new Set<unknown>(type.getValues().map(({ name }) => name))
  const choice = namesValues ? ` (kies uit ${namesOf(type)})` : ''
  return (value, look) => {
    if (typeof value === 'string' && !known.has(value)) fault(look, `is geen ${type.name}${choice}`)
  }
}

const checkNumber =
  ([min, max]: readonly [number, number]): CheckValue =>
  (value, look) => {
    if (typeof value === 'number' && !(value >= min && value <= max))
      fault(look, `moet ${dutch(min)} tot ${dutch(max)} zijn`)
  }

const checkDay =
  (text: CheckValue, [from, until]: readonly [string, string]): CheckValue =>
  (value, look) => {
    const before = look.faults.length
    text(value, look)
    if (typeof value !== 'string' || look.faults.length > before) return
    const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
    if (day !== undefined && (day < from || day > until))
      fault(look, `moet van ${from} tot en met ${until} zijn`)
  }

const checkList =
  (item: CheckValue | null, max: number): CheckValue =>
  (value, look) => {
    // A single value stands for a list of one.
    if (!Array.isArray(value)) return item?.(value, look)
    if (value.length > max) return fault(look, `heeft meer dan ${dutch(max)} onderdelen`)
    if (!item) return
    for (let index = 0; index < value.length && look.faults.length < MAX_FAULTS; index += 1) {
      look.path.push(index)
      item(value[index], look)
      look.path.pop()
    }
  }

const checkObject =
  (fields: ReadonlyMap<string, CheckValue | null>): CheckValue =>
  (value, look) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    for (const name of Object.keys(value)) {
      if (look.faults.length >= MAX_FAULTS) return
      const check = fields.get(name)
      if (check === undefined) fault(look, `heeft geen onderdeel ${isName(name) ? name : 'met die naam'}`)
      if (!check) continue
      look.path.push(name)
      check((value as Readonly<Record<string, unknown>>)[name], look)
      look.path.pop()
    }
  }

/** Whether an error may repeat this name of an unknown field. */
const isName = (name: string): boolean => name.length <= MAX_NAME && /^\w+$/.test(name)

const TOO_BIG = 'is te groot of te diep genest'
const checkAnyText = checkText(FALLBACK.length, TOO_BIG)

/**
 * A value of `_Any`: the representation of an entity, sent by a gateway. Its faults have the path of the whole value: no type describes the
 * keys inside it, so they may be data.
 */
const checkAny: CheckValue = (value, look) => checkNested(value, look, MAX_DEPTH)

function checkNested(value: unknown, look: Look, depth: number): void {
  if (typeof value !== 'object' || value === null) {
    checkAnyText(value, look)
    return
  }
  const parts: readonly unknown[] = Object.values(value)
  if (depth === 0 || parts.length > FALLBACK.size) {
    fault(look, TOO_BIG)
    return
  }
  for (const part of parts) {
    if (look.faults.length >= MAX_FAULTS) return
    checkNested(part, look, depth - 1)
  }
}
