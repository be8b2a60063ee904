import type { FetchNode } from '@apollo/query-planner'
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { REQUIRED_PREFIX } from './names.ts'
import { type RequiredField, splitFetch } from './required-fetches.ts'
import {
  argumentOf,
  namedType,
  selectionOf,
  serviceNames,
  type Types,
  typesOf,
  withArgument,
  withUsableKeysFirst,
} from './supergraph-document.ts'

/**
 * The planner keeps a required field under its plain name, whatever its arguments, so two requirements of one field with different
 * arguments become one. Here each requirement gets a field of its own in the supergraph that the planner sees; in the queries to subgraphs
 * it is the real field again.
 */

/** The `@requires` with arguments of one supergraph. */
export type Requirements = {
  /** The supergraph to plan with. */
  readonly supergraphSdl: string
  /** The subgraph's name of a field. */
  nameOf(kept: string): string
  /** The fetches to send for a fetch of the plan: several when one entity cannot hold all requirements. */
  fetchesOf(node: FetchNode): readonly FetchNode[]
}

/** Reads the requirements from the supergraph. Unresolvable keys go last: the planner takes the first. */
export function createRequirements(supergraphSdl: string): Requirements {
  const document = withUsableKeysFirst(parse(supergraphSdl))
  const types = typesOf(document)
  const required = new Map<string, RequiredField>()
  const byFetch = new Map<string, ReadonlySet<string>>()
  const keep = (type: string, name: string, given: readonly ArgumentNode[]): string => {
    const same = [...required.values()].find(
      (field) => field.type === type && field.name === name && textOf(field.arguments) === textOf(given),
    )
    const kept = same?.kept ?? `${REQUIRED_PREFIX}${required.size}_${name}`
    const of = new Set([type])
    for (const [other, { implemented }] of types) if (implemented.includes(type)) of.add(other)
    if (!same) required.set(kept, { kept, type, name, arguments: given, of })
    return kept
  }

  const services = serviceNames(document)
  const rewritten = visit(document, {
    FieldDefinition(field, _key, _parent, _path, ancestors) {
      const owner = ancestors.at(-1)
      if (!owner || Array.isArray(owner) || !('name' in owner) || !owner.name) return undefined
      const type = owner.name.value
      let changed = false
      const directives = field.directives?.map((directive) => {
        const text = argumentOf(directive, 'requires')
        if (directive.name.value !== 'join__field' || text?.kind !== Kind.STRING) return directive
        const used = new Set<string>()
        const set = withKept(selectionOf(text.value), type, types, (...place) => {
          const kept = keep(...place)
          used.add(kept)
          return kept
        })
        if (used.size === 0) return directive
        changed = true
        const graph = argumentOf(directive, 'graph')
        const service = services.get(graph?.kind === Kind.ENUM ? graph.value : '') ?? ''
        byFetch.set(`${service} ${type}.${field.name.value}`, used)
        return withArgument(directive, 'requires', print(set).slice(1, -1))
      })
      return changed ? { ...field, directives } : undefined
    },
  })

  // The substitute field has the same requirements as the field itself, in every subgraph that resolves it.
  for (const { kept, name, of } of required.values())
    for (const service of services.values())
      for (const type of of) {
        const used = byFetch.get(`${service} ${type}.${name}`)
        if (used) byFetch.set(`${service} ${type}.${kept}`, used)
      }

  const nameOf = (kept: string) => required.get(kept)?.name ?? kept
  return {
    supergraphSdl: print(withFields(rewritten, typesOf(rewritten), [...required.values()])),
    nameOf,
    fetchesOf: (node) => (required.size === 0 ? [node] : splitFetch(node, required, byFetch)),
  }
}

const textOf = (given: readonly ArgumentNode[]): string => given.map(print).toSorted().join()

/** The selection with a substitute for each field with arguments. */
function withKept(
  set: SelectionSetNode,
  type: string,
  types: Types,
  keep: (type: string, name: string, given: readonly ArgumentNode[]) => string,
): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = selection.typeCondition?.name.value ?? type
        return { ...selection, selectionSet: withKept(selection.selectionSet, inner, types, keep) }
      }
      const name = selection.name.value
      const definition = types.get(type)?.fields.get(name)
      const selectionSet =
        selection.selectionSet &&
        definition &&
        withKept(selection.selectionSet, namedType(definition.type), types, keep)
      return {
        kind: Kind.FIELD,
        // Also a field whose arguments are left out: another requirement may give some.
        name: definition?.arguments?.length
          ? { kind: Kind.NAME, value: keep(type, name, selection.arguments ?? []) }
          : selection.name,
        ...(selectionSet ? { selectionSet } : {}),
      }
    }),
  }
}

/** Adds the fields to their types; fields of an interface also to the types that implement it. */
function withFields(document: DocumentNode, types: Types, required: readonly RequiredField[]): DocumentNode {
  return visit(document, {
    enter(node) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        return undefined
      const added = required.flatMap(({ kept, name, of }): FieldDefinitionNode[] => {
        const field = of.has(node.name.value) ? types.get(node.name.value)?.fields.get(name) : undefined
        const directives = field?.directives?.filter((directive) => directive.name.value === 'join__field')
        return field
          ? [
              {
                ...field,
                name: { kind: Kind.NAME, value: kept },
                arguments: [],
                directives: directives ?? [],
              },
            ]
          : []
      })
      return added.length === 0 ? undefined : { ...node, fields: [...(node.fields ?? []), ...added] }
    },
  })
}
