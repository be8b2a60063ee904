/** Objects as they come from subgraphs. Their keys are names in GraphQL, but anyone can send anything. */
export type Json = { [key: string]: unknown }

/** Whether a value is an object, and no list. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A property of its own. What an ordinary object inherits is no data: functions, and its prototype. */
export function own(object: Json, key: string): unknown {
  // Much faster than to ask `Object.hasOwn` for every value of an answer.
  const value = object[key]
  return typeof value === 'function' || key === '__proto__' ? undefined : value
}

const absent = new WeakSet<Json>()

/** Remembers that a subgraph was asked for this entity and does not have it. */
export const markAbsent = (object: Json): void => {
  absent.add(object)
}

/** Whether a subgraph said that it does not have this entity: what is missing of it then is no fault. */
export const isAbsent = (object: Json): boolean => absent.has(object)

/**
 * Adds what a subgraph answered to what is known: objects grow, lists of one length grow item by item, anything else is
 * replaced. `source` is taken over, so it must belong to nobody else.
 */
export function merge(target: Json, source: Json): void {
  for (const key of Object.keys(source)) {
    // As a key of an ordinary object it would change what the object inherits.
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

/** A copy that shares nothing with the original. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (!isJson(value)) return value
  const result: Json = {}
  for (const key of Object.keys(value)) if (key !== '__proto__') result[key] = copy(value[key])
  return result as T
}
