import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { applies, fieldsOf, type ShapeOptions } from './fields.ts'
import { leafTest } from './leaves.ts'
import { CLIENT_PREFIX } from './names.ts'
import { isAbsent, isJson, type Json, own } from './values.ts'

/** A value that does not fit its type, and its path in the client's answer. */
export type Misfit = { readonly message: string; readonly path: (string | number)[] }

/** Builds the client's answer from the data under internal names; `null` when a null propagated to the root. */
export type Shape = (data: Json, misfits: Misfit[]) => Json | null

/** `undefined`: a null in a non-null position, so the parent becomes null too. */
type Complete = (value: unknown, misfits: Misfit[]) => unknown

/** The key of the introspection result in the data, by the client's response name. */
export const introspectionKey = (responseName: string): string => CLIENT_PREFIX + responseName

/** Compiles the shape of an answer. Introspection results are copied unchanged. */
export function compileShape(options: ShapeOptions): Shape {
  const { schema, operation } = options
  const root = schema.getRootType(operation.operation)
  if (!root) throw new Error(`the schema has no ${operation.operation}`)
  const complete = compileObject([operation.selectionSet], root, options)
  return (data, misfits) => {
    const result = complete(data, misfits)
    return isJson(result) ? result : null
  }
}

/** A field of an object in the answer; without `complete` it is `__typename`. */
type Part = { readonly responseName: string; readonly key: string; readonly complete: Complete | null }

function compileValue(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  owner: string,
  options: ShapeOptions,
): Complete {
  if (isNonNullType(type)) {
    const complete = compileValue(type.ofType, nodes, owner, options)
    return (value, misfits) => {
      const before = misfits.length
      const completed = complete(value, misfits)
      if (completed !== null && completed !== undefined) return completed
      if (misfits.length === before)
        misfits.push({ message: `Cannot return null for non-nullable ${owner}.`, path: [] })
      return undefined
    }
  }
  if (isListType(type)) {
    const complete = compileValue(type.ofType, nodes, owner, options)
    return (value, misfits) => {
      if (value === null || value === undefined) return null
      if (!Array.isArray(value)) return misfit(misfits, `Invalid non-list value found for ${owner}.`)
      let invalid = false
      const completed = value.map((item: unknown, index) => {
        const before = misfits.length
        const result = complete(item, misfits)
        prepend(misfits, before, index)
        if (result === undefined) invalid = true
        return result
      })
      return invalid ? null : completed
    }
  }
  if (isCompositeType(type)) {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    return compileComposite(sets, type, owner, options)
  }
  const { name } = getNamedType(type)
  const isValid = leafTest(getNamedType(type), options.schema)
  return (value, misfits) => {
    if (value === null || value === undefined) return null
    if (isValid(value)) return value
    return options.hidden.isValue(name, value) ? null : misfit(misfits, `Invalid value found for ${owner}.`)
  }
}

function compileComposite(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  owner: string,
  options: ShapeOptions,
): Complete {
  const completeAsDeclared = compileObject(sets, type, options)
  // By the object's `__typename`; `null` for a type that is impossible here.
  const byName = new Map<unknown, Complete | null>([[type.name, completeAsDeclared]])
  const completeAs = (name: unknown): Complete | null => {
    if (name === undefined || name === null) return completeAsDeclared
    const known = byName.get(name)
    if (known !== undefined) return known
    const runtime = typeof name === 'string' ? options.schema.getType(name) : undefined
    if (!runtime || !isCompositeType(runtime) || !applies(type, runtime, options.schema)) return null
    const compiled = compileObject(sets, runtime, options)
    byName.set(name, compiled)
    return compiled
  }
  return (value, misfits) => {
    if (value === null || value === undefined) return null
    if (!isJson(value)) return misfit(misfits, `Invalid non-object value found for ${owner}.`)
    const name = own(value, '__typename')
    const complete = completeAs(name)
    if (complete) return complete(value, misfits)
    if (options.hidden.isType(type.name, name)) return null
    return misfit(misfits, `Invalid __typename found for object at ${owner}.`)
  }
}

function compileObject(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  options: ShapeOptions,
): Complete {
  const fields = [...fieldsOf(sets, type, options).values()].flatMap(({ responseName, nodes }): Part[] => {
    const [node] = nodes
    if (!node) return []
    if (node.name.value === '__schema' || node.name.value === '__type')
      return [{ responseName, key: introspectionKey(responseName), complete: (value) => value ?? null }]
    if (node.name.value === '__typename') return [{ responseName, key: '', complete: null }]
    const definition = 'getFields' in type ? type.getFields()[node.name.value] : undefined
    if (!definition) return []
    const owner = `field ${type.name}.${responseName}`
    return [
      {
        responseName,
        key: options.names.ofField(node),
        complete: compileValue(definition.type, nodes, owner, options),
      },
    ]
  })
  const typeName = isObjectType(type) ? type.name : null
  return (value, misfits) => {
    const source = value as Json
    const result: Json = {}
    const known = misfits.length
    for (const { responseName, key, complete } of fields) {
      if (complete === null) {
        // An object without a known object type has no `__typename` to return.
        if (typeName === null) return null
        put(result, responseName, typeName)
        continue
      }
      const before = misfits.length
      const completed = complete(own(source, key), misfits)
      prepend(misfits, before, responseName)
      if (completed === undefined) {
        if (isAbsent(source)) misfits.length = known
        return null
      }
      put(result, responseName, completed)
    }
    return result
  }
}

/** Sets a property, also one with a special name, such as `__proto__`. */
function put(object: Json, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}

function misfit(misfits: Misfit[], message: string): null {
  misfits.push({ message, path: [] })
  return null
}

/** The path of a misfit is built while returning, so that it costs nothing when there is none. */
function prepend(misfits: readonly Misfit[], from: number, key: string | number): void {
  for (let index = from; index < misfits.length; index += 1) misfits[index]?.path.unshift(key)
}
