import type { Categories } from '../graphql/schema.ts'
import type { DataCategory } from '../vocabulary.ts'

/** Marks an object as minimised, with the categories it was minimised to. Only `minimise` sets it. */
const SERVED = Symbol('served')

export type Served = { readonly [SERVED]: ReadonlySet<DataCategory> }

/**
 * Returns an object of the type `typeName` with only the fields whose category is allowed, and marks it and its nested objects. This is
 * data minimisation (AVG art. 5(1)(c)): withheld values are removed, so that no later step can return them.
 */
export function minimise<T extends object>(
  categories: Categories,
  typeName: string,
  value: T,
  allowed: ReadonlySet<DataCategory>,
): T & Served {
  const fields = categories.get(typeName)
  const kept = Object.entries(value)
    .filter(([name]) => {
      const category = fields?.get(name)
      return category !== undefined && allowed.has(category)
    })
    .map(([name, inner]) => [name, mark(inner, allowed)])
  return { ...Object.fromEntries(kept), [SERVED]: allowed }
}

/** Nested objects have the category of the field that they are under (`assertNested` in kernel/graphql/schema.ts). */
function mark(value: unknown, allowed: ReadonlySet<DataCategory>): unknown {
  if (Array.isArray(value)) return value.map((item) => mark(item, allowed))
  return typeof value === 'object' && value !== null ? { ...value, [SERVED]: allowed } : value
}

/** Marks a container of minimised objects, so that its own fields may be returned. */
export const asServed = <T extends object>(value: T, allowed: ReadonlySet<DataCategory>): T & Served => ({
  ...value,
  [SERVED]: allowed,
})

/** As `asServed`, also for the containers inside it: everything in it may be returned. */
export const allServed = <T extends object>(value: T, allowed: ReadonlySet<DataCategory>): T & Served => ({
  ...(Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, markWhole(inner, allowed)]),
  ) as T),
  [SERVED]: allowed,
})

function markWhole(value: unknown, allowed: ReadonlySet<DataCategory>): unknown {
  if (Array.isArray(value)) return value.map((item) => markWhole(item, allowed))
  return typeof value === 'object' && value !== null ? allServed(value, allowed) : value
}

/** Whether `field` of `parent` may be returned: its category is allowed, or its value was withheld and so removed. */
export function mayServe(parent: unknown, field: string, category: DataCategory): boolean {
  if (typeof parent !== 'object' || parent === null || !(SERVED in parent)) return false
  const served = parent[SERVED] as ReadonlySet<DataCategory>
  const value: unknown = field in parent ? (parent as Readonly<Record<string, unknown>>)[field] : null
  return served.has(category) || value === null || value === undefined
}
