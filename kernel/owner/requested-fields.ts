import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql'
import type { Categories } from '../schema.ts'
import type { DataCategory } from '../vocabulary.ts'

/**
 * The leaf fields the operation asks for below the field that is being resolved, as `claims.handler.name`, in order of the
 * alphabet.
 */
export function requestedFields(info: GraphQLResolveInfo): readonly string[] {
  const found = new Set<string>()
  for (const node of info.fieldNodes) collect(node, '', info, found)
  return [...found].sort()
}

function collect(node: FieldNode, path: string, info: GraphQLResolveInfo, found: Set<string>): void {
  for (const selection of node.selectionSet?.selections ?? []) visit(selection, path, info, found)
}

function visit(selection: SelectionNode, path: string, info: GraphQLResolveInfo, found: Set<string>): void {
  if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) return
  if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if === false) return
  if (selection.kind === Kind.FIELD) {
    const name = path ? `${path}.${selection.name.value}` : selection.name.value
    if (selection.name.value.startsWith('__')) return
    if (selection.selectionSet) collect(selection, name, info, found)
    else found.add(name)
    return
  }
  const set =
    selection.kind === Kind.INLINE_FRAGMENT
      ? selection.selectionSet
      : info.fragments[selection.name.value]?.selectionSet
  for (const inner of set?.selections ?? []) visit(inner, path, info, found)
}

/** Those of the requested fields whose category was shared: what a disclosure line names. */
export function servedFields(
  fields: readonly string[],
  container: GraphQLNamedType,
  categories: Categories,
  shared: ReadonlySet<DataCategory>,
): readonly string[] {
  return fields.filter((path) => {
    let type = container
    return path.split('.').every((name) => {
      const category = categories.get(type.name)?.get(name)
      const next = isObjectType(type) ? getNamedType(type.getFields()[name]?.type) : undefined
      type = next ?? type
      return category === undefined || shared.has(category)
    })
  })
}
