import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { Types } from './types.ts'
import { isJson, type Json, merge, own } from './values.ts'

/** Makes the representation of an entity; `null` when a part of it is missing. */
export type Represent = (entity: Json) => Json | null

type Options = {
  readonly types: Types
  /** The subgraph's name of a field that is kept under another name. */
  readonly nameOf: (kept: string) => string
}

/**
 * Compiles the `requires` of a fetch. Fields are read by their plain names, which a client's alias never has. A fetch may serve several
 * types, each with its own requirements in a fragment; the complete fragments make up the representation.
 */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  options: Options,
): Represent {
  const fields = selections.filter(({ kind }) => kind === 'Field')
  const fragments = selections.filter(({ kind }) => kind !== 'Field')
  const groups = [fields, ...fragments.map((fragment) => [fragment])].map((group) =>
    compileAll(group, options),
  )
  return (entity) => {
    const representation: Json = {}
    for (const represent of groups) {
      const part = represent(entity)
      if (part) merge(representation, part)
    }
    return representation
  }
}

function compileAll(selections: readonly QueryPlanSelectionNode[], options: Options): Represent {
  const parts = selections.map((selection) => compilePart(selection, options))
  return (entity) => {
    const representation: Json = {}
    for (const part of parts) if (!part(entity, representation)) return null
    return representation
  }
}

type Part = (entity: Json, into: Json) => boolean

function compilePart(selection: QueryPlanSelectionNode, options: Options): Part {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection
    const represent = compileAll(selection.selections, options)
    return (entity, into) => {
      if (typeCondition !== undefined && !options.types.isOfType(entity, typeCondition, false)) return true
      const inner = represent(entity)
      if (inner === null) return false
      merge(into, inner)
      return true
    }
  }
  const key = selection.alias ?? selection.name
  const name = options.nameOf(key)
  const represent = selection.selections && compileAll(selection.selections, options)
  return (entity, into) => {
    const value = own(entity, key)
    const picked = represent ? pick(value, represent) : value
    if (picked === undefined) return false
    into[name] = picked
    return true
  }
}

/** `undefined` when a required part is missing. */
function pick(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => pick(item, represent))
    return items.includes(undefined) ? undefined : items
  }
  return isJson(value) ? (represent(value) ?? undefined) : value
}
