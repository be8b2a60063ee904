/** Objects as received from subgraphs. Their keys should be GraphQL names, but that is not checked. */
export type Json = { [key: string]: unknown }

/** Whether a value is an object, and not a list. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns an own property. What an object inherits (functions, its prototype) is no data. */
export function own(object: Json, key: string): unknown {
  // Much faster than `Object.hasOwn` for every value of an answer.
  const value = object[key]
  return typeof value === 'function' || key === '__proto__' ? undefined : value
}

const absent = new WeakSet<Json>()

/** Marks an entity that its subgraph does not have. */
export const markAbsent = (object: Json): void => {
  absent.add(object)
}

/** Whether a subgraph returned null for this entity: missing fields are then no error. */
export const isAbsent = (object: Json): boolean => absent.has(object)

/**
 * Merges a subgraph's answer into the data: objects are merged, lists of equal length item by item, any other value is replaced. `target`
 * takes over parts of `source`, so `source` must not be used elsewhere.
 */
export function merge(target: Json, source: Json): void {
  for (const key of Object.keys(source)) {
    // This key would set the object's prototype.
    if (key === '__proto__') continue
    const value = source[key]
    if (value !== undefined) target[key] = merged(own(target, key), value)
  }
}

function merged(present: unknown, value: unknown): unknown {
  if (typeof present !== 'object' || present === null || typeof value !== 'object' || value === null)
    return value
  if (!Array.isArray(present)) {
    if (Array.isArray(value)) return value
    merge(present as Json, value as Json)
    return present
  }
  if (!Array.isArray(value) || present.length !== value.length) return value
  for (let index = 0; index < value.length; index += 1) present[index] = merged(present[index], value[index])
  return present
}

/** Returns a deep copy. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (!isJson(value)) return value
  const result: Json = {}
  for (const key of Object.keys(value)) if (key !== '__proto__') result[key] = copy(value[key])
  return result as T
}
