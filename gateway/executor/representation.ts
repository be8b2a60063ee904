import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { TypeTest } from './types.ts'
import { isJson, type Json, merge, own } from './values.ts'

/** Makes what a subgraph needs of an entity to know it: `null` when a part of it is not known. */
export type Represent = (entity: Json) => Json | null

/** Compiles the `requires` of a fetch. Fields are read by their plain names: what a client called something is never there. */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  isOfType: TypeTest,
): Represent {
  const parts = selections.map((selection) => compilePart(selection, isOfType))
  return (entity) => {
    const representation: Json = {}
    for (const part of parts) if (!part(entity, representation)) return null
    return representation
  }
}

type Part = (entity: Json, into: Json) => boolean

function compilePart(selection: QueryPlanSelectionNode, isOfType: TypeTest): Part {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection
    const represent = compileRepresentation(selection.selections, isOfType)
    return (entity, into) => {
      if (typeCondition === undefined || !isOfType(entity, typeCondition, false)) return true
      const inner = represent(entity)
      if (inner === null) return false
      merge(into, inner)
      return true
    }
  }
  const name = selection.alias ?? selection.name
  const inner = selection.selections && compileRepresentation(selection.selections, isOfType)
  const pick = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pick)
    return inner && isJson(value) ? inner(value) : value
  }
  return (entity, into) => {
    const value = own(entity, name)
    if (value === undefined) return false
    into[name] = inner ? pick(value) : value
    return true
  }
}
