import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import {
  type ArgumentNode,
  type DocumentNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql'
import { fragmentsOf } from './planned-document.ts'

/** A field that a `@requires` asks with arguments. */
export type RequiredField = {
  readonly kept: string
  readonly type: string
  readonly name: string
  readonly arguments: readonly ArgumentNode[]
  /** The types that have the field: its own, and those that implement it. */
  readonly of: ReadonlySet<string>
}

/** The required fields, by the name of their substitute. */
type Required = ReadonlyMap<string, RequiredField>

/**
 * The fetches to send for a fetch of the plan: the real fields in place of their substitutes, and as many fetches as needed so that no
 * entity needs one field twice. `byField` has the requirements of each field, by `service Type.field`.
 */
export function splitFetch(
  node: FetchNode,
  required: Required,
  byField: ReadonlyMap<string, ReadonlySet<string>>,
): readonly FetchNode[] {
  const groups = isInConflict(keptIn(node.requires ?? []), required)
    ? groupsOf(withoutSpreads(parse(node.operation)), node.serviceName, required, byField)
    : [{ document: parse(node.operation), kept: null }]
  return groups.map(({ document, kept }) => {
    const used = variablesOf(document)
    return {
      ...node,
      operation: stripIgnoredCharacters(print(withRealFields(declaring(document, used), required))),
      variableUsages: (node.variableUsages ?? []).filter((name) => used.has(name)),
      ...(node.requires ? { requires: kept ? only(node.requires, kept, required) : node.requires } : {}),
    }
  })
}

/** Whether one object would need one field with different arguments. */
function isInConflict(kept: readonly string[], required: Required): boolean {
  const fields = [...new Set(kept)].flatMap((key) => required.get(key) ?? [])
  return fields.some((one, index) =>
    fields.slice(index + 1).some((other) => one.name === other.name && !one.of.isDisjointFrom(other.of)),
  )
}

const keptIn = (selections: readonly QueryPlanSelectionNode[]): string[] =>
  selections.flatMap((selection) => [
    ...(selection.kind === 'Field' ? [selection.name] : []),
    ...keptIn(selection.selections ?? []),
  ])

type Group = { readonly document: DocumentNode; readonly kept: ReadonlySet<string> }

/** Divides the fields of the entities into groups without conflicting requirements. */
function groupsOf(
  document: DocumentNode,
  service: string,
  required: Required,
  byField: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Group[] {
  const kept: Set<string>[] = []
  const places = new Map<string, number>()
  eachField(document, (field) => {
    const needs = [...(byField.get(`${service} ${field}`) ?? [])].filter((key) => required.has(key))
    let place = kept.findIndex((group) => !isInConflict([...group, ...needs], required))
    if (place === -1) place = kept.push(new Set()) - 1
    for (const key of needs) kept[place]?.add(key)
    places.set(field, place)
    return true
  })
  return kept.map((keys, place) => ({
    document: eachField(document, (field) => places.get(field) === place),
    kept: keys,
  }))
}

/** Returns the document with only the entities' fields for which `isIn` returns true, called with `Type.field`. */
function eachField(document: DocumentNode, isIn: (field: string) => boolean): DocumentNode {
  const within = (set: SelectionSetNode, type: string): SelectionSetNode | null => {
    const selections = set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return isIn(`${type}.${selection.name.value}`) ? [selection] : []
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection]
      const inner = within(selection.selectionSet, selection.typeCondition?.name.value ?? type)
      return inner ? [{ ...selection, selectionSet: inner }] : []
    })
    return selections.length === 0 ? null : { ...set, selections }
  }
  return visit(document, {
    Field(node) {
      const set = node.selectionSet && within(node.selectionSet, '')
      // `_entities` is the only root field; deeper selections belong to the fields of the entities.
      return node.name.value === '_entities' && set ? { ...node, selectionSet: set } : false
    },
  })
}

/** The selections without the substitutes that are not wanted. */
function only(
  selections: readonly QueryPlanSelectionNode[],
  wanted: ReadonlySet<string>,
  required: Required,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'Field' && required.has(selection.name) && !wanted.has(selection.name)) return []
    if (!selection.selections) return [selection]
    const inner = only(selection.selections, wanted, required)
    return inner.length === 0 ? [] : [{ ...selection, selections: inner }]
  })
}

function variablesOf(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      names.add(name.value)
    },
  })
  return names
}

/** The document without unused variables, which a subgraph refuses. */
const declaring = (document: DocumentNode, used: ReadonlySet<string>): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  })

const withRealFields = (document: DocumentNode, required: Required): DocumentNode =>
  visit(document, {
    Field(node) {
      const field = required.get(node.name.value)
      if (!field) return undefined
      return {
        ...node,
        alias: { kind: Kind.NAME, value: field.kept },
        name: { kind: Kind.NAME, value: field.name },
        arguments: field.arguments,
      }
    },
  })

/** The document with its fragment spreads inlined. */
function withoutSpreads(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document)
  return visit(document, {
    FragmentDefinition: () => null,
    FragmentSpread(node) {
      const fragment = fragments.get(node.name.value)
      if (!fragment) return undefined
      const { typeCondition, selectionSet } = fragment
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: node.directives ?? [] }
    },
  })
}
